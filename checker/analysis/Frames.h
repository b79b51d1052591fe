// Calls that are analysed in place: in the caller's own state, as if the callee's body stood there.
// All that a frame names, its locals, its instructions and its blocks, is numbered apart from that
// of all others, so that one state can hold what is of several, and objects that one place makes
// for different callers are different objects (call strings, Sharir and Pnueli 1981).
#pragma once

#include "checker/flow/Ids.h"
#include <cstdint>
#include <map>
#include <memory>
#include <tuple>
#include <vector>

namespace circumspect::analysis {

struct Frame {
  flow::FunctionId function;
  uint32_t callSite = 0; ///< in the caller
  uint32_t first = 0;    ///< of its numbers
  bool isCutOff = false; ///< a bound cut off something in it, so that it is not tried again
  std::vector<uint32_t> blockSites; ///< by block: its first instruction
  std::vector<bool> isInLoop;       ///< by block: may it run more than once?
};

class Frames {
public:
  static constexpr uint32_t begin = 1U << 24, end = 1U << 30;

  /// The frame of the function's `count`th call at the site.
  Frame& of(uint32_t callSite, unsigned count, flow::FunctionId function, uint32_t size) {
    std::unique_ptr<Frame>& frame = byCall_[{callSite, count, function}];
    if (!frame) {
      frame = std::make_unique<Frame>();
      frame->function = function;
      frame->callSite = callSite;
      frame->first = next_;
      byFirst_[next_] = frame.get();
      next_ += size;
    }
    return *frame;
  }
  /// The frame that a number is of; nullptr where it is of none.
  const Frame* find(uint32_t number) const {
    if (number < begin || number >= next_)
      return nullptr;
    return std::prev(byFirst_.upper_bound(number))->second;
  }
  bool areFull() const { return next_ > end / 2; }

private:
  uint32_t next_ = begin;
  std::map<std::tuple<uint32_t, unsigned, flow::FunctionId>, std::unique_ptr<Frame>> byCall_;
  std::map<uint32_t, Frame*> byFirst_;
};

} // namespace circumspect::analysis
