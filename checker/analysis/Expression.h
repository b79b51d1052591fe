// Value numbers: symbolic names for values, hash-consed so that equal names mean equal values at
// one moment of one run (Kildall 1973; Rosen, Wegman and Zadeck 1988). They fold constants, they
// say whose data a datum is, and they let a guard's answer be found again after it was kept in a
// variable.
#pragma once

#include "checker/analysis/Formula.h"
#include "checker/analysis/Memory.h"
#include "checker/flow/Instruction.h"
#include "llvm/ADT/DenseMap.h"
#include <map>
#include <optional>
#include <vector>

namespace circumspect::analysis {

enum class ExpressionKind : uint8_t {
  Unknown,   ///< no identity: equal to nothing, not even itself
  Undefined, ///< not assigned on this way, so that any value suits
  Integer,   ///< `integer`
  Floating,  ///< `integer` holds the bits
  Text,      ///< a: name
  Pattern,   ///< some text of the form a: a name, in which `$1` is what is not known
  Null,
  Function,   ///< a: function
  DataMember, ///< a pointer to a data member; a: field
  Initial,    ///< what cell a held on entry
  Site,       ///< what instruction a of this function produced
  Phi,        ///< what cell b holds at the head of block a
  Address,    ///< the address of cell a, as long as b is what it is; no name for what is there
  Operation,  ///< a: operator; b, c: operands
  Member,     ///< a: the whole; b, c: kind and payload of the element
  Indexed,    ///< a: the whole; b: the index
  Pointee,    ///< what a points to
  Reference,  ///< a pointer to what a names
  Answer,     ///< a: the guard's condition; b: whom it was asked about
  Outcome,    ///< as Answer, where only some results (c: a list of them) mean yes
  Cases,      ///< a: index of a list of (condition, constant)
  Instance,   ///< the callee's expression b, as of call instruction a
  Stale,      ///< expression a, in an earlier round of a loop; b: in which one, 0 if not known
};

struct Expression {
  ExpressionKind kind = ExpressionKind::Unknown;
  uint32_t a = 0, b = 0, c = 0;
  int64_t integer = 0;
  uint32_t depth = 1;
};

/// A constant that holds under a condition; the conditions of a list exclude each other.
using Case = std::pair<FormulaId, ExpressionId>;

class Expressions {
public:
  static constexpr ExpressionId unknown = 0;
  static constexpr unsigned maxDepth = 10, maxCases = 8;

  explicit Expressions(Formulas& formulas);

  ExpressionId integer(int64_t value) { return make(ExpressionKind::Integer, 0, 0, 0, value); }
  ExpressionId floating(double value);
  /// The value as a number of another type, where that changes a constant.
  ExpressionId converted(ExpressionId e, bool toInteger, unsigned bits);
  ExpressionId undefined() { return make(ExpressionKind::Undefined); }
  ExpressionId null() { return make(ExpressionKind::Null); }
  /// Too deep an expression becomes unknown.
  ExpressionId make(ExpressionKind kind, uint32_t a = 0, uint32_t b = 0, uint32_t c = 0,
                    int64_t integer = 0);
  ExpressionId cases(std::vector<Case> list);
  /// A guard's result that means yes where it is one of `answers`.
  ExpressionId outcome(uint32_t condition, ExpressionId about, std::vector<int64_t> answers);
  /// The operation, folded where the operands are constants.
  ExpressionId operation(flow::Operator op, ExpressionId a, ExpressionId b = unknown,
                         ExpressionId c = unknown);

  /// When the value is true (not zero, not null). None where nothing tells one value from another.
  std::optional<FormulaId> truth(ExpressionId e);
  /// The value that is true exactly when `f` is.
  ExpressionId fromTruth(FormulaId f);

  bool isConstant(ExpressionId e) const;
  std::optional<int64_t> integerOf(ExpressionId e) const;
  const Expression& operator[](ExpressionId e) const { return expressions_[e]; }
  const std::vector<Case>& casesOf(ExpressionId e) const { return caseLists_[expressions_[e].a]; }

private:
  std::optional<FormulaId> outcomeIs(ExpressionId outcome, int64_t value);
  std::optional<double> numberOf(ExpressionId e) const;
  ExpressionId foldNumbers(flow::Operator op, double a, double b);
  ExpressionId foldIntegers(flow::Operator op, int64_t a, int64_t b);
  ExpressionId foldCases(flow::Operator op, ExpressionId a, ExpressionId b);
  std::optional<FormulaId> equality(ExpressionId a, ExpressionId b);
  struct Bits {
    uint64_t zeros = 0, ones = 0;
  };
  Bits knownBits(ExpressionId e) const;
  static Bits knownBits(flow::Operator op, const Bits& a, const Bits& b);
  std::optional<std::vector<Case>> asCases(ExpressionId e);

  Formulas& formulas_;
  std::vector<Expression> expressions_;
  std::vector<std::vector<Case>> caseLists_;
  std::map<std::vector<Case>, uint32_t> caseListIds_;
  std::vector<std::vector<int64_t>> answerLists_;
  llvm::DenseMap<std::tuple<uint32_t, uint32_t, uint32_t, uint32_t, int64_t>, ExpressionId> ids_;
};

} // namespace circumspect::analysis
