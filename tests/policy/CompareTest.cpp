// What changes between two packs, and how many requests it is: against every request of a small
// vocabulary.
#include "policy/compare/Report.h"
#include "tests/policy/RandomPacks.h"

#include "llvm/ADT/STLExtras.h"

#include <gmock/gmock.h>

using namespace circumspect::policy;
using namespace circumspect::policy::test;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

/// Two versions over one vocabulary.
class Compare : public testing::Test {
protected:
  void SetUp() override {
    folder_.write("vocabulary.yaml", smallVocabulary);
    words_ = loadVocabulary(folder_.path("vocabulary.yaml"), diagnostics_);
  }

  std::shared_ptr<const Pack> version(const std::string& rules) {
    auto pack = loadPack(
        folder_.write("pack.yaml", "pack: test\nvocabulary: vocabulary.yaml\nrules:\n" + rules),
        diagnostics_, words_);
    EXPECT_TRUE(pack) << rules;
    return pack;
  }

  std::vector<std::string> changes(const std::string& before, const std::string& after) {
    auto old = version(before), now = version(after);
    std::vector<std::string> lines;
    for (const Change& change : compare(old, now).changes)
      for (const Change::Part& part : change.parts)
        lines.push_back(title(change) + ": " + describe(part.region, *words_) + " (" +
                        inWords(*part.requests) + ")");
    return lines;
  }

  Folder folder_;
  Diagnostics diagnostics_;
  std::shared_ptr<const Vocabulary> words_;
};

// How many of the sampled values of `days` stand for one range of the quotient: the samples 0, 2,
// 3 and 4 are one for each range of the generated rules, so equal ranges are counted once.
std::string rangeOf(const Quotient& quotient, int64_t days) {
  std::string text;
  for (int64_t bound : quotient.thresholds(0))
    text += days <= bound ? "y" : "n";
  return text;
}

} // namespace

TEST_F(Compare, AWiderPermitIsOneRegionWithItsCount) {
  EXPECT_THAT(changes("- {id: P, effect: permit, data: patron.email, action: disclose, recipient: "
                      "staff, when: permission}\n",
                      "- {id: P, effect: permit, data: patron.email, action: disclose, recipient: "
                      "staff}\n"),
              testing::Contains("becomes permitted: disclose patron.email to staff for any "
                                "purpose, when not permission (2)"));
}

TEST_F(Compare, RenamedAndReorderedRulesAreNoChange) {
  EXPECT_THAT(changes("- {id: F, effect: forbid}\n- {id: P, effect: permit, recipient: staff, "
                      "overrides: F}\n",
                      "- {id: Q, effect: permit, recipient: staff, overrides: G, says: new}\n"
                      "- {id: G, effect: forbid}\n"),
              ElementsAre());
}

TEST_F(Compare, AnotherReasonIsAChange) {
  EXPECT_THAT(changes("- {id: F, effect: forbid}\n",
                      "- {id: F, effect: forbid}\n- {id: G, effect: forbid, recipient: vendor}\n"),
              ElementsAre(HasSubstr("is decided as before, for another reason: do anything with "
                                    "any data to vendor for any purpose")));
}

TEST_F(Compare, TheRulesOfBothVersionsAreNamed) {
  auto old = version("- {id: F, effect: forbid, data: loan}\n");
  auto now = version("- {id: P, effect: permit, data: loan}\n");
  Difference difference = compare(old, now);
  std::string text, markdown, json;
  llvm::raw_string_ostream texts(text), markdowns(markdown), jsons(json);
  writeText(texts, difference, *old, *now);
  writeMarkdown(markdowns, difference, *old, *now);
  writeJson(jsons, difference, *old, *now);
  EXPECT_THAT(text, HasSubstr("before: forbidden\n        forbids it: rule F"));
  EXPECT_THAT(text, HasSubstr("now: permitted\n        permits it: rule P"));
  EXPECT_THAT(markdown, HasSubstr("## What becomes permitted"));
  EXPECT_THAT(markdown, HasSubstr("| any | any |"));
  EXPECT_THAT(json, HasSubstr("\"change\": \"becomes permitted\""));
}

TEST_F(Compare, TheSummaryPutsTogetherWhatTheSameRulesDecided) {
  auto old = version("- {id: F, effect: forbid, data: loan, says: nobody sees loans}\n"
                     "- {id: P, effect: permit, data: patron, recipient: staff}\n");
  auto now = version("- {id: Q, effect: permit, data: loan, when: order, says: a court may}\n"
                     "- {id: G, effect: forbid, data: loan, when: not order, says: else nobody}\n"
                     "- {id: R, effect: permit, data: patron, recipient: staff}\n");
  Difference difference = compare(old, now);
  std::string text;
  llvm::raw_string_ostream out(text);
  writeSummary(out, difference, *old, *now);
  EXPECT_THAT(text, HasSubstr("\nbecomes permitted\n  do anything with loan to anyone for any "
                              "purpose, when order\n      was forbidden (F); now permitted (Q)\n"));
  EXPECT_THAT(text, HasSubstr("\nthe rules before\n  F: nobody sees loans\n"));
  EXPECT_THAT(text, HasSubstr("\nthe rules now\n  Q: a court may\n"));
  // What keeps its outcome for another reason is not on the page.
  EXPECT_THAT(text, testing::Not(HasSubstr("else nobody")));
  std::string same;
  llvm::raw_string_ostream sames(same);
  writeSummary(sames, compare(old, old), *old, *old);
  EXPECT_THAT(same, HasSubstr("every request is decided as before, by the same rules\n"));
}

TEST_F(Compare, WhatTheSolverDoesNotDecideIsNoFinding) {
  auto old = version("- {id: F, effect: forbid}\n"), now = version("- {id: P, effect: permit}\n");
  Difference difference = compare(old, now, 64, /*timeout=*/0);
  EXPECT_FALSE(difference.hasRegions());
  EXPECT_TRUE(difference.isIncomplete());
  std::string text;
  llvm::raw_string_ostream out(text);
  writeSummary(out, difference, *old, *now);
  EXPECT_THAT(text, HasSubstr("the solver did not decide all"));
  EXPECT_THAT(text, testing::Not(HasSubstr("as before, by the same rules")));
}

TEST_F(Compare, CountsAreExact) {
  std::mt19937 random(1125);
  for (unsigned round = 0; round < rounds(60); ++round) {
    auto old = version(randomRules(random)), now = version(randomRules(random));
    Difference difference = compare(old, now, 1000);
    Quotient quotient({now, old}, {});
    for (Outcome outcome : outcomes) {
      std::set<std::string> expected;
      for (Request request : allRequests(*words_))
        if (decide(*now, request).outcome == outcome && decide(*old, request).outcome != outcome) {
          std::string range = rangeOf(quotient, request.quantities[0]);
          request.quantities[0] = 0;
          expected.insert(range + describe(request, *words_));
        }
      const Change* change = nullptr;
      for (const Change& each : difference.changes)
        if (each.outcome == outcome)
          change = &each;
      ASSERT_EQ(change != nullptr, !expected.empty());
      if (change) {
        EXPECT_EQ(inWords(*change->requests), inWords(llvm::APInt(64, expected.size())));
      }
    }
  }
}
