// Consistent: no request is both covered by permits and met by a prohibition. A clash is shown with
// the rules that make it, the whole region in which they clash, and one request; regions are
// enumerated until nothing is left.
#include "policy/verify/Check.h"

namespace circumspect::policy {

Verdict checkConsistent(Theory& theory, const Limits& limits) {
  Verdict verdict{"consistent",
                  "no request is both permitted and forbidden",
                  "both permitted and forbidden",
                  {},
                  false,
                  {}};
  const Pack& pack = theory.pack();
  Cover conflicts = cover(theory, theory.is(Outcome::Conflict), limits.regions);
  for (const Cover::Part& part : conflicts.parts) {
    Decision decision = replay(theory, part.witness, Outcome::Conflict);
    Finding finding;
    finding.position = pack.rules[decision.forbids.front()].position;
    finding.region = describe(part.region, theory.vocabulary());
    finding.example = describe(part.witness, theory.vocabulary());
    for (unsigned rule : decision.forbids)
      finding.notes.push_back(describe(pack, rule));
    for (unsigned rule : decision.permits)
      finding.notes.push_back(describe(pack, rule));
    finding.notes.push_back("let one rule override the other, or narrow one of them");
    verdict.findings.push_back(std::move(finding));
  }
  verdict.isCut = !conflicts.isComplete;
  verdict.undecided = conflicts.undecided;
  return verdict;
}

} // namespace circumspect::policy
