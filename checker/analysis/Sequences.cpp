// Positions in sequences. As long as it is known how many elements a container has, the hidden slot
// `length` says so, and what is pushed, inserted or erased has a position; elements that are moved
// up are found at their new ones. Where it is not known, an element is any.
#include "checker/analysis/Call.h"

namespace circumspect::analysis {

using models::PortStep;

namespace {
constexpr int64_t maxPositions = 64; ///< beyond, an element is any
} // namespace

PathElement FunctionAnalysis::lengthSlot() {
  return {ElementKind::Slot, universe_.name("length")};
}

/// Says of a map that each of its keys is known.
PathElement FunctionAnalysis::keysSlot() {
  return {ElementKind::Slot, universe_.name("keys")};
}

bool FunctionAnalysis::isLength(PathId path) {
  return path != 0 &&
         (universe_.memory.last(path) == lengthSlot() || universe_.memory.last(path) == keysSlot());
}

/// What is written to, or erased from, is any element: the keys are not known any longer.
void FunctionAnalysis::forgetKeys(State& state, const Refs& refs) {
  auto& memory = universe_.memory;
  for (const Ref& ref : refs)
    for (CellId at = ref.cell; memory[at].path != 0; at = memory.parent(at)) {
      if (!memory.last(memory[at].path).isVague())
        continue;
      CellId keys = memory.child(memory.parent(at), keysSlot());
      if (const Cell c = memory[keys]; state.find(c.object, c.path))
        setExact(state, keys, opaque({}));
    }
}

/// Whether a map has an element under a constant key, where all its keys are known. The key of an
/// element that only some ways put there is not one constant.
std::optional<bool> FunctionAnalysis::holdsKey(const State& state, CellId element) {
  auto& memory = universe_.memory;
  const Cell c = memory[element];
  if (c.path == 0 || !memory.last(c.path).isElement() || memory.isVague(c.path))
    return std::nullopt;
  CellId map = memory.parent(element);
  const Cell keys = memory[memory.child(map, keysSlot())];
  const Value* known = state.find(keys.object, keys.path);
  if (!known || universe_.expressions.integerOf(known->expression) != 1)
    return std::nullopt;
  const Cell key = memory[memory.child(element, fieldNamed(typeOf(element), "first"))];
  if (const Value* held = state.find(key.object, key.path);
      held && universe_.expressions.isConstant(held->expression))
    return true;
  bool mayBeThere = llvm::any_of(*state.contents(c.object), [&](const auto& entry) {
    PathId whole = memory[map].path;
    return memory.isPrefix(c.path, entry.first) ||
           (entry.first != whole && memory.isPrefix(whole, entry.first) &&
            memory.isVague(entry.first) && memory.mayOverlap(entry.first, c.path));
  });
  return mayBeThere ? std::nullopt : std::optional(false);
}

/// Whether two iterators of a map are the same: the end, and what was found under a key.
std::optional<bool> FunctionAnalysis::meets(const State& state, const Value& a, const Value& b) {
  const Expression x = universe_.expressions[a.expression];
  if (a.expression == b.expression && x.kind == ExpressionKind::Address && x.b != 0)
    return true;
  auto isFound = [&](const Value& found, const Value& end) {
    if (found.targets.size() != 1 || !found.entry.empty() ||
        holdsKey(state, found.targets.front()) != true)
      return false;
    CellId map = universe_.memory.parent(found.targets.front());
    return end.expression != Expressions::unknown &&
           end.expression == endMark(state, map, PortStep::Kind::End);
  };
  return isFound(a, b) || isFound(b, a) ? std::optional(false) : std::nullopt;
}

/// Are the elements of the class that the container is in, as in a tree? These are too many to tell
/// apart on each level.
bool FunctionAnalysis::holdsItsKind(CellId container) const {
  flow::TypeId element = elementType(typeOf(container));
  if (flow::TypeId target = pointee(element))
    element = target;
  if (!element || flow_.type(element).kind != flow::TypeKind::Record)
    return false;
  flow::RecordId kind = flow_.type(element).record;
  const Memory& memory = universe_.memory;
  for (PathId path = memory[container].path; path != 0; path = memory.parentPath(path))
    if (PathElement e = memory.last(path); e.kind == ElementKind::Field)
      if (flow::RecordId owner = flow_.field(flow::FieldId{e.payload}).record)
        if (llvm::is_contained(flow_.withBases(owner), kind))
          return true;
  return false;
}

/// How many elements the container or the array has, where that is known.
std::optional<int64_t> FunctionAnalysis::lengthOf(const State& state, const Ref& container) {
  flow::TypeId type = typeOf(container.cell);
  if (uint64_t count = countOf(type))
    return static_cast<int64_t>(count);
  CellId slot = universe_.memory.child(container.cell, lengthSlot());
  if (slot == container.cell || !canReplace({container}))
    return std::nullopt;
  ExpressionId known = read(state, slot).expression;
  if (!universe_.expressions.isConstant(known) && !holdsItsKind(container.cell))
    refining(known); // a caller that knows it tells the elements apart
  auto length = universe_.expressions.integerOf(known);
  return length && *length >= 0 && *length <= maxPositions ? length : std::nullopt;
}

/// The number of elements that the type says: that of an array, or of a class that is one array.
uint64_t FunctionAnalysis::countOf(flow::TypeId type) const {
  if (!type)
    return 0;
  const flow::Type& t = flow_.type(type);
  if (t.kind == flow::TypeKind::Array)
    return t.count <= maxPositions ? t.count : 0;
  bool isArray = t.kind == flow::TypeKind::Record && !flow_.record(t.record).inProject &&
                 flow_.text(flow_.record(t.record).qualifiedName) == "std::array" &&
                 flow_.record(t.record).fields.size() == 1;
  return isArray ? countOf(flow_.field(flow_.record(t.record).fields.front()).type) : 0;
}

void FunctionAnalysis::setLength(State& state, const Ref& container, ExpressionId length) {
  CellId slot = universe_.memory.child(container.cell, lengthSlot());
  if (slot == container.cell || universe_.memory.isVague(universe_.memory[slot].path))
    return;
  Value value;
  value.isSettled = true;
  bool isKnown = length != Expressions::unknown && canReplace({container});
  value.expression = isKnown ? length : universe_.expressions.make(ExpressionKind::Site, site_);
  setExact(state, slot, std::move(value));
}

/// The containers in the cell may have another length now.
void FunctionAnalysis::forgetLengths(State& state, CellId cell) {
  const Cell c = universe_.memory[cell];
  const Contents* contents = state.contents(c.object);
  auto isInside = [&](PathId path) {
    return isLength(path) && universe_.memory.length(path) > universe_.memory.length(c.path) &&
           universe_.memory.mayOverlap(path, c.path);
  };
  if (!contents || llvm::none_of(*contents, [&](const auto& e) { return isInside(e.first); }))
    return;
  Contents changed = *contents;
  for (auto& [path, value] : changed)
    if (isInside(path))
      value.expression = universe_.expressions.make(ExpressionKind::Site, site_);
  state.set(c.object, std::move(changed));
}

/// The first or the last element, or the place behind it.
PathElement FunctionAnalysis::endOf(const State& state, const Ref& container, PortStep::Kind kind) {
  auto length = lengthOf(state, container);
  if (!length)
    return {};
  int64_t at = kind == PortStep::Kind::Front  ? 0
               : kind == PortStep::Kind::Back ? *length - 1
                                              : *length;
  if (kind == PortStep::Kind::Behind)
    return {ElementKind::From, static_cast<uint32_t>(at)};
  return at < 0 || at >= maxPositions ? PathElement()
                                      : PathElement{ElementKind::At, static_cast<uint32_t>(at)};
}

/// Which element of the container a port stands for: a number, or what an iterator points to.
std::optional<int64_t> FunctionAnalysis::positionAt(State& state, const Call& call,
                                                    const models::Port& port,
                                                    const Ref& container) {
  Refs refs = portRefs(state, call, port);
  if (refs.size() != 1)
    return std::nullopt;
  Value value = readRef(state, refs.front());
  if (auto number = universe_.expressions.integerOf(value.expression);
      number && value.targets.empty())
    return number;
  if (value.targets.size() != 1 || !value.entry.empty())
    return std::nullopt;
  const Cell c = universe_.memory[value.targets.front()];
  bool isElement = c.path != 0 && universe_.memory.last(c.path).kind == ElementKind::At &&
                   universe_.memory.parent(value.targets.front()) == container.cell;
  return isElement ? std::optional<int64_t>(universe_.memory.last(c.path).payload) : std::nullopt;
}

bool FunctionAnalysis::isMixed(PathId path) {
  return path != 0 && universe_.memory.last(path) == mixedSlot();
}

/// Where a function was given a container, says that its elements have changed their places.
PathElement FunctionAnalysis::mixedSlot() {
  return {ElementKind::Slot, universe_.name("mixed")};
}

/// Any element may be each of them.
void FunctionAnalysis::mixElements(State& state, const Ref& container) {
  Ref any = member(container, {ElementKind::Any, 0});
  write(state, {any}, readTree(state, any), false);
  CellId slot = universe_.memory.child(container.cell, mixedSlot());
  if (slot == container.cell || !isEntryRooted(universe_.memory[container.cell].object))
    return;
  Value mixed;
  mixed.isSettled = true;
  mixed.expression = universe_.expressions.integer(1);
  setExact(state, slot, std::move(mixed));
}

void FunctionAnalysis::editSequence(State& state, const Call& call, const models::Flow& flow) {
  using Edit = models::SequenceEdit;
  auto& table = universe_.expressions;
  for (const Ref& container : portRefs(state, call, *flow.to)) {
    auto length = lengthOf(state, container);
    ExpressionId known =
        read(state, universe_.memory.child(container.cell, lengthSlot())).expression;
    auto add = [&](int64_t n) {
      return table.operation(flow::Operator::Add, known, table.integer(n));
    };
    switch (flow.edit) {
    case Edit::Grow:
      setLength(state, container, add(1));
      break;
    case Edit::Shrink:
      if (length && *length > 0)
        dropContents(state,
                     member(container, {ElementKind::At, static_cast<uint32_t>(*length - 1)}).cell);
      setLength(state, container, add(-1));
      break;
    case Edit::Empty:
      clear(state, {container});
      setLength(state, container, table.integer(0));
      break;
    case Edit::Resize: {
      Refs sizes = portRefs(state, call, flow.from.front());
      ExpressionId size =
          sizes.size() == 1 ? readRef(state, sizes.front()).expression : Expressions::unknown;
      auto left = table.integerOf(size);
      if (left == 0)
        clear(state, {container});
      for (int64_t i = left.value_or(0); length && left && i < *length; ++i)
        dropContents(state, member(container, {ElementKind::At, static_cast<uint32_t>(i)}).cell);
      setLength(state, container, size);
      break;
    }
    case Edit::Forget:
      setLength(state, container, Expressions::unknown);
      break;
    case Edit::Open:
    case Edit::Close: {
      auto first = positionAt(state, call, flow.from.front(), container);
      auto last = flow.from.size() > 1 ? positionAt(state, call, flow.from[1], container)
                  : first              ? std::optional(*first + 1)
                                       : std::nullopt;
      bool isOpened = flow.edit == Edit::Open;
      // Of iterators that a function was not given nothing is known.
      bool isLost =
          isLinked(container.cell) && isEntryRooted(universe_.memory[container.cell].object);
      if (!length || !first || !last || *last < *first || isLost) {
        mixElements(state, container);
        bool isOne = flow.from.size() == 1 && !isLost;
        setLength(state, container, isOne ? add(isOpened ? 1 : -1) : Expressions::unknown);
        break;
      }
      int64_t by = isOpened ? 1 : *first - *last;
      nameElements(state, container, *length);
      shiftElements(state, container, isOpened ? *first : *last, by);
      bool isAtFront = flow.from.front().root == models::Port::Root::Constant;
      if (isLinked(container.cell) && (isAtFront || !isOpened))
        shiftIterators(state, container, isOpened ? *first : *last, by);
      setLength(state, container, add(by));
      break;
    }
    }
  }
}

/// All that was in the elements is gone, and there are as many.
void FunctionAnalysis::clearElements(State& state, CellId container) {
  const Cell c = universe_.memory[container];
  const Value* length = state.find(c.object, universe_.memory.extend(c.path, lengthSlot()));
  std::optional<Value> kept = length ? std::optional(*length) : std::nullopt;
  clear(state, {{container, identity(state, container)}});
  if (kept)
    setExact(state, universe_.memory.child(container, lengthSlot()), std::move(*kept));
}

/// All that was in the elements from one iterator up to another is gone.
void FunctionAnalysis::clearBetween(State& state, const Call& call, const models::Flow& flow) {
  Refs iterators = portRefs(state, call, flow.from.front());
  if (iterators.size() != 1)
    return;
  Value from = readRef(state, iterators.front());
  if (from.targets.size() != 1 || universe_.memory[from.targets.front()].path == 0)
    return;
  CellId cell = universe_.memory.parent(from.targets.front());
  Ref container{cell, identity(state, cell)};
  if (Refs ends = portRefs(state, call, flow.from[1]); ends.size() == 1)
    if (wholeBetween(state, from, readRef(state, ends.front())) == cell) {
      clearElements(state, cell);
      return;
    }
  auto first = positionAt(state, call, flow.from[0], container);
  auto last = positionAt(state, call, flow.from[1], container);
  if (!first || !last || *first >= *last || *last > maxPositions || !canReplace({container}))
    return;
  for (int64_t i = *first; i < *last; ++i)
    clear(state, {member(container, {ElementKind::At, static_cast<uint32_t>(i)})});
}

/// Whether two pointers or iterators lead to the same element, where that is known.
std::optional<int64_t> FunctionAnalysis::distance(const Value& a, const Value& b) const {
  bool areExact =
      a.targets.size() == 1 && b.targets.size() == 1 && a.entry.empty() && b.entry.empty();
  if (!areExact)
    return std::nullopt;
  auto& memory = universe_.memory;
  const Cell x = memory[a.targets.front()], y = memory[b.targets.front()];
  if (x.object != y.object || x.path == 0 || y.path == 0 || memory.isVague(x.path) ||
      memory.isVague(y.path) || memory.parentPath(x.path) != memory.parentPath(y.path))
    return std::nullopt;
  PathElement from = memory.last(x.path), to = memory.last(y.path);
  if (from.kind != ElementKind::At || to.kind != ElementKind::At)
    return std::nullopt;
  return int64_t(to.payload) - int64_t(from.payload);
}

/// What an iterator or a length is after a call: `move`, `meet`, `miss`, `count` and `vacant`.
void FunctionAnalysis::setPosition(State& state, State& before, const Call& call,
                                   const models::Flow& flow) {
  auto& table = universe_.expressions;
  bool toResult = flow.to->root == models::Port::Root::ReturnValue;
  auto valueAt = [&](size_t i) {
    Refs refs = portRefs(before, call, flow.from[i]);
    return refs.size() == 1 ? readRef(before, refs.front()) : Value();
  };
  Value result;
  switch (flow.kind) {
  case models::Flow::Kind::Move: {
    Value by = valueAt(1);
    if (flow.isBack)
      by.expression = table.operation(flow::Operator::Negate, by.expression);
    for (const Ref& ref : portRefs(before, call, flow.from[0])) {
      Value part = offset(readRef(before, ref), by);
      result = result.targets.empty() ? part : either(universe_, std::move(result), part);
    }
    break;
  }
  case models::Flow::Kind::Meet:
  case models::Flow::Kind::Miss: {
    result.isSettled = true;
    if (auto apart = distance(valueAt(0), valueAt(1)))
      result.expression = table.integer((*apart == 0) == (flow.kind == models::Flow::Kind::Meet));
    else if (auto same = meets(before, valueAt(0), valueAt(1)))
      result.expression = table.integer(*same == (flow.kind == models::Flow::Kind::Meet));
    break;
  }
  default: {
    result.isSettled = true;
    Refs containers = portRefs(before, call, flow.from[0]);
    if (containers.size() == 1)
      if (auto length = knownText(before, containers)
                            ? std::optional(int64_t(knownText(before, containers)->size()))
                            : lengthOf(before, containers.front()))
        result.expression =
            table.integer(flow.kind == models::Flow::Kind::Vacant ? *length == 0 : *length);
    break;
  }
  }
  if (result.expression == Expressions::unknown)
    result.expression = table.make(ExpressionKind::Site, site_);
  write(state, portRefs(state, call, *flow.to, toResult), leaf(std::move(result)));
}

/// Puts pairs into a map, each under its key where that is constant.
void FunctionAnalysis::putPairs(State& state, State& before, const Call& call,
                                const models::Flow& flow) {
  auto& memory = universe_.memory;
  Refs pairs;
  for (const Ref& ref : portRefs(before, call, flow.from.front())) {
    const Cell c = memory[ref.cell];
    bool isAny = c.path != 0 && memory.last(c.path) == PathElement();
    if (!isAny) {
      pairs.push_back(ref);
      continue;
    }
    std::set<CellId> elements;
    CellId list = memory.parent(ref.cell);
    if (const Contents* contents = before.contents(c.object))
      for (const auto& [path, value] : *contents)
        for (PathId at = path; at != 0; at = memory.parentPath(at))
          if (memory.parentPath(at) == memory[list].path && memory.length(at) > 0 &&
              memory.last(at).isElement())
            elements.insert(memory.cell(c.object, at));
    for (CellId element : elements)
      pairs.push_back({element, identity(before, element)});
    if (elements.empty())
      pairs.push_back(ref);
  }
  Refs to = portRefs(state, call, *flow.to);
  for (const Ref& pair : pairs) {
    Ref first = member(pair, {ElementKind::Slot, universe_.name("first")});
    ExpressionId known = readRef(before, first).expression;
    if (!universe_.expressions.isConstant(known))
      known = constantText(before, {first});
    PathElement key = elementOf(known);
    Tree tree = readTree(before, pair);
    for (auto& [path, value] : tree)
      for (Taint& t : value.taints)
        t.trace = step(Trace::Kind::Through, t.trace);
    Refs places;
    for (const Ref& ref : to)
      places.push_back(member(ref, key));
    bool isThere = llvm::any_of(places, [&](const Ref& place) { // and stays
      const Cell c = memory[place.cell];
      const Contents* contents = state.contents(c.object);
      return contents && llvm::any_of(*contents, [&](const auto& entry) {
               return memory.isPrefix(c.path, entry.first);
             });
    });
    write(state, places, std::move(tree), key.kind != ElementKind::Any && !isThere);
  }
}

} // namespace circumspect::analysis
