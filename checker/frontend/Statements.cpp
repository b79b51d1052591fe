#include "checker/frontend/FunctionLowering.h"

namespace circumspect::frontend {

using namespace clang;
using flow::TerminatorKind;

void FunctionLowering::statement(const Stmt* stmt) {
  if (!stmt)
    return;
  switch (stmt->getStmtClass()) {
  case Stmt::CompoundStmtClass: {
    Scope scope(*this, stmt);
    for (const Stmt* child : llvm::cast<CompoundStmt>(stmt)->body())
      statement(child);
    return;
  }
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
  case Stmt::ContinueStmtClass: {
    if (targets_.empty())
      return;
    const Target target = targets_.back();
    bool isBreak = llvm::isa<BreakStmt>(stmt);
    leave(isBreak ? target.breakDepth : target.continueDepth, stmt);
    return jump(isBreak ? target.onBreak : target.onContinue);
  }
  case Stmt::ReturnStmtClass:
    return returnStatement(llvm::cast<ReturnStmt>(stmt));
  case Stmt::LabelStmtClass: {
    const auto* label = llvm::cast<LabelStmt>(stmt);
    startBlock(labelled(label->getDecl()));
    return statement(label->getSubStmt());
  }
  case Stmt::GotoStmtClass:
    if (!cleanups_.empty())
      omit("a goto where objects may end", stmt);
    return jump(labelled(llvm::cast<GotoStmt>(stmt)->getLabel()));
  case Stmt::IndirectGotoStmtClass:
    return indirectGoto(llvm::cast<IndirectGotoStmt>(stmt));
  case Stmt::CXXTryStmtClass:
    return tryStatement(llvm::cast<CXXTryStmt>(stmt));
  case Stmt::CoroutineBodyStmtClass:
    return coroutine(llvm::cast<CoroutineBodyStmt>(stmt));
  case Stmt::CoreturnStmtClass:
    return coreturn(llvm::cast<CoreturnStmt>(stmt));
  case Stmt::GCCAsmStmtClass:
    return assembly(llvm::cast<GCCAsmStmt>(stmt));
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
  else
    value(expr);
}

void FunctionLowering::declare(const Decl* decl) {
  const auto* var = llvm::dyn_cast<VarDecl>(decl);
  if (!var || var->isInvalidDecl())
    return;
  if (var->isStaticLocal())
    staticVariable(var);
  else if (!var->hasExternalStorage())
    variable(var);
}

// Initialised by the first call only; which one that is, is not known. A constant is what it is
// before any call. [basic.start.static]
void FunctionLowering::staticVariable(const VarDecl* decl) {
  Place object{flow::Root::global(declarations_.global(decl)), {}};
  if (!decl->hasInit())
    return;
  if (context_.getBaseElementType(decl->getType()).isConstQualified() &&
      decl->hasConstantInitialization())
    return initialiseVariable(object, decl->getType(), decl->getInit());
  flow::BlockId first = newBlock(), later = newBlock();
  branchOn(unknownAnswer(), first, later, nullptr);
  startBlock(first);
  initialiseVariable(object, decl->getType(), decl->getInit());
  startBlock(later);
}

flow::Place FunctionLowering::declareVariable(const VarDecl* decl) {
  flow::LocalId id = addLocal(flow::LocalKind::Variable, decl->getName(), decl->getType(),
                              declarations_.location(decl->getLocation()));
  function_.locals[id.index].annotations = declarations_.annotations(decl);
  variables_[decl] = local(id);
  flow::Instruction& birth = emit(flow::Opcode::Declare, nullptr);
  birth.target = local(id);
  birth.location = function_.locals[id.index].location;
  return local(id);
}

void FunctionLowering::variable(const VarDecl* decl) {
  Place object = declareVariable(decl);
  if (const auto* array = context_.getAsVariableArrayType(decl->getType()))
    if (const Expr* size = array->getSizeExpr())
      value(size);
  if (decl->hasInit())
    initialiseVariable(object, decl->getType(), decl->getInit());
  if (!function_.locals[object.root.index].annotations.empty())
    emit(flow::Opcode::Classify, nullptr).target = object;
  endsWithScope(object, decl);
  if (const auto* bindings = llvm::dyn_cast<DecompositionDecl>(decl))
    for (const BindingDecl* binding : bindings->bindings())
      if (const VarDecl* holding = binding->getHoldingVar())
        variable(holding);
}

void FunctionLowering::branch(const Expr* condition, flow::BlockId yes, flow::BlockId no) {
  const Expr* stripped = condition->IgnoreParens();
  if (const auto* cleanups = llvm::dyn_cast<ExprWithCleanups>(stripped);
      cleanups && !endsObjects(cleanups))
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
  Scope scope(*this, stmt);
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
  Scope scope(*this, init);
  statement(init);
  flow::BlockId head = newBlock(), inside = newBlock(), next = newBlock(), after = newBlock();
  startBlock(head);
  if (conditionVariable)
    variable(conditionVariable);
  if (condition)
    branch(condition, inside, after);
  startBlock(inside);
  targets_.push_back({after, next, cleanups_.size(), cleanups_.size()});
  {
    Scope round(*this, increment);
    body();
  }
  targets_.pop_back();
  startBlock(next);
  statement(increment);
  jump(head);
  startBlock(after);
}

void FunctionLowering::doLoop(const DoStmt* stmt) {
  flow::BlockId inside = newBlock(), test = newBlock(), after = newBlock();
  startBlock(inside);
  targets_.push_back({after, test, cleanups_.size(), cleanups_.size()});
  statement(stmt->getBody());
  targets_.pop_back();
  startBlock(test);
  branch(stmt->getCond(), inside, after);
  startBlock(after);
}

void FunctionLowering::rangeFor(const CXXForRangeStmt* stmt) {
  Scope scope(*this, stmt);
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
  Scope scope(*this, stmt);
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
  targets_.push_back({after, targets_.empty() ? after : targets_.back().onContinue,
                      cleanups_.size(), targets_.empty() ? 0 : targets_.back().continueDepth});
  statement(stmt->getBody());
  targets_.pop_back();
  startBlock(after);
}

flow::BlockId FunctionLowering::labelled(const LabelDecl* label) {
  auto [entry, isNew] = labels_.try_emplace(label);
  if (isNew) {
    flow::BlockId block = newBlock();
    labels_[label] = block;
  }
  return labels_[label];
}

static void findAddressedLabels(const Stmt* stmt, llvm::SmallVectorImpl<const LabelDecl*>& found) {
  if (!stmt)
    return;
  if (const auto* address = llvm::dyn_cast<AddrLabelExpr>(stmt))
    if (!llvm::is_contained(found, address->getLabel()))
      found.push_back(address->getLabel());
  if (const auto* declaration = llvm::dyn_cast<DeclStmt>(stmt))
    for (const Decl* decl : declaration->decls())
      if (const auto* variable = llvm::dyn_cast<VarDecl>(decl))
        findAddressedLabels(variable->getInit(), found);
  for (const Stmt* child : stmt->children())
    findAddressedLabels(child, found);
}

// To any label of which the function takes the address.
void FunctionLowering::indirectGoto(const IndirectGotoStmt* stmt) {
  value(stmt->getTarget());
  llvm::SmallVector<const LabelDecl*, 8> labels;
  findAddressedLabels(decl_->getBody(), labels);
  for (const LabelDecl* label : labels) {
    flow::BlockId next = newBlock();
    branchOn(unknownAnswer(), labelled(label), next, stmt);
    startBlock(next);
  }
  terminate(TerminatorKind::Unreachable, {}, stmt);
}

void FunctionLowering::returnStatement(const ReturnStmt* stmt) {
  if (const Expr* result = stmt->getRetValue()) {
    if (function_.result)
      initialiseVariable(local(function_.result), decl_->getReturnType(), result);
    else
      statement(result);
  }
  leave(0, stmt);
  terminate(TerminatorKind::Return, {}, stmt);
}

} // namespace circumspect::frontend
