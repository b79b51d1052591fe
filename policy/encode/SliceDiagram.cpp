#include "policy/encode/SliceDiagram.h"

#include "llvm/Support/ErrorHandling.h"

#include <iterator>

namespace circumspect::policy {

SliceDiagram::SliceDiagram(const Quotient& quotient, Section& section, std::size_t most)
    : quotient_(quotient), section_(section), diagram_(most) {
  const Vocabulary& v = section_.vocabulary();
  for (unsigned i = 0; i < v.conditions.size(); ++i)
    declare(section_.condition(i));
  for (unsigned i = 0; i < v.quantities.size(); ++i) {
    firstBound_.push_back(variables_);
    for (int64_t bound : quotient_.thresholds(i))
      declare(section_.isAtMost(i, bound));
  }
  for (Kind kind : {Kind::Purpose, Kind::Channel, Kind::Data}) {
    firstBlock_[static_cast<size_t>(kind)] = variables_;
    for (unsigned block = 0; block < quotient_.blocks(kind).size(); ++block)
      declare(section_.isUnder(kind, block));
  }
}

void SliceDiagram::declare(const z3::expr& symbol) {
  compiled_.emplace(symbol.id(), diagram_.variable(variables_++));
}

unsigned SliceDiagram::atMost(unsigned quantity, int64_t threshold) const {
  const std::set<int64_t>& bounds = quotient_.thresholds(quantity);
  return firstBound_[quantity] + std::distance(bounds.begin(), bounds.find(threshold));
}

SliceDiagram::Node SliceDiagram::wellFormed() {
  if (wellFormed_)
    return *wellFormed_;
  Node some = Diagram::no;
  for (unsigned i = quotient_.blocks(Kind::Data).size(); i-- > 0;)
    some = diagram_.disjoin(diagram_.variable(block(Kind::Data, i)), some);
  Node result = diagram_.conjoin(exactlyOne(Kind::Channel), some);
  result = diagram_.conjoin(exactlyOne(Kind::Purpose), result);
  for (unsigned i = 0; i < firstBound_.size(); ++i) // what is at most 7 is at most 30
    for (unsigned bound = 1; bound < quotient_.thresholds(i).size(); ++bound)
      result = diagram_.conjoin(
          result, diagram_.ifThenElse(diagram_.variable(firstBound_[i] + bound - 1),
                                      diagram_.variable(firstBound_[i] + bound), Diagram::yes));
  for (const Expression& constraint : section_.vocabulary().constraints)
    result = diagram_.conjoin(result, compile(section_.encode(constraint)));
  wellFormed_ = result;
  return result;
}

SliceDiagram::Node SliceDiagram::exactlyOne(Kind kind) {
  Node none = Diagram::yes, one = Diagram::no;
  for (unsigned i = quotient_.blocks(kind).size(); i-- > 0;) {
    Node each = diagram_.variable(block(kind, i));
    one = diagram_.ifThenElse(each, none, one);
    none = diagram_.ifThenElse(each, Diagram::no, none);
  }
  return one;
}

SliceDiagram::Node SliceDiagram::compile(const z3::expr& formula) {
  auto known = compiled_.find(formula.id());
  if (known != compiled_.end())
    return known->second;
  Node result = compute(formula);
  compiled_.emplace(formula.id(), result);
  kept_.push_back(formula);
  return result;
}

SliceDiagram::Node SliceDiagram::compute(const z3::expr& e) {
  if (const z3::expr* definition = section_.definition(e))
    return compile(*definition);
  auto argument = [&](unsigned i) { return compile(e.arg(i)); };
  Node result = Diagram::no;
  switch (e.decl().decl_kind()) {
  case Z3_OP_TRUE:
    return Diagram::yes;
  case Z3_OP_FALSE:
    return Diagram::no;
  case Z3_OP_NOT:
    return diagram_.negate(argument(0));
  case Z3_OP_AND:
    result = Diagram::yes;
    for (unsigned i = e.num_args(); i-- > 0 && result != Diagram::no;)
      result = diagram_.conjoin(argument(i), result);
    return result;
  case Z3_OP_OR:
    for (unsigned i = e.num_args(); i-- > 0 && result != Diagram::yes;)
      result = diagram_.disjoin(argument(i), result);
    return result;
  case Z3_OP_IMPLIES:
    return diagram_.ifThenElse(argument(0), argument(1), Diagram::yes);
  case Z3_OP_EQ:
    return diagram_.ifThenElse(argument(0), argument(1), diagram_.negate(argument(1)));
  case Z3_OP_DISTINCT:
  case Z3_OP_XOR:
    return diagram_.ifThenElse(argument(0), diagram_.negate(argument(1)), argument(1));
  default:
    llvm::report_fatal_error("a formula without a diagram; this is a defect of circumspect");
  }
}

} // namespace circumspect::policy
