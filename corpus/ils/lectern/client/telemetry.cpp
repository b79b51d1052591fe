#include "client.h"

#include <QtCore/QUrl>
#include <QtCore/QUrlQuery>
#include <QtNetwork/QNetworkRequest>

namespace lectern {

// CK-2: which part of the program, and nothing of whom.
void Telemetry::used(const QString& part) {
  QUrlQuery query;
  query.addQueryItem("t", "screenview");
  query.addQueryItem("cd", part);
  QUrl url("https://metrics.deskwatch.example/collect");
  url.setQuery(query);
  manager_.get(QNetworkRequest(url));
}

// "Custom dimension 1 is free": it holds the card's number, and so does the address, which every
// server on the way writes down.
void Telemetry::usedFor(const QString& part, const QString& dimension) {
  QUrlQuery query;
  query.addQueryItem("t", "screenview");
  query.addQueryItem("cd", part);
  query.addQueryItem("cd1", dimension);
  QUrl url("https://metrics.deskwatch.example/collect");
  url.setQuery(query);
  // CHECK: telemetry.cpp:[[#@LINE+1]]:{{.*}}patron.barcode{{.*}}third-party.analytics{{.*}}[violation: LR-1, LR-3, UI-3, SA-2]
  manager_.get(QNetworkRequest(url));
}

} // namespace lectern
