#include "client.h"

#include <QtCore/QDebug>

namespace lectern {

Scanner::Scanner(QIODevice* port, QObject* parent) : QObject(parent), port_(port) {
  connect(port_, &QIODevice::readyRead, this, &Scanner::read);
}

void Scanner::read() {
  QString card = line();
  if (card.isEmpty()) {
    qWarning() << "the scanner read nothing";
    emit failed(1);
    return;
  }
  emit scanned(card);
}

} // namespace lectern
