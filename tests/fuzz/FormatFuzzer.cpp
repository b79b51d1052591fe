// Any text as a pack to format: the form says the same, and formatting it again changes nothing.
#include "policy/load/Format.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace circumspect::policy;
  Diagnostics diagnostics;
  auto once =
      formatPack(llvm::StringRef(reinterpret_cast<const char*>(data), size), "fuzz", diagnostics);
  if (!once)
    return 0;
  auto twice = formatPack(*once, "fuzz", diagnostics);
  if (!twice || *twice != *once)
    __builtin_trap();
  return 0;
}
