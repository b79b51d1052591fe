// What the analysis knows of the value in a cell: which data it is derived from, what it points to,
// which functions and classes it may be an instance of, and its value number.
#pragma once

#include "checker/analysis/Expression.h"
#include "checker/analysis/Memory.h"
#include "checker/flow/Instruction.h"
#include <algorithm>
#include <vector>

namespace circumspect::analysis {

using LabelId = uint32_t;

/// Where a taint comes from: a source in the code, or a cell's content when the function was
/// entered.
struct Label {
  bool isSource = false;
  uint32_t category =
      0; ///< source: a name; input: the name + 1 of what it was transformed into, or 0
  ExpressionId subject =
      0;               ///< whose data it is; an input's, where the cell is a member that holds data
  uint32_t origin = 0; ///< source: a SourceOrigin
  CellId cell = 0;     ///< input
  bool isReach = false; ///< input: all that can be reached from the cell, too, where naming each
                        ///< part would be too much

  bool isInputOf(CellId c) const { return !isSource && !isReach && cell == c; }
};

/// A source as the code puts it.
struct SourceOrigin {
  uint32_t text = 0; ///< a name
  flow::Location location;
};

/// How a taint got to where it is: a step, the steps before it, and for a call the steps in the
/// callee.
struct Trace {
  enum class Kind : uint8_t {
    Source,     ///< reads classified data
    Entry,      ///< held on entry
    Assign,     ///< copied or computed into a named variable
    Enter,      ///< passed to the callee; `inner` goes on there
    Returned,   ///< is what a callee returns
    Through,    ///< passes a modelled callee
    Unmodelled, ///< passes a callee that has neither body nor model
    Transform,  ///< becomes something weaker
    Stored, ///< left in storage that outlives the function, where another run, `inner`, finds it
  };
  Kind kind = Kind::Source;
  const Trace* before = nullptr;
  const Trace* inner = nullptr;
  const flow::Instruction* instruction = nullptr;
  flow::FunctionId function;
  uint32_t detail = 0; ///< Source: its origin; Entry, Stored: the cell
  uint32_t length = 1; ///< steps so far
};

/// One label, the condition under which the value carries it, and how it came here.
struct Taint {
  LabelId label = 0;
  FormulaId condition = Formulas::yes;
  const Trace* trace =
      nullptr; ///< not part of equality: the first way found is the one that is shown

  friend bool operator==(const Taint& a, const Taint& b) {
    return a.label == b.label && a.condition == b.condition;
  }
};

/// Sorted by label.
using Taints = std::vector<Taint>;

template <typename T> using SortedSet = std::vector<T>;

/// Adds the members of `from` to `into`; returns whether that changed anything.
template <typename T> bool unite(SortedSet<T>& into, const SortedSet<T>& from) {
  bool changed = false;
  for (const T& x : from) {
    auto at = std::lower_bound(into.begin(), into.end(), x);
    if (at == into.end() || *at != x) {
      into.insert(at, x);
      changed = true;
    }
  }
  return changed;
}

struct Value {
  Taints taints;
  SortedSet<CellId> targets; ///< what a pointer points to
  SortedSet<CellId> entry; ///< cells whose content on entry this value may still be, with all below
  SortedSet<flow::FunctionId> functions; ///< function values
  SortedSet<flow::RecordId>
      classes; ///< dynamic classes, where they differ from what the cell's type says
  ExpressionId expression = Expressions::unknown;
  bool isSettled =
      false; ///< known to hold no patron data of its own: a constant, cleared, or declassified

  friend bool operator==(const Value&, const Value&) = default;
};

} // namespace circumspect::analysis
