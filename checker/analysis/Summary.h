// A procedure summary: what a call of a function does, in terms of what its caller can see (Sharir
// and Pnueli 1981). Cells, objects and expressions are the callee's; the caller substitutes its
// own.
#pragma once

#include "checker/analysis/State.h"
#include <map>
#include <optional>
#include <string>

namespace circumspect::models {
struct Sink;
}

namespace circumspect::analysis {

/// Data that reaches a sink's call, not yet known to be complete: callers substitute for input
/// labels.
struct SinkEvent {
  const flow::Instruction* call = nullptr; ///< the sink's call
  flow::FunctionId function;               ///< that contains it
  flow::FunctionId callee;                 ///< the sink
  const models::Sink* sink = nullptr;
  Taints data;
  FormulaId condition = Formulas::yes;
  std::map<std::string, ExpressionId> quantities;
  ExpressionId endpoint = Expressions::unknown;
  ExpressionId subject = Expressions::unknown; ///< of the sink's own data

  friend bool operator==(const SinkEvent& a, const SinkEvent& b) {
    return a.call == b.call && a.sink == b.sink && a.data == b.data && a.condition == b.condition &&
           a.quantities == b.quantities && a.endpoint == b.endpoint && a.subject == b.subject;
  }
};

struct Summary {
  State exit; ///< at return; `condition`: under which the function returns normally
  /// The analysis grew too large and was given up: all that is passed may come out, and of the sink
  /// calls in it only those that were found before are known.
  bool isGivenUp = false;
  bool returns = false;
  bool throws = false;
  State thrown; ///< where an exception leaves the function
  /// What is left by ways that do not return, on which others can come upon it.
  std::optional<State> during;
  SortedSet<CellId> started; ///< new objects: calls that go on after it
  std::vector<SinkEvent> events;
  SortedSet<CellId> decisive; ///< inputs whose constant, function or class would decide more
  SortedSet<CellId> refining; ///< inputs whose constant would decide a branch or an index
  SortedSet<CellId> followed; ///< pointers that it was given, and that may be one
};

/// What a caller knows of decisive inputs.
struct Knowledge {
  ExpressionId constant = Expressions::unknown;
  SortedSet<flow::FunctionId> functions;
  SortedSet<flow::RecordId> classes;
  CellId same = noId; ///< points to the same object as this other input
  friend auto operator<=>(const Knowledge&, const Knowledge&) = default;
};
using Context = std::map<CellId, Knowledge>;

} // namespace circumspect::analysis
