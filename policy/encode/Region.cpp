#include "policy/encode/Region.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace circumspect::policy {

z3::expr encode(Theory& theory, const Region& region) {
  const Vocabulary& v = theory.vocabulary();
  std::vector<z3::expr> parts;
  for (unsigned term : region.with)
    parts.push_back(theory.isUnder(Kind::Data, term));
  for (unsigned leaf : v[Kind::Data].leaves())
    if (!matches(v, Kind::Data, region.only, leaf))
      parts.push_back(!theory.has(leaf));
  for (Kind kind : singleKinds)
    if (auto term = region.term[static_cast<size_t>(kind)])
      parts.push_back(theory.isUnder(kind, *term));
  for (unsigned i = 0; i < region.conditions.size(); ++i)
    if (region.conditions[i])
      parts.push_back(*region.conditions[i] ? theory.condition(i) : !theory.condition(i));
  for (unsigned i = 0; i < region.atLeast.size(); ++i) {
    if (region.atLeast[i])
      parts.push_back(theory.quantity(i) >= theory.context().int_val(*region.atLeast[i]));
    if (region.atMost[i])
      parts.push_back(theory.quantity(i) <= theory.context().int_val(*region.atMost[i]));
  }
  return theory.all(parts);
}

bool contains(const Region& region, const Request& request, const Vocabulary& v) {
  auto has = [&](unsigned term) {
    return llvm::any_of(request.data,
                        [&](unsigned leaf) { return v[Kind::Data].isUnder(leaf, term); });
  };
  auto isAllowed = [&](unsigned leaf) { return matches(v, Kind::Data, region.only, leaf); };
  bool dataMatches = llvm::all_of(region.with, has) && llvm::all_of(request.data, isAllowed);
  bool othersMatch = llvm::all_of(singleKinds, [&](Kind kind) {
    auto term = region.term[static_cast<size_t>(kind)];
    return !term || v[kind].isUnder(request[kind], *term);
  });
  for (unsigned i = 0; i < region.conditions.size(); ++i)
    othersMatch &= !region.conditions[i] || *region.conditions[i] == request.conditions[i];
  for (unsigned i = 0; i < region.atLeast.size(); ++i)
    othersMatch &= request.quantities[i] >= region.atLeast[i].value_or(request.quantities[i]) &&
                   request.quantities[i] <= region.atMost[i].value_or(request.quantities[i]);
  return dataMatches && othersMatch;
}

static std::string describeData(const Region& region, const Taxonomy& data) {
  auto list = [&](const std::vector<unsigned>& terms, llvm::StringRef joint) {
    std::vector<std::string> names;
    for (unsigned term : terms)
      names.push_back((data.isLeaf(term) ? "" : "any ") + data[term].name);
    return llvm::join(names, joint);
  };
  if (region.with.empty())
    return region.only.empty() ? "any data" : list(region.only, " or ");
  std::string text = list(region.with, " together with ");
  if (!region.only.empty() && region.only != region.with)
    text += " (and nothing but " + list(region.only, " or ") + ")";
  return text;
}

std::string describe(const Region& region, const Vocabulary& v) {
  auto part = [&](Kind kind, llvm::StringRef before, llvm::StringRef otherwise) -> std::string {
    auto term = region.term[static_cast<size_t>(kind)];
    if (!term)
      return otherwise.str();
    return (before + (v[kind].isLeaf(*term) ? "" : "any ") + v[kind][*term].name).str();
  };
  std::string text =
      part(Kind::Action, "", "do anything with") + " " + describeData(region, v[Kind::Data]) +
      part(Kind::Recipient, " to ", " to anyone") +
      part(Kind::Purpose, " for ", " for any purpose") + part(Kind::Channel, " by ", "");
  std::vector<std::string> facts;
  for (unsigned i = 0; i < region.conditions.size(); ++i)
    if (region.conditions[i])
      facts.push_back((*region.conditions[i] ? "" : "not ") + v.conditions[i].name);
  for (unsigned i = 0; i < region.atLeast.size(); ++i) {
    if (region.atLeast[i])
      facts.push_back(v.quantities[i].name + " >= " + std::to_string(*region.atLeast[i]));
    if (region.atMost[i])
      facts.push_back(v.quantities[i].name + " <= " + std::to_string(*region.atMost[i]));
  }
  return facts.empty() ? text : text + ", when " + llvm::join(facts, " and ");
}

namespace {

/// Widens one region step by step; each step is kept where the claim still holds in all of it.
class Widening {
public:
  Widening(Theory& theory, const z3::expr& claim, Region region)
      : theory_(theory), claim_(claim), region_(std::move(region)) {}

