#include "policy/encode/Theory.h"

#include <functional>

namespace circumspect::policy {

Theory::Theory(std::shared_ptr<const Pack> pack, unsigned timeout)
    : pack_(std::move(pack)), context_(std::make_unique<z3::context>()) {
  solver_ = std::make_unique<z3::solver>(*context_);
  z3::params params(*context_);
  params.set("timeout", timeout);
  params.set("random_seed", 0u);
  solver_->set(params);
  declare();
  define();
}

z3::expr Theory::all(const std::vector<z3::expr>& operands) {
  z3::expr_vector terms(*context_);
  for (const z3::expr& operand : operands)
    terms.push_back(operand);
  return operands.empty() ? context_->bool_val(true) : z3::mk_and(terms);
}

z3::expr Theory::any(const std::vector<z3::expr>& operands) {
  z3::expr_vector terms(*context_);
  for (const z3::expr& operand : operands)
    terms.push_back(operand);
  return operands.empty() ? context_->bool_val(false) : z3::mk_or(terms);
}

// A definition gets a name of its own, so that the theory stays linear where it is used often and
// reads well as text.
z3::expr Theory::named(const std::string& name, z3::expr definition) {
  z3::expr symbol = context_->bool_const(name.c_str());
  solver_->add(symbol == definition);
  return symbol;
}

void Theory::declare() {
  const Vocabulary& v = vocabulary();
  for (Kind kind : kinds) {
    const Taxonomy& taxonomy = v[kind];
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
      solver_->add(under[term] == any(children));
    }
    solver_->add(any(leaves));
    // At most one leaf, by a ladder: `seen` holds from the chosen leaf on (Sinz 2005, the
    // sequential counter).
    for (size_t i = 1; kind != Kind::Data && i < leaves.size(); ++i) {
      z3::expr seen = i == 1
                          ? leaves[0]
                          : context_->bool_const((prefix + "before:" + std::to_string(i)).c_str());
      if (i > 1) {
        z3::expr previous =
            i == 2 ? leaves[0]
                   : context_->bool_const((prefix + "before:" + std::to_string(i - 1)).c_str());
        solver_->add(seen == (previous || leaves[i - 1]));
      }
      solver_->add(!(seen && leaves[i]));
    }
  }
  data_ = under_[static_cast<size_t>(Kind::Data)];
  for (const Condition& condition : v.conditions)
    conditions_.push_back(context_->bool_const(("condition:" + condition.name).c_str()));
  for (const Quantity& quantity : v.quantities) {
    quantities_.push_back(context_->int_const(("quantity:" + quantity.name).c_str()));
    solver_->add(quantities_.back() >= 0);
  }
  for (const Expression& constraint : v.constraints)
    solver_->add(encode(constraint));
}

z3::expr Theory::isUnder(Kind kind, unsigned term) {
  return under_[static_cast<size_t>(kind)][term];
}

z3::expr Theory::isOfOneCategory() {
  z3::expr_vector leaves(*context_);
  for (unsigned leaf : vocabulary()[Kind::Data].leaves())
    leaves.push_back(data_[leaf]);
  return z3::atmost(leaves, 1);
}

z3::expr Theory::part(Kind kind, llvm::ArrayRef<unsigned> terms) {
  std::vector<z3::expr> alternatives;
  for (unsigned term : terms)
    alternatives.push_back(isUnder(kind, term));
  return terms.empty() ? context_->bool_val(true) : any(alternatives);
}

