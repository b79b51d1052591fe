#include "checker/analysis/Relevance.h"

#include "llvm/ADT/STLExtras.h"

namespace circumspect::analysis {

using flow::FunctionId;
using flow::Instruction;
using flow::Place;
using flow::RecordId;
using flow::TypeId;
using flow::TypeKind;

/// Builds the graph and finds what can be reached from the sources.
class Relevance::Builder {
public:
  Builder(Relevance& result, const models::Library& library, const CallGraph& graph)
      : result_(result), program_(result.program_), library_(library), graph_(graph) {}

  void run() {
    number();
    findPointers();
    addTypes();
    for (uint32_t f = 0; f < program_.functions.size(); ++f) {
      const flow::Function& function = program_.functions[f];
      bool isCallable =
          function.isAddressTaken ||
          (function.record &&
           llvm::is_contained(program_.record(function.record).callOperators, FunctionId{f}));
      if (isCallable)
        callables_.push_back({f});
    }
    for (FunctionId f : callables_)
      callBack(f, passed_, returned_);
    for (uint32_t f = 0; f < program_.functions.size(); ++f)
      addFunction({f});
    addSources();
    reach();
    findConcerned();
  }

private:
  struct Given {
    std::optional<Node> node; ///< none: a constant
    TypeId type;
    FunctionId function; ///< a function's address
  };

  void number() {
    Node next = 0;
    for (const flow::Function& function : program_.functions) {
      result_.firstLocal_.push_back(next);
      next += static_cast<Node>(function.locals.size());
    }
    result_.firstGlobal_ = next;
    next += static_cast<Node>(program_.globals.size());
    result_.firstField_ = next;
    next += static_cast<Node>(program_.fields.size());
    result_.firstRecord_ = next;
    next += static_cast<Node>(program_.records.size());
    edges_.resize(next);
    exception_ = newNode();
    passed_ = newNode();
    returned_ = newNode();
  }

  Node newNode() {
    edges_.emplace_back();
    return static_cast<Node>(edges_.size() - 1);
  }
  Node local(FunctionId f, uint32_t index) const { return result_.firstLocal_[f.index] + index; }
  Node field(flow::FieldId f) const { return result_.firstField_ + f.index; }
  Node record(RecordId r) const { return result_.firstRecord_ + r.index; }
  void edge(Node from, Node to) {
    if (from != to)
      edges_[from].push_back(to);
  }

  /// The classes whose objects are pointers, and their bases, whose methods follow them.
  void findPointers() {
    isPointer_.assign(program_.records.size(), false);
    for (uint32_t r = 0; r < program_.records.size(); ++r)
      if (library_.isPointer({r}))
        for (RecordId record : program_.withBases({r}))
          isPointer_[record.index] = true;
  }

  /// What is in a member is in its record, and what is in a base is in the derived classes.
  void addTypes() {
    for (uint32_t r = 0; r < program_.records.size(); ++r) {
      const flow::Record& whole = program_.records[r];
      for (flow::FieldId f : whole.fields) {
        edge(field(f), record({r}));
        if (RecordId inner = result_.recordOf(program_.field(f).type))
          edge(record(inner), record({r}));
      }
      for (TypeId argument : whole.templateArguments)
        if (RecordId inner = result_.recordOf(argument))
          edge(record(inner), record({r}));
      for (RecordId base : whole.bases) {
        edge(record(base), record({r}));
        edge(record({r}), record(base)); // a base's pointer may lead to this class
      }
    }
  }

  /// Can what is written through a copy of such a value be seen through the original?
  bool isAlias(TypeId type) const {
    if (!type)
      return false;
    const flow::Type& t = program_.type(type);
    if (t.kind == TypeKind::Pointer) {
      if (!t.element)
        return true;
      const flow::Type& pointee = program_.type(t.element);
      bool isPointer = pointee.kind == TypeKind::Pointer || // what it leads to can be written
                       (pointee.kind == TypeKind::Record && isPointer_[pointee.record.index]);
      return !pointee.isConst || isPointer;
    }
    if (t.kind != TypeKind::Record)
      return false;
    const flow::Record& r = program_.record(t.record); // iterators, smart pointers, spans …
    return !r.inProject && program_.text(r.qualifiedName) != "std::basic_string";
  }

  /// `to` becomes a copy of `from`.
  void assign(Node to, TypeId toType, Node from, TypeId fromType) {
    edge(from, to);
    if (isAlias(toType) && isAlias(fromType))
      edge(to, from);
    RecordId source = result_.recordOf(fromType);
    if (source && source != result_.recordOf(toType))
      edge(record(source), to); // the members go where no type says so
  }

