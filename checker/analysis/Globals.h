// Which globals hold the same for ever: those that nothing but their initialiser writes, and whose
// address nothing takes. A switch of a program that no code turns decides its branches as a
// constant does.
#pragma once

#include "checker/flow/Program.h"

#include <vector>

namespace circumspect::analysis {

/// For each global, whether nothing that is scanned writes it after its initialiser. One that is
/// only declared here holds what is not known.
std::vector<bool> unwrittenGlobals(const flow::Program& program);

} // namespace circumspect::analysis
