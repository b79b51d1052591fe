// RUN: circumspect check %s -- -std=c++20 -I%S/include | FileCheck --allow-empty %s
// CHECK-NOT: error:
// CHECK-NOT: warning:
// CK-2: the web site counts page views. Who looked at the page stays at home.

#include "econtent.h"
#include "patron.h"

namespace ils {

using Event = std::map<std::string, std::string>;

class Session {
public:
  explicit Session(const Patron* user) : user_(user) {}
  bool isLoggedIn() const { return user_ != nullptr; }
  std::string greeting() const { return user_ ? "Hello, " + user_->name : "Hello"; }

private:
  const Patron* user_;
};

static Event toEvent(const PageView& view) {
  Event event;
  event["page"] = view.page;
  event["milliseconds"] = std::to_string(view.milliseconds);
  return event;
}

std::string serve(AnalyticsService& analytics, const Session& session, const PageView& view) {
  Event event = toEvent(view);
  analytics.collect(event);
  return session.isLoggedIn() ? session.greeting() : "Please log in";
}

} // namespace ils
