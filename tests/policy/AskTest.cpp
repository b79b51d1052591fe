// Questions in the words of the vocabulary, and their answers.
#include "policy/ask/Explain.h"
#include "policy/ask/Query.h"
#include "tests/policy/RandomPacks.h"

#include "llvm/ADT/STLExtras.h"

#include <gmock/gmock.h>

using namespace circumspect::policy;
using namespace circumspect::policy::test;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

constexpr const char* rules = R"(- {id: F, effect: forbid, data: patron, recipient: vendor}
- {id: P, effect: permit, data: patron.email, recipient: vendor, when: permission, overrides: F,
   duty: tell the user}
- {id: S, effect: permit, recipient: staff, when: days <= 30}
)";

class Ask : public testing::Test {
protected:
  Question question(const char* text) {
    Diagnostics diagnostics;
    auto parsed = parseQuestion(text, {"question", 1, 1}, *pack_->vocabulary, diagnostics);
    print(llvm::errs(), diagnostics);
    EXPECT_TRUE(parsed) << text;
    return parsed.value_or(Question());
  }

  std::string ask(const char* text) {
    Question asked = question(text);
    Slices slices({pack_}, 10000, asked.scope);
    std::string answer;
    llvm::raw_string_ostream out(answer);
    print(out, query(slices, asked), *pack_);
    return answer;
  }

  std::string explained(const char* text) {
    Question asked = question(text);
    Slices slices({pack_}, 10000, asked.scope);
    std::string answer, undecided;
    llvm::raw_string_ostream out(answer);
    for (const Explanation& e : explain(slices, asked, undecided))
      print(out, e.request, e.decision, *pack_);
    return answer;
  }

  bool isAbout(const Question& asked, const Request& r) const {
    const Vocabulary& v = *pack_->vocabulary;
    auto isAmong = [&](llvm::ArrayRef<unsigned> terms) {
      return [&v, terms](unsigned leaf) { return matches(v, Kind::Data, terms, leaf); };
    };
    bool isSo =
        holds(asked.scope.when, r, v) && llvm::all_of(r.data, isAmong(asked.scope[Kind::Data]));
    for (Kind kind : singleKinds)
      isSo &= matches(v, kind, asked.scope[kind], r[kind]);
    for (const std::vector<unsigned>& set : asked.with)
      isSo &= llvm::any_of(r.data, isAmong(set));
    return isSo;
  }

  std::string mistake(const char* text) {
    Diagnostics diagnostics;
    EXPECT_FALSE(parseQuestion(text, {"question", 1, 1}, *pack_->vocabulary, diagnostics));
    std::string all;
    llvm::raw_string_ostream out(all);
    print(out, diagnostics);
    return all;
  }

  std::shared_ptr<const Pack> pack_ = load(rules);
};

} // namespace

TEST_F(Ask, Always) {
  EXPECT_THAT(ask("may disclose loan to staff when days <= 7?"), HasSubstr("always\npermitted: "));
}

TEST_F(Ask, Never) {
  EXPECT_THAT(ask("may disclose patron.name to vendor"), HasSubstr("never\nforbidden: "));
}

TEST_F(Ask, OnlyWhenHasTheWeakestCondition) {
  EXPECT_THAT(ask("may disclose patron.email to vendor for sale"),
              HasSubstr("only\n     when permission\nobliges, by rule P: tell the user\n"));
  EXPECT_THAT(ask("may store anything to staff"), HasSubstr("only\n     when days <= 30\n"));
}

TEST_F(Ask, TheConditionSaysOnlyWhatTheQuestionLeavesOpen) {
  EXPECT_THAT(ask("may disclose any patron"), HasSubstr("only\n     to staff, when days <= 30\n  "
                                                        "or it is only patron.email, to vendor, "
                                                        "when permission\n"));
}

TEST_F(Ask, ATermMayBeNamedByItsLastPart) {
  EXPECT_THAT(ask("may disclose email to vendor when not permission"), HasSubstr("never"));
}

TEST_F(Ask, AContradictionIsNoRequest) {
  EXPECT_THAT(ask("may store loan when order and not permission"),
              HasSubstr("there is no such request"));
}

TEST_F(Ask, MistakesHaveColumnsAndSuggestions) {
  EXPECT_EQ(mistake("may disclose patron.emial to vendor"),
            "question:1:14: error: unknown data term 'patron.emial'; did you mean "
            "'patron.email'?\n");
  EXPECT_EQ(mistake("may disclose loan to vendor when permision"),
            "question:1:34: error: unknown condition or quantity 'permision'; did you mean "
            "'permission'?\n");
  EXPECT_THAT(mistake("may disclose"), HasSubstr("a term of data is expected here"));
  EXPECT_THAT(mistake("may disclose loan or"), HasSubstr("question:1:"));
}

