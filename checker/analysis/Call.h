// One call with one callee: the callee, what it is given, and where its result goes.
#pragma once

#include "checker/analysis/FunctionAnalysis.h"

namespace circumspect::analysis {

struct FunctionAnalysis::Call {
  flow::FunctionId callee;         ///< invalid: nothing is known of the callee
  std::vector<Argument> arguments; ///< a method's object's address is the first
  Refs result;                     ///< empty if the result is not used
  flow::TypeId resultType;
  unsigned depth = 0;         ///< calls back from models nest
  std::optional<Ref> binding; ///< what std::bind made of the callee: says what it is given
};

/// What stays of an object that is written up to a length: the content of each cell.
struct FunctionAnalysis::Behind {
  std::vector<std::pair<CellId, Tree>> members; ///< of a record, or of a number
  CellId array = noId;
  uint32_t first = 0;             ///< the first element that stays
  Tree elements;                  ///< in which of them is not known
  Contents known;                 ///< in known ones
  std::optional<ExpressionId> at; ///< what the elements before the first are filled with
};

/// A summary that was applied, and where.
struct FunctionAnalysis::SummaryApplication {
  uint32_t site;
  const flow::Instruction* instruction;
  Call call;
  State before;
  const Summary* summary;
};

} // namespace circumspect::analysis
