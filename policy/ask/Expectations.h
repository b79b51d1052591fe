// What authors expect of their policy, request by request: a YAML file of requests in the words of
// the vocabulary, each with the outcome that it must have. `policy test` runs it, and says which
// rules and clauses no request touches.
#pragma once

#include "policy/ask/Explain.h"
#include "policy/model/Diagnostic.h"

#include <set>

namespace circumspect::policy {

/// One request and what it must get.
struct Expectation {
  Position position;
  std::string request, says;
  Question question;
  Outcome outcome = Outcome::Permitted;
  std::vector<unsigned> by; ///< rules that must be among those that decide
};

/// The requests of one file, and the pack that they are about.
struct Expectations {
  std::shared_ptr<const Pack> pack;
  std::vector<Expectation> all;
};

/// Reads a file with the keys `pack`, relative to its folder, and `tests`; null where `diagnostics`
/// grew.
std::shared_ptr<const Expectations> loadExpectations(const std::string& file,
                                                     Diagnostics& diagnostics);

/// What running them gave.
struct TestRun {
  struct Failure {
    const Expectation* expectation;
    std::string message;
    std::vector<Explanation> explanations; ///< what it gets instead
  };
  std::vector<Failure> failures;
  std::set<unsigned> rules;      ///< that decided, or were defeated, in a test
  std::set<std::string> clauses; ///< that those cite
  std::string undecided;         ///< why the solver gave up, where it did
  unsigned unknown = 0;          ///< tests that it did not decide
};
TestRun run(const Expectations& expectations, unsigned timeout = 10000);

/// One file of tests for programs; README.md says what each member is.
llvm::json::Value toJson(const TestRun& run, const Expectations& expectations);

/// The failures, then what was covered.
void print(llvm::raw_ostream& out, const TestRun& run, const Expectations& expectations);

} // namespace circumspect::policy
