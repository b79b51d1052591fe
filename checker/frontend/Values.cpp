#include "checker/frontend/FunctionLowering.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"

namespace circumspect::frontend {

using namespace clang;
using flow::Operator;

std::optional<flow::Constant> FunctionLowering::folded(const Expr* expr) {
  if (expr->isValueDependent() || !expr->getType()->isIntegralOrEnumerationType())
    return std::nullopt;
  Expr::EvalResult result;
  if (!expr->EvaluateAsInt(result, context_, Expr::SE_NoSideEffects))
    return std::nullopt;
  llvm::APSInt number = result.Val.getInt();
  return number.getSignificantBits() <= 64
             ? std::optional(integer(number.extOrTrunc(64).getSExtValue()))
             : std::nullopt;
}

flow::Operand FunctionLowering::compute(Operator op, llvm::ArrayRef<Operand> operands,
                                        QualType type, const Stmt* at) {
  Place result = temporary(type);
  flow::Instruction& instruction = emit(flow::Opcode::Compute, at);
  instruction.op = op;
  instruction.operands.assign(operands.begin(), operands.end());
  instruction.target = result;
  return result;
}

/// Where a name is not declared, what stands in the parentheses of an initialiser may be left
/// without a type; it is then what stands last in them.
const Expr* FunctionLowering::withType(const Expr* expr) {
  while (const auto* list = llvm::dyn_cast<ParenListExpr>(expr)) {
    if (list->getNumExprs() == 0)
      return new (context_) ImplicitValueInitExpr(context_.IntTy);
    expr = list->getExpr(list->getNumExprs() - 1);
  }
  return expr;
}

// A value that depends on all that the expression reads, in a way that has no lowering of its own.
flow::Operand FunctionLowering::opaque(const Expr* expr) {
  std::vector<Operand> operands;
  for (const Stmt* child : expr->children())
    if (const auto* sub = llvm::dyn_cast_or_null<Expr>(child)) {
      if (sub->getType()->isVoidType())
        statement(sub);
      else
        operands.push_back(sub->isGLValue() ? Operand(place(sub)) : value(sub));
    }
  return compute(Operator::Opaque, operands, expr->getType(), expr);
}

flow::Operand FunctionLowering::value(const Expr* expr) {
  expr = withType(expr->IgnoreParens());
  if (auto constant = folded(expr))
    return *constant;
  if (expr->isGLValue())
    return place(expr);
  if (expr->getType()->isRecordType())
    return materialised(expr);
  flow::Constant constant;
  switch (expr->getStmtClass()) {
  case Stmt::FloatingLiteralClass:
    constant.kind = flow::Constant::Kind::Floating;
    constant.floating = llvm::cast<FloatingLiteral>(expr)->getValueAsApproximateDouble();
    return constant;
  case Stmt::CXXNullPtrLiteralExprClass:
  case Stmt::GNUNullExprClass:
    constant.kind = flow::Constant::Kind::Null;
    return constant;
  case Stmt::ImplicitValueInitExprClass:
  case Stmt::CXXScalarValueInitExprClass:
    if (expr->getType()->isPointerType())
      constant.kind = flow::Constant::Kind::Null;
    return constant;
  case Stmt::CXXThisExprClass:
    return thisValue(llvm::cast<CXXThisExpr>(expr));
  case Stmt::UnaryOperatorClass:
    return unaryValue(llvm::cast<UnaryOperator>(expr));
  case Stmt::BinaryOperatorClass:
  case Stmt::CompoundAssignOperatorClass:
    return binaryValue(llvm::cast<BinaryOperator>(expr));
  case Stmt::ConditionalOperatorClass:
  case Stmt::BinaryConditionalOperatorClass:
    return conditionalValue(llvm::cast<AbstractConditionalOperator>(expr));
  case Stmt::ExprWithCleanupsClass: {
    FullExpression scope(*this, expr);
    Operand result = value(llvm::cast<FullExpr>(expr)->getSubExpr());
    if (!scope.endsObjects() || expr->getType()->isVoidType())
      return result;
    Place kept = temporary(expr->getType()); // what ends now may be what it is read from
    copy(kept, std::move(result), expr);
    return kept;
  }
  case Stmt::ConstantExprClass:
    return value(llvm::cast<FullExpr>(expr)->getSubExpr());
  case Stmt::CXXBindTemporaryExprClass:
    return value(llvm::cast<CXXBindTemporaryExpr>(expr)->getSubExpr());
  case Stmt::SubstNonTypeTemplateParmExprClass:
    return value(llvm::cast<SubstNonTypeTemplateParmExpr>(expr)->getReplacement());
  case Stmt::CXXDefaultArgExprClass:
    return value(llvm::cast<CXXDefaultArgExpr>(expr)->getExpr());
  case Stmt::CXXDefaultInitExprClass:
    return value(llvm::cast<CXXDefaultInitExpr>(expr)->getExpr());
  case Stmt::CXXRewrittenBinaryOperatorClass: // a != b as !(a == b)
    return value(llvm::cast<CXXRewrittenBinaryOperator>(expr)->getSemanticForm());
  case Stmt::GenericSelectionExprClass:
    return value(llvm::cast<GenericSelectionExpr>(expr)->getResultExpr());
  case Stmt::ChooseExprClass:
    return value(llvm::cast<ChooseExpr>(expr)->getChosenSubExpr());
  case Stmt::OpaqueValueExprClass:
    if (const Expr* source = llvm::cast<OpaqueValueExpr>(expr)->getSourceExpr()) {
      const auto* key = llvm::cast<OpaqueValueExpr>(expr);
      if (auto known = opaqueValues_.find(key); known != opaqueValues_.end())
        return known->second;
      Place kept = held(value(source), source->getType(), source);
      return opaqueValues_[key] = kept;
    }
    break;
  case Stmt::InitListExprClass: {
    const auto* list = llvm::cast<InitListExpr>(expr);
    if (list->getNumInits() == 1)
      return value(list->getInit(0));
    return list->getNumInits() == 0 ? Operand(constant) : opaque(list); // of a vector, say
  }
  case Stmt::CXXParenListInitExprClass:
    return value(llvm::cast<CXXParenListInitExpr>(expr)->getInitExprs().front());
  case Stmt::MemberExprClass: // C: a member of a value
    return memberPlace(llvm::cast<MemberExpr>(expr));
  case Stmt::ArraySubscriptExprClass:
    return elementPlace(llvm::cast<ArraySubscriptExpr>(expr));
  case Stmt::ImaginaryLiteralClass:
    constant.kind = flow::Constant::Kind::Floating;
    return constant;
  case Stmt::AddrLabelExprClass: // the jump goes to any of them
    return constant;
  case Stmt::SourceLocExprClass:
    return sourceLocation(llvm::cast<SourceLocExpr>(expr));
  case Stmt::PackIndexingExprClass:
    return value(llvm::cast<PackIndexingExpr>(expr)->getSelectedExpr());
  case Stmt::AtomicExprClass:
    return atomicValue(llvm::cast<AtomicExpr>(expr));
  case Stmt::ShuffleVectorExprClass:
  case Stmt::ConvertVectorExprClass:
  case Stmt::ExtVectorElementExprClass:
    return opaque(expr);
  case Stmt::CXXNewExprClass:
    return newValue(llvm::cast<CXXNewExpr>(expr));
  case Stmt::CXXDeleteExprClass:
    deleteObject(llvm::cast<CXXDeleteExpr>(expr));
    return constant;
  case Stmt::CXXThrowExprClass:
    throwValue(llvm::cast<CXXThrowExpr>(expr));
    return constant;
  case Stmt::StmtExprClass:
    return statementsValue(llvm::cast<StmtExpr>(expr));
  case Stmt::VAArgExprClass:
    return nextArgument(llvm::cast<VAArgExpr>(expr));
  case Stmt::CoawaitExprClass:
  case Stmt::CoyieldExprClass:
    return value(resumed(llvm::cast<CoroutineSuspendExpr>(expr)));
  default:
    break;
  }
  if (const auto* cast = llvm::dyn_cast<CastExpr>(expr))
    return castValue(cast);
  if (const auto* callExpr = llvm::dyn_cast<CallExpr>(expr)) {
    auto result = call(callExpr);
    return result ? *result : Operand(constant);
  }
  if (const auto* construction = llvm::dyn_cast<CXXConstructExpr>(expr)) {
    Place temp = temporary(expr->getType());
    construct(temp, construction);
    return temp;
  }
  if (const auto* size = llvm::dyn_cast<UnaryExprOrTypeTraitExpr>(expr))
    return compute(Operator::Opaque, {}, size->getType(), expr); // of an array of variable length
  omit(expr->getStmtClassName(), expr);
  return opaque(expr);
}

flow::Operand FunctionLowering::thisValue(const CXXThisExpr* expr) {
  if (self_)
    return addressOf(*self_, expr->getType()->getPointeeType(), expr);
  if (!capturedThis_)
    return local({0});
  Place base = extend(extend(local({0}), flow::Step::deref()), // in a lambda: the captured object
                      flow::Step::member(declarations_.field(capturedThis_)));
  return capturedThis_->getType()->isPointerType()
             ? Operand(base)
             : addressOf(base, capturedThis_->getType(), expr);
}

// In UTF-8, whatever its characters are.
static std::string textOf(const StringLiteral* literal) {
  if (literal->getCharByteWidth() == 1)
    return literal->getString().str();
  std::string text;
  for (unsigned i = 0; i < literal->getLength(); ++i) {
    uint32_t unit = literal->getCodeUnit(i);
    bool isPair = unit >= 0xD800 && unit < 0xDC00 && i + 1 < literal->getLength();
    if (isPair) // UTF-16
      unit = 0x10000 + ((unit - 0xD800) << 10) + (literal->getCodeUnit(++i) - 0xDC00);
    char bytes[UNI_MAX_UTF8_BYTES_PER_CODE_POINT];
    char* end = bytes;
    if (llvm::ConvertCodePointToUTF8(unit, end))
      text.append(bytes, end);
  }
  return text;
}

flow::Operand FunctionLowering::text(const StringLiteral* literal) {
  flow::Constant constant;
  constant.kind = flow::Constant::Kind::String;
  constant.string = declarations_.name(literal ? textOf(literal) : "");
  return constant;
}

flow::Operand FunctionLowering::sourceLocation(const SourceLocExpr* expr) {
  if (expr->isIntType())
    return integer(declarations_.location(expr).line);
  return text(nullptr); // of a file or a function
}

// GNU C: the value is that of the last statement; objects of the block end before it is used.
flow::Operand FunctionLowering::statementsValue(const StmtExpr* expr) {
  Scope scope(*this, expr);
  for (const Stmt* child : expr->getSubStmt()->body()) {
    const auto* last = llvm::dyn_cast<Expr>(child);
    if (child != expr->getSubStmt()->body_back() || !last || expr->getType()->isVoidType()) {
      statement(child);
      continue;
    }
    Place kept = temporary(expr->getType());
    copy(kept, value(last), last);
    return kept;
  }
  return integer(0);
}

flow::Operand FunctionLowering::castValue(const CastExpr* expr) {
  const Expr* sub = expr->getSubExpr();
  flow::Constant null;
  null.kind = flow::Constant::Kind::Null;
  switch (expr->getCastKind()) {
  case CK_LValueToRValue:
    if (const auto* either = llvm::dyn_cast<AbstractConditionalOperator>(sub->IgnoreParens()))
      return conditionalValue(either);
    return place(sub);
  case CK_ArrayToPointerDecay: {
    const Expr* array = sub->IgnoreParens();
    if (const auto* literal = llvm::dyn_cast<StringLiteral>(array))
      return text(literal);
    return addressOf(extend(place(array), flow::Step::elementAt(integer(0))),
                     context_.getAsArrayType(array->getType())
                         ? context_.getAsArrayType(array->getType())->getElementType()
                         : array->getType(),
                     expr);
  }
  case CK_FunctionToPointerDecay: {
    const Decl* callee = sub->IgnoreParenImpCasts()->getReferencedDeclOfCallee();
    if (const auto* function = llvm::dyn_cast_or_null<FunctionDecl>(callee))
      return functionValue(function);
    return place(sub);
  }
  case CK_NullToPointer:
  case CK_NullToMemberPointer:
    return null;
  case CK_PointerToBoolean:
  case CK_MemberPointerToBoolean:
    return compute(Operator::NotEqual, {value(sub), null}, expr->getType(), expr);
  case CK_IntegralToBoolean:
  case CK_FloatingToBoolean:
    return compute(Operator::NotEqual, {value(sub), integer(0)}, expr->getType(), expr);
  case CK_ToVoid:
    statement(sub);
    return null;
  case CK_BitCast:
    return reinterpreted(expr);
  case CK_Dynamic:
    if (sub->isGLValue() && expr->isGLValue())
      return place(sub);
    return compute(Operator::Downcast, {value(sub)}, expr->getType(), expr);
  case CK_IntegralCast:
  case CK_FloatingCast:
  case CK_IntegralToFloating:
  case CK_FloatingToIntegral:
    return compute(Operator::Convert, {value(sub)}, expr->getType(), expr);
  default:
    return sub->isGLValue() ? Operand(place(sub)) : value(sub);
  }
}

flow::Operand FunctionLowering::functionValue(const FunctionDecl* decl) {
  flow::FunctionId id = declarations_.function(decl);
  declarations_.program().functions[id.index].isAddressTaken = true;
  return id;
}

flow::Place FunctionLowering::increment(const UnaryOperator* expr) {
  Place target = place(expr->getSubExpr());
  bool isPointer = expr->getType()->isPointerType();
  flow::Instruction& instruction = emit(flow::Opcode::Compute, expr);
  instruction.op = isPointer ? Operator::Offset : Operator::Add;
  instruction.operands = {target, integer(expr->isIncrementOp() ? 1 : -1)};
  instruction.target = target;
  return target;
}

/// C's base classes: a pointer to an object, cast to the class of its first member, points to that
/// member.
flow::Operand FunctionLowering::reinterpreted(const CastExpr* expr) {
  const Expr* pointer = expr->getSubExpr();
  if (expr->getType()->isPointerType())
    if (auto member = memberAtOffset(pointer, expr->getType()->getPointeeType()))
      return addressOf(*member, expr->getType()->getPointeeType(), expr);
  auto recordAt = [](QualType type) {
    const RecordDecl* record =
        type->isPointerType() ? type->getPointeeType()->getAsRecordDecl() : nullptr;
    return record ? record->getDefinition() : nullptr;
  };
  const RecordDecl *whole = recordAt(pointer->getType()), *wanted = recordAt(expr->getType());
  std::vector<const FieldDecl*> way;
  for (const RecordDecl* at = whole; at && wanted && at != wanted;) {
    bool goesOn = !at->isUnion() && !at->field_empty();
    const FieldDecl* first = goesOn ? *at->field_begin() : nullptr;
    at = first ? first->getType()->getAsRecordDecl() : nullptr;
    at = at ? at->getDefinition() : nullptr;
    if (!at)
      return value(pointer);
    way.push_back(first);
  }
  if (way.empty() || !wanted)
    return pointer->isGLValue() ? Operand(place(pointer)) : value(pointer);
  Place part = pointee(pointer);
  for (const FieldDecl* field : way)
    part = extend(part, flow::Step::member(declarations_.field(field)));
  return addressOf(part, expr->getType()->getPointeeType(), expr);
}

flow::Operand FunctionLowering::unaryValue(const UnaryOperator* expr) {
  const Expr* sub = expr->getSubExpr();
  switch (expr->getOpcode()) {
  case UO_AddrOf: {
    if (const auto* reference = llvm::dyn_cast<DeclRefExpr>(sub->IgnoreParens())) {
      if (const auto* function = llvm::dyn_cast<FunctionDecl>(reference->getDecl()))
        return functionValue(function);
      if (const auto* field = llvm::dyn_cast<FieldDecl>(reference->getDecl())) {
        flow::Constant member; // a pointer to a member
        member.kind = flow::Constant::Kind::Member;
        member.integer = declarations_.field(field).index;
        return member;
      }
    }
    return addressOf(place(sub), sub->getType(), expr);
  }
  case UO_PostInc:
  case UO_PostDec: {
    Place before = temporary(expr->getType());
    copy(before, place(sub), expr);
    increment(expr);
    return before;
  }
  case UO_PreInc:
  case UO_PreDec:
    return increment(expr);
  case UO_LNot:
    return compute(Operator::Not, {value(sub)}, expr->getType(), expr);
  case UO_Not:
    return compute(Operator::BitNot, {value(sub)}, expr->getType(), expr);
  case UO_Minus:
    return compute(Operator::Negate, {value(sub)}, expr->getType(), expr);
  case UO_Coawait:
  case UO_Deref:
    return place(sub);
  default: // +x, __extension__, __real, __imag
    return sub->isGLValue() ? Operand(place(sub)) : value(sub);
  }
}

static Operator operatorOf(BinaryOperatorKind kind) {
  switch (kind) {
  case BO_Mul:
  case BO_MulAssign:
    return Operator::Multiply;
  case BO_Div:
  case BO_DivAssign:
    return Operator::Divide;
  case BO_Rem:
  case BO_RemAssign:
    return Operator::Remainder;
  case BO_Add:
  case BO_AddAssign:
    return Operator::Add;
  case BO_Sub:
  case BO_SubAssign:
    return Operator::Subtract;
  case BO_Shl:
  case BO_ShlAssign:
    return Operator::ShiftLeft;
  case BO_Shr:
  case BO_ShrAssign:
    return Operator::ShiftRight;
  case BO_And:
  case BO_AndAssign:
    return Operator::BitAnd;
  case BO_Or:
  case BO_OrAssign:
    return Operator::BitOr;
  case BO_Xor:
  case BO_XorAssign:
    return Operator::BitXor;
  case BO_LT:
    return Operator::Less;
  case BO_LE:
    return Operator::LessEqual;
  case BO_GT:
    return Operator::Greater;
  case BO_GE:
    return Operator::GreaterEqual;
  case BO_EQ:
    return Operator::Equal;
  case BO_NE:
    return Operator::NotEqual;
  default:
    return Operator::Opaque;
  }
}

/// What is assigned to is lowered once: it may count on (`*p++ = x`).
flow::Place FunctionLowering::assign(const BinaryOperator* expr) {
  if (expr->getOpcode() == BO_Assign && expr->getType()->isRecordType()) {
    Place target = place(expr->getLHS());
    const Expr* right = expr->getRHS()->IgnoreParenImpCasts();
    if (llvm::isa<CompoundLiteralExpr>(right)) // complete before anything in the target is replaced
      copy(target, place(right), expr);
    else
      initialise(target, expr->getRHS());
    return target;
  }
  Operand right = value(expr->getRHS());
  Place target = place(expr->getLHS());
  if (expr->getOpcode() == BO_Assign) {
    copy(target, std::move(right), expr);
    return target;
  }
  bool isPointer = expr->getType()->isPointerType();
  if (isPointer && expr->getOpcode() == BO_SubAssign)
    right = compute(Operator::Negate, {right}, expr->getRHS()->getType(), expr);
  flow::Instruction& instruction = emit(flow::Opcode::Compute, expr);
  instruction.op = isPointer ? Operator::Offset : operatorOf(expr->getOpcode());
  instruction.operands = {target, right};
  instruction.target = target;
  return target;
}

flow::Operand FunctionLowering::binaryValue(const BinaryOperator* expr) {
  if (expr->isAssignmentOp()) // C: an assignment is a value
    return assign(expr);
  if (expr->isLogicalOp())
    return logicalValue(expr);
  if (expr->getOpcode() == BO_Comma) {
    statement(expr->getLHS());
    return value(expr->getRHS());
  }
  if (expr->isPtrMemOp()) // no place where what it belongs to has errors
    return expr->isGLValue() ? Operand(place(expr)) : opaque(expr);
  if (auto member = memberAtOffset(expr, context_.CharTy))
    return addressOf(*member, context_.CharTy, expr);
  Operand left = value(expr->getLHS());
  Operand right = value(expr->getRHS());
  bool leftPoints = expr->getLHS()->getType()->isPointerType(),
       rightPoints = expr->getRHS()->getType()->isPointerType();
  if (expr->isAdditiveOp() && leftPoints != rightPoints) {
    if (rightPoints)
      std::swap(left, right);
    if (expr->getOpcode() == BO_Sub)
      right = compute(Operator::Negate, {right}, expr->getRHS()->getType(), expr);
    return compute(Operator::Offset, {left, right}, expr->getType(), expr);
  }
  if (leftPoints &&
      expr->getOpcode() == BO_Sub) // how far apart they are tells nothing of what is there
    return compute(Operator::Opaque, {}, expr->getType(), expr);
  return compute(operatorOf(expr->getOpcode()), {left, right}, expr->getType(), expr);
}

flow::Operand FunctionLowering::logicalValue(const BinaryOperator* expr) {
  bool isAnd = expr->getOpcode() == BO_LAnd;
  Place first = temporary(expr->getType()), second = temporary(expr->getType());
  copy(first, value(expr->getLHS()), expr);
  flow::BlockId more = newBlock(), after = newBlock();
  copy(second, integer(isAnd ? 0 : 1), expr); // what the first decides alone
  branchOn(first, isAnd ? more : after, isAnd ? after : more, expr);
  startBlock(more);
  copy(second, value(expr->getRHS()), expr);
  startBlock(after);
  return compute(isAnd ? Operator::And : Operator::Or, {first, second}, expr->getType(), expr);
}

flow::Operand FunctionLowering::conditionalValue(const AbstractConditionalOperator* expr) {
  if (auto constant = folded(expr->getCond()))
    return value(constant->integer ? expr->getTrueExpr() : expr->getFalseExpr());
  Place result = temporary(expr->getType());
  eachArm(expr, [&](const Expr* arm) { copy(result, value(arm), arm); });
  return expr->getType()->isVoidType() ? Operand(integer(0)) : result;
}

/// Does the same with both arms, each where it is chosen. An arm that is void throws or does no
/// more than what it says.
void FunctionLowering::eachArm(const AbstractConditionalOperator* expr,
                               llvm::function_ref<void(const Expr*)> lowered) {
  flow::BlockId yes = newBlock(), no = newBlock(), after = newBlock();
  if (const auto* shared = llvm::dyn_cast<BinaryConditionalOperator>(expr))
    opaqueValues_.erase(shared->getOpaqueValue());
  branch(expr->getCond(), yes, no);
  for (auto [block, arm] :
       {std::pair(yes, expr->getTrueExpr()), std::pair(no, expr->getFalseExpr())}) {
    startBlock(block);
    if (arm->getType()->isVoidType())
      statement(arm);
    else
      lowered(arm);
    if (isOpen())
      jump(after);
  }
  startBlock(after);
}

flow::Operand FunctionLowering::newValue(const CXXNewExpr* expr) {
  Place pointer = temporary(expr->getType());
  for (unsigned i = 0; i < expr->getNumPlacementArgs(); ++i)
    if (expr->getPlacementArg(i)
            ->getType()
            ->isPointerType()) { // placement: the object is where it points
      copy(pointer, value(expr->getPlacementArg(i)), expr);
      if (const Expr* init = expr->getInitializer())
        initialise(extend(pointer, flow::Step::deref()), init);
      return pointer;
    }
  if (expr->isArray() && *expr->getArraySize())
    value(*expr->getArraySize());
  flow::Instruction& instruction = emit(flow::Opcode::Allocate, expr);
  instruction.type = declarations_.type(expr->getAllocatedType());
  instruction.target = pointer;
  if (expr->shouldNullCheckAllocation()) {
    flow::Constant null;
    null.kind = flow::Constant::Kind::Null;
    instruction.operands.emplace_back(null);
  }
  if (const Expr* init = expr->getInitializer()) {
    Place object = extend(pointer, flow::Step::deref());
    bool isWhole = !expr->isArray() || llvm::isa<InitListExpr>(init);
    initialise(isWhole ? object : extend(object, flow::Step::element()), init);
  }
  return pointer;
}

// What the list holds is any of the arguments that `...` takes.
flow::Place FunctionLowering::nextArgument(const VAArgExpr* expr) {
  return extend(pointee(expr->getSubExpr()), flow::Step::element());
}

} // namespace circumspect::frontend
