// Refines: nothing that this layer permits is forbidden by a layer above it, the default of that
// layer included. What this layer permits and the layer above says nothing about is no breach, and
// is listed apart.
#include "policy/verify/Check.h"

namespace circumspect::policy {

// Where this pack permits what the layer above takes as `above`.
static void compareWithLayers(Subject& subject, Verdict& verdict, Outcome above,
                              const std::string& what) {
  const Pack& pack = subject.pack();
  for (unsigned layer = 1; layer <= pack.refines.size(); ++layer) {
    const Pack& upper = subject.slices.pack(layer);
    auto breaks = [&](unsigned pack) {
      return both(outcomeIs(Outcome::Permitted, pack), outcomeIs(above, layer));
    };
    Claim claim = subject.old() ? butNot(breaks(0), breaks(*subject.old())) : breaks(0);
    enumerate(subject, verdict, claim, [&](const Cover::Part& part, Finding& finding) {
      Decision decision = replay(pack, part.witness, Outcome::Permitted);
      finding.position = decision.permits.empty() ? Position{pack.file}
                                                  : pack.rules[decision.permits.front()].position;
      finding.notes = reasons(pack, decision);
      Decision other = replay(upper, part.witness, above);
      finding.notes.push_back(upper.name + what);
      for (std::string& line : reasons(upper, other))
        finding.notes.push_back(std::move(line));
    });
  }
}

std::optional<Verdict> checkRefines(Subject& subject) {
  if (subject.pack().refines.empty())
    return std::nullopt;
  Verdict verdict{"refines", "nothing permitted is forbidden by a layer above",
                  "permitted, and forbidden by a layer above"};
  compareWithLayers(subject, verdict, Outcome::Forbidden, " forbids it:");
  compareWithLayers(subject, verdict, Outcome::Conflict, " forbids it, and permits it too:");
  return verdict;
}

std::optional<Verdict> checkBeyond(Subject& subject) {
  if (subject.pack().refines.empty())
    return std::nullopt;
  Verdict verdict{"beyond", "the layers above decide everything that is permitted",
                  "permitted, and undecided by a layer above"};
  verdict.isListing = true;
  compareWithLayers(subject, verdict, Outcome::Undecided, " says nothing about it");
  return verdict;
}

} // namespace circumspect::policy
