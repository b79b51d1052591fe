// Any text as a question: it is read or refused, and nothing else happens.
#include "policy/ask/Question.h"
#include "policy/load/Load.h"
#include "tests/policy/Packs.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace circumspect::policy;
  static const auto vocabulary = [] {
    test::Folder folder;
    Diagnostics diagnostics;
    return loadVocabulary(folder.write("vocabulary.yaml", test::smallVocabulary), diagnostics);
  }();
  Diagnostics diagnostics;
  parseQuestion(llvm::StringRef(reinterpret_cast<const char*>(data), size), {"fuzz", 1, 1},
                *vocabulary, diagnostics);
  return 0;
}
