// Elements of a sequence that are moved up or down, as others are inserted or erased before them,
// and the iterators that lead to them.
#include "checker/analysis/FunctionAnalysis.h"

namespace circumspect::analysis {

/// Writes each element that is there for what is known of all, or because it was there on entry, so
/// that it can be moved.
void FunctionAnalysis::nameElements(State& state, const Ref& container, int64_t length) {
  for (int64_t i = 0; i < length; ++i) {
    Ref element = member(container, {ElementKind::At, static_cast<uint32_t>(i)});
    const Cell c = universe_.memory[element.cell];
    if (element.cell != container.cell && !state.find(c.object, c.path))
      write(state, {element}, readTree(state, element));
  }
}

/// Moves the elements from `first` on by so many places; those that come before it then are gone.
void FunctionAnalysis::shiftElements(State& state, const Ref& container, int64_t first,
                                     int64_t by) {
  auto& memory = universe_.memory;
  const Cell c = memory[container.cell];
  const Contents* contents = state.contents(c.object);
  if (!contents)
    return;
  std::map<PathId, Value> shifted;
  for (const auto& [path, value] : *contents) {
    PathId element = memory.partOf(c.path, path);
    if (by < 0 && memory.last(element).kind == ElementKind::From) {
      auto from = static_cast<uint32_t>(std::max<int64_t>(0, memory.last(element).payload + by));
      PathId to = memory.extend(c.path, {ElementKind::From, from});
      Value& moved = shifted[memory.rebase(path, element, to)];
      moved = moved == Value() ? value : either(universe_, std::move(moved), value);
      continue;
    }
    auto index = memory.indexIn(c.path, path);
    if (!index) {
      shifted.emplace(path, value);
      continue;
    }
    int64_t at = *index;
    if (by < 0 && at >= first + by && at < first)
      continue;
    if (at >= first)
      at += by;
    PathId to = memory.extend(c.path, {ElementKind::At, static_cast<uint32_t>(at)});
    shifted.emplace(memory.rebase(path, element, to), value);
  }
  state.set(c.object, Contents(shifted.begin(), shifted.end()));
}

/// Is it a list, whose iterators go on leading to the same elements when others come and go?
bool FunctionAnalysis::isLinked(CellId container) const {
  flow::TypeId type = typeOf(container);
  if (!type || flow_.type(type).kind != flow::TypeKind::Record)
    return false;
  llvm::StringRef name = flow_.text(flow_.record(flow_.type(type).record).qualifiedName);
  return name == "std::list" || name == "std::forward_list";
}

/// Lets the iterators of a list follow the elements from `first` on, which have moved.
void FunctionAnalysis::shiftIterators(State& state, const Ref& container, int64_t first,
                                      int64_t by) {
  auto& memory = universe_.memory;
  const Cell c = memory[container.cell];
  auto moved = [&](CellId target) {
    const Cell t = memory[target];
    auto index = t.object == c.object ? memory.indexIn(c.path, t.path) : std::nullopt;
    if (!index || *index < first)
      return target;
    PathId to = memory.extend(c.path, {ElementKind::At, static_cast<uint32_t>(*index + by)});
    return memory.cell(c.object, memory.rebase(t.path, memory.partOf(c.path, t.path), to));
  };
  std::vector<std::pair<ObjectId, Contents>> changed;
  state.objects.forEach([&](ObjectId object, const std::shared_ptr<Contents>& contents) {
    auto leads = [&](const auto& entry) {
      return llvm::any_of(entry.second.targets, [&](CellId t) { return moved(t) != t; });
    };
    if (llvm::any_of(*contents, leads))
      changed.emplace_back(object, *contents);
  });
  for (auto& [object, contents] : changed) {
    for (auto& [path, value] : contents) {
      SortedSet<CellId> targets;
      for (CellId target : value.targets)
        unite(targets, {moved(target)});
      value.targets = std::move(targets);
    }
    state.set(object, std::move(contents));
  }
}

} // namespace circumspect::analysis
