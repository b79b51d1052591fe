// Loops that overwrite: those whose code, without a branch, writes one element in each round and
// goes on to the next, as memset's does (the loop idioms of optimising compilers). What is said
// here is how the code is written; whether all elements of something are written, the state tells.
#pragma once

#include "checker/flow/Program.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <optional>
#include <vector>

namespace circumspect::analysis {

struct OverwritingLoop {
  /// When the loop ends.
  enum class End : uint8_t {
    Count, ///< after as many rounds as `limit` says
    Text,  ///< where the element that would be written is 0
    Meet,  ///< where the pointer or iterator meets `limit`
  };
  const flow::Instruction* store = nullptr; ///< writes the element, or is the call that does
  /// By index: the element, its index the last step; or the address of a container.
  std::optional<flow::Place> element;
  std::optional<flow::Operand> container;
  flow::LocalId mover; ///< the index, which begins with 0; or else the pointer or iterator
  bool isDown = false; ///< the index ends with 0; it begins with the last, or `begins` above it
  int64_t begins = 0;
  std::vector<flow::FieldId> part; ///< which member of the element is written, if not all of it
  End end = End::Count;
  std::optional<flow::Operand> limit;
  int64_t more = 0;      ///< Count: rounds beside those that the limit says
  flow::LocalId counter; ///< Count: what counts up from 0 to the limit; none where the limit itself
                         ///< counts down
  const flow::Instruction* measure = nullptr; ///< the call in the loop that gives the limit
};

/// Recognises the loop with this head and body. `isHarmless` says of a call that it writes nothing
/// but its result and iterators that it moves, `overwrites` that it replaces what its first
/// argument points to.
std::optional<OverwritingLoop>
overwritingLoop(const flow::Program& program, const flow::Function& function, flow::BlockId head,
                const std::vector<bool>& body,
                llvm::function_ref<bool(const flow::Instruction&)> isHarmless,
                llvm::function_ref<bool(const flow::Instruction&)> overwrites);

/// Whether the call measures what its first argument points to: size(), strlen().
bool isMeasure(const flow::Program& program, const flow::Instruction& instruction);

} // namespace circumspect::analysis
