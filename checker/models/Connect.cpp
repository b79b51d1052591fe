#include "checker/models/Connect.h"

#include "checker/models/Match.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"

#include <map>

namespace circumspect::models {

using flow::FunctionId;
using flow::Instruction;
using flow::Opcode;
using flow::Operand;
using flow::Place;
using flow::RecordId;
using flow::TypeId;
using flow::TypeKind;

namespace {

/// What one call connects a signal to.
struct Target {
  FunctionId callee;                    ///< a method, a function, a closure's operator
  std::optional<flow::GlobalId> object; ///< the receiver's address, or the closure itself
  bool isCallable = false;              ///< `object` is what is called
  flow::Location location;
};

/// `2` and `1` are what SIGNAL() and SLOT() put before a signature; a file's name may follow it.
constexpr llvm::StringRef textKinds = "12";

class Connector {
public:
  Connector(flow::Program& program, const Models& models) : program_(program) {
    for (const FunctionModel& model : models.functions)
      if (model.connects)
        models_.push_back(&model);
  }

  void run() {
    if (models_.empty())
      return;
    for (uint32_t f = 0; f < program_.functions.size(); ++f)
      if (program_.functions[f].record)
        methods_[program_.text(program_.functions[f].qualifiedName).rsplit("::").second].push_back(
            f);
    std::map<uint32_t, const FunctionModel*> connecting;
    for (uint32_t f = 0; f < program_.functions.size(); ++f)
      for (const FunctionModel* model : models_)
        if (program_.text(program_.functions[f].qualifiedName) == model->name &&
            fits(program_, {}, program_.functions[f], *model)) {
          connecting.emplace(f, model);
          break;
        }
    for (uint32_t f = 0; f < program_.functions.size() && !connecting.empty(); ++f) {
      function_ = {f};
      findMade();
      for (size_t b = 0; b < program_.functions[f].blocks.size(); ++b)
        for (size_t i = 0; i < program_.functions[f].blocks[b].instructions.size(); ++i) {
          Instruction& call = program_.functions[f].blocks[b].instructions[i];
          auto model = call.callee ? connecting.find(call.callee.index) : connecting.end();
          if (call.opcode == Opcode::Call && model != connecting.end())
            i += connect(*model->second->connects, b, i);
        }
    }
    for (auto& [signal, targets] : signals_) {
      flow::Function& function = program_.functions[signal];
      flow::Block body;
      body.instructions =
          calls(function, targets, function.hasObject() ? 1 : 0, function.parameterCount);
      body.terminator.kind = flow::TerminatorKind::Return;
      function.blocks = {std::move(body)};
    }
  }

private:
  const flow::Function& function() const { return program_.function(function_); }

  // Where a local without a name gets its only value.
  void findMade() {
    made_.clear();
    for (const flow::Block& block : function().blocks)
      for (const Instruction& i : block.instructions)
        if (i.target && i.target->root.kind == flow::Root::Kind::Local && i.target->path.empty())
          made_.emplace(i.target->root.index, i);
  }

  const Instruction* made(const Operand& operand) const {
    const auto* place = std::get_if<Place>(&operand);
    if (!place || place->root.kind != flow::Root::Kind::Local || !place->path.empty())
      return nullptr;
    auto found = made_.find(place->root.index);
    return found == made_.end() ? nullptr : &found->second;
  }

  // The function, or the text, that an operand is; also through `QOverload<…>::of(&A::changed)` and
  // `qFlagLocation("2changed()")`.
  template <typename T> const T* constant(const Operand& operand, unsigned depth = 0) const {
    if (const auto* value = std::get_if<T>(&operand))
      return value;
    const Instruction* instruction = depth < 4 ? made(operand) : nullptr;
    if (instruction && (instruction->opcode == Opcode::Copy || instruction->opcode == Opcode::Call))
      for (const Operand& from : instruction->operands)
        if (const T* value = constant<T>(from, depth + 1))
          return value;
    return nullptr;
  }

