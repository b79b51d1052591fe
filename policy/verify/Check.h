// What a verifier check is, and the table of all of them. A check asks one question about a pack
// for all requests and returns findings, each with a region in words and a concrete request that
// was replayed through the evaluator. To add a check: one file that defines it, and one line in
// Verify.cpp.
#pragma once

#include "policy/encode/Cover.h"
#include "policy/encode/Theory.h"
#include "policy/verify/Samples.h"

#include <string>
#include <vector>

namespace circumspect::policy {

/// One thing that is wrong with a pack.
struct Finding {
  Position position;              ///< the text that it is about
  std::string region;             ///< where it happens, in words
  std::string example;            ///< a concrete request, in words
  std::vector<std::string> notes; ///< the rules that take part, and what could be done
  std::string terms = {};         ///< where it happens in the language's words, if that is a region
};

/// What one check found.
struct Verdict {
  std::string check; ///< its name: `consistent`
  std::string holds; ///< what holds where there is no finding
  std::string fails; ///< what a finding is
  std::vector<Finding> findings = {};
  bool isCut = false;         ///< there are more findings than are shown
  std::string undecided = {}; ///< why the solver gave up, where it did

  bool isListing = false; ///< the findings are worth knowing and nothing is wrong with them

  bool isClean() const {
    return (findings.empty() || isListing) && undecided.empty() && (!isCut || isListing);
  }
};

/// How much a check may show, and how long it may ask.
struct Limits {
  unsigned regions = 128;   ///< at most so many findings
  unsigned notes = 8;       ///< so many of what is worth knowing and not wrong
  unsigned timeout = 10000; ///< for one question, in milliseconds
};

/// A pack with what it is verified against: the layers that it refines, and an earlier version of
/// it, whose findings are then left out. All are cut into the same slices.
class Subject {
public:
  explicit Subject(std::shared_ptr<const Pack> pack, std::shared_ptr<const Pack> old = nullptr,
                   Limits limits = {});

  const Pack& pack() const { return slices.pack(); }
  const Vocabulary& vocabulary() const { return slices.vocabulary(); }
  /// The old version as a pack of the slices, if there is one.
  std::optional<unsigned> old() const { return old_; }

  /// Whether a rule decides something, can apply without doing so, or cannot apply at all. Asked
  /// once and remembered.
  enum class Life { Live, Dead, Inapplicable, Unknown };
  Life lifeOf(unsigned rule);
  /// Why the solver gave up on a rule's life, where it did.
  const std::string& undecidedLife() const { return undecidedLife_; }

  /// Is there a request, among those that are easily made up, at which both rules apply?
  bool meetEasily(unsigned rule, unsigned other);

  Slices slices; ///< of the pack (0), the layers above it (from 1 on) and the old version
  const Limits limits;

private:
  std::optional<unsigned> old_;
  Samples samples_;
  std::vector<std::optional<Life>> lives_;
  std::string undecidedLife_;
};

/// A check; nothing where the pack has nothing for it to look at.
using Check = std::optional<Verdict>(Subject&);
Check checkConsistent, checkComplete, checkLive, checkNonVacuous, checkProperties, checkRefines,
    checkBeyond, checkBounded, checkTraced;

/// Runs every check, in the order of the table. With `old`, only what is new since then is found.
std::vector<Verdict> verify(const std::shared_ptr<const Pack>& pack,
                            const std::shared_ptr<const Pack>& old = nullptr,
                            const Limits& limits = {});

/// `forbids it: rule LR-1 (policy.yaml:12:5), citing LR-1: …`
std::string describe(const Pack& pack, unsigned rule);
/// What decides a request, a line for each rule.
std::vector<std::string> reasons(const Pack& pack, const Decision& decision);

/// The decision that the evaluator gives to what the solver found; another outcome is a defect of
/// circumspect and ends it.
Decision replay(const Pack& pack, const Request& request, Outcome expected);
Decision replay(Theory& theory, const Request& request, Outcome expected);

/// The findings of a claim: one for each region, which `explain` completes.
void enumerate(Subject& subject, Verdict& verdict, const Claim& claim,
               const std::function<void(const Cover::Part&, Finding&)>& explain);

} // namespace circumspect::policy
