// The specification: what a pack decides about one concrete request, and why.
// Kept as plain as it can be; the solver's encoding, and everything else that is clever, is tested
// against it.
#pragma once

#include "policy/model/Pack.h"
#include "policy/model/Request.h"

namespace circumspect::policy {

/// What a pack says about a request, with the rules that say so.
struct Decision {
  Outcome outcome = Outcome::Undecided;
  bool isByDefault = false;        ///< no rule decides it, and the pack's default does
  std::vector<unsigned> permits;   ///< undefeated permits that cover a category
  std::vector<unsigned> forbids;   ///< undefeated forbids that apply
  std::vector<unsigned> uncovered; ///< categories that no undefeated permit covers
  struct Defeat {
    unsigned rule;
    unsigned by;
  };
  std::vector<Defeat>
      defeats; ///< rules that apply and are defeated, each with the first rule that does
};

/// Does an expression hold for a request?
bool holds(const Expression& expression, const Request& request, const Vocabulary& vocabulary);

/// Is a request one that the vocabulary allows?
bool isWellFormed(const Request& request, const Vocabulary& vocabulary);

/// Do all parts of the rule match?
bool applies(const Pack& pack, const Rule& rule, const Request& request);

/// Decides a well-formed request; with `without`, as if that rule were not there.
Decision decide(const Pack& pack, const Request& request,
                std::optional<unsigned> without = std::nullopt);

} // namespace circumspect::policy
