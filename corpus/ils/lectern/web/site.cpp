#include "web.h"

#include "../core/log.h"

namespace lectern {

// CK-1: after login, to know who is authorised and how they want their pages.
void Site::logIn(const Request& request, Response& response) {
  if (!request.isLoggedIn()) {
    response.redirect("/login");
    return;
  }
  response.setSessionCookie(request.session.token);
  if (!request.session.language.empty())
    response.setPreferenceCookie(request.session.language);
}

// Before anybody has logged in, a cookie that knows the browser again: no clause says that it may
// (CK-1).
void Site::remember(const Request& request, Response& response) {
  // CHECK: site.cpp:[[#@LINE+1]]:{{.*}}[undecided]
  response.setPreferenceCookie(request.session.language);
}

// CK-2: pages, and nothing of who sees them.
void Site::measure(const Request& request, const PageView& view) {
  if (request.cookies.contains("no-statistics"))
    return;
  meter_.send(view.page, view.milliseconds);
}

// A custom dimension is free text, and the card's number was at hand.
void Site::measureByUser(const Request& request, const PageView& view) {
  std::map<std::string, std::string> event = view.dimensions;
  event["page"] = view.page;
  if (const Patron* user = request.user())
    event["cd1"] = user->barcode;
  // CHECK: site.cpp:[[#@LINE+1]]:{{.*}}[violation: LR-1, LR-3, UI-3, CK-2-tied, SA-2]
  meter_.sendEvent(event);
}

// An address is about a visitor, too.
void Site::measureByAddress(const Request& request, const PageView& view) {
  std::map<std::string, std::string> event;
  event["page"] = view.page;
  event["ip"] = request.address;
  // CHECK: site.cpp:[[#@LINE+1]]:{{.*}}[violation: UI-3, CK-2-tied, SA-2]
  meter_.sendEvent(event);
}

// What one searches for is a record of the library (LR-1); a service that searches for many is told
// the words and nobody's name, and as adopted even that is a release to a third party.
std::vector<std::string> Site::suggest(const Request& request) {
  if (request.query.empty())
    return {};
  if (const Patron* user = request.user())
    // CHECK: site.cpp:[[#@LINE+1]]:{{.*}}[violation: LR-1, LR-3, UI-3, SA-2]
    return discovery_.searchAs(user->name, request.query);
  // CHECK: site.cpp:[[#@LINE+1]]:{{.*}}[violation: LR-1, LR-3, UI-3, SA-2]
  return discovery_.search(request.query);
}

// The words go along in the address of the next page, and from there into everybody's logs.
void Site::passOn(const Request& request, Response& response) {
  std::string url = "https://catalogue.example.org/find?q=" + request.query;
  // CHECK: site.cpp:[[#@LINE+1]]:{{.*}}[violation: LR-1]
  log().info("redirect {}", url);
  response.redirect(url);
}

} // namespace lectern
