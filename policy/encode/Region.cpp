#include "policy/encode/Region.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace circumspect::policy {

Region everything(const Vocabulary& vocabulary) {
  Region region;
  for (Kind kind : kinds)
    region[kind] = vocabulary[kind].leaves().vec();
  region.conditions.resize(vocabulary.conditions.size());
  region.atLeast.resize(vocabulary.quantities.size());
  region.atMost.resize(vocabulary.quantities.size());
  return region;
}

bool contains(const Region& region, const Request& request) {
  auto isAmong = [](const std::vector<unsigned>& set) {
    return [&set](unsigned leaf) { return llvm::binary_search(set, leaf); };
  };
  bool isInside = llvm::all_of(request.data, isAmong(region[Kind::Data])) &&
                  llvm::all_of(region.with, [&](const std::vector<unsigned>& set) {
                    return llvm::any_of(request.data, isAmong(set));
                  });
  for (Kind kind : singleKinds)
    isInside &= isAmong(region[kind])(request[kind]);
  for (unsigned i = 0; i < region.conditions.size(); ++i)
    isInside &= region.conditions[i].value_or(request.conditions[i]) == request.conditions[i];
  for (unsigned i = 0; i < region.atLeast.size(); ++i)
    isInside &= request.quantities[i] >= region.atLeast[i].value_or(0) &&
                request.quantities[i] <= region.atMost[i].value_or(request.quantities[i]);
  return isInside;
}

// The terms that stand for exactly these leaves: from the widest on, each is taken that has only
// leaves of the set and some that no term taken before has. Single leaves come first.
static std::vector<unsigned> widest(const Taxonomy& taxonomy, llvm::ArrayRef<unsigned> leaves) {
  std::vector<unsigned> terms;
  for (unsigned term = 0; term < taxonomy.terms().size(); ++term)
    if (llvm::all_of(taxonomy.leavesUnder(term),
                     [&](unsigned leaf) { return llvm::is_contained(leaves, leaf); }))
      terms.push_back(term);
  llvm::stable_sort(terms, [&](unsigned a, unsigned b) {
    return taxonomy.leavesUnder(a).size() > taxonomy.leavesUnder(b).size();
  });
  std::vector<bool> isSaid(taxonomy.terms().size());
  std::vector<unsigned> chosen;
  for (unsigned term : terms) {
    llvm::ArrayRef<unsigned> under = taxonomy.leavesUnder(term);
    if (llvm::all_of(under, [&](unsigned leaf) { return isSaid[leaf]; }))
      continue;
    for (unsigned leaf : under)
      isSaid[leaf] = true;
    chosen.push_back(under.size() == 1 ? under.front() : term);
  }
  llvm::sort(chosen, [&](unsigned a, unsigned b) {
    return std::pair(!taxonomy.isLeaf(a), a) < std::pair(!taxonomy.isLeaf(b), b);
  });
  return chosen;
}

// `a`, `a or b`, `a, b or c`.
static std::string joinedByOr(std::vector<std::string> names) {
  if (names.size() < 2)
    return llvm::join(names, "");
  std::string last = std::move(names.back());
  names.pop_back();
  return llvm::join(names, ", ") + " or " + last;
}

static std::vector<unsigned> complement(const Taxonomy& taxonomy, llvm::ArrayRef<unsigned> leaves) {
  std::vector<unsigned> rest;
  for (unsigned leaf : taxonomy.leaves())
    if (!llvm::is_contained(leaves, leaf))
      rest.push_back(leaf);
  return rest;
}

static std::string describeTerm(const Taxonomy& taxonomy, unsigned term, Wording wording) {
  const Term& named = taxonomy[term];
  if (wording == Wording::Prose && !named.reads.empty())
    return named.reads;
  return (taxonomy.isLeaf(term) ? "" : "any ") + named.name;
}

// What stands before the terms, and the terms: those that the leaves are, or those that they are
// not, whichever is shorter.
static std::pair<std::string, std::vector<unsigned>>
shortest(const Taxonomy& taxonomy, llvm::ArrayRef<unsigned> leaves, llvm::StringRef everything) {
  std::vector<unsigned> rest = complement(taxonomy, leaves);
  if (rest.empty())
    return {everything.str(), {}};
  std::vector<unsigned> inside = widest(taxonomy, leaves), outside = widest(taxonomy, rest);
  if (inside.size() <= outside.size() + 1)
    return {"", inside};
  return {everything.str() + " but ", outside};
}

static std::string describe(const Taxonomy& taxonomy,
                            const std::pair<std::string, std::vector<unsigned>>& said,
                            Wording wording) {
  std::vector<std::string> names;
  for (unsigned term : said.second)
    names.push_back(describeTerm(taxonomy, term, wording));
  return said.first + joinedByOr(std::move(names));
}

