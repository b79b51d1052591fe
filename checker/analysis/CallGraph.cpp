#include "checker/analysis/CallGraph.h"
#include "llvm/ADT/STLExtras.h"

namespace circumspect::analysis {

using flow::FunctionId;
using flow::RecordId;

std::vector<flow::FunctionId> callOperators(const flow::Program& program, flow::RecordId record) {
  std::vector<flow::FunctionId> operators = program.record(record).callOperators;
  if (operators.empty())
    for (flow::RecordId base : program.record(record).bases)
      llvm::append_range(operators, callOperators(program, base));
  return operators;
}

CallGraph::CallGraph(const flow::Program& program)
    : program_(program), isRoot_(program.functions.size(), true),
      isRecursive_(program.functions.size()) {
  findOverriders();
  std::vector<SortedSet<uint32_t>> callees = edges();
  for (uint32_t caller = 0; caller < callees.size(); ++caller)
    for (uint32_t callee : callees[caller])
      if (callee != caller)
        isRoot_[callee] = false;
  findComponents(callees);
}

void CallGraph::findOverriders() {
  for (uint32_t i = 0; i < program_.functions.size(); ++i) {
    FunctionId self{i};
    unite(overriders_[self], {self});
    std::vector<FunctionId> work = program_.functions[i].overrides;
    SortedSet<FunctionId> seen;
    while (!work.empty()) {
      FunctionId base = work.back();
      work.pop_back();
      if (!unite(seen, {base}))
        continue;
      unite(overriders_[base], {self});
      const auto& more = program_.function(base).overrides;
      work.insert(work.end(), more.begin(), more.end());
    }
  }
}

bool CallGraph::derivesFrom(RecordId record, RecordId base) const {
  if (record == base)
    return true;
  for (RecordId b : program_.record(record).bases)
    if (derivesFrom(b, base))
      return true;
  return false;
}

const SortedSet<FunctionId>& CallGraph::overriders(FunctionId method) const {
  auto found = overriders_.find(method);
  return found == overriders_.end() ? none_ : found->second;
}

FunctionId CallGraph::overrider(FunctionId method, RecordId record) const {
  // The most derived overrider whose class the record has as a base or is.
  FunctionId best;
  for (FunctionId f : overriders(method)) {
    RecordId owner = program_.function(f).record;
    if (!owner || !derivesFrom(record, owner))
      continue;
    if (!best || derivesFrom(owner, program_.function(best).record))
      best = f;
  }
  return best;
}

std::vector<SortedSet<uint32_t>> CallGraph::edges() const {
  std::vector<SortedSet<uint32_t>> callees(program_.functions.size());
  for (uint32_t i = 0; i < program_.functions.size(); ++i) {
    std::vector<uint32_t> found;
    for (const flow::Block& block : program_.functions[i].blocks)
      for (const flow::Instruction& instruction : block.instructions) {
        if (instruction.opcode != flow::Opcode::Call)
          continue;
        if (instruction.constructs)
          found.push_back(instruction.constructs.index);
        if (instruction.dispatch == flow::Dispatch::Direct && instruction.callee)
          found.push_back(instruction.callee.index);
        if (instruction.dispatch == flow::Dispatch::Virtual)
          for (FunctionId f : overriders(instruction.callee))
            found.push_back(f.index);
      }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    callees[i] = std::move(found);
  }
  return callees;
}

void CallGraph::findComponents(const std::vector<SortedSet<uint32_t>>& callees) {
  // Tarjan 1972, without recursion: call chains may be as deep as the program is large.
  struct Frame {
    uint32_t node;
    size_t next;
  };
  size_t count = callees.size();
  std::vector<uint32_t> index(count, ~0U), low(count), stack;
  std::vector<bool> onStack(count);
  std::vector<Frame> frames;
  std::vector<uint32_t> componentOf(count);
  uint32_t counter = 0, components = 0;
  for (uint32_t start = 0; start < count; ++start) {
    if (index[start] != ~0U)
      continue;
    frames.push_back({start, 0});
    while (!frames.empty()) {
      auto& [node, next] = frames.back();
      if (next == 0 && index[node] == ~0U) {
        index[node] = low[node] = counter++;
        stack.push_back(node);
        onStack[node] = true;
      }
      if (next < callees[node].size()) {
        uint32_t to = callees[node][next++];
        if (index[to] == ~0U)
          frames.push_back({to, 0});
        else if (onStack[to])
          low[node] = std::min(low[node], index[to]);
        continue;
      }
      uint32_t done = node;
      frames.pop_back();
      if (!frames.empty())
        low[frames.back().node] = std::min(low[frames.back().node], low[done]);
      if (low[done] != index[done])
        continue;
      std::vector<uint32_t> component;
      uint32_t member = ~0U;
      do {
        member = stack.back();
        stack.pop_back();
        onStack[member] = false;
        component.push_back(member);
      } while (member != done);
      std::sort(component.begin(), component.end());
      for (uint32_t f : component)
        componentOf[f] = components;
      ++components;
      bool isCycle = component.size() > 1 ||
                     std::binary_search(callees[done].begin(), callees[done].end(), done);
      for (uint32_t f : component) {
        isRecursive_[f] = isCycle;
        if (program_.functions[f].hasBody())
          bottomUp_.push_back({f});
      }
    }
  }
  addRootsOfCycles(componentOf, components, callees);
}

/// Functions that only call each other begin somewhere: the first of them is a root.
void CallGraph::addRootsOfCycles(const std::vector<uint32_t>& componentOf, uint32_t components,
                                 const std::vector<SortedSet<uint32_t>>& callees) {
  std::vector<bool> isEntered(components);
  for (uint32_t f = 0; f < callees.size(); ++f) {
    if (isRoot_[f])
      isEntered[componentOf[f]] = true;
    for (uint32_t callee : callees[f])
      if (componentOf[callee] != componentOf[f])
        isEntered[componentOf[callee]] = true;
  }
  for (uint32_t f = 0; f < callees.size(); ++f)
    if (!isEntered[componentOf[f]]) {
      isRoot_[f] = true;
      isEntered[componentOf[f]] = true;
    }
}

} // namespace circumspect::analysis
