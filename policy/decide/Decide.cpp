#include "policy/decide/Decide.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>
#include <functional>
#include <map>

namespace circumspect::policy {

bool holds(const Expression& e, const Request& request, const Vocabulary& v) {
  auto contains = [&](unsigned term) {
    return std::any_of(request.data.begin(), request.data.end(),
                       [&](unsigned leaf) { return v[Kind::Data].isUnder(leaf, term); });
  };
  auto operand = [&](const Expression& o) { return holds(o, request, v); };
  switch (e.op) {
  case Expression::Op::True:
    return true;
  case Expression::Op::Condition:
    return request.conditions[e.term];
  case Expression::Op::Compare:
    return compare(request.quantities[e.term], e.comparison, e.value);
  case Expression::Op::Contains:
    return contains(e.term);
  case Expression::Op::Links:
    return contains(e.term) && contains(e.other);
  case Expression::Op::Not:
    return !operand(e.operands[0]);
  case Expression::Op::And:
    return std::all_of(e.operands.begin(), e.operands.end(), operand);
  case Expression::Op::Or:
    return std::any_of(e.operands.begin(), e.operands.end(), operand);
  case Expression::Op::Implies:
    return !operand(e.operands[0]) || operand(e.operands[1]);
  }
  return false;
}

bool isWellFormed(const Request& request, const Vocabulary& v) {
  return !request.data.empty() &&
         std::all_of(request.quantities.begin(), request.quantities.end(),
                     [](int64_t n) { return n >= 0; }) &&
         std::all_of(v.constraints.begin(), v.constraints.end(),
                     [&](const Expression& c) { return holds(c, request, v); });
}

bool applies(const Pack& pack, const Rule& rule, const Request& request) {
  const Vocabulary& v = *pack.vocabulary;
  return std::all_of(singleKinds.begin(), singleKinds.end(),
                     [&](Kind kind) { return matches(v, kind, rule[kind], request[kind]); }) &&
         std::any_of(
             request.data.begin(), request.data.end(),
             [&](unsigned leaf) { return matches(v, Kind::Data, rule[Kind::Data], leaf); }) &&
         holds(rule.when, request, v);
}

// The first rule that defeats `rule`, if it is defeated. Permits lift a prohibition only where
// together they permit every category that it is about: else a request could become permitted by
// adding data to it.
static std::optional<unsigned> defeater(const Pack& pack, unsigned rule,
                                        llvm::ArrayRef<unsigned> inForce, const Request& request) {
  const Vocabulary& v = *pack.vocabulary;
  const Rule& defeated = pack.rules[rule];
  for (unsigned overrider : inForce)
    if (pack.rules[overrider].effect == Effect::Forbid || defeated.effect == Effect::Permit)
      return overrider;
  bool isLifted =
      !inForce.empty() && std::all_of(request.data.begin(), request.data.end(), [&](unsigned leaf) {
        return !matches(v, Kind::Data, defeated[Kind::Data], leaf) ||
               std::any_of(inForce.begin(), inForce.end(), [&](unsigned o) {
                 return matches(v, Kind::Data, pack.rules[o][Kind::Data], leaf);
               });
      });
  return isLifted ? std::optional(inForce.front()) : std::nullopt;
}

Decision decide(const Pack& pack, const Request& request, std::optional<unsigned> without) {
  const Vocabulary& v = *pack.vocabulary;
  std::vector<unsigned> applying;
  for (unsigned rule = 0; rule < pack.rules.size(); ++rule)
    if (rule != without && applies(pack, pack.rules[rule], request))
      applying.push_back(rule);
  Decision decision;
  std::map<unsigned, bool> inForce;
  std::function<bool(unsigned)> isInForce = [&](unsigned rule) {
    if (auto known = inForce.find(rule); known != inForce.end())
      return known->second;
    std::vector<unsigned> overridersInForce;
    for (unsigned other : applying)
      if (llvm::is_contained(pack.rules[other].overrides, rule) && isInForce(other))
        overridersInForce.push_back(other);
    auto winner = defeater(pack, rule, overridersInForce, request);
    if (winner)
      decision.defeats.push_back({rule, *winner});
    return inForce[rule] = !winner;
  };
  for (unsigned rule : applying)
    if (isInForce(rule))
      (pack.rules[rule].effect == Effect::Permit ? decision.permits : decision.forbids)
          .push_back(rule);
  std::sort(decision.defeats.begin(), decision.defeats.end(),
            [](auto a, auto b) { return a.rule < b.rule; });

  for (unsigned leaf : request.data)
    if (std::none_of(decision.permits.begin(), decision.permits.end(), [&](unsigned p) {
          return matches(v, Kind::Data, pack.rules[p][Kind::Data], leaf);
        }))
      decision.uncovered.push_back(leaf);

  bool isCovered = decision.uncovered.empty();
  bool isForbidden = !decision.forbids.empty();
  if (isForbidden)
    decision.outcome = isCovered ? Outcome::Conflict : Outcome::Forbidden;
  else if (isCovered)
    decision.outcome = Outcome::Permitted;
  else if (pack.fallback) {
    decision.isByDefault = true;
    decision.outcome = *pack.fallback == Effect::Permit ? Outcome::Permitted : Outcome::Forbidden;
  }
  return decision;
}

} // namespace circumspect::policy
