// What the verifier says about packs that are right and packs that are wrong.
#include "policy/verify/Check.h"
#include "tests/policy/Packs.h"

#include <gmock/gmock.h>

using namespace circumspect::policy;
using namespace circumspect::policy::test;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

namespace {

Verdict run(Check& check, const std::shared_ptr<const Pack>& pack, Limits limits = {}) {
  Subject subject(pack, nullptr, limits);
  return check(subject).value();
}

std::vector<std::string> regions(const Verdict& verdict) {
  std::vector<std::string> all;
  for (const Finding& finding : verdict.findings)
    all.push_back(finding.region);
  return all;
}

} // namespace

TEST(Verify, ACompleteAndConsistentPackIsClean) {
  auto pack = load(
      "- {id: F, effect: forbid}\n- {id: P, effect: permit, recipient: staff, overrides: F}\n");
  for (const Verdict& verdict : verify(pack))
    EXPECT_TRUE(verdict.isClean()) << verdict.check;
}

TEST(Verify, AConflictIsOneRegionInWords) {
  auto pack = load("- {id: F, effect: forbid, data: patron, recipient: vendor}\n- {id: P, effect: "
                   "permit, when: order}\n"
                   "- {id: Q, effect: permit, when: not order, recipient: staff}\n");
  Verdict verdict = run(checkConsistent, pack);
  EXPECT_THAT(regions(verdict),
              testing::Contains(HasSubstr("to vendor for any purpose, when order")));
  ASSERT_FALSE(verdict.findings.empty());
  EXPECT_EQ(verdict.findings[0].position.line, 4u);
  EXPECT_THAT(verdict.findings[0].notes, testing::Contains(HasSubstr("rule F")));
  EXPECT_THAT(verdict.findings[0].notes, testing::Contains(HasSubstr("rule P")));
}

TEST(Verify, AGapIsAsWideAsItIs) {
  auto pack = load("- {id: P, effect: permit, recipient: staff}\n");
  EXPECT_THAT(regions(run(checkComplete, pack)),
              ElementsAre("do anything with any data to vendor for any purpose"));
}

TEST(Verify, AGapOfAQuantityHasItsBound) {
  auto pack = load("- {id: P, effect: permit, when: days <= 30}\n");
  EXPECT_THAT(regions(run(checkComplete, pack)),
              ElementsAre("do anything with any data to anyone for any purpose, when days >= 31"));
}

TEST(Verify, ADefaultDecidesAndIsListed) {
  Folder folder;
  folder.write("vocabulary.yaml", smallVocabulary);
  Diagnostics diagnostics;
  auto pack = loadPack(
      folder.write("p.yaml", "pack: d\nvocabulary: vocabulary.yaml\ndefault: forbid\nrules:\n"
                             "- {id: P, effect: permit, recipient: staff}\n"),
      diagnostics);
  ASSERT_TRUE(pack);
  Verdict verdict = run(checkComplete, pack);
  EXPECT_TRUE(verdict.isClean());
  EXPECT_THAT(verdict.findings, SizeIs(1));
}

TEST(Verify, ACutListSaysSo) {
  auto pack =
      load("- {id: P, effect: permit, data: patron.name, recipient: staff, when: days = 7}\n");
  Verdict verdict = run(checkComplete, pack, Limits{1});
  EXPECT_THAT(verdict.findings, SizeIs(1));
  EXPECT_TRUE(verdict.isCut);
  EXPECT_FALSE(verdict.isClean());
}

// The gap of an order has a request with few days, too, though that is in the other gap as well.
TEST(Verify, AnExampleShowsOnlyWhatItsRegionNeeds) {
  auto pack = load("- {id: P, effect: permit, when: days > 30 and not order}\n");
  Verdict verdict = run(checkComplete, pack);
  EXPECT_THAT(regions(verdict),
              testing::UnorderedElementsAre(
                  "do anything with any data to anyone for any purpose, when days <= 30",
                  "do anything with any data to anyone for any purpose, when order"));
  for (const Finding& finding : verdict.findings)
    EXPECT_THAT(finding.example, Not(HasSubstr("with days ="))) << finding.region;
}

TEST(Verify, TheStatuteAloneIsConsistent) {
  Diagnostics diagnostics;
  auto pack = loadPack(CIRCUMSPECT_SOURCE_DIR "/rules/connecticut/cgs-11-25.yaml", diagnostics);
  ASSERT_TRUE(pack);
  EXPECT_TRUE(run(checkConsistent, pack).isClean());
  EXPECT_TRUE(run(checkTraced, pack).isClean());
}

TEST(Verify, TheAdoptedPolicyContradictsItself) {
  Diagnostics diagnostics;
  auto pack = loadPack(CIRCUMSPECT_SOURCE_DIR "/rules/ridgefield/as-adopted.yaml", diagnostics);
  ASSERT_TRUE(pack);
  Verdict verdict = run(checkConsistent, pack, Limits{200});
  // Without an order of a court, a law that demands disclosure is enough for LR-5 and not for LR-3.
  EXPECT_THAT(regions(verdict),
              testing::Contains(HasSubstr("when no court ordered it and the user gave no "
                                          "permission in writing and a law demands it")));
  EXPECT_TRUE(verdict.undecided.empty());
  EXPECT_FALSE(verdict.isCut);
}
