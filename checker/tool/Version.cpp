// `circumspect version`: its own version, and those of what it is built on.
#include "checker/tool/Commands.h"

#include "llvm/Config/llvm-config.h"
#include "llvm/Support/raw_ostream.h"

#include <z3.h>

namespace circumspect::tool {

Exit runVersion(const char*, llvm::ArrayRef<const char*>) {
  llvm::outs() << "circumspect " CIRCUMSPECT_VERSION " (LLVM " LLVM_VERSION_STRING ", "
               << Z3_get_full_version() << ")\n";
  return Exit::Clean;
}

} // namespace circumspect::tool
