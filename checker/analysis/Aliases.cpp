// Inputs of a function that point to the same object. What a function was given is taken to be
// apart, so that it would not find through one pointer what it wrote through another. Where a call
// gives it one object twice, the function is analysed for that: the second pointer is the first.
#include "checker/analysis/FunctionAnalysis.h"
#include "checker/analysis/Instantiation.h"

namespace circumspect::analysis {

static constexpr uint32_t maxDepth = 2; ///< of what is told apart: behind a member, not further

/// Keeps those of the pointers followed that lead to objects of a class to which others lead, too,
/// where one of them was written.
void FunctionAnalysis::keepAliases() {
  auto& memory = universe_.memory;
  struct Group {
    SortedSet<CellId> pointers;
    bool isWritten = false;
  };
  std::map<uint32_t, Group> groups;
  for (CellId pointer : std::exchange(summary_.followed, {})) {
    ObjectId object = memory.initial(pointer);
    flow::TypeId type = typeOf(memory.cell(object));
    bool isRecord = type && flow_.type(type).kind == flow::TypeKind::Record;
    bool isNear = memory.object(object).depth <= maxDepth && !memory.isFolded(object);
    if (!isRecord || !isNear || !mayHoldData(memory.cell(object)))
      continue;
    Group& group = groups[flow_.type(type).record.index];
    group.pointers.push_back(pointer);
    group.isWritten |= summary_.exit.contents(object) || summary_.thrown.contents(object);
  }
  for (const auto& [record, group] : groups)
    if (group.isWritten && group.pointers.size() > 1)
      unite(summary_.followed, group.pointers);
}

/// Adds to what is known of a call's inputs which pointers lead to the object that another leads
/// to.
void FunctionAnalysis::aliasesOf(Instantiation& call, const Summary& callee, Context& context) {
  std::map<CellId, CellId> first; // by object of ours
  for (CellId pointer : callee.followed) {
    Refs refs = call.refs(universe_.memory.cell(universe_.memory.initial(pointer)));
    if (!canReplace(refs) || universe_.memory.isFolded(universe_.memory[refs.front().cell].object))
      continue; // it may be one of several
    auto [entry, isNew] = first.try_emplace(refs.front().cell, pointer);
    if (!isNew)
      context[pointer].same = entry->second;
  }
}

} // namespace circumspect::analysis
