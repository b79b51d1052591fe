// The analysis as the rest of the program sees it: from a linked program and the models of a scan
// to flows. Summaries are made callees first (Interprocedural), what the program's entry points are
// given becomes sources (Roots), and what reaches sinks is put in terms of people and policy
// conditions (Findings).
#pragma once

#include "checker/analysis/Result.h"
#include "checker/flow/Program.h"
#include "checker/models/Match.h"

namespace circumspect::analysis {

/// Every flow of classified data to a sink. The same program and models give the same result.
Result analyse(const flow::Program& program, const models::Library& models);

} // namespace circumspect::analysis
