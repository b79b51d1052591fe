// The ends of objects: destructors run where a scope or a full-expression ends, on every way out of
// it, in reverse order. Only those that do something are kept track of: a destructor that the
// project wrote, of the object or of a part of it.
#include "checker/frontend/FunctionLowering.h"

#include "clang/AST/Attr.h"

namespace circumspect::frontend {

using namespace clang;
using flow::Step;

/// A library's owner that is given the class of a deleter, and that class is the project's:
/// std::unique_ptr<T, Closer>.
static const CXXRecordDecl* deleterOf(const CXXRecordDecl* record) {
  const auto* owner = llvm::dyn_cast<ClassTemplateSpecializationDecl>(record);
  if (!owner || !owner->isInStdNamespace() || !owner->getIdentifier() ||
      owner->getName() != "unique_ptr")
    return nullptr;
  const TemplateArgumentList& arguments = owner->getTemplateArgs();
  bool hasType = arguments.size() > 1 && arguments[1].getKind() == TemplateArgument::Type;
  return hasType ? arguments[1].getAsType()->getAsCXXRecordDecl() : nullptr;
}

/// Does destroying an object of the class run code of the project?
bool FunctionLowering::isObservable(const CXXRecordDecl* record) {
  if (!record || !record->hasDefinition() || record->hasTrivialDestructor())
    return false;
  if (const CXXRecordDecl* deleter = deleterOf(record))
    return declarations_.isOwn(deleter);
  if (!declarations_.isOwn(record))
    return false;
  if (const CXXDestructorDecl* destructor = record->getDestructor();
      destructor && !destructor->isDefaulted())
    return true;
  auto isObservableType = [&](QualType type) {
    return isObservable(type->getBaseElementTypeUnsafe()->getAsCXXRecordDecl());
  };
  return llvm::any_of(
             record->bases(),
             [&](const CXXBaseSpecifier& base) { return isObservableType(base.getType()); }) ||
         llvm::any_of(record->fields(),
                      [&](const FieldDecl* field) { return isObservableType(field->getType()); });
}

const CXXDestructorDecl* FunctionLowering::destructorOf(QualType type) {
  const CXXRecordDecl* record = type->getBaseElementTypeUnsafe()->getAsCXXRecordDecl();
  return isObservable(record) ? record->getDestructor() : nullptr;
}

/// Does evaluating the expression make temporaries whose end does something?
bool FunctionLowering::endsObjects(const Stmt* expr) {
  if (!expr || llvm::isa<LambdaExpr>(expr))
    return false;
  if (const auto* bound = llvm::dyn_cast<CXXBindTemporaryExpr>(expr))
    if (destructorOf(bound->getType()))
      return true;
  return llvm::any_of(expr->children(), [&](const Stmt* child) { return endsObjects(child); });
}

void FunctionLowering::endsWithScope(Place object, const VarDecl* decl) {
  if (const auto* attribute = decl->getAttr<CleanupAttr>())
    cleanups_.push_back({object, attribute->getFunctionDecl()});
  else if (decl->isNRVOVariable() || decl->getType()->isReferenceType())
    return; // becomes the result; is no object of its own
  else if (const CXXDestructorDecl* destructor = destructorOf(decl->getType()))
    cleanups_.push_back({object, destructor});
}

void FunctionLowering::endsWithExpression(Place object, QualType type) {
  if (const CXXDestructorDecl* destructor = destructorOf(type))
    cleanups_.push_back({std::move(object), destructor});
}

// A temporary that a reference keeps alive ends with the scope around the full-expression.
void FunctionLowering::endsWithReference(Place object, QualType type) {
  const CXXDestructorDecl* destructor = destructorOf(type);
  if (!destructor)
    return;
  size_t at = expressions_.empty() ? cleanups_.size() : expressions_.back()++;
  cleanups_.insert(cleanups_.begin() + static_cast<ptrdiff_t>(at), {std::move(object), destructor});
}

/// Ends what began after `depth`; it stays on the list for other ways out.
void FunctionLowering::leave(size_t depth, const Stmt* at) {
  for (size_t i = cleanups_.size(); i > depth && isOpen(); --i) {
    const Cleanup cleanup = cleanups_[i - 1];
    if (const auto* destructor = llvm::dyn_cast<CXXDestructorDecl>(cleanup.function)) {
      destroy(cleanup.object, destructor, flow::Dispatch::Direct, at);
      continue;
    }
    Operand address = addressOf(cleanup.object, context_.VoidTy, at);
    flow::Instruction& call = emit(flow::Opcode::Call, at);
    call.callee = declarations_.function(cleanup.function);
    call.operands.push_back(std::move(address));
    call.type = declarations_.type(context_.VoidTy);
  }
}

void FunctionLowering::destroy(Place object, const CXXDestructorDecl* destructor,
                               flow::Dispatch dispatch, const Stmt* at) {
  Operand address =
      addressOf(std::move(object), context_.getRecordType(destructor->getParent()), at);
  flow::FunctionId callee = declarations_.function(destructor);
  flow::Instruction& call = emit(flow::Opcode::Call, at);
  call.dispatch = dispatch;
  call.callee = callee;
  call.operands.push_back(std::move(address));
  call.type = declarations_.type(context_.VoidTy);
}

void FunctionLowering::deleteObject(const CXXDeleteExpr* expr) {
  Operand pointer = value(expr->getArgument());
  const CXXRecordDecl* record =
      expr->getDestroyedType().isNull() ? nullptr : expr->getDestroyedType()->getAsCXXRecordDecl();
  const CXXDestructorDecl* destructor =
      record && record->hasDefinition() ? record->getDestructor() : nullptr;
  if (!destructor || !(isObservable(record) || destructor->isVirtual()))
    return;
  Place object = extend(held(pointer, expr->getArgument()->getType(), expr), Step::deref());
  destroy(expr->isArrayForm() ? extend(object, Step::element()) : object, destructor,
          destructor->isVirtual() ? flow::Dispatch::Virtual : flow::Dispatch::Direct, expr);
}

// After its own body, a destructor ends the members and then the bases.
void FunctionLowering::pushSubobjects(const CXXDestructorDecl* decl) {
  Place self = extend(local({0}), Step::deref());
  for (const CXXBaseSpecifier& base : decl->getParent()->bases())
    endsWithExpression(self, base.getType());
  for (const FieldDecl* field : decl->getParent()->fields())
    endsWithExpression(extend(self, Step::member(declarations_.field(field))), field->getType());
}

} // namespace circumspect::frontend
