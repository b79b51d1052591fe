// Which rules cover a dead one is read from an unsatisfiable core over the rules' guards. The
// smallest such set is found by implicit hitting sets (Ignatiev, Previti, Liffiton and
// Marques-Silva 2015).
#include "policy/verify/Covering.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>

namespace circumspect::policy {

z3::expr matters(Section& section, unsigned rule) {
  const Encoding::Decided& with = section.rules().decided();
  Encoding::Decided without = section.rules().without(rule);
  return section.fresh("matters", with.isCovered != without.isCovered ||
                                      with.isForbidding != without.isForbidding);
}

namespace {

/// Looks for the rules that do a dead rule's work.
class CoveringRules {
public:
  CoveringRules(Slices& slices, unsigned rule) : rule_(rule) {
    std::set<const Section*> known;
    for (unsigned number : slices.slicesOf(0, rule)) {
      if (!known.insert(&*slices[number]).second)
        continue;
      sections_.push_back(slices.guarded(number));
      matters_.push_back(matters(*sections_.back(), *sections_.back()->ruleHere(0, rule)));
    }
  }

  std::set<unsigned> run() {
    for (unsigned i = 0; i < sections_.size(); ++i)
      for (unsigned here = 0; here < sections_[i]->rules().pack().rules.size(); ++here)
        all_.insert(sections_[i]->fullRule(0, here));
    all_.erase(rule_);
    Rules some = reduce(suffices(all_).value_or(all_));
    return some.size() < 2 ? some : fewer(some.size() - 1).value_or(some);
  }

private:
  using Rules = std::set<unsigned>;

  // Leaves out rules one by one while the proofs still go through.
  Rules reduce(Rules rules) {
    for (unsigned candidate : Rules(rules)) {
      if (!rules.count(candidate))
        continue;
      Rules fewer = rules;
      fewer.erase(candidate);
      if (auto needed = suffices(fewer))
        rules = *needed;
    }
    return rules;
  }

  // At most `most` rules that suffice. Of every set that does not, something outside must be there,
  // so the fewest rules that meet all those outsides are tried until they do.
  std::optional<Rules> fewer(size_t most) {
    std::vector<Rules> outsides;
    while (questions_ < mostQuestions) {
      std::optional<Rules> tried = fewestThatMeet(outsides, most);
      if (!tried || tries_ >= mostTries)
        return std::nullopt;
      if (suffices(*tried))
        return tried;
      Rules rules = std::move(*tried);
      grow(rules, {all_.begin(), all_.end()});
      if (questions_ >= mostQuestions)
        return std::nullopt;
      Rules& outside = outsides.emplace_back();
      std::set_difference(all_.begin(), all_.end(), rules.begin(), rules.end(),
                          std::inserter(outside, outside.end()));
    }
    return std::nullopt;
  }

  // Adds what leaves the rules insufficient: all at once, or else half by half.
  void grow(Rules& rules, const std::vector<unsigned>& others) {
    Rules more = rules;
    more.insert(others.begin(), others.end());
    if (more == rules || questions_ >= mostQuestions)
      return;
    if (!suffices(more)) {
      rules = std::move(more);
    } else if (others.size() > 1) {
      auto middle = others.begin() + others.size() / 2;
      grow(rules, {others.begin(), middle});
      grow(rules, {middle, others.end()});
    }
  }

  // At most `most` rules, among them some of each set; those that are written first.
  std::optional<Rules> fewestThatMeet(const std::vector<Rules>& sets, size_t most) {
    for (size_t size = 0; size <= most; ++size)
      if (auto rules = meeting(sets, {}, size))
        return rules;
    return std::nullopt;
  }

  std::optional<Rules> meeting(const std::vector<Rules>& sets, const Rules& chosen, size_t more) {
    auto open = llvm::find_if(sets, [&](const Rules& set) {
      return llvm::none_of(set, [&](unsigned rule) { return chosen.count(rule); });
    });
    if (open == sets.end())
      return chosen;
    std::optional<Rules> first;
    for (unsigned rule : more > 0 && ++tries_ < mostTries ? *open : Rules()) {
      Rules with = chosen;
      with.insert(rule);
      auto found = meeting(sets, with, more - 1);
      if (found && (!first || *found < *first))
        first = std::move(found);
    }
    return first;
  }

  // Is the rule dead whatever all rules but these do? Then those of them that the proofs use.
  std::optional<Rules> suffices(const Rules& rules) {
    Rules needed;
    for (unsigned i = 0; i < sections_.size(); ++i) {
      Section& section = *sections_[i];
      std::vector<z3::expr> literals = {matters_[i],
                                        section.rules().guard(*section.ruleHere(0, rule_))};
      std::vector<unsigned> guarded;
      for (unsigned rule : rules)
        if (auto here = section.ruleHere(0, rule)) {
          guarded.push_back(rule);
          literals.push_back(section.rules().guard(*here));
        }
      std::vector<bool> core;
      ++questions_;
      if (!section.refute(literals, core).isUnsatisfiable())
        return std::nullopt;
      for (size_t j = 0; j < guarded.size(); ++j)
        if (core[j + 2])
          needed.insert(guarded[j]);
    }
    return needed;
  }

  static constexpr unsigned mostQuestions = 2000, mostTries = 100000;

  unsigned rule_;
  unsigned questions_ = 0, tries_ = 0;
  Rules all_;
  std::vector<std::unique_ptr<Section>> sections_;
  std::vector<z3::expr> matters_;
};

} // namespace

std::set<unsigned> coveringRules(Slices& slices, unsigned rule) {
  return CoveringRules(slices, rule).run();
}

} // namespace circumspect::policy
