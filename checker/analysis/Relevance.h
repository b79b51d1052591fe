// Which storage can ever hold classified data: a flow-insensitive over-approximation of the
// analysis, made once for the whole program, by reachability in one graph. The analysis proper does
// not follow what cannot matter, so that its cost goes with the code that handles data about people
// and not with the size of the program.
//
// The graph is field-based (Heintze and Tardieu 2001): a member is one node for all objects, and a
// pointer is one node with what it points to. A callee without a body mixes all that it is given.
#pragma once

#include "checker/analysis/CallGraph.h"
#include "checker/models/Match.h"

#include <vector>

namespace circumspect::analysis {

class Relevance {
public:
  Relevance(const flow::Program& program, const models::Library& library, const CallGraph& graph);

  /// Can it, or what it points to, hold classified data?
  bool mayHold(flow::FunctionId function, flow::LocalId local) const;
  bool mayHold(flow::GlobalId global) const { return reached_[firstGlobal_ + global.index]; }
  bool mayHold(flow::FieldId field) const { return reached_[firstField_ + field.index]; }
  /// Can classified data be found in a value of this type, by way of its members?
  bool leadsToData(flow::TypeId type) const;
  /// Does the function, or one that it may call, handle classified data or ask a guard? Of others
  /// only what they do to constants matters.
  bool concerns(flow::FunctionId function) const { return concerns_[function.index]; }
  /// Is its body worth reading? One that is not concerned may still return a constant, but only
  /// where it is simple.
  bool isAnalysed(flow::FunctionId function) const { return isAnalysed_[function.index]; }
  /// Can functions be found there, which decide what a call does?
  bool leadsToFunctions(flow::TypeId type) const;

private:
  using Node = uint32_t;
  class Builder;
  flow::RecordId recordOf(flow::TypeId type) const;

  const flow::Program& program_;
  std::vector<Node> firstLocal_; ///< by function
  Node firstGlobal_ = 0, firstField_ = 0, firstRecord_ = 0;
  std::vector<bool> reached_;
  std::vector<bool> hasFunctions_;          ///< by record
  std::vector<bool> concerns_, isAnalysed_; ///< by function
};

} // namespace circumspect::analysis
