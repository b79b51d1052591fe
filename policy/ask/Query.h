// May this be done? Always, never, or only when something more holds; and then the weakest of it.
// The weakest condition is the cover of what is permitted relative to the question, so it mentions
// nothing that the question says already.
#pragma once

#include "policy/ask/Question.h"

#include "llvm/Support/JSON.h"

namespace circumspect::policy {

/// The answer to a question.
struct QueryResult {
  enum class Kind { Always, Never, OnlyWhen, NoSuchRequest, Unknown };
  Kind kind = Kind::Unknown;
  std::vector<std::string> when;   ///< for OnlyWhen: alternatives, in words
  bool isCut = false;              ///< there are more alternatives
  std::vector<std::string> duties; ///< what the permits that were seen oblige to

  /// Requests of the question, one for each outcome that it has.
  struct Example {
    Request request;
    Decision decision;
  };
  std::vector<Example> examples;
  std::string undecided; ///< why the solver gave up, where it did
};

/// Asks a pack, of which `slices` must tell the question's terms apart. An answer in the language's
/// words can be pasted into the next question.
QueryResult query(Slices& slices, const Question& question, unsigned limit = 64,
                  Wording wording = Wording::Language);

/// The answer as `policy query` prints it.
void print(llvm::raw_ostream& out, const QueryResult& result, const Pack& pack);
/// The same for programs; README.md says what each member is.
llvm::json::Value toJson(const QueryResult& result, const Pack& pack);

} // namespace circumspect::policy
