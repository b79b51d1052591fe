#include "policy/encode/Slice.h"

#include "policy/encode/SliceDiagram.h"

#include "llvm/ADT/STLExtras.h"

namespace circumspect::policy {

static Pack reduce(const Quotient& quotient, const Pack& pack, llvm::ArrayRef<unsigned> rules) {
  Pack result;
  result.name = pack.name;
  result.vocabulary = quotient.reduced();
  result.fallback = pack.fallback;
  for (unsigned number : rules) {
    Rule rule;
    rule.id = pack.rules[number].id;
    rule.effect = pack.rules[number].effect;
    quotient.reduce(pack.rules[number], rule);
    for (unsigned overridden : pack.rules[number].overrides) {
      const auto* here = llvm::lower_bound(rules, overridden);
      if (here != rules.end() && *here == overridden)
        rule.overrides.push_back(here - rules.begin());
    }
    result.rules.push_back(std::move(rule));
  }
  return result;
}

Section::Section(const Quotient& quotient, const std::vector<std::shared_ptr<const Pack>>& packs,
                 Rules rules, unsigned timeout, std::shared_ptr<z3::context> context,
                 Encoding::Guards guards)
    : Session(quotient.reduced(), timeout, std::move(context)), full_(std::move(rules)) {
  for (unsigned i = 0; i < vocabulary().quantities.size(); ++i)
    for (int64_t bound : quotient.thresholds(i))
      isAtMost(i, bound);
  packs_.reserve(packs.size());
  for (unsigned i = 0; i < packs.size(); ++i) {
    packs_.push_back(reduce(quotient, *packs[i], full_[i]));
    std::string prefix = i == 0 ? "" : std::to_string(i + 1) + "/";
    encodings_.push_back(std::make_unique<Encoding>(*this, packs_[i], prefix, guards));
  }
}

std::optional<unsigned> Section::ruleHere(unsigned pack, unsigned fullRule) const {
  auto here = llvm::lower_bound(full_[pack], fullRule);
  if (here == full_[pack].end() || *here != fullRule)
    return std::nullopt;
  return here - full_[pack].begin();
}

static bool isAbout(const Quotient& quotient, const Scope& scope, unsigned action,
                    unsigned recipient) {
  auto isAmong = [&](Kind kind, unsigned block) {
    return matches(quotient.full(), kind, scope[kind], quotient.blocks(kind)[block].front());
  };
  return isAmong(Kind::Action, action) && isAmong(Kind::Recipient, recipient);
}

bool Slices::isAbout(const Scope& scope, unsigned number) const {
  return policy::isAbout(quotient_, scope, number / recipients(), number % recipients());
}

std::optional<z3::expr> Slice::scope(const Scope& scope, Session::Bounds bounds) const {
  if (!isAbout(quotient_, scope, action_, recipient_))
    return std::nullopt;
  Scope here;
  quotient_.reduce(scope, here);
  return section_.requestsOf(here, bounds);
}

Request Slice::lift(const Request& reduced) const {
  return quotient_.lift(reduced, quotient_.blocks(Kind::Action)[action_].front(),
                        quotient_.blocks(Kind::Recipient)[recipient_].front());
}

Slices::Slices(std::vector<std::shared_ptr<const Pack>> packs, unsigned timeout,
               llvm::ArrayRef<Scope> apart, std::size_t largest)
    : packs_(std::move(packs)), timeout_(timeout), largest_(largest),
      context_(std::make_shared<z3::context>()), quotient_(packs_, apart), shared_(size()) {
  for (const auto& pack : packs_) {
    std::vector<Reach>& reach = reach_.emplace_back();
    for (const Rule& rule : pack->rules) {
      auto blocks = [&](Kind kind) {
        std::vector<bool> reached(quotient_.blocks(kind).size(), rule[kind].empty());
        for (unsigned term : rule[kind])
          for (unsigned leaf : vocabulary()[kind].leavesUnder(term))
            reached[quotient_.blockOf(kind, leaf)] = true;
        return reached;
      };
      reach.push_back({blocks(Kind::Action), blocks(Kind::Recipient)});
    }
  }
}

Slices::~Slices() = default;

SliceDiagram* Slices::diagram(unsigned number) {
  Shared& shared = this->shared(number);
  if (shared.diagram && shared.diagram->isTooLarge()) {
    shared.diagram.reset();
    shared.isTooLarge = true;
  }
  if (!shared.diagram && !shared.isTooLarge)
    shared.diagram = std::make_unique<SliceDiagram>(quotient_, *shared.section, largest_);
  return shared.diagram.get();
}

Section::Rules Slices::rulesIn(unsigned number) const {
  unsigned action = number / recipients(), recipient = number % recipients();
  Section::Rules rules(packs_.size());
  for (unsigned i = 0; i < packs_.size(); ++i)
    for (unsigned rule = 0; rule < reach_[i].size(); ++rule)
      if (reach_[i][rule].actions[action] && reach_[i][rule].recipients[recipient])
        rules[i].push_back(rule);
  return rules;
}

Slices::Shared& Slices::shared(unsigned number) {
  if (!shared_[number]) {
    auto [entry, isNew] = sections_.try_emplace(rulesIn(number));
    if (isNew)
      entry->second.section =
          std::make_unique<Section>(quotient_, packs_, entry->first, timeout_, context_);
    shared_[number] = &entry->second;
  }
  return *shared_[number];
}

Slice Slices::operator[](unsigned number) {
  return {quotient_, *shared(number).section, number / recipients(), number % recipients()};
}

std::unique_ptr<Section> Slices::guarded(unsigned number) const {
  return std::make_unique<Section>(quotient_, packs_, rulesIn(number), timeout_, context_,
                                   Encoding::Guards::ByRule);
}

std::vector<unsigned> Slices::slicesOf(unsigned pack, unsigned rule) const {
  std::vector<unsigned> numbers;
  for (unsigned number = 0; number < size(); ++number)
    if (reach_[pack][rule].actions[number / recipients()] &&
        reach_[pack][rule].recipients[number % recipients()])
      numbers.push_back(number);
  return numbers;
}

} // namespace circumspect::policy
