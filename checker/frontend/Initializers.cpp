#include "checker/frontend/FunctionLowering.h"

namespace circumspect::frontend {

using namespace clang;
using flow::Step;

void FunctionLowering::copy(Place target, Operand from, const Stmt* at) {
  flow::Instruction& instruction = emit(flow::Opcode::Copy, at);
  instruction.target = std::move(target);
  instruction.operands.push_back(std::move(from));
}

/// A copy or a move that does what the language says, member by member.
bool FunctionLowering::isCopy(const CXXMethodDecl* method) {
  const auto* constructor = llvm::dyn_cast<CXXConstructorDecl>(method);
  bool copies = constructor
                    ? constructor->isCopyOrMoveConstructor()
                    : method->isCopyAssignmentOperator() || method->isMoveAssignmentOperator();
  return copies && (method->isTrivial() || method->isDefaulted());
}

void FunctionLowering::initialiseVariable(Place target, QualType type, const Expr* expr) {
  if (type->isReferenceType())
    initialiseReference(std::move(target), expr);
  else
    initialise(std::move(target), expr);
}

void FunctionLowering::initialiseReference(Place target, const Expr* expr) {
  Operand address = addressOf(place(expr), expr->getType(), expr);
  copy(std::move(target), std::move(address), expr);
}

void FunctionLowering::initialise(Place target, const Expr* expr) {
  expr = withType(expr->IgnoreParens());
  QualType type = expr->getType();
  switch (expr->getStmtClass()) {
  case Stmt::ExprWithCleanupsClass: {
    FullExpression scope(*this, expr);
    return initialise(target, llvm::cast<FullExpr>(expr)->getSubExpr());
  }
  case Stmt::ConstantExprClass:
    return initialise(target, llvm::cast<FullExpr>(expr)->getSubExpr());
  case Stmt::CXXBindTemporaryExprClass:
    return initialise(target, llvm::cast<CXXBindTemporaryExpr>(expr)->getSubExpr());
  case Stmt::MaterializeTemporaryExprClass:
    return initialise(target, llvm::cast<MaterializeTemporaryExpr>(expr)->getSubExpr());
  case Stmt::CXXDefaultArgExprClass:
    return initialise(target, llvm::cast<CXXDefaultArgExpr>(expr)->getExpr());
  case Stmt::CXXDefaultInitExprClass:
    return initialiseByDefault(target, llvm::cast<CXXDefaultInitExpr>(expr));
  case Stmt::SubstNonTypeTemplateParmExprClass:
    return initialise(target, llvm::cast<SubstNonTypeTemplateParmExpr>(expr)->getReplacement());
  case Stmt::InitListExprClass: {
    const auto* list = llvm::cast<InitListExpr>(expr);
    if (list->isSemanticForm() || !list->getSemanticForm())
      return initialiseList(target, list);
    return initialiseList(target, list->getSemanticForm());
  }
  case Stmt::CXXParenListInitExprClass: {
    const auto* list = llvm::cast<CXXParenListInitExpr>(expr);
    if (const RecordDecl* record = type->getAsRecordDecl())
      return initialiseRecord(target, record, list->getInitializedFieldInUnion(),
                              list->getInitExprs());
    return initialiseArray(target, list->getInitExprs(), !list->getArrayFiller(), list);
  }
  case Stmt::CXXInheritedCtorInitExprClass:
    return inheritedConstruct(target, llvm::cast<CXXInheritedCtorInitExpr>(expr));
  case Stmt::ImplicitValueInitExprClass:
  case Stmt::CXXScalarValueInitExprClass:
    if (type->isRecordType() || type->isArrayType())
      return copy(target, integer(0), expr);
    break;
  case Stmt::LambdaExprClass:
    return closure(target, llvm::cast<LambdaExpr>(expr));
  case Stmt::CXXConstructExprClass:
  case Stmt::CXXTemporaryObjectExprClass:
    return construct(target, llvm::cast<CXXConstructExpr>(expr));
  case Stmt::CXXStdInitializerListExprClass: {
    const Expr* array = llvm::cast<CXXStdInitializerListExpr>(expr)->getSubExpr();
    array = array->IgnoreParenImpCasts();
    if (const auto* temporaryExpr = llvm::dyn_cast<MaterializeTemporaryExpr>(array))
      array = temporaryExpr->getSubExpr()->IgnoreParenImpCasts();
    if (const auto* bound = llvm::dyn_cast<CXXBindTemporaryExpr>(array))
      array = bound->getSubExpr()->IgnoreParenImpCasts();
    emit(flow::Opcode::Declare, expr).target = target;
    if (const auto* list = llvm::dyn_cast<InitListExpr>(array))
      for (unsigned i = 0; i < list->getNumInits(); ++i)
        initialise(extend(target, Step::elementAt(integer(i))), list->getInit(i));
    return setLength(target, llvm::cast<CXXStdInitializerListExpr>(expr));
  }
  case Stmt::ArrayInitLoopExprClass:
    return copy(target,
                place(llvm::cast<ArrayInitLoopExpr>(expr)->getCommonExpr()->getSourceExpr()), expr);
  case Stmt::StringLiteralClass:
    copy(target, integer(0), expr); // what follows the text is zero
    return copy(extend(target, Step::elementAt(integer(0))), text(llvm::cast<StringLiteral>(expr)),
                expr);
  case Stmt::CompoundLiteralExprClass:
    return initialise(target, llvm::cast<CompoundLiteralExpr>(expr)->getInitializer());
  case Stmt::ConditionalOperatorClass:
  case Stmt::BinaryConditionalOperatorClass: {
    if (!type->isRecordType() || expr->isGLValue())
      break;
    return eachArm(llvm::cast<AbstractConditionalOperator>(expr),
                   [&](const Expr* arm) { initialise(target, arm); });
  }
  case Stmt::BinaryOperatorClass: {
    const auto* binary = llvm::cast<BinaryOperator>(expr);
    if (!type->isRecordType() || expr->isGLValue())
      break;
    if (binary->getOpcode() == BO_Comma) {
      statement(binary->getLHS());
      return initialise(target, binary->getRHS());
    }
    if (binary->isAssignmentOp()) // C: an assignment is a value
      return copy(target, assign(binary), expr);
    if (binary->isPtrMemOp())
      return copy(target, place(binary), expr);
    if (binary->getOpcode() == BO_Cmp) {
      Operand left = value(binary->getLHS()), right = value(binary->getRHS());
      return copy(target, compute(flow::Operator::Less, {left, right}, context_.IntTy, expr), expr);
    }
    break;
  }
  case Stmt::MemberExprClass: // C: a member of a value
    if (expr->isPRValue())
      return copy(target, memberPlace(llvm::cast<MemberExpr>(expr)), expr);
    break;
  default:
    break;
  }
  if (expr->isGLValue())
    return copy(target, place(expr), expr);
  if (!type->isRecordType())
    return copy(target, value(expr), expr);
  // Prvalues of class type.
  if (const auto* cast = llvm::dyn_cast<CastExpr>(expr))
    return initialise(target, cast->getSubExpr());
  if (const auto* callExpr = llvm::dyn_cast<CallExpr>(expr)) {
    call(callExpr, target);
    return;
  }
  if (const auto* select = llvm::dyn_cast<GenericSelectionExpr>(expr))
    return initialise(target, select->getResultExpr());
  if (const auto* statements = llvm::dyn_cast<StmtExpr>(expr))
    return copy(target, statementsValue(statements), expr);
  if (const auto* source = llvm::dyn_cast<OpaqueValueExpr>(expr); source && source->getSourceExpr())
    return copy(target, place(source), expr);
  if (const auto* suspend = llvm::dyn_cast<CoroutineSuspendExpr>(expr))
    return initialise(target, resumed(suspend));
  if (const auto* next = llvm::dyn_cast<VAArgExpr>(expr))
    return copy(target, nextArgument(next), expr);
  if (const auto* chosen = llvm::dyn_cast<ChooseExpr>(expr))
    return initialise(target, chosen->getChosenSubExpr());
  if (const auto* rewritten = llvm::dyn_cast<CXXRewrittenBinaryOperator>(expr))
    return initialise(target, rewritten->getSemanticForm());
  if (const auto* pack = llvm::dyn_cast<PackIndexingExpr>(expr))
    return initialise(target, pack->getSelectedExpr());
  if (llvm::isa<SourceLocExpr>(expr))
    return copy(target, integer(0), expr);
  if (const auto* thrown = llvm::dyn_cast<CXXThrowExpr>(expr))
    return throwValue(thrown);
  omit(expr->getStmtClassName(), expr);
  copy(target, opaque(expr), expr);
}

/// The one number that a std::initializer_list has is its length.
void FunctionLowering::setLength(const Place& target, const CXXStdInitializerListExpr* expr) {
  const auto* array = context_.getAsConstantArrayType(expr->getSubExpr()->getType());
  if (!array)
    return;
  for (const FieldDecl* field : expr->getType()->getAsRecordDecl()->fields())
    if (field->getType()->isIntegerType())
      copy(extend(target, Step::member(declarations_.field(field))), integer(array->getSExtSize()),
           expr);
}

void FunctionLowering::initialiseList(Place target, const InitListExpr* list) {
  QualType type = list->getType();
  if (list->isTransparent() && list->getNumInits() == 1)
    return initialise(target, list->getInit(0));
  llvm::ArrayRef<const Expr*> parts(list->getInits(), list->getNumInits());
  if (const RecordDecl* record = type->getAsRecordDecl())
    return initialiseRecord(target, record, list->getInitializedFieldInUnion(), parts);
  if (type->isArrayType())
    return initialiseArray(target, parts, !list->hasArrayFiller(), list);
  if (list->getNumInits() == 1)
    return initialise(target, list->getInit(0));
  if (list->getNumInits() == 0)
    return copy(target, integer(0), list);
  copy(target, opaque(list), list); // a vector or a complex number
}

/// A base shares its derived object's path: what is copied to it goes member by member, so that the
/// other bases keep what they have.
void FunctionLowering::initialiseBase(Place target, const Expr* init) {
  const auto* made = llvm::dyn_cast<CXXConstructExpr>(init->IgnoreParens());
  const CXXRecordDecl* record = made ? made->getConstructor()->getParent() : nullptr;
  if (!made || !isMadeOfMembers(record))
    return initialise(target, init);
  if (isCopy(made->getConstructor()) && made->getNumArgs() > 0)
    return copyMembers(target, place(made->getArg(0)), record, init);
  bool isZero = made->getConstructor()->isTrivial() && made->requiresZeroInitialization();
  if (isZero)
    return copyMembers(target, integer(0), record, init);
  initialise(target, init);
}

/// Whether all that is in the class can be named: no base of it is a library's, which is opaque.
bool FunctionLowering::isMadeOfMembers(const CXXRecordDecl* record) const {
  return declarations_.isOwn(record) &&
         llvm::all_of(record->bases(), [&](const CXXBaseSpecifier& base) {
           const CXXRecordDecl* inherited = base.getType()->getAsCXXRecordDecl();
           return inherited && isMadeOfMembers(inherited);
         });
}

void FunctionLowering::copyMembers(Place target, Operand from, const CXXRecordDecl* record,
                                   const Stmt* at) {
  for (const CXXBaseSpecifier& base : record->bases())
    if (const CXXRecordDecl* inherited = base.getType()->getAsCXXRecordDecl())
      copyMembers(target, from, inherited, at);
  for (const FieldDecl* field : record->fields()) {
    flow::Step step = flow::Step::member(declarations_.field(field));
    const auto* whole = std::get_if<Place>(&from);
    copy(extend(target, step), whole ? Operand(extend(*whole, step)) : from, at);
  }
}

void FunctionLowering::initialiseRecord(Place target, const RecordDecl* record,
                                        const FieldDecl* unionMember,
                                        llvm::ArrayRef<const Expr*> parts) {
  declarations_.program().records[declarations_.record(record).index].isInstantiated = true;
  auto around = std::exchange(aggregate_, target);
  if (record->isUnion()) {
    if (unionMember && parts.size() == 1)
      initialiseVariable(extend(target, Step::member(declarations_.field(unionMember))),
                         unionMember->getType(), parts[0]);
    aggregate_ = around;
    return;
  }
  // A library's class that is nothing but an array is that array: std::array is opaque.
  if (parts.size() == 1 && parts[0]->getType()->isArrayType() && !declarations_.isOwn(record)) {
    aggregate_ = around;
    return initialise(target, parts[0]);
  }
  if (const auto* cxx = llvm::dyn_cast<CXXRecordDecl>(record))
    for (size_t i = 0; i < cxx->getNumBases() && !parts.empty(); ++i) {
      initialiseBase(target, parts.front());
      parts = parts.drop_front();
    }
  for (const FieldDecl* field : record->fields()) {
    if (field->isUnnamedBitField())
      continue;
    if (parts.empty())
      break;
    initialiseVariable(extend(target, Step::member(declarations_.field(field))), field->getType(),
                       parts.front());
    parts = parts.drop_front();
  }
  aggregate_ = around;
}

void FunctionLowering::initialiseArray(Place target, llvm::ArrayRef<const Expr*> parts,
                                       bool isComplete, const Expr* at) {
  if (!isComplete)
    copy(target, integer(0), at); // the elements that are not written
  for (unsigned i = 0; i < parts.size(); ++i)
    initialise(extend(target, Step::elementAt(integer(i))), parts[i]);
}

// In the initialiser that stands at a member's declaration, `this` is the object being made.
void FunctionLowering::initialiseByDefault(Place target, const CXXDefaultInitExpr* expr) {
  auto around = std::exchange(self_, aggregate_);
  initialiseVariable(target, expr->getField()->getType(), expr->getExpr());
  self_ = around;
}

// An inherited constructor hands its own parameters to that of the base.
void FunctionLowering::inheritedConstruct(Place target, const CXXInheritedCtorInitExpr* expr) {
  const CXXConstructorDecl* constructor = expr->getConstructor();
  Operand self = addressOf(target, context_.getRecordType(constructor->getParent()), expr);
  flow::FunctionId callee = declarations_.function(constructor);
  flow::Instruction& call = emit(flow::Opcode::Call, expr);
  call.callee = callee;
  call.operands.push_back(std::move(self));
  for (uint32_t i = 1; i < function_.parameterCount; ++i)
    call.operands.push_back(local({i}));
  call.type = declarations_.type(context_.VoidTy);
  mayThrow(expr);
}

/// The conditional of which something is a copy, if it is one.
static const AbstractConditionalOperator* copiedConditional(const CXXConstructExpr* expr) {
  if (!expr->getConstructor()->isCopyOrMoveConstructor() || expr->getNumArgs() == 0)
    return nullptr;
  return llvm::dyn_cast<AbstractConditionalOperator>(expr->getArg(0)->IgnoreParenImpCasts());
}

void FunctionLowering::construct(Place target, const CXXConstructExpr* expr) {
  if (context_.getAsArrayType(expr->getType()))
    target = extend(target, Step::element());
  declarations_.program()
      .records[declarations_.record(expr->getConstructor()->getParent()).index]
      .isInstantiated = true;
  std::vector<const Expr*> given(expr->getArgs(), expr->getArgs() + expr->getNumArgs());
  const auto* either = copiedConditional(expr);
  if (!either)
    return construct(target, expr, given);
  eachArm(either, [&](const Expr* arm) {
    given[0] = arm;
    construct(target, expr, given);
  });
}

void FunctionLowering::construct(Place target, const CXXConstructExpr* expr,
                                 llvm::ArrayRef<const Expr*> given) {
  const CXXConstructorDecl* constructor = expr->getConstructor();
  if (isCopy(constructor) && !given.empty())
    return given[0]->isGLValue() ? copy(target, place(given[0]), expr)
                                 : initialise(target, given[0]);
  // The standard library's containers are empty, also where a header declares no constructor.
  bool isOfLibrary = declarations_.isInProject(constructor->getParent()->getLocation()) &&
                     !declarations_.isOwn(constructor->getParent());
  if (constructor->isDefaultConstructor() && constructor->isTrivial() && !isOfLibrary) {
    if (expr->requiresZeroInitialization())
      copy(target, integer(0), expr);
    return;
  }
  flow::Instruction call;
  call.opcode = flow::Opcode::Call;
  call.callee = declarations_.function(constructor);
  call.operands.push_back(
      addressOf(target, context_.getRecordType(constructor->getParent()), expr));
  call.type = declarations_.type(context_.VoidTy);
  arguments(call, constructor, given);
  flow::Location at = declarations_.location(expr);
  flow::Instruction& emitted = emit(flow::Opcode::Call, expr);
  emitted = std::move(call);
  emitted.location = at;
  mayThrow(expr);
}

void FunctionLowering::closure(Place target, const LambdaExpr* expr) {
  const CXXRecordDecl* record = expr->getLambdaClass();
  flow::RecordId id = declarations_.record(record);
  declarations_.program().records[id.index].isInstantiated = true;
  if (!record->isGenericLambda())
    declarations_.function(expr->getCallOperator());
  auto field = record->field_begin();
  for (const Expr* init : expr->capture_inits()) {
    if (init)
      initialiseVariable(extend(target, Step::member(declarations_.field(*field))),
                         field->getType(), init);
    ++field;
  }
}

void FunctionLowering::memberInitialisers(const CXXConstructorDecl* decl) {
  Place self = extend(local({0}), Step::deref());
  for (const CXXCtorInitializer* init : decl->inits()) {
    if (init->isAnyMemberInitializer()) {
      Place target = self;
      if (const IndirectFieldDecl* indirect = init->getIndirectMember())
        for (const NamedDecl* part : indirect->chain())
          target = extend(target, Step::member(declarations_.field(llvm::cast<FieldDecl>(part))));
      else
        target = extend(target, Step::member(declarations_.field(init->getMember())));
      initialiseVariable(target, init->getAnyMember()->getType(), init->getInit());
    } else {
      initialiseBase(self, init->getInit()); // or a delegated constructor
    }
  }
}

} // namespace circumspect::frontend
