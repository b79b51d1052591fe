#include "checker/verdict/Ruling.h"

#include "llvm/ADT/STLExtras.h"

namespace circumspect::verdict {

using policy::Outcome;

/// Ways in which the facts may be, tried for one that no completion saves.
static constexpr unsigned maxWorlds = 32;

Rulings::Rulings(policy::Theory& theory)
    : theory_(theory), v_(theory.vocabulary()),
      isPermitted_(theory.fresh("permitted", theory.is(Outcome::Permitted))) {
}

const std::optional<Ruling>& Rulings::about(const std::vector<z3::expr>& claims, bool leavesOpen) {
  std::vector<unsigned> numbers;
  for (const z3::expr& claim : claims)
    numbers.push_back(claim.id());
  auto [known, isNew] =
      known_.try_emplace({leavesOpen, std::move(numbers)}, Known{claims, std::nullopt});
  if (isNew) {
    policy::Session::Supposing supposing(theory_, claims);
    known->second.ruling = rule(leavesOpen);
  }
  return known->second.ruling;
}

std::optional<Ruling> Rulings::rule(bool leavesOpen) {
  std::optional<Ruling> depends;
  for (auto [outcome, kind] : {std::pair(Outcome::Forbidden, Kind::Violation),
                               std::pair(Outcome::Conflict, Kind::Conflict),
                               std::pair(Outcome::Undecided, Kind::Undecided)})
    if (auto ruling = look(outcome, kind, leavesOpen, depends)) {
      if (kind != Kind::Conflict && ruling->kind != Kind::Unknown)
        ruling->advice = advice();
      return ruling;
    }
  return depends;
}

/// The facts of a request: all that is not unsaid by a model.
z3::expr Rulings::world(const policy::Request& request) {
  std::vector<z3::expr> facts;
  for (unsigned i = 0; i < request.conditions.size(); ++i)
    facts.push_back(request.conditions[i] ? theory_.condition(i) : !theory_.condition(i));
  for (unsigned leaf : v_[policy::Kind::Data].leaves())
    facts.push_back(llvm::is_contained(request.data, leaf) ? theory_.has(leaf)
                                                           : !theory_.has(leaf));
  return theory_.all(facts);
}

std::optional<Ruling> Rulings::look(Outcome outcome, Kind kind, bool leavesOpen,
                                    std::optional<Ruling>& depends) {
  std::vector<z3::expr> open = {theory_.is(outcome)};
  for (unsigned i = 0; i < maxWorlds; ++i) {
    policy::Answer answer = simplest(open);
    if (answer.isUnknown())
      return Ruling{Kind::Unknown, outcome, answer, ""};
    if (answer.isUnsatisfiable())
      return std::nullopt;
    z3::expr facts = world(answer.request);
    if (!leavesOpen || theory_.ask({facts, isPermitted_}).isUnsatisfiable())
      return Ruling{kind, outcome, answer, ""};
    if (!depends)
      depends = Ruling{Kind::Depends, outcome, answer, ""};
    open.push_back(!facts);
  }
  return std::nullopt;
}

/// A counterexample in which as little as possible holds reads best, and is the same whatever order
/// the solver goes in: each fact in turn is left out where one without it is left.
policy::Answer Rulings::simplest(const std::vector<z3::expr>& open) {
  std::vector<z3::expr> claims = open;
  policy::Answer answer = theory_.ask(claims);
  auto leaveOut = [&](const z3::expr& without, bool isOut) {
    claims.push_back(without);
    if (isOut)
      return;
    if (policy::Answer simpler = theory_.ask(claims); simpler.isSatisfiable())
      answer = std::move(simpler);
    else
      claims.pop_back();
  };
  for (unsigned i = 0; i < v_.conditions.size() && answer.isSatisfiable(); ++i)
    leaveOut(!theory_.condition(i), !answer.request.conditions[i]);
  for (unsigned i = 0; i < v_.quantities.size() && answer.isSatisfiable(); ++i)
    leaveOut(theory_.quantity(i) == theory_.context().int_val(0),
             answer.request.quantities[i] == 0);
  return answer;
}

/// What could be asked first so that the flow were right: something that the person can say, alone
/// or with one thing more.
std::string Rulings::advice() {
  auto canBePermitted = [&](std::vector<z3::expr> asked) {
    asked.push_back(isPermitted_);
    return theory_.check(asked).isSatisfiable();
  };
  auto helps = [&](std::vector<z3::expr> asked) {
    if (!canBePermitted(asked))
      return false;
    asked.push_back(!isPermitted_);
    return theory_.check(asked).isUnsatisfiable();
  };
  std::vector<unsigned> theirs, others;
  for (unsigned i = 0; i < v_.conditions.size(); ++i)
    if (canBePermitted({theory_.condition(i)}))
      (v_.conditions[i].isAboutSubject ? theirs : others).push_back(i);
  for (unsigned i : theirs)
    if (helps({theory_.condition(i)}))
      return "it is permitted when " + v_.conditions[i].name +
             " holds for the person whose data it is; ask for it before this call";
  std::erase_if(others, [&](unsigned j) { return helps({theory_.condition(j)}); });
  for (unsigned i : theirs)
    for (unsigned j : others)
      if (helps({theory_.condition(i), theory_.condition(j)}))
        return "it is permitted when " + v_.conditions[i].name +
               " holds for the person whose data it is, and " + v_.conditions[j].name +
               " too; ask for both before this call";
  return "";
}

} // namespace circumspect::verdict
