// The settings of a project: `.circumspect.yaml`, found upward from what is scanned, in the manner
// of .clang-format. What the command line says wins over it.
#pragma once

#include "policy/model/Diagnostic.h"

#include "llvm/ADT/StringRef.h"

#include <optional>
#include <string>
#include <vector>

namespace circumspect::tool {

/// Paths are absolute, or relative to the working directory; they are written relative to the file.
struct Settings {
  std::string folder;              ///< where the file stands; empty: there is none
  std::string policy;              ///< `policy:` the pack to judge by
  std::string build;               ///< `build:` the folder of compile_commands.json
  std::vector<std::string> models; ///< `models:` files or folders, besides those that are shipped
};

/// Reads the nearest settings file in `folder` or above it; empty settings where there is none.
Settings findSettings(llvm::StringRef folder, policy::Diagnostics& diagnostics);

/// The YAML files that the paths name, each itself or all below a folder, in order of path. A path
/// that leads nowhere is a mistake.
std::vector<std::string> yamlFiles(const std::vector<std::string>& paths,
                                   policy::Diagnostics& diagnostics);

} // namespace circumspect::tool
