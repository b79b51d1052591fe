// Which variables are still named in what may run from a block on. What nothing names or points to
// any more is dropped from the state (abstract garbage collection, Might and Shivers 2006), so that
// the work on a long function goes with what is in scope and not with all that has been.
#pragma once

#include "checker/flow/Function.h"
#include "llvm/ADT/BitVector.h"

namespace circumspect::analysis {

class Liveness {
public:
  explicit Liveness(const flow::Function& function);

  /// The locals that are named from the block on, by number.
  const llvm::BitVector& from(flow::BlockId block) const { return named_[block.index]; }

private:
  std::vector<llvm::BitVector> named_;
};

} // namespace circumspect::analysis
