// What a model claims of a call: sources, sinks, guards and transforms, and whose data it is about.
#include "checker/analysis/Call.h"
#include "llvm/ADT/Twine.h"

namespace circumspect::analysis {

using models::Port;
using models::PortStep;

// The class of the object in a cell, as far as it is known.
flow::RecordId FunctionAnalysis::recordOf(const State& state, CellId cell) {
  if (Value value = read(state, cell); value.classes.size() == 1)
    return value.classes.front();
  flow::TypeId type = typeOf(cell);
  return type && flow_.type(type).kind == flow::TypeKind::Record ? flow_.type(type).record
                                                                 : flow::RecordId{};
}

ExpressionId FunctionAnalysis::subjectAt(State& state, const Refs& refs) {
  for (const Ref& ref : refs) {
    Value value = readRef(state, ref);
    Refs targets = targetsOf(state, value);
    flow::TypeId type = typeOf(ref.cell);
    bool isPointer =
        !value.targets.empty() || (type && flow_.type(type).kind == flow::TypeKind::Pointer);
    bool isNamed = refs.size() > 1 && value.expression != Expressions::unknown;
    if (isPointer && isNamed)
      return universe_.expressions.make(ExpressionKind::Pointee, value.expression);
    if (isPointer && !targets.empty())
      return targets.front().identity;
    return ref.identity != Expressions::unknown ? ref.identity : value.expression;
  }
  return Expressions::unknown;
}

ExpressionId FunctionAnalysis::subjectOf(State& state, const Call& call,
                                         const std::optional<Port>& port) {
  if (port)
    return subjectAt(state, portRefs(state, call, *port));
  const flow::Function& callee = flow_.function(call.callee);
  if (callee.hasObject()) {
    Port self;
    self.root = Port::Root::This;
    return subjectAt(state, portRefs(state, call, self));
  }
  if (!call.arguments.empty()) {
    Port first;
    return subjectAt(state, portRefs(state, call, first));
  }
  return Expressions::unknown;
}

void FunctionAnalysis::applyClaims(State& state, const State& before, const Call& call,
                                   const models::FunctionModel& model) {
  State past = before;
  for (const models::Sink& sink : model.sinks)
    applySink(past, call, sink);
  for (const models::Transform& transform : model.transforms)
    applyTransform(state, call, transform);
  for (const models::Source& source : model.sources)
    applySource(state, call, source);
  for (const models::Guard& guard : model.guards)
    applyGuard(state, past, call, guard);
}

/// The call as the code puts it, with the constant that makes it a source: getField("email").
std::string FunctionAnalysis::sourceText(State& state, const Call& call,
                                         const models::Source& source) {
  const flow::Function& callee = flow_.function(call.callee);
  std::string key;
  for (const models::Condition& condition : source.when)
    for (const Ref& ref : portRefs(state, call, condition.port)) {
      const Expression& e = universe_.expressions[readRef(state, ref).expression];
      if (e.kind == ExpressionKind::Text)
        key = ("\"" + universe_.names[flow::NameId{e.a}] + "\"").str();
      else if (e.kind == ExpressionKind::Integer)
        key = std::to_string(e.integer);
    }
  if (instruction_ && !key.empty())
    return (llvm::Twine(flow_.text(callee.qualifiedName)) + "(" + key + ")").str();
  return flow_.text(callee.display).str();
}

/// What models say that the function itself is given.
void FunctionAnalysis::applyEntrySources(State& state) {
  Call self;
  self.callee = id_;
  for (uint32_t i = 0; i < function_.parameterCount; ++i) {
    CellId cell = universe_.memory.cell(local(flow::LocalId{i}));
    self.arguments.push_back({{{cell, identity(state, cell)}}, nullptr});
  }
  for (const models::FunctionModel* model : library_.models(id_))
    for (const models::Source& source : model->sources)
      if (source.port.root != Port::Root::ReturnValue)
        applySource(state, self, source);
}

void FunctionAnalysis::applySource(State& state, const Call& call, const models::Source& source) {
  auto when = holds(state, call, source.when, true);
  if (!when)
    return;
  ExpressionId subject = subjectOf(state, call, source.subject);
  if (subject == Expressions::unknown)
    subject = universe_.expressions.make(ExpressionKind::Site, site_);
  Taints taints;
  for (const std::string& category : source.data) {
    Taint t = sourceTaint(category, subject, sourceText(state, call, source),
                          instruction_ ? instruction_->location : function_.location);
    t.condition = *when;
    addTaint(universe_, taints, t);
  }
  Refs refs = portRefs(state, call, source.port, true);
  addContentTaints(state, refs, taints);
  // A pointer to the data: what it points to is the data.
  for (const Ref& ref : refs) {
    Value value = readRef(state, ref);
    flow::TypeId type = typeOf(ref.cell);
    bool isResult = source.port.root == Port::Root::ReturnValue;
    flow::TypeId own = isResult && source.port.path.empty() ? call.resultType : type;
    bool isPointer = own && flow_.type(own).kind == flow::TypeKind::Pointer;
    if (!isPointer)
      continue;
    if (value.targets.empty() && value.entry.empty()) {
      setExact(state, ref.cell, resultTree(state, value, own).front().second);
      continue;
    }
    addContentTaints(state, buffers(state, targetsOf(state, value)), taints);
  }
}

void FunctionAnalysis::applySink(State& state, const Call& call, const models::Sink& sink) {
  auto when = holds(state, call, sink.when, false);
  if (!when)
    return;
  SinkEvent event;
  event.call = instruction_;
  event.function = id_;
  event.callee = call.callee;
  event.sink = &sink;
  event.condition = universe_.formulas.conjunction(state.condition, *when);
  for (const Port& port : sink.ports)
    for (const Ref& ref : portRefs(state, call, port))
      addTaints(
          universe_, event.data,
          contentTaints(state, ref, true, isPointerParameter(call, port), readAs(call, port)));
  event.subject = subjectOf(state, call, sink.subject);
  for (const std::string& category : sink.data)
    addTaint(universe_, event.data,
             sourceTaint(category, event.subject, flow_.text(flow_.function(call.callee).display),
                         instruction_->location));
  auto expressionAt = [&](const Port& port) {
    ExpressionId e = Expressions::unknown;
    for (const Ref& ref : portRefs(state, call, port)) {
      Value value = readRef(state, ref);
      decisive(value);
      e = value.expression;
    }
    return e;
  };
  if (sink.endpoint)
    event.endpoint = expressionAt(*sink.endpoint);
  for (const auto& [name, port] : sink.quantities)
    event.quantities[name] = expressionAt(port);
  addEvent(std::move(event));
}

void FunctionAnalysis::addEvent(SinkEvent event) {
  fold(universe_, event.data);
  for (Taint& t : event.data)
    t.condition = bound(t.condition);
  std::erase_if(event.data, [&](const Taint& t) {
    return universe_.formulas.conjunction(t.condition, event.condition) == Formulas::no;
  });
  event.condition = bound(event.condition);
  if (!event.data.empty() && event.condition != Formulas::no)
    sent_[{round_, site_}].events.push_back(std::move(event));
}

void FunctionAnalysis::applyGuard(State& state, State& before, const Call& call,
                                  const models::Guard& guard) {
  auto when = holds(before, call, guard.when, true);
  if (!when)
    return;
  auto& table = universe_.expressions;
  ExpressionId subject = subjectOf(before, call, guard.subject);
  uint32_t condition = universe_.name(guard.condition);
  universe_.asked({condition + 1, subject},
                  (llvm::Twine(flow_.text(flow_.function(call.callee).qualifiedName)) + "()").str(),
                  instruction_->location);
  std::vector<int64_t> answers;
  for (const models::Literal& l : guard.answers)
    if (auto* number = std::get_if<int64_t>(&l.value))
      answers.push_back(*number);
  bool isBoolean = answers.empty() || answers == std::vector<int64_t>{1};
  ExpressionId answer = isBoolean ? table.make(ExpressionKind::Answer, condition, subject)
                                  : table.outcome(condition, subject, answers);
  if (guard.negated)
    answer = table.operation(flow::Operator::Not, answer);
  if (guard.onReturn) {
    if (auto truth = table.truth(answer))
      state.condition = universe_.formulas.conjunction(state.condition, *truth);
    return;
  }
  for (const Ref& ref : call.result) {
    Value value;
    value.expression = answer;
    value.isSettled = true;
    setExact(state, ref.cell, std::move(value));
  }
}

void FunctionAnalysis::applyTransform(State& state, const Call& call,
                                      const models::Transform& transform) {
  for (const Ref& ref : portRefs(state, call, transform.to)) {
    Tree tree = readTree(state, ref);
    Value result = tree.front().second;
    Taints all;
    for (const Ref& target : targetsOf(state, result))
      addTaints(universe_, all, contentTaints(state, target));
    addTaints(universe_, all, contentTaints(state, ref));
    Value weaker;
    weaker.targets = result.targets;
    weaker.isSettled = true;
    weaker.expression = result.expression;
    if (!transform.term.empty())
      for (const Taint& t : all) {
        Taint become = t;
        become.label = universe_.transformed(t.label, universe_.name(transform.term));
        become.trace = step(Trace::Kind::Transform, t.trace);
        addTaint(universe_, weaker.taints, become);
      }
    for (const Ref& target : targetsOf(state, result)) {
      Value content = weaker;
      content.targets.clear();
      write(state, {target}, leaf(content));
    }
    write(state, {ref}, leaf(weaker));
  }
}

} // namespace circumspect::analysis
