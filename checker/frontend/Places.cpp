#include "checker/frontend/FunctionLowering.h"

namespace circumspect::frontend {

using namespace clang;
using flow::Step;

// The place of an operand: its own where it has one, else a temporary that holds it.
flow::Place FunctionLowering::held(Operand operand, QualType type, const Stmt* at) {
  if (auto* known = std::get_if<Place>(&operand))
    return *known;
  Place temp = temporary(type);
  copy(temp, std::move(operand), at);
  return temp;
}

flow::Operand FunctionLowering::addressOf(Place target, QualType pointeeType, const Stmt* at) {
  if (!target.path.empty() && target.path.back().kind == Step::Kind::Deref) {
    target.path.pop_back(); // &*p is p
    return target;
  }
  Place pointer = temporary(context_.getPointerType(pointeeType.getNonReferenceType()));
  flow::Instruction& instruction = emit(flow::Opcode::AddressOf, at);
  instruction.target = pointer;
  instruction.operands.push_back(std::move(target));
  return pointer;
}

flow::Place FunctionLowering::pointee(const Expr* pointer) {
  // Of what is looked at as a number of another size, that is what the pointer's type says.
  const auto* cast = llvm::dyn_cast<ExplicitCastExpr>(pointer->IgnoreParens());
  if (cast && cast->getCastKind() == CK_BitCast) {
    QualType from = cast->getSubExpr()->getType(), to = cast->getType();
    auto sizeOf = [&](QualType type) {
      QualType object = type->getPointeeType();
      return object->isIncompleteType() ? 0 : context_.getTypeSize(object);
    };
    bool isNumber =
        from->isPointerType() && to->isPointerType() && to->getPointeeType()->isArithmeticType();
    if (isNumber && sizeOf(to) < sizeOf(from)) {
      Place narrow = temporary(to);
      copy(narrow, value(pointer), pointer);
      return extend(narrow, Step::deref());
    }
  }
  return extend(held(value(pointer), pointer->getType(), pointer), Step::deref());
}

flow::Place FunctionLowering::placeOf(const VarDecl* variable, const Expr* use) {
  Place base;
  if (auto captured = captures_.find(variable); captured != captures_.end()) {
    base = extend(extend(local({0}), Step::deref()),
                  Step::member(declarations_.field(captured->second)));
    bool isReference = captured->second->getType()->isReferenceType();
    return isReference ? extend(base, Step::deref()) : base;
  }
  if (auto known = variables_.find(variable); known != variables_.end())
    base = known->second;
  else if (variable->hasGlobalStorage())
    base = {flow::Root::global(declarations_.global(variable)), {}};
  else // declared where this function does not see it: an implicit variable
    base = variables_[variable] = local(addLocal(flow::LocalKind::Variable, variable->getName(),
                                                 variable->getType(), declarations_.location(use)));
  return variable->getType()->isReferenceType() ? extend(base, Step::deref()) : base;
}

flow::Place FunctionLowering::memberPlace(const MemberExpr* expr) {
  if (const auto* variable = llvm::dyn_cast<VarDecl>(expr->getMemberDecl())) {
    statement(expr->getBase());
    return placeOf(variable, expr);
  }
  const auto* member = llvm::dyn_cast<FieldDecl>(expr->getMemberDecl());
  if (!member)
    return held(opaque(expr), expr->getType(), expr);
  Place base = expr->isArrow() ? pointee(expr->getBase()) : place(expr->getBase());
  base = extend(base, Step::member(declarations_.field(member)));
  return member->getType()->isReferenceType() ? extend(base, Step::deref()) : base;
}

flow::Place FunctionLowering::elementPlace(const ArraySubscriptExpr* expr) {
  const Expr* array = expr->getBase()->IgnoreParens();
  Place base;
  const auto* decay = llvm::dyn_cast<ImplicitCastExpr>(array);
  if (decay && decay->getCastKind() == CK_ArrayToPointerDecay)
    base = place(decay->getSubExpr());
  else
    base = expr->getBase()->getType()->isPointerType() ? pointee(expr->getBase())
                                                       : place(expr->getBase());
  Operand index = value(expr->getIdx());
  bool isRow = expr->getBase()->getType()->isPointerType() &&
               expr->getBase()->getType()->getPointeeType()->isArrayType() &&
               !(decay && decay->getCastKind() == CK_ArrayToPointerDecay);
  if (isRow) { // of a pointer to an array, another array and not an element of that one
    base.path.pop_back();
    Operand row = compute(flow::Operator::Offset, {base, index}, expr->getBase()->getType(), expr);
    return extend(std::get<Place>(row), Step::deref());
  }
  if (const auto* constant = std::get_if<flow::Constant>(&index))
    return extend(base, Step::elementAt(*constant));
  Place at = held(index, expr->getIdx()->getType(), expr);
  if (at.path.empty() && at.root.kind == flow::Root::Kind::Local)
    return extend(base, Step::elementOf({at.root.index}));
  Place copied = temporary(expr->getIdx()->getType());
  copy(copied, at, expr);
  return extend(base, Step::elementOf({copied.root.index}));
}

flow::Place FunctionLowering::conditionalPlace(const AbstractConditionalOperator* expr) {
  QualType pointer = context_.getPointerType(expr->getType());
  Place result = temporary(pointer);
  eachArm(expr, [&](const Expr* arm) {
    copy(result, addressOf(place(arm), arm->getType(), expr), expr);
  });
  return extend(result, Step::deref());
}

// An object for a prvalue, until the full-expression ends.
flow::Place FunctionLowering::materialised(const Expr* prvalue) {
  if (const auto* full = llvm::dyn_cast<ExprWithCleanups>(prvalue->IgnoreParens())) {
    FullExpression scope(*this, full);
    return materialised(full->getSubExpr());
  }
  Place object = temporary(prvalue->getType());
  initialise(object, prvalue);
  endsWithExpression(object, prvalue->getType());
  return object;
}

// object.*member: which member, is the value of a variable.
flow::Place FunctionLowering::memberPointerPlace(const BinaryOperator* expr) {
  Place object = expr->getOpcode() == BO_PtrMemI ? pointee(expr->getLHS()) : place(expr->getLHS());
  Operand member = value(expr->getRHS());
  if (const auto* known = std::get_if<flow::Constant>(&member);
      known && known->kind == flow::Constant::Kind::Member)
    return extend(object, Step::member({static_cast<uint32_t>(known->integer)}));
  Place pointer = temporary(expr->getRHS()->getType());
  copy(pointer, std::move(member), expr);
  return extend(object, Step::memberOf({pointer.root.index}));
}

flow::Place FunctionLowering::place(const Expr* expr) {
  expr = withType(expr->IgnoreParens());
  if (expr->isPRValue())
    return materialised(expr);
  switch (expr->getStmtClass()) {
  case Stmt::DeclRefExprClass: {
    const ValueDecl* decl = llvm::cast<DeclRefExpr>(expr)->getDecl();
    if (const auto* variable = llvm::dyn_cast<VarDecl>(decl))
      return placeOf(variable, expr);
    if (const auto* binding = llvm::dyn_cast<BindingDecl>(decl)) {
      if (const VarDecl* holding = binding->getHoldingVar())
        return placeOf(holding, expr);
      if (binding->getBinding())
        return place(binding->getBinding());
    }
    if (const auto* function = llvm::dyn_cast<FunctionDecl>(decl))
      return held(functionValue(function), context_.VoidPtrTy, expr);
    break;
  }
  case Stmt::MemberExprClass:
    return memberPlace(llvm::cast<MemberExpr>(expr));
  case Stmt::ArraySubscriptExprClass:
    return elementPlace(llvm::cast<ArraySubscriptExpr>(expr));
  case Stmt::UnaryOperatorClass: {
    const auto* unary = llvm::cast<UnaryOperator>(expr);
    if (unary->getOpcode() == UO_Deref)
      return expr->getType()->isFunctionType()
                 ? held(value(unary->getSubExpr()), context_.VoidPtrTy, expr)
                 : pointee(unary->getSubExpr());
    if (unary->isIncrementDecrementOp())
      return increment(unary);
    return place(unary->getSubExpr());
  }
  case Stmt::BinaryOperatorClass:
  case Stmt::CompoundAssignOperatorClass: {
    const auto* binary = llvm::cast<BinaryOperator>(expr);
    if (binary->isAssignmentOp())
      return assign(binary);
    if (binary->getOpcode() == BO_Comma) {
      statement(binary->getLHS());
      return place(binary->getRHS());
    }
    if (binary->isPtrMemOp())
      return memberPointerPlace(binary);
    break;
  }
  case Stmt::ConditionalOperatorClass:
  case Stmt::BinaryConditionalOperatorClass:
    return conditionalPlace(llvm::cast<AbstractConditionalOperator>(expr));
  case Stmt::MaterializeTemporaryExprClass: {
    const auto* object = llvm::cast<MaterializeTemporaryExpr>(expr);
    if (object->getStorageDuration() == SD_FullExpression || object->getSubExpr()->isGLValue())
      return place(object->getSubExpr());
    Place kept = temporary(expr->getType());
    initialise(kept, object->getSubExpr());
    if (object->getStorageDuration() == SD_Automatic)
      endsWithReference(kept, expr->getType());
    return kept;
  }
  case Stmt::ExprWithCleanupsClass: {
    FullExpression scope(*this, expr);
    return place(llvm::cast<FullExpr>(expr)->getSubExpr());
  }
  case Stmt::ConstantExprClass:
    return place(llvm::cast<FullExpr>(expr)->getSubExpr());
  case Stmt::CoawaitExprClass:
  case Stmt::CoyieldExprClass:
    return place(resumed(llvm::cast<CoroutineSuspendExpr>(expr)));
  case Stmt::PackIndexingExprClass:
    return place(llvm::cast<PackIndexingExpr>(expr)->getSelectedExpr());
  case Stmt::CXXTypeidExprClass: { // tells of a type, not of a value
    Place type = temporary(expr->getType());
    copy(type, integer(0), expr);
    return type;
  }
  case Stmt::CXXBindTemporaryExprClass:
    return place(llvm::cast<CXXBindTemporaryExpr>(expr)->getSubExpr());
  case Stmt::SubstNonTypeTemplateParmExprClass:
    return place(llvm::cast<SubstNonTypeTemplateParmExpr>(expr)->getReplacement());
  case Stmt::CXXDefaultArgExprClass:
    return place(llvm::cast<CXXDefaultArgExpr>(expr)->getExpr());
  case Stmt::CXXDefaultInitExprClass:
    return place(llvm::cast<CXXDefaultInitExpr>(expr)->getExpr());
  case Stmt::GenericSelectionExprClass:
    return place(llvm::cast<GenericSelectionExpr>(expr)->getResultExpr());
  case Stmt::ChooseExprClass:
    return place(llvm::cast<ChooseExpr>(expr)->getChosenSubExpr());
  case Stmt::OpaqueValueExprClass: {
    const auto* opaqueValue = llvm::cast<OpaqueValueExpr>(expr);
    if (auto known = opaqueValues_.find(opaqueValue); known != opaqueValues_.end())
      return known->second;
    if (opaqueValue->getSourceExpr())
      return opaqueValues_[opaqueValue] = place(opaqueValue->getSourceExpr());
    break;
  }
  case Stmt::CompoundLiteralExprClass: {
    Place temp = temporary(expr->getType());
    initialise(temp, llvm::cast<CompoundLiteralExpr>(expr)->getInitializer());
    return temp;
  }
  case Stmt::InitListExprClass:
    if (llvm::cast<InitListExpr>(expr)->getNumInits() == 1)
      return place(llvm::cast<InitListExpr>(expr)->getInit(0));
    break;
  case Stmt::StringLiteralClass:
  case Stmt::PredefinedExprClass: {
    Place temp = temporary(expr->getType());
    const auto* literal = llvm::dyn_cast<StringLiteral>(expr);
    if (const auto* predefined = llvm::dyn_cast<PredefinedExpr>(expr))
      literal = predefined->getFunctionName();
    copy(extend(temp, Step::elementAt(integer(0))), text(literal), expr);
    return temp;
  }
  default:
    break;
  }
  if (const auto* cast = llvm::dyn_cast<CastExpr>(expr))
    return place(cast->getSubExpr());
  if (const auto* callExpr = llvm::dyn_cast<CallExpr>(expr))
    return callPlace(callExpr);
  omit(expr->getStmtClassName(), expr);
  return held(opaque(expr), expr->getType(), expr);
}

// What a call that returns a reference refers to.
flow::Place FunctionLowering::callPlace(const CallExpr* expr) {
  const FunctionDecl* callee = expr->getDirectCallee();
  if (callee && callee->getBuiltinID() && expr->getNumArgs() == 1 && callee->isInStdNamespace())
    return place(expr->getArg(0)); // move, forward, as_const
  const auto* method = llvm::dyn_cast_or_null<CXXMethodDecl>(callee);
  const auto* op = llvm::dyn_cast<CXXOperatorCallExpr>(expr);
  const auto* member = llvm::dyn_cast<CXXMemberCallExpr>(expr);
  bool isAssignment = method && isCopy(method) && (op || member) &&
                      (method->isCopyAssignmentOperator() || method->isMoveAssignmentOperator());
  if (isAssignment) {
    Place from = place(op ? op->getArg(1) : member->getArg(0));
    const Expr* object = op ? op->getArg(0) : member->getImplicitObjectArgument();
    Place to = object->getType()->isPointerType() ? pointee(object) : place(object);
    copy(to, from, expr);
    function_.blocks[block_.index].instructions.back().type =
        declarations_.type(context_.getRecordType(method->getParent()));
    return to;
  }
  if (auto result = call(expr))
    return extend(held(*result, context_.getPointerType(expr->getType()), expr), Step::deref());
  return held(opaque(expr), expr->getType(), expr);
}

} // namespace circumspect::frontend
