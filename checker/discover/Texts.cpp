#include "checker/discover/Texts.h"

#include "llvm/ADT/STLExtras.h"

namespace circumspect::discover {

using flow::Opcode;

std::optional<flow::NameId> constantOf(const flow::Program& program, const Lexicon& lexicon,
                                       const flow::Function& closure) {
  if (!closure.record || !program.record(closure.record).isClosure || !closure.resultType)
    return std::nullopt;
  const flow::Type& result = program.type(closure.resultType);
  bool isText =
      result.kind == flow::TypeKind::Record &&
      lexicon.textTypes.contains(program.text(program.record(result.record).qualifiedName));
  std::set<flow::NameId> texts;
  for (const flow::Block& block : closure.blocks)
    for (const flow::Instruction& i : block.instructions)
      for (const flow::Operand& operand : i.operands)
        if (const auto* constant = std::get_if<flow::Constant>(&operand))
          if (constant->kind == flow::Constant::Kind::String)
            texts.insert(constant->string);
  return isText && texts.size() == 1 ? std::optional(*texts.begin()) : std::nullopt;
}

Texts::Texts(const flow::Program& program, const Lexicon& lexicon, const flow::Function& function)
    : program_(program), lexicon_(lexicon), function_(function) {
  for (bool hasGrown = true; hasGrown;) { // what is known only grows, and there are finitely many
    hasGrown = false;
    for (const flow::Block& block : function.blocks)
      for (const flow::Instruction& i : block.instructions)
        hasGrown |= read(i);
  }
}

std::vector<flow::NameId> Texts::of(const flow::Operand& operand) const {
  if (const auto* constant = std::get_if<flow::Constant>(&operand)) {
    bool isText = constant->kind == flow::Constant::Kind::String;
    return isText ? std::vector{constant->string} : std::vector<flow::NameId>();
  }
  std::optional<uint32_t> local = localOf(operand);
  auto found = local && !changed_.contains(*local) ? texts_.find(*local) : texts_.end();
  if (found == texts_.end())
    return {};
  return {found->second.begin(), found->second.end()};
}

std::string Texts::name(const flow::Operand& operand) const {
  const auto* place = std::get_if<flow::Place>(&operand);
  if (!place)
    return "";
  for (const flow::Step& step : llvm::reverse(place->path))
    if (step.kind == flow::Step::Kind::Field)
      return program_.text(program_.field(step.field).name).str();
  if (place->root.kind == flow::Root::Kind::Global)
    return program_.text(program_.global({place->root.index}).display).str();
  llvm::StringRef own = program_.text(function_.locals[place->root.index].name);
  auto read = names_.find(place->root.index);
  return own.empty() && read != names_.end() ? read->second : own.str();
}

// A literal is kept in an array, whose element 0 is what points to it.
static bool isFirst(const flow::Step& step) {
  return step.kind == flow::Step::Kind::ElementAt && step.constant.integer == 0;
}

static std::optional<uint32_t> written(const flow::Instruction& i) {
  bool isWhole = i.target && i.target->root.kind == flow::Root::Kind::Local &&
                 llvm::all_of(i.target->path, isFirst);
  return isWhole ? std::optional(i.target->root.index) : std::nullopt;
}

// Through its address.
std::optional<uint32_t> Texts::localOf(const flow::Operand& operand) const {
  const auto* place = std::get_if<flow::Place>(&operand);
  if (!place || place->root.kind != flow::Root::Kind::Local)
    return std::nullopt;
  for (const flow::Step& step : place->path)
    if (step.kind != flow::Step::Kind::Deref && !isFirst(step))
      return std::nullopt;
  auto pointee = pointees_.find(place->root.index);
  return pointee != pointees_.end() ? pointee->second : place->root.index;
}

bool Texts::isTextRecord(flow::RecordId record) const {
  return lexicon_.textTypes.contains(program_.text(program_.record(record).qualifiedName));
}

bool Texts::add(std::optional<uint32_t> local, llvm::ArrayRef<flow::NameId> texts) {
  bool hasGrown = false;
  if (local)
    for (flow::NameId text : texts)
      hasGrown |= texts_[*local].insert(text).second;
  return hasGrown;
}

bool Texts::read(const flow::Instruction& i) {
  if (i.opcode == Opcode::Call)
    return readCall(i);
  std::optional<uint32_t> target = written(i);
  if (!target)
    return false;
  if (i.opcode == Opcode::Copy || i.opcode == Opcode::AddressOf)
    if (std::string name = this->name(i.operands[0]); !name.empty())
      names_[*target] = name;
  if (i.opcode == Opcode::AddressOf) {
    const auto* place = std::get_if<flow::Place>(&i.operands[0]);
    if (place && place->path.empty() && place->root.kind == flow::Root::Kind::Local)
      return pointees_.emplace(*target, place->root.index).second;
  }
  bool isSelect = i.opcode == Opcode::Compute && i.op == flow::Operator::Select;
  if (i.opcode != Opcode::Copy && i.opcode != Opcode::AddressOf && !isSelect)
    return false;
  bool hasGrown = false;
  for (const flow::Operand& operand : llvm::ArrayRef(i.operands).drop_front(isSelect ? 1 : 0))
    hasGrown |= add(target, of(operand));
  return hasGrown;
}

// A string is made of one text, or becomes another; every other change makes its text unknown.
bool Texts::readCall(const flow::Instruction& i) {
  if (!i.callee)
    return false;
  const flow::Function& callee = program_.function(i.callee);
  bool isObject = callee.hasObject() && !i.operands.empty();
  bool isStrings = isObject && callee.record && isTextRecord(callee.record);
  std::vector<std::vector<flow::NameId>> given;
  for (const flow::Operand& operand : llvm::ArrayRef(i.operands).drop_front(isObject ? 1 : 0))
    if (std::vector<flow::NameId> texts = of(operand); !texts.empty())
      given.push_back(std::move(texts));
  bool isMade = isStrings && (callee.kind == flow::FunctionKind::Constructor ||
                              program_.text(callee.qualifiedName).ends_with("::operator="));
  if (isMade)
    return given.size() == 1 && add(localOf(i.operands[0]), given[0]);
  if (isStrings && callee.kind == flow::FunctionKind::Method && !callee.isConst) {
    std::optional<uint32_t> local = localOf(i.operands[0]);
    return local && changed_.insert(*local).second;
  }
  if (auto constant = constantOf(program_, lexicon_, callee))
    return add(written(i), {*constant});
  const flow::Type* result = callee.resultType ? &program_.type(callee.resultType) : nullptr;
  bool isText = result && result->kind == flow::TypeKind::Record && isTextRecord(result->record);
  return isText && given.size() == 1 && add(written(i), given[0]);
}

} // namespace circumspect::discover
