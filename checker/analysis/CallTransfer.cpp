// What a call does: which functions it may reach, and for each of them what is known: a model, a
// body's summary, or nothing, in which case all that goes in may come out.
#include "checker/analysis/Call.h"
#include "checker/analysis/Instantiation.h"

namespace circumspect::analysis {

using flow::Dispatch;
using flow::Instruction;

void FunctionAnalysis::call(State& state, const Instruction& instruction) {
  sent_.erase({round_, site_});
  landing_.reset();
  inPlace_ = 0;
  std::vector<Call> calls = resolve(state, instruction);
  if (calls.empty()) {
    Call unknown;
    calls.push_back(unknown);
  }
  std::vector<Argument> arguments;
  for (size_t i = 0; i < instruction.operands.size(); ++i)
    arguments.push_back(operandArgument(state, instruction.operands[i], i));
  Refs result;
  if (instruction.target) {
    result = evaluate(state, *instruction.target);
  } else { // a place for what models say of the result, such as a guard that must hold on return
    CellId cell = universe_.memory.cell(
        universe_.memory.fresh(site_, universe_.memory.local(flow::LocalId{~0U - 5})));
    dropContents(state, cell);
    result = {{cell, Expressions::unknown}};
  }

  std::optional<State> joined;
  JoinPoint point = hereAfter();
  for (Call& call : calls) {
    State after = state;
    if (call.arguments.empty())
      call.arguments = arguments;
    call.result = result;
    call.resultType = instruction.type;
    applyCall(after, call);
    bool hasBody = call.callee && flow_.function(call.callee).hasBody();
    if (!hasBody && isCaughtHere()) // it may throw, nothing is known of what
      throwing(after, leaf(Value()));
    joined = joined ? join(universe_, *joined, after, point) : std::move(after);
  }
  state = std::move(*joined);
  if (!instruction.constructs || isConstructedByModel(instruction))
    return;
  // Without a model of where: what the result points to, else an element of the container that the
  // method is called on.
  Refs objects;
  for (const Ref& ref : result)
    for (const Ref& target : targetsOf(state, readRef(state, ref)))
      objects.push_back(target);
  bool isMember = instruction.callee && flow_.function(instruction.callee).hasObject();
  if (objects.empty() && isMember)
    for (const Ref& self : follow(state, arguments.front().refs))
      objects.push_back(member(self, {ElementKind::Any, 0}));
  Call construct;
  construct.callee = instruction.constructs;
  if (isMember) // the container is not an argument of its element's constructor
    arguments.erase(arguments.begin());
  callConstructor(state, construct, arguments, std::move(objects));
}

/// Where the ways through the functions that one call may reach meet.
JoinPoint FunctionAnalysis::hereAfter() {
  return {[this](CellId) { return universe_.expressions.make(ExpressionKind::Site, site_); },
          [this](const State& from, CellId cell) { return read(from, cell); }, false};
}

void FunctionAnalysis::decisive(const Value& value) {
  unite(summary_.decisive, value.entry);
}

/// The cell whose content on entry the expression names, or noId.
CellId FunctionAnalysis::entryCell(ExpressionId e) {
  const Expression x = universe_.expressions[e];
  if (x.kind == ExpressionKind::Initial)
    return x.a;
  CellId whole = x.kind == ExpressionKind::Member ? entryCell(x.a) : noId;
  return whole == noId ? noId : universe_.memory.child(whole, {static_cast<ElementKind>(x.b), x.c});
}

/// Notes that constants for the inputs which the expression is made of would tell more.
void FunctionAnalysis::refining(ExpressionId e) {
  const Expression x = universe_.expressions[e];
  switch (x.kind) {
  case ExpressionKind::Initial:
  case ExpressionKind::Member:
    if (CellId cell = entryCell(e); cell != noId)
      unite(summary_.refining, {cell});
    break;
  case ExpressionKind::Operation:
    refining(x.b);
    refining(x.c);
    break;
  case ExpressionKind::Cases:
    for (const auto& [when, value] : universe_.expressions.casesOf(e))
      universe_.formulas.mentions(when, [&](AtomId atom) {
        if (AtomKey key = universe_.formulas.key(atom); key.condition == 0)
          refining(key.about);
        return false;
      });
    break;
  default:
    break;
  }
}

void FunctionAnalysis::resolveVirtual(State& state, const Instruction& instruction,
                                      flow::FunctionId method, std::vector<Call>& calls) {
  Value object = valueOf(state, instruction.operands[0]);
  SortedSet<flow::RecordId> classes;
  bool isExact = !object.targets.empty() || !object.entry.empty();
  for (const Ref& target : targetsOf(state, object)) {
    Value content = readRef(state, target);
    const Cell c = universe_.memory[target.cell];
    const Object& o = universe_.memory.object(c.object);
    if (!content.classes.empty()) {
      unite(classes, content.classes);
      continue;
    }
    bool isWholeInitial = o.kind == ObjectKind::Initial && c.path == 0;
    flow::TypeId type = typeOf(target.cell);
    if (!isWholeInitial && type && flow_.type(type).kind == flow::TypeKind::Record) {
      unite(classes, {flow_.type(type).record});
      continue;
    }
    isExact = false;
    unite(summary_.decisive, {target.cell});
  }
  SortedSet<flow::FunctionId> callees;
  if (isExact)
    for (flow::RecordId record : classes)
      if (flow::FunctionId f = program_.overrider(method, record))
        unite(callees, {f});
  if (callees.empty())
    callees = program_.overriders(method);
  for (flow::FunctionId f : callees) {
    Call call;
    call.callee = f;
    calls.push_back(std::move(call));
  }
}

std::vector<FunctionAnalysis::Call> FunctionAnalysis::resolve(State& state,
                                                              const Instruction& instruction) {
  std::vector<Call> calls;
  switch (instruction.dispatch) {
  case Dispatch::Direct: {
    Call call;
    call.callee = instruction.callee;
    calls.push_back(std::move(call));
    break;
  }
  case Dispatch::Virtual:
    resolveVirtual(state, instruction, instruction.callee, calls);
    break;
  case Dispatch::Indirect: {
    if (auto* function = std::get_if<flow::FunctionId>(&*instruction.calleeOperand)) {
      Call call;
      call.callee = *function;
      calls.push_back(std::move(call));
      break;
    }
    if (auto* place = std::get_if<flow::Place>(&*instruction.calleeOperand))
      for (const Ref& ref : evaluate(state, *place))
        resolveCallable(state, ref, calls);
    for (Call& call : calls)
      if (!call.arguments.empty()) // a callable object: its address, then the call's arguments
        for (const flow::Operand& operand : instruction.operands)
          call.arguments.push_back(operandArgument(state, operand, call.arguments.size()));
    // A pointer to a virtual method calls that of the object's class.
    for (const Call& call : std::exchange(calls, {}))
      if (call.arguments.empty() && !instruction.operands.empty() &&
          flow_.function(call.callee).isVirtual)
        resolveVirtual(state, instruction, call.callee, calls);
      else
        calls.push_back(call);
    break;
  }
  }
  // One function reached in two ways is called once.
  std::vector<Call> unique;
  for (Call& call : calls)
    if (llvm::none_of(unique, [&](const Call& c) {
          return c.callee == call.callee && call.arguments.empty() && c.arguments.empty();
        }))
      unique.push_back(std::move(call));
  if (unique.size() > program_.maxCallees) {
    program_.cut("callees of one call", id_, instruction.location);
    unique.resize(program_.maxCallees);
  }
  return unique;
}

Argument FunctionAnalysis::operandArgument(State& state, const flow::Operand& operand,
                                           size_t index) {
  Argument argument;
  argument.operand = &operand;
  if (auto* place = std::get_if<flow::Place>(&operand)) {
    argument.refs = evaluate(state, *place);
    if (indexTaints(state, *place, argument.refs).empty())
      return argument;
  }
  argument.refs = hold(state, static_cast<uint32_t>(index), treeOf(state, operand));
  return argument;
}

// A place of the call's own for a value; `number` tells a call's places apart. Written anew each
// time, also in a loop.
Refs FunctionAnalysis::hold(State& state, uint32_t number, Tree tree) {
  ObjectId object = universe_.memory.fresh(site_, universe_.memory.local(flow::LocalId{number}));
  state.set(object, std::move(tree));
  CellId cell = universe_.memory.cell(object);
  return {{cell, identity(state, cell)}};
}

void FunctionAnalysis::applyCall(State& state, const Call& call) {
  if (!call.callee || call.depth > 3)
    return applyUnmodelled(state, call);
  auto models = library_.models(call.callee);
  const flow::Function& callee = flow_.function(call.callee);
  State before = state;
  bool isDescribed = callee.kind == flow::FunctionKind::Destructor && !callee.hasBody();
  std::vector<const models::FunctionModel*> describing;
  for (const models::FunctionModel* model : models) {
    bool saysHowValuesPass = !model->flows.empty() || model->pure || model->allocates;
    bool mustPass = !model->transforms.empty();
    if (saysHowValuesPass)
      describing.push_back(model);
    isDescribed |= saysHowValuesPass || (!callee.hasBody() && !mustPass);
  }
  if (!describing.empty())
    applyFlows(state, call, describing);
  if (!isDescribed && !callee.hasBody())
    applyUnmodelled(state, call);
  bool isDone = isDescribed || !callee.hasBody() || applyInPlace(state, call);
  if (!isDone && !program_.relevance.isAnalysed(call.callee))
    applyUnread(state, call);
  else if (!isDone)
    applySummary(state, call, summaryFor(state, call));
  for (const models::FunctionModel* model : models)
    applyClaims(state, before, call, *model);
}

/// Whether there is an object in the state whose class is known: which it is decides later calls.
static bool makesObjects(const State& state) {
  bool result = false;
  state.objects.forEach([&](ObjectId, const std::shared_ptr<Contents>& contents) {
    for (const auto& [path, value] : *contents)
      result |= !value.classes.empty() || !value.functions.empty();
  });
  return result;
}

const Summary& FunctionAnalysis::summaryFor(State& state, const Call& call) {
  program_.called(call.callee);
  const Summary& general = program_.summary(call.callee, {});
  bool isGeneral = general.decisive.empty() && general.refining.empty() && general.followed.empty();
  bool matters = program_.relevance.concerns(call.callee) || makesObjects(general.exit);
  if (isGeneral || !matters)
    return general;
  Context context, refined;
  Instantiation substitution(*this, state, call, general);
  auto learn = [&](const Summary& summary) {
    for (CellId cell : summary.decisive) {
      Knowledge knowledge;
      Refs refs = substitution.refs(cell);
      for (const Ref& ref : refs)
        knowledgeOf(state, ref, knowledge);
      knowledge.constant = constantIn(state, refs);
      if (knowledge != Knowledge())
        context.emplace(cell, std::move(knowledge));
      else
        for (const Ref& ref : refs) // our own callers may know
          unite(summary_.decisive, readRef(state, ref).entry);
    }
    for (const auto& [cell, knowledge] : context)
      refined.emplace(cell, knowledge);
    for (CellId cell : summary.refining) {
      Refs refs = substitution.refs(cell);
      if (ExpressionId known = constantIn(state, refs); known != Expressions::unknown)
        refined[cell].constant = known;
      else
        for (const Ref& ref : refs)
          refining(readRef(state, ref).expression);
    }
    aliasesOf(substitution, summary, refined);
  };
  // With an index, a class or a function known, other inputs may be the ones that decide: what the
  // closure that is called has captured, another element.
  const Summary* summary = &general;
  Context used;
  for (unsigned round = 0; round < maxLearning; ++round) {
    learn(*summary);
    bool isRefined = refined != context && program_.canRefine(call.callee, refined);
    const Context& more = isRefined ? refined : context;
    if (more == used)
      break;
    if (isRefined)
      program_.refineFurther(call.callee, used);
    used = more;
    summary = &program_.summary(call.callee, used);
  }
  return *summary;
}

/// The constant that is in each of the cells, if that is so.
ExpressionId FunctionAnalysis::constantIn(State& state, const Refs& refs) {
  ExpressionId constant = Expressions::unknown;
  for (const Ref& ref : refs) {
    ExpressionId known = readRef(state, ref).expression;
    bool isOther = constant != Expressions::unknown && known != constant;
    if (isOther || !universe_.expressions.isConstant(known))
      return Expressions::unknown;
    constant = known;
  }
  return constant;
}

void FunctionAnalysis::knowledgeOf(State& state, const Ref& ref, Knowledge& knowledge) {
  Value value = readRef(state, ref);
  unite(knowledge.functions, value.functions);
  unite(knowledge.classes, value.classes);
  const Cell c = universe_.memory[ref.cell];
  bool isWholeInitial =
      universe_.memory.object(c.object).kind == ObjectKind::Initial && c.path == 0;
  if (value.classes.empty() && !isWholeInitial)
    if (flow::TypeId type = typeOf(ref.cell); type &&
                                              flow_.type(type).kind == flow::TypeKind::Record &&
                                              flow_.record(flow_.type(type).record).inProject)
      unite(knowledge.classes, {flow_.type(type).record});
}

Tree FunctionAnalysis::resultTree(State& state, Value value, flow::TypeId type) {
  bool isPointer = type && flow_.type(type).kind == flow::TypeKind::Pointer;
  const Relevance& relevance = program_.relevance;
  bool matters =
      !value.taints.empty() || relevance.leadsToData(type) || relevance.leadsToFunctions(type);
  if (isPointer && matters && value.targets.empty() && value.entry.empty()) {
    CellId object = universe_.memory.cell(universe_.memory.fresh(site_));
    if (!isInLoop_[block_.index])
      dropContents(state, object);
    write(state, {{object, Expressions::unknown}}, leaf(opaque(value.taints)));
    value.targets.push_back(object);
  }
  return leaf(std::move(value));
}

void FunctionAnalysis::setResult(State& state, const Call& call, Tree tree) {
  write(state, call.result, std::move(tree));
}

void FunctionAnalysis::applyUnmodelled(State& state, const Call& call) {
  std::vector<Taints> given(call.arguments.size());
  Taints taints;
  for (size_t i = 0; i < call.arguments.size(); ++i) {
    for (const Ref& ref : call.arguments[i].refs)
      addTaints(universe_, given[i], contentTaints(state, ref, true, false, ReadAs::Bytes));
    for (Taint& t : given[i])
      t.trace = step(Trace::Kind::Unmodelled, t.trace);
    addTaints(universe_, taints, given[i]);
  }
  bool carriesData = llvm::any_of(taints, [&](const Taint& t) { return isClassified(t.label); });
  program_.unmodelled(call.callee, instruction_, carriesData);
  for (size_t i = 0; i < call.arguments.size(); ++i) {
    Taints others;
    for (size_t j = 0; j < given.size(); ++j)
      if (j != i)
        addTaints(universe_, others, given[j]);
    overwrite(state, call, i, others);
  }
  setUnknownResult(state, call, std::move(taints));
}

void FunctionAnalysis::applySummary(State& state, const Call& call, const Summary& summary) {
  if (!summary.events.empty())
    sent_[{round_, site_}].inCallees.push_back({site_, instruction_, call, state, &summary});
  if (!summary.isGivenUp)
    return Instantiation(*this, state, call, summary).apply();
  applyUnmodelled(state, call);
}

FunctionAnalysis::Sent& FunctionAnalysis::Sent::operator+=(Sent more) {
  llvm::append_range(events, std::move(more.events));
  llvm::append_range(inCallees, std::move(more.inCallees));
  return *this;
}

/// The sink calls in callees, once the states before the calls are what they stay.
void FunctionAnalysis::applyEvents() {
  for (auto& [at, sent] : sent_)
    for (SummaryApplication& application : std::exchange(sent.inCallees, {})) {
      round_ = at.first;
      site_ = application.site;
      block_ = {static_cast<uint32_t>(blockOf(site_))};
      instruction_ = application.instruction;
      Instantiation(*this, application.before, application.call, *application.summary)
          .applyEvents();
    }
}

/// A callee with a body that handles no data about people: what it writes is not known.
void FunctionAnalysis::applyUnread(State& state, const Call& call) {
  for (size_t i = 0; i < call.arguments.size(); ++i)
    overwrite(state, call, i, {});
  setUnknownResult(state, call, {});
}

/// What an argument leads to may be written, if it is a pointer to something that is not const.
void FunctionAnalysis::overwrite(State& state, const Call& call, size_t index, const Taints& with) {
  if (!isWritable(call, index))
    return;
  for (const Ref& ref : call.arguments[index].refs) {
    Refs targets = targetsOf(state, readRef(state, ref));
    addContentTaints(state, targets, with);
    if (!with.empty())
      continue;
    for (const Ref& target : targets) { // written all the same, with something that is not known
      Value value = readRef(state, target);
      forgetLengths(state, target.cell);
      value.isSettled = false;
      value.expression = universe_.expressions.make(ExpressionKind::Site, site_);
      if (!isEntryRooted(universe_.memory[target.cell].object) && value.entry.empty())
        setExact(state, target.cell, std::move(value));
    }
  }
}

void FunctionAnalysis::setUnknownResult(State& state, const Call& call, Taints taints) {
  bool isVoid = call.resultType ? flow_.type(call.resultType).kind == flow::TypeKind::Void
                                : bool(call.callee); // of what is called nothing may be known
  if (!isVoid)
    setResult(state, call, resultTree(state, opaque(std::move(taints)), call.resultType));
}

bool FunctionAnalysis::isWritable(const Call& call, size_t index) const {
  auto pointsToConst = [&](flow::TypeId type) {
    if (!type || flow_.type(type).kind != flow::TypeKind::Pointer)
      return true;
    flow::TypeId element = flow_.type(type).element;
    return !element || flow_.type(element).isConst ||
           flow_.type(element).kind == flow::TypeKind::Function;
  };
  if (!call.callee)
    return !call.arguments[index].refs.empty() &&
           !pointsToConst(typeOf(call.arguments[index].refs.front().cell));
  const flow::Function& callee = flow_.function(call.callee);
  if (index >= callee.parameterCount)
    return !call.arguments[index].refs.empty() &&
           !pointsToConst(typeOf(call.arguments[index].refs.front().cell));
  if (index == 0 && callee.hasObject())
    return !callee.isConst;
  return !pointsToConst(callee.locals[index].type);
}

} // namespace circumspect::analysis
