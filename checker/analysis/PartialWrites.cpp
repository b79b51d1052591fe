// Writes of a given length. Where a model says how much a function writes, and both that and the
// size of what is written to are known, what is behind the written part stays as it was. Where
// either is not known, the whole is taken to be overwritten: a length that is computed is nearly
// always that of the text or the object.
#include "checker/analysis/Call.h"

namespace circumspect::analysis {

using models::Port;
using models::PortStep;

uint64_t FunctionAnalysis::sizeOf(flow::TypeId type) const {
  constexpr uint64_t pointer = 8;
  if (!type)
    return 0;
  const flow::Type& t = flow_.type(type);
  switch (t.kind) {
  case flow::TypeKind::Integer:
  case flow::TypeKind::Floating:
    return (t.bits + 7) / 8;
  case flow::TypeKind::Pointer:
    return pointer;
  case flow::TypeKind::Array:
    return t.count * sizeOf(t.element);
  case flow::TypeKind::Record:
    return flow_.record(t.record).size;
  default:
    return 0;
  }
}

std::optional<uint64_t> FunctionAnalysis::product(State& state, const Call& call,
                                                  llvm::ArrayRef<Port> ports) {
  uint64_t product = 1;
  for (const Port& port : ports) {
    Refs refs = portRefs(state, call, port);
    auto factor = refs.size() == 1
                      ? universe_.expressions.integerOf(readRef(state, refs.front()).expression)
                      : std::nullopt;
    constexpr int64_t most = 1 << 24;
    if (!factor || *factor < 0 || *factor > most || product > most)
      return std::nullopt;
    product *= static_cast<uint64_t>(*factor);
  }
  return ports.empty() ? std::nullopt : std::optional(product);
}

void FunctionAnalysis::noteSize(State& state, const Call& call, ObjectId object,
                                llvm::ArrayRef<const models::FunctionModel*> models) {
  for (const models::FunctionModel* model : models)
    if (!model->size.empty()) {
      uint64_t size = product(state, call, model->size).value_or(0);
      auto [known, isNew] = root_->sizes_.try_emplace(object, size);
      if (!isNew && known->second != size)
        known->second = 0;
    }
}

/// Is the text that is copied known to end, with its 0, within the limit?
bool FunctionAnalysis::endsBefore(State& before, const Call& call, const models::Flow& flow,
                                  uint64_t limit) {
  if (flow.kind != models::Flow::Kind::Value)
    return false;
  ExpressionId text = constantText(before, portRefs(before, call, flow.from.front()));
  const Expression& e = universe_.expressions[text];
  if (e.kind != ExpressionKind::Text) // an unknown one is not cut off in the middle
    return flow.unit == models::Flow::Unit::Characters;
  return universe_.names[flow::NameId{e.a}].size() < limit;
}

/// Of several elements that are copied or cleared at once, those after the first; in the middle of
/// an array, the first, too. Elements of another size are not told apart.
void FunctionAnalysis::keepElements(State& before, const Call& call, const models::Flow& flow,
                                    CellId array, uint32_t start, uint64_t count, Behind& behind) {
  auto& memory = universe_.memory;
  Refs from = flow.from.empty() ? Refs() : portRefs(before, call, flow.from.front());
  bool copies = flow.kind == models::Flow::Kind::Value && from.size() == 1;
  if (!copies && flow.kind != models::Flow::Kind::Clear)
    return;
  CellId whole = noId;
  uint32_t first = 0;
  if (copies) {
    whole = from.front().cell;
    const Cell source = memory[whole];
    if (source.path != 0 && memory.last(source.path).isElement()) {
      if (memory.last(source.path).kind != ElementKind::At)
        return;
      first = memory.last(source.path).payload;
      whole = memory.parent(whole);
    }
    flow::TypeId given = typeOf(memory.child(whole, {ElementKind::At, first})),
                 taken = typeOf(memory.child(array, {ElementKind::At, start}));
    if (given && taken && sizeOf(given) != sizeOf(taken))
      return;
  }
  constexpr uint64_t most = 64;
  for (uint32_t i = first > 0 || start > 0 ? 0 : 1; i < std::min(count, most); ++i) {
    Tree tree = leaf(opaque({}));
    tree.front().second.isSettled = true;
    if (copies)
      tree = readTree(before,
                      {memory.child(whole, {ElementKind::At, first + i}), Expressions::unknown});
    behind.members.emplace_back(memory.child(array, {ElementKind::At, start + i}), std::move(tree));
  }
}

std::optional<FunctionAnalysis::Behind>
FunctionAnalysis::keepBehind(State& before, const Call& call, const models::Flow& flow) {
  auto& memory = universe_.memory;
  auto limit = product(before, call, flow.limit);
  if (!limit || !flow.to)
    return std::nullopt;
  Port given = *flow.to;
  given.path.clear();
  Refs pointers = portRefs(before, call, given);
  Refs targets = follow(before, pointers);
  bool isOne = targets.size() == 1 && (canReplace(targets) || canReplace(buffers(before, targets)));
  if (!isOne || endsBefore(before, call, flow, *limit))
    return std::nullopt;
  Ref target = targets.front();
  flow::TypeId type = typeOf(target.cell), element;
  const Cell c = memory[target.cell];
  bool isFirst = c.path != 0 && memory.last(c.path) == PathElement{ElementKind::At, 0};
  uint64_t size = 0;
  Behind behind;
  if (type && flow_.type(type).kind == flow::TypeKind::Array) {
    behind.array = target.cell;
    element = flow_.type(type).element;
    size = sizeOf(type);
  } else if (isFirst && isScalar(type)) {
    behind.array = memory.parent(target.cell);
    element = type;
    auto count = lengthOf(before, {behind.array, Expressions::unknown});
    flow::TypeId whole = typeOf(behind.array);
    size = whole && flow_.type(whole).kind == flow::TypeKind::Array
               ? sizeOf(whole)
               : count.value_or(0) * sizeOf(type);
  } else if (!type && c.path == 0) {
    behind.array = target.cell;
    element = pointee(typeOf(pointers.front().cell));
    auto known = root_->sizes_.find(c.object);
    size = known == root_->sizes_.end() ? 0 : known->second;
  }
  uint64_t one = sizeOf(element);
  if (flow.unit == models::Flow::Unit::Elements)
    *limit *= std::max<uint64_t>(one, 1);
  if (behind.array != noId) {
    if (one != 0 && !isCharacter(element) && flow.kind == models::Flow::Kind::Value)
      if (Refs from = portRefs(before, call, flow.from.front()); from.size() == 1)
        if (PathId path = memory[from.front().cell].path;
            path != 0 && memory.last(path).kind == ElementKind::At && memory.last(path).payload > 0)
          keepElements(before, call, flow, behind.array, 0,
                       std::min(*limit, size == 0 ? *limit : size) / one, behind);
    // A text may end with the last byte, whatever is there.
    bool isText = element && isCharacter(element);
    if (one == 0 || *limit + (isText ? 1 : 0) >= size || *limit / one > ~0U / 2) {
      behind.array = noId;
      return behind.members.empty() ? std::nullopt : std::optional(std::move(behind));
    }
    behind.first = static_cast<uint32_t>(*limit / one);
    const Cell array = memory[behind.array];
    State rest = before;
    if (const Contents* contents = before.contents(array.object)) {
      for (const auto& part : *contents)
        if (auto at = memory.indexIn(array.path, part.first); at && *at >= behind.first)
          behind.known.push_back(part);
      std::erase_if(rest.edit(array.object), [&](const auto& part) {
        return memory.indexIn(array.path, part.first).has_value();
      });
    }
    behind.elements = readTree(rest, {memory.child(behind.array, {ElementKind::From, behind.first}),
                                      Expressions::unknown});
    if (isText && flow.kind == models::Flow::Kind::Clear && !flow.from.empty())
      if (Refs with = portRefs(before, call, flow.from.front()); with.size() == 1)
        behind.at = readRef(before, with.front()).expression;
    return behind;
  }
  if (isScalar(type) && *limit < sizeOf(type)) {
    behind.members.emplace_back(target.cell, readTree(before, target));
    return behind;
  }
  one = sizeOf(type);
  bool isAt = c.path != 0 && memory.last(c.path).kind == ElementKind::At;
  flow::TypeId records = isAt ? typeOf(memory.parent(target.cell)) : flow::TypeId();
  if (one != 0 && *limit > one && records && flow_.type(records).kind == flow::TypeKind::Array) {
    uint32_t start = memory.last(c.path).payload;
    uint64_t room =
        flow_.type(records).count - std::min<uint64_t>(start, flow_.type(records).count);
    keepElements(before, call, flow, memory.parent(target.cell), start,
                 std::min(*limit / one, room), behind);
    return behind;
  }
  if (!isProjectRecord(type) || *limit >= one)
    return std::nullopt;
  const flow::Record& record = flow_.record(flow_.type(type).record);
  if (record.isUnion || !record.bases.empty())
    return std::nullopt;
  for (flow::FieldId id : record.fields) {
    const flow::Field& field = flow_.field(id);
    if (field.offset < 0)
      return std::nullopt;
    if (static_cast<uint64_t>(field.offset) + std::max<uint64_t>(sizeOf(field.type), 1) <= *limit)
      continue;
    Ref part = member(target, elementOf(id));
    behind.members.emplace_back(part.cell, readTree(before, part));
  }
  return behind;
}

void FunctionAnalysis::putBack(State& state, const Behind& behind) {
  auto& memory = universe_.memory;
  for (const auto& [cell, tree] : behind.members)
    write(state, {{cell, identity(state, cell)}}, tree);
  if (behind.array == noId)
    return;
  const Cell array = memory[behind.array];
  if (state.contents(array.object))
    std::erase_if(state.edit(array.object), [&](const auto& part) {
      auto at = memory.indexIn(array.path, part.first);
      return at && *at >= behind.first;
    });
  Value whole = readRef(state, {behind.array, identity(state, behind.array)});
  if (universe_.expressions[whole.expression].kind == ExpressionKind::Text) {
    whole.expression = universe_.expressions.make(ExpressionKind::Site, site_);
    setExact(state, behind.array, std::move(whole));
  }
  CellId rest = memory.child(behind.array, {ElementKind::From, behind.first});
  for (const auto& [path, value] : behind.elements)
    if (!value.taints.empty() || !value.targets.empty() || !value.entry.empty())
      joinInto(state, memory.append(rest, 0, path), value);
  for (const auto& [path, value] : behind.known)
    setExact(state, memory.cell(array.object, path), value);
  if (behind.at && universe_.expressions.isConstant(*behind.at)) {
    Value filled;
    filled.isSettled = true;
    filled.expression = *behind.at;
    setExact(state, memory.child(behind.array, {ElementKind::At, 0}), std::move(filled));
  }
}

} // namespace circumspect::analysis
