// What compilers add to the language: atomic operations, inline assembly, and built-in functions
// with a meaning of their own.
#include "checker/frontend/FunctionLowering.h"

#include "clang/Basic/Builtins.h"

namespace circumspect::frontend {

using namespace clang;
using flow::Operator;

namespace {

enum class AtomicKind { Load, Store, Exchange, CompareExchange, FetchThenUpdate, UpdateThenFetch };

struct AtomicMeaning {
  AtomicKind kind;
  Operator op = Operator::Opaque;
};

} // namespace

/// By the spelling of the operation: `__atomic_fetch_add`, `__c11_atomic_load`,
/// `__hip_atomic_store` …
static AtomicMeaning meaningOf(llvm::StringRef name) {
  static constexpr std::pair<llvm::StringLiteral, Operator> updates[] = {
      {"add", Operator::Add},    {"sub", Operator::Subtract}, {"and", Operator::BitAnd},
      {"xor", Operator::BitXor}, {"or", Operator::BitOr},     {"nand", Operator::Opaque},
      {"min", Operator::Opaque}, {"max", Operator::Opaque}};
  if (name.contains("compare_exchange"))
    return {AtomicKind::CompareExchange};
  if (name.contains("exchange"))
    return {AtomicKind::Exchange};
  if (name.contains("load"))
    return {AtomicKind::Load};
  if (name.contains("store") || name.contains("init"))
    return {AtomicKind::Store};
  auto kind = name.ends_with("_fetch") ? AtomicKind::UpdateThenFetch : AtomicKind::FetchThenUpdate;
  for (const auto& [word, op] : updates)
    if (name.contains(word))
      return {kind, op};
  return {kind};
}

flow::Operand FunctionLowering::atomicValue(const AtomicExpr* expr) {
  Place object = pointee(expr->getPtr());
  unsigned count = expr->getNumSubExprs();
  // The generic forms take and give values through pointers: `__atomic_load(object, result,
  // order)`.
  static constexpr AtomicExpr::AtomicOp generic[] = {
      AtomicExpr::AO__atomic_load, AtomicExpr::AO__atomic_store, AtomicExpr::AO__atomic_exchange,
      AtomicExpr::AO__atomic_compare_exchange};
  bool isGeneric = llvm::is_contained(generic, expr->getOp());
  auto given = [&](const Expr* operand) {
    return isGeneric ? Operand(pointee(operand)) : value(operand);
  };
  AtomicMeaning meaning = meaningOf(expr->getOpAsString());
  switch (meaning.kind) {
  case AtomicKind::Load:
    if (isGeneric) {
      copy(pointee(expr->getVal1()), object, expr);
      return integer(0);
    }
    break;
  case AtomicKind::Store:
    copy(object, given(expr->getVal1()), expr);
    return integer(0);
  case AtomicKind::Exchange: {
    Place before = temporary(expr->getValueType());
    copy(before, object, expr);
    copy(object, given(expr->getVal1()), expr);
    if (!isGeneric)
      return before;
    copy(pointee(expr->getVal2()), before, expr);
    return integer(0);
  }
  case AtomicKind::CompareExchange: {
    Place isSame = temporary(context_.BoolTy), expected = pointee(expr->getVal1());
    copy(isSame, compute(Operator::Equal, {object, expected}, context_.BoolTy, expr), expr);
    Operand desired = given(expr->getVal2());
    Operand now = compute(Operator::Select, {isSame, desired, object}, expr->getValueType(), expr);
    copy(expected, object, expr);
    copy(object, now, expr);
    return isSame;
  }
  case AtomicKind::FetchThenUpdate:
  case AtomicKind::UpdateThenFetch: {
    Place before = temporary(expr->getValueType());
    copy(before, object, expr);
    std::vector<Operand> operands{before};
    if (count > 2)
      operands.push_back(value(expr->getVal1()));
    copy(object, compute(meaning.op, operands, expr->getValueType(), expr), expr);
    if (meaning.kind == AtomicKind::FetchThenUpdate)
      return before;
    break;
  }
  }
  Place now = temporary(expr->getValueType());
  copy(now, object, expr);
  return now;
}

// Each output depends on all inputs. What assembly does to memory behind pointers is not known.
void FunctionLowering::assembly(const GCCAsmStmt* stmt) {
  std::vector<Operand> inputs;
  bool hasPointer = false;
  auto read = [&](const Expr* input) {
    hasPointer |= input->getType()->isPointerType();
    inputs.push_back(input->isGLValue() ? Operand(place(input)) : value(input));
  };
  for (const Expr* input : llvm::make_range(stmt->begin_inputs(), stmt->end_inputs()))
    read(input);
  for (unsigned i = 0; i < stmt->getNumOutputs(); ++i)
    if (stmt->isOutputPlusConstraint(i))
      read(stmt->getOutputExpr(i));
  for (unsigned i = 0; i < stmt->getNumOutputs(); ++i) {
    const Expr* output = stmt->getOutputExpr(i);
    copy(place(output), compute(Operator::Opaque, inputs, output->getType(), stmt), stmt);
  }
  bool clobbersMemory = false;
  for (unsigned i = 0; i < stmt->getNumClobbers(); ++i)
    clobbersMemory |= stmt->getClobber(i) == "memory";
  if (clobbersMemory && hasPointer)
    omit("inline assembly that writes to memory", stmt);
  if (stmt->isAsmGoto())
    omit("inline assembly that jumps", stmt);
}

std::optional<flow::Operand> FunctionLowering::builtin(const CallExpr* expr,
                                                       const FunctionDecl* callee) {
  switch (callee->getBuiltinID()) {
  case Builtin::BI__builtin_expect:
  case Builtin::BI__builtin_expect_with_probability:
  case Builtin::BI__builtin_assume_aligned:
  case Builtin::BI__builtin_launder:
    return value(expr->getArg(0));
  case Builtin::BI__builtin_unreachable:
  case Builtin::BI__builtin_trap:
    terminate(flow::TerminatorKind::Unreachable, {}, expr);
    return integer(0);
  case Builtin::BI__builtin_addressof:
  case Builtin::BIaddressof:
  case Builtin::BI__addressof:
    return addressOf(place(expr->getArg(0)), expr->getArg(0)->getType(), expr);
  case Builtin::BI__builtin_va_start:
  case Builtin::BI__va_start: {
    if (!function_.isVariadic)
      return integer(0);
    // The list stands for the arguments that are left: any of the hidden parameter's elements.
    copy(extend(pointee(expr->getArg(0)), flow::Step::element()),
         extend(local({function_.parameterCount - 1}), flow::Step::element()), expr);
    return integer(0);
  }
  case Builtin::BI__builtin_va_copy:
    copy(pointee(expr->getArg(0)), pointee(expr->getArg(1)), expr);
    return integer(0);
  case Builtin::BI__builtin_va_end:
    return integer(0);
  default:
    return std::nullopt;
  }
}

} // namespace circumspect::frontend
