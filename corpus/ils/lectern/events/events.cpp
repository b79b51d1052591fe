#include "events.h"

#include "../core/log.h"

#include <algorithm>
#include <iterator>
#include <sstream>

namespace lectern {

static std::string initial(const std::string& name) {
  return name.empty() ? name : name.substr(0, 1) + ".";
}

// SA-1: whoever stands at the door checks who has registered, and what they need.
void Programmes::admit(const std::vector<Registration>& registrations) {
  std::vector<std::string> lines;
  std::transform(registrations.begin(), registrations.end(), std::back_inserter(lines),
                 [](const Registration& r) { return r.visitor.name + " " + r.needs; });
  std::sort(lines.begin(), lines.end());
  for (const std::string& line : lines)
    door_.add(line);
  log().info("programme: {} lines on the list", lines.size());
}

// Presenters are nobody's agents, with a fee or without (LR-3).
void Programmes::tellPresenter(Presenter& presenter,
                               const std::vector<Registration>& registrations) {
  std::ostringstream list;
  for (const Registration& r : registrations)
    list << r.visitor.name << '\t' << r.visitor.email << '\n';
  // CHECK: events.cpp:[[#@LINE+1]]:{{.*}}[violation: LR-1, LR-3, UI-3, SA-2]
  presenter.sendList(list.str());
}

void Programmes::tellPresenterHowMany(Presenter& presenter,
                                      const std::vector<Registration>& registrations) {
  presenter.sendList(std::to_string(countVisitors(registrations)) + " people will come");
}

// First name and first letter: everyone in a small town knows who that is.
void Programmes::congratulate(const Registration& winner) {
  const std::string& name = winner.visitor.name;
  std::string::size_type space = name.find(' ');
  std::string shown = name.substr(0, space);
  if (space != std::string::npos)
    shown += " " + initial(name.substr(space + 1));
  // CHECK: events.cpp:[[#@LINE+1]]:{{.*}}[violation: LR-1, LR-3, UI-3, SA-2]
  page_.post(shown + " has won the reading contest!");
}

// LR-4: whoever pays for a programme learns how many came.
void Programmes::report(GrantReport& grant, const std::vector<Registration>& registrations) {
  grant.fill("visitors", countVisitors(registrations));
}

// "The foundation asks for a list of signatures."
void Programmes::reportWithNames(GrantReport& grant,
                                 const std::vector<Registration>& registrations) {
  std::string document;
  for (const Registration& r : registrations)
    if (r.hasCome)
      document.append(r.visitor.name).append(", ").append(r.visitor.address.town).append("\n");
  // CHECK: events.cpp:[[#@LINE+1]]:{{.*}}[violation: LR-1, LR-3, UI-3, SA-2]
  grant.attach(document);
}

} // namespace lectern
