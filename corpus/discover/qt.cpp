// REQUIRES: qt
// RUN: not circumspect discover --format=yaml %s -- -std=c++17 -fPIC -I/usr/include/x86_64-linux-gnu/qt5 -I/usr/include/x86_64-linux-gnu/qt5/QtCore > %t.yaml
// RUN: FileCheck --input-file=%t.yaml %s
// RUN: not circumspect check --models %t.yaml %s -- -std=c++17 -fPIC -I/usr/include/x86_64-linux-gnu/qt5 -I/usr/include/x86_64-linux-gnu/qt5/QtCore | FileCheck --check-prefix=FOUND --implicit-check-not=error: %s
// Keys and statements as Qt's programs write them; `check` follows what is accepted.
#include <QtCore/QtCore>
#include <QtSql/QtSql>

void post([[clang::annotate("circumspect:sink=third-party.other,action=disclose,purpose=outreach")]] const QString& text);

void keys(QMap<QString, QString>& patron, QSettings& settings) {
  // CHECK-DAG: data: patron.email, subject: "Argument[this]", only: { "Argument[0]": "email" }
  // FOUND-DAG: qt.cpp:[[#@LINE+1]]:{{.*}}patron.email
  post(patron.value(QStringLiteral("email")));
  post(patron.value(QStringLiteral("colour")));
  // CHECK-DAG: only: { "Argument[0]": "patron/barcode" }
  // FOUND-DAG: qt.cpp:[[#@LINE+1]]:{{.*}}patron.barcode
  post(settings.value("patron/barcode").toString());
}

void statements(QSqlQuery& query, const QString& card) {
  // CHECK-DAG: "patrons.surname": patron.name
  query.exec(QString("SELECT surname FROM patrons WHERE shelf = '%1'").arg(card));
  // CHECK-DAG: "patrons.dob": patron.birthdate
  query.exec(QStringLiteral("SELECT dob FROM patrons WHERE shelf = ") + card);
}
