// What may be told of those who use the library and of those who give: totals (OP-1).
#include "campaign.h"

#include <fmt/format.h>

#include <map>

namespace lectern {

// OP-1: to manage services better, for the library itself.
void Campaign::plan(PlanningTable& table, const std::vector<Patron>& patrons) const {
  nlohmann::json totals = totalsByDistrict(patrons);
  totals["year"] = 2026;
  table.put(totals);
}

// OP-1: to those who may give, the same totals, and how many have given.
void Campaign::brief(Foundation& foundation, const std::vector<Patron>& patrons,
                     const std::vector<Donor>& donors) const {
  nlohmann::json brief;
  brief["users"] = totalsByDistrict(patrons);
  brief["donors"] = donors.size();
  foundation.send(brief);
}

// "They want to see the neighbourhood": a street with two readers is two readers (OP-1, LR-4).
void Campaign::briefByStreet(Foundation& foundation, const std::vector<Patron>& patrons) const {
  nlohmann::json brief;
  brief["streets"] = cellsByStreet(patrons);
  // CHECK: totals.cpp:[[#@LINE+1]]:{{.*}}statistics.small-cell{{.*}}[violation: LR-1, LR-3, UI-3, SA-2]
  foundation.send(brief);
}

// Without names, and with everything that leads to them (OP-1).
void Campaign::briefByPerson(Foundation& foundation, const std::vector<Patron>& patrons) const {
  nlohmann::json rows = nlohmann::json::array();
  for (const Patron& patron : patrons)
    rows.push_back({{"born", patron.birthdate}, {"zip", patron.address.zip}});
  // CHECK: totals.cpp:[[#@LINE+1]]:{{.*}}patron.birthdate{{.*}}third-party.contributor{{.*}}[violation: LR-1, LR-3, UI-3, SA-2]
  foundation.send(rows);
}

// The largest gifts, "as an example": who gives so much is known in town (OP-1, OP-5).
void Campaign::briefByGift(Foundation& foundation, const std::vector<Donor>& donors) const {
  std::map<int, long> largest;
  for (const Donor& donor : donors)
    if (long& known = largest[donor.year]; known < donor.giftCents)
      known = donor.giftCents;
  nlohmann::json brief;
  for (const auto& [year, cents] : largest)
    brief[fmt::format("{}", year)] = cents / 100;
  // CHECK: totals.cpp:[[#@LINE+1]]:{{.*}}donor.gift{{.*}}[violation: UI-3, OP-5, SA-2]
  foundation.send(brief);
}

// OP-1 names contributors and no developers. No clause permits it, none forbids it.
void Campaign::briefDeveloper(Developer& developer, const std::vector<Patron>& patrons) const {
  // CHECK: totals.cpp:[[#@LINE+1]]:{{.*}}statistics.demographic{{.*}}third-party.other{{.*}}[undecided]
  developer.send(totalsByDistrict(patrons));
}

} // namespace lectern
