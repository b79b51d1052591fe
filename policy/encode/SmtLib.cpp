#include "policy/encode/SmtLib.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include <algorithm>
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
  std::string source = title; // a quoted symbol has neither bars nor backslashes
  std::replace_if(source.begin(), source.end(), [](char c) { return c == '|' || c == '\\'; }, '_');
  out << "(set-info :smt-lib-version 2.6)\n(set-logic QF_LIA)\n(set-info :source |" << source
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

// A rule's name as that of a file.
static std::string fileName(llvm::StringRef name) {
  std::string text;
  for (char c : name)
    text += llvm::isAlnum(c) || c == '-' || c == '.' ? c : '_';
  return text + ".smt2";
}

llvm::Error writeClaims(Theory& theory, llvm::StringRef folder) {
  if (std::error_code failure = llvm::sys::fs::create_directories(folder))
    return llvm::createFileError(folder, failure);
  for (const NamedClaim& claim : claimsOf(theory)) {
    llvm::SmallString<128> path = folder;
    llvm::sys::path::append(path, fileName(claim.name));
    std::string text = smtLib(theory, claim.contrary, theory.pack().name + ": " + claim.name,
                              theory.ask({claim.contrary}));
    if (llvm::Error failure = llvm::writeToOutput(path, [&](llvm::raw_ostream& out) {
          out << text;
          return llvm::Error::success();
        }))
      return failure;
  }
  return llvm::Error::success();
}

} // namespace circumspect::policy
