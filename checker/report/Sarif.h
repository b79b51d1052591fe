// Findings as SARIF 2.1.0 (OASIS), for code hosting and editors: each with its path as a code flow,
// its fingerprint, and what the scan did not do as notifications of the run.
#pragma once

#include "checker/report/Report.h"

#include "llvm/Support/raw_ostream.h"

namespace circumspect::report {

void writeSarif(llvm::raw_ostream& out, const Report& report);

} // namespace circumspect::report
