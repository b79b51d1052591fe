// Which globals hold the same for ever: those that nothing but their initialiser writes, and whose
// address nothing takes. A switch of a program that no code turns decides its branches as a
// constant does.
#pragma once

#include "checker/flow/Program.h"

#include <vector>

namespace circumspect::analysis {

/// For each global, whether nothing writes it after its initialiser. One that other code could name
/// is written, as far as is known, unless the program is whole, that is, has a `main`.
std::vector<bool> unwrittenGlobals(const flow::Program& program);

} // namespace circumspect::analysis
