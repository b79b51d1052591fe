// A flow and a policy make a verdict. What the code leaves open about a person or a fact may be
// either way; what a model leaves unsaid (a sink's purpose, say) is unknown: where every completion
// is permitted the flow is, where none is it is not, otherwise it depends on what would be said. Z3
// decides, and every counterexample is replayed in the evaluator. A member that was most probably
// forgotten when its record was classified is a finding as well: what it holds is followed nowhere.
#pragma once

#include "checker/analysis/Result.h"
#include "checker/discover/Discover.h"
#include "checker/flow/Program.h"
#include "policy/encode/Theory.h"

namespace circumspect::verdict {

enum class Kind {
  Violation,   ///< a rule forbids it
  Conflict,    ///< one rule forbids it and another permits it
  Undecided,   ///< no rule decides it: either the code or the policy has a gap
  Depends,     ///< it depends on what a model leaves unsaid
  Unknown,     ///< the solver did not decide
  Unclassified ///< a member that is likely patron data, of a record that is classified in part
};
llvm::StringRef name(Kind kind);

/// One defect: data that should not reach one call of a sink, or a member that nobody classified.
struct Finding {
  Kind kind = Kind::Violation;
  flow::Location location;
  std::string message;               ///< what goes where, in a sentence
  std::vector<std::string> rules;    ///< IDs of the rules that forbid it, ascending
  std::vector<std::string> reasons;  ///< each of these rules, with its position, clauses and words
  std::vector<std::string> unsaid;   ///< Depends: the parts that would settle it
  std::string counterexample;        ///< one request, in words
  std::string advice;                ///< what would make it right, where something simple does
  std::vector<analysis::Datum> data; ///< what is sent, in the counterexample
  std::string sink, function;
  analysis::Confidence confidence = analysis::Confidence::High;
  std::string confidenceReason;
  std::string
      fingerprint; ///< the same for the same meaning, whatever the lines: SHA-256 in hexadecimal
};

/// What all flows of a scan come to.
struct Judgement {
  std::vector<Finding> findings; ///< ordered by place
  std::vector<std::string>
      unknownTerms; ///< words of models or attributes that the vocabulary does not have
};

/// `forgotten` is what discover::forgotten found in the same program.
Judgement judge(const analysis::Result& result, policy::Theory& theory,
                const flow::Program& program, llvm::ArrayRef<discover::Candidate> forgotten = {});

} // namespace circumspect::verdict
