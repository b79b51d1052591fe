// The part of a sub-command's line that says which translation units it is about and how they are
// read: FILES, `-p`, `--jobs`, `--cache` and what follows `--`.
#pragma once

#include "checker/tool/Units.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/CommandLine.h"

namespace circumspect::tool {

class UnitFlags {
public:
  /// Declares the options; `files` says what may be named.
  UnitFlags(llvm::cl::OptionCategory& category, const char* files);

  /// Parses the whole line, with the options that others declared; none where it is wrong, which
  /// has then been said.
  std::optional<UnitOptions> parse(const char* program, llvm::ArrayRef<const char*> arguments,
                                   const char* overview);

private:
  llvm::cl::list<std::string> files_;
  llvm::cl::opt<std::string> build_;
  llvm::cl::opt<unsigned> jobs_;
  llvm::cl::alias j_;
  llvm::cl::opt<std::string> cache_;
};

} // namespace circumspect::tool
