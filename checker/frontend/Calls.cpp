#include "checker/frontend/FunctionLowering.h"

namespace circumspect::frontend {

using namespace clang;
using flow::Step;

flow::Operand FunctionLowering::argument(const Expr* expr, QualType parameter) {
  if (!parameter.isNull() && parameter->isReferenceType())
    return addressOf(place(expr), expr->getType(), expr);
  if (!expr->getType()->isRecordType())
    return value(expr);
  if (expr->isPRValue())
    return materialised(expr);
  Place copied = temporary(expr->getType()); // of a thing passed to `...`
  initialise(copied, expr);
  return copied;
}

void FunctionLowering::arguments(flow::Instruction& call, const FunctionDecl* callee,
                                 llvm::ArrayRef<const Expr*> given) {
  for (unsigned i = 0; i < given.size(); ++i) {
    QualType parameter =
        callee && i < callee->getNumParams() ? callee->getParamDecl(i)->getType() : QualType();
    call.operands.push_back(argument(given[i], parameter));
    // What `...` takes has the type that it is given, which a format may go by.
    const Expr* written = given[i]->IgnoreParens();
    if (parameter.isNull() && callee && llvm::isa<ExplicitCastExpr>(written) &&
        written->getType()->isPointerType()) {
      Place typed = temporary(written->getType());
      copy(typed, call.operands.back(), written);
      call.operands.back() = typed;
    }
  }
}

// The type argument of a template, if that is one.
static QualType typeArgument(llvm::ArrayRef<TemplateArgument> arguments, size_t index) {
  bool isType = index < arguments.size() && arguments[index].getKind() == TemplateArgument::Type;
  return isType ? arguments[index].getAsType() : QualType();
}

// The types that a std::tuple of references was made of.
static llvm::SmallVector<QualType, 4> elementTypes(QualType tuple) {
  llvm::SmallVector<QualType, 4> types;
  const auto* record = llvm::dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      tuple.getNonReferenceType()->getAsCXXRecordDecl());
  if (record && record->getName() == "tuple")
    for (const TemplateArgument& argument : record->getTemplateArgs()[0].pack_elements())
      types.push_back(argument.getAsType());
  return types;
}

// What a library template makes of its arguments, of which it may first drop a key.
static QualType madeBy(const FunctionDecl* callee, llvm::SmallVectorImpl<QualType>& given) {
  llvm::StringRef name = callee->getDeclName().isIdentifier() ? callee->getName() : "";
  const auto* own = callee->getTemplateSpecializationArgs();
  auto named = [&] { return own ? typeArgument(own->asArray(), 0) : QualType(); };
  const auto* method = llvm::dyn_cast<CXXMethodDecl>(callee);
  const auto* owner =
      method ? llvm::dyn_cast<ClassTemplateSpecializationDecl>(method->getParent()) : nullptr;
  if (name == "make_unique" || name == "make_shared" || name == "make_optional" ||
      name == "make_any" || name == "construct_at")
    return named();
  bool isMap = owner && owner->getName().ends_with("map");
  bool isPair = isMap && name == "emplace" && given.size() == 2;
  if ((name == "try_emplace" && owner && !given.empty()) || isPair) {
    given.erase(given.begin());
    return typeArgument(owner->getTemplateArgs().asArray(), 1);
  }
  if (isMap && name == "emplace" && given.size() == 3) { // std::piecewise_construct
    given = elementTypes(given.back());
    return typeArgument(owner->getTemplateArgs().asArray(), 1);
  }
  if (name != "emplace_back" && name != "emplace_front" && name != "emplace")
    return QualType();
  llvm::StringRef of = method ? method->getParent()->getName() : "";
  if (of == "variant" || of == "any") // emplace<T>(…)
    return named();
  return owner ? typeArgument(owner->getTemplateArgs().asArray(), 0) : QualType();
}

