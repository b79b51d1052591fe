#include "checker/analysis/MemberFunctions.h"

#include "llvm/ADT/DenseSet.h"

namespace circumspect::analysis {

using flow::FieldId;
using flow::FunctionId;

/// The member that a place names, if it is one that points to functions.
static FieldId memberAt(const flow::Program& program, const flow::Place& place) {
  if (place.path.empty() || place.path.back().kind != flow::Step::Kind::Field)
    return {};
  FieldId member = place.path.back().field;
  flow::TypeId type = program.field(member).type;
  if (!type || program.type(type).kind != flow::TypeKind::Pointer)
    return {};
  flow::TypeId pointee = program.type(type).element;
  bool isFunction = pointee && program.type(pointee).kind == flow::TypeKind::Function;
  return isFunction ? member : FieldId();
}

MemberFunctions::MemberFunctions(const flow::Program& program) {
  llvm::DenseSet<FieldId> open; // may hold what is not known
  auto write = [&](FieldId member, const flow::Operand& operand) {
    if (auto* function = std::get_if<FunctionId>(&operand)) {
      unite(functions_[member], {*function});
    } else if (auto* place = std::get_if<flow::Place>(&operand)) {
      if (memberAt(program, *place) != member)
        open.insert(member);
    }
  };
  for (const flow::Function& function : program.functions)
    for (const flow::Block& block : function.blocks)
      for (const flow::Instruction& instruction : block.instructions) {
        FieldId target = instruction.target ? memberAt(program, *instruction.target) : FieldId();
        if (target && instruction.opcode != flow::Opcode::Copy)
          open.insert(target);
        for (const flow::Operand& operand : instruction.operands) {
          if (target)
            write(target, operand);
          if (auto* place = std::get_if<flow::Place>(&operand);
              place && instruction.opcode == flow::Opcode::AddressOf)
            if (FieldId taken = memberAt(program, *place))
              open.insert(taken);
        }
      }
  for (FieldId member : open)
    functions_.erase(member);
  for (auto& [member, functions] : functions_)
    if (functions.size() > maxFunctions)
      functions.clear();
}

const SortedSet<FunctionId>& MemberFunctions::of(FieldId member) const {
  auto found = functions_.find(member);
  return found == functions_.end() ? none_ : found->second;
}

} // namespace circumspect::analysis
