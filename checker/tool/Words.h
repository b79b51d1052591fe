// The words by which data about people is recognised, as they ship under rules/discover.
#pragma once

#include "checker/discover/Lexicon.h"

namespace circumspect::tool {

/// Reads them; what is wrong goes to `diagnostics`.
discover::Lexicon shippedWords(policy::Diagnostics& diagnostics);

} // namespace circumspect::tool
