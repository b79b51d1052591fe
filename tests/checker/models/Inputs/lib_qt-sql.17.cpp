// Qt Sql.
// flags: -fPIC -I/usr/include/x86_64-linux-gnu/qt5 -I/usr/include/x86_64-linux-gnu/qt5/QtCore
#include "people.h"
#include <QtCore/QtCore>
#include <QtSql/QtSql>

SINK void out(const QString& text);

struct User {
  DATA("patron.name") QString name;
  DATA("patron.email") QString email;
  DATA("patron.pin") int pin;
  QString branch;
};

void binds(const User& u) {
  QSqlQuery query;
  query.prepare("INSERT INTO person VALUES (:name, :branch)");
  query.bindValue(":name", u.name);
  query.bindValue(":branch", u.branch);
  query.exec(); // reaches patron.name
  out(query.boundValue(":name").toString()); // reaches patron.name
  out(query.boundValue(":branch").toString());
  query.prepare("INSERT INTO branch VALUES (?)");
  query.addBindValue(u.branch);
  query.exec();
  QSqlQuery other;
  other.prepare("UPDATE person SET email = ?");
  other.addBindValue(u.email);
  if (!other.exec()) // reaches patron.email
    out(other.lastError().text());
  other.bindValue(0, u.pin);
  other.execBatch(); // reaches patron.email patron.pin
  other.boundValues();
  query.exec("DELETE FROM person WHERE name = '" + u.name + "'"); // reaches patron.name
  query.exec("DELETE FROM person");
  QSqlQuery now("SELECT '" + u.email + "'"); // reaches patron.email
  QSqlQuery none("SELECT 1");
  QSqlDatabase::database().exec("SELECT " + QString::number(u.pin)); // reaches patron.pin
}

void results(const User& u, QSqlQuery& query) {
  while (query.next())
    out(query.value("name").toString()), out(query.value(1).toString());
  QSqlRecord record = query.record(), own;
  out(record.value(record.indexOf("name")).toString());
  own.setValue("name", u.name);
  own.setValue("branch", u.branch);
  out(own.value("name").toString()); // reaches patron.name
  out(own.value("branch").toString());
}

void columns(QSqlDatabase& database) {
  QSqlQuery query("SELECT surname, branchcode FROM borrowers"), prepared;
  while (query.next()) {
    out(query.value(0).toString()); // reaches patron.name
    out(query.value("branchcode").toString());
  }
  prepared.prepare("SELECT email FROM actor.usr WHERE id = :id");
  prepared.bindValue(":id", 1), prepared.exec();
  out(prepared.value("email").toString()); // reaches patron.email
  out(database.exec("SELECT cardnumber FROM borrowers").value(0).toString()); // reaches patron.barcode
  prepared.exec("SELECT branchname FROM branches");
  out(prepared.value(0).toString());
}

void assembled(const QString& branch, int year) {
  QSqlQuery joined("SELECT surname, branchcode FROM borrowers WHERE branchcode = '" + branch + "'");
  out(joined.value(0).toString()); // reaches patron.name
  out(joined.value(1).toString());
  QSqlQuery filled(QString("SELECT email FROM borrowers WHERE borrowernumber > %1").arg(year));
  out(filled.value(0).toString()); // reaches patron.email
  QString sql = "SELECT cardnumber ";
  sql += "FROM borrowers ";
  sql.append("WHERE branchcode = ").append(branch);
  QSqlQuery appended;
  appended.exec(sql);
  out(appended.value(0).toString()); // reaches patron.barcode
  sql = "SELECT surname FROM " + branch;
  appended.exec(sql);
  out(appended.value(0).toString());
}

void tables(const User& u, QSqlTableModel& table, const QModelIndex& at) {
  table.setTable("person"), table.select();
  table.setData(at, u.email); // reaches patron.email
  table.setData(at, u.branch);
  QSqlRecord record;
  record.setValue("name", u.name);
  table.insertRecord(-1, record); // reaches patron.name
  table.setRecord(1, QSqlRecord());
  table.setEditStrategy(QSqlTableModel::OnManualSubmit), table.submitAll();
}

void rest(QSqlDatabase d, QSqlQuery& q, QSqlError e) {
  d = QSqlDatabase::addDatabase("QPSQL");
  d.setHostName("x"), d.setDatabaseName("x"), d.setUserName("x"), d.setPassword("x"), d.open(), d.close(), d.isOpen(), d.commit();
  d.transaction(), d.rollback(), d.lastError();
  q.first(), q.last(), q.previous(), q.seek(1), q.isActive(), q.isValid(), q.isNull(1), q.size(), q.numRowsAffected(), q.finish();
  q.lastInsertId(), q.lastQuery(), q.setForwardOnly(true), e.driverText(), e.databaseText(), e.isValid(), e.type();
}

void views(QSqlTableModel& table, QSqlQueryModel& asked) {
  table.setTable("borrowers"), table.setFilter("lost = 1"), table.select();
  out(table.record(0).value("surname").toString()); // reaches patron.name
  out(table.record(0).value("branchcode").toString());
  out(table.data(table.index(0, table.fieldIndex("email"))).toString()); // reaches patron.email
  out(table.data(table.index(0, 1)).toString()); // reaches patron.barcode
  out(table.data(table.index(0, 0)).toString());
  asked.setQuery("SELECT branchcode, cardnumber FROM borrowers");
  out(asked.data(asked.index(0, 1)).toString()); // reaches patron.barcode
  out(asked.data(asked.index(0, 0)).toString());
  out(asked.record(0).value("cardnumber").toString()); // reaches patron.barcode
  QModelIndex at = table.index(3, 1);
  out(at.data().toString()); // reaches patron.barcode
  out(at.sibling(3, table.fieldIndex("email")).data().toString()); // reaches patron.email
  out(at.siblingAtColumn(0).data().toString());
  out(at.siblingAtRow(4).data().toString()); // reaches patron.barcode
  out(asked.index(2, 1).data(Qt::EditRole).toString()); // reaches patron.barcode
  out(asked.index(2, 0).data().toString());
  table.setTable("branches");
  out(table.record(0).value("surname").toString());
}
