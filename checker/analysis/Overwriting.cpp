// What is left after loops that overwrite each element of an array, a text or a sequence: nothing
// but what they wrote. In such a loop an element is any, so that each write may leave what was
// there before; what they wrote is kept beside it, and is all that there is where the loop ends.
#include "checker/analysis/FunctionAnalysis.h"

namespace circumspect::analysis {

using flow::BlockId;
using flow::Instruction;
using models::Port;

/// A call that writes nothing but its result, and iterators that it moves.
bool FunctionAnalysis::isHarmless(const Instruction& call) const {
  if (call.dispatch != flow::Dispatch::Direct || !call.callee)
    return false;
  const flow::Function& callee = flow_.function(call.callee);
  auto isPointer = [&](const flow::Local& local) {
    return flow_.type(local.type).kind == flow::TypeKind::Pointer;
  };
  if (llvm::none_of(llvm::ArrayRef(callee.locals).take_front(callee.parameterCount), isPointer) &&
      !callee.isVariadic)
    return true;
  auto models = library_.models(call.callee);
  auto writesResult = [](const models::Flow& flow) {
    return flow.kind == models::Flow::Kind::Move ||
           (flow.to && flow.to->root == Port::Root::ReturnValue &&
            flow.kind != models::Flow::Kind::Call);
  };
  return !callee.hasBody() && !models.empty() && llvm::all_of(models, [&](const auto* model) {
    return model->transforms.empty() && llvm::all_of(model->flows, writesResult);
  });
}

/// A call that replaces all that its object holds.
bool FunctionAnalysis::replacesObject(const Instruction& call) const {
  if (call.dispatch != flow::Dispatch::Direct || !call.callee ||
      flow_.function(call.callee).hasBody() || !flow_.function(call.callee).hasObject())
    return false;
  return llvm::any_of(library_.models(call.callee), [](const auto* model) {
    bool replaces = llvm::any_of(model->flows, [](const models::Flow& flow) {
      bool isWhole = flow.to && flow.to->root == Port::Root::This && flow.to->path.empty();
      return isWhole && flow.when.empty() &&
             (flow.kind == models::Flow::Kind::Value || flow.kind == models::Flow::Kind::Clear ||
              (flow.kind == models::Flow::Kind::Edit && flow.edit == models::SequenceEdit::Empty));
    });
    return replaces && llvm::all_of(model->flows, [](const models::Flow& flow) {
             return flow.kind != models::Flow::Kind::Move && flow.kind != models::Flow::Kind::Call;
           });
  });
}

/// The mark of the begin or the end of a container whose length is not known: the address of a
/// place that it does not have, as long as its length does not change.
ExpressionId FunctionAnalysis::endMark(const State& state, CellId container,
                                       models::PortStep::Kind kind) {
  if (!canReplace({{container, Expressions::unknown}}))
    return Expressions::unknown;
  uint32_t name = universe_.name(kind == models::PortStep::Kind::Front ? "begin" : "end");
  CellId length = universe_.memory.child(container, lengthSlot());
  return universe_.expressions.make(ExpressionKind::Address,
                                    universe_.memory.child(container, {ElementKind::Slot, name}),
                                    identity(state, length));
}

/// The container of which one iterator is the begin and the other the end, if that is so.
std::optional<CellId> FunctionAnalysis::wholeBetween(const State& state, const Value& first,
                                                     const Value& last) {
  using Kind = models::PortStep::Kind;
  bool areExact = first.targets.size() == 1 && last.targets.size() == 1 && first.entry.empty() &&
                  last.entry.empty();
  if (!areExact || universe_.memory[first.targets.front()].path == 0)
    return std::nullopt;
  CellId container = universe_.memory.parent(first.targets.front());
  if (container != universe_.memory.parent(last.targets.front()) ||
      !canReplace({{container, Expressions::unknown}}))
    return std::nullopt;
  auto position = [&](const Value& iterator) -> std::optional<int64_t> {
    PathElement at = universe_.memory.last(universe_.memory[iterator.targets.front()].path);
    return at.kind == ElementKind::At ? std::optional<int64_t>(at.payload) : std::nullopt;
  };
  flow::TypeId type = typeOf(container);
  bool isArray = type && flow_.type(type).kind == flow::TypeKind::Array;
  auto length = isArray ? std::optional(static_cast<int64_t>(flow_.type(type).count))
                        : lengthOf(state, {container, identity(state, container)});
  if (position(first) == 0 && length && position(last) == length)
    return container;
  bool isMarked = first.expression != Expressions::unknown &&
                  first.expression == endMark(state, container, Kind::Front) &&
                  last.expression == endMark(state, container, Kind::End);
  return isMarked ? std::optional(container) : std::nullopt;
}

/// The one array, text or container that the loop's store goes through.
std::optional<CellId> FunctionAnalysis::overwrittenBy(const OverwritingLoop& loop, State& state) {
  auto& memory = universe_.memory;
  auto one = [&](const Refs& refs) {
    return canReplace(refs) ? std::optional(refs.front().cell) : std::nullopt;
  };
  if (loop.element) {
    flow::Place any = *loop.element;
    any.path.back() = flow::Step::element();
    Refs refs = evaluate(state, any);
    if (refs.size() != 1 || memory[refs.front().cell].path == 0 ||
        memory.last(memory[refs.front().cell].path) != PathElement())
      return std::nullopt;
    return one({{memory.parent(refs.front().cell), Expressions::unknown}});
  }
  if (loop.container) {
    const auto* place = std::get_if<flow::Place>(&*loop.container);
    bool isAddress = place && place->path.empty() && place->root.kind == flow::Root::Kind::Local &&
                     pointee(function_.locals[place->root.index].type);
    return one(isAddress ? targetsOf(state, valueOf(state, *loop.container))
                         : evaluate(state, *place));
  }
  Value pointer = read(state, memory.cell(local(loop.mover)));
  if (loop.end == OverwritingLoop::End::Meet)
    return wholeBetween(state, pointer, valueOf(state, *loop.limit));
  Refs targets = targetsOf(state, pointer);
  if (targets.size() != 1)
    return std::nullopt;
  const Cell c = memory[targets.front().cell];
  if (c.path != 0 && memory.last(c.path).isElement()) {
    if (memory.last(c.path) != PathElement{ElementKind::At, 0})
      return std::nullopt;
    targets.front().cell = memory.parent(targets.front().cell);
  }
  return one(targets);
}

/// Whether the loop, which begins in this state, goes through all that is in the cell.
bool FunctionAnalysis::goesThrough(const OverwritingLoop& loop, State& state, CellId whole,
                                   BlockId from) {
  auto& memory = universe_.memory;
  auto valueAt = [&](flow::LocalId local) {
    return universe_.expressions.integerOf(read(state, memory.cell(this->local(local))).expression);
  };
  flow::TypeId type = typeOf(whole);
  bool isArray = type && flow_.type(type).kind == flow::TypeKind::Array;
  auto length = isArray ? std::optional(static_cast<int64_t>(flow_.type(type).count))
                        : lengthOf(state, {whole, identity(state, whole)});
  if (loop.isDown) {
    auto first = valueAt(loop.mover);
    return first && length && *length > 0 && *first - loop.begins >= *length - 1;
  }
  bool isByIndex = loop.element || loop.container;
  if (isByIndex && valueAt(loop.mover) != 0)
    return false;
  switch (loop.end) {
  case OverwritingLoop::End::Meet:
    return true;
  case OverwritingLoop::End::Text:
    return isCharacter(typeOf(whole)) || isCharacter(elementType(typeOf(whole)));
  case OverwritingLoop::End::Count:
    break;
  }
  if (loop.counter && valueAt(loop.counter) != 0)
    return false;
  auto rounds = universe_.expressions.integerOf(valueOf(state, *loop.limit).expression);
  if (rounds)
    return length && *length > 0 && *rounds + loop.more >= *length;
  const Instruction* measure = loop.measure;
  if (!measure) { // in the block before, with nothing after it that could write
    auto* place = std::get_if<flow::Place>(&*loop.limit);
    if (!place || !place->path.empty() || place->root.kind != flow::Root::Kind::Local)
      return false;
    flow::Place measured = *place;
    for (const Instruction& instruction :
         llvm::reverse(function_.blocks[from.index].instructions)) {
      if (instruction.target == measured && instruction.opcode == flow::Opcode::Call) {
        measure = &instruction;
        break;
      }
      bool isCopy = instruction.opcode == flow::Opcode::Copy ||
                    (instruction.opcode == flow::Opcode::Compute &&
                     instruction.op == flow::Operator::Convert);
      if (instruction.target == measured && isCopy)
        if (auto* source = std::get_if<flow::Place>(&instruction.operands[0]))
          measured = *source;
      bool mayWrite = (instruction.opcode == flow::Opcode::Call && !isHarmless(instruction)) ||
                      (instruction.target && !instruction.target->path.empty());
      if (mayWrite)
        return false;
    }
  }
  if (!measure || !isMeasure(flow_, *measure))
    return false;
  Refs measured = buffers(state, targetsOf(state, valueOf(state, measure->operands[0])));
  return measured.size() == 1 && measured.front().cell == whole;
}

/// A loop is entered from outside of it: whether it overwrites all of something.
void FunctionAnalysis::enterLoop(const State& state, BlockId from, BlockId head) {
  auto [entry, isNew] = covers_.try_emplace(head.index);
  Cover& cover = entry->second;
  if (isNew && program_.relevance.concerns(id_))
    cover.loop = overwritingLoop(
        flow_, function_, head, loops_[head.index],
        [&](const Instruction& call) { return isHarmless(call); },
        [&](const Instruction& call) { return replacesObject(call); });
  if (!cover.loop || cover.isBroken)
    return;
  // What the head computes is known once it has run.
  State inside = state;
  auto here = std::tuple(block_, site_, instruction_);
  block_ = head;
  site_ = firstSite_[head.index];
  for (const Instruction& instruction : function_.blocks[head.index].instructions) {
    if (instruction.opcode == flow::Opcode::Call || instruction.opcode == flow::Opcode::AddressOf)
      transfer(inside, instruction);
    ++site_;
  }
  std::tie(block_, site_, instruction_) = here;
  auto whole = overwrittenBy(*cover.loop, inside);
  bool isAll = whole && goesThrough(*cover.loop, inside, *whole, from) &&
               (!cover.whole || cover.whole == whole);
  cover.isBroken = !isAll;
  cover.whole = isAll ? whole : std::nullopt;
}

/// Notes what the store of an overwriting loop writes.
void FunctionAnalysis::noteOverwriting(CellId cell, const Value& value) {
  for (auto& [head, cover] : covers_) {
    if (!cover.whole || cover.loop->store != instruction_)
      continue;
    auto& memory = universe_.memory;
    const Cell c = memory[cell], whole = memory[*cover.whole];
    if (c.object != whole.object || !memory.isPrefix(whole.path, c.path) || c.path == whole.path)
      continue;
    PathId relative = memory.rebase(c.path, memory.partOf(whole.path, c.path), 0);
    auto [entry, isNew] = cover.written.try_emplace(relative, value);
    Value now = isNew ? value : either(universe_, entry->second, value);
    if (!isNew && now == entry->second)
      continue;
    entry->second = std::move(now);
    // What leaves the loop has changed, whatever comes back to its head.
    bool isUnrolled = llvm::any_of(rounds_, [&](Round* r) { return r->head.index == head; });
    if (!isUnrolled && arrivals_[head].visits > 0)
      work_.emplace(order_[head], head);
  }
}

/// The loop is left from its head: of what was there before it nothing is left.
void FunctionAnalysis::leaveLoop(State& state, BlockId head) {
  auto found = covers_.find(head.index);
  if (found == covers_.end() || !found->second.whole)
    return;
  const Cover& cover = found->second;
  auto& memory = universe_.memory;
  CellId whole = *cover.whole;
  PathId part = 0;
  for (flow::FieldId field : cover.loop->part)
    part = memory.extend(part, elementOf(field));
  const Cell c = memory[whole];
  if (part == 0) {
    clearElements(state, whole);
  } else if (const Contents* contents = state.contents(c.object)) {
    Contents left = *contents;
    llvm::erase_if(left, [&](const auto& entry) {
      PathId path = entry.first;
      while (memory.length(path) > memory.length(c.path) + 1 + memory.length(part))
        path = memory.parentPath(path);
      PathId element = memory.partOf(c.path, path);
      return element != 0 && memory.last(element).isElement() &&
             memory.rebase(path, element, 0) == part;
    });
    state.set(c.object, std::move(left));
  }
  CellId any = memory.child(whole, {ElementKind::Any, 0});
  for (const auto& [path, value] : cover.written)
    joinInto(state, memory.append(any, 0, path), value);
}

} // namespace circumspect::analysis
