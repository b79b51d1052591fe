// What the policy commands share about their command lines.
#pragma once

#include "llvm/ADT/ArrayRef.h"

namespace circumspect::tool {

/// Parses the arguments of a sub-command, whose options have been declared; false where they are
/// wrong, which has then been said.
bool parse(const char* program, llvm::ArrayRef<const char*> arguments, const char* overview);

} // namespace circumspect::tool
