#include "tests/checker/analysis/Builder.h"

namespace circumspect::analysis {

using namespace flow;

ProgramBuilder::ProgramBuilder() {
  program.files.push_back({program.names.intern("desk.cpp"), true});
  auto type = [&](TypeKind kind, uint32_t bits) {
    Type t;
    t.kind = kind;
    t.bits = bits;
    program.types.push_back(t);
    return TypeId{static_cast<uint32_t>(program.types.size() - 1)};
  };
  nothing = type(TypeKind::Void, 0);
  boolean = type(TypeKind::Integer, 1);
  string = recordType("String", false);
  patron = recordType("Patron", true);
  patronPointer = pointerTo(patron);
  name = field(patron, "name", string);
  email = field(patron, "email", string);
  theme = field(patron, "theme", string);
  models.fields.push_back({{}, "Patron", "name", {"patron.name"}});
  models.fields.push_back({{}, "Patron", "email", {"patron.email"}});

  mail = function("mail", {{"body", string}}, nothing);
  models::FunctionModel sends;
  sends.name = "mail";
  sends.sinks.emplace_back().ports.emplace_back();
  sends.sinks.back().recipient = "third-party.mailer";
  models.functions.push_back(sends);

  mayMail = function("mayMail", {{"patron", patronPointer}}, boolean);
  models::FunctionModel asks;
  asks.name = "mayMail";
  asks.guards.emplace_back().condition = "consent";
  models.functions.push_back(asks);
}

TypeId ProgramBuilder::pointerTo(TypeId type) {
  Type t;
  t.kind = TypeKind::Pointer;
  t.element = type;
  program.types.push_back(t);
  return {static_cast<uint32_t>(program.types.size() - 1)};
}

TypeId ProgramBuilder::recordType(const std::string& text, bool inProject) {
  Record record;
  record.symbol = record.qualifiedName = record.display = program.names.intern(text);
  record.inProject = inProject;
  program.records.push_back(record);
  Type t;
  t.kind = TypeKind::Record;
  t.record = {static_cast<uint32_t>(program.records.size() - 1)};
  program.types.push_back(t);
  return {static_cast<uint32_t>(program.types.size() - 1)};
}

FieldId ProgramBuilder::field(TypeId record, const std::string& text, TypeId type) {
  Field f;
  f.record = program.type(record).record;
  f.name = program.names.intern(text);
  f.type = type;
  FieldId id{static_cast<uint32_t>(program.fields.size())};
  program.fields.push_back(f);
  program.records[f.record.index].fields.push_back(id);
  return id;
}

GlobalId ProgramBuilder::global(const std::string& text, TypeId type) {
  Global g;
  g.symbol = g.display = program.names.intern(text);
  g.type = type;
  program.globals.push_back(g);
  return {static_cast<uint32_t>(program.globals.size() - 1)};
}

FunctionId ProgramBuilder::function(const std::string& text,
                                    std::vector<std::pair<std::string, TypeId>> parameters,
                                    TypeId result) {
  Function f;
  f.symbol = f.qualifiedName = program.names.intern(text);
  f.display = program.names.intern(text + "()");
  f.resultType = result;
  f.location = here();
  for (auto& [parameter, type] : parameters) {
    Local l;
    l.kind = LocalKind::Parameter;
    l.name = program.names.intern(parameter);
    l.type = type;
    f.locals.push_back(l);
  }
  f.parameterCount = static_cast<uint32_t>(f.locals.size());
  if (program.type(result).kind != TypeKind::Void) {
    f.result = {static_cast<uint32_t>(f.locals.size())};
    Local l;
    l.kind = LocalKind::Result;
    l.type = result;
    f.locals.push_back(l);
  }
  program.functions.push_back(f);
  return {static_cast<uint32_t>(program.functions.size() - 1)};
}

Result ProgramBuilder::run() const {
  models::Library library(program, models);
  return analyse(program, library);
}

FunctionBuilder::FunctionBuilder(ProgramBuilder& owner, FunctionId id) : owner_(owner), id_(id) {
  block(0);
}

Function& FunctionBuilder::self() {
  return owner_.program.functions[id_.index];
}

Place FunctionBuilder::local(const std::string& variable, TypeId type) {
  Local l;
  l.kind = LocalKind::Variable;
  l.name = owner_.program.names.intern(variable);
  l.type = type;
  self().locals.push_back(l);
  return {Root::local({static_cast<uint32_t>(self().locals.size() - 1)}), {}};
}

Place FunctionBuilder::parameter(unsigned index) const {
  return {Root::local({index}), {}};
}

Place FunctionBuilder::result() const {
  return {Root::local(owner_.program.function(id_).result), {}};
}

Instruction& FunctionBuilder::add(Opcode opcode) {
  Instruction& instruction = self().blocks[block_].instructions.emplace_back();
  instruction.opcode = opcode;
  instruction.location = owner_.here();
  return instruction;
}

FunctionBuilder& FunctionBuilder::copy(Place to, Operand from) {
  Instruction& i = add(Opcode::Copy);
  i.target = to;
  i.operands.push_back(from);
  return *this;
}

FunctionBuilder& FunctionBuilder::compute(Place to, Operator op,
                                          llvm::SmallVector<Operand, 2> operands) {
  Instruction& i = add(Opcode::Compute);
  i.target = to;
  i.op = op;
  i.operands = std::move(operands);
  return *this;
}

FunctionBuilder& FunctionBuilder::call(FunctionId callee, llvm::SmallVector<Operand, 2> operands,
                                       std::optional<Place> target) {
  Instruction& i = add(Opcode::Call);
  i.callee = callee;
  i.type = owner_.program.function(callee).resultType;
  i.target = target;
  i.operands = std::move(operands);
  return *this;
}

FunctionBuilder& FunctionBuilder::callIndirect(Place callee,
                                               llvm::SmallVector<Operand, 2> operands) {
  Instruction& i = add(Opcode::Call);
  i.dispatch = Dispatch::Indirect;
  i.calleeOperand = callee;
  i.type = owner_.nothing;
  i.operands = std::move(operands);
  return *this;
}

FunctionBuilder& FunctionBuilder::addressOf(Place to, Place of) {
  Instruction& i = add(Opcode::AddressOf);
  i.target = to;
  i.operands.push_back(of);
  return *this;
}

void FunctionBuilder::end(TerminatorKind kind, llvm::SmallVector<BlockId, 2> successors) {
  Terminator& t = self().blocks[block_].terminator;
  t.kind = kind;
  t.successors = std::move(successors);
  t.location = owner_.here();
}

FunctionBuilder& FunctionBuilder::branch(Operand condition, uint32_t yes, uint32_t no) {
  end(TerminatorKind::Branch, {BlockId{yes}, BlockId{no}});
  self().blocks[block_].terminator.condition = condition;
  return *this;
}

FunctionBuilder& FunctionBuilder::jump(uint32_t to) {
  end(TerminatorKind::Goto, {BlockId{to}});
  return *this;
}

FunctionBuilder& FunctionBuilder::ret() {
  end(TerminatorKind::Return, {});
  return *this;
}

FunctionBuilder& FunctionBuilder::block(uint32_t index) {
  block_ = index;
  if (self().blocks.size() <= index)
    self().blocks.resize(index + 1);
  return *this;
}

Place arrow(Place pointer, FieldId field) {
  pointer.path.push_back(Step::deref());
  return dot(std::move(pointer), field);
}

Place dot(Place record, FieldId field) {
  record.path.push_back(Step::member(field));
  return record;
}

Place whole(GlobalId global) {
  return {Root::global(global), {}};
}

Constant number(int64_t value) {
  Constant c;
  c.integer = value;
  return c;
}

} // namespace circumspect::analysis
