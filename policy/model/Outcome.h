// The four things that a pack can say about a request. See the table in README.md: covered by
// permits or not, met by a prohibition or not.
#pragma once

#include "llvm/ADT/StringRef.h"

#include <array>

namespace circumspect::policy {

enum class Outcome { Permitted, Forbidden, Undecided, Conflict };
inline constexpr std::array<Outcome, 4> outcomes = {Outcome::Permitted, Outcome::Forbidden,
                                                    Outcome::Undecided, Outcome::Conflict};

/// In words: `permitted`, `forbidden`, `undecided`, `in conflict`.
llvm::StringRef name(Outcome outcome);

} // namespace circumspect::policy
