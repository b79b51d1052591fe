#include "policy/encode/Count.h"

#include "policy/encode/Diagram.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/ErrorHandling.h"

#include <algorithm>

namespace circumspect::policy {

namespace {

constexpr size_t largest = 1000000; // nodes

class Counting {
public:
  Counting(const Quotient& quotient, Slice& slice)
      : quotient_(quotient), slice_(slice), diagram_(largest) {
    declareAtoms();
  }

  std::optional<llvm::APInt> run(const z3::expr& formula) {
    Diagram::Node models = diagram_.conjoin(wellFormed(), translate(formula));
    if (diagram_.isTooLarge())
      return std::nullopt;
    auto size = [&](Kind kind, unsigned block) { return quotient_.blocks(kind)[block].size(); };
    llvm::APInt here(width(), size(Kind::Action, slice_.actionBlock()) *
                                  size(Kind::Recipient, slice_.recipientBlock()));
    return here * between(0, models) * weightOf(models);
  }

private:
  using Node = Diagram::Node;

  // How many requests a truth value of the atom stands for.
  struct Weight {
    llvm::APInt ifFalse, ifTrue;
  };

  unsigned width() const { return 64 + bits_; }

  Node atom(const z3::expr& symbol) {
    Node variable = diagram_.variable(atoms_);
    translated_.emplace(symbol.id(), variable);
    ++atoms_;
    return variable;
  }

  // Facts first: data last keeps diagrams small, since rules rarely relate many categories.
  void declareAtoms() {
    const Vocabulary& v = slice_.vocabulary();
    for (unsigned i = 0; i < v.conditions.size(); ++i)
      atom(slice_.condition(i));
    for (unsigned i = 0; i < v.quantities.size(); ++i) {
      std::vector<Node>& ranges = ranges_.emplace_back();
      for (int64_t bound : quotient_.thresholds(i))
        ranges.push_back(atom(slice_.isAtMost(i, bound)));
    }
    for (Kind kind : {Kind::Purpose, Kind::Channel, Kind::Data})
      for (unsigned block = 0; block < quotient_.blocks(kind).size(); ++block)
        blocks_[static_cast<size_t>(kind)].push_back(atom(slice_.isUnder(kind, block)));
    bits_ = atoms_;
    for (const std::vector<unsigned>& block : quotient_.blocks(Kind::Data))
      bits_ += block.size();
    for (unsigned i = 0; i < atoms_; ++i)
      weights_.push_back({llvm::APInt(width(), 1), llvm::APInt(width(), 1)});
    for (Kind kind : {Kind::Purpose, Kind::Channel, Kind::Data})
      for (unsigned block = 0; block < quotient_.blocks(kind).size(); ++block) {
        unsigned size = quotient_.blocks(kind)[block].size();
        Node variable = blocks_[static_cast<size_t>(kind)][block];
        weights_[diagram_[variable].variable].ifTrue =
            kind == Kind::Data ? llvm::APInt::getOneBitSet(width(), size) - 1
                               : llvm::APInt(width(), size);
      }
  }

  Node wellFormed() {
    Node result = Diagram::yes, some = Diagram::no;
    for (Kind kind : {Kind::Purpose, Kind::Channel})
      result = diagram_.conjoin(result, exactlyOne(blocks_[static_cast<size_t>(kind)]));
    for (Node block : blocks_[static_cast<size_t>(Kind::Data)])
      some = diagram_.disjoin(some, block);
    result = diagram_.conjoin(result, some);
    for (const std::vector<Node>& ranges : ranges_) // what is at most 7 is at most 30
      for (size_t i = 1; i < ranges.size(); ++i)
        result =
            diagram_.conjoin(result, diagram_.ifThenElse(ranges[i - 1], ranges[i], Diagram::yes));
    for (const Expression& constraint : slice_.vocabulary().constraints)
      result = diagram_.conjoin(result, translate(slice_.encode(constraint)));
    return result;
  }

