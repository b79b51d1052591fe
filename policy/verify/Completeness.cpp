// Complete: every request that the vocabulary can state is decided by a rule, or by the pack's
// default. A gap is a request that nothing forbids and of which some category is not covered; gaps
// are shown as maximal regions. What only the default decides is a gap of the rules all the same,
// and is listed.
#include "policy/verify/Check.h"

#include "llvm/ADT/StringExtras.h"

namespace circumspect::policy {

// No rule of the pack decides it.
static Claim isOpen(unsigned pack) {
  return {[=](const Slice& slice) {
            const Encoding::Decided& decided = slice->rules(pack).decided();
            return !decided.isCovered && !decided.isForbidding;
          },
          [=](const Slice& slice, const Request& request) {
            Decision decision = decide(slice->rules(pack).pack(), request);
            return decision.outcome == Outcome::Undecided || decision.isByDefault;
          }};
}

std::optional<Verdict> checkComplete(Subject& subject) {
  const Pack& pack = subject.pack();
  Verdict verdict{"complete", "every request is decided by a rule", "decided by no rule"};
  Outcome outcome = !pack.fallback                    ? Outcome::Undecided
                    : pack.fallback == Effect::Permit ? Outcome::Permitted
                                                      : Outcome::Forbidden;
  verdict.isListing = pack.fallback.has_value();
  if (pack.fallback)
    verdict.fails = "decided by the default alone (" + name(*pack.fallback).str() + ")";
  Claim gaps = isOpen(0);
  if (subject.old())
    gaps = butNot(gaps, isOpen(*subject.old()));
  enumerate(subject, verdict, gaps, [&](const Cover::Part& part, Finding& finding) {
    Decision decision = replay(pack, part.witness, outcome);
    finding.position = Position{pack.file};
    std::vector<std::string> uncovered;
    for (unsigned leaf : decision.uncovered)
      uncovered.push_back(subject.vocabulary()[Kind::Data][leaf].name);
    finding.notes.push_back("no rule permits " + llvm::join(uncovered, " or ") +
                            " here, and none forbids it");
    for (const Decision::Defeat& defeat : decision.defeats)
      finding.notes.push_back("rule " + pack.rules[defeat.rule].id + " would decide it, and rule " +
                              pack.rules[defeat.by].id + " overrides it");
    finding.notes.push_back("add a rule that permits or forbids it");
  });
  return verdict;
}

} // namespace circumspect::policy
