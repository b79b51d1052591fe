// Qt Widgets and item models.
// flags: -fPIC -I/usr/include/x86_64-linux-gnu/qt5 -I/usr/include/x86_64-linux-gnu/qt5/QtCore -I/usr/include/x86_64-linux-gnu/qt5/QtGui -I/usr/include/x86_64-linux-gnu/qt5/QtWidgets
#include "people.h"
#include <QtWidgets/QtWidgets>

SINK void out(const QString& text);

struct User {
  DATA("patron.name") QString name;
  DATA("patron.email") QString email;
  DATA("patron.pin") int pin;
  QString branch;
};

void shows(const User& u, QLabel* label, QLineEdit* line, QPushButton* button, QTextEdit* text, QPlainTextEdit* plain) {
  label->setText(u.name); // reaches patron.name
  label->setText(u.branch);
  out(label->text()); // reaches patron.name
  label->clear();
  out(label->text());
  line->setText(u.email); // reaches patron.email
  out(line->text()); // reaches patron.email
  new QLabel(u.name); // reaches patron.name
  button->setText(u.name); // reaches patron.name
  button->setToolTip(u.branch);
  text->setHtml("<b>" + u.name + "</b>"); // reaches patron.name
  out(text->toPlainText()); // reaches patron.name
  plain->appendPlainText(u.email); // reaches patron.email
  plain->setPlainText(u.branch);
  QGroupBox(u.name).setTitle(u.email); // reaches patron.name patron.email
  QMessageBox::warning(nullptr, "Fine", u.name + " owes"); // reaches patron.name
  QMessageBox::information(nullptr, "Fine", u.branch);
  QMessageBox box;
  box.setText(u.email); // reaches patron.email
  box.setInformativeText(u.branch);
  QStatusBar().showMessage(u.name); // reaches patron.name
  QSystemTrayIcon().showMessage("Hold", u.name); // reaches patron.name
  QApplication::clipboard()->setText(u.email); // reaches patron.email
  QWidget().setWindowTitle(u.name); // reaches patron.name
}

void chooses(const User& u, QComboBox* combo, QListWidget* list) {
  combo->addItem(u.branch, u.pin);
  out(combo->currentText());
  out(combo->currentData().toString()); // reaches patron.pin
  combo->addItems(QStringList(u.name)); // reaches patron.name
  out(combo->itemText(0)); // reaches patron.name
  list->addItem(u.branch);
  list->addItem(u.name); // reaches patron.name
  list->addItem(new QListWidgetItem(u.email)); // reaches patron.email
  out(list->item(0)->text()); // reaches patron.email
}

void items(const User& u, QTableWidget* table, QTreeWidgetItem* node) {
  auto* name = new QTableWidgetItem(u.name);
  out(name->text()); // reaches patron.name
  table->setItem(0, 0, name); // reaches patron.name
  auto* branch = new QTableWidgetItem(u.branch);
  table->setItem(0, 1, branch);
  branch->setData(Qt::UserRole, u.pin); // kept, not shown
  out(branch->text());
  out(branch->data(Qt::UserRole).toString()); // reaches patron.pin
  out(branch->data(Qt::DisplayRole).toString());
  out(table->item(0, 0)->text()); // reaches patron.name
  node->setText(0, u.email); // reaches patron.email
  node->setData(0, Qt::UserRole, u.pin);
  out(node->text(0)); // reaches patron.email
  out(node->data(0, Qt::UserRole).toString()); // reaches patron.pin patron.email
  new QTreeWidgetItem(QStringList(u.name)); // reaches patron.name
}

void models(const User& u, QTableView* view) {
  QStandardItemModel model, empty;
  auto* item = new QStandardItem(u.name);
  item->setData(u.pin, Qt::UserRole);
  out(item->data(Qt::UserRole).toString()); // reaches patron.pin patron.name
  model.appendRow(item);
  view->setModel(&empty);
  view->setModel(&model); // reaches patron.name
  out(model.item(0)->text()); // reaches patron.name
  out(model.data(model.index(0, 0)).toString()); // reaches patron.name patron.pin
  out(model.index(0, 0).data().toString()); // reaches patron.name patron.pin
  QStandardItemModel set;
  set.setData(set.index(0, 1), u.email);
  out(set.index(0, 1).data().toString()); // reaches patron.email
  out(set.data(set.index(0, 1)).toString()); // reaches patron.email
  view->setModel(&set); // reaches patron.email
  QStandardItemModel rows;
  QList<QStandardItem*> row;
  row.append(new QStandardItem(u.email));
  rows.appendRow(row);
  rows.setItem(1, 1, new QStandardItem(u.branch));
  rows.setItem(2, new QStandardItem(u.branch));
  view->setModel(&rows); // reaches patron.email
  QStringListModel names(QStringList(u.name));
  out(names.stringList().at(0)); // reaches patron.name
  out(names.index(0).data().toString()); // reaches patron.name
}

// A model of one's own answers with what its code says.
class Borrowers : public QAbstractTableModel {
public:
  QList<User> users;
  int rowCount(const QModelIndex&) const override { return users.size(); }
  int columnCount(const QModelIndex&) const override { return 2; }
  QVariant data(const QModelIndex& at, int role) const override {
    if (role != Qt::DisplayRole)
      return QVariant();
    return at.column() == 0 ? users.at(at.row()).branch : users.at(at.row()).email;
  }
};

void own(Borrowers& borrowers, QAbstractItemModel* any) {
  out(borrowers.data(borrowers.index(0, 1), Qt::DisplayRole).toString()); // reaches patron.email
  out(any->data(any->index(0, 1), Qt::DisplayRole).toString()); // reaches patron.email
}

void rest(QLabel* label, QLineEdit* line, QTextEdit* text, QPlainTextEdit* plain, QComboBox* combo, QTableWidget* table, QListWidget* list, QAction* action,
          QStandardItem* item, QStandardItemModel* model, QStringListModel* strings, QModelIndex at, QListView* lists, QTreeView* trees) {
  line->setPlaceholderText("x"), line->displayText(), line->insert("x"), line->clear(), text->append("x"), text->setPlainText("x"), text->toHtml();
  text->clear(), plain->appendHtml("x"), plain->toPlainText(), plain->clear(), combo->itemData(0), list->addItems({}), list->takeItem(0);
  list->currentItem(), list->itemAt(QPoint()), table->takeItem(0, 0), table->itemAt(QPoint()), table->currentItem(), table->setHorizontalHeaderLabels({});
  table->setRowCount(1), table->setColumnCount(1), table->rowCount(), table->columnCount(), item->setText("x"), item->setToolTip("x"), item->text();
  model->itemFromIndex(at), model->takeItem(0), model->sibling(0, 0, at), at.sibling(0, 1), at.siblingAtColumn(1), at.siblingAtRow(1), strings->setStringList({}), strings->setData(at, 1), strings->data(at, 0);
  lists->setModel(model), trees->setModel(model), label->setStatusTip("x"), label->setAccessibleName("x"), action->setText("x"), action->setToolTip("x");
  QMessageBox::question(label, "x", "x"), QMessageBox::critical(label, "x", "x"), QMessageBox::about(label, "x", "x");
  QMessageBox().setDetailedText("x");
}
