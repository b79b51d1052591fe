// All that is in a place: in its members and elements and, where wanted, in what its pointers lead
// to.
#include "checker/analysis/FunctionAnalysis.h"

namespace circumspect::analysis {

void FunctionAnalysis::addMemberSources(const State& state, const Ref& ref, flow::TypeId type,
                                        Taints& taints, unsigned depth) {
  if (!type || depth > 3)
    return;
  const flow::Type& t = flow_.type(type);
  if (t.kind == flow::TypeKind::Array)
    return addMemberSources(state, member(ref, {ElementKind::Any, 0}), t.element, taints,
                            depth + 1);
  if (t.kind != flow::TypeKind::Record)
    return;
  const flow::Record& record = flow_.record(t.record);
  if (!record.inProject) {
    bool isPair = flow_.text(record.qualifiedName) == "std::pair";
    if (isPair)
      for (llvm::StringRef part : {"first", "second"})
        addMemberSources(state, member(ref, {ElementKind::Slot, universe_.name(part)}),
                         slotType(type, part), taints, depth + 1);
    else if (flow::TypeId element = elementType(type))
      addMemberSources(state, member(ref, {ElementKind::Any, 0}), element, taints, depth + 1);
    return;
  }
  auto addUnwritten = [&](flow::FieldId field) {
    Ref part = member(ref, {ElementKind::Field, field.index});
    const Cell c = universe_.memory[part.cell];
    if (!state.find(c.object, c.path))
      for (const std::string& category : library_.data(field))
        addTaint(universe_, taints,
                 sourceTaint(category, ref.identity, cellText(part.cell),
                             instruction_ ? instruction_->location : function_.location));
    return part;
  };
  for (flow::RecordId part : flow_.withBases(t.record))
    for (flow::FieldId field : flow_.record(part).fields)
      addMemberSources(state, addUnwritten(field), flow_.field(field).type, taints, depth + 1);
}

/// Whether each element of an array was written by itself, so that nothing is left of what was
/// there before.
bool FunctionAnalysis::isAllWritten(const State& state, CellId cell) {
  flow::TypeId type = typeOf(cell);
  if (!type || flow_.type(type).kind != flow::TypeKind::Array || flow_.type(type).count == 0)
    return false;
  const Cell c = universe_.memory[cell];
  const Contents* contents = state.contents(c.object);
  uint64_t written =
      contents ? llvm::count_if(*contents,
                                [&](const auto& entry) {
                                  return entry.first != 0 &&
                                         universe_.memory.parentPath(entry.first) == c.path &&
                                         universe_.memory.last(entry.first).kind == ElementKind::At;
                                })
               : 0;
  return written == flow_.type(type).count;
}

/// Where the text in an array of characters ends: at the first that is known to be 0.
std::optional<uint32_t> FunctionAnalysis::textEnd(const State& state, CellId cell) {
  const Cell c = universe_.memory[cell];
  const Contents* contents = state.contents(c.object);
  flow::TypeId type = typeOf(cell);
  bool isText = contents && type && !isContainer(type) && flow_.type(elementType(type)).isText;
  if (!isText)
    return std::nullopt;
  std::optional<uint32_t> end;
  for (const auto& [path, value] : *contents) {
    if (path == 0 || universe_.memory.parentPath(path) != c.path)
      continue;
    PathElement element = universe_.memory.last(path);
    bool isZero = element.kind == ElementKind::At &&
                  universe_.expressions.integerOf(value.expression) == 0 && value.targets.empty();
    if (isZero && (!end || element.payload < *end))
      end = element.payload;
  }
  return end;
}

Taints FunctionAnalysis::contentTaints(const State& state, const Ref& ref, bool followPointers,
                                       bool isPointer, ReadAs as) {
  auto& memory = universe_.memory;
  auto end = as == ReadAs::Text ? textEnd(state, ref.cell) : std::nullopt;
  if (end == 0)
    return {};
  Value whole = readRef(state, ref);
  Taints taints = isAllWritten(state, ref.cell) ? Taints() : whole.taints;
  auto isBehind = [&](PathId path) {
    PathElement element = memory.last(path);
    return end && memory.parentPath(path) == memory[ref.cell].path &&
           (element.kind == ElementKind::At || element.kind == ElementKind::From) &&
           element.payload >= *end;
  };
  std::vector<CellId> pointers;
  auto isSlot = [&](CellId cell) {
    PathId path = memory[cell].path;
    return path != 0 && memory.last(path).kind == ElementKind::Slot && !typeOf(cell);
  };
  auto addPointers = [&](const Value& value, bool isPointer = false) {
    pointers.insert(pointers.end(), value.targets.begin(), value.targets.end());
    for (CellId from : value.entry)
      if (isPointer || pointee(typeOf(from)))
        pointers.push_back(memory.cell(memory.initial(from)));
      else if (followPointers && isSlot(from)) // only callers know whether it is a pointer
        addTaint(
            universe_, taints,
            {universe_.reach(from), Formulas::yes,
             universe_.trace({Trace::Kind::Entry, nullptr, nullptr, instruction_, id_, from, 1})});
  };
  addPointers(whole, isPointer || pointee(typeOf(ref.cell)));
  const Cell c = memory[ref.cell];
  if (const Contents* contents = state.contents(c.object))
    for (const auto& [path, value] : *contents)
      if (memory.length(path) > memory.length(c.path) && memory.mayOverlap(path, c.path) &&
          !isBehind(path)) {
        addTaints(universe_, taints, value.taints);
        addPointers(value);
      }
  bool isUnwritten = !isEntryRooted(c.object) && !state.contents(c.object);
  if (!isUnwritten && !whole.isSettled && whole.entry.empty())
    addMemberSources(state, ref, typeOf(ref.cell), taints, 0);
  if (followPointers) {
    SortedSet<CellId> seen;
    for (unsigned i = 0; i < pointers.size() && i < 32; ++i) {
      if (!unite(seen, {pointers[i]}))
        continue;
      Ref target{pointers[i], identity(state, pointers[i])};
      flow::TypeId type = typeOf(target.cell);
      if (isCharacter(type)) // of a text
        target = buffers(state, {target}).front();
      else if (PathId path = memory[target.cell].path;
               isScalar(type) && path != 0 && memory.last(path) == PathElement{ElementKind::At, 0})
        target = {memory.parent(target.cell), Expressions::unknown}; // of an array
      addTaints(universe_, taints, contentTaints(state, target, false, false, as));
      for (const auto& [path, value] : readTree(state, target))
        addPointers(value);
    }
  }
  return taints;
}

/// All that can be found by following pointers from the place.
Taints FunctionAnalysis::reachableTaints(const State& state, const Ref& ref) {
  constexpr size_t maxObjects = 64;
  auto& memory = universe_.memory;
  Taints taints = contentTaints(state, ref, true, false, ReadAs::Bytes);
  SortedSet<ObjectId> seen;
  std::vector<ObjectId> work{memory[ref.cell].object};
  while (!work.empty() && seen.size() < maxObjects) {
    ObjectId object = work.back();
    work.pop_back();
    if (!unite(seen, {object}))
      continue;
    if (isEntryRooted(object)) {
      Taint all{universe_.input(memory.cell(object)), Formulas::yes,
                universe_.trace(
                    {Trace::Kind::Entry, nullptr, nullptr, nullptr, id_, memory.cell(object), 1})};
      if (mayHoldData(memory.cell(object)))
        addTaint(universe_, taints, all);
    }
    if (const Contents* contents = state.contents(object))
      for (const auto& [path, value] : *contents) {
        addTaints(universe_, taints, value.taints);
        for (CellId target : value.targets)
          work.push_back(memory[target].object);
        for (CellId entry : value.entry)
          if (mayHoldData(entry))
            work.push_back(memory.initial(entry));
      }
  }
  if (seen.size() >= maxObjects)
    program_.cut("objects behind one pointer", id_, function_.location);
  for (Taint& t : taints)
    if (const Label label = universe_.labels[t.label]; !label.isSource && !label.isReach)
      t.label = universe_.reach(label.cell, label.category);
  Taints sorted;
  addTaints(universe_, sorted, taints);
  fold(universe_, sorted);
  return sorted;
}

} // namespace circumspect::analysis
