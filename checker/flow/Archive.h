// A program as bytes: what is cached of a translation unit. Numbers are LEB128, in the order of
// Members.h; the format begins with its version.
#pragma once

#include "checker/flow/Program.h"

#include "llvm/ADT/StringRef.h"

#include <optional>
#include <string>

namespace circumspect::flow {

/// The program's bytes; equal programs have equal bytes.
std::string archive(const Program& program);

/// The program that was archived; none where the bytes are of another version or cut off. Whoever
/// keeps the bytes sees to it that they are not changed.
std::optional<Program> unarchive(llvm::StringRef bytes);

} // namespace circumspect::flow
