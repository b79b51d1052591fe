// Callables: which functions a value may stand for, and calls that a library makes of what it was
// given.
#include "checker/analysis/Call.h"

namespace circumspect::analysis {

void FunctionAnalysis::resolveCallable(State& state, const Ref& callable,
                                       std::vector<Call>& calls) {
  Value value = readRef(state, callable);
  decisive(value);
  auto addFunction = [&](flow::FunctionId f) {
    Call call;
    call.callee = f;
    calls.push_back(std::move(call));
  };
  for (flow::FunctionId f : value.functions)
    addFunction(f);
  auto addObject = [&](const Ref& object, flow::RecordId record) {
    for (flow::FunctionId f : callOperators(flow_, record)) {
      Call call;
      call.callee = f;
      Value pointer;
      pointer.targets.push_back(object.cell);
      pointer.expression =
          object.identity == Expressions::unknown
              ? Expressions::unknown
              : universe_.expressions.make(ExpressionKind::Reference, object.identity);
      Argument self;
      self.refs = hold(state, ~0U - 200 - record.index, leaf(pointer));
      call.arguments.push_back(self); // completed by the caller with the call's own arguments
      calls.push_back(std::move(call));
    }
  };
  for (flow::RecordId record : value.classes)
    addObject(callable, record);
  if (value.classes.empty())
    if (flow::TypeId type = typeOf(callable.cell);
        type && flow_.type(type).kind == flow::TypeKind::Record)
      addObject(callable, flow_.type(type).record);
  for (const Ref& target : targetsOf(state, value)) {
    Value pointee = readRef(state, target);
    for (flow::FunctionId f : pointee.functions)
      addFunction(f);
    SortedSet<flow::RecordId> classes = pointee.classes;
    if (classes.empty())
      if (flow::TypeId type = typeOf(target.cell);
          type && flow_.type(type).kind == flow::TypeKind::Record)
        classes.push_back(flow_.type(type).record);
    for (flow::RecordId record : classes)
      addObject(target, record);
  }
  // What a std::function or another library wrapper holds.
  const PathElement slot{ElementKind::Slot, universe_.name("callable")};
  Ref held = member(callable, slot);
  unsigned wrappers = 0; // a std::function may hold another
  for (PathId path = universe_.memory[callable.cell].path;
       path != 0 && universe_.memory.last(path) == slot; path = universe_.memory.parentPath(path))
    ++wrappers;
  if (calls.empty() && wrappers < 2 && held.cell != callable.cell) {
    bool isWritten =
        state.find(universe_.memory[held.cell].object, universe_.memory[held.cell].path) != nullptr;
    if (isWritten || isEntryRooted(universe_.memory[held.cell].object) ||
        context_.contains(held.cell))
      resolveCallable(state, held, calls);
    if (isBinding(state, callable))
      for (Call& call : calls)
        if (!call.binding)
          call.binding = callable;
  }
}

/// Is it what std::bind made, with arguments for the callee?
bool FunctionAnalysis::isBinding(const State& state, const Ref& callable) {
  const Cell bound =
      universe_.memory[member(callable, {ElementKind::Slot, universe_.name("bound")}).cell];
  const Contents* contents = state.contents(bound.object);
  return contents && llvm::any_of(*contents, [&](const auto& part) {
           return part.first != bound.path && universe_.memory.isPrefix(bound.path, part.first);
         });
}

/// What the callee of a binding is given: what was bound, and where a placeholder was, what the
/// binding itself is given. [func.bind.bind]
std::vector<Refs> FunctionAnalysis::boundArguments(State& state, const Ref& binding,
                                                   std::vector<Refs> given) {
  constexpr uint32_t maxBound = 5; // as many as models name
  std::vector<Refs> arguments;
  Ref bound = member(binding, {ElementKind::Slot, universe_.name("bound")});
  const PathElement placeholder{ElementKind::Slot, universe_.name("placeholder")};
  for (uint32_t i = 0; i < maxBound; ++i) {
    Ref element = member(bound, {ElementKind::At, i});
    auto number =
        universe_.expressions.integerOf(readRef(state, member(element, placeholder)).expression);
    bool isGiven = number && *number > 0 && static_cast<size_t>(*number) <= given.size();
    arguments.push_back(isGiven ? given[static_cast<size_t>(*number) - 1] : Refs{element});
  }
  return arguments;
}

/// A library wrapper that is a pointer (a std::reference_wrapper, say), where what it leads to is
/// wanted.
bool FunctionAnalysis::isWrapper(State& state, const Ref& argument, flow::TypeId wanted) {
  if (readRef(state, argument).targets.empty() || !wanted)
    return false;
  const flow::Type& w = flow_.type(wanted);
  flow::TypeId type = typeOf(argument.cell);
  if (!type) {
    bool isPointer = w.kind == flow::TypeKind::Pointer ||
                     (w.kind == flow::TypeKind::Record && library_.isPointer(w.record));
    return !isPointer && w.kind != flow::TypeKind::Other;
  }
  const flow::Type& given = flow_.type(type);
  return given.kind == flow::TypeKind::Record && !flow_.record(given.record).inProject &&
         !(w.kind == flow::TypeKind::Record && w.record == given.record);
}

/// What a callee's parameter is given for a value that a model passes.
Argument FunctionAnalysis::passedBack(State& state, Refs given, const flow::Local& parameter,
                                      uint32_t slot) {
  bool isObject = parameter.kind == flow::LocalKind::This;
  if (!given.empty() && (isObject || parameter.isReference)) {
    flow::TypeId type = typeOf(given.front().cell), wanted = flow_.type(parameter.type).element;
    bool isPointer = isObject && type && flow_.type(type).kind == flow::TypeKind::Pointer;
    if (!isPointer && !isWrapper(state, given.front(), wanted)) {
      Value pointer;
      for (const Ref& ref : given)
        unite(pointer.targets, {ref.cell});
      given = hold(state, slot, leaf(std::move(pointer)));
    }
  }
  Argument argument;
  argument.refs = std::move(given);
  return argument;
}

/// A pointer to a data member, called with an object, is that object's member. [func.require]
void FunctionAnalysis::selectMember(State& state, const Call& call, const models::Flow& flow,
                                    flow::FieldId field) {
  if (flow.from.empty() || !flow.to)
    return;
  Refs objects = portRefs(state, call, flow.from.front()), to = portRefs(state, call, *flow.to);
  flow::TypeId type = objects.empty() ? flow::TypeId{} : typeOf(objects.front().cell);
  bool isObject = type && flow_.type(type).kind == flow::TypeKind::Record &&
                  flow_.record(flow_.type(type).record).inProject;
  if (type && !isObject)
    objects = follow(state, objects);
  for (const Ref& object : objects)
    write(state, to, readTree(state, member(object, {ElementKind::Field, field.index})),
          flow.to->path.empty() && objects.size() == 1);
}

void FunctionAnalysis::callBack(State& state, const Call& call, const models::Flow& flow) {
  std::vector<Call> calls;
  for (const Ref& ref : portRefs(state, call, flow.callable)) {
    const Expression held = universe_.expressions[heldCallable(state, ref).expression];
    if (held.kind == ExpressionKind::DataMember)
      return selectMember(state, call, flow, {held.a});
    resolveCallable(state, ref, calls);
  }
  takeHeld(state, call, flow, calls);
  if (calls.empty())
    calls.emplace_back();
  // One of them is called.
  std::optional<State> joined;
  if (!flow.isSure)
    joined = state;
  JoinPoint point = hereAfter();
  uint32_t scratch = ~0U - 100;
  for (Call& back : calls) {
    State after = state;
    back.depth = call.depth + 1;
    callBack(after, call, flow, back, scratch);
    joined = joined ? join(universe_, *joined, after, point) : std::move(after);
  }
  state = std::move(*joined);
}

/// Calls one function, or one that is not known, with what a model passes.
void FunctionAnalysis::callBack(State& state, const Call& call, const models::Flow& flow,
                                Call& back, uint32_t& scratch) {
  const flow::Function* callee = back.callee ? &flow_.function(back.callee) : nullptr;
  std::vector<Refs> given;
  for (const models::Port& port : flow.from)
    given.push_back(portRefs(state, call, port));
  if (back.binding)
    given = boundArguments(state, *back.binding, std::move(given));
  for (Refs& refs : given) {
    size_t index = back.arguments.size();
    Argument argument;
    argument.refs = std::move(refs);
    if (callee && index < callee->parameterCount)
      argument = passedBack(state, std::move(argument.refs), callee->locals[index], scratch--);
    back.arguments.push_back(std::move(argument));
  }
  if (callee && back.arguments.size() < callee->parameterCount)
    return; // a model that passes too few arguments to this callable
  back.resultType = callee ? callee->resultType : flow::TypeId{};
  back.result = hold(state, scratch--, leaf(Value()));
  if (flow.isStarted && callee) {
    remember(state, call, flow, back);
    applyStarted(state, back);
  } else {
    FormulaId condition = state.condition;
    applyCall(state, back);
    if (state.condition == Formulas::no) // it ended a thread of its own, say
      state.condition = condition;
  }
  if (!flow.to)
    return;
  bool mayReplace = flow.to->path.empty(); // the first of what is produced
  Refs produced = callee && callee->returnsReference ? follow(state, back.result) : back.result;
  Refs to = portRefs(state, call, *flow.to);
  for (const Ref& ref : produced)
    write(state, to, readTree(state, ref), std::exchange(mayReplace, false));
}

/// The value of a callable, or of what a library wrapper holds.
Value FunctionAnalysis::heldCallable(State& state, const Ref& callable) {
  Value value = readRef(state, callable);
  if (universe_.expressions[value.expression].kind == ExpressionKind::DataMember)
    return value;
  return readRef(state, member(callable, {ElementKind::Slot, universe_.name("callable")}));
}

} // namespace circumspect::analysis
