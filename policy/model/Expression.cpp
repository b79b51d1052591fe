#include "policy/model/Expression.h"

#include "policy/model/Vocabulary.h"

namespace circumspect::policy {

bool compare(int64_t left, Comparison comparison, int64_t right) {
  switch (comparison) {
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
  return false;
}

static const char* symbol(Comparison comparison) {
  static constexpr const char* symbols[] = {"<", "<=", "=", "!=", ">=", ">"};
  return symbols[static_cast<int>(comparison)];
}

std::string print(const Expression& e, const Vocabulary& v) {
  const Taxonomy& data = v[Kind::Data];
  auto operand = [&](unsigned i) {
    bool isCompound = e.operands[i].op == Expression::Op::And ||
                      e.operands[i].op == Expression::Op::Or ||
                      e.operands[i].op == Expression::Op::Implies;
    return isCompound ? "(" + print(e.operands[i], v) + ")" : print(e.operands[i], v);
  };
  auto joined = [&](const char* word) {
    std::string text;
    for (unsigned i = 0; i < e.operands.size(); ++i)
      text += (i ? word : "") + operand(i);
    return text;
  };
  switch (e.op) {
  case Expression::Op::True:
    return "always";
  case Expression::Op::Condition:
    return v.conditions[e.term].name;
  case Expression::Op::Compare:
    return v.quantities[e.term].name + " " + symbol(e.comparison) + " " + std::to_string(e.value);
  case Expression::Op::Contains:
    return "contains(" + data[e.term].name + ")";
  case Expression::Op::Links:
    return "links(" + data[e.term].name + ", " + data[e.other].name + ")";
  case Expression::Op::Not:
    return "not " + operand(0);
  case Expression::Op::And:
    return joined(" and ");
  case Expression::Op::Or:
    return joined(" or ");
  case Expression::Op::Implies:
    return joined(" implies ");
  }
  return "";
}

} // namespace circumspect::policy
