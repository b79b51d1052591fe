// Widening (Cousot and Cousot 1977) of what two rounds of a recursive function, or of a loop that
// does not come to an end, do not agree on: conditions of branches, whose data it is, value
// numbers, and elements, of which each round may add one more.
#include "checker/analysis/Interprocedural.h"
#include "checker/analysis/Join.h"
#include "llvm/ADT/STLExtras.h"

namespace circumspect::analysis {

using flow::FunctionId;

/// Gives up what two rounds of a recursive function do not agree on: conditions of branches, whose
/// data it is, and value numbers, all of which are about one more call in each round.
FormulaId Interprocedural::widened(FormulaId now, FormulaId before, bool all) {
  if (now == before)
    return now;
  Formulas& formulas = universe.formulas;
  return all ? Formulas::yes
             : formulas.exists(now, [&](AtomId a) { return formulas.key(a).condition == 0; });
}

/// A label that no round had before, of one more element: it is of any element.
static LabelId generalised(Universe& universe, LabelId id) {
  const Label label = universe.labels[id];
  if (label.isSource)
    return id;
  CellId cell = universe.memory.withAnyElement(label.cell);
  return label.isReach ? universe.reach(cell, label.category)
                       : universe.input(cell, label.subject, label.category);
}

/// Replaces the cells that the earlier round did not have by those of unknown elements.
static void generalise(Memory& memory, SortedSet<CellId>& now, const SortedSet<CellId>& before) {
  SortedSet<CellId> kept;
  for (CellId cell : now)
    unite(kept,
          {std::binary_search(before.begin(), before.end(), cell) ? cell
                                                                  : memory.withAnyElement(cell)});
  now = std::move(kept);
}

void Interprocedural::widen(Taints& now, const Taints& before, bool all) {
  Taints kept;
  for (Taint taint : now) {
    auto isOld = [&](const Taint& t) { return t.label == taint.label; };
    auto old = llvm::find_if(before, isOld);
    if (all && old == before.end()) {
      taint.label = generalised(universe, taint.label);
      old = llvm::find_if(before, isOld);
    }
    Label label = universe.labels[taint.label];
    if (old != before.end())
      taint.condition = widened(taint.condition, old->condition, all);
    else if (label.subject != Expressions::unknown)
      taint.label = label.isSource
                        ? universe.source(label.category, Expressions::unknown, label.origin)
                        : universe.input(label.cell, Expressions::unknown, label.category);
    addTaint(universe, kept, taint);
  }
  now = std::move(kept);
}

/// Puts elements of what the function was given that no earlier round wrote into an unknown element
/// there: each round would add one more.
static void generaliseElements(Universe& universe, State& now, const State& before) {
  Memory& memory = universe.memory;
  State added;
  now.objects.forEach([&](ObjectId object, const std::shared_ptr<Contents>& contents) {
    bool isGiven = memory.object(object).kind == ObjectKind::Initial;
    for (const auto& [path, value] : isGiven ? *contents : Contents()) {
      CellId cell = memory.cell(object, path), any = memory.withAnyElement(cell);
      if (cell == any || before.find(object, path))
        continue;
      const Cell to = memory[any];
      const Value* known = added.find(to.object, to.path);
      known = known ? known : now.find(to.object, to.path);
      Value both = known ? either(universe, *known, value) : value;
      both.expression = Expressions::unknown;
      Contents& all = added.edit(to.object);
      std::erase_if(all, [&](const auto& entry) { return entry.first == to.path; });
      all.insert(llvm::upper_bound(all, to.path,
                                   [](PathId p, const auto& entry) { return p < entry.first; }),
                 {to.path, std::move(both)});
    }
  });
  if (added.objects.empty())
    return;
  State result;
  result.condition = now.condition;
  now.objects.forEach([&](ObjectId object, const std::shared_ptr<Contents>& contents) {
    bool isGiven = memory.object(object).kind == ObjectKind::Initial;
    Contents kept = *contents;
    llvm::erase_if(kept, [&](const auto& entry) {
      CellId cell = memory.cell(object, entry.first);
      bool isNew =
          isGiven && memory.withAnyElement(cell) != cell && !before.find(object, entry.first);
      return isNew || added.find(object, entry.first);
    });
    if (!kept.empty())
      result.set(object, std::move(kept));
  });
  added.objects.forEach([&](ObjectId object, const std::shared_ptr<Contents>& contents) {
    Contents& all = result.edit(object);
    all.insert(all.end(), contents->begin(), contents->end());
    llvm::sort(all, llvm::less_first());
  });
  now = std::move(result);
}

void Interprocedural::widen(State& now, const State& before, bool all) {
  now.condition = widened(now.condition, before.condition, all);
  if (all)
    generaliseElements(universe, now, before);
  now.objects =
      now.objects.transform([&](ObjectId object, const std::shared_ptr<Contents>& contents) {
        static const Value nothing;
        Contents changed = *contents;
        for (auto& [path, value] : changed) {
          const Value* old = before.find(object, path);
          if (!old && !all)
            continue;
          if (all) {
            generalise(universe.memory, value.entry, old ? old->entry : nothing.entry);
            generalise(universe.memory, value.targets, old ? old->targets : nothing.targets);
          }
          if (old && value.expression != old->expression)
            value.expression = Expressions::unknown;
          if (old)
            value.isSettled = value.isSettled && old->isSettled;
          widen(value.taints, old ? old->taints : nothing.taints, all);
        }
        return changed == *contents ? contents : std::make_shared<Contents>(std::move(changed));
      });
}

void Interprocedural::widen(Summary& now, const Summary& before, FunctionId function, bool all) {
  widen(now.exit, before.exit, all);
  widen(now.thrown, before.thrown, all);
  auto isSameSink = [](const SinkEvent& a, const SinkEvent& b) {
    return a.call == b.call && a.sink == b.sink;
  };
  std::vector<SinkEvent> kept = all ? before.events : std::vector<SinkEvent>();
  for (SinkEvent event : now.events) {
    for (const SinkEvent& old : before.events)
      if (isSameSink(event, old)) {
        event.condition = widened(event.condition, old.condition, all);
        widen(event.data, old.data, all);
      }
    if (llvm::none_of(before.events, [&](const SinkEvent& old) {
          return isSameSink(event, old) && event.subject == old.subject;
        }))
      event.subject = Expressions::unknown;
    SinkEvent* old = nullptr;
    for (SinkEvent& other : kept)
      if (all && isSameSink(event, other))
        old = &other;
    if (old)
      fold(*old, event);
    else
      keep(kept, std::move(event), function);
  }
  now.events = std::move(kept);
}

} // namespace circumspect::analysis
