// Live: every rule decides some request that it would not without it. A rule that does not is
// covered by others, perhaps only by several together; Covering.h finds which.
#include "policy/verify/Check.h"
#include "policy/verify/Covering.h"

#include "llvm/ADT/STLExtras.h"

#include <set>

namespace circumspect::policy {

namespace {

bool mattersTo(const Pack& rules, unsigned rule, const Request& request) {
  Decision with = decide(rules, request), without = decide(rules, request, rule);
  return with.uncovered.empty() != without.uncovered.empty() ||
         with.forbids.empty() != without.forbids.empty();
}

} // namespace

bool Subject::meetEasily(unsigned rule, unsigned other) {
  for (unsigned number : slices.slicesOf(0, rule)) {
    Slice slice = slices[number];
    auto here = slice->ruleHere(0, rule), there = slice->ruleHere(0, other);
    const Pack& rules = slice->rules().pack();
    if (there && llvm::any_of(samples_.of(*slice, *here), [&](const Request& request) {
          return applies(rules, rules.rules[*there], request);
        }))
      return true;
  }
  return false;
}

Subject::Life Subject::lifeOf(unsigned rule) {
  lives_.resize(pack().rules.size());
  std::optional<Life>& life = lives_[rule];
  if (life)
    return *life;
  bool canApply = false, isUnknown = false;
  std::set<const Section*> known;
  for (unsigned number : slices.slicesOf(0, rule)) {
    Slice slice = slices[number];
    if (!known.insert(&*slice).second)
      continue;
    unsigned here = *slice->ruleHere(0, rule);
    const Pack& rules = slice->rules().pack();
    std::vector<Request> samples = samples_.of(*slice, here);
    std::vector<bool> core;
    Answer answer;
    if (llvm::any_of(samples, [&](const Request& r) { return mattersTo(rules, here, r); }))
      answer.kind = Answer::Kind::Satisfiable;
    else
      answer = slice->refute({matters(*slice, here)}, core);
    if (answer.isSatisfiable())
      return *(life = Life::Live);
    if (answer.isUnknown())
      undecidedLife_ = answer.reason;
    isUnknown |= answer.isUnknown();
    canApply = canApply || !samples.empty() ||
               !slice->refute({slice->rules().applies(here)}, core).isUnsatisfiable();
  }
  life = isUnknown ? Life::Unknown : canApply ? Life::Dead : Life::Inapplicable;
  return *life;
}

std::optional<Verdict> checkLive(Subject& subject) {
  const Pack& pack = subject.pack();
  Verdict verdict{"live", "every rule decides something that no other does",
                  "decides nothing of its own"};
  for (unsigned rule = 0; rule < pack.rules.size() && !verdict.isCut; ++rule) {
    // What can never apply is said by the check of vacuity.
    if (subject.lifeOf(rule) != Subject::Life::Dead)
      continue;
    if (verdict.findings.size() == subject.limits.regions) {
      verdict.isCut = true;
      break;
    }
    Finding finding{pack.rules[rule].position, "rule " + pack.rules[rule].id, "", {}};
    std::set<unsigned> by = coveringRules(subject.slices, rule);
    if (by.size() > 1)
      finding.notes.push_back("these rules together do all that it does:");
    for (unsigned other : by)
      finding.notes.push_back((by.size() > 1 ? "  rule " : "all that it does is done by rule ") +
                              pack.rules[other].id + " (" + pack.rules[other].position.str() + ")");
    finding.notes.push_back("remove it, or let it override what hides it");
    verdict.findings.push_back(std::move(finding));
  }
  verdict.undecided = subject.undecidedLife();
  return verdict;
}

} // namespace circumspect::policy
