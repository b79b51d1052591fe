#include "policy/encode/SmtLib.h"

#include "llvm/Support/raw_ostream.h"

#include <set>

namespace circumspect::policy {

namespace {

// The uninterpreted symbols of a formula.
void collect(const z3::expr& e, std::set<unsigned>& seen, std::vector<z3::expr>& symbols) {
  if (!seen.insert(e.id()).second)
    return;
  if (e.is_const() && e.decl().decl_kind() == Z3_OP_UNINTERPRETED)
    symbols.push_back(e);
  for (unsigned i = 0; i < e.num_args(); ++i)
    collect(e.arg(i), seen, symbols);
}

} // namespace

std::string smtLib(Theory& theory, const z3::expr& claim, const std::string& title,
                   const Answer& expected) {
  std::string text;
  llvm::raw_string_ostream out(text);
  std::vector<z3::expr> formulas, symbols;
  z3::expr_vector assertions = theory.assertions();
  for (unsigned i = 0; i < assertions.size(); ++i)
    formulas.push_back(assertions[i]);
  formulas.push_back(claim);
  std::set<unsigned> seen;
  for (const z3::expr& formula : formulas)
    collect(formula, seen, symbols);
  out << "(set-info :smt-lib-version 2.6)\n(set-logic QF_LIA)\n(set-info :source |" << title
      << "|)\n(set-info :category \"industrial\")\n(set-info :status "
      << (expected.isSatisfiable()     ? "sat"
          : expected.isUnsatisfiable() ? "unsat"
                                       : "unknown")
      << ")\n";
  for (const z3::expr& symbol : symbols)
    out << symbol.decl().to_string() << "\n";
  for (const z3::expr& formula : formulas)
    out << "(assert " << formula.to_string() << ")\n";
  out << "(check-sat)\n(exit)\n";
  return text;
}

std::vector<NamedClaim> claimsOf(Theory& theory) {
  std::vector<NamedClaim> claims = {{"consistent", theory.is(Outcome::Conflict)},
                                    {"complete", !theory.isCovered() && !theory.isForbidding()}};
  const Encoding::Decided& with = theory.rules().decided();
  for (unsigned rule = 0; rule < theory.pack().rules.size(); ++rule) {
    Encoding::Decided without = theory.rules().without(rule);
    claims.push_back(
        {"dead-" + theory.pack().rules[rule].id,
         with.isCovered != without.isCovered || with.isForbidding != without.isForbidding});
  }
  return claims;
}

} // namespace circumspect::policy
