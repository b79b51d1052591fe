// Qt Core.
// flags: -fPIC -I/usr/include/x86_64-linux-gnu/qt5
#include "people.h"
#include <QtCore/QtCore>

SINK void out(const QString& text);
SINK void out(const QByteArray& text);

struct User {
  DATA("patron.name") QString name;
  DATA("patron.email") QString email;
  DATA("patron.pin") int pin;
  QString branch;
};

void texts(const Person& p, const User& u) {
  QString name = QString::fromStdString(p.name), text("x"), copy(name), none;
  out(name); // reaches patron.name
  out(copy); // reaches patron.name
  out(text.append(u.branch));
  text += u.email;
  out(text); // reaches patron.email
  text = "x";
  out(text);
  out(u.name + " of " + u.branch); // reaches patron.name
  out("branch " + u.branch);
  out(u.name % u.branch); // reaches patron.name
  out(QString("%1 %2").arg(u.branch).arg(u.pin)); // reaches patron.pin
  out(QString("%1").arg(u.branch));
  out(name.toStdString()); // reaches patron.name
  out(name.toUtf8().constData()); // reaches patron.name
  out(qPrintable(u.email)); // reaches patron.email
  out(QString::number(p.pin)); // reaches patron.pin
  out(QString::asprintf("%d", p.pin)); // reaches patron.pin
  out(name.mid(1).trimmed().toUpper()); // reaches patron.name
  out(name.split(",").first()); // reaches patron.name
  out(QString::fromUtf8(p.email.c_str())); // reaches patron.email
  out(QString::fromUtf8("x") + QStringLiteral("y") + QLatin1String("z"));
  text.replace("x", name);
  out(text); // reaches patron.name
  text.clear();
  out(text);
  text.prepend(u.email);
  out(text.toInt()); // reaches patron.email
  out(name.isEmpty() + name.size() + name.contains("x") + (name == u.email) + (name < u.email));
  QByteArray bytes(p.name.c_str()), other = u.email.toUtf8();
  out(bytes); // reaches patron.name
  out(bytes.toHex()); // reaches patron.name
  out(other.toBase64()); // reaches patron.email
  bytes = other;
  out(bytes.data()); // reaches patron.email
  out(QByteArray::number(p.pin)); // reaches patron.pin
  out(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256)); // reaches pseudonym.digest
  QCryptographicHash hash(QCryptographicHash::Sha256);
  hash.addData(other), hash.addData("x", 1);
  out(hash.result()); // reaches pseudonym.digest
  out(QMessageAuthenticationCode::hash(other, "key", QCryptographicHash::Sha256)); // reaches pseudonym.keyed
}

void lists(const User& u) {
  QStringList list, other{"x", u.branch}, one(u.email);
  list << u.name << "x";
  list.append(u.branch);
  out(list.join(",")); // reaches patron.name
  out(other.join(","));
  out(one[0]); // reaches patron.email
  out(list.at(0)); // reaches patron.name
  for (const QString& text : list)
    out(text); // reaches patron.name
  for (QStringList::const_iterator at = list.constBegin(); at != list.constEnd(); ++at)
    out(*at); // reaches patron.name
  for (QStringList::iterator at = list.begin(); at != list.end(); ++at)
    out(at->toUpper()); // reaches patron.name
  out(list.takeFirst()); // reaches patron.name
  list.clear();
  out(list.join(","));
  out((one + other).join(",")); // reaches patron.email
  list << one;
  out(list.first()); // reaches patron.email
  QVector<QString> vector{u.email};
  vector.push_back(u.branch);
  out(vector[0]); // reaches patron.email
  out(vector.last()); // reaches patron.email
  QVector<int> numbers;
  numbers << u.pin;
  out(numbers.value(0)); // reaches patron.pin
  QSet<QString> set;
  set.insert(u.name), set << u.branch;
  for (const QString& text : set)
    out(text); // reaches patron.name
  out(set.values().first()); // reaches patron.name
  QList<User> users{u};
  for (const User& user : users)
    out(user.branch), out(user.name); // reaches patron.name
  out(static_cast<int>(list.size() + list.isEmpty() + list.contains("x") + vector.empty()));
}

void maps(const User& u) {
  QVariantMap map;
  map["name"] = u.name;
  map["branch"] = u.branch;
  map.insert("pin", u.pin);
  out(map["name"].toString()); // reaches patron.name
  out(map.value("branch").toString());
  out(map.value("pin").toInt()); // reaches patron.pin
  QHash<QString, QString> hash;
  hash[u.email] = u.branch;
  hash.insert("x", u.branch);
  for (const QString& value : hash)
    out(value);
  for (auto at = hash.begin(); at != hash.end(); ++at) {
    out(at.value());
    out(at.key()); // reaches patron.email
  }
  out(hash.keys().first()); // reaches patron.email
  out(hash.values().first());
  out(hash.find("x").value());
  out(hash.contains("x") + hash.size());
  const QMap<QString, QString> constant{{"name", u.name}};
  out(constant["name"]); // reaches patron.name
  for (auto at = constant.constBegin(); at != constant.constEnd(); ++at)
    out(at.value()); // reaches patron.name
  hash.remove("x"), hash.clear();
  out(hash.values().join(","));
}

