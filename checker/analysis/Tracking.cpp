// Which cells the analysis follows: those that may hold classified data or lead to it, those that
// decide which function is called, and near ones whose constants may decide a branch. What is in
// other cells is not known and does not matter.
#include "checker/analysis/FunctionAnalysis.h"

namespace circumspect::analysis {

/// The member that says what is in a cell, if any: the last one on its path.
static flow::FieldId memberOf(const Memory& memory, PathId path) {
  for (; path != 0; path = memory.parentPath(path))
    if (PathElement e = memory.last(path); e.kind == ElementKind::Field)
      return {e.payload};
  return {};
}

bool FunctionAnalysis::mayHoldData(CellId cell) const {
  const Memory& memory = universe_.memory;
  const Relevance& relevance = program_.relevance;
  for (;;) {
    const Cell& c = memory[cell];
    if (flow::FieldId member = memberOf(memory, c.path))
      return relevance.mayHold(member) || relevance.leadsToData(flow_.field(member).type);
    const Object& o = memory.object(c.object);
    switch (o.kind) {
    case ObjectKind::Local:
      return relevance.mayHold(functionOf(o.a), numbered(o.a)) || relevance.leadsToData(typeOf(cell));
    case ObjectKind::Global:
      return relevance.mayHold(flow::GlobalId{o.a}) || relevance.leadsToData(typeOf(cell));
    case ObjectKind::Initial:
      cell = o.a; // a pointer and what it points to are one in Relevance
      break;
    case ObjectKind::Fresh:
      return true;
    }
  }
}

bool FunctionAnalysis::leadsAnywhere(CellId cell) {
  const Relevance& relevance = program_.relevance;
  if (!frame_ && !relevance.concerns(id_))
    return false;
  if (mayHoldData(cell) || relevance.leadsToFunctions(typeOf(cell)))
    return true;
  // What is hidden in a library's object may be functions where the object may hold some.
  const Cell c = universe_.memory[cell];
  bool isHidden = c.path != 0 && universe_.memory.last(c.path).kind == ElementKind::Slot;
  return isHidden && relevance.leadsToFunctions(typeOf(universe_.memory.parent(cell)));
}

bool FunctionAnalysis::isTracked(CellId cell) {
  auto [entry, isNew] = isTracked_.try_emplace(cell, true);
  if (!isNew)
    return entry->second;
  constexpr uint32_t maxIndex = 16; // of a table that only holds constants
  const Memory& memory = universe_.memory;
  const Cell c = memory[cell];
  const Object& o = memory.object(c.object);
  bool isNear = o.depth <= 1; // directly behind a parameter or a global
  for (PathId path = c.path; path != 0 && isNear; path = memory.parentPath(path))
    if (PathElement e = memory.last(path); e.kind == ElementKind::At)
      isNear = e.payload < maxIndex;
  bool isRoot = c.path == 0 && o.kind != ObjectKind::Initial;
  return isTracked_[cell] = isRoot || isNear || leadsAnywhere(cell);
}

bool FunctionAnalysis::isKept(CellId cell, const Value& value) {
  return isTracked(cell) || llvm::any_of(value.taints, [&](const Taint& t) {
           return universe_.labels[t.label].isSource;
         });
}

} // namespace circumspect::analysis
