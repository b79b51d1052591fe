// Qt: signals and slots. What a signal is given comes to all that it is connected to.
// flags: -fPIC -I/usr/include/x86_64-linux-gnu/qt5 -I/usr/include/x86_64-linux-gnu/qt5/QtCore
#include "people.h"
#include <QtCore/QtCore>

SINK void out(const QString& text);
SINK void note(const QString& text);

struct User {
  DATA("patron.name") QString name;
  DATA("patron.email") QString email;
  DATA("patron.pin") int pin;
  QString branch;
};

class Form : public QObject {
  Q_OBJECT
signals:
  void named(const QString& name);
  void mailed(QString email, const QString& branch);
  void numbered(int pin);
  void numbered(const QString& text);
  void passed(const QString& name);
  void nobody(const QString& name);
  void old(const QString& name, int branch);
  void asked(const User& user);

public:
  void fill(const User& u) {
    emit named(u.name);
    emit mailed(u.email, u.branch);
    emit numbered(u.pin);
    emit numbered(u.branch);
    emit nobody(u.name);
    emit old(u.name, 1);
    emit asked(u);
  }
};

class Screen : public QObject {
  Q_OBJECT
public slots:
  void show(const QString& name) {
    out(name); // reaches patron.name
  }
  void showCopy(QString name) {
    out(name); // reaches patron.name
  }
  void showTwo(const QString& email, QString branch) {
    out(email); // reaches patron.email
    note(branch);
  }
  void showFirst(const QString& email) {
    out(email); // reaches patron.email
  }
  void showPin(int pin) {
    out(QString::number(pin)); // reaches patron.pin
  }
  void showText(const QString& text) {
    out(text);
  }
  void showOld(const QString& name) {
    out(name); // reaches patron.name
  }
  void showOldToo(QString name, int) {
    out(name); // reaches patron.name
  }
  virtual void showUser(const User& user) {
    out(user.branch);
  }
  void unconnected(const QString& name) {
    out(name);
  }

public:
  void watch(Form* form) {
    connect(form, SIGNAL(old(QString, int)), SLOT(showOldToo(QString, int)));
    connect(form, &Form::passed, this, &Screen::showCopy);
  }
};

class Wall : public Screen {
  void showUser(const User& user) override {
    out(user.name); // reaches patron.name
  }
};

static void logName(const QString& name) {
  out(name); // reaches patron.name
}

struct Functor {
  QString who;
  void operator()(const QString& name) const {
    out(name); // reaches patron.name
    note(who);
  }
};

void wire(Form& form, Screen* screen, Wall& wall, const User& u) {
  QObject::connect(&form, &Form::named, screen, &Screen::show);
  QObject::connect(&form, &Form::named, &form, &Form::passed);
  QObject::connect(&form, &Form::named, logName);
  QObject::connect(&form, &Form::named, Functor{u.branch});
  QObject::connect(&form, &Form::mailed, screen, &Screen::showTwo);
  QObject::connect(&form, &Form::mailed, screen, &Screen::showFirst, Qt::QueuedConnection);
  QObject::connect(&form, QOverload<int>::of(&Form::numbered), screen, &Screen::showPin);
  QObject::connect(&form, static_cast<void (Form::*)(const QString&)>(&Form::numbered), screen, &Screen::showText);
  QObject::connect(&form, SIGNAL(old(const QString&, int)), screen, SLOT(showOld(QString)));
  QObject::connect(&form, &Form::asked, &wall, &Screen::showUser);
  QString email = u.email, branch = u.branch;
  QObject::connect(&form, &Form::named, screen, [email, branch](const QString& name) {
    out(name);   // reaches patron.name
    out(email);  // reaches patron.email
    note(branch);
  });
  QObject::connect(&form, &Form::named, [&](const auto& name) {
    out(name + branch); // misses patron.name
  });
}

// A signal of the library brings nothing that is known; what was captured is.
class Timers : public QObject {
public:
  QString kept;
  void later() {
    out(kept); // reaches patron.name
  }
  void start(const User& u) {
    kept = u.name;
    QTimer* timer = new QTimer(this);
    connect(timer, &QTimer::timeout, [u] {
      out(u.email); // reaches patron.email
    });
    connect(this, &QObject::destroyed, this, [u] {
      out(u.branch);
    });
    QTimer::singleShot(10, [u] {
      out(u.name); // reaches patron.name
    });
    QTimer::singleShot(10, this, &Timers::later);
    QTimer::singleShot(10, this, [u] {
      out(u.email); // reaches patron.email
    });
  }
};
