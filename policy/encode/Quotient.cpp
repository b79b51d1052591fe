#include "policy/encode/Quotient.h"

#include "llvm/ADT/STLExtras.h"

#include <map>

namespace circumspect::policy {

// The kinds that a slice fixes.
static bool isSliced(Kind kind) {
  return kind == Kind::Action || kind == Kind::Recipient;
}

Quotient::Quotient(const std::vector<std::shared_ptr<const Pack>>& packs,
                   llvm::ArrayRef<Scope> apart)
    : full_(packs.front()->vocabulary) {
  for (Kind kind : kinds)
    isUsed_[static_cast<size_t>(kind)].assign(full()[kind].terms().size(), false);
  thresholds_.resize(full().quantities.size());
  for (const auto& pack : packs) {
    for (const Limit& limit : pack->limits)
      thresholds_[limit.quantity].insert(limit.atMost);
    llvm::for_each(pack->rules, [&](const Scope& scope) { collect(scope); });
    llvm::for_each(pack->properties, [&](const Scope& scope) { collect(scope); });
    llvm::for_each(pack->limits, [&](const Scope& scope) { collect(scope); });
  }
  for (const Scope& scope : apart)
    collect(scope);
  for (const Expression& constraint : full().constraints)
    collect(constraint);
  for (Kind kind : kinds)
    partition(kind);
  buildReduced();
}

void Quotient::collect(const Scope& scope) {
  for (Kind kind : kinds)
    for (unsigned term : scope[kind])
      isUsed_[static_cast<size_t>(kind)][term] = true;
  collect(scope.when);
}

void Quotient::collect(const Expression& e) {
  std::vector<bool>& data = isUsed_[static_cast<size_t>(Kind::Data)];
  if (e.op == Expression::Op::Contains || e.op == Expression::Op::Links)
    data[e.term] = true;
  if (e.op == Expression::Op::Links)
    data[e.other] = true;
  if (e.op == Expression::Op::Compare) {
    bool splitsBelow = e.comparison != Comparison::LessEqual && e.comparison != Comparison::Greater;
    bool splitsAbove = e.comparison != Comparison::Less && e.comparison != Comparison::GreaterEqual;
    if (splitsBelow && e.value > 0)
      thresholds_[e.term].insert(e.value - 1);
    if (splitsAbove)
      thresholds_[e.term].insert(e.value);
  }
  for (const Expression& operand : e.operands)
    collect(operand);
}

// Leaves are alike where the same used terms are above them. Blocks come in the order of their
// first leaf.
void Quotient::partition(Kind kind) {
  size_t k = static_cast<size_t>(kind);
  const Taxonomy& taxonomy = full()[kind];
  std::vector<std::vector<unsigned>> above(taxonomy.terms().size());
  for (unsigned term = 0; term < taxonomy.terms().size(); ++term)
    if (isUsed_[k][term])
      for (unsigned leaf : taxonomy.leavesUnder(term))
        above[leaf].push_back(term);
  std::map<std::vector<unsigned>, unsigned> byTerms;
  blockOf_[k].assign(taxonomy.terms().size(), 0);
  for (unsigned leaf : taxonomy.leaves()) {
    auto [block, isNew] = byTerms.try_emplace(above[leaf], blocks_[k].size());
    if (isNew)
      blocks_[k].emplace_back();
    blockOf_[k][leaf] = block->second;
    blocks_[k][block->second].push_back(leaf);
  }
}

void Quotient::buildReduced() {
  reduced_ = std::make_shared<Vocabulary>();
  reduced_->name = full().name;
  reduced_->conditions = full().conditions;
  reduced_->quantities = full().quantities;
  for (Kind kind : kinds) {
    size_t k = static_cast<size_t>(kind);
    Taxonomy& taxonomy = (*reduced_)[kind];
    auto add = [&](std::string name) {
      Term term;
      term.name = std::move(name);
      return taxonomy.add(std::move(term));
    };
    reducedTerm_[k].assign(full()[kind].terms().size(), 0);
    if (isSliced(kind)) {
      add("any");
      taxonomy.close();
      continue;
    }
    for (const std::vector<unsigned>& block : blocks_[k])
      add(full()[kind][block.front()].name);
    for (unsigned term = 0; term < full()[kind].terms().size(); ++term) {
      if (!isUsed_[k][term])
        continue;
      std::vector<unsigned> below;
      for (unsigned leaf : full()[kind].leavesUnder(term))
        below.push_back(blockOf_[k][leaf]);
      llvm::sort(below);
      below.erase(std::unique(below.begin(), below.end()), below.end());
      reducedTerm_[k][term] = below.size() == 1 ? below.front() : add(full()[kind][term].name);
      if (below.size() > 1)
        for (unsigned block : below)
          taxonomy.addParent(block, reducedTerm_[k][term]);
    }
    taxonomy.close();
  }
  for (const Expression& constraint : full().constraints)
    reduced_->constraints.push_back(reduce(constraint));
}

void Quotient::reduce(const Scope& from, Scope& to) const {
  to.when = reduce(from.when);
  for (Kind kind : kinds)
    if (!isSliced(kind))
      for (unsigned term : from[kind])
        to.terms[static_cast<size_t>(kind)].push_back(
            reducedTerm_[static_cast<size_t>(kind)][term]);
}

Expression Quotient::reduce(const Expression& expression) const {
  const std::vector<unsigned>& data = reducedTerm_[static_cast<size_t>(Kind::Data)];
  Expression result = expression;
  if (result.op == Expression::Op::Contains || result.op == Expression::Op::Links)
    result.term = data[result.term];
  if (result.op == Expression::Op::Links)
    result.other = data[result.other];
  for (Expression& operand : result.operands)
    operand = reduce(operand);
  return result;
}

Request Quotient::lift(const Request& reduced, unsigned action, unsigned recipient) const {
  Request request = reduced;
  for (unsigned& leaf : request.data)
    leaf = blocks(Kind::Data)[leaf].front();
  llvm::sort(request.data);
  for (Kind kind : {Kind::Purpose, Kind::Channel})
    request[kind] = blocks(kind)[reduced[kind]].front();
  request[Kind::Action] = action;
  request[Kind::Recipient] = recipient;
  return request;
}

} // namespace circumspect::policy
