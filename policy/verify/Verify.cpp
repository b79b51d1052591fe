#include "policy/verify/Check.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ErrorHandling.h"

#include <set>

namespace circumspect::policy {

static std::vector<std::shared_ptr<const Pack>> withLayers(const std::shared_ptr<const Pack>& pack,
                                                           const std::shared_ptr<const Pack>& old) {
  std::vector<std::shared_ptr<const Pack>> packs = {pack};
  packs.insert(packs.end(), pack->refines.begin(), pack->refines.end());
  if (old)
    packs.push_back(old);
  return packs;
}

Subject::Subject(std::shared_ptr<const Pack> pack, std::shared_ptr<const Pack> old, Limits most)
    : slices(withLayers(pack, old), most.timeout), limits(most), samples_(slices, most.timeout) {
  if (old)
    old_ = 1 + pack->refines.size();
}

static std::vector<Verdict> runAll(Subject& subject) {
  static constexpr Check* checks[] = {checkConsistent, checkComplete,   checkLive,
                                      checkNonVacuous, checkProperties, checkRefines,
                                      checkBeyond,     checkBounded,    checkTraced};
  std::vector<Verdict> verdicts;
  for (Check* check : checks)
    if (std::optional<Verdict> verdict = check(subject))
      verdicts.push_back(std::move(*verdict));
  return verdicts;
}

std::vector<Verdict> verify(const std::shared_ptr<const Pack>& pack,
                            const std::shared_ptr<const Pack>& old, const Limits& limits) {
  Subject subject(pack, old, limits);
  std::vector<Verdict> verdicts = runAll(subject);
  if (!old)
    return verdicts;
  // What is about rules and clauses rather than requests is old where the same was said before.
  std::set<std::pair<std::string, std::string>> known;
  Subject before(old, nullptr, limits);
  for (const Verdict& verdict : runAll(before))
    for (const Finding& finding : verdict.findings)
      known.emplace(verdict.check, finding.region);
  for (Verdict& verdict : verdicts)
    llvm::erase_if(verdict.findings, [&](const Finding& finding) {
      return finding.example.empty() && known.count({verdict.check, finding.region});
    });
  return verdicts;
}

std::string describe(const Pack& pack, unsigned rule) {
  const Rule& r = pack.rules[rule];
  std::string text = name(r.effect).str() + "s it: rule " + r.id + " (" + r.position.str() + ")";
  if (!r.cites.empty())
    text += ", citing " + llvm::join(r.cites, ", ");
  return r.says.empty() ? text : text + ": " + r.says;
}

std::vector<std::string> reasons(const Pack& pack, const Decision& decision) {
  std::vector<std::string> lines;
  for (unsigned rule : decision.forbids)
    lines.push_back(describe(pack, rule));
  if (decision.uncovered.empty())
    for (unsigned rule : decision.permits)
      lines.push_back(describe(pack, rule));
  if (decision.isByDefault)
    lines.push_back("no rule decides it; the default of " + pack.name + " does");
  return lines;
}

Decision replay(const Pack& pack, const Request& request, Outcome expected) {
  if (!isWellFormed(request, *pack.vocabulary))
    llvm::report_fatal_error(
        "the solver's request is not well formed; this is a defect of circumspect");
  Decision decision = decide(pack, request);
  if (decision.outcome != expected)
    llvm::report_fatal_error(
        "the solver and the evaluator decide differently; this is a defect of circumspect");
  return decision;
}

Decision replay(Theory& theory, const Request& request, Outcome expected) {
  return replay(theory.pack(), request, expected);
}

void enumerate(Subject& subject, Verdict& verdict, const Claim& claim,
               const std::function<void(const Cover::Part&, Finding&)>& explain) {
  unsigned most = verdict.isListing ? subject.limits.notes : subject.limits.regions;
  unsigned room = most - std::min<size_t>(most, verdict.findings.size());
  Cover found = cover(subject.slices, claim, room);
  for (const Cover::Part& part : found.parts) {
    Finding finding;
    finding.region = describe(part.region, subject.vocabulary());
    finding.terms = describe(part.region, subject.vocabulary(), Wording::Language);
    finding.example = describe(part.witness, subject.vocabulary());
    explain(part, finding);
    verdict.findings.push_back(std::move(finding));
  }
  verdict.isCut |= !found.isComplete;
  if (!found.undecided.empty())
    verdict.undecided = found.undecided;
}

} // namespace circumspect::policy
