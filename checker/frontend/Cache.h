// Keeps what translation units were lowered to, in a folder, so that the next scan parses only what
// has changed. A unit is found again by how it is compiled and by this very program, and counts
// while all that its lowering depended on is as it was. Entries are written at once or not at all,
// carry a digest, and go when nothing has used them for a week.
#pragma once

#include "checker/frontend/Dependencies.h"
#include "checker/frontend/Frontend.h"

namespace circumspect::frontend {

class Cache {
public:
  /// No folder: nothing is kept. `root` is the project's.
  Cache(std::string folder, llvm::StringRef root);
  ~Cache();

  bool isOn() const { return !folder_.empty(); }
  std::optional<flow::Program> find(const CompileCommand& command);
  /// A cache that cannot be written is no mistake of the scan's, which goes on without it.
  void keep(const CompileCommand& command, const Dependencies& dependencies,
            const flow::Program& unit);

private:
  std::string entry(const CompileCommand& command) const;

  std::string folder_;
  std::string setting_; ///< what all entries depend on: this program, the folders, the environment
  Answers answers_;
};

} // namespace circumspect::frontend
