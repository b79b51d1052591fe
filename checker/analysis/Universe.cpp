#include "checker/analysis/Universe.h"

namespace circumspect::analysis {

LabelId Universe::label(Label label) {
  auto [entry, isNew] = labelIds_.try_emplace(
      {label.isSource, label.category, label.subject, label.origin, label.cell, label.isReach},
      static_cast<LabelId>(labels.size()));
  if (isNew)
    labels.push_back(label);
  return entry->second;
}

unsigned Universe::SameStep::getHashValue(const Trace* step) {
  return static_cast<unsigned>(llvm::hash_combine(step->before, step->inner, step->instruction,
                                                  step->detail, step->function.index, step->kind));
}

bool Universe::SameStep::isEqual(const Trace* a, const Trace* b) {
  auto isKey = [](const Trace* t) { return t == getEmptyKey() || t == getTombstoneKey(); };
  if (a == b || isKey(a) || isKey(b))
    return a == b;
  return a->before == b->before && a->inner == b->inner && a->instruction == b->instruction &&
         a->detail == b->detail && a->function == b->function && a->kind == b->kind;
}

const Trace* Universe::trace(const Trace& step) {
  if (auto known = steps_.find(&step); known != steps_.end())
    return *known;
  const Trace* made = new (traces_.Allocate<Trace>()) Trace(step);
  steps_.insert(made);
  return made;
}

uint32_t Universe::origin(uint32_t text, flow::Location location) {
  auto [entry, isNew] =
      originIds_.try_emplace({text, location}, static_cast<uint32_t>(origins.size()));
  if (isNew)
    origins.push_back({text, location});
  return entry->second;
}

} // namespace circumspect::analysis
