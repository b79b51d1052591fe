// Packs that build on others: imports, refinement, and what goes wrong between files.
#include "tests/policy/Packs.h"

#include <gmock/gmock.h>

using namespace circumspect::policy;
using namespace circumspect::policy::test;
using testing::HasSubstr;

namespace {

class Layers : public testing::Test {
protected:
  void SetUp() override { folder_.write("vocabulary.yaml", smallVocabulary); }

  void write(const char* file, const std::string& rest) {
    folder_.write(file, "pack: " + std::string(file) + "\nvocabulary: vocabulary.yaml\n" + rest);
  }

  std::shared_ptr<const Pack> loadFile(const char* file) {
    diagnostics_.clear();
    return loadPack(folder_.path(file), diagnostics_);
  }

  std::string mistakesOf(const char* file) {
    loadFile(file);
    std::string text;
    for (const Diagnostic& d : diagnostics_)
      text += llvm::sys::path::filename(d.position.str()).str() + ": " + d.message + "\n";
    return text;
  }

  Folder folder_;
  Diagnostics diagnostics_;
};

} // namespace

TEST_F(Layers, AnImportBringsRulesThatCanBeOverridden) {
  write("base.yaml", "rules:\n- {id: F, effect: forbid}\n");
  write("own.yaml", "imports: base.yaml\nrules:\n- {id: P, effect: permit, overrides: F}\n");
  auto pack = loadFile("own.yaml");
  ASSERT_TRUE(pack) << mistakesOf("own.yaml");
  ASSERT_EQ(pack->rules.size(), 2u);
  EXPECT_EQ(pack->rules[0].id, "F");
  EXPECT_EQ(pack->rules[1].overrides, std::vector<unsigned>{0});
}

TEST_F(Layers, WhatTwoImportsShareComesOnce) {
  write("d.yaml", "rules: [{id: D, effect: forbid}]\n");
  write("b.yaml", "imports: d.yaml\nrules: [{id: B, effect: permit, overrides: D}]\n");
  write("c.yaml", "imports: d.yaml\nrules: [{id: C, effect: permit, overrides: D}]\n");
  write("a.yaml", "imports: [b.yaml, c.yaml]\nrules: []\n");
  auto pack = loadFile("a.yaml");
  ASSERT_TRUE(pack) << mistakesOf("a.yaml");
  EXPECT_EQ(pack->rules.size(), 3u);
  EXPECT_EQ(pack->rules[2].overrides, std::vector<unsigned>{0});
}

TEST_F(Layers, ACycleOfImportsIsNamed) {
  write("a.yaml", "imports: b.yaml\nrules: []\n");
  write("b.yaml", "refines: a.yaml\nrules: []\n");
  EXPECT_THAT(mistakesOf("a.yaml"), HasSubstr("b.yaml:3:10: a pack cannot be a layer of itself"));
}

TEST_F(Layers, AnImportedRuleIsNotShadowed) {
  write("base.yaml", "rules: [{id: F, effect: forbid}]\n");
  write("own.yaml", "imports: base.yaml\nrules: [{id: F, effect: permit}]\n");
  EXPECT_THAT(mistakesOf("own.yaml"), HasSubstr("rule 'F' shadows an imported rule"));
}

TEST_F(Layers, ARefinedPackIsReadInTheSameWords) {
  write("law.yaml", "rules: [{id: L, effect: forbid, data: patron}]\n");
  write("own.yaml", "refines: law.yaml\nrules: [{id: P, effect: permit}]\n");
  auto pack = loadFile("own.yaml");
  ASSERT_TRUE(pack) << mistakesOf("own.yaml");
  ASSERT_EQ(pack->refines.size(), 1u);
  EXPECT_EQ(pack->refines[0]->vocabulary, pack->vocabulary);
  EXPECT_EQ(pack->rules.size(), 1u);
}

TEST_F(Layers, AMissingLayerIsNamedWhereItIsAskedFor) {
  write("own.yaml", "refines: law.yaml\nrules: []\n");
  EXPECT_THAT(mistakesOf("own.yaml"), HasSubstr("the pack 'law.yaml' cannot be used"));
}

TEST_F(Layers, AnotherPackCanBeReadInGivenWords) {
  write("old.yaml", "rules: [{id: F, effect: forbid, data: patron.emial}]\n");
  auto words = loadVocabulary(folder_.path("vocabulary.yaml"), diagnostics_);
  EXPECT_FALSE(loadPack(folder_.path("old.yaml"), diagnostics_, words));
  write("old.yaml", "rules: [{id: F, effect: forbid, data: patron.email}]\n");
  diagnostics_.clear();
  auto pack = loadPack(folder_.path("old.yaml"), diagnostics_, words);
  ASSERT_TRUE(pack);
  EXPECT_EQ(pack->vocabulary, words);
}

