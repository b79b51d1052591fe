// Who may call whom: the class hierarchy, restricted to classes of which an object is made (Bacon
// and Sweeney 1996), and the strongly connected components of the call graph, callees first.
#pragma once

#include "checker/analysis/Value.h"
#include "checker/flow/Program.h"
#include "llvm/ADT/DenseMap.h"
#include <vector>

namespace circumspect::analysis {

/// The call operators of a class, or where it has none of its own, of its bases: `struct
/// Overloaded : A, B { using A::operator(), B::operator(); }`.
std::vector<flow::FunctionId> callOperators(const flow::Program& program, flow::RecordId record);

class CallGraph {
public:
  explicit CallGraph(const flow::Program& program);

  /// The method that a virtual call of `method` reaches on an object of exactly `record`; invalid
  /// if none is known.
  flow::FunctionId overrider(flow::FunctionId method, flow::RecordId record) const;
  /// Every method that a virtual call of `method` may reach.
  const SortedSet<flow::FunctionId>& overriders(flow::FunctionId method) const;

  /// Functions with bodies, so that callees come before their callers but for recursion.
  const std::vector<flow::FunctionId>& bottomUp() const { return bottomUp_; }
  /// Whether nothing in the program calls the function, so that it may be called from outside.
  bool isRoot(flow::FunctionId function) const { return isRoot_[function.index]; }
  /// Whether the function takes part in a cycle of calls.
  bool isRecursive(flow::FunctionId function) const { return isRecursive_[function.index]; }

private:
  void findOverriders();
  void findComponents(const std::vector<SortedSet<uint32_t>>& callees);
  std::vector<SortedSet<uint32_t>> edges() const;
  bool derivesFrom(flow::RecordId record, flow::RecordId base) const;
  void addRootsOfCycles(const std::vector<uint32_t>& componentOf, uint32_t components,
                        const std::vector<SortedSet<uint32_t>>& callees);

  const flow::Program& program_;
  llvm::DenseMap<flow::FunctionId, SortedSet<flow::FunctionId>>
      overriders_; ///< direct and indirect, itself included
  std::vector<flow::FunctionId> bottomUp_;
  std::vector<bool> isRoot_, isRecursive_;
  SortedSet<flow::FunctionId> none_;
};

} // namespace circumspect::analysis
