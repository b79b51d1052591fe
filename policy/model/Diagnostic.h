// The one diagnostics engine for everything read from YAML: a located message in the form that
// compilers use (GNU Coding Standards, "Formatting Error Messages"), collected so that one run
// reports every mistake.
#pragma once

#include "policy/model/Position.h"

#include <vector>

namespace llvm {
class raw_ostream;
class StringRef;
template <typename T> class ArrayRef;
} // namespace llvm

namespace circumspect::policy {

/// One mistake in an input file.
struct Diagnostic {
  Position position;
  std::string message;

  auto operator<=>(const Diagnostic&) const = default;
};

using Diagnostics = std::vector<Diagnostic>;

/// Prints each diagnostic as `file:line:column: error: message`, one a line, ordered by position.
void print(llvm::raw_ostream& out, Diagnostics diagnostics);

/// The candidate nearest to `name` by edit distance, or an empty string where none is near enough
/// to be meant.
llvm::StringRef nearest(llvm::StringRef name, llvm::ArrayRef<llvm::StringRef> candidates);

/// `; did you mean 'x'?` for the nearest candidate, or nothing.
std::string suggestion(llvm::StringRef name, llvm::ArrayRef<llvm::StringRef> candidates);

} // namespace circumspect::policy
