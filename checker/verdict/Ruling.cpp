#include "checker/verdict/Ruling.h"

#include "llvm/ADT/STLExtras.h"

namespace circumspect::verdict {

using policy::Outcome;

/// Ways in which the facts may be, tried for one that no completion saves.
static constexpr unsigned maxWorlds = 200;

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
    saved_.clear();
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
std::vector<z3::expr> Rulings::facts(const policy::Request& request) {
  std::vector<z3::expr> facts;
  for (unsigned i = 0; i < request.conditions.size(); ++i)
    facts.push_back(request.conditions[i] ? theory_.condition(i) : !theory_.condition(i));
  for (unsigned leaf : v_[policy::Kind::Data].leaves())
    facts.push_back(llvm::is_contained(request.data, leaf) ? theory_.has(leaf)
                                                           : !theory_.has(leaf));
  return facts;
}

std::optional<Ruling> Rulings::look(Outcome outcome, Kind kind, bool leavesOpen,
                                    std::optional<Ruling>& depends) {
  Search search = [&](const std::vector<z3::expr>& claims) { return theory_.ask(claims); };
  Search unsaved = [&](const std::vector<z3::expr>& claims) { return askUnsaved(claims); };
  policy::Answer answer = simplest(leavesOpen ? unsaved : search, theory_.is(outcome));
  if (answer.isUnknown())
    return Ruling{Kind::Unknown, outcome, answer, ""};
  if (answer.isSatisfiable())
    return Ruling{kind, outcome, answer, ""};
  if (leavesOpen && !depends)
    if (answer = simplest(search, theory_.is(outcome)); answer.isSatisfiable())
      depends = Ruling{Kind::Depends, outcome, answer, ""};
  return std::nullopt;
}

/// A request whose facts no completion makes permitted, by counterexample-guided refinement
/// (Janota, Klieber, Marques-Silva and Clarke 2012): a completion that saves one world saves all in
/// which the facts hold that it needs, and those need not be looked at.
policy::Answer Rulings::askUnsaved(const std::vector<z3::expr>& claims) {
  policy::Answer none;
  none.kind = policy::Answer::Kind::Unsatisfiable;
  for (unsigned i = 0; i < maxWorlds; ++i) {
    std::vector<z3::expr> open = claims;
    llvm::append_range(open, saved_);
    policy::Answer answer = theory_.ask(open);
    if (!answer.isSatisfiable())
      return answer;
    std::vector<z3::expr> world = facts(answer.request), permitted = world;
    permitted.push_back(isPermitted_);
    policy::Answer completed = theory_.ask(permitted);
    if (completed.isUnsatisfiable())
      return answer;
    if (completed.isUnknown())
      return completed;
    saved_.push_back(!theory_.all(needed(std::move(world), completed.request)));
  }
  return none;
}

/// Those facts of a world that a completion of it needs to be permitted.
std::vector<z3::expr> Rulings::needed(std::vector<z3::expr> world,
                                      const policy::Request& completion) {
  std::vector<z3::expr> given = {!isPermitted_};
  for (policy::Kind part : policy::singleKinds)
    given.push_back(theory_.isUnder(part, completion[part]));
  for (unsigned i = 0; i < v_.quantities.size(); ++i)
    given.push_back(theory_.quantity(i) == theory_.context().int_val(completion.quantities[i]));
  policy::Session::Supposing supposing(theory_, given);
  std::vector<bool> core;
  if (!theory_.refute(world, core).isUnsatisfiable())
    return world;
  size_t next = 0;
  std::erase_if(world, [&](const z3::expr&) { return !core[next++]; });
  return world;
}

/// A counterexample in which as little as possible holds reads best, and is the same whatever order
/// the solver goes in: each fact in turn is left out where one without it is left.
policy::Answer Rulings::simplest(const Search& search, const z3::expr& claim) {
  std::vector<z3::expr> claims = {claim};
  policy::Answer answer = search(claims);
  auto leaveOut = [&](const z3::expr& without, bool isOut) {
    claims.push_back(without);
    if (isOut)
      return;
    if (policy::Answer simpler = search(claims); simpler.isSatisfiable())
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
