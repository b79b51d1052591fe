// Any text as a pack, with its layers: it is read or refused, and nothing else happens.
#include "policy/load/Load.h"
#include "tests/policy/Packs.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace circumspect::policy;
  static test::Folder folder;
  static const std::string vocabulary = folder.write("vocabulary.yaml", test::smallVocabulary);
  Diagnostics diagnostics;
  loadPack(folder.write("pack.yaml", llvm::StringRef(reinterpret_cast<const char*>(data), size)),
           diagnostics);
  return 0;
}
