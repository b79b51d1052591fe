#include "policy/encode/Box.h"

#include <algorithm>

namespace circumspect::policy {

bool Meeting::meets(const Box& box) {
  box_ = &box;
  const unsigned firstData = diagram_.block(Kind::Data, 0);
  setsOf_.assign(diagram_.variables() - firstData, 0);
  for (size_t i = 0; i < box.oneOfEach.size(); ++i)
    for (unsigned block : box.oneOfEach[i])
      setsOf_[block] |= 1U << i;
  goal_ = box.data == Box::Data::ExactlyOne ? 1 : (1U << box.oneOfEach.size()) - 1;
  // What a node leads to was there before it, and so has a smaller number.
  seen_.resize(std::max<size_t>(seen_.size(), (set_ + 1) * (goal_ + 1)));
  ++question_;
  return reach(set_, 0, 0);
}

unsigned Meeting::variableOf(Diagram::Node node) const {
  return std::min(diagram_.diagram()[node].variable, diagram_.variables());
}

// To a node from a variable on, past those that the diagram does not test, which may be chosen. The
// state says what the data that was chosen so far fulfils.
bool Meeting::reach(Diagram::Node node, unsigned from, unsigned state) {
  if (node == Diagram::no)
    return false;
  const unsigned firstData = diagram_.block(Kind::Data, 0);
  bool isOneMorePossible = false;
  for (unsigned variable = std::max(from, firstData), to = variableOf(node); variable < to;
       ++variable) {
    Box::Value value = box_->values[variable];
    if (box_->data == Box::Data::AnyNumber)
      state |= value == Box::Value::No ? 0 : setsOf_[variable - firstData];
    else if (value == Box::Value::Yes)
      ++state;
    else
      isOneMorePossible |= value == Box::Value::Either;
  }
  return isReached(node, state) || (isOneMorePossible && isReached(node, state + 1));
}

bool Meeting::isReached(Diagram::Node node, unsigned state) {
  if (box_->data == Box::Data::ExactlyOne && state > 1)
    return false;
  if (node == Diagram::yes)
    return state == goal_;
  unsigned& seen = seen_[node * (goal_ + 1) + state];
  if (seen == question_)
    return false;
  seen = question_;
  const auto [variable, low, high] = diagram_.diagram()[node];
  Box::Value value = box_->values[variable];
  if (value != Box::Value::Yes && reach(low, variable + 1, state))
    return true;
  if (value == Box::Value::No)
    return false;
  const unsigned firstData = diagram_.block(Kind::Data, 0);
  if (variable >= firstData)
    state = box_->data == Box::Data::ExactlyOne ? state + 1 : state | setsOf_[variable - firstData];
  return reach(high, variable + 1, state);
}

} // namespace circumspect::policy
