// The program at the circulation desk. A scanner reads a card, the window shows whose it is and
// what waits for them, and a second screen faces the queue.
#pragma once

#include <QtCore/QIODevice>
#include <QtCore/QObject>
#include <QtNetwork/QNetworkAccessManager>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QTableWidget>
#include <optional>

namespace lectern {

struct Reader {
  QString card;
  QString name;
  QString note; ///< what staff wrote
  qint64 centsOwed = 0;
  QStringList holds; ///< titles
  int branch = 0;
};

/// What the circulation service knows, asked over the network.
class Circulation {
public:
  std::optional<Reader> find(const QString& card);
};

class Scanner : public QObject {
  Q_OBJECT
public:
  explicit Scanner(QIODevice* port, QObject* parent = nullptr);

signals:
  void scanned(const QString& card);
  void failed(int code);

private slots:
  void read();

private:
  QString line();

  QIODevice* port_;
};

class DeskWindow : public QMainWindow {
  Q_OBJECT
public:
  explicit DeskWindow(Circulation& circulation);

public slots:
  void open(const QString& card);

signals:
  void opened(const lectern::Reader& reader);
  void counted(int readersToday);

private:
  void fill(const Reader& reader);

  Circulation& circulation_;
  QLineEdit* card_;
  QLabel* name_;
  QLabel* owes_;
  QTableWidget* holds_;
  int readers_ = 0;
};

/// The screen that the queue sees.
class QueueScreen : public QWidget {
  Q_OBJECT
public slots:
  void greet(const lectern::Reader& reader);
  void showCount(int readersToday);

private:
  void display(const QString& text);
};

/// Which parts of the program are used, counted by the company that makes it.
class Telemetry : public QObject {
  Q_OBJECT
public slots:
  void used(const QString& part);
  void usedFor(const QString& part, const QString& dimension);

private:
  QNetworkAccessManager manager_;
};

void wire(Scanner& scanner, DeskWindow& window, QueueScreen& screen, Telemetry& telemetry);

} // namespace lectern