  Region run() {
    const Vocabulary& v = theory_.vocabulary();
    for (unsigned i = 0; i < v.conditions.size(); ++i)
      attempt([&](Region& r) { r.conditions[i] = std::nullopt; });
    for (unsigned i = 0; i < v.quantities.size(); ++i) {
      widenBound(i, &Region::atMost, +1);
      widenBound(i, &Region::atLeast, -1);
    }
    for (Kind kind : {Kind::Channel, Kind::Purpose, Kind::Action, Kind::Recipient})
      widenTerm(kind);
    widenData();
    for (Kind kind : singleKinds)
      if (auto& term = region_.term[static_cast<size_t>(kind)])
        term = shortest(v[kind], *term);
    for (unsigned& term : region_.with)
      term = shortest(v[Kind::Data], term);
    return region_;
  }

private:
  template <typename Change> bool attempt(Change change) {
    Region wider = region_;
    change(wider);
    if (wider == region_ || !theory_.ask({encode(theory_, wider), !claim_}).isUnsatisfiable())
      return false;
    region_ = std::move(wider);
    return true;
  }

  // A term that stands for a single one is better said as that one.
  static unsigned shortest(const Taxonomy& taxonomy, unsigned term) {
    while (taxonomy[term].children.size() == 1)
      term = taxonomy[term].children.front();
    return term;
  }

  void widenTerm(Kind kind) {
    size_t k = static_cast<size_t>(kind);
    if (attempt([&](Region& r) { r.term[k] = std::nullopt; }))
      return;
    while (climb(*region_.term[k], theory_.vocabulary()[kind], [&](unsigned parent) {
      return attempt([&](Region& r) { r.term[k] = parent; });
    })) {
    }
  }

  template <typename Attempt>
  static bool climb(unsigned term, const Taxonomy& taxonomy, Attempt to) {
    return llvm::any_of(taxonomy[term].parents, to);
  }

  void widenData() {
    const Taxonomy& data = theory_.vocabulary()[Kind::Data];
    // What must be there: each term goes, or climbs.
    for (size_t i = 0; i < region_.with.size();)
      if (!attempt([&](Region& r) { r.with.erase(r.with.begin() + i); }))
        ++i;
    for (size_t i = 0; i < region_.with.size(); ++i)
      while (climb(region_.with[i], data,
                   [&](unsigned p) { return attempt([&](Region& r) { r.with[i] = p; }); })) {
      }
    // What else may be there: anything, or what can be added leaf by leaf.
    if (attempt([](Region& r) { r.only.clear(); }))
      return;
    for (unsigned leaf : data.leaves())
      if (!matches(theory_.vocabulary(), Kind::Data, region_.only, leaf))
        attempt([&](Region& r) { r.only.push_back(leaf); });
    region_.only = widest(data, region_.only);
  }

  // The fewest terms that stand for the same leaves.
  static std::vector<unsigned> widest(const Taxonomy& data, const std::vector<unsigned>& leaves) {
    auto isInside = [&](unsigned term) {
      return llvm::all_of(data.leavesUnder(term),
                          [&](unsigned leaf) { return llvm::is_contained(leaves, leaf); });
    };
    std::vector<unsigned> terms;
    for (unsigned term = 0; term < data.terms().size(); ++term)
      if (isInside(term) && llvm::none_of(data[term].parents, isInside))
        terms.push_back(shortest(data, term));
    return terms;
  }

  // A bound is dropped, or moved to the last value that the claim allows, found by doubling and
  // halving.
  void widenBound(unsigned quantity, std::vector<std::optional<int64_t>> Region::* bounds,
                  int direction) {
    if (attempt([&](Region& r) { (r.*bounds)[quantity] = std::nullopt; }))
      return;
    auto move = [&](int64_t by) {
      return attempt([&](Region& r) { *(r.*bounds)[quantity] += direction * by; });
    };
    int64_t step = 1;
    while (step < (int64_t(1) << 40) && move(step))
      step *= 2;
    for (; step >= 1; step /= 2)
      move(step);
  }

  Theory& theory_;
  const z3::expr& claim_;
  Region region_;
};

} // namespace

Region widen(Theory& theory, const Request& request, const z3::expr& claim) {
  Region region;
  region.with = region.only = request.data;
  for (Kind kind : singleKinds)
    region.term[static_cast<size_t>(kind)] = request[kind];
  region.conditions.assign(request.conditions.begin(), request.conditions.end());
  region.atLeast.assign(request.quantities.begin(), request.quantities.end());
  region.atMost = region.atLeast;
  return Widening(theory, claim, std::move(region)).run();
}

Cover cover(Theory& theory, const z3::expr& claim, unsigned limit) {
  Cover result;
  std::vector<z3::expr> outside = {claim};
  // Requests of one category first: what they show is simpler, and often all there is.
  for (bool isSimple : {true, false}) {
    while (true) {
      std::vector<z3::expr> question = outside;
      if (isSimple)
        question.push_back(theory.isOfOneCategory());
      Answer answer = theory.ask(question);
      if (answer.isUnknown())
        result.undecided = answer.reason;
      if (!answer.isSatisfiable())
        break;
      if (result.parts.size() == limit) {
        result.isComplete = false;
        return result;
      }
      Region region = widen(theory, answer.request, claim);
      outside.push_back(!encode(theory, region));
      result.parts.push_back({std::move(region), std::move(answer.request)});
    }
  }
  return result;
}

} // namespace circumspect::policy
