// What is asked of all requests: a formula for the solver, and where there is one the same for the
// evaluator, which answers for a single request at once and so spares the solver most questions
// whose answer is no.
#pragma once

#include "policy/encode/Slice.h"

#include <functional>

namespace circumspect::policy {

/// A claim about requests, slice by slice.
struct Claim {
  /// Nothing where it holds of no request in the slice.
  std::function<std::optional<z3::expr>(const Slice&)> formula;
  /// Does it hold of a reduced request of the slice? May be absent.
  std::function<bool(const Slice&, const Request&)> evaluation = nullptr;
  /// It holds of no request outside; may be absent. Slices that it is not about are then not built.
  const Scope* scope = nullptr;

  explicit operator bool() const { return formula != nullptr; }
};

/// That a pack of the slices decides so.
Claim outcomeIs(Outcome outcome, unsigned pack = 0);
/// That one claim holds and another does not.
Claim butNot(Claim claim, Claim other);
/// That both claims hold.
Claim both(Claim claim, Claim other);

} // namespace circumspect::policy
