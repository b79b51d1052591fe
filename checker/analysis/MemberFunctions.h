// Which functions a member may hold, in whichever object: those that the program puts there, if it
// puts nothing there that is not known. A call through a pointer that a constructor set is resolved
// by it where the object came from outside (field-based, as in Heintze and Tardieu 2001).
#pragma once

#include "checker/analysis/Value.h"
#include "checker/flow/Program.h"
#include "llvm/ADT/DenseMap.h"

namespace circumspect::analysis {

class MemberFunctions {
public:
  /// Of a member with more, which one is called is not known.
  static constexpr size_t maxFunctions = 8;

  explicit MemberFunctions(const flow::Program& program);

  /// Empty where they are not all known.
  const SortedSet<flow::FunctionId>& of(flow::FieldId member) const;

private:
  llvm::DenseMap<flow::FieldId, SortedSet<flow::FunctionId>> functions_;
  SortedSet<flow::FunctionId> none_;
};

} // namespace circumspect::analysis
