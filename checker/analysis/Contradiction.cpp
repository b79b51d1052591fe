#include "checker/analysis/Contradiction.h"

#include "llvm/ADT/STLExtras.h"

#include <limits>
#include <map>

namespace circumspect::analysis {

namespace {

/// The integers for which an atom, or its negation, holds: from `low` to `high`, or all others.
struct Range {
  int64_t low = 0, high = 0;
  bool isOutside = false;
};

constexpr int64_t least = std::numeric_limits<int64_t>::min();
constexpr int64_t most = std::numeric_limits<int64_t>::max();

struct Comparison {
  AtomId atom = 0;
  Range range;
};

bool isEmpty(const Range& range) {
  return range.isOutside ? range.low == least && range.high == most : range.low > range.high;
}

Range negated(Range range) {
  range.isOutside = !range.isOutside;
  return range;
}

/// Whether no integer is in both.
bool excludes(const Range& a, const Range& b) {
  if (isEmpty(a) || isEmpty(b))
    return true;
  if (a.isOutside && b.isOutside) // together they must leave nothing out
    return (a.low == least && b.high == most && b.low - 1 <= a.high) ||
           (b.low == least && a.high == most && a.low - 1 <= b.high);
  if (b.isOutside)
    return a.low >= b.low && a.high <= b.high;
  if (a.isOutside)
    return excludes(b, a);
  return a.high < b.low || b.high < a.low;
}

/// The integer that a constant is; of a text the number of its name, which no other text has.
std::optional<int64_t> numberOf(const Expressions& expressions, ExpressionId e) {
  const Expression& x = expressions[e];
  return x.kind == ExpressionKind::Text ? std::optional<int64_t>(x.a) : expressions.integerOf(e);
}

/// What the atom's expression compares, and with which integers it is yes.
std::optional<std::pair<ExpressionId, Range>> comparison(const Expressions& expressions,
                                                         ExpressionId e) {
  const Expression& x = expressions[e];
  if (x.kind != ExpressionKind::Operation)
    return std::pair(e, Range{0, 0, true}); // its own truth: it is not 0
  auto left = numberOf(expressions, x.b), right = numberOf(expressions, x.c);
  switch (static_cast<flow::Operator>(x.a)) {
  case flow::Operator::Equal:
    if (left)
      return std::pair(x.c, Range{*left, *left});
    if (right)
      return std::pair(x.b, Range{*right, *right});
    return std::nullopt;
  case flow::Operator::Less:
    if (left && *left != most)
      return std::pair(x.c, Range{*left + 1, most});
    if (right && *right != least)
      return std::pair(x.b, Range{least, *right - 1});
    return std::nullopt;
  default:
    return std::pair(e, Range{0, 0, true});
  }
}

} // namespace

bool contradictsItself(Formulas& formulas, const Expressions& expressions, FormulaId formula) {
  std::map<ExpressionId, std::vector<Comparison>> compared;
  formulas.mentions(formula, [&](AtomId atom) {
    if (formulas.key(atom).condition == 0)
      if (auto found = comparison(expressions, formulas.key(atom).about)) {
        auto& same = compared[found->first];
        if (llvm::none_of(same, [&](const Comparison& c) { return c.atom == atom; }))
          same.push_back({atom, found->second});
      }
    return false;
  });
  for (const auto& [value, comparisons] : compared)
    for (size_t i = 0; i < comparisons.size(); ++i)
      for (size_t j = i + 1; j < comparisons.size(); ++j)
        for (bool first : {true, false})
          for (bool second : {true, false}) {
            const Comparison &a = comparisons[i], &b = comparisons[j];
            if (!excludes(first ? a.range : negated(a.range), second ? b.range : negated(b.range)))
              continue;
            auto literal = [&](AtomId atom, bool isYes) {
              FormulaId f = formulas.atom(formulas.key(atom));
              return isYes ? f : formulas.negation(f);
            };
            FormulaId both = formulas.conjunction(literal(a.atom, first), literal(b.atom, second));
            formula = formulas.conjunction(formula, formulas.negation(both));
          }
  return formula == Formulas::no;
}

} // namespace circumspect::analysis
