// From YAML to the typed model: vocabularies and packs. Unknown keys, terms, conditions and IDs are
// errors with a position and the nearest valid name, and all mistakes of a file are reported in one
// run.
#pragma once

#include "policy/model/Diagnostic.h"
#include "policy/model/Pack.h"

#include <memory>
#include <string>

namespace circumspect::policy {

/// Reads a vocabulary; null where `diagnostics` grew.
std::shared_ptr<const Vocabulary> loadVocabulary(const std::string& file, Diagnostics& diagnostics);

/// The same with what could be read of it where there are mistakes, so that a pack over it can be
/// read for its own.
std::shared_ptr<const Vocabulary> readVocabulary(const std::string& file, Diagnostics& diagnostics);

/// Reads a pack, its layers and the vocabulary that it names, each relative to the folder of the
/// file that names it; null where `diagnostics` grew. With `words`, the pack is read in the words
/// of that vocabulary instead of its own, so that it can be compared with another pack.
std::shared_ptr<const Pack> loadPack(const std::string& file, Diagnostics& diagnostics,
                                     std::shared_ptr<const Vocabulary> words = nullptr);

} // namespace circumspect::policy
