// A claim as SMT-LIB 2.6 text (Barrett, Fontaine and Tinelli 2017), so that a solver that shares
// nothing with Z3 can decide it again. The text has the whole theory of a pack, one definition a
// line, with the pack's own names.
#pragma once

#include "policy/encode/Theory.h"

#include "llvm/Support/Error.h"

namespace circumspect::policy {

/// A benchmark that is satisfiable exactly where a well-formed request makes `claim` true.
/// `expected` is what Z3 answered, if it did.
std::string smtLib(Theory& theory, const z3::expr& claim, const std::string& title,
                   const Answer& expected);

/// The claims of a pack that are decided whole: no conflict, no gap, and that each rule is live.
struct NamedClaim {
  std::string name;
  z3::expr contrary; ///< unsatisfiable where the claim holds
};
std::vector<NamedClaim> claimsOf(Theory& theory);

/// Decides each claim, and writes it as `NAME.smt2` into a folder, which is made where there is
/// none.
llvm::Error writeClaims(Theory& theory, llvm::StringRef folder);

} // namespace circumspect::policy
