#include "policy/encode/Session.h"

#include <unordered_set>

namespace circumspect::policy {

static z3::expr_vector vectorOf(z3::context& context, const std::vector<z3::expr>& expressions) {
  z3::expr_vector all(context);
  for (const z3::expr& expression : expressions)
    all.push_back(expression);
  return all;
}

Session::Session(std::shared_ptr<const Vocabulary> vocabulary, unsigned timeout,
                 std::shared_ptr<z3::context> context)
    : vocabulary_(std::move(vocabulary)), timeout_(timeout), context_(std::move(context)),
      solver_(std::make_unique<z3::solver>(*context_, z3::solver::simple())) {
  bound(Bound::Steps);
  for (Kind kind : kinds)
    declare(kind);
  for (const Condition& condition : vocabulary_->conditions)
    conditions_.push_back(context_->bool_const(("condition:" + condition.name).c_str()));
  for (const Quantity& quantity : vocabulary_->quantities) {
    quantities_.push_back(context_->int_const(("quantity:" + quantity.name).c_str()));
    assume(quantities_.back() >= 0);
  }
  atMost_.resize(quantities_.size());
  for (const Expression& constraint : vocabulary_->constraints)
    assume(encode(constraint));
}

z3::expr Session::all(const std::vector<z3::expr>& operands) {
  return operands.empty()       ? context_->bool_val(true)
         : operands.size() == 1 ? operands[0]
                                : z3::mk_and(vectorOf(*context_, operands));
}

z3::expr Session::any(const std::vector<z3::expr>& operands) {
  return operands.empty()       ? context_->bool_val(false)
         : operands.size() == 1 ? operands[0]
                                : z3::mk_or(vectorOf(*context_, operands));
}

z3::expr Session::named(const std::string& name, const z3::expr& definition) {
  z3::expr symbol = context_->bool_const(name.c_str());
  define(symbol, definition);
  return symbol;
}

void Session::define(const z3::expr& symbol, const z3::expr& definition) {
  assume(symbol == definition);
  definitions_.emplace(symbol.id(), definition);
}

const z3::expr* Session::definition(const z3::expr& symbol) const {
  auto found = definitions_.find(symbol.id());
  return found == definitions_.end() ? nullptr : &found->second;
}

z3::expr Session::fresh(const std::string& name, const z3::expr& definition) {
  auto known = fresh_.find(definition.id());
  if (known == fresh_.end())
    known =
        fresh_.emplace(definition.id(), named(name + "#" + std::to_string(symbols_++), definition))
            .first;
  return known->second;
}

void Session::declare(Kind kind) {
  const Taxonomy& taxonomy = (*vocabulary_)[kind];
  std::string prefix = name(kind).str() + ":";
  std::vector<z3::expr>& under = under_[static_cast<size_t>(kind)];
  std::vector<z3::expr> leaves;
  for (unsigned term = 0; term < taxonomy.terms().size(); ++term)
    under.push_back(context_->bool_const((prefix + taxonomy[term].name).c_str()));
  for (unsigned leaf : taxonomy.leaves())
    leaves.push_back(under[leaf]);
  for (unsigned term = 0; term < under.size(); ++term) {
    if (taxonomy.isLeaf(term))
      continue;
    std::vector<z3::expr> children;
    for (unsigned child : taxonomy[term].children)
      children.push_back(under[child]);
    define(under[term], any(children));
  }
  assume(any(leaves));
  if (kind == Kind::Data)
    return;
  // At most one leaf, by a ladder: `before` holds from the chosen leaf on (Sinz 2005, the
  // sequential counter).
  for (size_t i = 1; i < leaves.size(); ++i) {
    z3::expr before = leaves[0];
    if (i > 1)
      before = named(
          prefix + "before:" + std::to_string(i),
          i == 2 ? leaves[0] || leaves[1]
                 : context_->bool_const((prefix + "before:" + std::to_string(i - 1)).c_str()) ||
                       leaves[i - 1]);
    assume(!(before && leaves[i]));
  }
}

z3::expr Session::isOfOneCategory() {
  if (!ofOneCategory_.empty())
    return ofOneCategory_[0];
  z3::expr_vector leaves(*context_);
  for (unsigned leaf : vocabulary()[Kind::Data].leaves())
    leaves.push_back(has(leaf));
  ofOneCategory_.push_back(fresh("data:one", z3::atmost(leaves, 1)));
  return ofOneCategory_[0];
}

z3::expr Session::isAtMost(unsigned quantity, int64_t value) {
  if (value < 0)
    return context_->bool_val(false);
  auto known = atMost_[quantity].find(value);
  if (known != atMost_[quantity].end())
    return known->second;
  z3::expr symbol =
      named("quantity:" + vocabulary().quantities[quantity].name + "<=" + std::to_string(value),
            quantities_[quantity] <= context_->int_val(value));
  atMost_[quantity].emplace(value, symbol);
  return symbol;
}

z3::expr Session::part(Kind kind, llvm::ArrayRef<unsigned> terms) {
  std::vector<z3::expr> alternatives;
  for (unsigned term : terms)
    alternatives.push_back(isUnder(kind, term));
  return terms.empty() ? context_->bool_val(true) : any(alternatives);
}

z3::expr Session::requestsOf(const Scope& scope, Bounds bounds) {
  std::vector<z3::expr> parts = {encode(scope.when)};
  for (Kind kind : kinds)
    parts.push_back(part(kind, scope[kind]));
  if (bounds == Bounds::All)
    for (unsigned leaf : vocabulary()[Kind::Data].leaves())
      if (!matches(vocabulary(), Kind::Data, scope[Kind::Data], leaf))
        parts.push_back(!has(leaf));
  return all(parts);
}

z3::expr Session::encode(const Expression& e) {
  std::vector<z3::expr> operands;
  for (const Expression& operand : e.operands)
    operands.push_back(encode(operand));
  switch (e.op) {
  case Expression::Op::True:
    return context_->bool_val(true);
  case Expression::Op::Condition:
    return conditions_[e.term];
  case Expression::Op::Compare: {
    auto isLess = [&] { return isAtMost(e.term, e.value - 1); };
    auto isNotMore = [&] { return isAtMost(e.term, e.value); };
    switch (e.comparison) {
    case Comparison::Less:
      return isLess();
    case Comparison::LessEqual:
      return isNotMore();
    case Comparison::Equal:
      return isNotMore() && !isLess();
    case Comparison::NotEqual:
      return isLess() || !isNotMore();
    case Comparison::GreaterEqual:
      return !isLess();
    case Comparison::Greater:
      return !isNotMore();
    }
    break;
  }
  case Expression::Op::Contains:
    return isUnder(Kind::Data, e.term);
  case Expression::Op::Links:
    return isUnder(Kind::Data, e.term) && isUnder(Kind::Data, e.other);
  case Expression::Op::Not:
    return !operands[0];
  case Expression::Op::And:
    return all(operands);
  case Expression::Op::Or:
    return any(operands);
  case Expression::Op::Implies:
    return z3::implies(operands[0], operands[1]);
  }
  return context_->bool_val(false);
}

// Nearly all questions take so few steps that a clock for each would be most of their cost; only
// those that take more are asked again with one.
void Session::bound(Bound by) {
  constexpr unsigned steps = 200000, unbounded = 0xFFFFFFFF;
  z3::params params(*context_);
  params.set("random_seed", 0u);
  params.set("timeout", by == Bound::Time ? timeout_ : unbounded);
  params.set("rlimit", by == Bound::Time ? 0u : steps);
  solver_->set(params);
}

Answer Session::answer(Witness witness, const std::function<z3::check_result()>& check) {
  ++questions_;
  Answer answer;
  if (timeout_ == 0) {
    answer.reason = "no time was given";
    return answer;
  }
  try { // Z3's own way of reporting; it goes no further than here.
    z3::check_result result = check();
    if (result == z3::unknown) {
      bound(Bound::Time);
      result = check();
      bound(Bound::Steps);
    }
    switch (result) {
    case z3::sat:
      answer.kind = Answer::Kind::Satisfiable;
      if (witness == Witness::Read)
        answer.request = read(solver_->get_model());
      break;
    case z3::unsat:
      answer.kind = Answer::Kind::Unsatisfiable;
      break;
    case z3::unknown:
      answer.reason = solver_->reason_unknown();
      break;
    }
  } catch (const z3::exception& failure) {
    answer.kind = Answer::Kind::Unknown;
    answer.reason = failure.msg();
  }
  return answer;
}

Session::Supposing::Supposing(Session& session, const std::vector<z3::expr>& claims)
    : session_(session) {
  session_.solver_->push();
  session_.solver_->add(vectorOf(*session_.context_, claims));
}

Answer Session::ask(const std::vector<z3::expr>& claims) {
  Supposing supposing(*this, claims);
  return answer(Witness::Read, [&] { return solver_->check(); });
}

Answer Session::askLiterals(const std::vector<z3::expr>& literals) {
  return answer(Witness::Read, [&] { return solver_->check(vectorOf(*context_, literals)); });
}

Answer Session::check(const std::vector<z3::expr>& literals) {
  return answer(Witness::NotRead, [&] { return solver_->check(vectorOf(*context_, literals)); });
}

Answer Session::refute(const std::vector<z3::expr>& literals, std::vector<bool>& core) {
  Answer result = check(literals);
  core.assign(literals.size(), false);
  if (!result.isUnsatisfiable())
    return result;
  z3::expr_vector found = solver_->unsat_core();
  std::unordered_set<unsigned> needed;
  for (unsigned i = 0; i < found.size(); ++i)
    needed.insert(found[i].id());
  for (size_t i = 0; i < literals.size(); ++i)
    core[i] = needed.count(literals[i].id());
  return result;
}

Request Session::read(const z3::model& model) {
  const Vocabulary& v = vocabulary();
  auto isTrue = [&](const z3::expr& e) { return model.eval(e, true).is_true(); };
  Request request;
  for (unsigned leaf : v[Kind::Data].leaves())
    if (isTrue(has(leaf)))
      request.data.push_back(leaf);
  for (Kind kind : singleKinds)
    for (unsigned leaf : v[kind].leaves())
      if (isTrue(isUnder(kind, leaf)))
        request[kind] = leaf;
  for (const z3::expr& condition : conditions_)
    request.conditions.push_back(isTrue(condition));
  for (const z3::expr& quantity : quantities_) {
    int64_t value = 0;
    model.eval(quantity, true).is_numeral_i64(value);
    request.quantities.push_back(value);
  }
  return request;
}

} // namespace circumspect::policy
