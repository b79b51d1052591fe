// Findings as compilers print them: the place, what is wrong, and the path as notes, each at its
// own line.
#pragma once

#include "checker/report/Report.h"

#include "llvm/Support/raw_ostream.h"

namespace circumspect::report {

void writeText(llvm::raw_ostream& out, const Report& report);

} // namespace circumspect::report
