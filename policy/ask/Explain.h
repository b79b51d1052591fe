// Why is a request decided as it is? The rules that decide it, those that would and are defeated,
// and by which.
#pragma once

#include "policy/ask/Question.h"
#include "policy/decide/Decide.h"
#include "policy/verify/Check.h"

#include "llvm/Support/JSON.h"

namespace circumspect::policy {

/// One decision on what a question describes, plainly: what it does not say does not hold.
struct Explanation {
  Request request;
  Decision decision;
};

/// The decisions that the plain requests of a question get, one for each outcome; more than one
/// where the question leaves open what matters. `undecided` says why the solver gave up, where it
/// did.
std::vector<Explanation> explain(Slices& slices, const Question& question, std::string& undecided);

/// A decision for programs; README.md says what each member is.
llvm::json::Value toJson(const Request& request, const Decision& decision, const Pack& pack);

/// `forbidden: disclose …`, and a line for each rule that takes part.
void print(llvm::raw_ostream& out, const Request& request, const Decision& decision,
           const Pack& pack);

} // namespace circumspect::policy