  Node exactlyOne(const std::vector<Node>& atoms) {
    Node none = Diagram::yes, one = Diagram::no;
    for (Node each : atoms) {
      one = diagram_.ifThenElse(each, none, one);
      none = diagram_.conjoin(none, diagram_.negate(each));
    }
    return one;
  }

  Node translate(const z3::expr& e) {
    auto known = translated_.find(e.id());
    if (known != translated_.end())
      return known->second;
    Node result = compute(e);
    translated_.emplace(e.id(), result);
    kept_.push_back(e); // so that its number stays its own
    return result;
  }

  Node compute(const z3::expr& e) {
    if (const z3::expr* definition = slice_.definition(e))
      return translate(*definition);
    auto argument = [&](unsigned i) { return translate(e.arg(i)); };
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
      for (unsigned i = 0; i < e.num_args(); ++i)
        result = diagram_.conjoin(result, argument(i));
      return result;
    case Z3_OP_OR:
      for (unsigned i = 0; i < e.num_args(); ++i)
        result = diagram_.disjoin(result, argument(i));
      return result;
    case Z3_OP_IMPLIES:
      return diagram_.ifThenElse(argument(0), argument(1), Diagram::yes);
    case Z3_OP_EQ:
      return diagram_.ifThenElse(argument(0), argument(1), diagram_.negate(argument(1)));
    case Z3_OP_DISTINCT:
    case Z3_OP_XOR:
      return diagram_.ifThenElse(argument(0), diagram_.negate(argument(1)), argument(1));
    default:
      llvm::report_fatal_error("a formula that is not counted; this is a defect of circumspect");
    }
  }

  llvm::APInt free(unsigned variable) const {
    return weights_[variable].ifFalse + weights_[variable].ifTrue;
  }

  // The weight of the variables from one on up to the one that the node tests.
  llvm::APInt between(unsigned from, Node node) const {
    llvm::APInt product(width(), 1);
    for (unsigned i = from; i < std::min(diagram_[node].variable, atoms_); ++i)
      product *= free(i);
    return product;
  }

  llvm::APInt weightOf(Node node) {
    if (node == Diagram::no || node == Diagram::yes)
      return llvm::APInt(width(), node == Diagram::yes);
    auto known = counted_.find(node);
    if (known != counted_.end())
      return known->second;
    const auto [variable, low, high] = diagram_[node];
    llvm::APInt result = weights_[variable].ifFalse * between(variable + 1, low) * weightOf(low) +
                         weights_[variable].ifTrue * between(variable + 1, high) * weightOf(high);
    counted_.emplace(node, result);
    return result;
  }

  const Quotient& quotient_;
  Slice& slice_;
  Diagram diagram_;
  unsigned atoms_ = 0, bits_ = 0;
  std::vector<std::vector<Node>> ranges_;              ///< by quantity
  std::array<std::vector<Node>, kinds.size()> blocks_; ///< by kind
  std::vector<Weight> weights_;                        ///< by variable
  std::map<unsigned, Node> translated_;                ///< by formula
  std::vector<z3::expr> kept_;
  std::map<Node, llvm::APInt> counted_;
};

} // namespace

std::optional<llvm::APInt> count(const Quotient& quotient, Slice& slice, const z3::expr& formula) {
  return Counting(quotient, slice).run(formula);
}

std::string inWords(const llvm::APInt& number) {
  llvm::SmallString<64> digits;
  number.toStringUnsigned(digits);
  std::string text;
  for (size_t i = 0; i < digits.size(); ++i) {
    if (i && (digits.size() - i) % 3 == 0)
      text += ',';
    text += digits[i];
  }
  return text;
}

llvm::APInt sum(const llvm::APInt& a, const llvm::APInt& b) {
  unsigned width = std::max(a.getBitWidth(), b.getBitWidth());
  return a.zext(width) + b.zext(width);
}

} // namespace circumspect::policy
