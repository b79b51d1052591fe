#include "checker/analysis/Formula.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/MathExtras.h"
#include <algorithm>

namespace circumspect::analysis {

Formulas::Formulas() : nodes_(2) {
}

FormulaId Formulas::make(AtomId atom, FormulaId low, FormulaId high) {
  if (low == high)
    return low;
  auto [entry, isNew] =
      unique_.try_emplace({atom, {low, high}}, static_cast<FormulaId>(nodes_.size()));
  if (isNew)
    nodes_.push_back({atom, low, high, 1 + std::max(nodes_[low].depth, nodes_[high].depth),
                      llvm::SaturatingAdd(nodes_[low].paths, nodes_[high].paths)});
  return entry->second;
}

FormulaId Formulas::atom(AtomKey key) {
  auto [entry, isNew] =
      atomIds_.try_emplace({key.condition, key.about}, static_cast<AtomId>(atoms_.size()));
  if (isNew)
    atoms_.push_back(key);
  return make(entry->second, no, yes);
}

FormulaId Formulas::ite(FormulaId f, FormulaId g, FormulaId h) {
  if (f == yes || g == h)
    return g;
  if (f == no)
    return h;
  if (g == yes && h == no)
    return f;
  auto key = std::make_pair(f, std::make_pair(g, h));
  if (auto cached = iteCache_.find(key); cached != iteCache_.end())
    return cached->second;
  AtomId top = std::min({nodes_[f].atom, nodes_[g].atom, nodes_[h].atom});
  auto cofactor = [&](FormulaId x, bool high) {
    return nodes_[x].atom != top ? x : high ? nodes_[x].high : nodes_[x].low;
  };
  FormulaId high = ite(cofactor(f, true), cofactor(g, true), cofactor(h, true));
  FormulaId low = ite(cofactor(f, false), cofactor(g, false), cofactor(h, false));
  FormulaId result = make(top, low, high);
  iteCache_[key] = result;
  return result;
}

FormulaId Formulas::substitute(FormulaId f, llvm::function_ref<FormulaId(AtomId)> replace) {
  return rebuild(*this, f, replace);
}

FormulaId Formulas::rebuild(const Formulas& from, FormulaId f,
                            llvm::function_ref<FormulaId(AtomId)> replace) {
  llvm::DenseMap<FormulaId, FormulaId> done;
  auto walk = [&](auto& self, FormulaId x) -> FormulaId {
    if (x <= yes)
      return x;
    if (auto found = done.find(x); found != done.end())
      return found->second;
    Node node = from.nodes_[x];
    FormulaId high = self(self, node.high), low = self(self, node.low);
    return done[x] = ite(replace(node.atom), high, low);
  };
  return walk(walk, f);
}

FormulaId Formulas::exists(FormulaId f, llvm::function_ref<bool(AtomId)> drop) {
  llvm::DenseMap<FormulaId, FormulaId> done;
  auto walk = [&](auto& self, FormulaId x) -> FormulaId {
    if (x <= yes)
      return x;
    if (auto found = done.find(x); found != done.end())
      return found->second;
    Node node = nodes_[x];
    FormulaId high = self(self, node.high), low = self(self, node.low);
    return done[x] = drop(node.atom) ? disjunction(high, low) : make(node.atom, low, high);
  };
  return walk(walk, f);
}

FormulaId Formulas::bounded(FormulaId f) {
  if (depth(f) <= maxAtoms && paths(f) <= maxOpaquePaths)
    return f;
  auto known = bounded_.find(f);
  if (known != bounded_.end())
    return known->second;
  FormulaId guards = exists(f, [&](AtomId a) { return key(a).condition == 0; });
  bool isSmall = depth(guards) <= maxAtoms && paths(guards) <= maxPaths;
  return bounded_[f] = isSmall ? guards : yes;
}

bool Formulas::mentions(FormulaId f, llvm::function_ref<bool(AtomId)> predicate) const {
  llvm::SmallVector<FormulaId, 16> work{f};
  llvm::DenseSet<FormulaId> seen;
  while (!work.empty()) {
    FormulaId x = work.pop_back_val();
    if (x <= yes || !seen.insert(x).second)
      continue;
    if (predicate(nodes_[x].atom))
      return true;
    work.push_back(nodes_[x].low);
    work.push_back(nodes_[x].high);
  }
  return false;
}

} // namespace circumspect::analysis
