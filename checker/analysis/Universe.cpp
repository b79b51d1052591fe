#include "checker/analysis/Universe.h"

namespace circumspect::analysis {

LabelId Universe::label(Label label) {
  auto [entry, isNew] = labelIds_.try_emplace(
      {label.isSource, label.category, label.subject, label.origin, label.cell},
      static_cast<LabelId>(labels.size()));
  if (isNew)
    labels.push_back(label);
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
