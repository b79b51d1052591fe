// Path conditions: formulas over the answers to guards and over branches that no model explains,
// kept as reduced ordered binary decision diagrams (Bryant 1986), so that equal formulas are equal
// numbers and paths that meet simplify by themselves (c or not c is true).
#pragma once

#include "checker/analysis/Result.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <vector>

namespace circumspect::analysis {

using FormulaId = uint32_t; ///< 0 is false, 1 is true
using AtomId = uint32_t;
using ExpressionId = uint32_t;

/// A guard's answer about somebody, or an opaque branch on an expression's truth.
struct AtomKey {
  uint32_t condition = 0; ///< a name's index + 1; 0 for an opaque branch
  ExpressionId about = 0; ///< whom the guard was asked about, or the branch's expression
  friend bool operator==(const AtomKey&, const AtomKey&) = default;
};

class Formulas {
public:
  static constexpr FormulaId no = 0, yes = 1;
  // Bounds of what `bounded` calls small: questions on one path, and paths.
  static constexpr unsigned maxAtoms = 16, maxOpaquePaths = 24, maxPaths = 128;

  Formulas();

  FormulaId atom(AtomKey key);
  FormulaId negation(FormulaId f) { return ite(f, no, yes); }
  FormulaId conjunction(FormulaId f, FormulaId g) { return ite(f, g, no); }
  FormulaId disjunction(FormulaId f, FormulaId g) { return ite(f, yes, g); }
  FormulaId ite(FormulaId f, FormulaId g, FormulaId h);

  /// f with each atom replaced by what `replace` says of it.
  FormulaId substitute(FormulaId f, llvm::function_ref<FormulaId(AtomId)> replace);
  /// A formula of another table, with each of its atoms replaced by what `replace` says of it.
  FormulaId rebuild(const Formulas& from, FormulaId f,
                    llvm::function_ref<FormulaId(AtomId)> replace);
  /// The weakest consequence of f that does not mention the atoms for which `drop` holds.
  FormulaId exists(FormulaId f, llvm::function_ref<bool(AtomId)> drop);
  /// f itself where it is small; else its weakest consequence over guards alone, where that is;
  /// else yes. So every formula that is kept stays of a size that people can read and conditions
  /// that meet cannot multiply.
  FormulaId bounded(FormulaId f);
  /// Whether an atom of f satisfies the predicate.
  bool mentions(FormulaId f, llvm::function_ref<bool(AtomId)> predicate) const;

  /// An upper bound on the number of atoms on one path through f.
  unsigned depth(FormulaId f) const { return nodes_[f].depth; }
  /// How many paths lead through f to yes or no.
  uint32_t paths(FormulaId f) const { return nodes_[f].paths; }
  const AtomKey& key(AtomId atom) const { return atoms_[atom]; }

  struct Node {
    AtomId atom = ~0U;
    FormulaId low = 0, high = 0;
    uint32_t depth = 0;
    uint32_t paths = 1; ///< saturates
  };
  size_t size() const { return nodes_.size(); } // TRACE
  const Node& node(FormulaId f) const { return nodes_[f]; }

private:
  FormulaId make(AtomId atom, FormulaId low, FormulaId high);

  std::vector<AtomKey> atoms_;
  std::vector<Node> nodes_;
  llvm::DenseMap<std::pair<uint32_t, uint32_t>, AtomId> atomIds_;
  llvm::DenseMap<std::pair<AtomId, std::pair<FormulaId, FormulaId>>, FormulaId> unique_;
  llvm::DenseMap<std::pair<FormulaId, std::pair<FormulaId, FormulaId>>, FormulaId> iteCache_;
  llvm::DenseMap<FormulaId, FormulaId> bounded_; ///< of formulas that are not small
};

} // namespace circumspect::analysis