  TypeId typeOf(const Operand& operand) const {
    const auto* place = std::get_if<Place>(&operand);
    if (!place)
      return {};
    bool isLocal = place->root.kind == flow::Root::Kind::Local;
    TypeId type = isLocal ? function().locals[place->root.index].type
                          : program_.global({place->root.index}).type;
    for (const flow::Step& step : place->path) {
      if (step.kind == flow::Step::Kind::Field)
        type = program_.field(step.field).type;
      else
        type = type ? program_.type(type).element : type;
    }
    return type;
  }

  const Operand* argument(const Instruction& call, const Port& port) const {
    uint32_t own = program_.function(call.callee).hasObject() ? 1 : 0;
    size_t index = port.root == Port::Root::This ? 0 : port.from + own;
    return index < call.operands.size() ? &call.operands[index] : nullptr;
  }

  // Parameters as SIGNAL() and SLOT() have them, without what moc leaves out.
  static std::string normal(llvm::StringRef types) {
    std::string result;
    for (size_t i = 0; i < types.size(); ++i) {
      if (types.substr(i).starts_with("const ")) {
        i += 5;
        continue;
      }
      if (types[i] != ' ' && types[i] != '&')
        result += types[i];
    }
    return result;
  }

  // Methods that a signature may mean in a class, its bases, or the classes derived from it.
  std::vector<FunctionId> named(RecordId record, llvm::StringRef signature) const {
    llvm::StringRef name = signature.take_until([](char c) { return c == '('; }).trim();
    std::string types = normal(signature.drop_front(name.size()));
    std::vector<FunctionId> exact, others;
    for (uint32_t f : methods_.lookup(name)) {
      const flow::Function& method = program_.functions[f];
      if (!isRelated(record, method.record))
        continue;
      llvm::StringRef display = program_.text(method.display);
      size_t begin = display.find('('), end = display.rfind(')');
      bool isExact = begin != llvm::StringRef::npos && end != llvm::StringRef::npos &&
                     normal(display.slice(begin, end + 1)) == types;
      (isExact ? exact : others).push_back({f});
    }
    return exact.empty() ? others : exact;
  }

  bool isRelated(RecordId one, RecordId other) const {
    return !one || llvm::is_contained(program_.withBases(one), other) ||
           llvm::is_contained(program_.withBases(other), one);
  }

  std::vector<FunctionId> functions(const Operand& operand, const Operand* object) const {
    if (const auto* function = constant<FunctionId>(operand))
      return {*function};
    const auto* text = constant<flow::Constant>(operand);
    if (!text || text->kind != flow::Constant::Kind::String || !object)
      return {};
    llvm::StringRef signature =
        program_.text(text->string).take_until([](char c) { return c == '\0'; });
    if (signature.empty() || !textKinds.contains(signature.front()))
      return {};
    return named(program_.recordBehind(typeOf(*object)), signature.drop_front());
  }

  flow::GlobalId keep(TypeId type, const flow::Location& location) {
    std::string name = "connection " + std::to_string(program_.globals.size());
    flow::Global global;
    global.symbol = global.display = program_.names.intern(name);
    global.type = type;
    global.location = location;
    global.inProject = true;
    global.isExternal = false;
    program_.globals.push_back(std::move(global));
    return {static_cast<uint32_t>(program_.globals.size() - 1)};
  }

