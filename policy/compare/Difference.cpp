#include "policy/compare/Difference.h"

#include "policy/verify/Check.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

#include <map>

namespace circumspect::policy {

namespace {

constexpr unsigned now = 0, old = 1; // the packs in the slices

// What a rule says, apart from its name, its place and its wording.
std::string meaning(const Pack& pack, const Rule& rule) {
  const Vocabulary& v = *pack.vocabulary;
  std::string text = name(rule.effect).str();
  for (Kind kind : kinds) {
    text += "|";
    for (unsigned leaf : leavesOf(v, kind, rule[kind]))
      text += std::to_string(leaf) + " ";
  }
  return text + "|" + print(rule.when, v) + "|" + rule.duty + "|" + llvm::join(rule.cites, ",");
}

class Comparing {
public:
  Comparing(std::shared_ptr<const Pack> before, std::shared_ptr<const Pack> after, unsigned limit,
            unsigned timeout)
      : limit_(limit), slices_({std::move(after), std::move(before)}, timeout) {
    pairRules();
  }

  Difference run() {
    for (Outcome outcome : outcomes)
      add(outcome, butNot(outcomeIs(outcome, now), outcomeIs(outcome, old)));
    add(std::nullopt, {[this](const Slice& slice) { return hasOtherReason(slice); }});
    countByRow();
    return std::move(result_);
  }

private:
  // Which rules of the one pack say the same as which of the other; the first of several.
  void pairRules() {
    std::map<std::string, std::vector<unsigned>> open;
    for (unsigned i = slices_.pack(old).rules.size(); i-- > 0;)
      open[meaning(slices_.pack(old), slices_.pack(old).rules[i])].push_back(i);
    for (const Rule& rule : slices_.pack(now).rules) {
      std::vector<unsigned>& same = open[meaning(slices_.pack(now), rule)];
      counterpart_.push_back(same.empty() ? std::nullopt : std::optional(same.back()));
      if (!same.empty())
        same.pop_back();
    }
  }

  // The outcome is the same, and a rule that makes it is in force in one version only.
  z3::expr hasOtherReason(const Slice& slice) {
    std::vector<z3::expr> forbids, permits;
    std::vector<bool> isPaired(slices_.pack(old).rules.size());
    auto add = [&](const Rule& rule, const z3::expr& differs) {
      (rule.effect == Effect::Forbid ? forbids : permits).push_back(differs);
    };
    const std::vector<Rule>& rules = slice->rules(now).pack().rules;
    for (unsigned here = 0; here < rules.size(); ++here) {
      z3::expr inForce = slice->rules(now).inForce(here);
      auto other = counterpart_[slice->fullRule(now, here)];
      if (other)
        isPaired[*other] = true;
      std::optional<unsigned> there = other ? slice->ruleHere(old, *other) : std::nullopt;
      add(rules[here], there ? inForce != slice->rules(old).inForce(*there) : inForce);
    }
    const std::vector<Rule>& oldRules = slice->rules(old).pack().rules;
    for (unsigned there = 0; there < oldRules.size(); ++there)
      if (!isPaired[slice->fullRule(old, there)])
        add(oldRules[there], slice->rules(old).inForce(there));
    std::vector<z3::expr> same;
    for (Outcome outcome : outcomes)
      same.push_back(slice->rules(now).is(outcome) && slice->rules(old).is(outcome));
    const Encoding::Decided& decided = slice->rules(now).decided();
    return slice->any(same) && ((decided.isForbidding && slice->any(forbids)) ||
                                (decided.isCovered && slice->any(permits)));
  }

  void add(std::optional<Outcome> outcome, const Claim& claim) {
    Cover found = cover(slices_, claim, limit_);
    if (found.parts.empty() && found.undecided.empty())
      return;
    Change change{outcome, {}, std::nullopt, !found.isComplete, found.undecided};
    for (Cover::Part& part : found.parts) {
      auto requests =
          total(both({[&](const Slice& s) { return encode(part.region, slices_, s); }}, claim));
      Decision before = decide(slices_.pack(old), part.witness);
      Decision after = outcome ? replay(slices_.pack(now), part.witness, *outcome)
                               : replay(slices_.pack(now), part.witness, before.outcome);
      change.parts.push_back({std::move(part.region), std::move(part.witness), std::move(before),
                              std::move(after), std::move(requests)});
    }
    claims_.push_back(claim);
    result_.changes.push_back(std::move(change));
  }

  Counting& counting(unsigned number) {
    countings_.resize(slices_.size());
    if (!countings_[number])
      countings_[number] = std::make_unique<Counting>(slices_.quotient(), slices_[number]);
    return *countings_[number];
  }

  std::optional<llvm::APInt> total(const Claim& claim) {
    llvm::APInt all(64, 0);
    for (unsigned number = 0; number < slices_.size(); ++number)
      if (auto formula = claim.formula(slices_[number])) {
        auto here = counting(number).count(*formula);
        if (!here)
          return std::nullopt;
        all = sum(all, *here);
      }
    return all;
  }

  void countByRow() {
    auto nameOf = [&](Kind kind, unsigned block) {
      return describeLeaves(slices_.vocabulary()[kind], slices_.quotient().blocks(kind)[block],
                            "any", Wording::Prose);
    };
    std::vector<std::optional<llvm::APInt>> totals(claims_.size(), llvm::APInt(64, 0));
    for (unsigned number = 0; number < slices_.size() && !claims_.empty(); ++number) {
      Slice slice = slices_[number];
      Row row{nameOf(Kind::Action, slice.actionBlock()),
              nameOf(Kind::Recipient, slice.recipientBlock()),
              {}};
      bool hasChanges = false;
      for (size_t i = 0; i < claims_.size(); ++i) {
        auto here = counting(number).count(*claims_[i].formula(slice));
        totals[i] = here && totals[i] ? std::optional(sum(*totals[i], *here)) : std::nullopt;
        hasChanges |= !here || !here->isZero();
        row.requests.push_back(here ? inWords(*here) : "many");
      }
      if (hasChanges)
        result_.rows.push_back(std::move(row));
    }
    for (size_t i = 0; i < claims_.size(); ++i)
      result_.changes[i].requests = totals[i];
    if (!claims_.empty())
      result_.requests = total({[](const Slice& slice) { return slice->all({}); }});
  }

  unsigned limit_;
  Slices slices_;
  std::vector<std::optional<unsigned>> counterpart_; ///< by new rule, the old one
  std::vector<Claim> claims_;                        ///< by change
  std::vector<std::unique_ptr<Counting>> countings_; ///< by slice, those that were asked
  Difference result_;
};

} // namespace

bool Difference::hasRegions() const {
  return llvm::any_of(changes, [](const Change& c) { return !c.parts.empty(); });
}

bool Difference::isIncomplete() const {
  return llvm::any_of(changes, [](const Change& c) { return c.isCut || !c.undecided.empty(); });
}

Difference compare(std::shared_ptr<const Pack> before, std::shared_ptr<const Pack> after,
                   unsigned limit, unsigned timeout) {
  return Comparing(std::move(before), std::move(after), limit, timeout).run();
}

std::string title(const Change& change) {
  return change.outcome ? "becomes " + name(*change.outcome).str()
                        : "is decided as before, for another reason";
}

} // namespace circumspect::policy
