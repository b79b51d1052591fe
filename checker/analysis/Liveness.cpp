#include "checker/analysis/Liveness.h"
#include "checker/analysis/FunctionAnalysis.h"
#include "llvm/ADT/STLExtras.h"

namespace circumspect::analysis {

static void name(llvm::BitVector& named, const flow::Place& place) {
  if (place.root.kind == flow::Root::Kind::Local)
    named.set(place.root.index);
  for (const flow::Step& step : place.path)
    if (step.kind == flow::Step::Kind::ElementOf || step.kind == flow::Step::Kind::MemberOf)
      named.set(step.index.index);
}

static void name(llvm::BitVector& named, const flow::Operand& operand) {
  if (const auto* place = std::get_if<flow::Place>(&operand))
    name(named, *place);
}

Liveness::Liveness(const flow::Function& function)
    : named_(function.blocks.size(),
             llvm::BitVector(static_cast<unsigned>(function.locals.size()))) {
  std::vector<std::vector<uint32_t>> predecessors(function.blocks.size());
  for (uint32_t b = 0; b < function.blocks.size(); ++b) {
    const flow::Block& block = function.blocks[b];
    for (const flow::Instruction& instruction : block.instructions) {
      if (instruction.target)
        name(named_[b], *instruction.target);
      if (instruction.calleeOperand)
        name(named_[b], *instruction.calleeOperand);
      for (const flow::Operand& operand : instruction.operands)
        name(named_[b], operand);
    }
    if (block.terminator.condition)
      name(named_[b], *block.terminator.condition);
    for (flow::BlockId next : block.terminator.successors)
      predecessors[next.index].push_back(b);
  }
  std::vector<uint32_t> work;
  for (uint32_t b = 0; b < function.blocks.size(); ++b)
    work.push_back(b);
  while (!work.empty()) { // most blocks come before those that they lead to, so the last are first
    uint32_t b = work.back();
    work.pop_back();
    for (uint32_t before : predecessors[b])
      if (named_[b].test(named_[before])) {
        named_[before] |= named_[b];
        work.push_back(before);
      }
  }
}

/// Drops from a state on its way to another block what nothing can come to from there.
void FunctionAnalysis::dropDead(State& state, flow::BlockId from, flow::BlockId to) {
  if (!liveness_)
    liveness_.emplace(function_);
  if (liveness_->from(to) == liveness_->from(from))
    return;
  llvm::BitVector live = liveness_->from(to);
  for (flow::BlockId landing : landsAt_) // jumps lead there from anywhere
    live |= liveness_->from(landing);
  const Memory& memory = universe_.memory;
  auto isRoot = [&](ObjectId id) {
    const Object& o = memory.object(id);
    uint32_t own = o.a - first_;
    flow::LocalId local{own};
    bool isVariable = o.kind == ObjectKind::Local && own < function_.locals.size() &&
                      own >= function_.parameterCount && local != function_.result &&
                      local != function_.exception;
    return isVariable ? live[own] : o.kind != ObjectKind::Fresh || o.a < first_;
  };
  llvm::DenseSet<ObjectId> reached;
  std::vector<ObjectId> work, all;
  auto reach = [&](ObjectId object) {
    if (reached.insert(object).second)
      work.push_back(object);
  };
  state.objects.forEach([&](ObjectId object, const auto&) {
    all.push_back(object);
    if (isRoot(object))
      reach(object);
  });
  for (CellId task : summary_.started)
    reach(memory[task].object);
  while (!work.empty()) {
    ObjectId object = work.back();
    work.pop_back();
    if (const Contents* contents = state.contents(object))
      for (const auto& [path, value] : *contents)
        for (CellId target : value.targets)
          reach(memory[target].object);
  }
  for (ObjectId object : all)
    if (!reached.contains(object))
      state.objects.erase(object);
}

} // namespace circumspect::analysis
