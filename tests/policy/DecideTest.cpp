// The meaning of rules, case by case.
#include "policy/decide/Decide.h"
#include "tests/policy/Packs.h"

#include <gtest/gtest.h>

using namespace circumspect::policy;
using namespace circumspect::policy::test;

namespace {

class Decide : public testing::Test {
protected:
  void SetUp() override {
    use("- {id: F, effect: forbid, data: patron, recipient: vendor}\n"
        "- {id: P, effect: permit, data: patron.email, recipient: vendor, when: permission, "
        "overrides: F}\n"
        "- {id: S, effect: permit, recipient: staff, when: days <= 30}\n");
  }

  void use(const char* rules) {
    pack_ = load(rules);
    ASSERT_TRUE(pack_);
  }

  Request request(std::vector<const char*> data, const char* recipient, bool permission = false,
                  int64_t days = 0) {
    const Vocabulary& v = *pack_->vocabulary;
    Request r;
    for (const char* term : data)
      r.data.push_back(*v[Kind::Data].find(term));
    std::sort(r.data.begin(), r.data.end());
    for (Kind kind : singleKinds)
      r[kind] = v[kind].leaves()[0];
    r[Kind::Recipient] = *v[Kind::Recipient].find(recipient);
    r.conditions = {permission, false};
    r.quantities = {days};
    return r;
  }

  Outcome outcome(const Request& r) { return decide(*pack_, r).outcome; }

  std::shared_ptr<const Pack> pack_;
};

} // namespace

TEST_F(Decide, AForbidBitesOnAnyCategory) {
  EXPECT_EQ(outcome(request({"patron.name"}, "vendor")), Outcome::Forbidden);
  EXPECT_EQ(outcome(request({"patron.name", "loan"}, "vendor")), Outcome::Forbidden);
  EXPECT_EQ(outcome(request({"loan"}, "vendor")), Outcome::Undecided);
}

TEST_F(Decide, APermitOverridesWhatItCovers) {
  EXPECT_EQ(outcome(request({"patron.email"}, "vendor", true)), Outcome::Permitted);
  EXPECT_EQ(outcome(request({"patron.email"}, "vendor", false)), Outcome::Forbidden);
}

TEST_F(Decide, MoreDataIsNeverMorePermitted) {
  EXPECT_EQ(outcome(request({"patron.email", "patron.name"}, "vendor", true)), Outcome::Forbidden);
}

TEST_F(Decide, APermitMustCoverEverything) {
  Decision decision = decide(*pack_, request({"patron.email", "loan"}, "vendor", true));
  EXPECT_EQ(decision.outcome, Outcome::Undecided);
  ASSERT_EQ(decision.uncovered.size(), 1u);
  EXPECT_EQ((*pack_->vocabulary)[Kind::Data][decision.uncovered[0]].name, "loan");
  ASSERT_EQ(decision.defeats.size(), 1u);
  EXPECT_EQ(pack_->rules[decision.defeats[0].rule].id, "F");
}

TEST_F(Decide, QuantitiesAreCompared) {
  EXPECT_EQ(outcome(request({"loan"}, "staff", false, 30)), Outcome::Permitted);
  EXPECT_EQ(outcome(request({"loan"}, "staff", false, 31)), Outcome::Undecided);
}

TEST_F(Decide, WithoutOverridesNothingWins) {
  use("- {id: F, effect: forbid, data: patron}\n- {id: P, effect: permit}\n");
  EXPECT_EQ(outcome(request({"patron.name"}, "staff")), Outcome::Conflict);
  EXPECT_EQ(outcome(request({"loan"}, "staff")), Outcome::Permitted);
}

TEST_F(Decide, ADefeatedRuleDefeatsNothing) {
  use("- {id: F, effect: forbid}\n- {id: P, effect: permit, overrides: F}\n"
      "- {id: X, effect: forbid, recipient: vendor, overrides: P}\n");
  EXPECT_EQ(outcome(request({"loan"}, "staff")), Outcome::Permitted);
  EXPECT_EQ(outcome(request({"loan"}, "vendor")), Outcome::Forbidden);
}

TEST_F(Decide, LinkageNeedsBoth) {
  use("- {id: P, effect: permit}\n- {id: L, effect: forbid, when: 'links(patron, loan)', "
      "overrides: P}\n");
  EXPECT_EQ(outcome(request({"patron.name"}, "vendor")), Outcome::Permitted);
  EXPECT_EQ(outcome(request({"loan"}, "vendor")), Outcome::Permitted);
  EXPECT_EQ(outcome(request({"patron.name", "loan"}, "vendor")), Outcome::Forbidden);
}

TEST_F(Decide, TheVocabularysConstraintsBoundRequests) {
  Request r = request({"loan"}, "staff");
  EXPECT_TRUE(isWellFormed(r, *pack_->vocabulary));
  r.conditions = {false, true}; // an order without permission, which the vocabulary rules out
  EXPECT_FALSE(isWellFormed(r, *pack_->vocabulary));
}
