// The shape of region that widening asks about, in the variables of a slice's diagram: values of
// some variables, and of the categories of data either exactly one, or one of each of some sets.
#pragma once

#include "policy/encode/SliceDiagram.h"

namespace circumspect::policy {

/// A set of requests of one slice.
struct Box {
  enum class Value : uint8_t { Either, No, Yes };
  std::vector<Value> values;                    ///< by variable
  std::vector<std::vector<unsigned>> oneOfEach; ///< blocks of data
  enum class Data { AnyNumber, ExactlyOne } data = Data::AnyNumber;

  /// As many sets as questions can be asked about.
  static constexpr size_t mostSets = 6;
};

/// Asks which boxes a set of requests, given as a node of a diagram, meets.
class Meeting {
public:
  Meeting(const SliceDiagram& diagram, Diagram::Node set) : diagram_(diagram), set_(set) {}

  const SliceDiagram& diagram() const { return diagram_; }
  bool meets(const Box& box);

private:
  bool isReached(Diagram::Node node, unsigned state);
  bool reach(Diagram::Node node, unsigned from, unsigned state);
  unsigned variableOf(Diagram::Node node) const;

  const SliceDiagram& diagram_;
  Diagram::Node set_;
  const Box* box_ = nullptr;
  std::vector<unsigned> setsOf_; ///< by block of data, as bits, the sets of the box that it is in
  unsigned goal_ = 0;            ///< the state in which the box has all that it asks for
  std::vector<unsigned> seen_;   ///< by node and state, the last question that came there
  unsigned question_ = 0;
};

} // namespace circumspect::policy
