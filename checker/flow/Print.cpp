#include "checker/flow/Print.h"

#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"

namespace circumspect::flow {

static std::string print(const Program& program, const Constant& constant) {
  std::string text;
  llvm::raw_string_ostream out(text);
  switch (constant.kind) {
  case Constant::Kind::Integer:
    out << constant.integer;
    break;
  case Constant::Kind::Floating:
    out << llvm::format("%g", constant.floating);
    break;
  case Constant::Kind::String:
    out << '"';
    out.write_escaped(program.text(constant.string));
    out << '"';
    break;
  case Constant::Kind::Null:
    out << "null";
    break;
  case Constant::Kind::Member:
    out << "&." << program.text(program.field({static_cast<uint32_t>(constant.integer)}).name);
    break;
  }
  return text;
}

static std::string localName(const Program& program, const Function& function, uint32_t index) {
  const Local& local = function.locals[index];
  std::string number = std::to_string(index);
  switch (local.kind) {
  case LocalKind::Result:
    return "%result";
  case LocalKind::Exception:
    return "%exception";
  default:
    return "%" + (local.name && !program.text(local.name).empty() ? program.text(local.name).str()
                                                                  : number);
  }
}

std::string print(const Program& program, const Function& function, const Place& place) {
  std::string text = place.root.kind == Root::Kind::Global
                         ? "@" + program.text(program.globals[place.root.index].display).str()
                         : localName(program, function, place.root.index);
  for (const Step& step : place.path)
    switch (step.kind) {
    case Step::Kind::Deref:
      text += ".*";
      break;
    case Step::Kind::Field:
      text += "." + program.text(program.field(step.field).name).str();
      break;
    case Step::Kind::Element:
      text += "[]";
      break;
    case Step::Kind::ElementAt:
      text += "[" + print(program, step.constant) + "]";
      break;
    case Step::Kind::ElementOf:
      text += "[" + localName(program, function, step.index.index) + "]";
      break;
    case Step::Kind::MemberOf:
      text += "." + localName(program, function, step.index.index);
      break;
    }
  return text;
}

static std::string print(const Program& program, const Function& function, const Operand& operand) {
  if (const auto* place = std::get_if<Place>(&operand))
    return print(program, function, *place);
  if (const auto* constant = std::get_if<Constant>(&operand))
    return print(program, *constant);
  return "&" + program.text(program.function(std::get<FunctionId>(operand)).display).str();
}

static const char* name(Operator op) {
  static constexpr const char* names[] = {
      "add",     "subtract", "multiply",  "divide",   "remainder",  "shift-left", "shift-right",
      "bit-and", "bit-or",   "bit-xor",   "bit-not",  "negate",     "not",        "and",
      "or",      "equal",    "not-equal", "less",     "less-equal", "greater",    "greater-equal",
      "select",  "convert",  "offset",    "downcast", "opaque"};
  return names[static_cast<size_t>(op)];
}

static void print(llvm::raw_ostream& out, const Program& program, const Function& function,
                  const Instruction& i) {
  out << "  ";
  if (i.opcode == Opcode::Declare || i.opcode == Opcode::Classify) {
    out << (i.opcode == Opcode::Declare ? "declare " : "classify ")
        << print(program, function, *i.target) << "\n";
    return;
  }
  if (i.target)
    out << print(program, function, *i.target) << " = ";
  switch (i.opcode) {
  case Opcode::Copy:
  case Opcode::Declare:
  case Opcode::Classify:
    break;
  case Opcode::AddressOf:
    out << "address of ";
    break;
  case Opcode::Compute:
    out << name(i.op) << " ";
    break;
  case Opcode::Allocate:
    out << "allocate";
    break;
  case Opcode::Call:
    out << (i.dispatch == Dispatch::Virtual    ? "call virtual "
            : i.dispatch == Dispatch::Indirect ? "call through "
                                               : "call ")
        << (i.calleeOperand ? print(program, function, *i.calleeOperand)
                            : program.text(program.function(i.callee).display).str())
        << " with ";
    break;
  }
  for (size_t n = 0; n < i.operands.size(); ++n)
    out << (n ? ", " : "") << print(program, function, i.operands[n]);
  out << "\n";
}

void print(llvm::raw_ostream& out, const Program& program, const Function& function) {
  out << program.text(function.display) << ":\n";
  for (size_t b = 0; b < function.blocks.size(); ++b) {
    const Block& block = function.blocks[b];
    out << " b" << b << ":\n";
    for (const Instruction& instruction : block.instructions)
      print(out, program, function, instruction);
    static constexpr const char* names[] = {"goto",   "branch", "switch",     "try",
                                            "return", "throw",  "unreachable"};
    out << "  " << names[static_cast<size_t>(block.terminator.kind)];
    if (block.terminator.condition)
      out << " " << print(program, function, *block.terminator.condition);
    for (BlockId to : block.terminator.successors)
      out << " b" << to.index;
    out << "\n";
  }
}

} // namespace circumspect::flow
