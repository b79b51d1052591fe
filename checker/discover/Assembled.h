// Texts that a function puts together from parts: by `+`, `+=` and append, by `<<` into a stream,
// by QString::arg, by strcat. What is not a constant is a parameter of the statement, ` $1 `; where
// two branches add something, both parts are there. Enough to read most statements in SQL.
#pragma once

#include "checker/discover/Lexicon.h"
#include "checker/flow/Program.h"

namespace circumspect::discover {

/// A text as it is after one of its parts was added.
struct Assembled {
  std::string text;
  flow::Location location; ///< where the part is added
  unsigned whole = 0;      ///< the same for the parts of one text
};

/// In the order in which the function has them; only texts of several parts.
std::vector<Assembled> assembledTexts(const flow::Program& program, const Lexicon& lexicon,
                                      const flow::Function& function);

} // namespace circumspect::discover