  // Puts what is connected aside before the call; gives the number of instructions that it adds.
  size_t connect(const Connects& how, size_t block, size_t at) {
    Instruction call = program_.functions[function_.index].blocks[block].instructions[at];
    const Operand* sender = how.sender ? argument(call, *how.sender) : nullptr;
    const Operand* signal = how.signal ? argument(call, *how.signal) : nullptr;
    const Operand* slot = argument(call, how.slot);
    const Operand* receiver = how.receiver ? argument(call, *how.receiver) : nullptr;
    if (!slot || (how.signal && !signal))
      return 0;
    std::vector<FunctionId> signals;
    if (signal)
      signals = functions(*signal, sender);
    if (signal && signals.empty())
      return 0;
    std::vector<Instruction> added;
    auto kept = [&](const Operand& value, TypeId type) {
      flow::GlobalId global = keep(type, call.location);
      Instruction copy;
      copy.target = Place{flow::Root::global(global), {}};
      copy.operands = {value};
      copy.location = call.location;
      added.push_back(std::move(copy));
      return global;
    };
    std::vector<Target> targets;
    for (FunctionId f : functions(*slot, receiver)) {
      const flow::Function& callee = program_.function(f);
      Target target{f, std::nullopt, false, call.location};
      if (callee.hasObject() && !receiver)
        continue;
      if (callee.hasObject())
        target.object = kept(*receiver, callee.locals[0].type);
      targets.push_back(target);
    }
    if (targets.empty())
      if (RecordId record = program_.recordBehind(typeOf(*slot)); record) {
        flow::GlobalId object = kept(*slot, typeOf(*slot));
        for (FunctionId f : program_.record(record).callOperators)
          targets.push_back({f, object, true, call.location});
      }
    for (FunctionId f : signals)
      llvm::append_range(signals_[f.index], targets);
    if (!signal)
      llvm::append_range(added, calls(program_.functions[function_.index], targets, 0, 0));
    auto& instructions = program_.functions[function_.index].blocks[block].instructions;
    instructions.insert(instructions.begin() + static_cast<ptrdiff_t>(at), added.begin(),
                        added.end());
    return added.size();
  }

  static Place newLocal(flow::Function& signal, TypeId type) {
    flow::Local local;
    local.type = type;
    signal.locals.push_back(local);
    return {flow::Root::local({static_cast<uint32_t>(signal.locals.size() - 1)}), {}};
  }

  // Calls in a function, with its parameters from `first` on. A slot may take fewer arguments than
  // its signal gives, and by value what that has by reference.
  std::vector<Instruction> calls(flow::Function& signal, llvm::ArrayRef<Target> targets,
                                 uint32_t first, uint32_t end) {
    std::vector<Instruction> result;
    for (const Target& target : targets) {
      const flow::Function callee = program_.function(target.callee); // `signal` may be it
      Instruction call;
      call.opcode = Opcode::Call;
      call.callee = target.callee;
      call.dispatch = callee.isVirtual ? flow::Dispatch::Virtual : flow::Dispatch::Direct;
      call.location = target.location;
      auto address = [&](const Place& of, TypeId type) {
        Instruction instruction;
        instruction.opcode = Opcode::AddressOf;
        instruction.operands = {of};
        instruction.target = newLocal(signal, type);
        instruction.location = target.location;
        result.push_back(instruction);
        return *instruction.target;
      };
      if (target.object) {
        Place object{flow::Root::global(*target.object), {}};
        call.operands.push_back(target.isCallable ? address(object, callee.locals[0].type)
                                                  : object);
      }
      uint32_t own = callee.hasObject() ? 1 : 0;
      bool isComplete = callee.parameterCount - own <= end - first;
      for (uint32_t p = own; p < callee.parameterCount && isComplete; ++p) {
        uint32_t given = first + p - own;
        Place argument{flow::Root::local({given}), {}};
        bool isGivenReference = signal.locals[given].isReference;
        if (isGivenReference && !callee.locals[p].isReference)
          argument.path.push_back(flow::Step::deref());
        else if (!isGivenReference && callee.locals[p].isReference)
          argument = address(argument, callee.locals[p].type);
        call.operands.push_back(argument);
      }
      if (isComplete)
        result.push_back(std::move(call));
    }
    return result;
  }

  flow::Program& program_;
  std::vector<const FunctionModel*> models_;
  FunctionId function_;                  ///< that is looked through
  std::map<uint32_t, Instruction> made_; ///< in it
  std::map<uint32_t, std::vector<Target>> signals_;
  llvm::StringMap<std::vector<uint32_t>> methods_; ///< by name
};

} // namespace

void connectSignals(flow::Program& program, const Models& models) {
  Connector(program, models).run();
}

} // namespace circumspect::models
