// From a model's ports to the cells that they name at a call.
#include "checker/analysis/Call.h"

namespace circumspect::analysis {

using models::Port;
using models::PortStep;

ExpressionId FunctionAnalysis::literal(const models::Literal& literal) {
  if (auto* number = std::get_if<int64_t>(&literal.value))
    return universe_.expressions.integer(*number);
  return universe_.expressions.make(ExpressionKind::Text,
                                    universe_.name(std::get<std::string>(literal.value)));
}

/// Was something written to an element of what is there?
bool FunctionAnalysis::hasElements(const State& state, CellId cell) const {
  const Cell c = universe_.memory[cell];
  const Contents* contents = state.contents(c.object);
  return contents && llvm::any_of(*contents, [&](const auto& entry) {
           PathId part = universe_.memory.partOf(c.path, entry.first);
           return part != 0 && universe_.memory.last(part).isElement();
         });
}

/// The one element of a tuple that has the type, by the tuple's own template arguments.
PathElement FunctionAnalysis::elementOfType(flow::TypeId tuple, flow::TypeId type) const {
  if (!tuple || flow_.type(tuple).kind != flow::TypeKind::Record)
    return {};
  const auto& types = flow_.record(flow_.type(tuple).record).templateArguments;
  auto found = llvm::find(types, type);
  bool isOne = found != types.end() && std::count(found, types.end(), type) == 1;
  return isOne ? PathElement{ElementKind::At, static_cast<uint32_t>(found - types.begin())}
               : PathElement{};
}

Refs FunctionAnalysis::step(State& state, const Call& call, const Refs& refs,
                            const PortStep& step) {
  PathElement element;
  ExpressionId index = Expressions::unknown;
  switch (step.kind) {
  case PortStep::Kind::Pointee:
    return buffers(state, follow(state, refs));
  case PortStep::Kind::Range: {
    Refs elements = follow(state, refs);
    for (Ref& ref : elements)
      if (PathId path = universe_.memory[ref.cell].path;
          path != 0 && universe_.memory.last(path).isElement() &&
          universe_.memory.last(path).kind != ElementKind::From)
        ref = {universe_.memory.child(universe_.memory.parent(ref.cell), {}), Expressions::unknown};
      else if (path == 0 && hasElements(state, ref.cell)) // the first of several
        ref = {universe_.memory.child(ref.cell, {}), Expressions::unknown};
    return elements;
  }
  case PortStep::Kind::Element:
    break;
  case PortStep::Kind::ElementAt:
    element = elementOf(literal(step.literal));
    break;
  case PortStep::Kind::ElementOf: {
    Port key;
    if (step.ofObject)
      key.root = models::Port::Root::This;
    key.from = key.to = step.number;
    key.path = step.path;
    for (const Ref& ref : portRefs(state, call, key)) {
      Value value = readRef(state, textOf(ref));
      index = value.expression;
      if (ExpressionId text = universe_.expressions.isConstant(index) ? Expressions::unknown
                                                                      : constantText(state, {ref}))
        index = text;
      element = elementOf(index);
      if (element.kind == ElementKind::Any)
        decisive(value);
    }
    break;
  }
  case PortStep::Kind::ElementOfTemplate: {
    const flow::Function& callee = flow_.function(call.callee);
    if (step.number < callee.templateIntegers.size())
      element = elementOf(universe_.expressions.integer(callee.templateIntegers[step.number]));
    else if (!refs.empty() && step.number < callee.templateArguments.size())
      element = elementOfType(typeOf(refs.front().cell), callee.templateArguments[step.number]);
    break;
  }
  case PortStep::Kind::Statement:
    return statements(state, refs);
  case PortStep::Kind::Front:
  case PortStep::Kind::Back:
  case PortStep::Kind::End:
  case PortStep::Kind::Behind:
  case PortStep::Kind::Field:
    break;
  }
  Refs result;
  for (const Ref& ref : refs) {
    if (step.kind == PortStep::Kind::Field)
      element = fieldNamed(typeOf(ref.cell), step.name);
    if (step.kind == PortStep::Kind::Front || step.kind == PortStep::Kind::Back ||
        step.kind == PortStep::Kind::End || step.kind == PortStep::Kind::Behind)
      element = endOf(state, ref, step.kind);
    result.push_back(member(ref, element, index));
    if (ExpressionId known = identity(state, result.back().cell); known != Expressions::unknown)
      result.back().identity = known;
  }
  return result;
}

// A pointer to the first number of an array, in a library's hands, is a pointer to the array; one
// into its middle leads to some of it.
Refs FunctionAnalysis::buffers(const State& state, Refs refs) {
  for (Ref& ref : refs) {
    const Cell c = universe_.memory[ref.cell];
    flow::TypeId type = typeOf(ref.cell);
    bool isNumber = type && flow_.type(type).kind == flow::TypeKind::Integer;
    if (!isNumber || c.path == 0 || !universe_.memory.last(c.path).isElement())
      continue;
    CellId whole = universe_.memory.parent(ref.cell);
    bool isFirst = universe_.memory.last(c.path) == PathElement{ElementKind::At, 0};
    const Expression named = universe_.expressions[ref.identity];
    ExpressionId whose = named.kind == ExpressionKind::Member ? named.a : identity(state, whole);
    PathElement from = universe_.memory.last(c.path);
    from.kind = from.kind == ElementKind::At ? ElementKind::From : ElementKind::Any;
    ref = isFirst ? Ref{whole, whose}
                  : Ref{universe_.memory.child(whole, from), Expressions::unknown};
  }
  return refs;
}

/// Whether a parameter is read as bytes, also behind the end of a text: a `void*`, and what is
/// followed by a number, which may be its size.
bool areBytes(const flow::Program& program, const flow::Function& function, size_t parameter) {
  if (parameter >= function.parameterCount)
    return false;
  const flow::Type& type = program.type(function.locals[parameter].type);
  if (type.kind != flow::TypeKind::Pointer || !type.element)
    return false;
  const flow::Type* next = parameter + 1 < function.parameterCount
                               ? &program.type(function.locals[parameter + 1].type)
                               : nullptr;
  return program.type(type.element).kind == flow::TypeKind::Void ||
         (next && next->kind == flow::TypeKind::Integer && next->bits > 8);
}

FunctionAnalysis::ReadAs FunctionAnalysis::readAs(const Call& call, const Port& port) const {
  if (!call.callee || port.root != Port::Root::Argument)
    return ReadAs::Text;
  const flow::Function& callee = flow_.function(call.callee);
  size_t index = port.from + (callee.hasObject() ? 1 : 0);
  return areBytes(flow_, callee, index) ? ReadAs::Bytes : ReadAs::Text;
}

/// Whether the port is an argument that the callee declares to be a pointer, whatever the caller's
/// type of it is.
bool FunctionAnalysis::isPointerParameter(const Call& call, const Port& port) const {
  const flow::Function& callee = flow_.function(call.callee);
  size_t index = port.from + (callee.hasObject() ? 1 : 0);
  bool isParameter = port.root == Port::Root::Argument && port.from == port.to &&
                     port.path.empty() && index < callee.parameterCount;
  return isParameter && flow_.type(callee.locals[index].type).kind == flow::TypeKind::Pointer;
}

PathElement FunctionAnalysis::fieldNamed(flow::TypeId type, llvm::StringRef name) {
  if (type && flow_.type(type).kind == flow::TypeKind::Record)
    for (flow::RecordId record : flow_.withBases(flow_.type(type).record))
      for (flow::FieldId field : flow_.record(record).fields)
        if (flow_.text(flow_.field(field).name) == name)
          return elementOf(field);
  return {ElementKind::Slot, universe_.name(name)};
}

// A place that holds a constant, for the length of the call.
Refs FunctionAnalysis::constantRefs(State& state, ExpressionId constant) {
  Value value;
  value.expression = constant;
  value.isSettled = true;
  return hold(state, ~0U - 50, leaf(std::move(value)));
}

/// Of a pointer to anything but characters a format prints the address.
bool FunctionAnalysis::isPrintedAsAddress(const Argument& argument) const {
  flow::TypeId type = argument.refs.empty() ? flow::TypeId() : typeOf(argument.refs.front().cell);
  if (!type || flow_.type(type).kind != flow::TypeKind::Pointer)
    return false;
  flow::TypeId printed = flow_.type(type).element;
  return !printed || flow_.type(printed).kind != flow::TypeKind::Integer;
}

/// Which alternative of a variant a function is about: by its number, or by its type where only one
/// is of that type.
std::optional<int64_t> FunctionAnalysis::alternativeOf(const flow::Function& function) const {
  if (!function.templateIntegers.empty())
    return function.templateIntegers.front();
  if (function.templateArguments.empty())
    return std::nullopt;
  llvm::ArrayRef<flow::TypeId> all = function.templateArguments;
  auto valueType = [&](flow::TypeId type) { // references and const do not count
    const flow::Type& t = flow_.type(type);
    flow::Type value = t.kind == flow::TypeKind::Pointer && t.element &&
                               flow_.type(t.element).kind == flow::TypeKind::Record
                           ? flow_.type(t.element)
                           : t;
    value.isConst = false;
    return value;
  };
  auto alternatives = function.record
                          ? llvm::ArrayRef(flow_.record(function.record).templateArguments)
                          : all.drop_front();
  std::optional<int64_t> found;
  for (size_t i = 0; i < alternatives.size(); ++i)
    if (valueType(alternatives[i]) == valueType(all.front())) {
      if (found)
        return std::nullopt;
      found = static_cast<int64_t>(i);
    }
  return found;
}

Refs FunctionAnalysis::portRefs(State& state, const Call& call, const Port& port, bool asWritten) {
  Refs refs;
  const flow::Function* callee = call.callee ? &flow_.function(call.callee) : nullptr;
  bool hasObject = callee && callee->hasObject();
  if (port.root == Port::Root::ReturnValue) {
    refs = call.result;
    bool isReference = callee && callee->returnsReference;
    if (isReference && !asWritten && !refs.empty() &&
        !targetsOf(state, readRef(state, refs.front())).empty())
      refs = follow(state, refs);
  } else if (port.root == Port::Root::This) {
    if (hasObject && !call.arguments.empty())
      refs = follow(state, call.arguments[0].refs);
  } else if (port.root == Port::Root::Constant) {
    refs = constantRefs(state, literal(port.constant));
  } else if (port.root == Port::Root::Exception) {
    if (function_.exception) {
      CellId cell = universe_.memory.cell(local(function_.exception));
      refs = {{cell, identity(state, cell)}};
    }
  } else if (port.root == Port::Root::Static) {
    if (auto storage = library_.storage(port)) {
      CellId cell = universe_.memory.cell(universe_.memory.global(*storage));
      refs = {{cell, identity(state, cell)}};
    }
  } else if (port.root == Port::Root::Alternative) {
    if (auto number = callee ? alternativeOf(*callee) : std::nullopt)
      refs = constantRefs(state, universe_.expressions.integer(*number));
  } else if (port.root == Port::Root::Template) {
    if (callee && port.from < callee->templateIntegers.size())
      refs =
          constantRefs(state, universe_.expressions.integer(callee->templateIntegers[port.from]));
  } else {
    size_t shift = hasObject ? 1 : 0;
    size_t end = port.to == Port::last
                     ? call.arguments.size()
                     : std::min<size_t>(port.to + shift + 1, call.arguments.size());
    for (size_t i = port.from + shift; i < end; ++i) {
      if (callee && i >= callee->printedFrom && port.to == Port::last &&
          isPrintedAsAddress(call.arguments[i]))
        continue;
      bool isReference = callee && i < callee->parameterCount && callee->locals[i].isReference;
      Refs at = isReference && !asWritten ? follow(state, call.arguments[i].refs)
                                          : call.arguments[i].refs;
      refs.insert(refs.end(), at.begin(), at.end());
    }
  }
  for (const PortStep& s : port.path)
    refs = step(state, call, refs, s);
  return refs;
}

} // namespace circumspect::analysis
