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
  const Pack& pack = theory.pack();
  const Encoding& rules = theory.rules();
  std::vector<NamedClaim> claims;
  auto never = [&](const std::string& name, const z3::expr& contrary) {
    claims.push_back({name, contrary, NamedClaim::Holds::WhereUnsatisfiable});
  };
  auto possible = [&](const std::string& name, const z3::expr& witness) {
    claims.push_back({name, witness, NamedClaim::Holds::WhereSatisfiable});
  };
  const Encoding::Decided& with = rules.decided();
  never("consistent", theory.is(Outcome::Conflict));
  never("complete", !with.isCovered && !with.isForbidding);
  for (unsigned rule = 0; rule < pack.rules.size(); ++rule) {
    Encoding::Decided without = rules.without(rule);
    possible("live-" + pack.rules[rule].id,
             with.isCovered != without.isCovered || with.isForbidding != without.isForbidding);
  }
  for (unsigned i = 0; i < theory.vocabulary().conditions.size(); ++i) {
    const std::string& name = theory.vocabulary().conditions[i].name;
    possible("holds-" + name, theory.condition(i));
    possible("fails-" + name, !theory.condition(i));
  }
  for (unsigned rule = 0; rule < pack.rules.size(); ++rule) {
    possible("applies-" + pack.rules[rule].id, rules.applies(rule));
    for (unsigned other : pack.rules[rule].overrides)
      possible("exception-" + pack.rules[rule].id + "-from-" + pack.rules[other].id,
               rules.applies(rule) && rules.applies(other));
  }
  for (const Property& property : pack.properties) {
    z3::expr scope = theory.requestsOf(
        property, property.isOfNothingElse() ? Session::Bounds::All : Session::Bounds::Some);
    z3::expr outcome = theory.is(property.outcome);
    std::string name = "property-" + property.id;
    if (property.quantifier == Property::Quantifier::Possible)
      possible(name, scope && outcome);
    else
      never(name,
            scope && (property.quantifier == Property::Quantifier::Always ? !outcome : outcome));
  }
  for (const std::shared_ptr<const Pack>& above : pack.refines) {
    Encoding layer(theory, *above, above->name + "/");
    z3::expr permitted = theory.is(Outcome::Permitted);
    never("refines-" + above->name,
          permitted && (layer.is(Outcome::Forbidden) || layer.is(Outcome::Conflict)));
    never("beyond-" + above->name, permitted && layer.is(Outcome::Undecided));
  }
  for (const Limit& limit : pack.limits)
    never("limit-" + limit.id, theory.requestsOf(limit, Session::Bounds::Some) &&
                                   theory.is(Outcome::Permitted) &&
                                   !theory.isAtMost(limit.quantity, limit.atMost));
  return claims;
}

// `in-conflict`.
static std::string wordOf(Outcome outcome) {
  std::string text = name(outcome).str();
  std::replace(text.begin(), text.end(), ' ', '-');
  return text;
}

std::vector<NamedClaim> claimsOf(Theory& theory, const Scope& question,
                                 llvm::ArrayRef<std::vector<unsigned>> with) {
  z3::expr asked = theory.requestsOf(question, Session::Bounds::All);
  for (const std::vector<unsigned>& set : with)
    asked = asked && theory.part(Kind::Data, set);
  std::vector<NamedClaim> claims;
  for (Outcome outcome : outcomes)
    claims.push_back(
        {wordOf(outcome), asked && theory.is(outcome), NamedClaim::Holds::WhereSatisfiable});
  return claims;
}

std::vector<NamedClaim> claimsOfDifference(Theory& theory, const Pack& old) {
  Encoding before(theory, old, "before/");
  std::vector<NamedClaim> claims;
  std::vector<z3::expr> changes;
  for (Outcome outcome : outcomes) {
    changes.push_back(theory.is(outcome) && !before.is(outcome));
    claims.push_back({"nothing-becomes-" + wordOf(outcome), changes.back(),
                      NamedClaim::Holds::WhereUnsatisfiable});
  }
  claims.push_back({"unchanged", theory.any(changes), NamedClaim::Holds::WhereUnsatisfiable});
  return claims;
}

// A claim's name as that of a file that is not there yet.
static std::string fileName(llvm::StringRef name, std::set<std::string>& taken) {
  std::string text;
  for (char c : name)
    text += llvm::isAlnum(c) || c == '-' || c == '.' ? c : '_';
  while (!taken.insert(text).second)
    text += "_";
  return text + ".smt2";
}

llvm::Error writeClaims(Theory& theory, const std::vector<NamedClaim>& claims,
                        llvm::StringRef folder) {
  if (std::error_code failure = llvm::sys::fs::create_directories(folder))
    return llvm::createFileError(folder, failure);
  std::set<std::string> taken;
  for (const NamedClaim& claim : claims) {
    llvm::SmallString<128> path = folder;
    llvm::sys::path::append(path, fileName(claim.name, taken));
    std::string title =
        theory.pack().name + ": " + claim.name + ", which holds where this is " +
        (claim.holds == NamedClaim::Holds::WhereSatisfiable ? "satisfiable" : "unsatisfiable");
    std::string text = smtLib(theory, claim.question, title, theory.ask({claim.question}));
    if (llvm::Error failure = llvm::writeToOutput(path, [&](llvm::raw_ostream& out) {
          out << text;
          return llvm::Error::success();
        }))
      return failure;
  }
  return llvm::Error::success();
}

} // namespace circumspect::policy
