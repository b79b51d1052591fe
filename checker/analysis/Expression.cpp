#include "checker/analysis/Expression.h"
#include <algorithm>
#include <bit>
#include <tuple>

namespace circumspect::analysis {

using flow::Operator;

Expressions::Expressions(Formulas& formulas) : formulas_(formulas), expressions_(1) {
}

ExpressionId Expressions::make(ExpressionKind kind, uint32_t a, uint32_t b, uint32_t c,
                               int64_t integer) {
  // A pointer to what p points to is p, and what a pointer to x points to is x.
  if (kind == ExpressionKind::Pointee && expressions_[a].kind == ExpressionKind::Reference)
    return expressions_[a].a;
  if (kind == ExpressionKind::Reference && expressions_[a].kind == ExpressionKind::Pointee)
    return expressions_[a].a;
  if (kind == ExpressionKind::Pointee && expressions_[a].kind == ExpressionKind::Address)
    return unknown;
  // A downcast leads to the same object.
  if (kind == ExpressionKind::Pointee && expressions_[a].kind == ExpressionKind::Operation &&
      static_cast<Operator>(expressions_[a].a) == Operator::Downcast)
    return make(ExpressionKind::Pointee, expressions_[a].b);
  uint32_t depth = 1;
  auto nest = [&](ExpressionId inner) { depth = std::max(depth, expressions_[inner].depth + 1); };
  switch (kind) {
  case ExpressionKind::Operation:
    nest(b);
    nest(c);
    break;
  case ExpressionKind::Member:
  case ExpressionKind::Pointee:
  case ExpressionKind::Reference:
  case ExpressionKind::Stale:
    nest(a);
    break;
  case ExpressionKind::Indexed:
    nest(a);
    nest(b);
    break;
  case ExpressionKind::Answer:
  case ExpressionKind::Outcome:
  case ExpressionKind::Instance:
    nest(b);
    break;
  default:
    break;
  }
  if (depth > maxDepth)
    return unknown;
  auto [entry, isNew] = ids_.try_emplace({static_cast<uint32_t>(kind), a, b, c, integer},
                                         static_cast<ExpressionId>(expressions_.size()));
  if (isNew)
    expressions_.push_back({kind, a, b, c, integer, depth});
  return entry->second;
}

ExpressionId Expressions::cases(std::vector<Case> list) {
  std::sort(list.begin(), list.end(),
            [](const Case& x, const Case& y) { return x.second < y.second; });
  std::vector<Case> merged;
  for (const Case& c : list) {
    if (c.first == Formulas::no)
      continue;
    if (!merged.empty() && merged.back().second == c.second)
      merged.back().first = formulas_.disjunction(merged.back().first, c.first);
    else
      merged.push_back(c);
  }
  if (merged.empty() || merged.size() > maxCases)
    return unknown;
  if (merged.size() == 1)
    return merged.front().second;
  auto [entry, isNew] = caseListIds_.try_emplace(merged, static_cast<uint32_t>(caseLists_.size()));
  if (isNew)
    caseLists_.push_back(std::move(merged));
  return make(ExpressionKind::Cases, entry->second);
}

ExpressionId Expressions::outcome(uint32_t condition, ExpressionId about,
                                  std::vector<int64_t> answers) {
  auto at = std::find(answerLists_.begin(), answerLists_.end(), answers);
  auto index = static_cast<uint32_t>(at - answerLists_.begin());
  if (at == answerLists_.end())
    answerLists_.push_back(std::move(answers));
  return make(ExpressionKind::Outcome, condition, about, index);
}

/// Yes exactly where the value is an answer; which of several values it is otherwise is an opaque
/// question.
std::optional<FormulaId> Expressions::outcomeIs(ExpressionId outcome, int64_t value) {
  const Expression x = expressions_[outcome];
  const std::vector<int64_t>& answers = answerLists_[x.c];
  FormulaId yes = formulas_.atom({x.a + 1, x.b});
  bool isAnswer = std::find(answers.begin(), answers.end(), value) != answers.end();
  if (isAnswer && answers.size() == 1)
    return yes;
  ExpressionId e = make(ExpressionKind::Operation, static_cast<uint32_t>(Operator::Equal), outcome,
                        integer(value));
  if (e == unknown)
    return std::nullopt;
  return formulas_.conjunction(isAnswer ? yes : formulas_.negation(yes), formulas_.atom({0, e}));
}

bool Expressions::isConstant(ExpressionId e) const {
  switch (expressions_[e].kind) {
  case ExpressionKind::Integer:
  case ExpressionKind::Floating:
  case ExpressionKind::Text:
  case ExpressionKind::Null:
  case ExpressionKind::Function:
  case ExpressionKind::DataMember:
    return true;
  default:
    return false;
  }
}

std::optional<int64_t> Expressions::integerOf(ExpressionId e) const {
  const Expression& x = expressions_[e];
  if (x.kind == ExpressionKind::Integer)
    return x.integer;
  if (x.kind == ExpressionKind::Null)
    return 0;
  return std::nullopt;
}

/// The number that a constant is, be it whole or not.
std::optional<double> Expressions::numberOf(ExpressionId e) const {
  if (expressions_[e].kind == ExpressionKind::Floating)
    return std::bit_cast<double>(expressions_[e].integer);
  auto whole = integerOf(e);
  return whole ? std::optional(static_cast<double>(*whole)) : std::nullopt;
}

ExpressionId Expressions::floating(double value) {
  return make(ExpressionKind::Floating, 0, 0, 0, std::bit_cast<int64_t>(value));
}

/// How two numbers compare; none for an operator that does not order them.
template <typename Number> static std::optional<bool> compared(Operator op, Number a, Number b) {
  switch (op) {
  case Operator::Less:
    return a < b;
  case Operator::LessEqual:
    return a <= b;
  case Operator::Greater:
    return a > b;
  case Operator::GreaterEqual:
    return a >= b;
  default:
    return std::nullopt;
  }
}

ExpressionId Expressions::foldNumbers(Operator op, double a, double b) {
  switch (op) {
  case Operator::Add:
    return floating(a + b);
  case Operator::Subtract:
    return floating(a - b);
  case Operator::Multiply:
    return floating(a * b);
  case Operator::Divide:
    return floating(a / b);
  default:
    auto truth = compared(op, a, b);
    return truth ? integer(*truth) : unknown;
  }
}

ExpressionId Expressions::converted(ExpressionId e, bool toInteger, unsigned bits) {
  const Expression x = expressions_[e];
  if (x.kind == ExpressionKind::Floating && toInteger) {
    double value = std::bit_cast<double>(x.integer);
    bool fits = value > -9e18 && value < 9e18;
    return fits ? integer(static_cast<int64_t>(value)) : unknown;
  }
  bool isCut = x.kind == ExpressionKind::Integer && toInteger && bits > 1 && bits < 64 &&
               (x.integer >= int64_t(1) << bits || x.integer < -(int64_t(1) << bits));
  return isCut ? integer(x.integer & ((int64_t(1) << bits) - 1)) : e;
}

ExpressionId Expressions::foldIntegers(Operator op, int64_t a, int64_t b) {
  // Unsigned arithmetic: what the scanned code overflows must not be undefined here.
  auto ua = static_cast<uint64_t>(a), ub = static_cast<uint64_t>(b);
  auto result = [&](uint64_t value) { return integer(static_cast<int64_t>(value)); };
  bool divides = b != 0 && !(a == INT64_MIN && b == -1);
  switch (op) {
  case Operator::Add:
    return result(ua + ub);
  case Operator::Subtract:
    return result(ua - ub);
  case Operator::Multiply:
    return result(ua * ub);
  case Operator::Divide:
    return divides ? integer(a / b) : unknown;
  case Operator::Remainder:
    return divides ? integer(a % b) : unknown;
  case Operator::ShiftLeft:
    return ub < 64 ? result(ua << ub) : unknown;
  case Operator::ShiftRight:
    return ub < 64 ? integer(a >> ub) : unknown;
  case Operator::BitAnd:
    return result(ua & ub);
  case Operator::BitOr:
    return result(ua | ub);
  case Operator::BitXor:
    return result(ua ^ ub);
  default:
    auto truth = compared(op, a, b);
    return truth ? integer(*truth) : unknown;
  }
}

/// Which bits of the value are surely 0, and which 1.
Expressions::Bits Expressions::knownBits(ExpressionId e) const {
  const Expression& x = expressions_[e];
  if (auto value = integerOf(e))
    return {~static_cast<uint64_t>(*value), static_cast<uint64_t>(*value)};
  if (x.kind != ExpressionKind::Operation)
    return {};
  return knownBits(static_cast<Operator>(x.a), knownBits(x.b), knownBits(x.c));
}

Expressions::Bits Expressions::knownBits(Operator op, const Bits& a, const Bits& b) {
  switch (op) {
  case Operator::BitAnd:
    return {a.zeros | b.zeros, a.ones & b.ones};
  case Operator::BitOr:
    return {a.zeros & b.zeros, a.ones | b.ones};
  case Operator::BitXor:
    return {(a.zeros & b.zeros) | (a.ones & b.ones), (a.zeros & b.ones) | (a.ones & b.zeros)};
  case Operator::ShiftLeft:
    if ((b.zeros | b.ones) != ~uint64_t(0) || b.ones >= 64)
      return {};
    return {(a.zeros << b.ones) | ((uint64_t(1) << b.ones) - 1), a.ones << b.ones};
  default:
    return {};
  }
}

ExpressionId Expressions::fromTruth(FormulaId f) {
  return cases({{f, integer(1)}, {formulas_.negation(f), integer(0)}});
}

std::optional<std::vector<Case>> Expressions::asCases(ExpressionId e) {
  if (isConstant(e))
    return std::vector<Case>{{Formulas::yes, e}};
  if (expressions_[e].kind == ExpressionKind::Cases)
    return casesOf(e);
  if (expressions_[e].kind == ExpressionKind::Answer) {
    FormulaId f = *truth(e);
    return std::vector<Case>{{f, integer(1)}, {formulas_.negation(f), integer(0)}};
  }
  return std::nullopt;
}

std::optional<FormulaId> Expressions::equality(ExpressionId a, ExpressionId b) {
  if (a == unknown || b == unknown)
    return std::nullopt;
  auto listA = asCases(a), listB = asCases(b);
  if (listA && listB) {
    FormulaId equal = Formulas::no;
    for (auto& [whenA, x] : *listA)
      for (auto& [whenB, y] : *listB)
        if (x == y || (numberOf(x) && numberOf(x) == numberOf(y)))
          equal = formulas_.disjunction(equal, formulas_.conjunction(whenA, whenB));
    return equal;
  }
  if (a == b) { // one address may be that of one object in each round of a loop
    bool isName = expressions_[a].kind != ExpressionKind::Address || expressions_[a].b != 0;
    return isName ? std::optional(Formulas::yes) : std::nullopt;
  }
  if (expressions_[a].kind == ExpressionKind::Outcome && integerOf(b))
    return outcomeIs(a, *integerOf(b));
  if (expressions_[b].kind == ExpressionKind::Outcome && integerOf(a))
    return outcomeIs(b, *integerOf(a));
  if (integerOf(b) == 0)
    return truth(a) ? std::optional(formulas_.negation(*truth(a))) : std::nullopt;
  if (integerOf(a) == 0)
    return equality(b, a);
  auto pair = std::minmax(a, b);
  ExpressionId e = make(ExpressionKind::Operation, static_cast<uint32_t>(Operator::Equal),
                        pair.first, pair.second);
  return e == unknown ? std::nullopt : std::optional(formulas_.atom({0, e}));
}

std::optional<FormulaId> Expressions::truth(ExpressionId e) {
  const Expression x = expressions_[e];
  switch (x.kind) {
  case ExpressionKind::Unknown:
  case ExpressionKind::Undefined:
    return std::nullopt;
  case ExpressionKind::Integer:
    return x.integer != 0 ? Formulas::yes : Formulas::no;
  case ExpressionKind::Null:
    return Formulas::no;
  case ExpressionKind::Text:
  case ExpressionKind::Function:
  case ExpressionKind::DataMember:
  case ExpressionKind::Address:
  case ExpressionKind::Reference:
    return Formulas::yes;
  case ExpressionKind::Answer:
    return formulas_.atom({x.a + 1, x.b});
  case ExpressionKind::Outcome: {
    auto isZero = outcomeIs(e, 0);
    return isZero ? std::optional(formulas_.negation(*isZero)) : std::nullopt;
  }
  case ExpressionKind::Cases: {
    FormulaId result = Formulas::no;
    for (const auto& [when, value] : casesOf(e))
      if (integerOf(value) != 0)
        result = formulas_.disjunction(result, when);
    return result;
  }
  case ExpressionKind::Operation:
    if (static_cast<Operator>(x.a) == Operator::Subtract) // a difference is 0 between equals
      if (auto equal = equality(x.b, x.c))
        return formulas_.negation(*equal);
    [[fallthrough]];
  default:
    return formulas_.atom({0, e});
  }
}

/// An operation on numbers of which one is one of several, each under its condition.
ExpressionId Expressions::foldCases(Operator op, ExpressionId a, ExpressionId b) {
  auto areCases = [&](ExpressionId e) { return expressions_[e].kind == ExpressionKind::Cases; };
  if (!areCases(a) && !areCases(b))
    return unknown;
  auto left = asCases(a), right = asCases(b);
  if (!left || !right || left->size() * right->size() > maxCases)
    return unknown;
  std::vector<Case> list;
  for (auto& [whenA, x] : *left)
    for (auto& [whenB, y] : *right) {
      FormulaId both = formulas_.conjunction(whenA, whenB);
      bool areNumbers = numberOf(x) && numberOf(y);
      ExpressionId folded = areNumbers ? operation(op, x, y) : unknown;
      if (folded == unknown && both != Formulas::no)
        return unknown;
      list.emplace_back(both, folded);
    }
  return cases(std::move(list));
}

ExpressionId Expressions::operation(Operator op, ExpressionId a, ExpressionId b, ExpressionId c) {
  auto negate = [&](std::optional<FormulaId> f) {
    return f ? fromTruth(formulas_.negation(*f)) : unknown;
  };
  auto positive = [&](std::optional<FormulaId> f) { return f ? fromTruth(*f) : unknown; };
  switch (op) {
  case Operator::Not:
    return negate(truth(a));
  case Operator::And:
  case Operator::Or: {
    auto f = truth(a), g = truth(b);
    FormulaId dominant = op == Operator::And ? Formulas::no : Formulas::yes;
    if (f == dominant)
      return fromTruth(dominant);
    if (!f || !g)
      return unknown;
    return fromTruth(op == Operator::And ? formulas_.conjunction(*f, *g)
                                         : formulas_.disjunction(*f, *g));
  }
  case Operator::Equal:
    return positive(equality(a, b));
  case Operator::NotEqual:
    return negate(equality(a, b));
  case Operator::Select: {
    auto f = truth(a);
    if (f == Formulas::yes || (b == c && b != unknown))
      return b;
    if (f == Formulas::no)
      return c;
    auto left = asCases(b), right = asCases(c);
    if (!f || !left || !right)
      return unknown;
    std::vector<Case> list;
    for (auto& [when, value] : *left)
      list.emplace_back(formulas_.conjunction(*f, when), value);
    for (auto& [when, value] : *right)
      list.emplace_back(formulas_.conjunction(formulas_.negation(*f), when), value);
    return cases(std::move(list));
  }
  case Operator::Convert:
    return a;
  case Operator::Opaque:
  case Operator::Offset:
    return unknown;
  case Operator::Downcast:
    if (a == unknown || expressions_[a].kind == ExpressionKind::Null)
      return a;
    return make(ExpressionKind::Operation, static_cast<uint32_t>(op), a, b);
  case Operator::Negate:
    return integerOf(a) ? foldIntegers(Operator::Subtract, 0, *integerOf(a)) : unknown;
  case Operator::BitNot:
    return integerOf(a) ? integer(~*integerOf(a)) : unknown;
  default:
    break;
  }
  if (ExpressionId folded = foldCases(op, a, b); folded != unknown)
    return folded;
  if (integerOf(a) && integerOf(b))
    return foldIntegers(op, *integerOf(a), *integerOf(b));
  if (numberOf(a) && numberOf(b))
    return foldNumbers(op, *numberOf(a), *numberOf(b));
  bool annihilates = op == Operator::Multiply || op == Operator::BitAnd;
  if (annihilates && (integerOf(a) == 0 || integerOf(b) == 0))
    return integer(0);
  if (a == unknown || b == unknown)
    return unknown;
  if (a == b && (op == Operator::Subtract || op == Operator::BitXor))
    return integer(0);
  if (Bits bits = knownBits(op, knownBits(a), knownBits(b));
      (bits.zeros | bits.ones) == ~uint64_t(0))
    return integer(static_cast<int64_t>(bits.ones));
  if (op == Operator::Greater || op == Operator::LessEqual) // a > b is b < a; a <= b is not (b < a)
    return operation(op == Operator::Greater ? Operator::Less : Operator::GreaterEqual, b, a);
  if (op == Operator::GreaterEqual) {
    auto less = truth(make(ExpressionKind::Operation, static_cast<uint32_t>(Operator::Less), a, b));
    return negate(less);
  }
  return make(ExpressionKind::Operation, static_cast<uint32_t>(op), a, b);
}

} // namespace circumspect::analysis
