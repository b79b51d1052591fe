// The JSON Schema (draft 2020-12) of packs over one vocabulary, so that editors complete its terms
// and mark what is not in it. It describes the form; what a schema cannot say, the loader checks.
#pragma once

#include "policy/model/Vocabulary.h"

#include "llvm/Support/JSON.h"

namespace circumspect::policy {

/// The schema of packs in the words of a vocabulary.
llvm::json::Value packSchema(const Vocabulary& vocabulary);
/// The schema of vocabularies.
llvm::json::Value vocabularySchema();

} // namespace circumspect::policy
