// Any text as an expression. What is read must print as text that is read as the same.
#include "policy/load/ExpressionParser.h"
#include "policy/load/Load.h"
#include "tests/policy/Packs.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace circumspect::policy;
  static const auto vocabulary = [] {
    test::Folder folder;
    Diagnostics diagnostics;
    return loadVocabulary(folder.write("vocabulary.yaml", test::smallVocabulary), diagnostics);
  }();
  auto parse = [](const std::string& text, Diagnostics& diagnostics) {
    YamlReader reader("fuzz", diagnostics);
    return parseExpression(reader, {text, {"fuzz", 1, 1}}, *vocabulary);
  };
  Diagnostics diagnostics;
  Expression expression =
      parse(std::string(reinterpret_cast<const char*>(data), size), diagnostics);
  if (!diagnostics.empty())
    return 0;
  std::string printed = print(expression, *vocabulary);
  Expression again = parse(printed, diagnostics);
  if (!diagnostics.empty() || print(again, *vocabulary) != printed)
    __builtin_trap();
  return 0;
}
