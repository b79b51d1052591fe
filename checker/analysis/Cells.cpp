// Reading and writing cells. A cell that was never written holds what it held when the function was
// entered; a value written to a whole covers its members until they are written themselves; an
// unknown element may be any.
#include "checker/analysis/FunctionAnalysis.h"
#include <algorithm>

namespace circumspect::analysis {

bool FunctionAnalysis::isEntryRooted(ObjectId object) const {
  const Object& o = universe_.memory.object(object);
  switch (o.kind) {
  case ObjectKind::Initial:
  case ObjectKind::Global:
    return true;
  case ObjectKind::Local:
    return o.a < entered().parameterCount;
  case ObjectKind::Fresh:
    return false;
  }
  return false;
}

bool FunctionAnalysis::isClassified(LabelId label) const {
  const Label& l = universe_.labels[label];
  return l.isSource || !dataOf(l.cell).empty();
}

Tree FunctionAnalysis::leaf(Value value) {
  Tree tree;
  tree.emplace_back(0, std::move(value));
  return tree;
}

Value FunctionAnalysis::opaque(Taints taints) {
  Value value;
  value.taints = std::move(taints);
  value.expression = universe_.expressions.make(ExpressionKind::Site, site_);
  return value;
}

llvm::ArrayRef<std::string> FunctionAnalysis::dataOf(CellId cell) const {
  const Cell& c = universe_.memory[cell];
  const Object& o = universe_.memory.object(c.object);
  if (c.path != 0) {
    if (PathElement last = universe_.memory.last(c.path); last.kind == ElementKind::Field)
      if (auto own = library_.data(flow::FieldId{last.payload}); !own.empty())
        return own;
    // A member of what a member that holds data points to.
    bool isBehindMember = o.kind == ObjectKind::Initial && universe_.memory[o.a].path != 0;
    return isBehindMember ? dataOf(o.a) : llvm::ArrayRef<std::string>();
  }
  if (o.kind == ObjectKind::Local)
    return declared(o.a) ? library_.data(functionOf(o.a), numbered(o.a))
                         : llvm::ArrayRef<std::string>();
  if (o.kind == ObjectKind::Global)
    return library_.data(flow::GlobalId{o.a});
  if (o.kind == ObjectKind::Initial) { // an annotated reference or pointer parameter
    const Cell& pointer = universe_.memory[o.a];
    if (pointer.path == 0)
      return dataOf(o.a);
  }
  return {};
}

Taint FunctionAnalysis::sourceTaint(llvm::StringRef category, ExpressionId subject,
                                    llvm::StringRef text, flow::Location location) {
  uint32_t origin = universe_.origin(universe_.name(text), location);
  const Trace* trace =
      universe_.trace({Trace::Kind::Source, nullptr, nullptr, instruction_, id_, origin, 1});
  return {universe_.source(universe_.name(category), subject, origin), Formulas::yes, trace};
}

Value FunctionAnalysis::entryValue(CellId cell, ExpressionId subject) {
  Value value;
  if (const Value* constant = program_.constantGlobal(cell))
    return *constant;
  auto known = context_.find(cell);
  if (known != context_.end() && known->second.same != noId)
    return entryValue(known->second.same, subject);
  if (known != context_.end()) {
    value.functions = known->second.functions;
    value.classes = known->second.classes;
    value.expression = known->second.constant;
  }
  if (value.expression == Expressions::unknown)
    value.expression = universe_.expressions.make(ExpressionKind::Initial, cell);
  if (value.functions.empty() && value.classes.empty()) { // else a caller knows better
    Knowledge callables = program_.callablesIn(cell);
    value.functions = std::move(callables.functions);
    value.classes = std::move(callables.classes);
  }
  if (!isTracked(cell))
    return value;
  value.entry.push_back(cell);
  const Cell c = universe_.memory[cell];
  bool isMember = c.path != 0;
  auto data = dataOf(cell);
  const Trace* trace =
      universe_.trace({Trace::Kind::Entry, nullptr, nullptr, instruction_, id_, cell, 1});
  if (mayHoldData(cell))
    addTaint(universe_, value.taints,
             {universe_.input(cell, isMember && !data.empty() ? subject : Expressions::unknown),
              Formulas::yes, trace});
  if (!isMember) // an annotated parameter or global is what it says, whatever the caller passes
    for (const std::string& category : data) {
      ExpressionId whose = universe_.expressions.make(ExpressionKind::Initial, cell);
      addTaint(universe_, value.taints,
               sourceTaint(category, whose, cellText(cell),
                           instruction_ ? instruction_->location : function_.location));
    }
  return value;
}

/// What `ancestor`, written at `path`'s prefix `at`, says of the longer path; `part` is what is at
/// that path in a cell whose content on entry `ancestor` may be.
static Value derive(Universe& universe, const Value& ancestor, PathId at, PathId path,
                    llvm::function_ref<CellId(CellId, PathId, PathId)> part,
                    llvm::function_ref<Value(CellId)> entry) {
  Value value;
  value.isSettled = ancestor.isSettled;
  for (const Taint& t : ancestor.taints) {
    const Label& label = universe.labels[t.label];
    bool isStructural =
        !label.isSource && !label.isReach &&
        std::binary_search(ancestor.entry.begin(), ancestor.entry.end(), label.cell);
    if (!isStructural)
      addTaint(universe, value.taints, t);
  }
  for (CellId from : ancestor.entry) {
    Value inner = entry(part(from, at, path));
    for (Taint& t : inner.taints)
      for (const Taint& whole : ancestor.taints)
        if (universe.labels[whole.label].isInputOf(from)) {
          t.condition = universe.formulas.bounded(
              universe.formulas.conjunction(t.condition, whole.condition));
          if (whole.trace && whole.trace->length > 1)
            t.trace = whole.trace;
        }
    addTaints(universe, value.taints, inner.taints);
    unite(value.targets, inner.targets);
    unite(value.entry, inner.entry);
    unite(value.functions, inner.functions);
    unite(value.classes, inner.classes);
  }
  return value;
}

Value FunctionAnalysis::read(const State& state, CellId cell) {
  return readRef(state, {cell, identity(state, cell)});
}

Value FunctionAnalysis::readRef(const State& state, const Ref& ref) {
  auto& memory = universe_.memory;
  const Cell c = memory[ref.cell];
  ExpressionId owner = universe_.expressions[ref.identity].kind == ExpressionKind::Member
                           ? universe_.expressions[ref.identity].a
                           : Expressions::unknown;
  const Contents* contents = state.contents(c.object);
  bool isVague = memory.isVague(c.path);
  if (!isVague)
    if (const Value* exact = state.find(c.object, c.path))
      return *exact;

  Value value;
  bool isKnown = false;
  auto add = [&](const Value& part) {
    value = isKnown ? either(universe_, std::move(value), part) : part;
    isKnown = true;
  };
  // The nearest written whole that covers the cell.
  const Value* whole = nullptr;
  PathId at = c.path;
  while (contents && !whole && at != 0) {
    at = memory.parentPath(at);
    whole = state.find(c.object, at);
  }
  auto entry = [&](CellId from) { return entryValue(from, owner); };
  // A character has no elements: one of a text that was copied is one that it was copied from.
  auto inside = [&](CellId from, PathId at, PathId path) {
    PathId own = memory[from].path;
    bool isOne = own != 0 && memory.last(own).isElement() && isCharacter(typeOf(from));
    return isOne ? from : memory.append(from, at, path);
  };
  if (whole) {
    Value part = derive(universe_, *whole, at, c.path, inside, entry);
    if (whole->entry.empty() && !whole->isSettled)
      for (const std::string& category : dataOf(ref.cell))
        addTaint(universe_, part.taints,
                 sourceTaint(category, owner, cellText(ref.cell),
                             instruction_ ? instruction_->location : function_.location));
    add(part);
  } else if (isEntryRooted(c.object)) {
    add(entry(ref.cell));
  }
  // Elements that may be one that this cell is in, written since that whole was.
  if (contents)
    for (const auto& [path, part] : *contents) {
      PathId prefix = c.path;
      while (memory.length(prefix) > memory.length(path))
        prefix = memory.parentPath(prefix);
      bool isBetween = memory.length(path) < memory.length(c.path) &&
                       memory.length(path) > (whole ? memory.length(at) : 0);
      if (isBetween && prefix != path && memory.mayOverlap(path, prefix))
        add(derive(universe_, part, prefix, c.path, inside, entry));
    }
  // Elements that may be this one.
  if (contents)
    for (const auto& [path, part] : *contents)
      if (memory.length(path) == memory.length(c.path) && (isVague || memory.isVague(path)) &&
          memory.mayOverlap(path, c.path))
        add(part);
  if (value.expression == Expressions::unknown || isVague ||
      universe_.expressions[value.expression].kind == ExpressionKind::Initial)
    value.expression = ref.identity != Expressions::unknown ? ref.identity : value.expression;
  if (auto known = context_.find(ref.cell);
      known != context_.end() && known->second.constant != Expressions::unknown)
    value.expression = known->second.constant;
  else if (!universe_.expressions.isConstant(value.expression))
    if (const models::Literal* first = firstHeld(state, ref.cell))
      value.expression = literal(*first);
  return value;
}

// What models say that a hidden slot holds as long as it was not written.
const models::Literal* FunctionAnalysis::firstHeld(const State& state, CellId slot) {
  const Cell c = universe_.memory[slot];
  if (c.path == 0 || universe_.memory.last(c.path).kind != ElementKind::Slot ||
      state.find(c.object, c.path))
    return nullptr;
  llvm::StringRef name = universe_.names[flow::NameId{universe_.memory.last(c.path).payload}];
  CellId owner = universe_.memory.parent(slot);
  const Cell whole = universe_.memory[owner];
  if (whole.path == 0) {
    const Object* object = &universe_.memory.object(whole.object);
    if (object->kind == ObjectKind::Initial && universe_.memory[object->a].path == 0)
      object = &universe_.memory.object(universe_.memory[object->a].object);
    if (object->kind == ObjectKind::Global)
      if (const auto* held = library_.slot(flow::GlobalId{object->a}, name))
        return held;
  }
  const Value* content = state.find(whole.object, whole.path);
  if (content && content->classes.size() == 1)
    return library_.slot(content->classes.front(), name);
  flow::TypeId type = typeOf(owner);
  return type && flow_.type(type).kind == flow::TypeKind::Record
             ? library_.slot(flow_.type(type).record, name)
             : nullptr;
}

Tree FunctionAnalysis::readTree(const State& state, const Ref& ref) {
  auto& memory = universe_.memory;
  const Cell c = memory[ref.cell];
  Tree tree = leaf(readRef(state, ref));
  const Contents* contents = state.contents(c.object);
  if (!contents)
    return tree;
  std::map<PathId, Value> below;
  for (const auto& [path, value] : *contents) {
    if (memory.length(path) <= memory.length(c.path) || !memory.mayOverlap(path, c.path))
      continue;
    PathId prefix = path;
    while (memory.length(prefix) > memory.length(c.path))
      prefix = memory.parentPath(prefix);
    PathId relative = memory.rebase(path, prefix, 0);
    auto [entry, isNew] = below.try_emplace(relative, value);
    if (!isNew)
      entry->second = either(universe_, entry->second, value);
  }
  tree.insert(tree.end(), below.begin(), below.end());
  return tree;
}

/// What is in one of the places, it is not known which.
Tree FunctionAnalysis::readTrees(const State& state, const Refs& refs) {
  Tree tree = readTree(state, refs.front());
  for (size_t i = 1; i < refs.size(); ++i) {
    std::map<PathId, Value> merged(tree.begin(), tree.end());
    for (auto& [path, part] : readTree(state, refs[i])) {
      auto [entry, isNew] = merged.try_emplace(path, part);
      if (!isNew)
        entry->second = either(universe_, entry->second, part);
    }
    tree.assign(merged.begin(), merged.end());
  }
  return tree;
}

/// Is it one of the objects that were folded onto the one of that name, which they were reached
/// from?
bool FunctionAnalysis::isFurther(const Ref& ref) const {
  if (!universe_.memory.isFolded(universe_.memory[ref.cell].object))
    return false;
  const Expression* e = &universe_.expressions[ref.identity];
  while (e->kind == ExpressionKind::Member || e->kind == ExpressionKind::Indexed)
    e = &universe_.expressions[e->a];
  return e->kind == ExpressionKind::Pointee;
}

bool FunctionAnalysis::canReplace(const Refs& refs) const {
  if (refs.size() != 1)
    return false;
  const Cell c = universe_.memory[refs.front().cell];
  bool isLongest = universe_.memory.length(c.path) >= Memory::maxPathLength; // for all below, too
  if (universe_.memory.isVague(c.path) || isLongest || isFurther(refs.front()))
    return false;
  const Object& object = universe_.memory.object(c.object);
  return object.kind != ObjectKind::Fresh || !isMadeInLoop(object.a);
}

void FunctionAnalysis::dropContents(State& state, CellId cell) {
  const Cell c = universe_.memory[cell];
  const Contents* contents = state.contents(c.object);
  if (!contents)
    return;
  auto isIn = [&](const auto& entry) { return universe_.memory.isPrefix(c.path, entry.first); };
  if (llvm::all_of(*contents, isIn))
    state.objects.erase(c.object);
  else if (llvm::any_of(*contents, isIn))
    std::erase_if(state.edit(c.object), isIn);
}

/// Puts `value` at `path`, keeping the order.
static void put(Universe& universe, Contents& contents, PathId path, Value value) {
  fold(universe, value.taints);
  auto at = std::lower_bound(contents.begin(), contents.end(), path,
                             [](const auto& entry, PathId p) { return entry.first < p; });
  if (at != contents.end() && at->first == path)
    at->second = std::move(value);
  else
    contents.insert(at, {path, std::move(value)});
}

/// Puts `value` at `path`, beside what else the longest path stands for.
static void putBelow(Universe& universe, Contents& contents, PathId path, Value value) {
  if (universe.memory.length(path) >= Memory::maxPathLength) {
    auto at = std::lower_bound(contents.begin(), contents.end(), path,
                               [](const auto& entry, PathId p) { return entry.first < p; });
    if (at != contents.end() && at->first == path)
      value = either(universe, at->second, value);
  }
  put(universe, contents, path, std::move(value));
}

void FunctionAnalysis::joinInto(State& state, CellId cell, const Value& value) {
  forgetLengths(state, cell);
  if (!isKept(cell, value))
    return;
  auto& memory = universe_.memory;
  const Cell c = memory[cell];
  // Of an unknown element only what was written to one is kept: what is in those that are known,
  // and what was there before all of them, is found when it is read.
  const Value* before = state.find(c.object, c.path);
  Value joined = !memory.isVague(c.path) ? either(universe_, read(state, cell), value)
                 : before                ? either(universe_, *before, value)
                                         : value;
  joined.expression = universe_.expressions.make(ExpressionKind::Site, site_);
  Contents& contents = state.edit(c.object);
  if (memory.isVague(c.path))
    for (auto& [path, part] : contents) // the unknown element may be each of these
      if (memory.length(path) == memory.length(c.path) && path != c.path &&
          memory.mayOverlap(path, c.path)) {
        part = either(universe_, part, value);
        part.expression = universe_.expressions.make(ExpressionKind::Site, site_);
      }
  put(universe_, contents, c.path, std::move(joined));
}

/// The text that a character belongs to: a character of a classified array is as classified.
CellId FunctionAnalysis::textOf(CellId cell) {
  auto& memory = universe_.memory;
  while (memory[cell].path != 0 && memory.last(memory[cell].path).isElement()) {
    CellId whole = memory.parent(cell);
    flow::TypeId type = typeOf(whole);
    if (!type || flow_.type(type).kind != flow::TypeKind::Array)
      break;
    cell = whole;
  }
  return cell;
}

/// What a cell is part of that may say what it holds: the elements of a classified container, and
/// what a library's object keeps in it, are as classified as the whole.
CellId FunctionAnalysis::classifiedWhole(CellId cell) {
  auto& memory = universe_.memory;
  auto isPart = [&](CellId at) {
    PathId path = memory[at].path;
    return path != 0 && memory.last(path).kind != ElementKind::Field;
  };
  while (isPart(cell) && dataOf(cell).empty())
    cell = memory.parent(cell);
  return cell;
}

void FunctionAnalysis::classify(State& state, const Ref& ref, Value& value) {
  if (value.isSettled)
    return;
  CellId text = classifiedWhole(ref.cell);
  for (const std::string& category : dataOf(text)) {
    uint32_t name = universe_.name(category);
    bool hasIt = llvm::any_of(value.taints, [&](const Taint& t) {
      return universe_.labels[t.label].isSource && universe_.labels[t.label].category == name;
    });
    if (hasIt)
      continue;
    const Cell c = universe_.memory[text];
    ExpressionId whose =
        c.path != 0 ? identity(state, universe_.memory.parent(text)) : value.expression;
    addTaint(universe_, value.taints,
             sourceTaint(category, whose, cellText(text),
                         instruction_ ? instruction_->location : function_.location));
  }
}

/// What a smart pointer owns is as classified as the pointer.
void FunctionAnalysis::classifyHeld(State& state, CellId cell, const Value& pointer) {
  flow::TypeId type = typeOf(cell);
  bool isOwner = type && flow_.type(type).kind == flow::TypeKind::Record;
  if (!isOwner || dataOf(classifiedWhole(cell)).empty())
    return;
  for (CellId target : pointer.targets)
    if (Ref held{target, identity(state, target)}; !readRef(state, held).isSettled)
      addContentTaints(state, {held}, pointer.taints);
}

void FunctionAnalysis::write(State& state, const Refs& refs, Tree tree, bool mayReplace) {
  auto& memory = universe_.memory;
  if (tree.front().second.expression == Expressions::unknown)
    tree.front().second.expression = universe_.expressions.make(ExpressionKind::Site, site_);
  bool replaces = mayReplace && canReplace(refs);
  for (const Ref& ref : refs) {
    std::vector<std::pair<CellId, Value>> parts;
    for (const auto& [path, value] : tree) {
      CellId cell = memory.append(ref.cell, 0, path);
      classify(state, {cell, ref.identity}, parts.emplace_back(cell, value).second);
    }
    for (const auto& [cell, value] : parts)
      classifyHeld(state, cell, value);
    if (!covers_.empty())
      for (const auto& [cell, value] : parts)
        noteOverwriting(cell, value);
    if (!replaces) {
      for (const auto& [cell, value] : parts)
        joinInto(state, cell, value);
      continue;
    }
    dropContents(state, ref.cell);
    const Cell c = memory[ref.cell];
    if (isKept(ref.cell, parts.front().second))
      put(universe_, state.edit(c.object), c.path, std::move(parts.front().second));
    for (const auto& [cell, value] : llvm::drop_begin(parts))
      if (isKept(cell, value))
        putBelow(universe_, state.edit(c.object), memory[cell].path, value);
    if (const Contents* now = state.contents(c.object);
        now && now->size() > program_.maxCellsPerObject) {
      program_.cut("cells of one object", id_,
                   instruction_ ? instruction_->location : function_.location);
      Value all;
      for (const auto& [path, value] : *now)
        all = either(universe_, std::move(all), value);
      state.set(c.object, {{0, std::move(all)}});
    }
  }
}

void FunctionAnalysis::addContentTaints(State& state, const Refs& refs, const Taints& taints) {
  if (!taints.empty())
    addContents(state, refs, taints);
}

/// Adds something that is not known, and carries these taints.
void FunctionAnalysis::addContents(State& state, const Refs& refs, const Taints& taints) {
  for (const Ref& ref : refs) {
    if (textEnd(state, ref.cell) == 0) // what is added comes in the place of what was cut off
      clear(state, {ref});
    Value value = readRef(state, ref);
    addTaints(universe_, value.taints, taints);
    if (!isKept(ref.cell, value))
      continue;
    value.isSettled = false;
    value.expression = universe_.expressions.make(ExpressionKind::Site, site_);
    const Cell c = universe_.memory[ref.cell];
    if (universe_.memory.isVague(c.path)) {
      joinInto(state, ref.cell, value);
      continue;
    }
    Contents& contents = state.edit(c.object);
    put(universe_, contents, c.path, std::move(value));
    for (auto& [path, part] : contents) // members that were settled one by one no longer are
      if (path != c.path && universe_.memory.isPrefix(c.path, path)) {
        addTaints(universe_, part.taints, taints);
        part.isSettled = false;
        if (isLength(path) || universe_.memory.last(path).isElement()) // it may be another
          part.expression = universe_.expressions.make(ExpressionKind::Site, site_);
      }
  }
}

void FunctionAnalysis::setExact(State& state, CellId cell, Value value) {
  const Cell c = universe_.memory[cell];
  put(universe_, state.edit(c.object), c.path, std::move(value));
}

/// Gives what is in the cell another value number: it may have been written, or not.
void FunctionAnalysis::renumber(State& state, CellId cell, ExpressionId expression) {
  Value value = read(state, cell);
  if (!isKept(cell, value) || universe_.memory.isVague(universe_.memory[cell].path))
    return;
  value.expression = expression != Expressions::unknown
                         ? expression
                         : universe_.expressions.make(ExpressionKind::Site, site_);
  setExact(state, cell, std::move(value));
}

void FunctionAnalysis::clear(State& state, const Refs& refs) {
  Value nothing;
  nothing.isSettled = true;
  nothing.expression = universe_.expressions.make(ExpressionKind::Site, site_);
  if (!canReplace(refs))
    return;
  nothing.classes = readRef(state, refs.front()).classes; // still the same object
  write(state, refs, leaf(nothing));
}

} // namespace circumspect::analysis
