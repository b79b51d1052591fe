// The solver's encoding against the evaluator: on random packs, for every request of the small
// vocabulary.
#include "policy/encode/Cover.h"
#include "policy/encode/Theory.h"
#include "tests/policy/RandomPacks.h"

#include <gtest/gtest.h>

#include "llvm/ADT/STLExtras.h"

#include <random>

using namespace circumspect::policy;
using namespace circumspect::policy::test;

namespace {

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
  for (unsigned round = 0; round < rounds(60); ++round) {
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

// Whether diagrams are there to be asked, or the solver alone, which is so where they grow too
// large.
class Covers : public testing::TestWithParam<size_t> {};
INSTANTIATE_TEST_SUITE_P(WithDiagramsAndWithout, Covers, testing::Values(20000, 0));

TEST_P(Covers, HaveEveryRequestOfTheClaim) {
  std::mt19937 random(11250);
  for (unsigned round = 0; round < rounds(30); ++round) {
    std::string rules = randomRules(random);
    auto pack = load(rules);
    ASSERT_TRUE(pack) << rules;
    Slices slices({pack}, 10000, {}, GetParam());
    for (Outcome outcome : outcomes) {
      Cover regions = cover(slices, outcomeIs(outcome), 1000);
      ASSERT_TRUE(regions.isComplete);
      for (const Cover::Part& part : regions.parts)
        EXPECT_TRUE(contains(part.region, part.witness))
            << rules << describe(part.region, *pack->vocabulary);
      for (const Request& request : allRequests(*pack->vocabulary)) {
        bool holds = decide(*pack, request).outcome == outcome, isInside = false, isLeast = false;
        for (const Cover::Part& part : regions.parts)
          if (contains(part.region, request)) {
            isInside = true;
            isLeast |= request.data.size() == part.region.with.size();
          }
        // Every request of the claim is in a region, and all of a region that has no more data than
        // the region names is in the claim.
        EXPECT_TRUE(!holds || isInside) << rules << describe(request, *pack->vocabulary);
        EXPECT_TRUE(!isLeast || holds) << rules << describe(request, *pack->vocabulary);
      }
    }
  }
}

TEST(Encoding, WithinAQuestionARegionIsExactlyWhatTheClaimHas) {
  std::mt19937 random(9);
  for (unsigned round = 0; round < rounds(30); ++round) {
    std::string rules = randomRules(random);
    auto pack = load(rules);
    ASSERT_TRUE(pack) << rules;
    Claim everything{[](const Slice& slice) { return slice->all({}); }};
    auto isCovered = [&](const Cover& found, const Request& request) {
      return llvm::any_of(found.parts,
                          [&](const Cover::Part& p) { return contains(p.region, request); });
    };
    Slices with({pack}), without({pack}, 10000, {}, 0);
    for (Outcome outcome : outcomes) {
      Cover a = cover(with, outcomeIs(outcome), 1000, everything),
            b = cover(without, outcomeIs(outcome), 1000, everything);
      for (const Request& request : allRequests(*pack->vocabulary)) {
        bool holds = decide(*pack, request).outcome == outcome;
        EXPECT_EQ(isCovered(a, request), holds) << rules;
        EXPECT_EQ(isCovered(b, request), holds) << rules;
      }
    }
  }
}

TEST(Encoding, WithoutARuleIsThePackWithoutIt) {
  std::mt19937 random(1903);
  for (unsigned round = 0; round < rounds(40); ++round) {
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