TEST_F(Ask, ExplainNamesDecidingAndDefeatedRules) {
  EXPECT_THAT(
      explained("disclose patron.email to vendor for sale when permission"),
      testing::AllOf(HasSubstr("permitted: disclose patron.email to vendor for sale by log, "
                               "when permission\n    permits it: rule P"),
                     HasSubstr("and obliges to: tell the user"), HasSubstr("defeated: rule F"),
                     HasSubstr("by rule P")));
}

TEST_F(Ask, ExplainTakesWhatIsNotSaidNotToHold) {
  EXPECT_THAT(explained("disclose patron.email to vendor"), testing::StartsWith("forbidden: "));
  // An order implies permission, which is then filled in.
  EXPECT_THAT(explained("disclose patron.email to vendor when order"),
              testing::StartsWith("permitted: disclose patron.email to vendor for service by log, "
                                  "when permission and order"));
}

TEST_F(Ask, ExplainShowsEveryOutcomeThatIsLeftOpen) {
  EXPECT_THAT(explained("disclose patron.name"),
              testing::AllOf(HasSubstr("permitted: disclose patron.name to staff"),
                             HasSubstr("forbidden: disclose patron.name to vendor")));
}

TEST_F(Ask, AnExampleCanBeAskedAbout) {
  std::mt19937 random(7);
  for (const Request& request : allRequests(*pack_->vocabulary)) {
    if (random() % 50)
      continue;
    std::string text = describe(request, *pack_->vocabulary);
    Question asked = question(text.c_str());
    Slices slices({pack_}, 10000, asked.scope);
    std::string undecided;
    std::vector<Explanation> found = explain(slices, asked, undecided);
    ASSERT_EQ(found.size(), 1u) << text;
    EXPECT_EQ(describe(found[0].request, *pack_->vocabulary), text);
  }
}

// What regions are printed as in the language's words is a question about their requests.
TEST_F(Ask, ARegionCanBeAskedAbout) {
  const Vocabulary& v = *pack_->vocabulary;
  std::mt19937 random(11);
  auto someOf = [&](llvm::ArrayRef<unsigned> leaves) {
    std::vector<unsigned> some = {leaves[random() % leaves.size()]};
    for (unsigned leaf : leaves)
      if (leaf != some.front() && random() % 2)
        some.push_back(leaf);
    llvm::sort(some);
    return some;
  };
  for (unsigned round = 0; round < rounds(100); ++round) {
    Region region = everything(v);
    for (Kind kind : kinds)
      region[kind] = someOf(v[kind].leaves());
    for (unsigned sets = random() % 3; sets > 0; --sets)
      region.with.push_back(someOf(region[Kind::Data]));
    for (auto& condition : region.conditions)
      if (random() % 2)
        condition = random() % 2 == 0;
    if (random() % 2)
      region.atLeast[0] = 1 + random() % 2;
    if (random() % 2)
      region.atMost[0] = 2 + random() % 2;
    std::string text = describe(region, v, Wording::Language);
    Question asked = question(text.c_str());
    // Where all data may be there besides what is needed, that is not said.
    if (!region.with.empty() && region[Kind::Data].size() == v[Kind::Data].leaves().size())
      region[Kind::Data] = leavesOf(v, Kind::Data, asked.scope[Kind::Data]);
    for (const Request& request : allRequests(v))
      ASSERT_EQ(isAbout(asked, request), contains(region, request))
          << text << ": " << describe(request, v);
  }
}

TEST_F(Ask, AnswersAgreeWithEveryRequest) {
  std::mt19937 random(2026);
  const char* questions[] = {"disclose patron.email to vendor", "store loan and patron.name",
                             "disclose patron for sale when not permission",
                             "do anything with loan or patron.name to staff when days >= 3"};
  for (unsigned round = 0; round < rounds(40); ++round) {
    std::string text = randomRules(random);
    pack_ = load(text);
    for (const char* each : questions) {
      Question asked = question(each);
      Slices slices({pack_}, 10000, asked.scope);
      QueryResult result = query(slices, asked);
      std::set<Outcome> seen;
      for (const Request& r : allRequests(*pack_->vocabulary)) {
        if (isAbout(asked, r))
          seen.insert(decide(*pack_, r).outcome);
      }
      ASSERT_EQ(result.examples.size(), seen.size()) << text << each;
      EXPECT_EQ(result.kind == QueryResult::Kind::Always,
                seen == std::set<Outcome>{Outcome::Permitted});
      EXPECT_EQ(result.kind == QueryResult::Kind::Never, !seen.count(Outcome::Permitted));
    }
  }
}
