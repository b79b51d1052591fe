// A region: a set of requests that can be said in a few words, such as "disclose any circulation
// record to law enforcement, for any purpose, when not court-order". Findings are shown as regions,
// since one model of the solver says too little, and found by widening one request as far as the
// claim that it witnesses allows.
#pragma once

#include "policy/encode/Theory.h"

#include <optional>

namespace circumspect::policy {

/// A conjunction of parts; a part that is not given matches anything.
struct Region {
  std::vector<unsigned> with; ///< data terms; the request has a category under each
  std::vector<unsigned> only; ///< data terms; it has none that is under none of them
  std::array<std::optional<unsigned>, kinds.size()> term; ///< by single Kind
  std::vector<std::optional<bool>> conditions;            ///< by condition
  std::vector<std::optional<int64_t>> atLeast, atMost;    ///< by quantity

  bool operator==(const Region&) const = default;
};

/// The region as a formula.
z3::expr encode(Theory& theory, const Region& region);

/// The region in words.
std::string describe(const Region& region, const Vocabulary& vocabulary);

/// Is the request in the region?
bool contains(const Region& region, const Request& request, const Vocabulary& vocabulary);

/// A region around `request` in which `claim` holds everywhere, and of which no part can be
/// widened. Parts are widened in a fixed order, so that the same claim gives the same region. A
/// part on which the solver does not decide stays narrow.
Region widen(Theory& theory, const Request& request, const z3::expr& claim);

/// The regions that together are exactly where a claim holds, as far as `limit` allows.
struct Cover {
  struct Part {
    Region region;
    Request witness; ///< a request of it
  };
  std::vector<Part> parts;
  bool isComplete = true; ///< false: `limit` was reached
  std::string undecided;  ///< why the solver gave up, where it did
};
Cover cover(Theory& theory, const z3::expr& claim, unsigned limit);

} // namespace circumspect::policy
