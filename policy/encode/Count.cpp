#include "policy/encode/Count.h"

#include "llvm/ADT/SmallString.h"

#include <algorithm>

namespace circumspect::policy {

constexpr size_t largest = 1000000; // nodes

Counting::Counting(const Quotient& quotient, const Slice& slice)
    : quotient_(quotient), slice_(slice),
      diagram_(std::make_unique<SliceDiagram>(quotient, *slice, largest)) {
  width_ = 64 + diagram_->variables();
  for (const std::vector<unsigned>& block : quotient_.blocks(Kind::Data))
    width_ += block.size();
  weigh();
}

void Counting::weigh() {
  weights_.assign(diagram_->variables(), {llvm::APInt(width_, 1), llvm::APInt(width_, 1)});
  for (Kind kind : {Kind::Purpose, Kind::Channel, Kind::Data})
    for (unsigned block = 0; block < quotient_.blocks(kind).size(); ++block) {
      unsigned size = quotient_.blocks(kind)[block].size();
      weights_[diagram_->block(kind, block)].ifTrue =
          kind == Kind::Data ? llvm::APInt::getOneBitSet(width_, size) - 1
                             : llvm::APInt(width_, size);
    }
}

std::optional<llvm::APInt> Counting::count(const z3::expr& formula) {
  auto modelsOf = [&] {
    return diagram_->conjoin(diagram_->wellFormed(), diagram_->compile(formula));
  };
  Diagram::Node models = modelsOf();
  if (diagram_->isTooLarge()) { // perhaps by what was counted before
    counted_.clear();
    diagram_ = std::make_unique<SliceDiagram>(quotient_, *slice_, largest);
    models = modelsOf();
  }
  if (diagram_->isTooLarge())
    return std::nullopt;
  auto size = [&](Kind kind, unsigned block) { return quotient_.blocks(kind)[block].size(); };
  llvm::APInt here(width_, size(Kind::Action, slice_.actionBlock()) *
                               size(Kind::Recipient, slice_.recipientBlock()));
  return here * between(0, models) * weightOf(models);
}

// The weight of the variables from one on up to the one that the node tests.
llvm::APInt Counting::between(unsigned from, Diagram::Node node) const {
  llvm::APInt product(width_, 1);
  unsigned to = std::min(diagram_->diagram()[node].variable, diagram_->variables());
  for (unsigned i = from; i < to; ++i)
    product *= weights_[i].ifFalse + weights_[i].ifTrue;
  return product;
}

llvm::APInt Counting::weightOf(Diagram::Node node) {
  if (node == Diagram::no || node == Diagram::yes)
    return llvm::APInt(width_, node == Diagram::yes);
  auto known = counted_.find(node);
  if (known != counted_.end())
    return known->second;
  const auto [variable, low, high] = diagram_->diagram()[node];
  llvm::APInt result = weights_[variable].ifFalse * between(variable + 1, low) * weightOf(low) +
                       weights_[variable].ifTrue * between(variable + 1, high) * weightOf(high);
  counted_.emplace(node, result);
  return result;
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
