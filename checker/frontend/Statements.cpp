#include "checker/frontend/FunctionLowering.h"

namespace circumspect::frontend {

using namespace clang;
using flow::TerminatorKind;

void FunctionLowering::statement(const Stmt* stmt) {
  if (!stmt)
    return;
  switch (stmt->getStmtClass()) {
  case Stmt::CompoundStmtClass:
    for (const Stmt* child : llvm::cast<CompoundStmt>(stmt)->body())
      statement(child);
    return;
  case Stmt::DeclStmtClass:
    for (const Decl* decl : llvm::cast<DeclStmt>(stmt)->decls())
      declare(decl);
    return;
  case Stmt::NullStmtClass:
    return;
  case Stmt::AttributedStmtClass:
    return statement(llvm::cast<AttributedStmt>(stmt)->getSubStmt());
  case Stmt::IfStmtClass:
    return ifStatement(llvm::cast<IfStmt>(stmt));
  case Stmt::WhileStmtClass: {
    const auto* loopStmt = llvm::cast<WhileStmt>(stmt);
    return loop(nullptr, loopStmt->getConditionVariable(), loopStmt->getCond(), nullptr,
                [&] { statement(loopStmt->getBody()); });
  }
  case Stmt::ForStmtClass: {
    const auto* loopStmt = llvm::cast<ForStmt>(stmt);
    return loop(loopStmt->getInit(), loopStmt->getConditionVariable(), loopStmt->getCond(),
                loopStmt->getInc(), [&] { statement(loopStmt->getBody()); });
  }
  case Stmt::DoStmtClass:
    return doLoop(llvm::cast<DoStmt>(stmt));
  case Stmt::CXXForRangeStmtClass:
    return rangeFor(llvm::cast<CXXForRangeStmt>(stmt));
  case Stmt::SwitchStmtClass:
    return switchStatement(llvm::cast<SwitchStmt>(stmt));
  case Stmt::CaseStmtClass:
  case Stmt::DefaultStmtClass: {
    const auto* label = llvm::cast<SwitchCase>(stmt);
    if (auto block = cases_.find(label); block != cases_.end())
      startBlock(block->second);
    return statement(label->getSubStmt());
  }
  case Stmt::BreakStmtClass:
    if (!targets_.empty())
      jump(targets_.back().onBreak);
    return;
  case Stmt::ContinueStmtClass:
    if (!targets_.empty())
      jump(targets_.back().onContinue);
    return;
  case Stmt::ReturnStmtClass:
    return returnStatement(llvm::cast<ReturnStmt>(stmt));
  case Stmt::LabelStmtClass: {
    const auto* label = llvm::cast<LabelStmt>(stmt);
    auto [entry, isNew] = labels_.try_emplace(label->getDecl());
    if (isNew)
      entry->second = newBlock();
    startBlock(labels_[label->getDecl()]);
    return statement(label->getSubStmt());
  }
  case Stmt::GotoStmtClass: {
    const LabelDecl* label = llvm::cast<GotoStmt>(stmt)->getLabel();
    auto [entry, isNew] = labels_.try_emplace(label);
    if (isNew)
      entry->second = newBlock();
    return jump(labels_[label]);
  }
  case Stmt::CXXTryStmtClass:
    return tryStatement(llvm::cast<CXXTryStmt>(stmt));
  case Stmt::GCCAsmStmtClass:
  case Stmt::MSAsmStmtClass:
    return omit("inline assembly", stmt);
  default:
    break;
  }
  const auto* expr = llvm::dyn_cast<Expr>(stmt);
  if (!expr)
    return omit(stmt->getStmtClassName(), stmt);
  if (expr->isGLValue())
    place(expr);
  else if (expr->getType()->isRecordType())
    initialise(temporary(expr->getType()), expr);
  else
    value(expr);
}

void FunctionLowering::declare(const Decl* decl) {
  const auto* var = llvm::dyn_cast<VarDecl>(decl);
  if (!var || var->isInvalidDecl())
    return;
  if (var->isStaticLocal() || var->hasExternalStorage()) {
    if (var->hasInit() && !var->hasExternalStorage())
      initialiseVariable({flow::Root::global(declarations_.global(var)), {}}, var->getType(),
                         var->getInit());
    return;
  }
  variable(var);
}

void FunctionLowering::variable(const VarDecl* decl) {
  flow::LocalId id = addLocal(flow::LocalKind::Variable, decl->getName(), decl->getType(),
                              declarations_.location(decl->getLocation()));
  function_.locals[id.index].annotations = declarations_.annotations(decl);
  locals_[decl] = id;
  flow::Instruction& birth = emit(flow::Opcode::Declare, nullptr);
  birth.target = local(id);
  birth.location = function_.locals[id.index].location;
  if (decl->hasInit())
    initialiseVariable(local(id), decl->getType(), decl->getInit());
  if (const auto* bindings = llvm::dyn_cast<DecompositionDecl>(decl))
    for (const BindingDecl* binding : bindings->bindings())
      if (const VarDecl* holding = binding->getHoldingVar())
        variable(holding);
}

void FunctionLowering::branch(const Expr* condition, flow::BlockId yes, flow::BlockId no) {
  const Expr* stripped = condition->IgnoreParens();
  if (const auto* cleanups = llvm::dyn_cast<ExprWithCleanups>(stripped))
    return branch(cleanups->getSubExpr(), yes, no);
  if (const auto* unary = llvm::dyn_cast<UnaryOperator>(stripped);
      unary && unary->getOpcode() == UO_LNot)
    return branch(unary->getSubExpr(), no, yes);
  if (const auto* binary = llvm::dyn_cast<BinaryOperator>(stripped);
      binary && binary->isLogicalOp()) {
    flow::BlockId second = newBlock();
    bool isAnd = binary->getOpcode() == BO_LAnd;
    branch(binary->getLHS(), isAnd ? second : yes, isAnd ? no : second);
    startBlock(second);
    return branch(binary->getRHS(), yes, no);
  }
  branchOn(value(condition), yes, no, condition);
}

void FunctionLowering::ifStatement(const IfStmt* stmt) {
  statement(stmt->getInit());
  if (stmt->getConditionVariable())
    variable(stmt->getConditionVariable());
  if (stmt->isConsteval())
    return statement(stmt->isNonNegatedConsteval() ? stmt->getElse() : stmt->getThen());
  flow::BlockId yes = newBlock(), no = newBlock(), after = newBlock();
  branch(stmt->getCond(), yes, no);
  startBlock(yes);
  statement(stmt->getThen());
  if (isOpen())
    jump(after);
  startBlock(no);
  statement(stmt->getElse());
  startBlock(after);
}

void FunctionLowering::loop(const Stmt* init, const VarDecl* conditionVariable,
                            const Expr* condition, const Stmt* increment,
                            llvm::function_ref<void()> body) {
  statement(init);
  flow::BlockId head = newBlock(), inside = newBlock(), next = newBlock(), after = newBlock();
  startBlock(head);
  if (conditionVariable)
    variable(conditionVariable);
  if (condition)
    branch(condition, inside, after);
  startBlock(inside);
  targets_.push_back({after, next});
  body();
  targets_.pop_back();
  startBlock(next);
  statement(increment);
  jump(head);
  startBlock(after);
}

void FunctionLowering::doLoop(const DoStmt* stmt) {
  flow::BlockId inside = newBlock(), test = newBlock(), after = newBlock();
  startBlock(inside);
  targets_.push_back({after, test});
  statement(stmt->getBody());
  targets_.pop_back();
  startBlock(test);
  branch(stmt->getCond(), inside, after);
  startBlock(after);
}

void FunctionLowering::rangeFor(const CXXForRangeStmt* stmt) {
  statement(stmt->getInit());
  statement(stmt->getRangeStmt());
  statement(stmt->getBeginStmt());
  statement(stmt->getEndStmt());
  loop(nullptr, nullptr, stmt->getCond(), stmt->getInc(), [&] {
    statement(stmt->getLoopVarStmt());
    statement(stmt->getBody());
  });
}

void FunctionLowering::switchStatement(const SwitchStmt* stmt) {
  statement(stmt->getInit());
  if (stmt->getConditionVariable())
    variable(stmt->getConditionVariable());
  Operand condition = value(stmt->getCond());
  if (!isOpen())
    return;
  flow::Terminator terminator;
  terminator.kind = TerminatorKind::Switch;
  terminator.condition = condition;
  terminator.location = declarations_.location(stmt->getCond());
  flow::BlockId after = newBlock(), fallback = after;
  std::vector<const SwitchCase*> labels;
  for (const SwitchCase* label = stmt->getSwitchCaseList(); label;
       label = label->getNextSwitchCase())
    labels.insert(labels.begin(), label);
  for (const SwitchCase* label : labels) {
    cases_[label] = newBlock();
    const auto* one = llvm::dyn_cast<CaseStmt>(label);
    if (!one) {
      fallback = cases_[label];
      continue;
    }
    int64_t low = one->getLHS()->EvaluateKnownConstInt(context_).extOrTrunc(64).getSExtValue();
    int64_t high =
        one->getRHS() ? one->getRHS()->EvaluateKnownConstInt(context_).extOrTrunc(64).getSExtValue()
                      : low;
    std::vector<flow::Constant> values;
    for (int64_t v = low; v <= high && values.size() < 256; ++v)
      values.push_back(integer(v));
    terminator.successors.push_back(cases_[label]);
    terminator.cases.push_back(std::move(values));
  }
  terminator.successors.push_back(fallback);
  function_.blocks[block_.index].terminator = std::move(terminator);
  isOpen_ = false;
  targets_.push_back({after, targets_.empty() ? after : targets_.back().onContinue});
  statement(stmt->getBody());
  targets_.pop_back();
  startBlock(after);
}

void FunctionLowering::tryStatement(const CXXTryStmt* stmt) {
  flow::BlockId handler = newBlock(), after = newBlock();
  exception();
  handlers_.push_back(handler);
  statement(stmt->getTryBlock());
  handlers_.pop_back();
  if (isOpen())
    jump(after);
  startBlock(handler);
  bool catchesAll = false;
  for (unsigned i = 0; i < stmt->getNumHandlers(); ++i) {
    const CXXCatchStmt* each = stmt->getHandler(i);
    flow::BlockId inside = newBlock(), next = newBlock();
    branchOn(temporary(context_.BoolTy), inside, next, each);
    startBlock(inside);
    if (const VarDecl* caught = each->getExceptionDecl()) {
      flow::LocalId id = addLocal(flow::LocalKind::Variable, caught->getName(), caught->getType(),
                                  declarations_.location(caught->getLocation()));
      locals_[caught] = id;
      if (caught->getType()->isReferenceType())
        copy(local(id), addressOf(exception(), caught->getType().getNonReferenceType(), each),
             each);
      else
        copy(local(id), exception(), each);
    } else {
      catchesAll = true;
    }
    statement(each->getHandlerBlock());
    if (isOpen())
      jump(after);
    startBlock(next);
  }
  if (catchesAll)
    terminate(TerminatorKind::Unreachable, {}, stmt);
  else if (!handlers_.empty())
    jump(handlers_.back());
  else
    terminate(TerminatorKind::Throw, {}, stmt);
  startBlock(after);
}

void FunctionLowering::returnStatement(const ReturnStmt* stmt) {
  if (const Expr* result = stmt->getRetValue()) {
    if (function_.result)
      initialiseVariable(local(function_.result), decl_->getReturnType(), result);
    else
      statement(result);
  }
  terminate(TerminatorKind::Return, {}, stmt);
}

} // namespace circumspect::frontend
