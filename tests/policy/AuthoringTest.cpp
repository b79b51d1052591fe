// What helps authors: one form that keeps comments, a schema, expected decisions, the matrix.
#include "policy/ask/Expectations.h"
#include "policy/ask/Matrix.h"
#include "policy/ask/Trace.h"
#include "policy/load/Format.h"
#include "policy/load/Schema.h"
#include "tests/policy/Packs.h"

#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MemoryBuffer.h"

#include <gmock/gmock.h>

using namespace circumspect::policy;
using namespace circumspect::policy::test;
using testing::AllOf;
using testing::HasSubstr;

namespace {

std::string formatted(llvm::StringRef text) {
  Diagnostics diagnostics;
  auto result = formatPack(text, "pack.yaml", diagnostics);
  print(llvm::errs(), diagnostics);
  return result.value_or("");
}

} // namespace

TEST(Format, OrdersKeysAndKeepsCommentsWithThem) {
  EXPECT_EQ(
      formatted("# A pack.\npack:   p  \n\n\nrules:\n# the first\n- says: why\n  # who\n  "
                "id: A # its name\n  effect: permit\n# the second\n- effect: forbid\n  id: B\n"),
      "# A pack.\npack:   p\n\nrules:\n  # the first\n  - # who\n    id: A # its name\n    "
      "effect: permit\n    says: why\n\n  # the second\n  - id: B\n    effect: forbid\n");
}

TEST(Format, IsIdempotentOnShippedPacks) {
  for (const char* file : {"rules/connecticut/cgs-11-25.yaml", "rules/ridgefield/as-adopted.yaml",
                           "corpus/policies/gap.yaml", "corpus/policies/mistakes.yaml"}) {
    auto buffer = llvm::MemoryBuffer::getFile(std::string(CIRCUMSPECT_SOURCE_DIR "/") + file);
    ASSERT_TRUE(bool(buffer));
    std::string once = formatted(buffer.get()->getBuffer());
    EXPECT_EQ(formatted(once), once) << file;
  }
}

TEST(Format, WhatIsNoKeyIsNotTakenForOne) {
  for (const char* text : {"rules:\n- #says: c\n  # d\n   a\n", "rules:\n- says:\n#\n\n  id: A\n",
                           "limits:\n    - says: \"a\n b\"\n      id: L\n"}) {
    std::string once = formatted(text);
    EXPECT_NE(once, "");
    EXPECT_EQ(formatted(once), once);
  }
}

TEST(Format, LeavesFlowStyleAndLongTextsAlone) {
  std::string flow = "rules:\n  - {id: A, effect: permit}\n  - {id: B, effect: forbid}\n";
  EXPECT_EQ(formatted(flow), flow);
  std::string text = "rules:\n- says: |\n    - not an item\n  id: A\n";
  EXPECT_EQ(formatted(text), text);
}

TEST(Format, SaysWhereTextIsNotYaml) {
  Diagnostics diagnostics;
  EXPECT_FALSE(formatPack("rules: [", "pack.yaml", diagnostics));
  ASSERT_EQ(diagnostics.size(), 1u);
  EXPECT_THAT(diagnostics[0].message, HasSubstr("not YAML"));
}

// One text over several lines, which looks like a list: its form would not keep its own form.
TEST(Format, RefusesWhatHasNoForm) {
  Diagnostics diagnostics;
  EXPECT_FALSE(formatPack("limits\n -\n\n-", "pack.yaml", diagnostics));
  ASSERT_EQ(diagnostics.size(), 1u);
  EXPECT_EQ(diagnostics[0].message, "cannot be formatted without changing what it says");
}

TEST(Format, RefusesWhatItWouldChange) {
  Diagnostics diagnostics;
  EXPECT_FALSE(formatPack("rules:\nrules:\n- {id: A}\n", "pack.yaml", diagnostics));
  ASSERT_EQ(diagnostics.size(), 1u);
  EXPECT_THAT(diagnostics[0].message, HasSubstr("cannot be formatted without changing"));
}

TEST(Schema, TheShippedOneIsOfTheShippedVocabulary) {
  Diagnostics diagnostics;
  auto vocabulary =
      loadVocabulary(CIRCUMSPECT_SOURCE_DIR "/rules/vocabulary/library.yaml", diagnostics);
  ASSERT_TRUE(vocabulary);
  auto shipped = llvm::MemoryBuffer::getFile(CIRCUMSPECT_SOURCE_DIR "/rules/schema/pack.json");
  ASSERT_TRUE(bool(shipped));
  EXPECT_TRUE(llvm::formatv("{0:2}\n", packSchema(*vocabulary)).str() == shipped.get()->getBuffer())
      << "run: circumspect policy schema rules/vocabulary/library.yaml > rules/schema/pack.json";
}

