// RUN: not circumspect check %s -- -std=c++20 -I%S/include | FileCheck %s
// CK-2: the web site counts page views, and to tell visitors apart it adds the number of the card.

#include "econtent.h"
#include "patron.h"

#include <optional>

namespace ils {

using Event = std::map<std::string, std::string>;

struct Session {
  std::optional<std::string> visitor;
};

static Session logIn(const Patron& patron) {
  return Session{patron.barcode};
}

class Tracker {
public:
  Tracker(AnalyticsService& analytics, Session session)
      : analytics_(analytics), session_(std::move(session)) {}

  void view(const PageView& view) {
    Event event{{"page", view.page}};
    if (session_.visitor)
      event["visitor"] = *session_.visitor;
    send(event);
  }

private:
  void send(const Event& event) {
    // CHECK: ck2_breaks.cpp:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}[violation: {{.*}}CK-2-tied{{.*}}]
    analytics_.collect(event);
  }

  AnalyticsService& analytics_;
  Session session_;
};

void browse(AnalyticsService& analytics, const Patron& patron, const std::vector<PageView>& pages) {
  Tracker tracker(analytics, logIn(patron));
  for (const PageView& page : pages)
    tracker.view(page);
}

} // namespace ils
