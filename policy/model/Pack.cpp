#include "policy/model/Pack.h"

#include <algorithm>
#include <functional>
#include <set>

namespace circumspect::policy {

llvm::StringRef name(Effect effect) {
  return effect == Effect::Permit ? "permit" : "forbid";
}

llvm::StringRef name(Property::Quantifier quantifier) {
  static constexpr llvm::StringRef names[] = {"always", "never", "possible"};
  return names[static_cast<size_t>(quantifier)];
}

std::optional<unsigned> Pack::findRule(llvm::StringRef id) const {
  for (unsigned i = 0; i < rules.size(); ++i)
    if (rules[i].id == id)
      return i;
  return std::nullopt;
}

const Clause* Pack::findClause(llvm::StringRef id) const {
  for (const Clause& clause : clauses)
    if (clause.id == id)
      return &clause;
  return nullptr;
}

bool matches(const Vocabulary& vocabulary, Kind kind, llvm::ArrayRef<unsigned> terms,
             unsigned leaf) {
  return terms.empty() || std::any_of(terms.begin(), terms.end(), [&](unsigned t) {
           return vocabulary[kind].isUnder(leaf, t);
         });
}

std::vector<unsigned> leavesOf(const Vocabulary& vocabulary, Kind kind,
                               llvm::ArrayRef<unsigned> terms) {
  if (terms.empty())
    return vocabulary[kind].leaves().vec();
  std::set<unsigned> leaves;
  for (unsigned term : terms)
    leaves.insert(vocabulary[kind].leavesUnder(term).begin(),
                  vocabulary[kind].leavesUnder(term).end());
  return {leaves.begin(), leaves.end()};
}

std::vector<std::vector<unsigned>> overriders(const Pack& pack) {
  std::vector<std::vector<unsigned>> result(pack.rules.size());
  for (unsigned rule = 0; rule < pack.rules.size(); ++rule)
    for (unsigned defeated : pack.rules[rule].overrides)
      result[defeated].push_back(rule);
  return result;
}

std::vector<unsigned> overridersFirst(const Pack& pack) {
  std::vector<std::vector<unsigned>> by = overriders(pack);
  std::vector<bool> isDone(pack.rules.size());
  std::vector<unsigned> order;
  std::function<void(unsigned)> visit = [&](unsigned rule) {
    if (isDone[rule])
      return;
    isDone[rule] = true;
    for (unsigned overrider : by[rule])
      visit(overrider);
    order.push_back(rule);
  };
  for (unsigned rule = 0; rule < pack.rules.size(); ++rule)
    visit(rule);
  return order;
}

} // namespace circumspect::policy
