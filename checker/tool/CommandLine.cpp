#include "checker/tool/CommandLine.h"

#include "policy/load/Load.h"

#include "llvm/Support/CommandLine.h"
#include "llvm/Support/raw_ostream.h"

#include <vector>

namespace circumspect::tool {

bool parse(const char* program, llvm::ArrayRef<const char*> arguments, const char* overview) {
  std::vector<const char*> argv = {program};
  argv.insert(argv.end(), arguments.begin(), arguments.end());
  return llvm::cl::ParseCommandLineOptions(argv.size(), argv.data(), overview, &llvm::errs());
}

std::shared_ptr<const policy::Pack> readPack(const std::string& file) {
  policy::Diagnostics diagnostics;
  auto pack = policy::loadPack(file, diagnostics);
  policy::print(llvm::errs(), diagnostics);
  return pack;
}

} // namespace circumspect::tool
