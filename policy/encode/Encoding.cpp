#include "policy/encode/Encoding.h"

#include "llvm/ADT/STLExtras.h"

#include <functional>

namespace circumspect::policy {

Encoding::Encoding(Session& session, const Pack& pack, const std::string& prefix, Guards guards)
    : session_(session), pack_(pack), prefix_(prefix), overriders_(overriders(pack)),
      order_(overridersFirst(pack)),
      decided_{session.context().bool_val(false), session.context().bool_val(false)} {
  z3::context& context = session_.context();
  for (const Rule& rule : pack.rules) {
    std::vector<z3::expr> parts;
    for (Kind kind : kinds)
      if (!rule[kind].empty())
        parts.push_back(session_.part(kind, rule[kind]));
    if (rule.when.op != Expression::Op::True)
      parts.push_back(session_.encode(rule.when));
    std::string name = prefix_ + "applies:" + rule.id;
    if (guards == Guards::None) {
      applies_.push_back(session_.named(name, session_.all(parts)));
      continue;
    }
    guards_.push_back(context.bool_const((prefix_ + "guard:" + rule.id).c_str()));
    applies_.push_back(context.bool_const(name.c_str()));
    session_.assume(z3::implies(guards_.back(), applies_.back() == session_.all(parts)));
  }
  inForce_.assign(pack.rules.size(), context.bool_val(false));
  for (unsigned rule : order_)
    inForce_[rule] = overriders_[rule].empty()
                         ? applies_[rule]
                         : session_.named(prefix_ + "in-force:" + pack.rules[rule].id,
                                          applies_[rule] && !isDefeated(rule, inForce_));

  std::vector<z3::expr> forbids, covered;
  for (unsigned rule = 0; rule < pack.rules.size(); ++rule)
    if (pack.rules[rule].effect == Effect::Forbid)
      forbids.push_back(inForce_[rule]);
  permitted_ = permittedTerms();
  for (unsigned leaf : session_.vocabulary()[Kind::Data].leaves())
    covered.push_back(z3::implies(session_.has(leaf), permitted_[leaf]));
  decided_.isCovered = session_.named(prefix_ + "covered", session_.all(covered));
  decided_.isForbidding = session_.named(prefix_ + "forbidding", session_.any(forbids));
}

// See `defeater` in decide/: permits lift a prohibition only where together they permit every
// category that it is about.
z3::expr Encoding::isDefeated(unsigned rule, const std::vector<z3::expr>& inForce) const {
  const Vocabulary& v = session_.vocabulary();
  const Rule& defeated = pack_.rules[rule];
  std::vector<z3::expr> always, some;
  std::vector<unsigned> partial; // permits that cover only some of what the prohibition is about
  std::vector<unsigned> about = leavesOf(v, Kind::Data, defeated[Kind::Data]);
  auto covers = [&](unsigned permit, unsigned leaf) {
    return matches(v, Kind::Data, pack_.rules[permit][Kind::Data], leaf);
  };
  for (unsigned overrider : overriders_[rule]) {
    bool reachesAll = pack_.rules[overrider].effect == Effect::Forbid ||
                      defeated.effect == Effect::Permit ||
                      llvm::all_of(about, [&](unsigned leaf) { return covers(overrider, leaf); });
    if (reachesAll)
      always.push_back(inForce[overrider]);
    else
      partial.push_back(overrider);
  }
  for (unsigned leaf : partial.empty() ? std::vector<unsigned>() : about) {
    std::vector<z3::expr> permits = {!session_.has(leaf)};
    for (unsigned overrider : partial)
      if (covers(overrider, leaf))
        permits.push_back(inForce[overrider]);
    some.push_back(session_.any(permits));
  }
  // Other permits can help: what one of those that reach all covers is lifted by it anyway.
  if (!partial.empty())
    always.push_back(session_.all(some));
  return session_.any(always);
}

// A term is permitted where a permit names it or a term above it. Parents first, so that each is
// one short definition.
std::vector<z3::expr> Encoding::permittedTerms() const {
  const Taxonomy& data = session_.vocabulary()[Kind::Data];
  std::vector<std::vector<z3::expr>> permits(data.terms().size()); // by term
  std::vector<z3::expr> everything;
  for (unsigned rule = 0; rule < pack_.rules.size(); ++rule) {
    if (pack_.rules[rule].effect == Effect::Forbid)
      continue;
    if (pack_.rules[rule][Kind::Data].empty())
      everything.push_back(inForce_[rule]);
    for (unsigned term : pack_.rules[rule][Kind::Data])
      permits[term].push_back(inForce_[rule]);
  }
  std::vector<z3::expr> permitted(permits.size(), session_.context().bool_val(false));
  std::vector<bool> isDefined(permits.size());
  z3::expr whole = session_.named(prefix_ + "permitted:any-data", session_.any(everything));
  std::function<void(unsigned)> define = [&](unsigned term) {
    if (isDefined[term])
      return;
    isDefined[term] = true;
    std::vector<z3::expr> from = permits[term];
    for (unsigned parent : data[term].parents) {
      define(parent);
      from.push_back(permitted[parent]);
    }
    from.push_back(whole);
    permitted[term] = session_.named(prefix_ + "permitted:" + data[term].name, session_.any(from));
  };
  for (unsigned leaf : data.leaves())
    define(leaf);
  return permitted;
}

z3::expr Encoding::isPermitted(unsigned leaf, const std::vector<z3::expr>& inForce) const {
  std::vector<z3::expr> permits;
  for (unsigned rule = 0; rule < pack_.rules.size(); ++rule)
    if (pack_.rules[rule].effect == Effect::Permit &&
        matches(session_.vocabulary(), Kind::Data, pack_.rules[rule][Kind::Data], leaf))
      permits.push_back(inForce[rule]);
  return session_.any(permits);
}

Encoding::Decided Encoding::without(unsigned rule) const {
  // Only what the rule overrides, directly or through others, can change.
  std::vector<z3::expr> inForce = inForce_;
  std::vector<bool> isChanged(pack_.rules.size());
  inForce[rule] = session_.context().bool_val(false);
  isChanged[rule] = true;
  for (unsigned other : order_)
    if (llvm::any_of(overriders_[other], [&](unsigned o) { return isChanged[o]; })) {
      isChanged[other] = true;
      inForce[other] = applies_[other] && !isDefeated(other, inForce);
    }

  Decided result = decided_;
  std::vector<z3::expr> forbids, covered;
  bool changesForbids = false, changesPermits = false;
  std::vector<bool> isLeafChanged(session_.vocabulary()[Kind::Data].terms().size());
  for (unsigned other = 0; other < pack_.rules.size(); ++other) {
    if (pack_.rules[other].effect == Effect::Forbid) {
      forbids.push_back(inForce[other]);
      changesForbids |= isChanged[other];
    } else if (isChanged[other]) {
      changesPermits = true;
      for (unsigned leaf :
           leavesOf(session_.vocabulary(), Kind::Data, pack_.rules[other][Kind::Data]))
        isLeafChanged[leaf] = true;
    }
  }
  if (changesForbids)
    result.isForbidding = session_.any(forbids);
  if (changesPermits) {
    for (unsigned leaf : session_.vocabulary()[Kind::Data].leaves())
      covered.push_back(z3::implies(
          session_.has(leaf), isLeafChanged[leaf] ? isPermitted(leaf, inForce) : permitted_[leaf]));
    result.isCovered = session_.all(covered);
  }
  return result;
}

z3::expr Encoding::is(Outcome outcome) const {
  const auto& [covered, forbidding] = decided_;
  z3::expr always = session_.context().bool_val(true);
  switch (outcome) {
  case Outcome::Permitted:
    return !forbidding && (pack_.fallback == Effect::Permit ? always : covered);
  case Outcome::Forbidden:
    return !covered && (pack_.fallback == Effect::Forbid ? always : forbidding);
  case Outcome::Undecided:
    return pack_.fallback ? !always : !covered && !forbidding;
  case Outcome::Conflict:
    return covered && forbidding;
  }
  return !always;
}

} // namespace circumspect::policy
