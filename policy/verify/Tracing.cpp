// Traced: every clause of the policy's text that decides something is cited by a rule, so that the
// text can be followed to the rule and back. Clauses of kind `duty` and `info` decide no data flow
// and need no rule.
#include "policy/verify/Check.h"

#include "llvm/ADT/STLExtras.h"

namespace circumspect::policy {

std::optional<Verdict> checkTraced(Subject& subject) {
  const Pack& pack = subject.pack();
  Verdict verdict{"traced", "every deciding clause is cited by a rule", "cited by no rule"};
  for (const Clause& clause : pack.clauses) {
    auto cites = [&](const auto& rule) { return llvm::is_contained(rule.cites, clause.id); };
    bool decides = clause.type == Clause::Type::Rule || clause.type == Clause::Type::Limit;
    if (decides && llvm::none_of(pack.rules, cites) && llvm::none_of(pack.limits, cites))
      verdict.findings.push_back({clause.position,
                                  "clause " + clause.id,
                                  "",
                                  {"cite it in a rule, or mark it `info` or `duty`"}});
  }
  return verdict;
}

} // namespace circumspect::policy