// A library template that makes an object from its arguments: the constructor that they fit.
flow::FunctionId FunctionLowering::constructed(const FunctionDecl* callee,
                                               llvm::ArrayRef<const Expr*> arguments) {
  llvm::SmallVector<QualType, 4> given;
  for (const Expr* argument : arguments)
    given.push_back(argument->getType());
  QualType made = madeBy(callee, given);
  const CXXRecordDecl* record = made.isNull() ? nullptr : made->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition())
    return {};
  if (!declarations_.isOwn(record)) {
    if (given.size() == 1 &&
        context_.hasSameUnqualifiedType(made, given.front().getNonReferenceType()))
      return {}; // the model says how an object is copied
    const CXXConstructorDecl* constructor = Declarations::keepingConstructor(record, given.size());
    return constructor ? declarations_.function(constructor) : flow::FunctionId();
  }
  declarations_.program().records[declarations_.record(record).index].isInstantiated = true;
  const CXXConstructorDecl* best = nullptr;
  if (given.empty()) {
    best = declarations_.defaultConstructor(record);
    if (best && best->isDefaulted() && best->doesThisDeclarationHaveABody())
      FunctionLowering(declarations_).lower(best); // no code that is parsed asked for it
  }
  unsigned bestScore = 0;
  for (const CXXConstructorDecl* constructor : record->ctors()) {
    if (given.size() < constructor->getMinRequiredArguments() ||
        given.size() > constructor->getNumParams() || isCopy(constructor))
      continue;
    unsigned score = 1;
    for (unsigned i = 0; i < given.size(); ++i)
      score += context_.hasSameUnqualifiedType(
          constructor->getParamDecl(i)->getType().getNonReferenceType(),
          given[i].getNonReferenceType());
    if (score > bestScore) {
      best = constructor;
      bestScore = score;
    }
  }
  return best ? declarations_.function(best) : flow::FunctionId();
}

std::optional<flow::Operand> FunctionLowering::finishCall(flow::Instruction call, QualType result,
                                                          std::optional<Place> target,
                                                          const Expr* expr, bool isNoReturn) {
  call.opcode = flow::Opcode::Call;
  call.type = declarations_.type(result);
  if (!result->isVoidType())
    call.target = target ? *target
                         : temporary(result->isReferenceType()
                                         ? context_.getPointerType(result.getNonReferenceType())
                                         : result);
  std::optional<Operand> value;
  if (call.target)
    value = *call.target;
  flow::Location at = declarations_.location(expr);
  flow::Instruction& emitted = emit(flow::Opcode::Call, expr);
  emitted = std::move(call);
  emitted.location = at;
  mayThrow(expr);
  if (isNoReturn) // but by an exception
    terminate(flow::TerminatorKind::Unreachable, {}, expr);
  return value;
}

/// The function that a lambda without captures converts to. It has no body in the syntax tree.
const CXXMethodDecl* FunctionLowering::invokerOf(const CXXMethodDecl* conversion) {
  const CXXRecordDecl* lambda = conversion->getParent();
  const CXXMethodDecl *invoker = lambda->getLambdaStaticInvoker(),
                      *callOperator = lambda->getLambdaCallOperator();
  if (const auto* arguments = conversion->getTemplateSpecializationArgs()) { // a generic lambda
    auto instance = [&](const CXXMethodDecl* pattern) {
      void* position = nullptr;
      return llvm::cast_or_null<CXXMethodDecl>(
          pattern->getDescribedFunctionTemplate()->findSpecialization(arguments->asArray(),
                                                                      position));
    };
    invoker = instance(invoker);
    callOperator = instance(callOperator);
  }
  if (invoker && callOperator)
    FunctionLowering(declarations_).lowerInvoker(invoker, callOperator);
  return invoker && callOperator ? invoker : nullptr;
}

