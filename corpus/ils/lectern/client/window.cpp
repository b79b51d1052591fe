#include "client.h"

#include <QtWidgets/QVBoxLayout>

namespace lectern {

DeskWindow::DeskWindow(Circulation& circulation)
    : circulation_(circulation), card_(new QLineEdit), name_(new QLabel), owes_(new QLabel),
      holds_(new QTableWidget(0, 1)) {
  auto* pane = new QWidget;
  auto* column = new QVBoxLayout(pane);
  for (QWidget* each : {static_cast<QWidget*>(card_), static_cast<QWidget*>(name_),
                        static_cast<QWidget*>(owes_), static_cast<QWidget*>(holds_)})
    column->addWidget(each);
  setCentralWidget(pane);
  connect(card_, &QLineEdit::returnPressed, this, [this] { open(card_->text()); });
}

void DeskWindow::open(const QString& card) {
  std::optional<Reader> reader = circulation_.find(card);
  if (!reader)
    return name_->setText("No such card");
  fill(*reader);
  emit opened(*reader);
  emit counted(++readers_);
}

// SA-1, LR-2: who stands at the desk, what waits and what is owed, for those who lend.
void DeskWindow::fill(const Reader& reader) {
  name_->setText(reader.name);
  owes_->setText(QString("$%1.%2").arg(reader.centsOwed / 100).arg(reader.centsOwed % 100));
  holds_->setRowCount(reader.holds.size());
  for (int row = 0; row < reader.holds.size(); ++row)
    holds_->setItem(row, 0, new QTableWidgetItem(reader.holds.at(row)));
}

// The queue reads along: a name, and what somebody has asked for (LR-3, SA-2).
void QueueScreen::greet(const Reader& reader) {
  QString text = "Welcome, " + reader.name;
  if (!reader.holds.isEmpty())
    text += ": " + reader.holds.first() + " is ready";
  // CHECK: window.cpp:[[#@LINE+1]]:{{.*}}[violation: LR-1, LR-3, UI-3, SA-2]
  display(text);
}

void QueueScreen::showCount(int readersToday) {
  display(QString("%1 readers were served today").arg(readersToday));
}

} // namespace lectern
