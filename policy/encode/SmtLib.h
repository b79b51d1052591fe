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

/// Something that is claimed of a pack, as a question about requests.
struct NamedClaim {
  std::string name;
  z3::expr question;
  /// Does the claim hold where a request makes the question true, or where none does?
  enum class Holds { WhereUnsatisfiable, WhereSatisfiable } holds;
};

/// All that `policy verify` asks of requests: no conflict, no gap, each rule is live, each rule,
/// exception and condition can apply, and the pack keeps its properties, its limits and the layers
/// above it. The layers are added to the theory.
std::vector<NamedClaim> claimsOf(Theory& theory);

/// What `policy query` asks: `permitted`, `forbidden`, `undecided` and `in-conflict`, each of which
/// holds where a request of the scope that has nothing else is decided so. Of each set of data
/// terms in `with`, some is there.
std::vector<NamedClaim> claimsOf(Theory& theory, const Scope& question,
                                 llvm::ArrayRef<std::vector<unsigned>> with);

/// What `policy diff` asks: that nothing becomes permitted, forbidden, undecided or in conflict,
/// and `unchanged`, that nothing becomes any of them. The other version is added to the theory.
std::vector<NamedClaim> claimsOfDifference(Theory& theory, const Pack& old);

/// Decides each claim, and writes it as `NAME.smt2` into a folder, which is made where there is
/// none.
llvm::Error writeClaims(Theory& theory, const std::vector<NamedClaim>& claims,
                        llvm::StringRef folder);

} // namespace circumspect::policy
