// From C and C++ source to the flow IR, by Clang. Code outside the project's folders is modelled,
// not analysed, so its function bodies are never parsed. No name of Clang's crosses this header.
#pragma once

#include "checker/flow/Program.h"

#include <string>
#include <vector>

namespace circumspect::frontend {

/// How one translation unit is compiled. `arguments` begins with the compiler, as in a compilation
/// database.
struct CompileCommand {
  std::string file;
  std::string directory;
  std::vector<std::string> arguments;
};

/// The commands of a `compile_commands.json` in `folder`, ordered by file; `error` says why there
/// are none.
std::vector<CompileCommand> loadDatabase(const std::string& folder, std::string& error);

/// What changes how fast the front end is, and nothing else.
struct Options {
  unsigned jobs = 0; ///< units that are lowered at the same time; 0: as many as there are cores
  std::string cache; ///< the folder in which lowered units are kept; empty: none is
};

/// Lowers translation units and links them, in their order. Those that do not parse are named in
/// the program's omissions. `root` is the project's folder: code below it is analysed, and paths
/// are named relative to it.
flow::Program lower(const std::vector<CompileCommand>& commands, const std::string& root,
                    const Options& options = {});

} // namespace circumspect::frontend
