// What the policy says of a flow, by what is known of it.
#pragma once

#include "checker/verdict/Judge.h"

#include <functional>
#include <map>

namespace circumspect::verdict {

/// Why a flow is not right.
struct Ruling {
  Kind kind = Kind::Violation;
  policy::Outcome outcome = policy::Outcome::Forbidden; ///< what the policy decides in `answer`
  policy::Answer answer; ///< a request as the flow may make it, or why there is no answer
  std::string advice;    ///< what would make it right, where something simple does
};

/// Rules on flows. Of flows of which the same is known the same is said, and it is found out once.
class Rulings {
public:
  explicit Rulings(policy::Theory& theory);

  /// None where the flow is right. `claims` is what is known of it; `leavesOpen`, that what is not
  /// said there may be said later, and is not up to the code.
  const std::optional<Ruling>& about(const std::vector<z3::expr>& claims, bool leavesOpen);

private:
  std::optional<Ruling> rule(bool leavesOpen);
  std::optional<Ruling> look(policy::Outcome outcome, Kind kind, bool leavesOpen,
                             std::optional<Ruling>& depends);
  /// Looks for a request for which all of the claims hold.
  using Search = std::function<policy::Answer(const std::vector<z3::expr>&)>;
  policy::Answer simplest(const Search& search, const z3::expr& claim);
  policy::Answer askUnsaved(const std::vector<z3::expr>& claims);
  std::vector<z3::expr> needed(std::vector<z3::expr> world, const policy::Request& completion);
  std::vector<z3::expr> facts(const policy::Request& request);
  std::string advice();

  policy::Theory& theory_;
  const policy::Vocabulary& v_;
  z3::expr isPermitted_;
  std::vector<z3::expr> saved_; ///< of the flow at hand: worlds that are none of which a completion
                                ///< is permitted
  struct Known {
    std::vector<z3::expr> claims; ///< kept, so that their numbers stay theirs
    std::optional<Ruling> ruling;
  };
  std::map<std::pair<bool, std::vector<unsigned>>, Known> known_; ///< by the claims' numbers
};

} // namespace circumspect::verdict
