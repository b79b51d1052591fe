// A question in the words of the vocabulary, such as `may disclose patron.email to e-content for
// authentication when not consent`. It is what `policy query`, `explain` and `test` read, and it
// accepts what circumspect prints as an example or as terms, so that it can be asked about at once.
#pragma once

#include "policy/encode/Cover.h"
#include "policy/model/Diagnostic.h"

#include <optional>

namespace circumspect::policy {

/// The requests that a question is about: those of its scope that hold no other data.
struct Question {
  Scope scope;
  std::vector<std::vector<unsigned>> with = {}; ///< sets of data terms; there is some of each
  std::vector<bool> isSaid;                     ///< by condition, is it said whether it holds?
  std::vector<bool> isGiven;                    ///< by quantity, is it said how much?
};

/// Reads `[may] ACTION DATA [to RECIPIENT] [for PURPOSE] [by CHANNEL] [, when EXPRESSION]
/// [, with QUANTITY = NUMBER]`. Each part may be several terms, joined by commas and `or`, or all
/// but some, as `anyone but self`; data may be joined by `and` or `together with`. So it is how
/// regions are printed in the language's words. For `to` another preposition of an action may
/// stand. A term may be named by its last part where that is clear. Nothing where it is not a
/// question, which `diagnostics` then says, at the columns of `position`.
std::optional<Question> parseQuestion(llvm::StringRef text, const Position& position,
                                      const Vocabulary& vocabulary, Diagnostics& diagnostics);

/// The requests of a question, for a slice.
std::optional<z3::expr> encode(const Question& question, Slices& slices, const Slice& slice);

/// Those of them in which nothing holds that was not said, as far as the vocabulary's constraints
/// allow: conditions fail, and quantities are 0. Each slice is asked once for how far that is.
std::optional<z3::expr> encodePlain(const Question& question, Slices& slices, const Slice& slice);

} // namespace circumspect::policy
