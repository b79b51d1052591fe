#include "checker/models/Iterators.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

namespace circumspect::models {

using flow::RecordId;
using flow::TypeId;
using flow::TypeKind;

bool isNamedIterator(const flow::Program& program, RecordId record) {
  llvm::StringRef name = program.text(program.record(record).qualifiedName);
  return name.rsplit("::").second.ends_with("iterator");
}

static RecordId recordOf(const flow::Program& program, TypeId type) {
  bool isRecord = type && program.type(type).kind == TypeKind::Record;
  return isRecord ? program.type(type).record : RecordId();
}

namespace {

/// What operator* or operator-> of each class gives.
using Dereferenced = llvm::DenseMap<RecordId, TypeId>;

} // namespace

static Dereferenced dereferenced(const flow::Program& program) {
  Dereferenced result;
  for (const flow::Function& f : program.functions) {
    llvm::StringRef name = program.text(f.qualifiedName);
    bool isMember = f.hasObject() && f.parameterCount == 1 &&
                    (name.ends_with("::operator*") || name.ends_with("::operator->"));
    if (isMember && f.resultType && program.type(f.resultType).kind == TypeKind::Pointer)
      result.try_emplace(f.record, program.type(f.resultType).element);
  }
  return result;
}

Iterators::Iterators(const flow::Program& program, const Models& models) {
  llvm::StringSet<> containers, described;
  for (const ContainerModel& container : models.containers)
    containers.insert(container.name);
  for (const FunctionModel& model : models.functions) // a class that has models of its own
    if (llvm::StringRef name = model.name; name.consume_back("::operator*"))
      described.insert(name);
  Dereferenced leadsTo = dereferenced(program);

  auto add = [&](const flow::Record& container, TypeId type) {
    RecordId record = recordOf(program, type);
    if (!record || program.record(record).inProject || contains(record) ||
        described.contains(program.text(program.record(record).qualifiedName)) ||
        llvm::is_contained(container.templateArguments, type))
      return;
    TypeId pointee;
    for (RecordId part : program.withBases(record))
      if (!pointee)
        pointee = leadsTo.lookup(part);
    if (pointee || isNamedIterator(program, record))
      for (RecordId part : program.withBases(record))
        pointees_.try_emplace(part, pointee);
  };
  for (const flow::Function& f : program.functions) {
    if (!f.record || !containers.contains(program.text(program.record(f.record).qualifiedName)))
      continue;
    const flow::Record& container = program.record(f.record);
    add(container, f.resultType);
    if (RecordId pair = recordOf(program, f.resultType)) // of an iterator and whether it is new
      for (TypeId part : program.record(pair).templateArguments)
        add(container, part);
    for (uint32_t i = f.hasObject() ? 1 : 0; i < f.parameterCount; ++i)
      add(container, f.locals[i].type);
  }
}

} // namespace circumspect::models