std::optional<flow::Operand> FunctionLowering::call(const CallExpr* expr,
                                                    std::optional<Place> target) {
  const FunctionDecl* callee = expr->getDirectCallee();
  std::vector<const Expr*> given(expr->getArgs(), expr->getArgs() + expr->getNumArgs());
  if (callee && callee->getBuiltinID())
    if (auto result = builtin(expr, callee))
      return result;
  if (llvm::isa<CXXPseudoDestructorExpr>(expr->getCallee()->IgnoreParens()))
    return std::nullopt;

  flow::Instruction instruction;
  const auto* method = llvm::dyn_cast_or_null<CXXMethodDecl>(callee);
  if (method && method->getParent()->isLambda() && llvm::isa<CXXConversionDecl>(method))
    if (const CXXMethodDecl* invoker = invokerOf(method))
      return functionValue(invoker);
  bool isVirtual = false;
  if (const auto* member = llvm::dyn_cast<CXXMemberCallExpr>(expr)) {
    const Expr* object = member->getImplicitObjectArgument();
    const auto* named = llvm::dyn_cast<MemberExpr>(member->getCallee()->IgnoreParens());
    if (!named) { // (object.*pointer)(…)
      const auto* through = llvm::dyn_cast<BinaryOperator>(member->getCallee()->IgnoreParens());
      if (!through)
        return opaque(expr);
      instruction.operands.push_back(
          through->getOpcode() == BO_PtrMemI
              ? value(through->getLHS())
              : addressOf(place(through->getLHS()), through->getLHS()->getType(), expr));
      instruction.dispatch = flow::Dispatch::Indirect;
      instruction.calleeOperand = value(through->getRHS());
      arguments(instruction, nullptr, given);
      return finishCall(std::move(instruction), expr->getCallReturnType(context_), target, expr,
                        false);
    }
    isVirtual =
        method && method->isVirtual() && !named->hasQualifier() && !method->hasAttr<FinalAttr>();
    if (isVirtual && llvm::isa<CXXThisExpr>(object->IgnoreParenImpCasts()) &&
        (llvm::isa_and_nonnull<CXXConstructorDecl>(decl_) ||
         llvm::isa_and_nonnull<CXXDestructorDecl>(decl_))) {
      // What is being made or destroyed is of this class, whatever it is part of.
      const auto* made = llvm::cast<CXXMethodDecl>(decl_)->getParent();
      if (const CXXMethodDecl* own = method->getCorrespondingMethodInClass(made))
        callee = method = own;
      isVirtual = method->isPureVirtual();
    }
    instruction.operands.push_back(object->getType()->isPointerType()
                                       ? value(object)
                                       : addressOf(place(object), object->getType(), expr));
  } else if (llvm::isa<CXXOperatorCallExpr>(expr) && method &&
             method->isImplicitObjectMemberFunction()) {
    const Expr* object = given.front();
    given.erase(given.begin());
    instruction.operands.push_back(addressOf(place(object), object->getType(), expr));
    isVirtual = method->isVirtual();
  }
  if (!callee) {
    instruction.dispatch = flow::Dispatch::Indirect;
    const Expr* pointer = expr->getCallee();
    instruction.calleeOperand = pointer->isGLValue() ? Operand(place(pointer)) : value(pointer);
    const auto* type = pointer->getType()->isPointerType()
                           ? pointer->getType()->getPointeeType()->getAs<FunctionProtoType>()
                           : pointer->getType()->getAs<FunctionProtoType>();
    for (unsigned i = 0; i < given.size(); ++i)
      instruction.operands.push_back(argument(
          given[i], type && i < type->getNumParams() ? type->getParamType(i) : QualType()));
    return finishCall(std::move(instruction), expr->getCallReturnType(context_), target, expr,
                      false);
  }
  if (method && isCopy(method) && given.size() == 1) { // an assignment member by member
    Place object = extend(held(instruction.operands[0], context_.VoidPtrTy, expr), Step::deref());
    copy(object, given[0]->isGLValue() ? Operand(place(given[0])) : value(given[0]), expr);
    return instruction.operands[0];
  }
  instruction.dispatch = isVirtual ? flow::Dispatch::Virtual : flow::Dispatch::Direct;
  instruction.callee = declarations_.function(callee);
  instruction.constructs = constructed(callee, given);
  for (const Expr* each : given)
    instruction.operandLocations.push_back(declarations_.location(each));
  arguments(instruction, callee, given);
  return finishCall(std::move(instruction), callee->getReturnType(), target, expr,
                    callee->isNoReturn());
}

} // namespace circumspect::frontend
