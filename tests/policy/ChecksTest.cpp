// Each check on a pack that fails it, and what it then says.
#include "policy/verify/Check.h"
#include "policy/verify/Covering.h"
#include "tests/policy/RandomPacks.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

#include <gmock/gmock.h>

using namespace circumspect::policy;
using namespace circumspect::policy::test;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

/// A pack, and what a check says of it: a line for each finding and each note.
class Checks : public testing::Test {
protected:
  void SetUp() override { folder_.write("vocabulary.yaml", smallVocabulary); }

  std::shared_ptr<const Pack> pack(const char* file, const std::string& rest) {
    Diagnostics diagnostics;
    auto loaded = loadPack(folder_.write(file, "pack: " + std::string(file) +
                                                   "\nvocabulary: vocabulary.yaml\n" + rest),
                           diagnostics, words_);
    print(llvm::errs(), diagnostics);
    if (loaded)
      words_ = loaded->vocabulary;
    return loaded;
  }

  std::vector<std::string> run(Check& check, const std::shared_ptr<const Pack>& about,
                               const std::shared_ptr<const Pack>& old = nullptr) {
    Subject subject(about, old);
    std::vector<std::string> lines;
    std::optional<Verdict> verdict = check(subject);
    for (const Finding& finding : verdict->findings) {
      lines.push_back(finding.region);
      llvm::append_range(lines, finding.notes);
    }
    return lines;
  }

  std::vector<std::string> run(Check& check, const std::string& rest) {
    return run(check, pack("pack.yaml", rest));
  }

  Folder folder_;
  std::shared_ptr<const Vocabulary> words_;
};

} // namespace

TEST_F(Checks, ARuleThatAnotherHidesIsDead) {
  EXPECT_THAT(run(checkLive, "rules:\n- {id: A, effect: forbid}\n"
                             "- {id: B, effect: forbid, data: loan}\n"),
              ElementsAre("rule B", HasSubstr("all that it does is done by rule A ("),
                          HasSubstr("remove it")));
}

TEST_F(Checks, ARuleThatOnlySeveralTogetherHideIsDead) {
  EXPECT_THAT(run(checkLive, "rules:\n- {id: A, effect: permit, recipient: staff}\n"
                             "- {id: B, effect: permit, recipient: vendor, when: order}\n"
                             "- {id: C, effect: permit, recipient: vendor, when: not order}\n"
                             "- {id: D, effect: permit, data: loan}\n"
                             "- {id: E, effect: forbid, data: loan, action: store}\n"),
              ElementsAre("rule D",
                          "these rules together do all that it does:", HasSubstr("  rule A"),
                          HasSubstr("  rule B"), HasSubstr("  rule C"), HasSubstr("remove it")));
}

TEST_F(Checks, ARuleThatIsAlwaysOverriddenIsDead) {
  EXPECT_THAT(run(checkLive, "rules:\n- {id: F, effect: forbid, data: loan}\n"
                             "- {id: P, effect: permit, data: loan, overrides: F}\n"),
              ElementsAre("rule F", HasSubstr("done by rule P"), HasSubstr("remove it")));
}

TEST_F(Checks, LivenessAgreesWithEveryRequest) {
  std::mt19937 random(60);
  for (unsigned round = 0; round < rounds(80); ++round) {
    std::string rules = randomRules(random);
    auto generated = load(rules);
    Subject subject(generated);
    std::vector<Request> requests = allRequests(*generated->vocabulary);
    for (unsigned rule = 0; rule < generated->rules.size(); ++rule) {
      bool isLive = llvm::any_of(requests, [&](const Request& request) {
        Decision with = decide(*generated, request), without = decide(*generated, request, rule);
        return with.outcome != without.outcome;
      });
      EXPECT_EQ(subject.lifeOf(rule) == Subject::Life::Live, isLive) << rules << rule;
    }
  }
}

