// Bounded: quantities obey the pack's limits wherever it permits, and every clause that states a
// limit has a limit, or a rule that compares a quantity, which cites it.
#include "policy/verify/Check.h"

#include "llvm/ADT/STLExtras.h"

namespace circumspect::policy {

static bool compares(const Expression& e) {
  return e.op == Expression::Op::Compare || llvm::any_of(e.operands, compares);
}

std::optional<Verdict> checkBounded(Subject& subject) {
  const Pack& pack = subject.pack();
  const Vocabulary& v = subject.vocabulary();
  auto isLimit = [](const Clause& clause) { return clause.type == Clause::Type::Limit; };
  if (pack.limits.empty() && llvm::none_of(pack.clauses, isLimit))
    return std::nullopt;
  Verdict verdict{"bounded", "quantities obey every limit", "permitted beyond a limit"};
  for (const Limit& limit : pack.limits) {
    Claim claim{[&](const Slice& slice) -> std::optional<z3::expr> {
      std::optional<z3::expr> scope = slice.scope(limit, Session::Bounds::Some);
      if (!scope)
        return std::nullopt;
      return *scope && slice->rules().is(Outcome::Permitted) &&
             !slice->isAtMost(limit.quantity, limit.atMost);
    }};
    const Quantity& quantity = v.quantities[limit.quantity];
    enumerate(subject, verdict, claim, [&](const Cover::Part& part, Finding& finding) {
      finding.position = limit.position;
      finding.notes = reasons(pack, replay(pack, part.witness, Outcome::Permitted));
      auto most = part.region.atMost[limit.quantity];
      finding.notes.push_back(
          "limit " + limit.id + " is " + std::to_string(limit.atMost) + " " + quantity.unit +
          "; permitted is " +
          (most ? std::to_string(*most) + " " + quantity.unit : "any number of " + quantity.unit));
    });
  }
  for (const Clause& clause : pack.clauses) {
    auto cites = [&](const auto& claim) { return llvm::is_contained(claim.cites, clause.id); };
    if (isLimit(clause) && llvm::none_of(pack.limits, cites) &&
        llvm::none_of(pack.rules, [&](const Rule& r) { return cites(r) && compares(r.when); }))
      verdict.findings.push_back({clause.position,
                                  "clause " + clause.id + " states a limit, and nothing bounds it",
                                  "",
                                  {"write it under `limits`, or compare a quantity in a rule"}});
  }
  return verdict;
}

} // namespace circumspect::policy
