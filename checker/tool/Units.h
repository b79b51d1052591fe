// Which translation units a command is about: the files that were named, compiled as the flags
// behind `--` or a compilation database say, or else the whole database.
#pragma once

#include "checker/frontend/Frontend.h"
#include "policy/model/Diagnostic.h"

#include <string>
#include <vector>

namespace circumspect::tool {

/// What the command line says of translation units.
struct UnitOptions {
  std::vector<std::string> files;
  std::string build;                             ///< the folder of compile_commands.json
  std::optional<std::vector<std::string>> flags; ///< what follows `--`
  frontend::Options reading;
};

/// The units, and the project's folder: the one that has all of them. That is the working directory
/// where it does, and otherwise the deepest such folder.
struct Units {
  std::vector<frontend::CompileCommand> commands;
  std::string root;
};
Units findUnits(const UnitOptions& options, policy::Diagnostics& diagnostics);

} // namespace circumspect::tool