TEST_F(Layers, PropertiesAndLimitsAreRead) {
  write("own.yaml", "rules: []\n"
                    "properties:\n- {id: A, never: permitted, data: patron, when: order}\n"
                    "limits:\n- {id: B, quantity: days, at-most: 30 days, action: store}\n");
  auto pack = loadFile("own.yaml");
  ASSERT_TRUE(pack) << mistakesOf("own.yaml");
  ASSERT_EQ(pack->properties.size(), 1u);
  EXPECT_EQ(pack->properties[0].quantifier, Property::Quantifier::Never);
  EXPECT_EQ(pack->properties[0].outcome, Outcome::Permitted);
  ASSERT_EQ(pack->limits.size(), 1u);
  EXPECT_EQ(pack->limits[0].atMost, 30);
}

TEST_F(Layers, AClaimThatSaysNothingOrTooMuchIsAMistake) {
  write("own.yaml", "rules: []\nproperties:\n- {id: A, data: patron}\n"
                    "- {id: A, never: permitted, always: forbidden}\n- {id: C, never: allowed}\n"
                    "limits:\n- {id: L, quantity: dais, at-most: 3}\n"
                    "- {id: M, quantity: days, at-most: 30 weeks}\n");
  std::string all = mistakesOf("own.yaml");
  EXPECT_THAT(all,
              HasSubstr("yaml:5:3: a property claims one of `always`, `never` and `possible`"));
  EXPECT_THAT(all, HasSubstr("yaml:6:3: a property claims one of"));
  EXPECT_THAT(all, HasSubstr("property 'A' is given twice"));
  EXPECT_THAT(all, HasSubstr("unknown outcome 'allowed'"));
  EXPECT_THAT(all, HasSubstr("unknown quantity 'dais'; did you mean 'days'?"));
  EXPECT_THAT(all, HasSubstr("a whole number of days is expected, not '30 weeks'"));
}

TEST_F(Layers, MergedKeysKeepTheirPositions) {
  write("own.yaml", "rules:\n- &base {id: A, effect: permit, data: patron}\n"
                    "- {<<: *base, id: B, recipient: staff}\n"
                    "- {<<: *base, id: C, action: stor}\n");
  EXPECT_EQ(mistakesOf("own.yaml"),
            "own.yaml:6:30: unknown action term 'stor'; did you mean 'store'?\n");
}

TEST_F(Layers, ManyMergesEnd) {
  std::string merges = "*a";
  for (int i = 0; i < 200; ++i)
    merges += ", *a";
  write("own.yaml", "rules:\n- &a {id: A, effect: permit}\n- {<<: [" + merges + "], id: B}\n");
  EXPECT_THAT(mistakesOf("own.yaml"), HasSubstr("there are too many merges"));
}

TEST_F(Layers, ChainsOfMergesEnd) {
  std::string bomb = "rules:\n- &a0 {effect: permit}\n";
  for (int i = 1; i < 30; ++i) {
    std::string previous = "*a" + std::to_string(i - 1);
    bomb += "- &a" + std::to_string(i) + " {<<: [" + previous + ", " + previous + "], id: R" +
            std::to_string(i) + "}\n";
  }
  write("own.yaml", bomb);
  EXPECT_EQ(mistakesOf("own.yaml"), "own.yaml:20:3: there are more than a million values here, "
                                    "with all aliases written out\n");
}

TEST_F(Layers, ShadowedWordsOfAVocabularyAreNamed) {
  std::string text = smallVocabulary;
  text.replace(text.find("order: {"), 8, "days: { says: d }, not: {says: n}, order: {");
  Diagnostics diagnostics;
  EXPECT_FALSE(loadVocabulary(folder_.write("v.yaml", text), diagnostics));
  std::string all;
  for (const Diagnostic& d : diagnostics)
    all += d.message + "\n";
  EXPECT_THAT(all, HasSubstr("'days' is both a condition and a quantity"));
  EXPECT_THAT(all, HasSubstr("'not' is a word of the language"));
}

TEST(Load, ADutyBelongsToAPermit) {
  EXPECT_THAT(mistakes("- {id: A, effect: forbid, duty: tell the user}\n"),
              HasSubstr("`duty` belongs to a permit"));
}

// Two imports of two imports, and so on: read one by one, they would be 2^40.
TEST_F(Layers, EachFileIsReadOnce) {
  auto name = [](unsigned level, const char* side) { return std::to_string(level) + side; };
  for (unsigned level = 0; level < 40; ++level)
    for (const char* side : {"a.yaml", "b.yaml"})
      write(name(level, side).c_str(), "imports: [" + name(level + 1, "a.yaml") + ", " +
                                           name(level + 1, "b.yaml") + "]\nrules: []\n");
  for (const char* side : {"a.yaml", "b.yaml"})
    write(name(40, side).c_str(),
          "rules: [{id: " + name(40, side).substr(0, 3) + ", effect: permit}]\n");
  auto pack = loadFile("0a.yaml");
  ASSERT_TRUE(pack) << mistakesOf("0a.yaml");
  EXPECT_EQ(pack->rules.size(), 2u);
}

TEST_F(Layers, AreBoundedInDepth) {
  for (unsigned level = 0; level < 120; ++level)
    write((std::to_string(level) + ".yaml").c_str(),
          "imports: " + std::to_string(level + 1) + ".yaml\nrules: []\n");
  EXPECT_THAT(mistakesOf("0.yaml"), HasSubstr("there are too many layers above each other"));
}
