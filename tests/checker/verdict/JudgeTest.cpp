// What a flow comes to under a small policy: each kind of verdict, and what decides between them.
#include "checker/verdict/Judge.h"
#include "tests/policy/Packs.h"

#include <gmock/gmock.h>

using namespace circumspect;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using verdict::Finding;
using verdict::Kind;

namespace {

constexpr const char* rules = R"(
  - { id: SERVE, effect: permit, data: patron, recipient: staff, purpose: service }
  - { id: ASKED, effect: permit, data: patron.email, recipient: vendor, purpose: service, when: permission, overrides: [KEEP] }
  - { id: KEEP, effect: forbid, data: patron, recipient: vendor, purpose: service }
  - { id: SOLD, effect: forbid, data: patron, purpose: sale }
  - { id: OLD, effect: forbid, data: patron.name, recipient: staff, when: days > 30 }
)";

class Judge : public testing::Test {
protected:
  Judge() {
    program.files.push_back({program.names.intern("desk.cpp"), true});
    result.conditions.nodes.resize(2);
  }

  /// A flow of one category to a recipient, at the line; more can be said of it.
  analysis::Flow& flow(const std::string& category, const std::string& recipient,
                       unsigned line = 7) {
    analysis::Datum datum;
    datum.category = category;
    datum.subject = 1;
    datum.origin = "Patron::" + category;
    analysis::Flow flow;
    flow.location = {flow::FileId{0}, line, 3, line, 9};
    flow.sink = "send()";
    flow.function = "remind()";
    flow.recipient = recipient;
    flow.purpose = "service";
    flow.action = "disclose";
    flow.channel = "log";
    flow.data.push_back(std::move(datum));
    result.flows.push_back(std::move(flow));
    return result.flows.back();
  }

  /// The condition that the guard was answered with yes about somebody.
  analysis::ConditionId answered(const std::string& condition, analysis::SubjectId subject) {
    result.conditions.atoms.push_back({condition, subject, "", {}});
    result.conditions.nodes.push_back(
        {static_cast<uint32_t>(result.conditions.atoms.size() - 1), 0, 1});
    return static_cast<analysis::ConditionId>(result.conditions.nodes.size() - 1);
  }

  verdict::Judgement judge(const char* text = rules) {
    policy::Theory theory(policy::test::load(text), 10000);
    return verdict::judge(result, theory, program);
  }

  analysis::Result result;
  flow::Program program;
};

} // namespace

TEST_F(Judge, WhatIsPermittedIsNoFinding) {
  flow("patron.email", "staff");
  EXPECT_THAT(judge().findings, IsEmpty());
}

TEST_F(Judge, WhatARuleForbidsIsAViolationOfIt) {
  flow("patron.name", "vendor");
  auto findings = judge().findings;
  ASSERT_THAT(findings, SizeIs(1));
  EXPECT_EQ(findings[0].kind, Kind::Violation);
  EXPECT_THAT(findings[0].rules, ElementsAre("KEEP"));
  EXPECT_EQ(findings[0].message, "patron.name (Patron::patron.name) reaches vendor for service by "
                                 "log through send(), which the policy forbids");
  EXPECT_THAT(findings[0].counterexample, HasSubstr("patron.name to vendor"));
}

TEST_F(Judge, AnAnswerAboutThePersonPermits) {
  flow("patron.email", "vendor").condition = answered("permission", 1);
  EXPECT_THAT(judge().findings, IsEmpty());
}

TEST_F(Judge, AnAnswerAboutSomebodyElseDoesNot) {
  flow("patron.email", "vendor").condition = answered("permission", 2);
  auto findings = judge().findings;
  ASSERT_THAT(findings, SizeIs(1));
  EXPECT_EQ(findings[0].kind, Kind::Violation);
  EXPECT_EQ(findings[0].advice, "it is permitted when permission holds for the person whose data "
                                "it is; ask for it before this call");
}

TEST_F(Judge, ABranchThatIsNoPolicyConditionMayGoEitherWay) {
  flow("patron.email", "vendor").condition = answered("", 0);
  EXPECT_THAT(judge().findings, SizeIs(1));
}

