// Where paths meet: the least upper bound of values and of states.
#pragma once

#include "checker/analysis/State.h"
#include "checker/analysis/Universe.h"
#include <functional>

namespace circumspect::analysis {

/// Adds a taint, or widens the condition of the one with its label. Returns whether that changed
/// anything.
bool addTaint(Universe& universe, Taints& taints, const Taint& taint);
/// The same, with the way that `trace` tells, which is asked for where the label is new.
bool addTaint(Universe& universe, Taints& taints, Taint taint,
              llvm::function_ref<const Trace*()> trace);
void addTaints(Universe& universe, Taints& taints, const Taints& more);

/// Keeps the labels of one value to a few dozen: many inputs are named by what they were reached
/// from, and of many sources it is given up whose data they are. Nothing is lost but detail.
void fold(Universe& universe, Taints& taints);

/// A value that is one or the other, it is not known which: a weak update.
Value either(Universe& universe, Value a, const Value& b);

/// How `join` names a value that differs between the two ways, and what a cell holds that one way
/// did not write. The functions are held, not referred to: most are written where they are passed.
struct JoinPoint {
  /// The value number of the joined cell where the two differ; unknown to give it none.
  std::function<ExpressionId(CellId)> phi;
  /// The value of a cell that `state` has not written.
  std::function<Value(const State& state, CellId)> absent;
  /// Whether constants may be kept apart by the ways' conditions (not where a loop closes).
  bool keepsCases = true;
};

/// The state on entry to a block that both states reach. A taint that only one way carries holds
/// under that way's condition.
State join(Universe& universe, const State& a, const State& b, const JoinPoint& point);

} // namespace circumspect::analysis
