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

/// A summary that was applied, and where.
struct FunctionAnalysis::SummaryApplication {
  uint32_t site;
  const flow::Instruction* instruction;
  Call call;
  State before;
  const Summary* summary;
};

} // namespace circumspect::analysis