  std::pair<Node, TypeId> at(FunctionId f, const Place& place) {
    Node node = place.root.kind == flow::Root::Kind::Local
                    ? local(f, place.root.index)
                    : result_.firstGlobal_ + place.root.index;
    TypeId type = place.root.kind == flow::Root::Kind::Local
                      ? program_.function(f).locals[place.root.index].type
                      : program_.globals[place.root.index].type;
    for (const flow::Step& step : place.path) {
      if (step.kind == flow::Step::Kind::Field) {
        Node member = field(step.field);
        edge(node, member); // where the whole is known to be derived from data
        node = member;
        type = program_.field(step.field).type;
        continue;
      }
      if (type && (program_.type(type).kind == TypeKind::Pointer ||
                   program_.type(type).kind == TypeKind::Array))
        type = program_.type(type).element;
      else if (step.kind != flow::Step::Kind::Deref)
        type = {};
    }
    return {node, type};
  }

  Given given(FunctionId f, const flow::Operand& operand) {
    if (auto* place = std::get_if<Place>(&operand)) {
      auto [node, type] = at(f, *place);
      for (const flow::Step& step : place->path)
        if (step.kind == flow::Step::Kind::ElementOf) // which element it is tells the index
          edge(local(f, step.index.index), node);
      return {node, type, {}};
    }
    if (auto* function = std::get_if<FunctionId>(&operand))
      return {std::nullopt, {}, *function};
    return {};
  }

  void addFunction(FunctionId f) {
    const flow::Function& function = program_.function(f);
    if (function.exception && function.hasBody()) {
      edge(local(f, function.exception.index), exception_);
      edge(exception_, local(f, function.exception.index));
    }
    for (const flow::Block& block : function.blocks)
      for (const Instruction& instruction : block.instructions)
        add(f, instruction);
  }

  void add(FunctionId f, const Instruction& instruction) {
    if (instruction.opcode == flow::Opcode::Call)
      return addCall(f, instruction);
    if (!instruction.target)
      return;
    auto [to, type] = at(f, *instruction.target);
    for (const flow::Operand& operand : instruction.operands)
      if (Given from = given(f, operand); from.node) {
        edge(*from.node, to);
        if (instruction.opcode == flow::Opcode::AddressOf) {
          if (isAlias(type))
            edge(to, *from.node);
        } else {
          assign(to, type, *from.node, from.type);
        }
      }
  }

  void addCall(FunctionId f, const Instruction& call) {
    std::vector<Given> arguments;
    for (const flow::Operand& operand : call.operands)
      arguments.push_back(given(f, operand));
    Given result;
    if (call.target) {
      auto [node, type] = at(f, *call.target);
      result = {node, type, {}};
    }
    Node inside = newNode();
    switch (call.dispatch) {
    case flow::Dispatch::Direct:
      addCallee(call.callee, call, arguments, result, inside);
      break;
    case flow::Dispatch::Virtual:
      for (FunctionId callee : graph_.overriders(call.callee))
        addCallee(callee, call, arguments, result, inside);
      break;
    case flow::Dispatch::Indirect:
      mix(arguments, result, inside);
      if (call.calleeOperand)
        if (Given callee = given(f, *call.calleeOperand); callee.function)
          bind(callee.function, arguments, result);
      callAny(inside);
      break;
    }
    if (call.constructs) {
      mix(arguments, result, inside);
      callBack(call.constructs, inside);
    }
  }

  void addCallee(FunctionId callee, const Instruction& call, const std::vector<Given>& arguments,
                 const Given& result, Node inside) {
    if (program_.function(callee).hasBody())
      bind(callee, arguments, result);
    bool isDescribed = program_.function(callee).hasBody();
    for (const models::FunctionModel* model : library_.models(callee)) {
      isDescribed |= model->pure;
      if (!model->flows.empty() || model->allocates)
        mix(arguments, result, inside);
      for (const models::Flow& flow : model->flows) {
        for (const models::Port& port : flow.from)
          if (auto kept = storage(port))
            edge(*kept, inside);
        if (auto kept = flow.to ? storage(*flow.to) : std::nullopt)
          edge(inside, *kept);
      }
      if (llvm::any_of(model->sources,
                       [&](const auto& s) { return mayApply(s.when, callee, call); }) ||
          llvm::any_of(model->flows,
                       [&](const auto& flow) { return mayGive(flow, callee, call); })) {
        mix(arguments, result, inside);
        sources_.push_back(inside);
      }
    }
    if (!isDescribed)
      mix(arguments, result, inside);
  }

