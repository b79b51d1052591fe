// What is thrown and where it is caught. The type of a throw expression is known, so that it goes
// straight to its handler; what a callee throws may go to each handler of the innermost try block.
#include "checker/frontend/FunctionLowering.h"

namespace circumspect::frontend {

using namespace clang;
using flow::TerminatorKind;

flow::Place FunctionLowering::exception() {
  if (!function_.exception)
    function_.exception = addLocal(flow::LocalKind::Exception, "", context_.VoidTy, {});
  return local(function_.exception);
}

// Inside a try block, whatever a call does may end in a handler.
void FunctionLowering::mayThrow(const Stmt* at) {
  if (handlers_.empty() || !isOpen_)
    return;
  exception();
  flow::BlockId next = newBlock(), landing = newBlock();
  terminate(TerminatorKind::Try, {next, landing}, at);
  startBlock(landing);
  unwind(at);
  startBlock(next);
}

// Something of unknown type leaves this place: to the innermost handlers, or out of the function.
void FunctionLowering::unwind(const Stmt* at) {
  leave(handlers_.empty() ? 0 : handlers_.back().depth, at);
  if (handlers_.empty())
    terminate(TerminatorKind::Throw, {}, at);
  else
    jump(handlers_.back().dispatch);
}

/// Does a handler of one type catch an object of another? [except.handle]
bool FunctionLowering::catches(QualType handler, QualType thrown) const {
  if (handler.isNull())
    return true;
  handler = handler.getNonReferenceType().getUnqualifiedType();
  thrown = thrown.getUnqualifiedType();
  if (context_.hasSameUnqualifiedType(handler, thrown))
    return true;
  if (handler->isPointerType() && (thrown->isPointerType() || thrown->isNullPtrType())) {
    if (handler->isVoidPointerType() || thrown->isNullPtrType())
      return true;
    handler = handler->getPointeeType();
    thrown = thrown->getPointeeType();
    if (context_.hasSameUnqualifiedType(handler, thrown))
      return true;
  }
  const CXXRecordDecl *base = handler->getAsCXXRecordDecl(), *own = thrown->getAsCXXRecordDecl();
  return base && own && own->hasDefinition() && own->isDerivedFrom(base);
}

void FunctionLowering::throwValue(const CXXThrowExpr* expr) {
  const Expr* thrown = expr->getSubExpr();
  if (!thrown) // again what is being handled
    return unwind(expr);
  emit(flow::Opcode::Declare, expr).target =
      exception(); // a new object, whatever was thrown before
  initialise(exception(), thrown);
  for (const Handlers& handlers : llvm::reverse(handlers_))
    for (const auto& [type, block] : handlers.byType)
      if (catches(type, thrown->getType())) {
        leave(handlers.depth, expr);
        return jump(block);
      }
  leave(0, expr);
  terminate(TerminatorKind::Throw, {}, expr);
}

void FunctionLowering::tryStatement(const CXXTryStmt* stmt) {
  flow::BlockId after = newBlock();
  exception();
  Handlers handlers;
  handlers.dispatch = newBlock();
  handlers.depth = cleanups_.size();
  for (unsigned i = 0; i < stmt->getNumHandlers(); ++i)
    handlers.byType.emplace_back(stmt->getHandler(i)->getCaughtType(), newBlock());
  handlers_.push_back(handlers);
  statement(stmt->getTryBlock());
  handlers_.pop_back();
  if (isOpen())
    jump(after);
  startBlock(handlers.dispatch);
  for (const auto& [type, block] : handlers.byType) {
    if (type.isNull()) {
      jump(block);
      break;
    }
    flow::BlockId next = newBlock();
    branchOn(unknownAnswer(), block, next, stmt);
    startBlock(next);
  }
  if (isOpen())
    unwind(stmt);
  for (unsigned i = 0; i < stmt->getNumHandlers(); ++i) {
    const CXXCatchStmt* each = stmt->getHandler(i);
    startBlock(handlers.byType[i].second);
    {
      Scope scope(*this, each);
      if (const VarDecl* caught = each->getExceptionDecl()) {
        Place variable = declareVariable(caught);
        if (caught->getType()->isReferenceType())
          copy(variable, addressOf(exception(), caught->getType().getNonReferenceType(), each),
               each);
        else
          copy(variable, exception(), each);
      }
      statement(each->getHandlerBlock());
    }
    if (isOpen())
      jump(after);
  }
  startBlock(after);
}

} // namespace circumspect::frontend
