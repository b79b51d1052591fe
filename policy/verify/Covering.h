// The rules that do the work of one that decides nothing of its own.
#pragma once

#include "policy/encode/Slice.h"

#include <set>

namespace circumspect::policy {

/// Holds where a pack decides differently without a rule of the section, its default aside.
z3::expr matters(Section& section, unsigned rule);

/// The fewest rules without which no proof goes through that a dead rule changes nothing. Where
/// that takes too many questions, a set of which none can be left out, which may not be the
/// smallest.
std::set<unsigned> coveringRules(Slices& slices, unsigned rule);

} // namespace circumspect::policy
