// Bad input is named with its position and the nearest valid name, and every mistake of a file is
// reported at once.
#include "tests/policy/Packs.h"

#include <gmock/gmock.h>

using namespace circumspect::policy;
using namespace circumspect::policy::test;
using testing::HasSubstr;

TEST(Load, ReadsARule) {
  auto pack = load("- id: R\n  effect: permit\n  data: patron\n  when: permission and not order\n");
  ASSERT_TRUE(pack);
  ASSERT_EQ(pack->rules.size(), 1u);
  const Rule& rule = pack->rules[0];
  EXPECT_EQ(rule.id, "R");
  EXPECT_EQ(rule.effect, Effect::Permit);
  EXPECT_EQ(rule.position.line, 4u);
  EXPECT_EQ(print(rule.when, *pack->vocabulary), "permission and not order");
  EXPECT_TRUE(rule[Kind::Recipient].empty());
}

TEST(Load, NamesTheNearestTerm) {
  EXPECT_EQ(
      mistakes("- id: R\n  effect: permit\n  data: patron.emial\n"),
      "pack.yaml:6:9: error: unknown data term 'patron.emial'; did you mean 'patron.email'?\n");
}

TEST(Load, FindsATermByItsLastPart) {
  EXPECT_THAT(mistakes("- id: R\n  effect: permit\n  data: email\n"),
              HasSubstr("did you mean 'patron.email'?"));
}

TEST(Load, NamesTheNearestKey) {
  EXPECT_EQ(mistakes("- id: R\n  effect: permit\n  recipients: staff\n"),
            "pack.yaml:6:3: error: unknown key 'recipients'; did you mean 'recipient'?\n");
}

TEST(Load, PointsIntoAnExpression) {
  EXPECT_EQ(mistakes("- id: R\n  effect: permit\n  when: order or permision\n"),
            "pack.yaml:6:18: error: unknown condition or quantity 'permision'; did you mean "
            "'permission'?\n");
}

TEST(Load, ReportsEveryMistake) {
  std::string all = mistakes("- id: R\n  effect: alow\n  data: patrn\n  overrides: Q\n");
  EXPECT_THAT(all, HasSubstr("unknown effect 'alow'"));
  EXPECT_THAT(all, HasSubstr("unknown data term 'patrn'"));
  EXPECT_THAT(all, HasSubstr("unknown rule 'Q'"));
}

TEST(Load, RejectsDuplicates) {
  EXPECT_THAT(mistakes("- id: R\n  effect: permit\n- id: R\n  effect: forbid\n"),
              HasSubstr("rule 'R' is given twice"));
  EXPECT_THAT(mistakes("- id: R\n  effect: permit\n  effect: forbid\n"),
              HasSubstr("'effect' is given twice"));
}

TEST(Load, RejectsRulesThatOverrideThemselves) {
  EXPECT_THAT(
      mistakes(
          "- {id: A, effect: permit, overrides: B}\n- {id: B, effect: forbid, overrides: A}\n"),
      HasSubstr("rule 'A' overrides itself"));
}

TEST(Load, RejectsAPartThatNamesNothing) {
  EXPECT_THAT(mistakes("- {id: A, effect: permit, data: []}\n"), HasSubstr("`data` names nothing"));
}

TEST(Load, RejectsAnUnknownCitation) {
  EXPECT_THAT(mistakes("- {id: A, effect: permit, cites: LR-9}\n"),
              HasSubstr("unknown clause 'LR-9'"));
}

TEST(Load, SaysWhereYamlBreaks) {
  EXPECT_THAT(mistakes("- {id: A, effect: permit\n"), HasSubstr("not YAML"));
}

TEST(Load, BoundsWhatYamlMayDo) {
  auto mistakesOf = [](const std::string& text) {
    Folder folder;
    Diagnostics diagnostics;
    loadVocabulary(folder.write("v.yaml", text), diagnostics);
    std::string all;
    for (const Diagnostic& d : diagnostics)
      all += std::to_string(d.position.line) + ":" + std::to_string(d.position.column) + " " +
             d.message + "\n";
    return all;
  };
  EXPECT_EQ(mistakesOf("{a: b}\n, c: d\n"),
            "2:1 one document is expected, and the text goes on here\n");
  EXPECT_EQ(mistakesOf("a: b\n---\nc: d\n"),
            "2:1 one document is expected, and the text goes on here\n");
  EXPECT_EQ(mistakesOf(""), "0:0 the file is empty\n");
  EXPECT_EQ(mistakesOf("a: " + std::string(200, '[') + std::string(200, ']')),
            "1:103 the text is nested more than 100 deep\n");
  EXPECT_EQ(mistakesOf("&a [*a]"), "1:5 the alias is inside of what it stands for\n");
}

