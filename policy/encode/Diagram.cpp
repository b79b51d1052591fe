#include "policy/encode/Diagram.h"

#include <algorithm>

namespace circumspect::policy {

Diagram::Node Diagram::node(unsigned variable, Node low, Node high) {
  if (low == high)
    return low;
  auto [known, isNew] = unique_.try_emplace(Triple(variable, low, high), nodes_.size());
  if (isNew)
    nodes_.push_back({variable, low, high});
  return known->second;
}

Diagram::Node Diagram::ifThenElse(Node condition, Node then, Node otherwise) {
  if (condition == yes || then == otherwise)
    return then;
  if (condition == no)
    return otherwise;
  if (then == yes && otherwise == no)
    return condition;
  if (isTooLarge())
    return no;
  auto known = computed_.find(Triple(condition, then, otherwise));
  if (known != computed_.end())
    return known->second;
  unsigned top =
      std::min({nodes_[condition].variable, nodes_[then].variable, nodes_[otherwise].variable});
  auto low = [&](Node n) { return nodes_[n].variable == top ? nodes_[n].low : n; };
  auto high = [&](Node n) { return nodes_[n].variable == top ? nodes_[n].high : n; };
  Node whenFalse = ifThenElse(low(condition), low(then), low(otherwise));
  Node whenTrue = ifThenElse(high(condition), high(then), high(otherwise));
  Node result = node(top, whenFalse, whenTrue);
  computed_.try_emplace(Triple(condition, then, otherwise), result);
  return result;
}

} // namespace circumspect::policy
