// From the IR's places and operands to cells, and from cells to the person that they are about.
#include "checker/analysis/FunctionAnalysis.h"
#include "llvm/Support/raw_ostream.h"

namespace circumspect::analysis {

ExpressionId FunctionAnalysis::identity(const State& state, CellId cell) {
  const Cell c = universe_.memory[cell];
  auto& expressions = universe_.expressions;
  if (universe_.memory.isVague(c.path))
    return Expressions::unknown;
  if (const Value* value = state.find(c.object, c.path);
      value && value->expression != Expressions::unknown)
    return value->expression;
  if (c.path == 0)
    return expressions.make(ExpressionKind::Initial, cell);
  PathElement last = universe_.memory.last(c.path);
  ExpressionId whole = identity(state, universe_.memory.parent(cell));
  return whole == Expressions::unknown
             ? whole
             : expressions.make(ExpressionKind::Member, whole, static_cast<uint32_t>(last.kind),
                                last.payload);
}

Ref FunctionAnalysis::member(const Ref& ref, PathElement element, ExpressionId index) {
  auto& expressions = universe_.expressions;
  ExpressionId identity = Expressions::unknown;
  if (ref.identity != Expressions::unknown) {
    if (element.kind != ElementKind::Any)
      identity = expressions.make(ExpressionKind::Member, ref.identity,
                                  static_cast<uint32_t>(element.kind), element.payload);
    else if (index != Expressions::unknown)
      identity = expressions.make(ExpressionKind::Indexed, ref.identity, index);
  }
  return {universe_.memory.child(ref.cell, element), identity};
}

PathElement FunctionAnalysis::elementOf(ExpressionId index) const {
  const Expression& e = universe_.expressions[index];
  if (e.kind == ExpressionKind::Integer)
    return {ElementKind::At, static_cast<uint32_t>(e.integer)};
  if (e.kind == ExpressionKind::Text)
    return {ElementKind::Key, e.a};
  return {ElementKind::Any, 0};
}

// A library's class is opaque: its members are known by their names, as models know them, but for
// those that hold data.
PathElement FunctionAnalysis::elementOf(flow::FieldId id) {
  const flow::Field& field = flow_.field(id);
  bool isRecord = field.type && flow_.type(field.type).kind == flow::TypeKind::Record;
  bool isOpaque = !flow_.record(field.record).inProject && library_.data(id).empty() &&
                  !(isRecord && library_.holdsData(flow_.type(field.type).record));
  return isOpaque ? PathElement{ElementKind::Slot, universe_.name(flow_.text(field.name))}
                  : PathElement{ElementKind::Field, id.index};
}

Refs FunctionAnalysis::targetsOf(State& state, const Value& pointer) {
  Refs refs;
  auto add = [&](CellId cell, bool isFurther = false) {
    const Cell c = universe_.memory[cell];
    bool isOne = !isFurther && pointer.targets.size() + pointer.entry.size() == 1 &&
                 !universe_.memory.isVague(c.path);
    ExpressionId whose =
        isOne ? identity(state, cell)
        : pointer.expression != Expressions::unknown
            ? universe_.expressions.make(ExpressionKind::Pointee, pointer.expression)
            : Expressions::unknown;
    if (llvm::none_of(refs, [&](const Ref& r) { return r.cell == cell; }))
      refs.push_back({cell, whose});
  };
  for (CellId cell : pointer.targets)
    add(cell);
  for (CellId cell : pointer.entry) {
    CellId target = universe_.memory.cell(universe_.memory.initial(cell));
    unite(summary_.followed, {cell});
    bool isRow = pointsToRows(flow_, entered(), universe_.memory, cell);
    bool isFurther = universe_.memory.object(universe_.memory[target].object).a != cell;
    add(isRow ? universe_.memory.child(target, {ElementKind::At, 0}) : target, isFurther);
  }
  return refs;
}

Refs FunctionAnalysis::follow(State& state, const Refs& pointers) {
  Refs result;
  for (const Ref& ref : pointers) {
    Value pointer = readRef(state, ref);
    Refs targets = targetsOf(state, pointer);
    bool isLiteral = universe_.expressions[pointer.expression].kind == ExpressionKind::Text;
    bool matters = isLiteral || !pointer.taints.empty() || leadsAnywhere(ref.cell);
    if (targets.empty() && matters && pointer.expression != universe_.expressions.null()) {
      // Nothing is known of what it points to: an object of its own, derived from what the pointer
      // is.
      constexpr uint32_t firstText = 0x80000000; // literals are objects by their texts
      ObjectId of = isLiteral ? universe_.memory.local(flow::LocalId{
                                    firstText + universe_.expressions[pointer.expression].a})
                              : universe_.memory[ref.cell].object;
      CellId object = universe_.memory.cell(universe_.memory.fresh(site_, of));
      if (!state.contents(universe_.memory[object].object)) {
        Value content = opaque(pointer.taints);
        if (isLiteral) {
          content.expression = pointer.expression; // the text itself
          content.isSettled = true;
        }
        setExact(state, object, content); // the first that is in it, also in a loop
      }
      Value with = pointer;
      with.targets.push_back(object);
      setExact(state, ref.cell, with);
      targets = targetsOf(state, with);
    }
    if (pointers.size() > 1 && pointer.expression != Expressions::unknown) // named by how they came
      for (Ref& target : targets)
        target.identity = universe_.expressions.make(ExpressionKind::Pointee, pointer.expression);
    for (const Ref& target : targets)
      if (llvm::none_of(result, [&](const Ref& r) { return r.cell == target.cell; }))
        result.push_back(target);
  }
  return result;
}

Refs FunctionAnalysis::evaluate(State& state, const flow::Place& place) {
  ObjectId root = place.root.kind == flow::Root::Kind::Local
                      ? local(flow::LocalId{place.root.index})
                      : universe_.memory.global(flow::GlobalId{place.root.index});
  CellId start = universe_.memory.cell(root);
  Refs refs{{start, identity(state, start)}};
  bool isRecord = false; // behind the last pointer
  for (const flow::Step& step : place.path) {
    if (step.kind == flow::Step::Kind::Deref) {
      auto next = &step + 1;
      bool isItself = next == place.path.end() || next->kind == flow::Step::Kind::Deref;
      bool isReference = &step == place.path.begin() &&
                         place.root.kind == flow::Root::Kind::Local &&
                         place.root.index < function_.locals.size() &&
                         function_.locals[place.root.index].isReference;
      isRecord = !refs.empty() && isProjectRecord(pointee(typeOf(refs.front().cell)));
      refs = follow(state, refs);
      if (isItself && !isReference)
        for (Ref& ref : refs)
          ref = firstOf(ref, &step == place.path.begin() ? typeOf(start) : flow::TypeId());
      continue;
    }
    PathElement element;
    ExpressionId index = Expressions::unknown;
    switch (step.kind) {
    case flow::Step::Kind::Field:
      if (flow_.record(flow_.field(step.field).record).isUnion)
        continue; // the members of a union share their storage
      element = elementOf(step.field);
      break;
    case flow::Step::Kind::ElementAt:
      element = elementOf(constant(step.constant));
      break;
    case flow::Step::Kind::ElementOf: {
      CellId local = universe_.memory.cell(this->local(step.index));
      index = read(state, local).expression;
      element = elementOf(index);
      refining(index);
      break;
    }
    case flow::Step::Kind::MemberOf:
      refs = membersAt(state, refs, step.index);
      continue;
    default:
      break;
    }
    bool isIndexed = element.isElement() && &step != place.path.begin() &&
                     (&step - 1)->kind == flow::Step::Kind::Deref;
    auto next = &step + 1;
    bool isMembers = next != place.path.end() && next->kind == flow::Step::Kind::Field;
    Of of = isMembers ? Of::Member : isRecord ? Of::Record : Of::Other;
    Refs parts;
    for (const Ref& ref : refs)
      if (isIndexed)
        llvm::append_range(parts, indexed(state, ref, element, index, of));
      else
        parts.push_back(member(ref, element, index));
    refs = std::move(parts);
  }
  return refs;
}

bool FunctionAnalysis::isCharacter(flow::TypeId type) const {
  return type && flow_.type(type).kind == flow::TypeKind::Integer && flow_.type(type).bits == 8;
}

/// *p, where p points to `target`: p[0], where that may be the first of several numbers or
/// pointers. What a `void*` leads to is what it is read as.
Ref FunctionAnalysis::firstOf(const Ref& target, flow::TypeId pointer) {
  const Cell c = universe_.memory[target.cell];
  ObjectKind kind = universe_.memory.object(c.object).kind;
  bool isGiven = c.path == 0 && kind == ObjectKind::Initial;
  if (c.path == 0 && kind == ObjectKind::Fresh && isCharacter(pointee(pointer)))
    return member(target, {ElementKind::At, 0});
  flow::TypeId type = typeOf(target.cell);
  if (type && pointer && flow_.type(type).kind == flow::TypeKind::Void)
    type = pointee(pointer);
  if (flow::TypeId part = pointee(pointer); isProjectRecord(type) && isScalar(part) &&
                                            !isCharacter(part) && !mayRunAgain() && c.path == 0) {
    std::vector<CellId> first = membersAt(target.cell, 0); // (int*)&record: its first member
    if (first.size() == 1 && sizeOf(typeOf(first.front())) == sizeOf(part))
      return member(target, universe_.memory.last(universe_.memory[first.front()].path));
  }
  return isGiven && isScalar(type) ? member(target, {ElementKind::At, 0}) : target;
}

bool FunctionAnalysis::isProjectRecord(flow::TypeId type) const {
  return type && flow_.type(type).kind == flow::TypeKind::Record && !isContainer(type);
}

/// The parts of the elements beside a record that is the first of several, if it is one.
Contents FunctionAnalysis::besideFirst(const State& state, const Ref& record) const {
  const Memory& memory = universe_.memory;
  const Cell c = memory[record.cell];
  const Contents* contents = state.contents(c.object);
  Contents others;
  if (!contents || c.path != 0 || memory.object(c.object).kind < ObjectKind::Initial)
    return others;
  for (const auto& part : *contents)
    if (part.first != 0 && memory.first(part.first).isElement())
      others.push_back(part);
  return others;
}

bool FunctionAnalysis::isScalar(flow::TypeId type) const {
  if (!type)
    return false;
  flow::TypeKind kind = flow_.type(type).kind;
  return kind == flow::TypeKind::Integer || kind == flow::TypeKind::Floating ||
         kind == flow::TypeKind::Pointer;
}

/// Is it a class of a library, which is known by what it holds?
bool FunctionAnalysis::isContainer(flow::TypeId type) const {
  return type && flow_.type(type).kind == flow::TypeKind::Record &&
         !flow_.record(flow_.type(type).record).inProject;
}

/// An array's element, counted from a row of it and beyond that row's end, is in a later row.
/// [expr.add] leaves that undefined, and everybody does it.
CellId FunctionAnalysis::inLaterRow(CellId element) {
  auto& memory = universe_.memory;
  const Cell c = memory[element];
  PathElement at = c.path == 0 ? PathElement() : memory.last(c.path);
  CellId row = memory.parent(element);
  PathElement first =
      c.path == 0 || memory[row].path == 0 ? PathElement() : memory.last(memory[row].path);
  if (at.kind != ElementKind::At || first.kind != ElementKind::At)
    return element;
  auto countOf = [&](CellId array) {
    flow::TypeId type = typeOf(array);
    return type && flow_.type(type).kind == flow::TypeKind::Array ? flow_.type(type).count : 0;
  };
  uint64_t width = countOf(row), rows = countOf(memory.parent(row));
  if (width == 0 || at.payload < width || first.payload + at.payload / width >= rows)
    return element;
  auto number = [&](uint64_t n) { return PathElement{ElementKind::At, static_cast<uint32_t>(n)}; };
  CellId later = memory.child(memory.parent(row), number(first.payload + at.payload / width));
  return memory.child(later, number(at.payload % width));
}

/// p[n], where p points to `target`: where that is an element, one beside it. The first of several
/// records is the one that p points to. Of what the function was given only members are named in
/// both ways, since its callers know which of them is meant.
Refs FunctionAnalysis::indexed(const State& state, const Ref& target, PathElement element,
                               ExpressionId index, Of of) {
  auto& memory = universe_.memory;
  const Cell c = memory[target.cell];
  flow::TypeId type = typeOf(target.cell);
  bool isArray = type && flow_.type(type).kind == flow::TypeKind::Array;
  bool isGiven = c.path == 0 && memory.object(c.object).kind >= ObjectKind::Initial;
  if (element == PathElement{ElementKind::At, 0} && isScalar(type) && !isGiven)
    return {target};
  if (c.path == 0 || !memory.last(c.path).isElement() || isArray) {
    bool mayBeFirst = of != Of::Other && !isArray && !isContainer(type);
    Ref other = member(target, element, index);
    if (mayBeFirst && element == PathElement{ElementKind::At, 0})
      return {target};
    bool isNamedSo = of == Of::Member || memory.object(c.object).kind == ObjectKind::Fresh;
    return mayBeFirst && isNamedSo && element.kind == ElementKind::Any
               ? Refs{{target.cell, other.identity}, other}
               : Refs{other};
  }
  return {beside(state, target, element, index)};
}

/// The element that comes so many after the one that `target` is.
Ref FunctionAnalysis::beside(const State& state, const Ref& target, PathElement element,
                             ExpressionId index) {
  auto& memory = universe_.memory;
  const Cell c = memory[target.cell];
  PathElement first = memory.last(c.path);
  bool mayMoveOn = mayRunAgain() && first.payload != 0;
  if (first.kind != ElementKind::At || element.kind != ElementKind::At || mayMoveOn)
    return first == PathElement{ElementKind::At, 0}
               ? member({memory.parent(target.cell), identity(state, memory.parent(target.cell))},
                        element, index)
               : Ref{memory.child(memory.parent(target.cell), {ElementKind::Any, 0}),
                     Expressions::unknown};
  CellId array = memory.parent(target.cell);
  PathElement at{ElementKind::At, first.payload + element.payload};
  if (CellId plain = memory.child(array, at), later = inLaterRow(plain); later != plain)
    return {later, identity(state, later)};
  return member({array, identity(state, array)}, at, index);
}

/// The member to which a local points; every one of the class where that is not known.
Refs FunctionAnalysis::membersAt(State& state, const Refs& objects, flow::LocalId pointer) {
  Value value = read(state, universe_.memory.cell(local(pointer)));
  decisive(value);
  const Expression& known = universe_.expressions[value.expression];
  Refs result;
  for (const Ref& object : objects) {
    auto add = [&](flow::FieldId field) {
      result.push_back(flow_.record(flow_.field(field).record).isUnion
                           ? object
                           : member(object, {ElementKind::Field, field.index}));
    };
    flow::TypeId type = typeOf(object.cell);
    if (known.kind == ExpressionKind::DataMember)
      add({known.a});
    else if (type && flow_.type(type).kind == flow::TypeKind::Record)
      llvm::for_each(flow_.record(flow_.type(type).record).fields, add);
    else
      result.push_back(object);
  }
  return result;
}

ExpressionId FunctionAnalysis::constant(const flow::Constant& c) {
  auto& expressions = universe_.expressions;
  switch (c.kind) {
  case flow::Constant::Kind::Integer:
    return expressions.integer(c.integer);
  case flow::Constant::Kind::Floating:
    return expressions.make(ExpressionKind::Floating, 0, 0, 0, std::bit_cast<int64_t>(c.floating));
  case flow::Constant::Kind::String:
    return expressions.make(ExpressionKind::Text, universe_.name(flow_.text(c.string)));
  case flow::Constant::Kind::Null:
    return expressions.null();
  case flow::Constant::Kind::Member:
    return expressions.make(ExpressionKind::DataMember, static_cast<uint32_t>(c.integer));
  }
  return Expressions::unknown;
}

/// Does the place name a record behind a pointer, which may be the first of several?
bool FunctionAnalysis::isFirstRecord(const flow::Place& place, const Refs& refs) const {
  if (place.path.empty() || refs.size() != 1 || universe_.memory[refs.front().cell].path != 0)
    return false;
  flow::TypeId type = place.root.kind == flow::Root::Kind::Local
                          ? function_.locals[place.root.index].type
                          : flow_.global(flow::GlobalId{place.root.index}).type;
  for (const flow::Step& step : place.path)
    if (step.kind == flow::Step::Kind::Field)
      type = flow_.field(step.field).type;
    else if (type && (flow_.type(type).kind == flow::TypeKind::Pointer ||
                      flow_.type(type).kind == flow::TypeKind::Array)) {
      bool isIndex =
          step.kind != flow::Step::Kind::Deref && !(flow_.type(type).kind == flow::TypeKind::Array);
      type = isIndex ? type : flow_.type(type).element;
    }
  return isProjectRecord(type);
}

Tree FunctionAnalysis::treeOf(State& state, const flow::Operand& operand) {
  Value value;
  if (auto* place = std::get_if<flow::Place>(&operand)) {
    Refs refs = evaluate(state, *place);
    if (refs.empty())
      return leaf(value);
    Tree tree = readTrees(state, refs);
    if (isFirstRecord(*place, refs))
      std::erase_if(tree, [&](const auto& part) {
        return part.first != 0 && universe_.memory.first(part.first).isElement();
      });
    addTaints(universe_, tree.front().second.taints, indexTaints(state, *place, refs));
    return tree;
  }
  if (auto* function = std::get_if<flow::FunctionId>(&operand)) {
    value.functions.push_back(*function);
    value.expression = universe_.expressions.make(ExpressionKind::Function, function->index);
  } else {
    value.expression = constant(std::get<flow::Constant>(operand));
  }
  value.isSettled = true;
  return leaf(value);
}

/// What is looked up in a table of numbers or texts tells under which index it was.
Taints FunctionAnalysis::indexTaints(const State& state, const flow::Place& place,
                                     const Refs& elements) {
  bool isIndexed = !place.path.empty() && place.path.back().kind == flow::Step::Kind::ElementOf;
  if (!isIndexed || elements.empty())
    return {};
  auto isNumber = [&](flow::TypeId t) {
    return t && (flow_.type(t).kind == flow::TypeKind::Integer ||
                 flow_.type(t).kind == flow::TypeKind::Floating);
  };
  flow::TypeId type = typeOf(elements.front().cell);
  if (type && !isNumber(type) && !isNumber(pointee(type)))
    return {};
  return read(state, universe_.memory.cell(local(place.path.back().index))).taints;
}

Value FunctionAnalysis::valueOf(State& state, const flow::Operand& operand) {
  return treeOf(state, operand).front().second;
}

static std::string fieldText(const flow::Program& flow, flow::FieldId id) {
  const flow::Field& field = flow.field(id);
  return flow.text(flow.record(field.record).display).str() + "::" + flow.text(field.name).str();
}

std::string FunctionAnalysis::cellText(CellId cell) const {
  const Cell c = universe_.memory[cell];
  for (PathId path = c.path; path != 0; path = universe_.memory.parentPath(path))
    if (PathElement e = universe_.memory.last(path); e.kind == ElementKind::Field)
      return fieldText(flow_, flow::FieldId{e.payload});
  const Object& o = universe_.memory.object(c.object);
  if (o.kind == ObjectKind::Local)
    return flow_.text(declared(o.a) ? declared(o.a)->name : flow::NameId()).str();
  if (o.kind == ObjectKind::Global)
    return flow_.text(flow_.global(flow::GlobalId{o.a}).display).str();
  if (o.kind == ObjectKind::Initial)
    return cellText(o.a);
  return "";
}

} // namespace circumspect::analysis
