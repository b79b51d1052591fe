// Complete: every request that the vocabulary can state is decided by a rule, or by the pack's
// default. A gap is a request that nothing forbids and of which some category is not covered; gaps
// are shown as maximal regions.
#include "policy/verify/Check.h"

#include "llvm/ADT/StringExtras.h"

namespace circumspect::policy {

Verdict checkComplete(Theory& theory, const Limits& limits) {
  Verdict verdict{"complete", "every request is decided by a rule", "decided by no rule", {}, false,
                  {}};
  const Pack& pack = theory.pack();
  const Vocabulary& v = theory.vocabulary();
  // What only the default decides is a gap of the rules all the same, and is listed.
  z3::expr open = !theory.isCovered() && !theory.isForbidding();
  Outcome outcome = !pack.fallback                    ? Outcome::Undecided
                    : pack.fallback == Effect::Permit ? Outcome::Permitted
                                                      : Outcome::Forbidden;
  verdict.isListing = pack.fallback.has_value();
  if (pack.fallback)
    verdict.fails = "decided by the default alone (" + name(*pack.fallback).str() + ")";
  Cover gaps = cover(theory, open, limits.regions);
  for (const Cover::Part& part : gaps.parts) {
    Decision decision = replay(theory, part.witness, outcome);
    Finding finding;
    finding.position = Position{pack.file};
    finding.region = describe(part.region, v);
    finding.example = describe(part.witness, v);
    std::vector<std::string> uncovered;
    for (unsigned leaf : decision.uncovered)
      uncovered.push_back(v[Kind::Data][leaf].name);
    finding.notes.push_back("no rule permits " + llvm::join(uncovered, " or ") +
                            " here, and none forbids it");
    for (const Decision::Defeat& defeat : decision.defeats)
      finding.notes.push_back("rule " + pack.rules[defeat.rule].id + " would decide it, and rule " +
                              pack.rules[defeat.by].id + " overrides it");
    finding.notes.push_back("add a rule that permits or forbids it");
    verdict.findings.push_back(std::move(finding));
  }
  verdict.isCut = !gaps.isComplete;
  verdict.undecided = gaps.undecided;
  return verdict;
}

} // namespace circumspect::policy