// A and C do it together as well, and of those two none can be left out.
TEST_F(Checks, OfTheSetsThatHideARuleTheSmallestIsNamed) {
  EXPECT_THAT(run(checkLive, "rules:\n- {id: A, effect: permit, action: store}\n"
                             "- {id: B, effect: forbid, recipient: staff, action: store}\n"
                             "- {id: C, effect: permit, action: disclose}\n"
                             "- {id: D, effect: permit, purpose: service, overrides: B}\n"
                             "- {id: E, effect: permit, recipient: vendor, purpose: service, "
                             "when: permission implies order, overrides: [B, C, D]}\n"),
              Contains(HasSubstr("all that it does is done by rule D (")));
}

TEST_F(Checks, TheCoveringSetIsEnoughByItself) {
  std::mt19937 random(61);
  unsigned dead = 0;
  for (unsigned round = 0; round < rounds(150); ++round) {
    std::string rules = randomRules(random);
    auto generated = load(rules);
    Subject subject(generated);
    for (unsigned rule = 0; rule < generated->rules.size(); ++rule) {
      if (subject.lifeOf(rule) != Subject::Life::Dead)
        continue;
      ++dead;
      std::set<unsigned> covering = coveringRules(subject.slices, rule);
      Pack fewer = *generated;
      for (unsigned other = 0; other < fewer.rules.size(); ++other)
        if (other != rule && !covering.count(other)) { // it can apply no more
          fewer.rules[other].when.op = Expression::Op::Not;
          fewer.rules[other].when.operands = {Expression()};
        }
      Subject alone(std::make_shared<const Pack>(fewer));
      EXPECT_NE(alone.lifeOf(rule), Subject::Life::Live) << rules << generated->rules[rule].id;
    }
  }
  EXPECT_GT(dead, 10u);
}

TEST_F(Checks, ARuleThatContradictsTheConstraintsIsVacuous) {
  EXPECT_THAT(run(checkNonVacuous, "rules:\n- {id: A, effect: permit, when: order and not "
                                   "permission}\n- {id: B, effect: permit, when: days < 0}\n"),
              ElementsAre("rule A", "`order` and `not permission` cannot hold together",
                          HasSubstr("correct its `when`"), "rule B",
                          HasSubstr("`days < 0` can never hold"), HasSubstr("correct its `when`")));
}

TEST_F(Checks, AnExceptionThatNeverMeetsItsRuleIsVacuous) {
  EXPECT_THAT(run(checkNonVacuous, "rules:\n- {id: F, effect: forbid, recipient: vendor}\n"
                                   "- {id: P, effect: permit, recipient: staff, overrides: F}\n"),
              ElementsAre("rule P as an exception from rule F",
                          HasSubstr("the two never apply to the same request"),
                          HasSubstr("remove it from `overrides`")));
}

TEST_F(Checks, APropertyThatFailsShowsWhereAndWhy) {
  std::string rules = "rules:\n- {id: F, effect: forbid}\n"
                      "- {id: P, effect: permit, data: loan, when: order, overrides: F}\n"
                      "properties:\n";
  EXPECT_THAT(run(checkProperties, rules + "- {id: N, never: permitted, data: loan}\n"),
              AllOf(Contains("property N (never permitted)"),
                    Contains(HasSubstr("permitted: do anything with loan to anyone for any "
                                       "purpose, when order")),
                    Contains(HasSubstr("permits it: rule P"))));
  EXPECT_THAT(run(checkProperties, rules + "- {id: N, never: permitted, data: patron}\n"
                                           "- {id: A, always: permitted, data: loan, when: order}\n"
                                           "- {id: O, possible: permitted, data: loan}\n"),
              IsEmpty());
  EXPECT_THAT(run(checkProperties, rules + "- {id: O, possible: undecided}\n"),
              ElementsAre(HasSubstr("property O"), "no request of its scope is undecided"));
}

