#include "checker/tool/Words.h"

#include "checker/tool/Settings.h"
#include "policy/load/Load.h"

namespace circumspect::tool {

discover::Lexicon shippedWords(policy::Diagnostics& diagnostics) {
  auto vocabulary =
      policy::loadVocabulary(CIRCUMSPECT_RULES "/vocabulary/library.yaml", diagnostics);
  if (!vocabulary)
    return {};
  return discover::loadLexicon(yamlFiles({CIRCUMSPECT_RULES "/discover"}, diagnostics), *vocabulary,
                               diagnostics);
}

} // namespace circumspect::tool
