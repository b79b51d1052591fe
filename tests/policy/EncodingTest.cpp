// The solver's encoding against the evaluator: on random packs, for every request of the small
// vocabulary.
#include "policy/encode/Cover.h"
#include "policy/encode/Theory.h"
#include "tests/policy/Packs.h"

#include <gtest/gtest.h>

#include "llvm/ADT/STLExtras.h"

#include <random>

using namespace circumspect::policy;
using namespace circumspect::policy::test;

namespace {

std::string randomRules(std::mt19937& random) {
  auto pick = [&](std::vector<const char*> from) {
    return std::string(from[random() % from.size()]);
  };
  auto maybe = [&](const char* key, std::vector<const char*> values) {
    return random() % 2 ? ", " + std::string(key) + ": '" + pick(std::move(values)) + "'" : "";
  };
  unsigned count = 1 + random() % 6;
  std::string rules;
  for (unsigned i = 0; i < count; ++i) {
    rules += "- {id: R" + std::to_string(i) + ", effect: " + pick({"permit", "forbid"}) +
             maybe("data", {"patron", "patron.name", "patron.email", "loan"}) +
             maybe("recipient", {"staff", "vendor"}) + maybe("purpose", {"service", "sale"}) +
             maybe("action", {"disclose", "store"}) +
             maybe("when", {"order", "not permission", "days > 3", "permission implies order",
                            "links(patron, loan)", "contains(loan) or days = 2",
                            "permission and not order"});
    std::string overridden;
    for (unsigned other = 0; other < i; ++other)
      if (random() % 3 == 0)
        overridden += (overridden.empty() ? "R" : ", R") + std::to_string(other);
    rules += overridden.empty() ? "}\n" : ", overrides: [" + overridden + "]}\n";
  }
  return rules;
}

// Every well-formed request of a vocabulary, with the given values for its one quantity.
std::vector<Request> allRequests(const Vocabulary& v) {
  std::vector<Request> all;
  llvm::ArrayRef<unsigned> data = v[Kind::Data].leaves();
  for (unsigned set = 1; set < 1u << data.size(); ++set)
    for (unsigned recipient : v[Kind::Recipient].leaves())
      for (unsigned purpose : v[Kind::Purpose].leaves())
        for (unsigned action : v[Kind::Action].leaves())
          for (unsigned facts = 0; facts < 4; ++facts)
            for (int64_t days : {0, 2, 3, 4}) {
              Request r;
              for (unsigned i = 0; i < data.size(); ++i)
                if (set >> i & 1)
                  r.data.push_back(data[i]);
              r[Kind::Recipient] = recipient;
              r[Kind::Purpose] = purpose;
              r[Kind::Action] = action;
              r[Kind::Channel] = v[Kind::Channel].leaves()[0];
              r.conditions = {(facts & 1) != 0, (facts & 2) != 0};
              r.quantities = {days};
              if (isWellFormed(r, v))
                all.push_back(r);
            }
  return all;
}

z3::expr pointOf(Session& session, const Request& request) {
  const Vocabulary& v = session.vocabulary();
  std::vector<z3::expr> facts;
  for (unsigned leaf : v[Kind::Data].leaves())
    facts.push_back(llvm::is_contained(request.data, leaf) ? session.has(leaf)
                                                           : !session.has(leaf));
  for (Kind kind : singleKinds)
    facts.push_back(session.isUnder(kind, request[kind]));
  for (unsigned i = 0; i < request.conditions.size(); ++i)
    facts.push_back(request.conditions[i] ? session.condition(i) : !session.condition(i));
  for (unsigned i = 0; i < request.quantities.size(); ++i)
    facts.push_back(session.quantity(i) == session.context().int_val(request.quantities[i]));
  return session.all(facts);
}

} // namespace

TEST(Encoding, AgreesWithTheEvaluatorOnEveryOutcomeOfRandomPacks) {
  std::mt19937 random(20191118);
  for (unsigned round = 0; round < 60; ++round) {
    std::string rules = randomRules(random);
    auto pack = load(rules);
    ASSERT_TRUE(pack) << rules;
    Theory theory(pack);
    std::set<Outcome> reachable;
    for (const Request& request : allRequests(*pack->vocabulary))
      reachable.insert(decide(*pack, request).outcome);
    for (Outcome outcome : outcomes) {
      Answer answer = theory.ask({theory.is(outcome)});
      ASSERT_FALSE(answer.isUnknown()) << answer.reason;
      if (reachable.count(outcome))
        EXPECT_TRUE(answer.isSatisfiable()) << rules << name(outcome).str();
      if (answer.isSatisfiable()) {
        EXPECT_TRUE(isWellFormed(answer.request, *pack->vocabulary));
        EXPECT_EQ(decide(*pack, answer.request).outcome, outcome)
            << rules << describe(answer.request, *pack->vocabulary);
      }
    }
  }
}

TEST(Encoding, CoversAreExactlyWhereTheClaimHolds) {
  std::mt19937 random(11250);
  for (unsigned round = 0; round < 60; ++round) {
    std::string rules = randomRules(random);
    auto pack = load(rules);
    ASSERT_TRUE(pack) << rules;
    Slices slices({pack});
    for (Outcome outcome : outcomes) {
      Cover regions = cover(slices, [&](Slice& slice) { return slice.rules().is(outcome); }, 1000);
      ASSERT_TRUE(regions.isComplete);
      for (const Cover::Part& part : regions.parts)
        EXPECT_TRUE(contains(part.region, part.witness))
            << rules << describe(part.region, *pack->vocabulary);
      for (const Request& request : allRequests(*pack->vocabulary)) {
        bool isInside = false;
        for (const Cover::Part& part : regions.parts)
          isInside |= contains(part.region, request);
        EXPECT_EQ(isInside, decide(*pack, request).outcome == outcome)
            << rules << describe(request, *pack->vocabulary);
      }
    }
  }
}

TEST(Encoding, WithoutARuleIsThePackWithoutIt) {
  std::mt19937 random(1903);
  for (unsigned round = 0; round < 40; ++round) {
    std::string rules = randomRules(random);
    auto pack = load(rules);
    ASSERT_TRUE(pack) << rules;
    Theory theory(pack);
    for (unsigned rule = 0; rule < pack->rules.size(); ++rule) {
      Pack fewer = *pack;
      // A rule over no data can never apply; overriding stays acyclic without it.
      fewer.rules[rule].when.op = Expression::Op::Not;
      fewer.rules[rule].when.operands = {Expression()};
      Encoding::Decided without = theory.rules().without(rule);
      for (const Request& request : allRequests(*pack->vocabulary)) {
        Outcome outcome = decide(fewer, request).outcome;
        Outcome expected = decide(*pack, request).outcome;
        if (outcome == expected || random() % 8)
          continue;
        Answer answer = theory.ask({pointOf(theory, request), without.isCovered});
        EXPECT_EQ(answer.isSatisfiable(),
                  outcome == Outcome::Permitted || outcome == Outcome::Conflict)
            << rules << rule << describe(request, *pack->vocabulary);
        answer = theory.ask({pointOf(theory, request), without.isForbidding});
        EXPECT_EQ(answer.isSatisfiable(),
                  outcome == Outcome::Forbidden || outcome == Outcome::Conflict)
            << rules << rule << describe(request, *pack->vocabulary);
      }
    }
  }
}
