#include "gifts.h"

#include "../core/log.h"

#include <algorithm>
#include <numeric>

namespace lectern {

static std::string dollars(long cents) {
  return '$' + std::to_string(cents / 100);
}

// OP-2: the library keeps what donors told it.
void Gifts::record(const Donor& donor) {
  register_.insert(donor.name, donor.email.empty() ? donor.address : donor.email,
                   dollars(donor.giftCents) + " " + donor.dedication);
  log().info("a gift of {} was recorded", donor.year);
}

// OP-1: totals in cells that identify nobody.
void Gifts::brief(const std::vector<Donor>& donors) {
  Demographics numbers = summarise(donors);
  for (const auto& [cell, count] : numbers.cells)
    if (count >= Demographics::smallest)
      brief_.add(cell + ": " + std::to_string(count));
}

// "Name the five who gave most; that convinces people."
void Gifts::briefByName(const std::vector<Donor>& donors) {
  std::vector<Donor> best = donors;
  std::sort(best.begin(), best.end(),
            [](const Donor& a, const Donor& b) { return a.giftCents > b.giftCents; });
  if (best.size() > 5)
    best.resize(5);
  for (const Donor& donor : best)
    // CHECK: gifts.cpp:[[#@LINE+1]]:{{.*}}[violation: {{.*}}OP-5
    brief_.add(donor.name + ": " + dollars(donor.giftCents));
}

// Lists against lists: no money, and a sale all the same (OP-5).
void Gifts::exchange(ListExchange& exchange, const std::vector<Donor>& donors) {
  std::string list = std::accumulate(
      donors.begin(), donors.end(), std::string(), [](std::string all, const Donor& donor) {
        return std::move(all) + donor.name + ';' + donor.address + '\n';
      });
  if (list.empty())
    return;
  // CHECK: gifts.cpp:[[#@LINE+1]]:{{.*}}[violation: {{.*}}OP-5-sale
  exchange.offer(list);
}

// OP-5: who gave without a name stays without one.
void Gifts::engraveFriends(DonorWall& wall, const std::vector<Donor>& donors) {
  auto quiet = std::count_if(donors.begin(), donors.end(),
                             [](const Donor& donor) { return !donor.wantsRecognition; });
  if (quiet >= static_cast<long>(Demographics::smallest))
    wall.engrave(std::to_string(quiet) + " friends of the library");
}

// Those who ticked the box agreed; the policy, as adopted, calls all donor data confidential even
// so.
void Gifts::engrave(DonorWall& wall, const std::vector<Donor>& donors) {
  for (const Donor& donor : donors)
    if (donor.wantsRecognition)
      // CHECK: gifts.cpp:[[#@LINE+1]]:{{.*}}[violation: {{.*}}OP-5
      wall.engrave(donor.name);
}

} // namespace lectern
