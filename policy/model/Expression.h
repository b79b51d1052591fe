// What a rule's `when` says: a boolean expression over conditions, quantities and the data of the
// request. A plain tree of values; its meaning is in decide/ (for one request) and in encode/ (for
// all of them).
#pragma once

#include "policy/model/Position.h"

#include <cstdint>
#include <vector>

namespace circumspect::policy {

struct Vocabulary;

enum class Comparison { Less, LessEqual, Equal, NotEqual, GreaterEqual, Greater };

/// One node of an expression.
struct Expression {
  enum class Op {
    True,
    Condition, ///< `term` is the condition
    Compare,   ///< the quantity `term` compared with `value`, in the quantity's unit
    Contains,  ///< the request holds a category under the data term `term`
    Links,     ///< the request holds a category under `term` and one under `other`
    Not,
    And,
    Or,
    Implies
  };
  Op op = Op::True;
  unsigned term = 0;
  unsigned other = 0;
  Comparison comparison = Comparison::Equal;
  int64_t value = 0;
  std::vector<Expression> operands;
  Position position;
};

bool compare(int64_t left, Comparison comparison, int64_t right);

/// The expression as an author would write it.
std::string print(const Expression& expression, const Vocabulary& vocabulary);

} // namespace circumspect::policy