TEST(Expectations, FailuresSayWhatIsDecidedInstead) {
  Folder folder;
  folder.write("vocabulary.yaml", smallVocabulary);
  folder.write("pack.yaml", "pack: p\nvocabulary: vocabulary.yaml\n"
                            "clauses: {C: {kind: rule, says: c}, D: {kind: rule, says: d}}\n"
                            "rules:\n- {id: F, effect: forbid, cites: C}\n"
                            "- {id: P, effect: permit, when: order, overrides: F, cites: D}\n");
  Diagnostics diagnostics;
  auto expectations = loadExpectations(
      folder.write("tests.yaml",
                   "pack: pack.yaml\ntests:\n"
                   "- {request: disclose loan to staff for sale, expect: forbidden, by: F}\n"
                   "- {request: disclose loan to staff for sale, expect: permitted}\n"),
      diagnostics);
  ASSERT_TRUE(expectations);
  TestRun result = run(*expectations);
  std::string text;
  llvm::raw_string_ostream out(text);
  print(out, result, *expectations);
  EXPECT_THAT(text, AllOf(HasSubstr("tests.yaml:4:3: error: expected permitted, and it is "
                                    "forbidden: disclose loan to staff for sale\nforbidden: "),
                          HasSubstr("p: 1 of 2 tests pass\n"),
                          HasSubstr("rules: 1 of 2 touched by a test; not P\n"),
                          HasSubstr("clauses: 1 of 2 touched by a test; not D\n")));
}

TEST(Expectations, MistakesAreLocated) {
  Folder folder;
  folder.write("vocabulary.yaml", smallVocabulary);
  folder.write("pack.yaml", "pack: p\nvocabulary: vocabulary.yaml\nrules: []\n");
  Diagnostics diagnostics;
  EXPECT_FALSE(loadExpectations(
      folder.write("tests.yaml", "pack: pack.yaml\ntests:\n- request: disclose laon\n  expect: no\n"
                                 "  by: Q\n"),
      diagnostics));
  std::string all;
  for (const Diagnostic& d : diagnostics)
    all += std::to_string(d.position.line) + ":" + std::to_string(d.position.column) + " " +
           d.message + "\n";
  EXPECT_EQ(all, "3:21 unknown data term 'laon'; did you mean 'loan'?\n"
                 "4:11 unknown outcome 'no'\n5:7 unknown rule 'Q'\n");
}

TEST(Matrix, SaysWhatHoldsForEachCategoryAndRecipient) {
  auto pack = load("- {id: F, effect: forbid, data: patron, recipient: vendor}\n"
                   "- {id: P, effect: permit, data: patron.email, recipient: vendor, when: "
                   "permission, overrides: F}\n- {id: S, effect: permit, recipient: staff}\n");
  Matrix table = matrix(pack, *(*pack->vocabulary)[Kind::Action].find("disclose"));
  std::string markdown, html;
  llvm::raw_string_ostream markdowns(markdown), htmls(html);
  writeMarkdown(markdowns, table, *pack);
  writeHtml(htmls, table, *pack);
  EXPECT_EQ(markdown, "# test: disclose\n\n| data | to staff | to vendor |\n|---|---|---|\n"
                      "| patron.name | permitted | forbidden |\n"
                      "| patron.email | permitted | permitted only [1] |\n"
                      "| loan | permitted | undecided |\n\n[1] when permission\n");
  EXPECT_THAT(html, HasSubstr("<th scope=\"row\">loan</th><td>permitted</td><td>undecided</td>"));
}

TEST(Trace, FollowsEachClauseToWhatSpeaksOfIt) {
  Folder folder;
  folder.write("vocabulary.yaml", smallVocabulary);
  Diagnostics diagnostics;
  auto pack =
      loadPack(folder.write("pack.yaml",
                            "pack: p\nvocabulary: vocabulary.yaml\n"
                            "clauses: {C-1: {kind: rule, says: a}, C-2: {kind: limit, says: b}, "
                            "C-3: {kind: duty, says: c}, C-4: {kind: rule, says: d}}\n"
                            "rules:\n- {id: F, effect: forbid, cites: C-1}\n"
                            "- {id: P, effect: permit, cites: C-1}\n"
                            "properties:\n- {id: N, never: undecided, cites: C-1}\n"
                            "limits:\n- {id: L, quantity: days, at-most: 3, cites: C-2}\n"),
               diagnostics);
  ASSERT_TRUE(pack);
  // C-1 is not named by C-12.
  std::vector<TracedClause> clauses =
      trace(*pack, {{"a.cpp", "// keeps C-1."}, {"b.cpp", "// C-12, XC-1"}});
  ASSERT_EQ(clauses.size(), 4u);
  EXPECT_FALSE(clauses[0].isMissing || clauses[1].isMissing || clauses[2].isMissing);
  EXPECT_TRUE(clauses[3].isMissing);
  std::string text;
  llvm::raw_string_ostream out(text);
  writeMarkdown(out, clauses, TraceColumns::WithPrograms);
  EXPECT_EQ(text, "| clause | kind | rules | claims | programs |\n|---|---|---|---|---|\n"
                  "| C-1 | rule | F, P | N | a.cpp |\n| C-2 | limit |  | L |  |\n"
                  "| C-3 | duty | decides nothing |  |  |\n| C-4 | rule | none |  |  |\n");
}
