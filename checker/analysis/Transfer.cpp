// The transfer function of each instruction but calls.
#include "checker/analysis/FunctionAnalysis.h"

namespace circumspect::analysis {

using flow::Opcode;
using flow::Operator;

const Trace* FunctionAnalysis::step(Trace::Kind kind, const Trace* before, const Trace* inner) {
  uint32_t length = 1 + (before ? before->length : 0) + (inner ? inner->length : 0);
  return universe_.trace({kind, before, inner, instruction_, id_, 0, length});
}

void FunctionAnalysis::traceAll(Tree& tree, Trace::Kind kind) {
  for (auto& [path, value] : tree)
    for (Taint& t : value.taints)
      t.trace = step(kind, t.trace);
}

/// Does the place name some bytes of a number? A loop may go through all of them.
bool FunctionAnalysis::isPartOf(const flow::Place& target, const Refs& refs) const {
  bool isPointed = refs.size() == 1 && !target.path.empty() && target.path.size() <= 2 &&
                   target.path.front().kind == flow::Step::Kind::Deref &&
                   target.path.back().kind != flow::Step::Kind::Field &&
                   target.root.kind == flow::Root::Kind::Local && !mayRunAgain();
  if (!isPointed)
    return false;
  flow::TypeId part = pointee(function_.locals[target.root.index].type);
  flow::TypeId whole = typeOf(refs.front().cell);
  return isScalar(part) && isScalar(whole) && sizeOf(part) < sizeOf(whole);
}

void FunctionAnalysis::store(State& state, const flow::Place& target, Tree tree) {
  Refs refs = evaluate(state, target);
  bool isNamed = !target.path.empty() || target.root.kind == flow::Root::Kind::Global ||
                 function_.locals[target.root.index].name;
  if (isNamed)
    traceAll(tree, Trace::Kind::Assign);
  Contents others;
  if (isFirstRecord(target, refs))
    others = besideFirst(state, refs.front());
  write(state, refs, std::move(tree), !isPartOf(target, refs));
  for (auto& [path, value] : others)
    setExact(state, universe_.memory.cell(universe_.memory[refs.front().cell].object, path),
             std::move(value));
}

/// Copies the members of a class, where the object to which they go is of a class that is derived
/// from it and has others.
bool FunctionAnalysis::copyBase(State& state, const flow::Instruction& copy) {
  auto* place = std::get_if<flow::Place>(&copy.operands[0]);
  if (!place || !isProjectRecord(copy.type))
    return false;
  Refs to = evaluate(state, *copy.target);
  if (to.size() != 1)
    return false;
  flow::RecordId base = flow_.type(copy.type).record, whole;
  flow::TypeId type = typeOf(to.front().cell);
  if (type && flow_.type(type).kind == flow::TypeKind::Record)
    whole = flow_.type(type).record;
  else if (SortedSet<flow::RecordId> classes = readRef(state, to.front()).classes;
           classes.size() == 1)
    whole = classes.front();
  if (!whole || whole == base || !llvm::is_contained(flow_.withBases(whole), base))
    return false;
  Refs from = evaluate(state, *place);
  if (from.empty())
    return false;
  std::vector<std::pair<Ref, Tree>> members;
  for (flow::RecordId part : flow_.withBases(base))
    for (flow::FieldId field : flow_.record(part).fields) {
      Refs held;
      for (const Ref& ref : from)
        held.push_back(member(ref, elementOf(field)));
      members.emplace_back(member(to.front(), elementOf(field)), readTrees(state, held));
    }
  for (auto& [ref, tree] : members) {
    traceAll(tree, Trace::Kind::Assign);
    write(state, {ref}, std::move(tree));
  }
  return true;
}

void FunctionAnalysis::transfer(State& state, const flow::Instruction& instruction) {
  instruction_ = &instruction;
  switch (instruction.opcode) {
  case Opcode::Copy: {
    if (copyBase(state, instruction))
      break;
    Tree tree = treeOf(state, instruction.operands[0]);
    const flow::Place& target = *instruction.target;
    bool isLocal = target.path.empty() && target.root.kind == flow::Root::Kind::Local;
    if (isLocal && isCharacter(function_.locals[target.root.index].type))
      tree.front().second = asCharacter(state, instruction.operands[0], tree.front().second);
    store(state, target, std::move(tree));
    break;
  }
  case Opcode::AddressOf: {
    const flow::Place& place = std::get<flow::Place>(instruction.operands[0]);
    Value value;
    for (const Ref& ref : evaluate(state, place)) {
      ExpressionId e = ref.identity == Expressions::unknown
                           ? Expressions::unknown
                           : universe_.expressions.make(ExpressionKind::Reference, ref.identity);
      bool isSame = value.targets.empty() || value.expression == e;
      value.expression = isSame ? e : Expressions::unknown;
      unite(value.targets, {ref.cell});
    }
    value.isSettled = true;
    store(state, *instruction.target, leaf(std::move(value)));
    break;
  }
  case Opcode::Compute:
    compute(state, instruction);
    break;
  case Opcode::Allocate: {
    ObjectId object = universe_.memory.fresh(site_);
    CellId cell = universe_.memory.cell(object);
    Value content;
    if (instruction.type && flow_.type(instruction.type).kind == flow::TypeKind::Record)
      content.classes.push_back(flow_.type(instruction.type).record);
    content.expression = universe_.expressions.make(ExpressionKind::Site, site_);
    content.isSettled = true; // nothing is in it yet
    if (!isInLoop_[block_.index])
      dropContents(state, cell);
    write(state, {{cell, Expressions::unknown}}, leaf(content));
    Value pointer;
    pointer.targets.push_back(cell);
    pointer.isSettled = true;
    if (instruction.operands.empty()) // which is there, and not null
      pointer.expression = universe_.expressions.make(ExpressionKind::Address, cell);
    store(state, *instruction.target, leaf(pointer));
    break;
  }
  case Opcode::Declare:
    for (const Ref& ref : evaluate(state, *instruction.target)) {
      dropContents(state, ref.cell);
      Value nothing;
      nothing.isSettled = true;
      nothing.expression = universe_.expressions.make(ExpressionKind::Site, site_);
      const Cell c = universe_.memory[ref.cell];
      state.set(c.object, Contents{{c.path, nothing}});
    }
    break;
  case Opcode::Classify:
    for (const Ref& ref : evaluate(state, *instruction.target)) {
      Taints taints;
      for (const std::string& category : dataOf(ref.cell))
        addTaint(universe_, taints,
                 sourceTaint(category, identity(state, ref.cell), cellText(ref.cell),
                             instruction.location));
      addContentTaints(state, {ref}, taints);
      if (pointee(typeOf(ref.cell))) // of a pointer, what it points to
        addContentTaints(state, targetsOf(state, readRef(state, ref)), taints);
    }
    break;
  case Opcode::Call:
    call(state, instruction);
    break;
  }
}

/// Does the instruction make a pointer to a record?
bool FunctionAnalysis::isRecordTarget() const {
  if (!instruction_ || !instruction_->target || !instruction_->target->path.empty() ||
      instruction_->target->root.kind != flow::Root::Kind::Local)
    return false;
  flow::TypeId record = pointee(function_.locals[instruction_->target->root.index].type);
  return record && flow_.type(record).kind == flow::TypeKind::Record && !isContainer(record);
}

/// Is it a pointer to bytes, which may be those of a record?
bool FunctionAnalysis::isOfBytes(const flow::Place& pointer) const {
  return pointer.root.kind == flow::Root::Kind::Local && pointer.path.empty() &&
         isCharacter(pointee(function_.locals[pointer.root.index].type));
}

/// The member so many bytes into a record, or every one where that is not known. Bytes before a
/// member are of the record that it is in.
std::vector<CellId> FunctionAnalysis::membersAt(CellId cell, std::optional<int64_t> offset) {
  auto& memory = universe_.memory;
  bool isBefore = offset && *offset < 0;
  if (isBefore)
    while (*offset < 0 && memory[cell].path != 0 &&
           memory.last(memory[cell].path).kind == ElementKind::Field) {
      *offset += flow_.field({memory.last(memory[cell].path).payload}).offset;
      cell = memory.parent(cell);
    }
  if (isBefore && offset == 0)
    return {cell};
  flow::TypeId type = typeOf(cell);
  if (!isProjectRecord(type) || (offset && *offset < 0))
    return {};
  const flow::Record& record = flow_.record(flow_.type(type).record);
  std::vector<CellId> members;
  flow::FieldId last;
  auto add = [&](flow::FieldId id, int64_t into) {
    flow::TypeId type = flow_.field(id).type;
    CellId member = memory.child(cell, {ElementKind::Field, id.index});
    bool isArray = type && flow_.type(type).kind == flow::TypeKind::Array;
    if (isArray) { // by its first element, or by that byte of it
      bool areBytes = isCharacter(flow_.type(type).element) && into < 1024;
      members.push_back(memory.child(member, into == 0 || areBytes
                                                 ? PathElement{ElementKind::At, uint32_t(into)}
                                                 : PathElement()));
    } else if (into > 0 && isProjectRecord(type)) {
      llvm::append_range(members, membersAt(member, into));
    } else {
      members.push_back(member);
    }
  };
  for (flow::FieldId id : record.fields) {
    if (record.isUnion || flow_.field(id).offset < 0)
      return {};
    if (!offset)
      add(id, 0);
    else if (flow_.field(id).offset <= *offset)
      last = id;
  }
  if (last)
    add(last, *offset - flow_.field(last).offset);
  return members;
}

/// The array type that the pointer which the instruction makes points to.
flow::TypeId FunctionAnalysis::rowTarget() const {
  if (!instruction_ || !instruction_->target || !instruction_->target->path.empty() ||
      instruction_->target->root.kind != flow::Root::Kind::Local)
    return {};
  flow::TypeId row = pointee(function_.locals[instruction_->target->root.index].type);
  return row && flow_.type(row).kind == flow::TypeKind::Array ? row : flow::TypeId();
}

Value FunctionAnalysis::offset(const Value& pointer, const Value& by, bool byBytes) {
  auto& memory = universe_.memory;
  auto wanted = universe_.expressions.integerOf(by.expression);
  refining(by.expression);
  if (wanted == 0 && !byBytes)
    return pointer;
  Value result = pointer;
  result.targets.clear();
  result.entry.clear();
  if (wanted != 0)
    result.expression =
        universe_.expressions.operation(Operator::Add, pointer.expression, by.expression);
  // A pointer to arrays that leads to elements of one array: each step is as many elements.
  auto width = [&](CellId target) -> int64_t {
    bool isOwn = memory.object(memory[target].object).kind < ObjectKind::Initial;
    flow::TypeId type = isOwn ? typeOf(target) : flow::TypeId(), row = rowTarget();
    return row && isScalar(type) ? static_cast<int64_t>(flow_.type(row).count) : 1;
  };
  auto move = [&](CellId target) {
    if (std::vector<CellId> members = byBytes ? membersAt(target, wanted) : std::vector<CellId>();
        !members.empty()) {
      llvm::sort(members);
      unite(result.targets, members);
      return;
    }
    if (wanted == 0) {
      unite(result.targets, {target});
      return;
    }
    const Cell c = memory[target];
    auto n = wanted;
    if (int64_t by = width(target); n && by > 1)
      n = *n < 1024 && *n > -1024 ? std::optional(*n * by) : std::nullopt;
    bool isElement = c.path != 0 && memory.last(c.path).isElement();
    int64_t from =
        isElement && memory.last(c.path).kind == ElementKind::At ? memory.last(c.path).payload : 0;
    bool isExact = n && !mayRunAgain() && from + *n >= 0 && from + *n < 1024 &&
                   !(isElement && memory.last(c.path).kind != ElementKind::At);
    PathElement element =
        isExact ? PathElement{ElementKind::At, static_cast<uint32_t>(from + *n)} : PathElement{};
    CellId whole = isElement ? memory.parent(target) : target;
    bool isFirst = element == PathElement{ElementKind::At, 0} && isRecordTarget() &&
                   memory[whole].path == 0 && memory.object(c.object).kind >= ObjectKind::Initial;
    unite(result.targets, {isFirst ? whole : inLaterRow(memory.child(whole, element))});
  };
  for (CellId target : pointer.targets)
    move(target);
  for (CellId cell : pointer.entry)
    move(memory.cell(memory.initial(cell)));
  return result;
}

/// A pointer to an object of a class that is derived from its own, or null: where the objects'
/// classes are known it is one or the other, else a question of its own.
Value FunctionAnalysis::downcast(State& state, const Value& pointer, flow::RecordId to) {
  enum class Is : uint8_t { Such, Other, Unknown };
  auto isSuch = [&](CellId target) {
    Value content = read(state, target);
    SortedSet<flow::RecordId> classes = content.classes;
    const Cell c = universe_.memory[target];
    bool isWhole = universe_.memory.object(c.object).kind == ObjectKind::Initial && c.path == 0;
    flow::TypeId type = typeOf(target);
    if (classes.empty() && !isWhole && type && flow_.type(type).kind == flow::TypeKind::Record)
      classes.push_back(flow_.type(type).record);
    if (classes.empty()) {
      unite(summary_.decisive, {target}); // our callers may know
      return Is::Unknown;
    }
    auto derives = [&](flow::RecordId record) {
      return record == to || llvm::is_contained(flow_.withBases(record), to);
    };
    return llvm::all_of(classes, derives)    ? Is::Such
           : llvm::none_of(classes, derives) ? Is::Other
                                             : Is::Unknown;
  };
  Value result = pointer;
  result.targets.clear();
  result.entry.clear();
  bool isSure = true, isAny = !pointer.targets.empty() || !pointer.entry.empty();
  auto keep = [&](CellId target, SortedSet<CellId>& kept, CellId cell) {
    Is is = isSuch(target);
    isSure &= is == Is::Such;
    if (is != Is::Other)
      unite(kept, {cell});
  };
  for (CellId target : pointer.targets)
    keep(target, result.targets, target);
  for (CellId cell : pointer.entry)
    keep(universe_.memory.cell(universe_.memory.initial(cell)), result.entry, cell);
  auto& table = universe_.expressions;
  if (isAny && result.targets.empty() && result.entry.empty())
    result.expression = table.null();
  else if (!isAny || !isSure)
    result.expression = table.operation(Operator::Downcast, pointer.expression,
                                        table.integer(to.valid() ? to.index : -1));
  if (result.expression == Expressions::unknown)
    result.expression = table.make(ExpressionKind::Site, site_);
  return result;
}

/// Is it the distance between two pointers?
bool FunctionAnalysis::isDifference(const flow::Instruction& instruction,
                                    llvm::ArrayRef<Value> values) const {
  auto isPointer = [&](size_t i) {
    auto* place = std::get_if<flow::Place>(&instruction.operands[i]);
    bool isLocal = place && place->path.empty() && place->root.kind == flow::Root::Kind::Local;
    flow::TypeId type = isLocal ? function_.locals[place->root.index].type : flow::TypeId();
    return !values[i].targets.empty() || (type && flow_.type(type).kind == flow::TypeKind::Pointer);
  };
  return instruction.op == Operator::Subtract && values.size() == 2 && isPointer(0) && isPointer(1);
}

void FunctionAnalysis::compute(State& state, const flow::Instruction& instruction) {
  llvm::SmallVector<Value, 3> values;
  for (const flow::Operand& operand : instruction.operands)
    values.push_back(asCharacter(state, operand, valueOf(state, operand)));
  auto expressionOf = [&](size_t i) {
    return i < values.size() ? values[i].expression : Expressions::unknown;
  };

  Value result;
  switch (instruction.op) {
  case Operator::Equal:
  case Operator::NotEqual:
  case Operator::Less:
  case Operator::LessEqual:
  case Operator::Greater:
  case Operator::GreaterEqual:
    result.isSettled = true;
    if (auto apart = values.size() == 2 ? distance(values[1], values[0]) : std::nullopt) {
      ExpressionId zero = universe_.expressions.integer(0);
      result.expression = universe_.expressions.operation(
          instruction.op, universe_.expressions.integer(*apart), zero);
      return store(state, *instruction.target, leaf(std::move(result)));
    }
    if (auto same = values.size() == 2 ? areSame(values[0], values[1]) : std::nullopt) {
      bool isEquality = instruction.op == Operator::Equal || instruction.op == Operator::NotEqual;
      if (isEquality) {
        result.expression =
            universe_.expressions.integer(*same == (instruction.op == Operator::Equal));
        return store(state, *instruction.target, leaf(std::move(result)));
      }
    }
    break;
  case Operator::Not:
  case Operator::And:
  case Operator::Or:
    result.isSettled = true; // a yes or a no about the data is not the data
    break;
  case Operator::Select: {
    auto truth = universe_.expressions.truth(expressionOf(0));
    if (truth == Formulas::yes || truth == Formulas::no)
      return store(state, *instruction.target,
                   treeOf(state, instruction.operands[truth == Formulas::yes ? 1 : 2]));
    refining(expressionOf(0));
    Tree tree = treeOf(state, instruction.operands[1]);
    for (auto& [path, part] : treeOf(state, instruction.operands[2])) {
      auto at = std::lower_bound(tree.begin(), tree.end(), path,
                                 [](const auto& e, PathId p) { return e.first < p; });
      if (at != tree.end() && at->first == path)
        at->second = either(universe_, at->second, part);
      else
        tree.insert(at, {path, part});
    }
    tree.front().second.expression = universe_.expressions.operation(
        instruction.op, expressionOf(0), expressionOf(1), expressionOf(2));
    return store(state, *instruction.target, std::move(tree));
  }
  case Operator::Convert:
    result = values[0];
    break;
  case Operator::Offset:
    result = offset(values[0], values[1], isOfBytes(*instruction.target));
    break;
  case Operator::Downcast: {
    auto type = pointee(function_.locals[instruction.target->root.index].type);
    result = downcast(state, values[0], type ? flow_.type(type).record : flow::RecordId());
    break;
  }
  default:
    result.isSettled = true;
    if (isDifference(instruction, values)) // a position in data is not the data
      break;
    for (const Value& value : values) {
      addTaints(universe_, result.taints, value.taints);
      unite(result.targets, value.targets); // pointers kept as integers, say
      unite(result.functions, value.functions);
      result.isSettled = result.isSettled && value.isSettled;
    }
    break;
  }
  // x ^ x, x - x and x * 0 tell nothing of x.
  bool isFolded = !llvm::all_of(
      values, [&](const Value& v) { return universe_.expressions.isConstant(v.expression); });
  bool isNumbered = instruction.op == Operator::Offset || instruction.op == Operator::Convert ||
                    instruction.op == Operator::Downcast;
  if (!isNumbered)
    result.expression = universe_.expressions.operation(instruction.op, expressionOf(0),
                                                        expressionOf(1), expressionOf(2));
  if (instruction.target->path.empty() &&
      instruction.target->root.kind == flow::Root::Kind::Local) {
    const flow::Type& type = flow_.type(function_.locals[instruction.target->root.index].type);
    result.expression = universe_.expressions.converted(
        result.expression, type.kind == flow::TypeKind::Integer, type.bits);
  }
  if (isFolded && instruction.op != Operator::Convert &&
      universe_.expressions.isConstant(result.expression))
    result.taints.clear();
  store(state, *instruction.target, leaf(std::move(result)));
}

} // namespace circumspect::analysis
