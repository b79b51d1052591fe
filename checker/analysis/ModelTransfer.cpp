// How values pass through a callee that a model describes. Everything is read as it was before the
// call.
#include "checker/analysis/Call.h"
#include "llvm/ADT/Twine.h"

namespace circumspect::analysis {

using models::Port;
using models::PortStep;

std::optional<FormulaId> FunctionAnalysis::holds(State& state, const Call& call,
                                                 const std::vector<models::Condition>& conditions,
                                                 bool mustBeKnown) {
  using Kind = models::Condition::Kind;
  FormulaId all = Formulas::yes;
  for (const models::Condition& condition : conditions) {
    FormulaId any = Formulas::no;
    for (const Ref& ref : portRefs(state, call, condition.port)) {
      Value value = readRef(state, ref);
      decisive(value); // also where it is known: a slot may hold only what its class says at first
      bool isKnown = universe_.expressions.isConstant(value.expression) ||
                     universe_.expressions[value.expression].kind == ExpressionKind::Cases;
      if (!isKnown && (mustBeKnown || condition.kind != Kind::When))
        continue;
      for (const models::Literal& l : condition.values) {
        if (!value.targets.empty() && l == models::Literal{0})
          continue; // a pointer to something is not null
        ExpressionId equal =
            universe_.expressions.operation(flow::Operator::Equal, value.expression, literal(l));
        auto truth = equal ? universe_.expressions.truth(equal) : std::optional(Formulas::yes);
        any = universe_.formulas.disjunction(any, truth.value_or(Formulas::yes));
      }
    }
    bool isNegated = condition.kind == Kind::Unless;
    all = universe_.formulas.conjunction(all, isNegated ? universe_.formulas.negation(any) : any);
  }
  return all == Formulas::no ? std::nullopt : std::optional(all);
}

// A pointer to a number or to a pointer is where the callee may leave one, a length or a new buffer
// say, whether the model speaks of it or not: that it was 0 or null says nothing any longer.
void FunctionAnalysis::forgetConstants(State& state, const Call& call) {
  if (!call.callee)
    return;
  const flow::Function& callee = flow_.function(call.callee);
  for (uint32_t p = 0; p < callee.parameterCount && p < call.arguments.size(); ++p) {
    flow::TypeId type = callee.locals[p].isReference ? flow::TypeId{} : callee.locals[p].type;
    flow::TypeId left = pointee(type);
    if (!left || flow_.type(left).isConst)
      continue;
    const flow::Type& l = flow_.type(left);
    bool isPointer = l.kind == flow::TypeKind::Pointer;
    bool isNumber =
        (l.kind == flow::TypeKind::Integer && l.bits != 8) || l.kind == flow::TypeKind::Floating;
    if (!isNumber && !isPointer)
      continue;
    for (const Ref& target : follow(state, call.arguments[p].refs)) {
      Value value = readRef(state, target);
      bool isKnown = universe_.expressions.isConstant(value.expression) ||
                     universe_.expressions[value.expression].kind == ExpressionKind::Cases;
      if (!isKnown)
        continue;
      if (isPointer && value.targets.empty()) {
        clear(state, {target});
        continue;
      }
      value.expression = opaque({}).expression;
      setExact(state, target.cell, value);
    }
  }
}

/// Does it leave by an exception where it cannot allocate, so that it never returns null?
bool FunctionAnalysis::throwsWithoutStorage(const Call& call) const {
  return call.callee &&
         flow_.text(flow_.function(call.callee).qualifiedName).starts_with("std::make_");
}

void FunctionAnalysis::applyFlows(State& state, const Call& call,
                                  llvm::ArrayRef<const models::FunctionModel*> models) {
  if (!call.result.empty()) {
    // The result starts out new: nothing in it but what the flows bring.
    Value value = opaque({});
    value.isSettled = llvm::all_of(models, [](const auto* model) { return model->pure; });
    flow::TypeId element = pointee(call.resultType);
    if (element && llvm::any_of(models, [](const auto* model) { return model->allocates; })) {
      ObjectId object = universe_.memory.fresh(site_);
      noteSize(state, call, object, models);
      CellId cell = universe_.memory.cell(object);
      if (!isInLoop_[block_.index])
        dropContents(state, cell);
      Value content = opaque({});
      content.isSettled = true;
      if (flow_.type(element).kind == flow::TypeKind::Record)
        content.classes.push_back(flow_.type(element).record);
      write(state, {{cell, Expressions::unknown}}, leaf(content));
      value.targets.push_back(cell);
      if (throwsWithoutStorage(call))
        value.expression = universe_.expressions.make(ExpressionKind::Address, cell);
    }
    write(state, call.result, leaf(value));
  }
  for (const models::FunctionModel* model : models)
    for (const models::Flow& flow : model->flows) {
      if (flow.to)
        allocateFor(state, call, *flow.to);
      if (flow.kind == models::Flow::Kind::Address)
        allocateFor(state, call, flow.from.front());
    }
  State before = state;
  forgetConstants(state, call);
  for (const models::FunctionModel* model : models)
    for (const models::Flow& flow : model->flows) {
      auto behind = keepBehind(before, call, flow);
      applyFlow(state, before, call, flow);
      if (behind)
        putBack(state, *behind);
    }
}

/// What the callee writes through a caller's pointer that points to nothing, as asprintf does, it
/// has allocated.
void FunctionAnalysis::allocateFor(State& state, const Call& call, const Port& port) {
  using Kind = models::PortStep::Kind;
  if (port.root != Port::Root::Argument || port.path.size() < 2 ||
      port.path[0].kind != Kind::Pointee || port.path[1].kind != Kind::Pointee)
    return;
  Port given = port;
  given.path.resize(1);
  for (const Ref& ref : portRefs(state, call, given)) {
    Value pointer = readRef(state, ref);
    if (!pointer.targets.empty() || !pointer.entry.empty() || !pointee(typeOf(ref.cell)))
      continue;
    Value nothing = opaque({});
    nothing.isSettled = true;
    pointer.targets = {hold(state, ~0U - 300 - port.from, leaf(nothing)).front().cell};
    pointer.expression = universe_.expressions.make(ExpressionKind::Site, site_);
    setExact(state, ref.cell, std::move(pointer));
  }
}

/// Adds what the value carries to the places. In a classified one it is such data, unless it is a
/// constant.
void FunctionAnalysis::classifyContent(State& state, const Refs& to, const Value& value) {
  for (const Ref& ref : to) {
    Value part = value;
    classify(state, ref, part);
    bool isCallers = isEntryRooted(universe_.memory[ref.cell].object); // who may have classified it
    if (!part.taints.empty() || (isCallers && !part.isSettled))
      addContents(state, {ref}, part.taints);
  }
}

void FunctionAnalysis::applyFlow(State& state, State& before, const Call& call,
                                 const models::Flow& flow) {
  auto when = holds(before, call, flow.when, false);
  if (!when)
    return;
  using Kind = models::Flow::Kind;
  if (flow.to && flow.kind != Kind::Address)
    forgetKeys(state, portRefs(state, call, *flow.to));
  if (flow.kind == Kind::Call)
    return callBack(state, call, flow);
  if (flow.kind == Kind::Construct)
    return construct(state, before, call, flow);
  if (flow.kind == Kind::Clear)
    return clear(state, portRefs(state, call, *flow.to));
  if (flow.kind == Kind::Jump)
    return addEndless(state);
  if (flow.kind == Kind::Land)
    return land(state);
  if (flow.kind == Kind::Finish)
    return finishStarted(state, portRefs(state, call, *flow.to));
  if (flow.kind == Kind::Throw)
    return throwHeld(state, call, flow);
  if (flow.kind == Kind::Same || flow.kind == Kind::Require)
    return tellWhetherSame(state, before, call, flow);
  if (flow.kind == Kind::Holds)
    return tellWhetherHeld(state, before, call, flow);
  if (flow.kind == Kind::Edit)
    return editSequence(state, call, flow);
  if (flow.kind == Kind::ClearBetween)
    return clearBetween(state, call, flow);
  if (flow.kind == Kind::Move || flow.kind == Kind::Meet || flow.kind == Kind::Miss ||
      flow.kind == Kind::Count || flow.kind == Kind::Vacant)
    return setPosition(state, before, call, flow);
  if (flow.kind == Kind::Pair)
    return putPairs(state, before, call, flow);
  bool addsAny = !flow.to->path.empty() && flow.to->path.back().kind == PortStep::Kind::Element;
  if (addsAny) // it is not known how many
    for (const Ref& ref : portRefs(state, call, *flow.to))
      if (universe_.memory[ref.cell].path != 0)
        forgetLengths(state, universe_.memory.parent(ref.cell));
  if (flow.kind == Kind::Columns)
    return giveColumns(state, before, call, flow);
  if (flow.kind == Kind::Join)
    return joinTexts(state, before, call, flow);
  if (flow.kind == Kind::Compare || flow.kind == Kind::Equal)
    return compareTexts(state, before, call, flow);
  if (flow.kind == Kind::Find)
    return findText(state, before, call, flow);
  bool toResult = flow.to->root == Port::Root::ReturnValue;
  bool isReference = call.callee && flow_.function(call.callee).returnsReference;
  auto under = [&](Value& value) {
    for (Taint& t : value.taints) {
      t.condition = universe_.formulas.bounded(universe_.formulas.conjunction(t.condition, *when));
      t.trace = step(Trace::Kind::Through, t.trace);
    }
  };
  // Is it what a pointer leads to that is given, but to nothing that is kept track of?
  auto leadsNowhere = [&](const Port& port) {
    if (port.root != Port::Root::Argument || port.path.size() != 1 ||
        port.path.front().kind != PortStep::Kind::Pointee)
      return false;
    Port given = port;
    given.path.clear();
    Refs pointers = portRefs(before, call, given);
    return !pointers.empty() && llvm::none_of(pointers, [&](const Ref& ref) {
      return readRef(before, ref).expression == universe_.expressions.null();
    });
  };
  Refs from = portRefs(before, call, flow.from.front());
  // A function that returns a part of what it was given by reference returns where that is.
  bool returnsPart =
      flow.kind == Kind::Value && toResult && isReference && flow.to->path.empty() &&
      !flow.from.front().path.empty() &&
      llvm::all_of(from, [&](const Ref& ref) { return readRef(before, ref).targets.empty(); });
  Kind kind = returnsPart ? Kind::Address : flow.kind;
  if (kind == Kind::Address) // what a pointer is taken to must be there afterwards
    portRefs(state, call, flow.from.front());
  switch (kind) {
  case Kind::Address: {
    auto& table = universe_.expressions;
    Value pointer = flow.to->path.empty() && toResult ? opaque({}) : Value();
    pointer.isSettled = true;
    if (toResult && flow.to->path.empty()) // of a member that is a reference, what that refers to
      from = referred(state, std::move(from), call.resultType);
    for (const Ref& ref : from)
      unite(pointer.targets, {ref.cell});
    if (from.size() == 1 && from.front().identity != Expressions::unknown)
      pointer.expression =
          universe_.expressions.make(ExpressionKind::Reference, from.front().identity);
    else if (from.size() == 1 && !flow.from.front().path.empty())
      if (auto end = flow.from.front().path.back().kind;
          end == PortStep::Kind::Front || end == PortStep::Kind::End)
        if (ExpressionId mark = endMark(before, universe_.memory.parent(from.front().cell), end))
          pointer.expression = mark;
    bool isLookUp = toResult && flow.to->path.empty() && !isReference && flow.isSure &&
                    call.resultType &&
                    flow_.type(call.resultType).kind == flow::TypeKind::Pointer &&
                    table.truth(pointer.expression) == Formulas::yes;
    bool isKeyed = !flow.from.front().path.empty() &&
                   flow.from.front().path.back().kind == PortStep::Kind::ElementOf;
    if (!flow.isSure && isKeyed) { // an iterator: if the key is not there, the end. What code
      // writes through it all the same is not lost.
      if (from.size() == 1 && holdsKey(before, from.front().cell) == false)
        pointer.expression =
            endMark(before, universe_.memory.parent(from.front().cell), PortStep::Kind::End);
    } else if (isLookUp) { // it may find nothing
      pointer.expression =
          table.operation(flow::Operator::Downcast, pointer.expression, table.integer(0));
    } else if (!flow.isSure) { // which of several questions it is, its template argument tells
      const flow::Function& callee = flow_.function(call.callee);
      int64_t which = !callee.templateIntegers.empty()    ? -1 - callee.templateIntegers.front()
                      : !callee.templateArguments.empty() ? callee.templateArguments.front().index
                                                          : 0;
      pointer.expression =
          table.operation(flow::Operator::Downcast, pointer.expression, table.integer(which));
      if (pointer.expression == Expressions::unknown)
        pointer.expression = table.make(ExpressionKind::Site, site_);
    }
    write(state, portRefs(state, call, *flow.to, toResult), leaf(std::move(pointer)));
    break;
  }
  case Kind::Into: {
    for (const Ref& ref : from) {
      Value somewhere = offset(readRef(before, ref), opaque({}));
      somewhere.expression = universe_.expressions.make(ExpressionKind::Site, site_);
      under(somewhere);
      write(state, portRefs(state, call, *flow.to, toResult), leaf(std::move(somewhere)));
    }
    break;
  }
  case Kind::Value: {
    if (from.empty()) {
      if (leadsNowhere(flow.from.front())) // and replaces what was there
        write(state, portRefs(state, call, *flow.to, toResult), leaf(opaque({})),
              *when == Formulas::yes);
      return classifyContent(state, portRefs(state, call, *flow.to), Value());
    }
    Tree tree = readTrees(before, from);
    bool isEmptyText = from.size() == 1 && readAs(call, flow.from.front()) == ReadAs::Text &&
                       textEnd(before, from.front().cell) == 0;
    if (isEmptyText) {
      Value nothing = opaque({});
      nothing.isSettled = true;
      nothing.expression = literal({std::string()});
      tree = leaf(std::move(nothing));
    }
    if (tree.front().second.classes.empty() &&
        from.size() == 1) // what a wrapper holds keeps its class
      if (flow::TypeId type = typeOf(from.front().cell);
          type && flow_.type(type).kind == flow::TypeKind::Record &&
          !flow_.record(flow_.type(type).record).callOperators.empty()) {
        tree.front().second.classes.push_back(flow_.type(type).record);
        if (flow_.record(flow_.type(type).record).isClosure) // which is there, and not null
          tree.front().second.expression =
              universe_.expressions.make(ExpressionKind::Address, from.front().cell);
      }
    for (auto& [path, value] : tree)
      under(value);
    Refs to = portRefs(state, call, *flow.to, toResult);
    asBytes(from, to, tree);
    write(state, to, std::move(tree), *when == Formulas::yes);
    break;
  }
  default: {
    Value value;
    value.isSettled = llvm::all_of(from, [&](const Ref& ref) {
      Value part = readRef(before, ref);
      return part.isSettled || universe_.expressions.isConstant(part.expression) ||
             constantText(before, {ref}) != Expressions::unknown;
    });
    for (const Ref& ref : from)
      addTaints(universe_, value.taints,
                contentTaints(before, ref, false, false, readAs(call, flow.from.front())));
    under(value);
    Refs to = portRefs(state, call, *flow.to);
    bool isPointer = toResult && flow.to->path.empty() && call.resultType &&
                     flow_.type(call.resultType).kind == flow::TypeKind::Pointer;
    if (isPointer) { // what the new pointer leads to is derived too
      for (const Ref& ref : call.result) {
        Value pointer = readRef(state, ref);
        if (pointer.targets.empty()) {
          CellId object = universe_.memory.cell(universe_.memory.fresh(site_));
          if (!isInLoop_[block_.index])
            dropContents(state, object);
          Value content = opaque({});
          write(state, {{object, Expressions::unknown}}, leaf(content));
          pointer.targets.push_back(object);
          setExact(state, ref.cell, pointer);
          addContentTaints(state, {{object, Expressions::unknown}}, value.taints);
        }
      }
      if (isReference)
        to = call.result;
    }
    for (const Ref& ref : to) // with something added it is no longer the text that it was
      if (isText(readRef(state, ref).expression))
        renumber(state, ref.cell, Expressions::unknown);
    classifyContent(state, to, value);
    break;
  }
  }
}

/// Places to which a result of the type is to refer: those behind a reference that is kept there.
Refs FunctionAnalysis::referred(State& state, Refs refs, flow::TypeId result) {
  flow::TypeId object = result && flow_.type(result).kind == flow::TypeKind::Pointer
                            ? flow_.type(result).element
                            : flow::TypeId();
  Refs places;
  for (const Ref& ref : refs)
    if (Value held = readRef(state, ref);
        isReferenceTo(typeOf(ref.cell), object) && !(held.targets.empty() && held.entry.empty()))
      llvm::append_range(places, follow(state, {ref}));
    else
      places.push_back(ref);
  return places;
}

void FunctionAnalysis::throwHeld(State& state, const Call& call, const models::Flow& flow) {
  Refs held = portRefs(state, call, flow.from.front());
  throwing(state, held.empty() ? leaf(Value()) : readTrees(state, held));
  if (flow.isSure)
    state.condition = Formulas::no;
}

/// Whether two numbers are the same: as the result, as whether the result is null, or because the
/// call returns.
void FunctionAnalysis::tellWhetherSame(State& state, State& before, const Call& call,
                                       const models::Flow& flow) {
  auto& table = universe_.expressions;
  ExpressionId given[2] = {Expressions::unknown, Expressions::unknown};
  for (unsigned i = 0; i < 2; ++i)
    if (Refs refs = portRefs(before, call, flow.from[i]); refs.size() == 1)
      given[i] = readRef(before, refs.front()).expression;
  llvm::for_each(given, [&](ExpressionId e) { refining(e); });
  ExpressionId same = table.operation(flow::Operator::Equal, given[0], given[1]);
  if (flow.kind == models::Flow::Kind::Require) {
    auto truth = same ? table.truth(same) : std::nullopt;
    if (!truth)
      return;
    State otherwise = state; // it throws
    otherwise.condition =
        bound(universe_.formulas.conjunction(state.condition, universe_.formulas.negation(*truth)));
    if (otherwise.condition != Formulas::no)
      throwing(std::move(otherwise), leaf(Value()));
    state.condition = bound(universe_.formulas.conjunction(state.condition, *truth));
    return;
  }
  for (const Ref& ref : portRefs(state, call, *flow.to, true)) {
    Value value = readRef(state, ref);
    value.expression = same ? same : table.make(ExpressionKind::Site, site_);
    setExact(state, ref.cell, std::move(value));
  }
}

/// Whether a wrapper of a callable was given one: what is null was not, and of what two ways left
/// there it is not known.
void FunctionAnalysis::tellWhetherHeld(State& state, State& before, const Call& call,
                                       const models::Flow& flow) {
  auto& table = universe_.expressions;
  Value answer;
  answer.isSettled = true;
  Refs asked = portRefs(before, call, flow.from.front());
  bool isKeyed = !flow.from.front().path.empty() &&
                 flow.from.front().path.back().kind == PortStep::Kind::ElementOf;
  if (isKeyed && asked.size() == 1)
    if (auto isThere = holdsKey(before, asked.front().cell))
      answer.expression = table.integer(*isThere);
  for (const Ref& ref : isKeyed ? Refs() : asked) {
    Value held = readRef(before, ref);
    ExpressionKind kind = table[held.expression].kind;
    bool isOneOfWays = kind == ExpressionKind::Phi || kind == ExpressionKind::Cases ||
                       kind == ExpressionKind::Unknown || kind == ExpressionKind::Stale;
    bool isGiven = !held.functions.empty() || !held.classes.empty();
    if (pointee(typeOf(ref.cell))) { // a smart pointer: does it lead to anything?
      refining(held.expression);
      auto truth = table.truth(held.expression);
      bool isNull = asked.size() == 1 && truth == Formulas::no && held.targets.empty();
      bool isSet = asked.size() == 1 && truth == Formulas::yes;
      answer.expression = isNull || isSet ? table.integer(isSet) : Expressions::unknown;
      continue;
    }
    if (table.integerOf(held.expression))
      answer.expression = table.integer(*table.integerOf(held.expression) != 0);
    else if (isGiven && !isOneOfWays && held.entry.empty())
      answer.expression = table.integer(1);
    else
      decisive(held);
    bool isAsGiven =
        answer.expression == Expressions::unknown && !held.entry.empty() && !isOneOfWays;
    if (auto truth = isAsGiven ? table.truth(held.expression) : std::nullopt)
      answer.expression = table.fromTruth(*truth); // our callers may know
  }
  if (answer.expression == Expressions::unknown)
    answer.expression = table.make(ExpressionKind::Site, site_);
  write(state, portRefs(state, call, *flow.to, true), leaf(std::move(answer)));
}

/// A record that is copied into a buffer of characters is there as bytes, each of which may be any
/// of it, and has its members again where it is copied back, if none of the bytes was written.
void FunctionAnalysis::asBytes(const Refs& from, const Refs& to, Tree& tree) {
  auto isBuffer = [&](const Refs& refs) {
    flow::TypeId type = refs.empty() ? flow::TypeId() : typeOf(refs.front().cell);
    return type && flow_.type(type).kind == flow::TypeKind::Array &&
           flow_.type(flow_.type(type).element).kind == flow::TypeKind::Integer;
  };
  if (!isBuffer(to) && !isBuffer(from))
    return;
  Taints taints;
  bool hasMembers = false, hasBytes = false;
  for (const auto& [path, value] : tree) {
    addTaints(universe_, taints, value.taints);
    hasMembers |= bool(universe_.memory.recordIn(path));
    hasBytes |= path != 0 && universe_.memory.first(path).isElement();
  }
  if (!hasMembers || (!isBuffer(to) && !hasBytes))
    return;
  if (hasBytes)
    tree = leaf(opaque(std::move(taints)));
  else
    tree.front().second = opaque(std::move(taints));
}

} // namespace circumspect::analysis