TEST_F(Judge, WhatNoRuleDecidesIsUndecided) {
  flow("loan", "vendor");
  auto findings = judge().findings;
  ASSERT_THAT(findings, SizeIs(1));
  EXPECT_EQ(findings[0].kind, Kind::Undecided);
  EXPECT_THAT(findings[0].rules, IsEmpty());
}

TEST_F(Judge, WhatIsAboutNobodyIsTiedToWhomeverItIsSentTogetherWith) {
  constexpr const char* tied = R"yaml(
  - { id: VISITS, effect: permit, data: [loan, patron] }
  - { id: TIED, effect: forbid, data: loan, when: "links(loan, patron.name)", overrides: [VISITS] }
)yaml";
  analysis::Datum another = flow("patron.name", "vendor").data.front();
  another.subject = 2; // of another object than the name
  another.category = "loan";
  result.flows.back().data.push_back(another);
  auto findings = judge(tied).findings;
  ASSERT_THAT(findings, SizeIs(1));
  EXPECT_THAT(findings[0].rules, ElementsAre("TIED"));
}

TEST_F(Judge, WhatIsForbiddenAndPermittedIsAConflict) {
  flow("patron.name", "staff").quantities["days"].value = 45;
  auto findings = judge().findings;
  ASSERT_THAT(findings, SizeIs(1));
  EXPECT_EQ(findings[0].kind, Kind::Conflict);
  EXPECT_THAT(findings[0].rules, ElementsAre("OLD"));
}

TEST_F(Judge, ANumberWithinTheLimitIsPermitted) {
  flow("patron.name", "staff").quantities["days"].value = 30;
  EXPECT_THAT(judge().findings, IsEmpty());
}

TEST_F(Judge, WhatAModelLeavesOutMayDecide) {
  flow("patron.name", "staff").purpose = "";
  auto findings = judge().findings;
  ASSERT_THAT(findings, SizeIs(1));
  EXPECT_EQ(findings[0].kind, Kind::Depends);
  EXPECT_THAT(findings[0].unsaid, ElementsAre("purpose"));
}

TEST_F(Judge, WhatNoCompletionSavesIsAViolation) {
  flow("patron.name", "vendor").purpose = "";
  auto findings = judge().findings;
  ASSERT_THAT(findings, SizeIs(1));
  EXPECT_EQ(findings[0].kind, Kind::Violation);
}

TEST_F(Judge, AWordThatThePolicyDoesNotHaveIsSaid) {
  flow("patron.nam", "staff");
  auto judgement = judge();
  EXPECT_THAT(judgement.findings, IsEmpty());
  EXPECT_THAT(judgement.unknownTerms,
              ElementsAre(HasSubstr("unknown data term 'patron.nam'; did you mean 'patron.name'")));
}

TEST_F(Judge, AFingerprintIsOfTheMeaningAndNotOfTheLine) {
  flow("patron.name", "vendor", 7);
  std::string first = judge().findings.front().fingerprint;
  result.flows.clear();
  flow("patron.name", "vendor", 8);
  EXPECT_EQ(judge().findings.front().fingerprint, first);
  result.flows.clear();
  flow("patron.email", "vendor", 8);
  EXPECT_NE(judge().findings.front().fingerprint, first);
}

TEST_F(Judge, FindingsThatMeanTheSameAreToldApart) {
  flow("patron.name", "vendor", 7);
  flow("patron.name", "vendor", 8);
  auto findings = judge().findings;
  ASSERT_THAT(findings, SizeIs(2));
  EXPECT_EQ(findings[0].location.line, 7U);
  EXPECT_EQ(findings[1].fingerprint, findings[0].fingerprint + ":1");
}

TEST_F(Judge, TheLeastSureDatumSaysHowSureAFindingIs) {
  analysis::Datum& datum = flow("patron.name", "vendor").data.front();
  datum.confidence = analysis::Confidence::Medium;
  datum.reason = "passes lookUp()";
  auto findings = judge().findings;
  ASSERT_THAT(findings, SizeIs(1));
  EXPECT_EQ(findings[0].confidence, analysis::Confidence::Medium);
  EXPECT_EQ(findings[0].confidenceReason, "passes lookUp()");
}