z3::expr Theory::encode(const Expression& e) {
  std::vector<z3::expr> operands;
  for (const Expression& operand : e.operands)
    operands.push_back(encode(operand));
  switch (e.op) {
  case Expression::Op::True:
    return context_->bool_val(true);
  case Expression::Op::Condition:
    return conditions_[e.term];
  case Expression::Op::Compare: {
    z3::expr left = quantities_[e.term];
    z3::expr right = context_->int_val(e.value);
    switch (e.comparison) {
    case Comparison::Less:
      return left < right;
    case Comparison::LessEqual:
      return left <= right;
    case Comparison::Equal:
      return left == right;
    case Comparison::NotEqual:
      return left != right;
    case Comparison::GreaterEqual:
      return left >= right;
    case Comparison::Greater:
      return left > right;
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

// See `defeater` in decide/: permits lift a prohibition only where together they permit every
// category that it is about.
z3::expr Theory::isDefeated(unsigned rule, llvm::ArrayRef<unsigned> by) {
  const Rule& defeated = pack_->rules[rule];
  std::vector<z3::expr> always, some;
  std::vector<unsigned> partial; // permits that cover only some of what the prohibition is about
  std::vector<unsigned> about = leavesOf(vocabulary(), Kind::Data, defeated[Kind::Data]);
  auto covers = [&](unsigned permit, unsigned leaf) {
    return matches(vocabulary(), Kind::Data, pack_->rules[permit][Kind::Data], leaf);
  };
  for (unsigned overrider : by) {
    bool reachesAll = pack_->rules[overrider].effect == Effect::Forbid ||
                      defeated.effect == Effect::Permit ||
                      std::all_of(about.begin(), about.end(),
                                  [&](unsigned leaf) { return covers(overrider, leaf); });
    if (reachesAll)
      always.push_back(inForce_[overrider]);
    else
      partial.push_back(overrider);
  }
  for (unsigned leaf : partial.empty() ? std::vector<unsigned>() : about) {
    std::vector<z3::expr> permits = {!data_[leaf]};
    for (unsigned overrider : partial)
      if (covers(overrider, leaf))
        permits.push_back(inForce_[overrider]);
    some.push_back(any(permits));
  }
  if (!partial.empty())
    always.push_back(all(some));
  return any(always);
}

void Theory::define() {
  const Vocabulary& v = vocabulary();
  const std::vector<Rule>& rules = pack_->rules;
  for (const Rule& rule : rules) {
    std::vector<z3::expr> parts;
    for (Kind kind : kinds)
      parts.push_back(part(kind, rule[kind]));
    parts.push_back(encode(rule.when));
    applies_.push_back(named("applies:" + rule.id, all(parts)));
  }
  inForce_.assign(rules.size(), context_->bool_val(false));
  std::vector<std::vector<unsigned>> by = overriders(*pack_);
  for (unsigned rule : overridersFirst(*pack_))
    inForce_[rule] =
        named("in-force:" + rules[rule].id, applies_[rule] && !isDefeated(rule, by[rule]));

  std::vector<z3::expr> forbids;
  std::vector<std::vector<z3::expr>> permits(v[Kind::Data].terms().size()); // by term
  std::vector<z3::expr> everything;
  for (unsigned rule = 0; rule < rules.size(); ++rule) {
    if (rules[rule].effect == Effect::Forbid)
      forbids.push_back(inForce_[rule]);
    else if (rules[rule][Kind::Data].empty())
      everything.push_back(inForce_[rule]);
    else
      for (unsigned term : rules[rule][Kind::Data])
        permits[term].push_back(inForce_[rule]);
  }
  // A term is permitted where a permit names it or a term above it. Parents first, so that each is
  // one short definition.
  std::vector<z3::expr> permitted(v[Kind::Data].terms().size(), context_->bool_val(false));
  std::vector<bool> isDefined(permitted.size());
  z3::expr whole = named("permitted:any-data", any(everything));
  std::function<void(unsigned)> definePermitted = [&](unsigned term) {
    if (isDefined[term])
      return;
    isDefined[term] = true;
    std::vector<z3::expr> from = permits[term];
    for (unsigned parent : v[Kind::Data][term].parents) {
      definePermitted(parent);
      from.push_back(permitted[parent]);
    }
    from.push_back(whole);
    permitted[term] = named("permitted:" + v[Kind::Data][term].name, any(from));
  };
  std::vector<z3::expr> covered;
  for (unsigned leaf : v[Kind::Data].leaves()) {
    definePermitted(leaf);
    covered.push_back(z3::implies(data_[leaf], permitted[leaf]));
  }
  covered_.push_back(named("covered", all(covered)));
  forbidding_.push_back(named("forbidding", any(forbids)));
}

z3::expr Theory::is(Outcome outcome) {
  z3::expr covered = isCovered();
  z3::expr forbidding = isForbidding();
  z3::expr open = !covered && !forbidding;
  z3::expr never = context_->bool_val(false);
  bool permitsByDefault = pack_->fallback == Effect::Permit;
  bool forbidsByDefault = pack_->fallback == Effect::Forbid;
  switch (outcome) {
  case Outcome::Permitted:
    return !forbidding && (permitsByDefault ? context_->bool_val(true) : covered);
  case Outcome::Forbidden:
    return !covered && (forbidsByDefault ? context_->bool_val(true) : forbidding);
  case Outcome::Undecided:
    return pack_->fallback ? never : open;
  case Outcome::Conflict:
    return covered && forbidding;
  }
  return never;
}

Answer Theory::ask(const std::vector<z3::expr>& claims) {
  ++questions_;
  Answer answer;
  solver_->push();
  try {
    for (const z3::expr& claim : claims)
      solver_->add(claim);
    switch (solver_->check()) {
    case z3::sat:
      answer.kind = Answer::Kind::Satisfiable;
      answer.request = read(solver_->get_model());
      break;
    case z3::unsat:
      answer.kind = Answer::Kind::Unsatisfiable;
      break;
    case z3::unknown:
      answer.reason = solver_->reason_unknown();
      break;
    }
  } catch (
      const z3::exception& failure) { // Z3's own way of reporting; it goes no further than here.
    answer.kind = Answer::Kind::Unknown;
    answer.reason = failure.msg();
  }
  solver_->pop();
  return answer;
}

Request Theory::read(const z3::model& model) {
  const Vocabulary& v = vocabulary();
  auto isTrue = [&](const z3::expr& e) { return model.eval(e, true).is_true(); };
  Request request;
  for (unsigned leaf : v[Kind::Data].leaves())
    if (isTrue(data_[leaf]))
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
