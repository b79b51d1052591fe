// RUN: not circumspect check %s -- -std=c++20 -I%S/include | FileCheck %s
// UI-3: personal information is not sold. A broker buys the list of those who give.

#include "partners.h"

#include <algorithm>
#include <numeric>

namespace ils {

static std::vector<std::string> generousSince(const std::vector<Donor>& donors, int year) {
  std::vector<std::string> names;
  for (const Donor& donor : donors)
    if (donor.year >= year)
      names.push_back(donor.name);
  std::sort(names.begin(), names.end());
  return names;
}

static std::string join(const std::vector<std::string>& lines) {
  return std::accumulate(
      lines.begin(), lines.end(), std::string(),
      [](std::string all, const std::string& line) { return std::move(all) + line + '\n'; });
}

struct Offer {
  int since = 2020;
  std::size_t atLeast = 100;
};

bool trade(ListBroker& broker, const std::vector<Donor>& donors, const Offer& offer) {
  std::vector<std::string> names = generousSince(donors, offer.since);
  if (names.size() < offer.atLeast)
    return false;
  // CHECK: ui3_breaks.cpp:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}[violation: {{.*}}UI-3{{.*}}]
  broker.sell(join(names));
  return true;
}

} // namespace ils
