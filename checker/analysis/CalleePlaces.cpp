// Which of the caller's places a callee's cells are.
#include "checker/analysis/Instantiation.h"

namespace circumspect::analysis {

Refs Instantiation::objectRefs(ObjectId object) {
  if (auto done = objects_.find(object); done != objects_.end())
    return done->second;
  auto& memory = universe_.memory;
  const Object o = memory.object(object);
  Refs result;
  switch (o.kind) {
  case ObjectKind::Local:
    if (o.a < callee_.parameterCount && o.a < call_.arguments.size())
      result = call_.arguments[o.a].refs;
    if (callee_.isVariadic && o.a + 1 == callee_.parameterCount &&
        call_.arguments.size() > callee_.parameterCount)
      for (size_t i = callee_.parameterCount; i < call_.arguments.size(); ++i)
        result.insert(result.end(), call_.arguments[i].refs.begin(), call_.arguments[i].refs.end());
    break;
  case ObjectKind::Global: {
    CellId cell = memory.cell(object);
    result = {{cell, caller_.identity(before_, cell)}};
    break;
  }
  case ObjectKind::Initial:
    objects_[object] = {}; // an object that folds back onto itself
    result = caller_.follow(before_, refs(o.a));
    if (memory.isFolded(object))
      addFurther(result);
    break;
  case ObjectKind::Fresh: {
    CellId cell = memory.cell(memory.fresh(caller_.site_, object));
    result = {{cell, caller_.identity(before_, cell)}};
    break;
  }
  }
  return objects_[object] = result;
}

/// Is it the hidden array of what `...` takes?
bool Instantiation::isRest(ObjectId object) const {
  const Object& o = universe_.memory.object(object);
  return callee_.isVariadic && o.kind == ObjectKind::Local && o.a + 1 == callee_.parameterCount;
}

/// Is the object what a `void*` parameter leads to? Its elements are bytes.
bool Instantiation::isUntyped(ObjectId object) const {
  const Object& o = universe_.memory.object(object);
  if (o.kind != ObjectKind::Initial || universe_.memory[o.a].path != 0)
    return false;
  const Object& pointer = universe_.memory.object(universe_.memory[o.a].object);
  if (pointer.kind != ObjectKind::Local || pointer.a >= callee_.parameterCount)
    return false;
  const flow::Type& type = caller_.flow_.type(callee_.locals[pointer.a].type);
  return type.kind == flow::TypeKind::Pointer && type.element &&
         caller_.flow_.type(type.element).kind == flow::TypeKind::Void;
}

/// The type of a cell of the callee that is reached through its parameters without a container.
flow::TypeId Instantiation::typeOf(CellId cell) const {
  const Memory& memory = universe_.memory;
  const flow::Program& program = caller_.flow_;
  const Cell c = memory[cell];
  unsigned elements = 0;
  PathId path = c.path;
  for (; path != 0 && memory.last(path).isElement(); path = memory.parentPath(path))
    ++elements;
  flow::TypeId type;
  const Object o = memory.object(c.object);
  if (path != 0 && memory.last(path).kind == ElementKind::Field)
    type = program.field({memory.last(path).payload}).type;
  else if (path == 0 && o.kind == ObjectKind::Local && o.a < callee_.parameterCount)
    type = callee_.locals[o.a].type;
  else if (path == 0 && o.kind == ObjectKind::Initial)
    type = caller_.pointee(typeOf(o.a));
  // What is beside the object that a pointer leads to is like it.
  for (; elements > 0 && type && program.type(type).kind == flow::TypeKind::Array; --elements)
    type = program.type(type).element;
  bool isContainer = type && program.type(type).kind == flow::TypeKind::Record &&
                     !program.record(program.type(type).record).inProject;
  return elements > 0 && isContainer ? flow::TypeId() : type;
}

/// Is the object reached through a parameter or a member that may be a pointer into an array?
/// References are not: what has elements there is a container.
bool Instantiation::isIndexable(ObjectId object) const {
  const Object o = universe_.memory.object(object);
  if (o.kind != ObjectKind::Initial)
    return false;
  const Cell pointer = universe_.memory[o.a];
  const Object root = universe_.memory.object(pointer.object);
  if (isRest(pointer.object))
    return true;
  if (pointer.path != 0) {
    PathElement last = universe_.memory.last(pointer.path);
    bool isKnown = last.kind == ElementKind::Field || last.isElement();
    flow::TypeId of = isKnown ? typeOf(o.a) : flow::TypeId();
    const flow::Program& program = caller_.flow_;
    if (!of || program.type(of).kind != flow::TypeKind::Pointer || !program.type(of).element)
      return false;
    const flow::Type& type = program.type(of);
    const flow::Type& pointee = program.type(type.element);
    bool isContainer =
        pointee.kind == flow::TypeKind::Array ||
        (pointee.kind == flow::TypeKind::Record && !program.record(pointee.record).inProject);
    return !isContainer;
  }
  if (root.kind != ObjectKind::Local || root.a >= callee_.parameterCount)
    return false;
  const flow::Local& parameter = callee_.locals[root.a];
  return !parameter.isReference && parameter.kind != flow::LocalKind::This;
}

/// Does the pointer by which the object is reached point to records?
bool Instantiation::leadsToRecord(ObjectId object) const {
  CellId pointer = universe_.memory.object(object).a;
  return caller_.isProjectRecord(caller_.pointee(typeOf(pointer)));
}

/// A folded object stands for all of its class that can be reached from it.
void Instantiation::addFurther(Refs& result) {
  constexpr size_t maxObjects = 16;
  auto& memory = universe_.memory;
  auto classOf = [&](CellId cell) {
    ObjectId object = memory[cell].object;
    if (memory[cell].path != 0) { // a part, as a link that is inside of what it links
      flow::TypeId type = caller_.typeOf(cell);
      if (caller_.isProjectRecord(type))
        return caller_.flow_.type(type).record;
    }
    if (const Contents* contents = before_.contents(object))
      for (const auto& [path, value] : *contents)
        if (flow::RecordId record = memory.recordIn(path))
          return record;
    return flow::RecordId();
  };
  std::vector<ObjectId> work;
  SortedSet<flow::RecordId> classes;
  for (const Ref& ref : result) {
    work.push_back(memory[ref.cell].object);
    if (flow::RecordId record = classOf(ref.cell))
      unite(classes, {record});
  }
  SortedSet<ObjectId> seen(work.begin(), work.end());
  llvm::sort(seen);
  for (size_t i = 0; i < work.size() && work.size() < 4 * maxObjects; ++i)
    if (const Contents* contents = before_.contents(work[i]))
      for (const auto& [path, value] : *contents)
        for (CellId target : value.targets) {
          ObjectId object = memory[target].object;
          if (unite(seen, {object}))
            work.push_back(object);
          bool isSame = std::binary_search(classes.begin(), classes.end(), classOf(target));
          bool isNew = llvm::none_of(result, [&](const Ref& ref) { return ref.cell == target; });
          if (isSame && isNew && result.size() < maxObjects)
            result.push_back({target, Expressions::unknown});
        }
}

Refs Instantiation::refs(CellId cell) {
  const Cell c = universe_.memory[cell];
  Refs result = objectRefs(c.object);
  // Down the path one element at a time, so that identities follow.
  std::vector<PathElement> elements;
  for (PathId path = c.path; path != 0; path = universe_.memory.parentPath(path))
    elements.push_back(universe_.memory.last(path));
  bool isIndexed = isIndexable(c.object);
  if (isIndexed && elements.empty() &&
      universe_.memory.object(c.object).kind == ObjectKind::Initial)
    result = caller_.buffers(before_, std::move(result)); // a whole array, by its first element
  // What `...` takes is a hidden array, and its elements are the arguments themselves.
  const Object& o = universe_.memory.object(c.object);
  if (isRest(c.object) && !elements.empty())
    elements.pop_back();
  bool areBytes = isUntyped(c.object) && elements.size() == 1 && elements.front().isElement();
  bool isRows =
      o.kind == ObjectKind::Initial && pointsToRows(caller_.flow_, callee_, universe_.memory, o.a);
  Refs found;
  for (const Ref& from : result) {
    Refs at{from};
    for (auto element = elements.rbegin(); element != elements.rend(); ++element) {
      flow::TypeId type = caller_.typeOf(at.front().cell);
      if (areBytes && type && caller_.flow_.type(type).kind == flow::TypeKind::Record)
        break; // bytes of an object are the object
      bool isFirst = element == elements.rbegin();
      auto next = std::next(element);
      using Of = FunctionAnalysis::Of;
      Of of = Of::Other;
      if (next != elements.rend() && next->kind == ElementKind::Field)
        of = Of::Member;
      else if (next == elements.rend() && isIndexed && isFirst && leadsToRecord(c.object))
        of = Of::Record;
      Refs parts;
      for (const Ref& ref : at) {
        PathId path = universe_.memory[ref.cell].path;
        if (isRows && isFirst && path != 0 && universe_.memory.last(path).isElement())
          parts.push_back(caller_.beside(before_, ref, *element, Expressions::unknown));
        else if (isRows && isFirst && *element == PathElement{ElementKind::At, 0})
          parts.push_back(ref); // one array that is in no other
        else if (isIndexed && isFirst && element->isElement())
          llvm::append_range(parts,
                             caller_.indexed(before_, ref, *element, Expressions::unknown, of));
        else
          parts.push_back(caller_.member(ref, *element));
      }
      for (Ref& ref : parts)
        if (caller_.isFurther(ref))
          continue;
        else if (ExpressionId known = caller_.identity(before_, ref.cell);
                 known != Expressions::unknown)
          ref.identity = known;
      at = std::move(parts);
    }
    llvm::append_range(found, at);
  }
  return found;
}

} // namespace circumspect::analysis
