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

/// Does the value say all that the pointer may lead to?
bool FunctionAnalysis::isNumberedPointer(const Value& pointer) {
  ExpressionKind kind = universe_.expressions[pointer.expression].kind;
  bool isAddress = kind == ExpressionKind::Reference || kind == ExpressionKind::Address;
  bool isGiven = entryCell(pointer.expression) != noId && pointer.targets.empty();
  return isAddress ? !pointer.targets.empty() || !pointer.entry.empty()
                   : isGiven && !pointer.entry.empty();
}

/// Does the cell stand for one place in one object?
bool FunctionAnalysis::isOneObject(CellId cell) const {
  const Cell c = universe_.memory[cell];
  const Object& o = universe_.memory.object(c.object);
  bool isOne = o.kind == ObjectKind::Local || o.kind == ObjectKind::Global ||
               (o.kind == ObjectKind::Fresh && o.b == noId && !isMadeInLoop(o.a));
  return isOne && !universe_.memory.isVague(c.path);
}

/// Are the cells in two objects? What was given may be a global, and anything else that was given,
/// but nothing that was made here.
bool FunctionAnalysis::areApart(CellId x, CellId y) const {
  ObjectId a = universe_.memory[x].object, b = universe_.memory[y].object;
  auto isGiven = [&](ObjectId o) { return universe_.memory.object(o).kind == ObjectKind::Initial; };
  auto isOutside = [&](ObjectId o) {
    return isGiven(o) || universe_.memory.object(o).kind == ObjectKind::Global;
  };
  bool mayBeOne = (isGiven(a) && isOutside(b)) || (isGiven(b) && isOutside(a));
  return a != b && !mayBeOne;
}

/// Whether two pointers are equal, where that is known.
std::optional<bool> FunctionAnalysis::areSame(const Value& a, const Value& b) {
  auto& memory = universe_.memory;
  if (!isNumberedPointer(a) || !isNumberedPointer(b))
    return std::nullopt;
  auto isThere = [&](const Value& v) {
    return universe_.expressions.truth(v.expression) == Formulas::yes;
  };
  auto targets = [&](const Value& v) {
    SortedSet<CellId> all = v.targets;
    for (CellId cell : v.entry)
      unite(all, {memory.cell(memory.initial(cell))});
    return all;
  };
  SortedSet<CellId> x = targets(a), y = targets(b);
  bool isOne = x.size() == 1 && x == y && isOneObject(x.front());
  if (isOne && isThere(a) && isThere(b))
    return true;
  bool isEachApart = llvm::all_of(x, [&](CellId from) {
    return llvm::all_of(y, [&](CellId to) { return areApart(from, to); });
  });
  return isEachApart && (isThere(a) || isThere(b)) ? std::optional(false) : std::nullopt;
}

} // namespace circumspect::analysis
