// What a slice says, as decision diagrams over its atoms. The formulas of its session are compiled,
// with the definitions unfolded, so that the meaning of rules is not written down a further time.
// Diagrams answer thousands of small questions in the time that the solver needs for a few, and
// count; but they can grow beyond reason where a slice has many rules, which is then said.
#pragma once

#include "policy/encode/Diagram.h"
#include "policy/encode/Slice.h"

#include <unordered_map>

namespace circumspect::policy {

/// Formulas of one slice as diagrams. Facts are tested first and data last, which keeps diagrams
/// small, since rules rarely relate many categories.
class SliceDiagram {
public:
  using Node = Diagram::Node;

  /// At most so many nodes; beyond, `isTooLarge` holds and results mean nothing.
  SliceDiagram(const Quotient& quotient, Section& section, std::size_t most);

  /// The requests that satisfy a formula of the session, well formed or not.
  Node compile(const z3::expr& formula);
  /// The requests that the vocabulary allows.
  Node wellFormed();
  Node conjoin(Node a, Node b) { return diagram_.conjoin(a, b); }
  bool isTooLarge() const { return diagram_.isTooLarge(); }
  const Diagram& diagram() const { return diagram_; }

  /// The variables of atoms: conditions, bounds of quantities, then blocks by kind.
  unsigned variables() const { return variables_; }
  unsigned condition(unsigned number) const { return number; }
  /// That a quantity is at most one of its thresholds.
  unsigned atMost(unsigned quantity, int64_t threshold) const;
  unsigned block(Kind kind, unsigned block) const {
    return firstBlock_[static_cast<size_t>(kind)] + block;
  }

private:
  void declare(const z3::expr& symbol);
  Node exactlyOne(Kind kind);
  Node compute(const z3::expr& formula);

  const Quotient& quotient_;
  Section& section_;
  Diagram diagram_;
  unsigned variables_ = 0;
  std::vector<unsigned> firstBound_;                   ///< by quantity
  std::array<unsigned, kinds.size()> firstBlock_ = {}; ///< by kind
  std::unordered_map<unsigned, Node> compiled_;        ///< by formula
  std::vector<z3::expr> kept_; ///< compiled formulas, so that their numbers stay theirs
  std::optional<Node> wellFormed_;
};

} // namespace circumspect::policy
