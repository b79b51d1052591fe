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
        if (instruction.opcode == flow::Opcode::AddressOf)
          written(std::get<Place>(instruction.operands.front()));
      }
  }
  return result;
}

} // namespace circumspect::analysis
