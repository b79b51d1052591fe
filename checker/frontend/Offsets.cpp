// Members that are named by their distance from the beginning of an object.
#include "checker/frontend/FunctionLowering.h"

#include "clang/AST/RecordLayout.h"

namespace circumspect::frontend {

using namespace clang;

/// What is a constant number of bytes behind the beginning of an object: `(char*)&object +
/// offsetof(type, member)`, as a place of the wanted type where there is one.
std::optional<flow::Place> FunctionLowering::memberAtOffset(const Expr* sum, QualType wanted) {
  const auto* add = llvm::dyn_cast<BinaryOperator>(sum->IgnoreParens());
  if (!add || add->getOpcode() != BO_Add || !add->getType()->isPointerType() ||
      !add->getType()->getPointeeType()->isCharType())
    return std::nullopt;
  const Expr *from = add->getLHS(), *by = add->getRHS();
  if (!from->getType()->isPointerType())
    std::swap(from, by);
  const Expr* object = from->IgnoreParenCasts();
  auto distance = folded(by);
  QualType type =
      object->getType()->isPointerType() ? object->getType()->getPointeeType() : QualType();
  if (!distance || distance->integer < 0 || type.isNull() || !type->isRecordType() ||
      type->isIncompleteType())
    return std::nullopt;
  auto rest = static_cast<uint64_t>(distance->integer);
  auto sizeOf = [&](QualType t) {
    return static_cast<uint64_t>(context_.getTypeSizeInChars(t).getQuantity());
  };
  llvm::SmallVector<flow::Step, 3> way;
  while (way.empty() || rest != 0 ||
         !(wanted->isVoidType() || context_.hasSameUnqualifiedType(type, wanted))) {
    if (const RecordDecl* record = type->getAsRecordDecl()) {
      const ASTRecordLayout& layout = context_.getASTRecordLayout(record->getDefinition());
      const FieldDecl* within = nullptr;
      for (const FieldDecl* field : record->getDefinition()->fields()) {
        uint64_t begin = layout.getFieldOffset(field->getFieldIndex()) / 8;
        bool isSized = !field->isBitField() && !field->getType()->isIncompleteType() &&
                       !field->getType()->isReferenceType();
        if (isSized && !within && begin <= rest && rest < begin + sizeOf(field->getType())) {
          within = field;
          rest -= begin;
          break;
        }
      }
      if (!within)
        return std::nullopt;
      way.push_back(flow::Step::member(declarations_.field(within)));
      type = within->getType();
    } else if (const ConstantArrayType* array = context_.getAsConstantArrayType(type)) {
      type = array->getElementType();
      if (sizeOf(type) == 0)
        return std::nullopt;
      way.push_back(flow::Step::elementAt(integer(static_cast<int64_t>(rest / sizeOf(type)))));
      rest %= sizeOf(type);
    } else if (rest == 0) {
      break;
    } else {
      return std::nullopt;
    }
  }
  Place part = pointee(object);
  for (const flow::Step& step : way)
    part = extend(part, step);
  return part;
}

} // namespace circumspect::frontend
