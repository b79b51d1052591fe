// Packs over one vocabulary, reduced to what their rules can tell apart. Leaves that no rule,
// property or question separates behave alike, so they become one block; a request of blocks stands
// for all requests that take any leaves of them. This is the quotient by bisimilarity in its
// simplest case, and it is exact: rules see of a set of categories only which blocks it meets.
#pragma once

#include "policy/model/Pack.h"
#include "policy/model/Request.h"

#include <set>

namespace circumspect::policy {

/// The blocks of all kinds, and the vocabulary that has them for leaves. Its taxonomies of actions
/// and recipients have a single term each, since questions are put for one block of those at a
/// time; in the others, the leaf that stands for block i is term i.
class Quotient {
public:
  /// `apart` are further scopes whose terms must not be blurred.
  Quotient(const std::vector<std::shared_ptr<const Pack>>& packs, llvm::ArrayRef<Scope> apart);

  const Vocabulary& full() const { return *full_; }
  std::shared_ptr<const Vocabulary> reduced() const { return reduced_; }

  /// The blocks of a kind, each the leaves of the full vocabulary that it holds, ascending.
  const std::vector<std::vector<unsigned>>& blocks(Kind kind) const {
    return blocks_[static_cast<size_t>(kind)];
  }
  unsigned blockOf(Kind kind, unsigned leaf) const {
    return blockOf_[static_cast<size_t>(kind)][leaf];
  }
  /// The bounds that tell values of a quantity apart, ascending: a value is at most one, or more.
  const std::set<int64_t>& thresholds(unsigned quantity) const { return thresholds_[quantity]; }

  /// A scope in reduced terms, without its action and recipient.
  void reduce(const Scope& from, Scope& to) const;
  Expression reduce(const Expression& expression) const;

  /// The first of the requests that a reduced one stands for.
  Request lift(const Request& reduced, unsigned action, unsigned recipient) const;

private:
  void collect(const Scope& scope);
  void collect(const Expression& expression);
  void partition(Kind kind);
  void buildReduced();

  std::shared_ptr<const Vocabulary> full_;
  std::shared_ptr<Vocabulary> reduced_;
  std::vector<std::set<int64_t>> thresholds_;          ///< by quantity
  std::array<std::vector<bool>, kinds.size()> isUsed_; ///< by kind and term
  std::array<std::vector<std::vector<unsigned>>, kinds.size()> blocks_;
  std::array<std::vector<unsigned>, kinds.size()> blockOf_;     ///< by kind and leaf
  std::array<std::vector<unsigned>, kinds.size()> reducedTerm_; ///< by kind and used term
};

} // namespace circumspect::policy
