// Requests at which a rule is likely to matter, made up from what the rule says. Most rules can be
// seen to be live at one of them, by the evaluator alone; only for the others is the solver asked.
#pragma once

#include "policy/encode/Slice.h"

#include <map>
#include <optional>

namespace circumspect::policy {

/// Makes well-formed requests of slices at which rules apply.
class Samples {
public:
  Samples(const Slices& slices, unsigned timeout);

  /// A few reduced requests of the slice at which the rule, numbered as in the slice, applies.
  std::vector<Request> of(const Section& section, unsigned rule);

private:
  const std::optional<Request>& factsFor(const Rule& rule);

  Session session_; ///< of the reduced vocabulary, and of no rules
  std::map<std::string, std::optional<Request>> facts_; ///< by `when`
};

} // namespace circumspect::policy
