// Traced: every clause of the policy's text that decides something is cited by a rule, so that the
// text can be followed to the rule and back. Clauses of kind `duty` and `info` decide no data flow
// and need no rule.
#include "policy/verify/Check.h"

#include "llvm/ADT/STLExtras.h"

namespace circumspect::policy {

Verdict checkTraced(Theory& theory, const Limits&) {
  Verdict verdict{
      "traced", "every deciding clause is cited by a rule", "cited by no rule", {}, false, {}};
  for (const Clause& clause : theory.pack().clauses) {
    bool decides = clause.type == Clause::Type::Rule || clause.type == Clause::Type::Limit;
    bool isCited = llvm::any_of(
        theory.pack().rules, [&](const Rule& r) { return llvm::is_contained(r.cites, clause.id); });
    if (decides && !isCited)
      verdict.findings.push_back({clause.position,
                                  "clause " + clause.id,
                                  "",
                                  {"cite it in a rule, or mark it `info` or `duty`"}});
  }
  return verdict;
}

} // namespace circumspect::policy