TEST(Load, ReadsOnlyFiles) {
  Diagnostics diagnostics;
  EXPECT_FALSE(loadPack("/dev/zero", diagnostics));
  EXPECT_FALSE(loadPack("no-such-pack.yaml", diagnostics));
  ASSERT_EQ(diagnostics.size(), 2u);
  EXPECT_THAT(diagnostics[0].message, HasSubstr("it is not a file"));
  EXPECT_THAT(diagnostics[1].message, HasSubstr("cannot be read: No such file"));
}

TEST(Load, RejectsIllTypedExpressions) {
  EXPECT_THAT(mistakes("- {id: A, effect: permit, when: 'days'}\n"), HasSubstr("a comparison"));
  EXPECT_THAT(mistakes("- {id: A, effect: permit, when: 'days <= many'}\n"),
              HasSubstr("a whole number is expected"));
  EXPECT_THAT(mistakes("- {id: A, effect: permit, when: '(order'}\n"),
              HasSubstr("')' is expected"));
  EXPECT_THAT(mistakes("- {id: A, effect: permit, when: 'order permission'}\n"),
              HasSubstr("is not expected here"));
  EXPECT_THAT(mistakes("- {id: A, effect: permit, when: 'order = 3'}\n"),
              HasSubstr("9: error: the condition 'order' holds or does not; only quantities are "
                        "compared"));
  EXPECT_THAT(mistakes("- {id: A, effect: permit, when: 'contains(order)'}\n"),
              HasSubstr("unknown data term 'order'"));
}

TEST(Load, BoundsTheDepthOfAnExpression) {
  EXPECT_THAT(mistakes("- {id: A, effect: permit, when: '" + std::string(100000, '(') + "'}\n"),
              HasSubstr("nested too deeply"));
}

TEST(Load, RejectsATaxonomyThatIsUnderItself) {
  Folder folder;
  Diagnostics diagnostics;
  std::string text = smallVocabulary;
  text.replace(text.find("patron: who"), 11, "patron: {under: [hold]}, hold: {under: [patron]}");
  EXPECT_FALSE(loadVocabulary(folder.write("v.yaml", text), diagnostics));
  ASSERT_EQ(diagnostics.size(), 1u);
  EXPECT_THAT(diagnostics[0].message, HasSubstr("is under itself"));
}

TEST(Load, ReadsHowWordsAreSaid) {
  Folder folder;
  std::string text = smallVocabulary;
  auto replace = [&](llvm::StringRef from, llvm::StringRef to) {
    text.replace(text.find(from.str()), from.size(), to.str());
  };
  replace("store: b", "keep: {says: b, preposition: at}, keep.long: c");
  replace("says: o }", "says: o, reads: [it is ordered, it is not ordered] }");
  replace("unit: days }", "unit: days, reads: it stays }");
  Diagnostics diagnostics;
  auto words = loadVocabulary(folder.write("vocabulary.yaml", text), diagnostics);
  print(llvm::errs(), diagnostics);
  ASSERT_TRUE(words);
  unsigned disclose = *(*words)[Kind::Action].find("disclose"),
           longer = *(*words)[Kind::Action].find("keep.long");
  EXPECT_EQ(preposition(*words, longer), "at"); // from the term above
  EXPECT_EQ(preposition(*words, {disclose, longer}), "to or at");
  EXPECT_EQ(words->conditions[1].holds, "it is ordered");
  EXPECT_EQ(words->conditions[1].fails, "it is not ordered");
  EXPECT_EQ(words->quantities[0].reads, "it stays");
}

TEST(Load, RejectsWordsThatQuestionsCouldNotRead) {
  Folder folder;
  std::string text = smallVocabulary;
  auto replace = [&](llvm::StringRef from, llvm::StringRef to) {
    text.replace(text.find(from.str()), from.size(), to.str());
  };
  replace("disclose: a, store: b",
          "disclose: {preposition: with}, store: {preposition: next to}, sell: {preposition: ''}");
  replace("staff: a", "staff: {preposition: at, reads: someone}");
  replace("says: o }", "says: o, reads: it is ordered }");
  Diagnostics diagnostics;
  EXPECT_FALSE(loadVocabulary(folder.write("vocabulary.yaml", text), diagnostics));
  std::string all;
  llvm::raw_string_ostream out(all);
  print(out, diagnostics);
  EXPECT_THAT(all, HasSubstr("3:22: error: unknown key 'preposition'"));
  EXPECT_THAT(all, HasSubstr("error: questions use 'with' for something else"));
  EXPECT_THAT(all, HasSubstr("5:63: error: a preposition is one word"));
  EXPECT_THAT(all, HasSubstr("5:93: error: a preposition is one word"));
  EXPECT_THAT(all, HasSubstr("error: `reads` has two clauses"));
}

TEST(Load, ReadsEveryShippedPack) {
  for (const char* file :
       {"rules/connecticut/cgs-11-25.yaml", "rules/ridgefield/as-adopted.yaml"}) {
    Diagnostics diagnostics;
    EXPECT_TRUE(loadPack(std::string(CIRCUMSPECT_SOURCE_DIR "/") + file, diagnostics)) << file;
    EXPECT_TRUE(diagnostics.empty());
  }
}
