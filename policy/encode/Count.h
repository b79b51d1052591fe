// How many requests a claim is about, exactly: the models of its decision diagram, counted with the
// number of leaves that each block stands for.
#pragma once

#include "policy/encode/SliceDiagram.h"

#include "llvm/ADT/APInt.h"

#include <memory>
#include <optional>

namespace circumspect::policy {

/// Counts requests of one slice.
class Counting {
public:
  Counting(const Quotient& quotient, const Slice& slice);

  /// The number of requests that satisfy a formula: a set of categories, a purpose, a channel, the
  /// conditions, and for each quantity one of the ranges that rules tell apart, for each action and
  /// recipient of the slice. Nothing where the diagram would grow beyond reason.
  std::optional<llvm::APInt> count(const z3::expr& formula);

private:
  // How many requests a truth value of a variable stands for.
  struct Weight {
    llvm::APInt ifFalse, ifTrue;
  };

  void weigh();
  llvm::APInt between(unsigned from, Diagram::Node node) const;
  llvm::APInt weightOf(Diagram::Node node);

  const Quotient& quotient_;
  Slice slice_;
  unsigned width_;              ///< of numbers, in bits
  std::vector<Weight> weights_; ///< by variable
  std::unique_ptr<SliceDiagram> diagram_;
  std::unordered_map<Diagram::Node, llvm::APInt> counted_; ///< by node of that diagram
};

/// A number with its thousands apart: `1,048,576`.
std::string inWords(const llvm::APInt& number);

/// The sum of two counts, of whatever widths.
llvm::APInt sum(const llvm::APInt& a, const llvm::APInt& b);

} // namespace circumspect::policy