TEST_F(Checks, ALayerMustNotPermitWhatTheOneAboveForbids) {
  pack("law.yaml", "rules: [{id: L, effect: forbid, data: patron, recipient: vendor}]\n");
  auto own = pack("own.yaml", "refines: law.yaml\nrules: [{id: P, effect: permit}]\n");
  EXPECT_THAT(run(checkRefines, own),
              AllOf(Contains(HasSubstr("do anything with any patron data to vendor")),
                    Contains("law.yaml forbids it:"), Contains(HasSubstr("rule L"))));
  EXPECT_THAT(run(checkBeyond, own), Contains(HasSubstr("to staff")));
}

TEST_F(Checks, TheDefaultOfALayerAboveForbids) {
  pack("law.yaml", "default: forbid\nrules: [{id: L, effect: permit, recipient: staff}]\n");
  auto own = pack("own.yaml", "refines: law.yaml\nrules: [{id: P, effect: permit}]\n");
  EXPECT_THAT(run(checkRefines, own),
              Contains(HasSubstr("no rule decides it; the default of law.yaml does")));
}

TEST_F(Checks, ALimitIsKeptOrTheValueIsShown) {
  std::string limit = "limits: [{id: T, quantity: days, at-most: 30, action: store}]\n";
  EXPECT_THAT(run(checkBounded, limit + "rules: [{id: P, effect: permit, when: days <= 30}]\n"),
              IsEmpty());
  EXPECT_THAT(run(checkBounded, limit + "rules: [{id: P, effect: permit, when: days <= 90}]\n"),
              Contains("limit T is 30 days; permitted is 90 days"));
  EXPECT_THAT(run(checkBounded, limit + "rules: [{id: P, effect: permit}]\n"),
              Contains("limit T is 30 days; permitted is any number of days"));
}

TEST_F(Checks, AClauseOfALimitNeedsABound) {
  EXPECT_THAT(run(checkBounded, "clauses: {C: {kind: limit, says: a}}\n"
                                "rules: [{id: P, effect: permit, cites: C}]\n"),
              Contains(HasSubstr("clause C states a limit, and nothing bounds it")));
}

TEST_F(Checks, WhatTheSolverDoesNotDecideIsNoPass) {
  pack("law.yaml", "rules: [{id: L, effect: forbid}]\n");
  auto own = pack("own.yaml", "refines: law.yaml\nrules:\n- {id: F, effect: forbid}\n"
                              "- {id: P, effect: permit, data: loan, overrides: F}\n"
                              "properties:\n- {id: N, never: permitted, data: patron}\n"
                              "- {id: O, possible: permitted}\n"
                              "limits: [{id: T, quantity: days, at-most: 30}]\n");
  Limits noTime;
  noTime.timeout = 0;
  for (Check* check : {checkConsistent, checkComplete, checkLive, checkNonVacuous, checkProperties,
                       checkRefines, checkBeyond, checkBounded}) {
    Subject subject(own, nullptr, noTime);
    Verdict verdict = check(subject).value();
    EXPECT_THAT(verdict.findings, IsEmpty()) << verdict.check;
    EXPECT_EQ(verdict.undecided, "no time was given") << verdict.check;
    EXPECT_FALSE(verdict.isClean()) << verdict.check;
  }
}

TEST_F(Checks, AgainstAnEarlierVersionOnlyWhatIsNewIsFound) {
  auto old = pack("old.yaml", "rules:\n- {id: F, effect: forbid, data: patron}\n"
                              "- {id: P, effect: permit, recipient: staff}\n");
  auto now = pack("new.yaml", "rules:\n- {id: F, effect: forbid, data: patron}\n"
                              "- {id: P, effect: permit}\n");
  EXPECT_THAT(run(checkConsistent, now), Contains(HasSubstr("to anyone")));
  EXPECT_THAT(run(checkConsistent, now, old), Contains(HasSubstr("to vendor for any purpose")));
  EXPECT_THAT(run(checkConsistent, now, old), testing::Not(Contains(HasSubstr("anyone"))));
  for (const Verdict& verdict : verify(now, now))
    EXPECT_THAT(verdict.findings, IsEmpty()) << verdict.check;
}