void variants(const User& u) {
  QVariant name(u.name), other, number = QVariant::fromValue(u.pin);
  out(name.toString()); // reaches patron.name
  out(number.toInt()); // reaches patron.pin
  other = "x";
  out(other.toString());
  other.setValue(u.email);
  out(other.value<QString>()); // reaches patron.email
  QJsonObject object, list;
  object["name"] = u.name;
  object.insert("branch", u.branch);
  out(object.value("name").toString()); // reaches patron.name
  out(object["branch"].toString());
  out(QJsonDocument(object).toJson()); // reaches patron.name
  object.remove("name");
  out(QJsonDocument(object).toJson());
  QJsonArray array;
  array.append(u.email);
  out(array.at(0).toString()); // reaches patron.email
  QJsonObject literal{{"pin", u.pin}};
  out(literal["pin"].toInt()); // reaches patron.pin
  out(QJsonDocument::fromJson(u.email.toUtf8()).object().value("x").toString()); // reaches patron.email
  QUrl url("https://example.org/?q=" + u.name), plain(u.branch);
  out(url.toString()); // reaches patron.name
  out(plain.toString());
  QUrlQuery query;
  query.addQueryItem("email", u.email);
  plain.setQuery(query);
  out(plain.toEncoded()); // reaches patron.email
  out(QUrl::toPercentEncoding(u.name)); // reaches patron.name
}

void logs(const User& u) {
  qDebug() << "user" << u.name << u.branch; // reaches patron.name
  qInfo() << u.branch;
  qWarning().noquote() << u.email; // reaches patron.email
  qCritical("%d", u.pin); // reaches patron.pin
  qDebug("%s", qPrintable(u.name)); // reaches patron.name
  qDebug() << QStringList{u.email}; // reaches patron.email
  QLoggingCategory category("x");
  qCDebug(category) << u.name; // reaches patron.name
  QString text;
  QDebug(&text) << u.email << "x";
  out(text); // reaches patron.email
}

QDebug operator<<(QDebug to, const User& u) {
  return to << u.name; // reaches patron.name
}

void own(const User& u) {
  qDebug() << u;
}

void devices(const User& u, QIODevice* unknown) {
  QFile file("x");
  if (!file.open(QIODevice::WriteOnly))
    return;
  file.write(u.name.toUtf8()); // reaches patron.name
  file.write("x"), file.write("x", 1);
  QTextStream stream(&file), display(stdout);
  stream << u.branch << u.pin << Qt::endl; // reaches patron.pin
  display << u.email; // reaches patron.email
  display << u.branch << "x";
  QString text;
  QTextStream memory(&text);
  memory << u.email;
  out(text); // reaches patron.email
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.write(u.name.toUtf8());
  out(bytes); // reaches patron.name
  QDataStream data(&file), packed(&bytes, QIODevice::WriteOnly);
  data << u.name; // reaches patron.name
  data << 3;
  QXmlStreamWriter xml(&file);
  xml.writeTextElement("name", u.name); // reaches patron.name
  xml.writeAttribute("branch", u.branch), xml.writeCharacters(u.branch);
  QSettings settings;
  settings.setValue("user", u.email); // reaches patron.email
  settings.setValue("branch", u.branch);
  out(settings.value("user").toString()); // reaches patron.email
  out(settings.value("branch").toString());
  QProcess::startDetached("mail", QStringList{u.email}); // reaches patron.email
  QProcess process;
  process.start("mail", QStringList());
  process.write(u.name.toUtf8()); // reaches patron.name
  QSaveFile save("x");
  save.write(u.email.toUtf8()); // reaches patron.email
  QTemporaryFile temporary;
  temporary.write(u.branch.toUtf8());
  out(file.readAll()), out(file.readLine()), out(file.isOpen() + file.atEnd()), out(file.errorString());
  out(QTextStream(&file).readAll());
}

void literals(const User& u) {
  QMap<QString, QString> record;
  record[QStringLiteral("name")] = u.name;
  record["branch"] = u.branch;
  out(record.value("name")); // reaches patron.name
  out(record.value(QStringLiteral("branch")));
  out(QStringLiteral("x") + u.email); // reaches patron.email
}

class Desk : public QObject {
public:
  void show(const User& u) {
    setProperty("user", u.name);
    out(property("user").toString()); // reaches patron.name
    connect(this, &QObject::destroyed, [u] {
      out(u.email); // reaches patron.email
    });
    connect(this, SIGNAL(destroyed()), SLOT(deleteLater()));
    connect(this, &QObject::destroyed, this, &QObject::deleteLater);
    QTimer::singleShot(10, [u] {
      out(u.name); // reaches patron.name
    });
    QTimer::singleShot(10, this, &QObject::deleteLater);
    QSharedPointer<User> shared(new User(u)), made = QSharedPointer<User>::create(u);
    out(shared->name); // reaches patron.name
    out(made->branch);
    QScopedPointer<QString> scoped(new QString(u.email));
    out(*scoped); // reaches patron.email
    QPair<QString, int> pair(u.name, 1);
    out(pair.first); // reaches patron.name
    out(qMakePair(u.branch, u.pin).second); // reaches patron.pin
  }
};

