// What a verifier check is, and the table of all of them. A check asks one question about a pack
// for all requests and returns findings, each with a region in words and a concrete request that
// was replayed through the evaluator. To add a check: one file that defines it, and one line in
// Verify.cpp.
#pragma once

#include "policy/encode/Region.h"

#include <string>
#include <vector>

namespace circumspect::policy {

/// One thing that is wrong with a pack.
struct Finding {
  Position position;              ///< the text that it is about
  std::string region;             ///< where it happens, in words
  std::string example;            ///< a concrete request, in words
  std::vector<std::string> notes; ///< the rules that take part, and what could be done
};

/// What one check found.
struct Verdict {
  std::string check; ///< its name: `consistent`
  std::string holds; ///< what holds where there is no finding
  std::string fails; ///< what a finding is
  std::vector<Finding> findings;
  bool isCut = false;    ///< there are more findings than are shown
  std::string undecided; ///< why the solver gave up, where it did

  bool isListing = false; ///< the findings are worth knowing and nothing is wrong with them

  bool isClean() const { return (findings.empty() || isListing) && undecided.empty() && !isCut; }
};

/// How much a check may show.
struct Limits {
  unsigned regions = 64;
};

Verdict checkConsistent(Theory& theory, const Limits& limits);
Verdict checkComplete(Theory& theory, const Limits& limits);
Verdict checkTraced(Theory& theory, const Limits& limits);

/// Runs every check, in the order of the table.
std::vector<Verdict> verify(Theory& theory, const Limits& limits = {});

/// `rule LR-1 (policy.yaml:12:5), citing LR-1: forbids …`
std::string describe(const Pack& pack, unsigned rule);

/// The outcome that the evaluator gives to what the solver found; a difference is a defect of
/// circumspect and ends it.
Decision replay(Theory& theory, const Request& request, Outcome expected);

} // namespace circumspect::policy
