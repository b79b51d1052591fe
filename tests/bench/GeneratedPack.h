// Packs of any size, made up to look like those of a large consortium: groups of recipients that
// each have a general prohibition, and many permits and prohibitions for single recipients, actions
// and categories under conditions.
#pragma once

#include <string>

namespace circumspect::bench {

/// 60 leaf categories, 50 recipients, 24 purposes, 6 actions, 30 conditions, one quantity.
std::string generatedVocabulary();

/// A pack of `rules` rules over it, the same each time.
std::string generatedPack(unsigned rules);

} // namespace circumspect::bench
