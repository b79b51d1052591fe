// Reduced, ordered binary decision diagrams (Bryant 1986), as far as counting and comparing need
// them: the if-then-else operator over a table in which equal diagrams are the same node.
#pragma once

#include "llvm/ADT/DenseMap.h"

#include <cstdint>
#include <tuple>
#include <vector>

namespace circumspect::policy {

/// Diagrams over variables 0, 1, …, which are tested in that order.
class Diagram {
public:
  using Node = uint32_t;
  static constexpr Node no = 0, yes = 1;

  /// Beyond so many nodes, `isTooLarge` holds and results mean nothing.
  explicit Diagram(std::size_t most) : most_(most) {}

  Node variable(unsigned number) { return node(number, no, yes); }
  Node ifThenElse(Node condition, Node then, Node otherwise);
  Node negate(Node a) { return ifThenElse(a, no, yes); }
  Node conjoin(Node a, Node b) { return ifThenElse(a, b, no); }
  Node disjoin(Node a, Node b) { return ifThenElse(a, yes, b); }

  /// A node tests a variable, and leads to `low` where it fails and to `high` where it holds.
  struct Test {
    unsigned variable;
    Node low, high;
  };
  const Test& operator[](Node node) const { return nodes_[node]; }
  std::size_t size() const { return nodes_.size(); }
  bool isTooLarge() const { return nodes_.size() > most_; }

private:
  Node node(unsigned variable, Node low, Node high);

  static constexpr unsigned last = ~0u; ///< the variable of the two constants
  using Triple = std::tuple<unsigned, unsigned, unsigned>;
  std::size_t most_;
  std::vector<Test> nodes_ = {{last, no, no}, {last, yes, yes}};
  llvm::DenseMap<Triple, Node> unique_, computed_;
};

} // namespace circumspect::policy
