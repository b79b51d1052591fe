// Objects that a library makes from what it is given: of the project's classes by their
// constructors, of its own as models say.
#include "checker/analysis/Call.h"

namespace circumspect::analysis {

using models::Port;
using models::PortStep;

bool FunctionAnalysis::isConstructedByModel(const flow::Instruction& instruction) const {
  return llvm::any_of(library_.models(instruction.callee), [](const auto* model) {
    return llvm::any_of(model->flows, [](const models::Flow& flow) {
      return flow.kind == models::Flow::Kind::Construct;
    });
  });
}

void FunctionAnalysis::callConstructor(State& state, Call& construct,
                                       const std::vector<Argument>& arguments, Refs objects) {
  const flow::Function& constructor = flow_.function(construct.callee);
  bool isOfLibrary = !flow_.record(constructor.record).inProject; // and a model says what it does with each
  size_t given = isOfLibrary ? arguments.size()
                             : std::min<size_t>(arguments.size(), constructor.parameterCount - 1);
  if (objects.empty())
    return;
  // A pointer to the object, then the last arguments of the call; others have defaults.
  Value pointer;
  for (const Ref& object : objects)
    unite(pointer.targets, {object.cell});
  Argument self;
  self.refs = hold(state, ~0U - 6, leaf(pointer));
  construct.arguments.push_back(self);
  for (size_t i = 0; i < given; ++i)
    construct.arguments.push_back(isOfLibrary
                                      ? arguments[i]
                                      : forwarded(state, arguments[arguments.size() - given + i],
                                                  constructor.locals[i + 1], i));
  applyCall(state, construct);
}

/// An argument that a library's template was given by reference, as the constructor's parameter
/// takes it: by value it is what the reference refers to, made into the parameter's class.
Argument FunctionAnalysis::forwarded(State& state, const Argument& argument,
                                     const flow::Local& parameter, size_t index) {
  if (parameter.isReference)
    return argument;
  Argument value;
  value.refs = follow(state, argument.refs);
  bool isRecord = parameter.type && flow_.type(parameter.type).kind == flow::TypeKind::Record;
  bool isConverted = isRecord && llvm::any_of(value.refs, [&](const Ref& ref) {
                       flow::TypeId type = typeOf(ref.cell);
                       return type && flow_.type(type).kind != flow::TypeKind::Record;
                     });
  if (value.refs.empty())
    return argument;
  if (!isConverted)
    return value;
  Taints taints;
  for (const Ref& ref : value.refs)
    addTaints(universe_, taints, contentTaints(state, ref, true));
  Value made = opaque(std::move(taints));
  if (value.refs.size() == 1) // a constant text stays one
    if (ExpressionId text = textIn(state, value.refs); universe_.expressions.isConstant(text))
      made.expression = text;
  return {hold(state, ~0U - 100 - static_cast<uint32_t>(index), leaf(std::move(made))), nullptr};
}

/// Does the constructor that the call selects make objects of the class that is there?
bool FunctionAnalysis::constructsAt(const State& state, const Refs& to) {
  flow::RecordId own = flow_.function(instruction_->constructs).record;
  flow::RecordId made = to.empty() ? flow::RecordId() : recordOf(state, to.front().cell);
  if (!own || to.empty() || !typeOf(to.front().cell))
    return true;
  return made && flow_.record(made).qualifiedName == flow_.record(own).qualifiedName;
}

/// The elements of a tuple, as the arguments of the constructor that the call selects.
std::vector<Argument> FunctionAnalysis::elements(State& state, const Call& call, const Port& port) {
  Port tuple = port;
  tuple.path.pop_back();
  Refs refs = portRefs(state, call, tuple);
  std::vector<Argument> result;
  for (uint32_t i = 0; i + 1 < flow_.function(instruction_->constructs).parameterCount; ++i) {
    Argument element;
    for (const Ref& ref : refs)
      element.refs.push_back(member(ref, {ElementKind::At, i}));
    result.push_back(std::move(element));
  }
  return result;
}

/// Does an object of a library's class hold what the cell does, in the same form? So does one of
/// its own class or template, and a pointer of another kind.
bool FunctionAnalysis::keepsForm(const State& state, CellId from, flow::RecordId made) {
  flow::RecordId given = recordOf(state, from);
  if (given == made)
    return true;
  flow::TypeId type = typeOf(from);
  bool isPointer =
      given ? library_.isPointer(given) : type && flow_.type(type).kind == flow::TypeKind::Pointer;
  bool isSameTemplate = given && !flow_.record(made).inProject &&
                        flow_.record(given).qualifiedName == flow_.record(made).qualifiedName;
  return isSameTemplate || (isPointer && library_.isPointer(made));
}

void FunctionAnalysis::construct(State& state, State& before, const Call& call,
                                 const models::Flow& flow) {
  if (instruction_->constructs && call.callee == instruction_->callee &&
      constructsAt(state, portRefs(state, call, *flow.to))) {
    Call constructor;
    constructor.callee = instruction_->constructs;
    const Port& given = flow.from.front(); // as `Argument[1..]`: all from there on
    if (!given.path.empty() && given.path.back().kind == PortStep::Kind::Element)
      return callConstructor(state, constructor, elements(before, call, given),
                             portRefs(state, call, *flow.to));
    size_t first = given.from + (flow_.function(call.callee).hasObject() ? 1 : 0);
    bool isPart = given.root == Port::Root::Argument;
    size_t begin = isPart ? std::min(first, call.arguments.size()) : 0;
    size_t end = isPart && given.to != Port::last
                     ? std::min(begin + given.to - given.from + 1, call.arguments.size())
                     : call.arguments.size();
    std::vector<Argument> arguments(call.arguments.begin() + static_cast<ptrdiff_t>(begin),
                                    call.arguments.begin() + static_cast<ptrdiff_t>(end));
    return callConstructor(state, constructor, arguments, portRefs(state, call, *flow.to));
  }
  // An object of a library's class, or a number: a copy of one argument of its own type, else
  // derived from all arguments.
  models::Flow part = flow;
  Refs from = portRefs(before, call, flow.from.front());
  flow::RecordId made;
  for (const Ref& ref : portRefs(state, call, *flow.to))
    made = recordOf(state, ref.cell);
  Refs to = portRefs(state, call, *flow.to);
  if (from.size() == 1 && !to.empty() &&
      isReferenceTo(typeOf(to.front().cell), typeOf(from.front().cell))) { // it becomes a reference
    Value reference;
    reference.targets = {from.front().cell};
    reference.isSettled = true;
    return write(state, to, leaf(std::move(reference)));
  }
  bool isCopy = from.size() == 1 && (!made || keepsForm(before, from.front().cell, made));
  if (from.size() == 1 && !isCopy && flow_.record(made).keeping) {
    Call constructor;
    constructor.callee = flow_.record(made).keeping;
    Argument kept =
        passedBack(state, std::move(from), flow_.function(constructor.callee).locals[1], ~0U - 7);
    return callConstructor(state, constructor, {kept}, portRefs(state, call, *flow.to));
  }
  part.kind = isCopy ? models::Flow::Kind::Value : models::Flow::Kind::Taint;
  if (!isCopy)
    clear(state, portRefs(state, call, *flow.to));
  applyFlow(state, before, call, part);
  part.kind = models::Flow::Kind::Taint;
  part.from.front().path.push_back({PortStep::Kind::Pointee});
  applyFlow(state, before, call, part);
  ExpressionId text = isCopy ? Expressions::unknown : constantText(before, from);
  if (text != Expressions::unknown)
    for (const Ref& ref : portRefs(state, call, *flow.to))
      renumber(state, ref.cell, text);
}

} // namespace circumspect::analysis
