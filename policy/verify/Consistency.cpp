// Consistent: no request is both covered by permits and met by a prohibition. A clash is shown with
// the rules that make it, the whole region in which they clash, and one request; regions are
// enumerated until nothing is left.
#include "policy/verify/Check.h"

namespace circumspect::policy {

std::optional<Verdict> checkConsistent(Subject& subject) {
  Verdict verdict{"consistent", "no request is both permitted and forbidden",
                  "both permitted and forbidden"};
  Claim clashes = outcomeIs(Outcome::Conflict);
  if (subject.old())
    clashes = butNot(clashes, outcomeIs(Outcome::Conflict, *subject.old()));
  enumerate(subject, verdict, clashes, [&](const Cover::Part& part, Finding& finding) {
    Decision decision = replay(subject.pack(), part.witness, Outcome::Conflict);
    finding.position = subject.pack().rules[decision.forbids.front()].position;
    finding.notes = reasons(subject.pack(), decision);
    finding.notes.push_back("let one rule override the other, or narrow one of them");
  });
  return verdict;
}

} // namespace circumspect::policy