  const flow::Constant* literalAt(const models::Port& port, FunctionId callee,
                                  const Instruction& call) const {
    size_t own = program_.function(callee).hasObject() ? 1 : 0;
    bool isPlain = port.root == models::Port::Root::Argument && port.from == port.to &&
                   port.path.empty() && port.from + own < call.operands.size();
    return isPlain ? std::get_if<flow::Constant>(&call.operands[port.from + own]) : nullptr;
  }

  /// Could the flow give columns that hold data, as far as the call's literals tell?
  bool mayGive(const models::Flow& flow, FunctionId callee, const Instruction& call) const {
    if (flow.kind != models::Flow::Kind::Columns)
      return false;
    const flow::Constant* text = literalAt(flow.from.front(), callee, call);
    return !text || !library_.selected(program_.text(text->string)).empty();
  }

  std::optional<Node> storage(const models::Port& port) const {
    if (port.root != models::Port::Root::Static)
      return std::nullopt;
    auto global = library_.storage(port);
    return global ? std::optional(result_.firstGlobal_ + global->index) : std::nullopt;
  }

  /// Could the conditions hold, as far as the call's literals tell?
  bool mayApply(const std::vector<models::Condition>& conditions, FunctionId callee,
                const Instruction& call) const {
    return llvm::all_of(conditions, [&](const models::Condition& condition) {
      const flow::Constant* constant = literalAt(condition.port, callee, call);
      if (!constant)
        return true;
      return llvm::any_of(condition.values, [&](const models::Literal& literal) {
        if (auto* text = std::get_if<std::string>(&literal.value))
          return constant->kind == flow::Constant::Kind::String &&
                 program_.text(constant->string) == *text;
        return constant->integer == std::get<int64_t>(literal.value);
      });
    });
  }

  void bind(FunctionId callee, const std::vector<Given>& arguments, const Given& result) {
    const flow::Function& function = program_.function(callee);
    for (size_t i = 0; i < arguments.size() && function.parameterCount > 0; ++i) {
      if (!arguments[i].node)
        continue;
      size_t index = std::min<size_t>(i, function.parameterCount - 1);
      assign(local(callee, index), function.locals[index].type, *arguments[i].node,
             arguments[i].type);
    }
    if (result.node && function.result)
      assign(*result.node, result.type, local(callee, function.result.index),
             function.locals[function.result.index].type);
  }

  /// All that is given may come out anywhere, and be passed to any function that is given.
  void mix(const std::vector<Given>& arguments, const Given& result, Node inside) {
    for (const Given& argument : arguments) {
      if (argument.function)
        callBack(argument.function, inside);
      if (!argument.node)
        continue;
      edge(*argument.node, inside);
      if (isAlias(argument.type))
        edge(inside, *argument.node);
      RecordId r = result_.recordOf(argument.type);
      if (r)
        edge(record(r), inside);
      if (r)
        for (FunctionId callee : callOperators(program_, r))
          callBack(callee, inside);
      bool isOwn = r && program_.record(r).inProject; // its operators are all that it can call
      if (!isOwn && result_.leadsToFunctions(argument.type))
        callAny(inside);
    }
    if (!result.node)
      return;
    edge(inside, *result.node);
    if (isAlias(result.type))
      edge(*result.node, inside);
  }

  /// The callee is given what is inside a call, and returns to it.
  void callBack(FunctionId callee, Node inside) { callBack(callee, inside, inside); }

  void callBack(FunctionId callee, Node passed, Node returned) {
    const flow::Function& function = program_.function(callee);
    for (uint32_t i = 0; i < function.parameterCount; ++i) {
      edge(passed, local(callee, i));
      if (isAlias(function.locals[i].type))
        edge(local(callee, i), returned);
    }
    if (function.result) {
      edge(local(callee, function.result.index), returned);
      if (isAlias(function.locals[function.result.index].type))
        edge(passed, local(callee, function.result.index));
    }
  }

  /// Any callable function may be the callee. They meet in two nodes, so that calls and callables
  /// do not multiply.
  void callAny(Node inside) {
    edge(inside, passed_);
    edge(returned_, inside);
  }

