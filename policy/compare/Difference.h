// What changes between two versions of a policy: which requests become permitted, forbidden,
// undecided or in conflict, and which keep their outcome for another reason. Each change is shown
// with regions, a concrete request, the rules that caused it and the number of requests. Rules are
// the same where they say the same, whatever they are called and in whatever order they stand.
#pragma once

#include "policy/encode/Count.h"
#include "policy/encode/Cover.h"

namespace circumspect::policy {

/// The changes of one kind.
struct Change {
  std::optional<Outcome> outcome; ///< what requests become; nothing: the reason alone changes
  struct Part {
    Region region;
    Request witness;
    Decision before, after;
    std::optional<llvm::APInt> requests; ///< of the region; nothing where there are too many rules
  };
  std::vector<Part> parts;
  std::optional<llvm::APInt> requests; ///< in all
  bool isCut = false;                  ///< there are more regions
  std::string undecided;               ///< why the solver gave up, where it did
};

/// How many requests change, for one action and recipient, by the order of `Difference::changes`.
struct Row {
  std::string action, recipient;
  std::vector<std::string> requests;
};

/// The difference of two packs over one vocabulary.
struct Difference {
  std::vector<Change> changes;         ///< only those that there are
  std::vector<Row> rows;               ///< only those in which something changes
  std::optional<llvm::APInt> requests; ///< that can be stated at all

  bool isEmpty() const { return changes.empty(); }
  /// Is there a change that is shown, and not only one that the solver did not decide?
  bool hasRegions() const;
  bool isIncomplete() const;
};

/// Compares two versions, at most `limit` regions a change.
Difference compare(std::shared_ptr<const Pack> old, std::shared_ptr<const Pack> now,
                   unsigned limit = 64, unsigned timeout = 10000);

/// `becomes permitted`.
std::string title(const Change& change);

} // namespace circumspect::policy