void rest(QString a, QByteArray b, QStringList l, QVector<int> v, QVariant x, QUrl u, QJsonObject o, QJsonValue j, const QMap<QString, int>& m,
          QHash<QString, int> h, QSet<int> s, QQueue<int> q, QStack<int> k, QMultiMap<QString, int> mm, QIODevice& d, QTextStream& t, QDataStream& ds) {
  a.begin(), a.end(), a.cbegin(), a.cend(), a.swap(a), a.length(), a.isNull(), a.startsWith("x"), a.endsWith("x"), a.truncate(1), a.chop(1);
  a.reserve(1), a.compare("x"), a.indexOf("x"), a != a, a.push_back("x"), a.insert(0, "x"), a.left(1), a.right(1), a.simplified();
  a.toLower(), a.toLongLong(), a.toDouble(), a.toHtmlEscaped(), a.normalized(QString::NormalizationForm_C), a.chopped(1), a.toLatin1();
  a.toLocal8Bit(), a.push_back(a), a[0], a.at(0), b.toPercentEncoding(), b.fromRawData("x", 1), QString::fromLatin1("x");
  QString::fromLocal8Bit("x"), QString::fromLatin1(b), QString::fromLocal8Bit(b), QString::fromStdWString(L"x"), QByteArray::fromBase64(b);
  QByteArray::fromHex(b), QByteArray::fromStdString("x"), QString::fromUtf8(b), QString(std::move(a));
  const char* bytes = b;
  a.append("x"), a.prepend("x"), a += "x", l.append(l), l << l;
  l + l, l += l, l.push_back("x"), l.prepend("x"), l.push_front("x"), q.enqueue(1), k.push(1), l.insert(0, "x"), q.dequeue(), k.pop();
  q.head(), k.top(), l.takeLast(), l.takeAt(0), l.front(), l.back(), l.first(), l.cbegin(), l.cend(), l.count(), s.toList(), v.end(), v << v;
  h.take("x"), m.constFind("x"), m.cbegin(), m.cend(), m.isEmpty(), m.empty(), m.count(), mm.insert("x", 1), h.find("x"), m.begin().key();
  QMap<QString, int> n;
  n.begin().key(), *n.begin(), n.begin() != n.end(), ++n.begin(), *h.constBegin(), ++h.constBegin(), *s.constBegin(), ++s.constBegin();
  h.constBegin() != h.constEnd(), s.constBegin() != s.constEnd(), *s.begin(), ++s.begin(), h.constBegin().key(), h.constBegin().value();
  x.toLongLong(), x.toUInt(), x.toDouble(), x.toByteArray(), x.toDate(), x.toDateTime(), x.toUrl(), x.toMap(), x.toList(), x.toStringList();
  x.isValid(), x.isNull(), x.type(), x.canConvert<int>(), x = QVariant(), j.toInt(), j.toDouble(), j.toObject(), j.toArray(), j.toVariant();
  o["x"].toObject(), o["x"].toArray(), o["x"].toVariant(), QJsonValue(o["x"]), QJsonValue("x"), QJsonArray().push_back(j), o.size(), o.isEmpty();
  o.contains("x"), QJsonDocument().array(), const_cast<const QJsonObject&>(o)["x"];
  u.setHost("x"), u.setUrl("x"), u.setPath("x"), u.setUserName("x"), u.setPassword("x"), u.setFragment("x"), u.setScheme("x"), u.toDisplayString();
  u.url(), u.host(), u.path(), u.query(), u.userName(), QUrlQuery().toString(), QUrlQuery().queryItemValue("x"), QUrl::fromPercentEncoding(b);
  u = QUrl(), QDebug(&d).nospace().quote().space().maybeSpace() << 1, qInfo("x"), qWarning("x"), qFatal("x");
  QLoggingCategory c("x");
  qCInfo(c) << 1;
  qCWarning(c) << 1;
  qCritical() << 1;
  c(), c.categoryName();
  d.read(1), d.peek(1), d.bytesAvailable(), d.isReadable(), d.isWritable(), t >> a, t.readLine(), t.read(1), ds >> a, t << Qt::flush;
  QFile f;
  f.open(stdout, QIODevice::WriteOnly);
  QXmlStreamWriter w(&b);
  w.writeComment("x"), w.writeCDATA("x"), QProcess::execute("x", l);
  QSharedPointer<int> none;
  QPointer<QObject> object(nullptr);
  none.data(), object.data(), object->objectName(), *object;
}
