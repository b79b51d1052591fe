#include "checker/analysis/Globals.h"

#include "llvm/ADT/STLExtras.h"

namespace circumspect::analysis {

using flow::Instruction;
using flow::Place;

/// The global that a place is, or is a part of: not one whose pointer it follows.
static std::optional<uint32_t> globalIn(const Place& place) {
  bool follows = llvm::any_of(
      place.path, [](const flow::Step& step) { return step.kind == flow::Step::Kind::Deref; });
  if (place.root.kind != flow::Root::Kind::Global || follows)
    return std::nullopt;
  return place.root.index;
}

/// The place, if it is a local or is reached through one.
static const Place* rootedInLocal(const Place& place) {
  return place.root.kind == flow::Root::Kind::Local ? &place : nullptr;
}

static bool isPointerToConst(const flow::Program& program, flow::TypeId type) {
  return type && program.type(type).kind == flow::TypeKind::Pointer && program.type(type).element &&
         program.type(program.type(type).element).isConst;
}

/// Whether nothing can be written through the pointer that a local holds: it is one to what is
/// const, or it only becomes such ones, as an array does that is walked through.
static bool isReadThrough(const flow::Program& program, const flow::Function& function,
                          uint32_t local) {
  if (isPointerToConst(program, function.locals[local].type))
    return true;
  if (function.locals[local].name)
    return false;
  auto mayWrite = [&](const Instruction& instruction, size_t index) {
    bool isDirect = instruction.opcode == flow::Opcode::Call &&
                    instruction.dispatch == flow::Dispatch::Direct && instruction.callee;
    if (isDirect) {
      const flow::Function& callee = program.function(instruction.callee);
      return index >= callee.parameterCount ||
             !isPointerToConst(program, callee.locals[index].type);
    }
    bool isCopy =
        instruction.opcode == flow::Opcode::Copy ||
        (instruction.opcode == flow::Opcode::Compute &&
         (instruction.op == flow::Operator::Convert || instruction.op == flow::Operator::Offset));
    const Place* to = instruction.target && instruction.target->path.empty()
                          ? rootedInLocal(*instruction.target)
                          : nullptr;
    return !isCopy || !to || !isPointerToConst(program, function.locals[to->root.index].type);
  };
  for (const flow::Block& block : function.blocks)
    for (const Instruction& instruction : block.instructions) {
      const Place* target = instruction.target ? rootedInLocal(*instruction.target) : nullptr;
      if (target && target->root.index == local && !target->path.empty())
        return false;
      for (size_t i = 0; i < instruction.operands.size(); ++i) {
        const auto* place = std::get_if<Place>(&instruction.operands[i]);
        const Place* used = place ? rootedInLocal(*place) : nullptr;
        bool isUse = used && used->root.index == local;
        bool isRead = isUse && !used->path.empty() &&
                      (instruction.opcode == flow::Opcode::Copy ||
                       instruction.opcode == flow::Opcode::Compute);
        if (isUse && !isRead && (!used->path.empty() || mayWrite(instruction, i)))
          return false;
      }
    }
  return true;
}

std::vector<bool> unwrittenGlobals(const flow::Program& program) {
  std::vector<bool> result(program.globals.size());
  for (size_t i = 0; i < program.globals.size(); ++i)
    result[i] = program.globals[i].inProject && program.globals[i].isDefined;
  auto written = [&](const Place& place) {
    if (auto global = globalIn(place))
      result[*global] = false;
  };
  for (uint32_t f = 0; f < program.functions.size(); ++f) {
    if (llvm::is_contained(program.initialisers, flow::FunctionId{f}))
      continue;
    for (const flow::Block& block : program.functions[f].blocks)
      for (const Instruction& instruction : block.instructions) {
        if (instruction.target)
          written(*instruction.target);
        bool isTaken = instruction.opcode == flow::Opcode::AddressOf;
        const Place* to = isTaken && instruction.target->path.empty()
                              ? rootedInLocal(*instruction.target)
                              : nullptr;
        if (isTaken && !(to && isReadThrough(program, program.functions[f], to->root.index)))
          written(std::get<Place>(instruction.operands.front()));
      }
  }
  return result;
}

} // namespace circumspect::analysis
