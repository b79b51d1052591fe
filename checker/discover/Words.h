// A name as words: `strHomePhone`, `HOME_PHONE`, `homephone1` and `usr_homephone` all have `home`
// and `phone` in them. Splits at case, digits and signs, then by what the lexicon knows:
// abbreviations, plurals, and words written together.
#pragma once

#include "checker/discover/Lexicon.h"

#include "llvm/ADT/StringRef.h"

namespace circumspect::discover {

/// The words of a name, in lower case. A prefix that says nothing (`m_`, `str`) is left out.
Phrase wordsOf(llvm::StringRef name, const Lexicon& lexicon);

/// Words with blanks between them.
std::string spelled(llvm::ArrayRef<std::string> words);

} // namespace circumspect::discover
