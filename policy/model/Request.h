// A request: one point of the vocabulary, and so one thing that could happen to data.
// It is what the evaluator decides, what the solver's models are read back into, and what a
// counterexample shows.
#pragma once

#include "policy/model/Vocabulary.h"

#include <array>
#include <vector>

namespace circumspect::policy {

/// A concrete request. It is well formed where `data` is not empty and the vocabulary's constraints
/// hold.
struct Request {
  std::vector<unsigned> data;                   ///< leaf categories, ascending
  std::array<unsigned, kinds.size()> leaf = {}; ///< one leaf by Kind; that of Data is not used
  std::vector<bool> conditions;                 ///< by condition
  std::vector<int64_t> quantities;              ///< by quantity, in its unit

  unsigned operator[](Kind kind) const { return leaf[static_cast<size_t>(kind)]; }
  unsigned& operator[](Kind kind) { return leaf[static_cast<size_t>(kind)]; }
  bool operator==(const Request&) const = default;
};

/// A request in words: `disclose patron.email to self for operation.notices by email, when
/// consent`. Quantities that are 0 are left out, as a question that does not name one means 0.
std::string describe(const Request& request, const Vocabulary& vocabulary);

} // namespace circumspect::policy
