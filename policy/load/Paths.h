// How files name each other, and how they are named in what is printed: by the path from the
// working directory, so that no output depends on where a checkout lies.
#pragma once

#include "llvm/ADT/StringRef.h"

#include <string>

namespace circumspect::policy {

/// A file by its path from the working directory. Where the two have only the root in common, the
/// path stays as it is.
std::string fromHere(llvm::StringRef file);

/// The file that a path in another file leads to: from that file's folder, where it is relative.
std::string fileFrom(llvm::StringRef file, llvm::StringRef path);

} // namespace circumspect::policy
