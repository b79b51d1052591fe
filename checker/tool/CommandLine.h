// What the sub-commands share about their command lines.
#pragma once

#include "policy/model/Pack.h"

#include "llvm/ADT/ArrayRef.h"

#include <memory>
#include <string>

namespace circumspect::tool {

/// Parses the arguments of a sub-command, whose options have been declared; false where they are
/// wrong, which has then been said.
bool parse(const char* program, llvm::ArrayRef<const char*> arguments, const char* overview);

/// The pack that a command is about; null where it has mistakes, which have then been said.
std::shared_ptr<const policy::Pack> readPack(const std::string& file);

} // namespace circumspect::tool
