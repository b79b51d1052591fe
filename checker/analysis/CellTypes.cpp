// The types of cells, as far as declarations and the template arguments of library classes tell.
#include "checker/analysis/FunctionAnalysis.h"

namespace circumspect::analysis {

// What a library's container holds, which its allocator says best: a map holds pairs. Else what its
// first template argument names.
flow::TypeId FunctionAnalysis::elementType(flow::TypeId type) const {
  if (!type)
    return {};
  const flow::Type& t = flow_.type(type);
  if (t.kind == flow::TypeKind::Array)
    return t.element;
  // What a pointer points to may be the first of several: those beside it are like it.
  bool isOneOfMany = t.kind != flow::TypeKind::Record || flow_.record(t.record).inProject;
  if (isOneOfMany)
    return type;
  if (flow_.record(t.record).templateArguments.empty())
    return {};
  const auto& arguments = flow_.record(t.record).templateArguments;
  if (const flow::Type& last = flow_.type(arguments.back());
      last.kind == flow::TypeKind::Record && arguments.size() > 1) {
    const flow::Record& allocator = flow_.record(last.record);
    if (flow_.text(allocator.qualifiedName).ends_with("allocator") &&
        !allocator.templateArguments.empty())
      return allocator.templateArguments.front();
  }
  return arguments.front();
}

// An element of a tuple, by its number.
flow::TypeId FunctionAnalysis::tupleType(flow::TypeId type, PathElement element) const {
  const auto& arguments = flow_.record(flow_.type(type).record).templateArguments;
  bool isKnown = element.kind == ElementKind::At && element.payload < arguments.size();
  return isKnown ? arguments[element.payload] : flow::TypeId();
}

bool FunctionAnalysis::isTuple(flow::TypeId type) const {
  return type && flow_.type(type).kind == flow::TypeKind::Record &&
         flow_.text(flow_.record(flow_.type(type).record).qualifiedName) == "std::tuple";
}

/// Is it a pointer to such an object as a reference of the other type refers to?
bool FunctionAnalysis::isReferenceTo(flow::TypeId reference, flow::TypeId object) const {
  if (!reference || !object || flow_.type(reference).kind != flow::TypeKind::Pointer ||
      !flow_.type(reference).element)
    return false;
  flow::Type referred = flow_.type(flow_.type(reference).element), held = flow_.type(object);
  referred.isConst = held.isConst = false;
  return referred == held;
}

// A member of a library's class, by its name. A pair's need not be used as members anywhere, and
// what a wrapper holds is no member that one can name.
flow::TypeId FunctionAnalysis::slotType(flow::TypeId type, llvm::StringRef name) const {
  if (!type || flow_.type(type).kind != flow::TypeKind::Record)
    return {};
  const flow::Record& record = flow_.record(flow_.type(type).record);
  for (flow::FieldId field : record.fields)
    if (flow_.text(flow_.field(field).name) == name)
      return flow_.field(field).type;
  size_t index = name == "second" ? 1 : 0;
  bool isOneOfSeveral = flow_.text(record.qualifiedName) == "std::variant";
  bool isHeld = (name == "held" && !isOneOfSeveral) || name == "first" || name == "second";
  return isHeld && index < record.templateArguments.size() ? record.templateArguments[index]
                                                           : flow::TypeId{};
}

// What a pointer of this type points to; a smart pointer or an iterator is one. Invalid for others.
flow::TypeId FunctionAnalysis::pointee(flow::TypeId type) const {
  if (!type)
    return {};
  const flow::Type& t = flow_.type(type);
  if (t.kind == flow::TypeKind::Pointer)
    return t.element;
  if (t.kind != flow::TypeKind::Record || !library_.isPointer(t.record))
    return {};
  if (flow::TypeId known = library_.pointee(t.record))
    return known;
  if (flow_.record(t.record).templateArguments.empty())
    return {};
  flow::TypeId first = flow_.record(t.record).templateArguments.front();
  return flow_.type(first).kind == flow::TypeKind::Pointer ? flow_.type(first).element : first;
}

bool pointsToRows(const flow::Program& program, const flow::Function& function,
                  const Memory& memory, CellId pointer) {
  const Cell c = memory[pointer];
  const Object& o = memory.object(c.object);
  if (c.path != 0 || o.kind != ObjectKind::Local || o.a >= function.parameterCount ||
      function.locals[o.a].isReference)
    return false;
  const flow::Type& type = program.type(function.locals[o.a].type);
  return type.kind == flow::TypeKind::Pointer && type.element &&
         program.type(type.element).kind == flow::TypeKind::Array;
}

flow::TypeId FunctionAnalysis::typeOf(CellId cell) const {
  const Cell c = universe_.memory[cell];
  if (c.path != 0) {
    PathElement last = universe_.memory.last(c.path);
    if (last.kind == ElementKind::Field)
      return flow_.field(flow::FieldId{last.payload}).type;
    flow::TypeId whole = typeOf(universe_.memory.parent(cell));
    const Object& o = universe_.memory.object(c.object);
    bool isRow = universe_.memory.length(c.path) == 1 && o.kind == ObjectKind::Initial &&
                 pointsToRows(flow_, entered(), universe_.memory, o.a);
    if (isRow)
      return whole;
    if (last.isElement() && isTuple(whole))
      return tupleType(whole, last);
    return last.isElement() ? elementType(whole) : slotType(whole, universe_.names[{last.payload}]);
  }
  const Object& o = universe_.memory.object(c.object);
  switch (o.kind) {
  case ObjectKind::Local:
    return declared(o.a) ? declared(o.a)->type : flow::TypeId{};
  case ObjectKind::Global:
    return flow_.global(flow::GlobalId{o.a}).type;
  case ObjectKind::Initial:
    return pointee(typeOf(o.a));
  case ObjectKind::Fresh:
    return {};
  }
  return {};
}

} // namespace circumspect::analysis