  void addSources() {
    for (uint32_t f = 0; f < program_.fields.size(); ++f)
      if (!library_.data(flow::FieldId{f}).empty())
        sources_.push_back(field({f}));
    for (uint32_t g = 0; g < program_.globals.size(); ++g)
      if (!library_.data(flow::GlobalId{g}).empty())
        sources_.push_back(result_.firstGlobal_ + g);
    for (uint32_t f = 0; f < program_.functions.size(); ++f)
      for (const models::FunctionModel* model : library_.models(FunctionId{f}))
        for (const models::Source& source : model->sources)
          if (program_.functions[f].hasBody() &&
              source.port.root != models::Port::Root::ReturnValue)
            for (uint32_t l = 0; l < program_.functions[f].parameterCount; ++l)
              sources_.push_back(local({f}, l));
    for (uint32_t f = 0; f < program_.functions.size(); ++f)
      for (uint32_t l = 0; l < program_.functions[f].locals.size(); ++l)
        if (!library_.data(FunctionId{f}, flow::LocalId{l}).empty())
          sources_.push_back(local({f}, l));
  }

  void reach() {
    result_.reached_.assign(edges_.size(), false);
    while (!sources_.empty()) {
      Node node = sources_.back();
      sources_.pop_back();
      if (result_.reached_[node])
        continue;
      result_.reached_[node] = true;
      llvm::append_range(sources_, edges_[node]);
    }
  }

  /// A function's address, a closure or a library's wrapper of one.
  bool isCallable(TypeId type) const {
    if (!result_.leadsToFunctions(type))
      return false;
    RecordId record = result_.recordOf(type);
    return !record || program_.record(record).isClosure || !program_.record(record).inProject;
  }

  bool touchesData(FunctionId f) const {
    const flow::Function& function = program_.function(f);
    for (uint32_t i = 0; i < function.locals.size(); ++i)
      if (result_.mayHold(f, {i}) || result_.leadsToData(function.locals[i].type))
        return true;
    // What is given a callable, or gives one back, decides what others call.
    for (uint32_t i = 0; i < function.parameterCount; ++i)
      if (isCallable(function.locals[i].type))
        return true;
    if (isCallable(function.resultType))
      return true;
    auto touches = [&](const Place& place) {
      if (place.root.kind == flow::Root::Kind::Global &&
          (result_.mayHold(flow::GlobalId{place.root.index}) ||
           result_.leadsToData(program_.globals[place.root.index].type)))
        return true;
      return llvm::any_of(place.path, [&](const flow::Step& step) {
        return step.kind == flow::Step::Kind::Field && result_.mayHold(step.field);
      });
    };
    for (const flow::Block& block : function.blocks)
      for (const Instruction& instruction : block.instructions) {
        if (instruction.target && touches(*instruction.target))
          return true;
        for (const flow::Operand& operand : instruction.operands)
          if (auto* place = std::get_if<Place>(&operand); place && touches(*place))
            return true;
      }
    return false;
  }

  bool isClaimed(FunctionId f) const {
    return llvm::any_of(library_.models(f), [](const models::FunctionModel* model) {
      return !model->guards.empty() || !model->sources.empty() ||
             llvm::any_of(model->sinks, [](const auto& sink) { return !sink.data.empty(); });
    });
  }

  /// The functions that touch data, and upwards those that may call them.
  void findConcerned() {
    size_t count = program_.functions.size();
    std::vector<std::vector<uint32_t>> callers(count + 1); // the last one: any callable function
    auto anyCallable = static_cast<uint32_t>(count);
    for (FunctionId f : callables_)
      callers[f.index].push_back(anyCallable);
    std::vector<std::vector<uint32_t>> virtuals(program_.records.size());
    for (uint32_t f = 0; f < count; ++f)
      if (const flow::Function& method = program_.functions[f]; method.isVirtual && method.record)
        virtuals[method.record.index].push_back(f);
    // Who makes an object of a class decides which methods are called on it.
    auto makes = [&](uint32_t f, TypeId type) {
      if (RecordId made = result_.recordOf(type))
        for (RecordId record : program_.withBases(made))
          for (uint32_t method : virtuals[record.index])
            callers[method].push_back(f);
    };
    for (uint32_t f = 0; f < count; ++f)
      for (const flow::Block& block : program_.functions[f].blocks)
        for (const Instruction& call : block.instructions) {
          if (call.opcode == flow::Opcode::Allocate)
            makes(f, call.type);
          if (call.opcode != flow::Opcode::Call)
            continue;
          if (call.callee)
            for (TypeId type : program_.function(call.callee).templateArguments)
              makes(f, type);
          if (call.callee)
            callers[call.callee.index].push_back(f);
          if (call.dispatch == flow::Dispatch::Virtual)
            for (FunctionId callee : graph_.overriders(call.callee))
              callers[callee.index].push_back(f);
          if (call.constructs)
            callers[call.constructs.index].push_back(f);
          bool isCallingBack = call.dispatch == flow::Dispatch::Indirect ||
                               !program_.function(call.callee).hasBody();
          if (isCallingBack)
            callers[anyCallable].push_back(f);
        }
    std::vector<uint32_t> work;
    for (uint32_t f = 0; f < count; ++f)
      if (isClaimed({f}) || touchesData({f}))
        work.push_back(f);
    result_.concerns_.assign(count + 1, false);
    while (!work.empty()) {
      uint32_t f = work.back();
      work.pop_back();
      if (result_.concerns_[f])
        continue;
      result_.concerns_[f] = true;
      llvm::append_range(work, callers[f]);
    }
  }

