// Coroutines. The body is run where it is called, and may be left at every suspension: whoever
// resumes it later finds what any of its parts left in the promise. Parameters and locals live on,
// so that nothing ends at a suspension.
#include "checker/frontend/FunctionLowering.h"

namespace circumspect::frontend {

using namespace clang;
using flow::Step;

void FunctionLowering::coroutine(const CoroutineBodyStmt* body) {
  // The promise outlives the call: it is on the heap, with the rest of the frame.
  const VarDecl* promise = body->getPromiseDecl();
  Place frame = temporary(context_.getPointerType(promise->getType()));
  flow::Instruction& allocation = emit(flow::Opcode::Allocate, nullptr);
  allocation.type = declarations_.type(promise->getType());
  allocation.target = frame;
  allocation.location = function_.location;
  Place object = extend(frame, Step::deref());
  variables_[promise] = object;
  if (promise->hasInit())
    initialiseVariable(object, promise->getType(), promise->getInit());
  if (const Stmt* result = body->getResultDecl())
    statement(result);
  const auto* handedOut = llvm::dyn_cast_or_null<ReturnStmt>(body->getReturnStmt());
  if (handedOut && handedOut->getRetValue() && function_.result)
    initialiseVariable(local(function_.result), decl_->getReturnType(), handedOut->getRetValue());
  finalSuspend_ = newBlock();
  statement(body->getInitSuspendStmt());
  statement(body->getBody());
  if (isOpen())
    statement(body->getFallthroughHandler());
  startBlock(finalSuspend_);
  statement(body->getFinalSuspendStmt());
  terminate(flow::TerminatorKind::Return, {}, nullptr);
}

void FunctionLowering::coreturn(const CoreturnStmt* stmt) {
  if (const Expr* call = stmt->getPromiseCall())
    statement(call);
  else if (const Expr* operand = stmt->getOperand())
    statement(operand);
  leave(0, stmt);
  jump(finalSuspend_);
}

/// Lowers the way to a suspension and past it; what the expression is worth is left to the caller.
const Expr* FunctionLowering::resumed(const CoroutineSuspendExpr* expr) {
  opaqueValues_.erase(expr->getOpaqueValue());
  opaqueValues_[expr->getOpaqueValue()] = place(expr->getCommonExpr());
  flow::BlockId suspended = newBlock(), left = newBlock(), goesOn = newBlock();
  branchOn(value(expr->getReadyExpr()), goesOn, suspended, expr);
  startBlock(suspended);
  if (expr->getSuspendExpr()->isGLValue())
    place(expr->getSuspendExpr());
  else
    value(expr->getSuspendExpr());
  branchOn(unknownAnswer(), goesOn, left, expr);
  startBlock(left);
  terminate(flow::TerminatorKind::Return, {}, expr);
  startBlock(goesOn);
  return expr->getResumeExpr();
}

} // namespace circumspect::frontend
