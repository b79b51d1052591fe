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

const Trace* Universe::trace(const Trace& step) {
  uint64_t where = uint64_t(step.detail) << 32 | step.function.index;
  auto [entry, isNew] = traceIds_.try_emplace(
      {step.before, step.inner, step.instruction, where, static_cast<uint32_t>(step.kind)},
      nullptr);
  if (isNew)
    entry->second = new (traces_.Allocate<Trace>()) Trace(step);
  return entry->second;
}

uint32_t Universe::origin(uint32_t text, flow::Location location) {
  auto [entry, isNew] =
      originIds_.try_emplace({text, location}, static_cast<uint32_t>(origins.size()));
  if (isNew)
    origins.push_back({text, location});
  return entry->second;
}

} // namespace circumspect::analysis