  Relevance& result_;
  const flow::Program& program_;
  const models::Library& library_;
  const CallGraph& graph_;
  std::vector<FunctionId> callables_; ///< what an unknown function may be
  std::vector<std::vector<Node>> edges_;
  std::vector<bool> isPointer_; ///< by record
  std::vector<Node> sources_;
  Node exception_ = 0;             ///< what is thrown, anywhere
  Node passed_ = 0, returned_ = 0; ///< what any callable function is given, and gives back
};

/// Few blocks, and none of them twice on any way.
static bool isSimple(const flow::Function& function) {
  constexpr size_t maxBlocks = 24;
  if (!function.hasBody() || function.blocks.size() > maxBlocks)
    return false;
  enum { Unseen, Open, Done };
  std::vector<int> mark(function.blocks.size(), Unseen);
  auto isAcyclic = [&](auto& self, uint32_t block) -> bool {
    mark[block] = Open;
    for (flow::BlockId next : function.blocks[block].terminator.successors)
      if (mark[next.index] == Open || (mark[next.index] == Unseen && !self(self, next.index)))
        return false;
    mark[block] = Done;
    return true;
  };
  return isAcyclic(isAcyclic, 0);
}

Relevance::Relevance(const flow::Program& program, const models::Library& library,
                     const CallGraph& graph)
    : program_(program) {
  // Records from which functions can be found: by their members, to a fixpoint.
  hasFunctions_.resize(program.records.size());
  for (bool changed = true; changed;) {
    changed = false;
    for (uint32_t r = 0; r < program.records.size(); ++r) {
      const flow::Record& record = program.records[r];
      bool has = !record.callOperators.empty() || llvm::any_of(record.fields, [&](flow::FieldId f) {
        return leadsToFunctions(program.field(f).type);
      }) || llvm::any_of(record.templateArguments, [&](TypeId t) {
        return leadsToFunctions(t);
      }) || llvm::any_of(record.bases, [&](RecordId b) { return hasFunctions_[b.index]; });
      if (has && !hasFunctions_[r])
        changed = hasFunctions_[r] = true;
    }
  }
  Builder(*this, library, graph).run();
  for (uint32_t f = 0; f < program.functions.size(); ++f)
    isAnalysed_.push_back(concerns_[f] ||
                          (!graph.isRecursive({f}) && isSimple(program.functions[f])));
}

/// What the pointers and arrays of a type come to.
static TypeId innermost(const flow::Program& program, TypeId type) {
  while (type && (program.type(type).kind == TypeKind::Pointer ||
                  program.type(type).kind == TypeKind::Array))
    type = program.type(type).element;
  return type;
}

RecordId Relevance::recordOf(TypeId type) const {
  type = innermost(program_, type);
  return type && program_.type(type).kind == TypeKind::Record ? program_.type(type).record
                                                              : RecordId();
}

bool Relevance::mayHold(FunctionId function, flow::LocalId local) const {
  bool isDeclared = local.index < program_.function(function).locals.size();
  return !isDeclared || reached_[firstLocal_[function.index] + local.index];
}

bool Relevance::leadsToData(TypeId type) const {
  RecordId record = recordOf(type);
  return record && reached_[firstRecord_ + record.index];
}

bool Relevance::leadsToFunctions(TypeId type) const {
  type = innermost(program_, type);
  if (!type)
    return false;
  const flow::Type& t = program_.type(type);
  return t.kind == TypeKind::Function ||
         (t.kind == TypeKind::Record && hasFunctions_[t.record.index]);
}

} // namespace circumspect::analysis
