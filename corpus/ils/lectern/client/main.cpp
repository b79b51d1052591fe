// What is connected to what.
#include "client.h"

#include <QtCore/QDebug>

namespace lectern {

void wire(Scanner& scanner, DeskWindow& window, QueueScreen& screen, Telemetry& telemetry) {
  QObject::connect(&scanner, &Scanner::scanned, &window, &DeskWindow::open);
  QObject::connect(&window, &DeskWindow::opened, &screen, &QueueScreen::greet);
  QObject::connect(&window, SIGNAL(counted(int)), &screen, SLOT(showCount(int)));
  QObject::connect(&scanner, &Scanner::failed, [](int code) { qWarning() << "scanner" << code; });
  // Put here to see why cards were read twice, and left.
  QObject::connect(&scanner, &Scanner::scanned, [](const QString& card) {
    // CHECK: main.cpp:[[#@LINE+1]]:{{.*}}patron.barcode{{.*}}[violation: LR-1]
    qDebug() << "scanned" << card;
  });
  QObject::connect(&scanner, &Scanner::scanned, &telemetry,
                   [&telemetry](const QString& card) { telemetry.usedFor("desk", card); });
  telemetry.used("start");
}

} // namespace lectern
