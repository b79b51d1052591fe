// The abstract state at a program point: the values of the cells that were written since the
// function was entered, and the condition under which this point is reached.
#pragma once

#include "checker/analysis/PatriciaMap.h"
#include "checker/analysis/Value.h"
#include <memory>
#include <vector>

namespace circumspect::analysis {

/// The written cells of one object, sorted by path; a shorter path's value covers longer ones that
/// are absent.
using Contents = std::vector<std::pair<PathId, Value>>;

struct State {
  /// Contents are shared by states; only `edit` changes any.
  PatriciaMap<std::shared_ptr<Contents>> objects;
  FormulaId condition = Formulas::yes;

  const Contents* contents(ObjectId object) const {
    auto* found = objects.find(object);
    return found ? found->get() : nullptr;
  }
  /// The value written at exactly this cell, or nullptr.
  const Value* find(ObjectId object, PathId path) const {
    const Contents* all = contents(object);
    if (!all)
      return nullptr;
    auto at = std::lower_bound(all->begin(), all->end(), path,
                               [](const auto& entry, PathId p) { return entry.first < p; });
    return at != all->end() && at->first == path ? &at->second : nullptr;
  }
  /// How many cells are written, and how much is known of them.
  size_t size() const {
    size_t size = 0;
    objects.forEach([&](ObjectId, const std::shared_ptr<const Contents>& contents) {
      for (const auto& [path, value] : *contents)
        size += 1 + value.taints.size() + value.entry.size() + value.targets.size();
    });
    return size;
  }
  void set(ObjectId object, Contents contents) {
    objects.set(object, std::make_shared<Contents>(std::move(contents)));
  }
  /// The contents of an object, to be changed in place; states that share them keep theirs.
  Contents& edit(ObjectId object) {
    std::shared_ptr<Contents>& shared = objects.edit(object);
    if (!shared || shared.use_count() > 1)
      shared = shared ? std::make_shared<Contents>(*shared) : std::make_shared<Contents>();
    return *shared;
  }
};

} // namespace circumspect::analysis
