// Qt Network.
// flags: -fPIC -I/usr/include/x86_64-linux-gnu/qt5 -I/usr/include/x86_64-linux-gnu/qt5/QtCore
#include "people.h"
#include <QtCore/QtCore>
#include <QtNetwork/QtNetwork>

struct User {
  DATA("patron.name") QString name;
  DATA("patron.email") QString email;
  DATA("patron.pin") int pin;
  QString branch;
};

SINK void out(const QString& text);

void requests(const User& u, QNetworkAccessManager* manager) {
  QNetworkRequest request(QUrl("https://stats.example.org/loans")), other;
  request.setHeader(QNetworkRequest::ContentTypeHeader, "text/plain");
  QNetworkReply* reply = manager->post(request, u.name.toUtf8()); // reaches patron.name
  manager->post(request, u.branch.toUtf8());
  manager->get(request);
  request.setRawHeader("X-User", u.email.toUtf8());
  manager->get(request); // reaches patron.email
  other.setUrl(QUrl("https://stats.example.org/?pin=" + QString::number(u.pin)));
  out(other.url().toString()); // reaches patron.pin
  manager->head(other); // reaches patron.pin
  manager->deleteResource(other); // reaches patron.pin
  manager->put(QNetworkRequest(), u.email.toUtf8()); // reaches patron.email
  manager->sendCustomRequest(QNetworkRequest(), "PATCH", u.name.toUtf8()); // reaches patron.name
  QByteArray bytes = u.name.toUtf8();
  QBuffer buffer(&bytes);
  manager->post(QNetworkRequest(), &buffer); // reaches patron.name
  QHttpMultiPart form;
  QHttpPart part;
  part.setHeader(QNetworkRequest::ContentTypeHeader, "text/plain"), part.setRawHeader("x", "y");
  part.setBody(u.email.toUtf8());
  form.append(part);
  manager->post(QNetworkRequest(), &form); // reaches patron.email
  other.setAttribute(QNetworkRequest::User, 1), other.setSslConfiguration(QSslConfiguration()), other.setTransferTimeout();
  reply->error(), reply->url(), reply->rawHeader("x"), reply->attribute(QNetworkRequest::User), reply->isFinished(), reply->abort();
  out(reply->readAll().data());
}

void sockets(const User& u, QUdpSocket& udp) {
  QTcpSocket socket;
  socket.connectToHost("sip.example.org", 6001);
  if (!socket.waitForConnected())
    return;
  socket.write(u.name.toUtf8()); // reaches patron.name
  socket.write("x");
  QSslSocket tls;
  tls.connectToHostEncrypted("sip.example.org", 6001);
  tls.write(u.email.toUtf8()); // reaches patron.email
  QTextStream stream(&socket);
  stream << u.pin; // reaches patron.pin
  udp.writeDatagram(u.name.toUtf8(), QHostAddress::Broadcast, 1); // reaches patron.name
  udp.writeDatagram("x", 1, QHostAddress::Broadcast, 1);
  socket.state(), socket.error(), socket.disconnectFromHost();
}