std::string describeLeaves(const Taxonomy& taxonomy, llvm::ArrayRef<unsigned> leaves,
                           llvm::StringRef everything, Wording wording) {
  return describe(taxonomy, shortest(taxonomy, leaves, everything), wording);
}

std::string describeData(const Taxonomy& data, llvm::ArrayRef<unsigned> leaves, Wording wording) {
  auto said = shortest(data, leaves, "any data");
  const std::vector<unsigned>& terms = said.second;
  bool isAdjective = !terms.empty() && !data.isLeaf(terms.back()) &&
                     (wording == Wording::Language || data[terms.back()].reads.empty());
  return describe(data, said, wording) + (isAdjective ? " data" : "");
}

static std::string describeAction(const Taxonomy& actions, llvm::ArrayRef<unsigned> leaves,
                                  Wording wording) {
  if (leaves.size() == actions.leaves().size())
    return "do anything with";
  std::vector<std::string> names;
  for (unsigned term : widest(actions, leaves)) {
    bool isRead = wording == Wording::Prose && !actions[term].reads.empty();
    names.push_back(isRead ? actions[term].reads : actions[term].name);
  }
  return joinedByOr(std::move(names));
}

static std::string describeData(const Region& region, const Taxonomy& data, Wording wording) {
  std::string among = describeData(data, region[Kind::Data], wording);
  if (region.with.empty())
    return among;
  std::vector<std::string> needed;
  for (const std::vector<unsigned>& set : region.with)
    needed.push_back(describeData(data, set, wording));
  std::string text = llvm::join(needed, " together with ");
  if (region[Kind::Data].size() == data.leaves().size())
    return text;
  std::vector<unsigned> others; // that are not among what is needed already
  for (unsigned leaf : region[Kind::Data])
    if (llvm::none_of(region.with, [&](const auto& set) { return llvm::is_contained(set, leaf); }))
      others.push_back(leaf);
  if (others.empty())
    return text;
  return text + ", alone or with " + describeData(data, others, wording);
}

static std::string describeCondition(const Condition& condition, bool holds, Wording wording) {
  const std::string& clause = holds ? condition.holds : condition.fails;
  if (wording == Wording::Prose && !clause.empty())
    return clause;
  return (holds ? "" : "not ") + condition.name;
}

// `it is kept for at least 10 and at most 30 days`.
static std::string describeBounds(const Quantity& quantity, std::optional<int64_t> least,
                                  std::optional<int64_t> most, Wording wording) {
  bool isProse = wording == Wording::Prose && !quantity.reads.empty();
  std::vector<std::string> bounds;
  auto add = [&](std::optional<int64_t> bound, const char* prose, const char* symbol) {
    if (bound)
      bounds.push_back((isProse ? prose : quantity.name + symbol) + std::to_string(*bound));
  };
  add(least, "at least ", " >= ");
  add(most, "at most ", " <= ");
  std::string text = llvm::join(bounds, " and ");
  return isProse ? quantity.reads + " " + text + " " + quantity.unit : text;
}

std::string describeFacts(const Region& region, const Vocabulary& v, Wording wording) {
  std::vector<std::string> facts;
  for (unsigned i = 0; i < region.conditions.size(); ++i)
    if (region.conditions[i])
      facts.push_back(describeCondition(v.conditions[i], *region.conditions[i], wording));
  for (unsigned i = 0; i < region.atLeast.size(); ++i)
    if (region.atLeast[i] || region.atMost[i])
      facts.push_back(
          describeBounds(v.quantities[i], region.atLeast[i], region.atMost[i], wording));
  return llvm::join(facts, " and ");
}

std::string describe(const Region& region, const Vocabulary& v, Wording wording) {
  auto leaves = [&](Kind kind, llvm::StringRef everything) {
    return describeLeaves(v[kind], region[kind], everything, wording);
  };
  std::string text =
      describeAction(v[Kind::Action], region[Kind::Action], wording) + " " +
      describeData(region, v[Kind::Data], wording) + " " + preposition(v, region[Kind::Action]) +
      " " + leaves(Kind::Recipient, "anyone") + " for " + leaves(Kind::Purpose, "any purpose");
  std::string channel = leaves(Kind::Channel, "");
  if (!channel.empty())
    text += llvm::StringRef(channel).starts_with(" but") ? " by any channel" + channel
                                                         : " by " + channel;
  std::string facts = describeFacts(region, v, wording);
  return facts.empty() ? text : text + ", when " + facts;
}

} // namespace circumspect::policy
