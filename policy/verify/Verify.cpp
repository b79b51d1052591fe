#include "policy/verify/Check.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ErrorHandling.h"

namespace circumspect::policy {

std::vector<Verdict> verify(Theory& theory, const Limits& limits) {
  static constexpr Verdict (*checks[])(Theory&, const Limits&) = {checkConsistent, checkComplete,
                                                                  checkTraced};
  std::vector<Verdict> verdicts;
  for (auto* check : checks)
    verdicts.push_back(check(theory, limits));
  return verdicts;
}

std::string describe(const Pack& pack, unsigned rule) {
  const Rule& r = pack.rules[rule];
  std::string text = name(r.effect).str() + "s it: rule " + r.id + " (" + r.position.str() + ")";
  if (!r.cites.empty())
    text += ", citing " + llvm::join(r.cites, ", ");
  return r.says.empty() ? text : text + ": " + r.says;
}

Decision replay(Theory& theory, const Request& request, Outcome expected) {
  if (!isWellFormed(request, theory.vocabulary()))
    llvm::report_fatal_error(
        "the solver's request is not well formed; this is a defect of circumspect");
  Decision decision = decide(theory.pack(), request);
  if (decision.outcome != expected)
    llvm::report_fatal_error(
        "the solver and the evaluator decide differently; this is a defect of circumspect");
  return decision;
}

} // namespace circumspect::policy
