// A second solver, cvc5, decides the exported claims as Z3 does: those of every shipped pack, and
// those of generated ones with layers, properties and limits.
#include "policy/encode/SmtLib.h"
#include "policy/ask/Query.h"
#include "policy/compare/Difference.h"
#include "policy/verify/Check.h"
#include "tests/policy/RandomPacks.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Program.h"

#include <gtest/gtest.h>

using namespace circumspect::policy;
using namespace circumspect::policy::test;

namespace {

class SecondSolver : public testing::Test {
protected:
  // Adds the claims of a pack, with what Z3 answers, to the one file that cvc5 reads.
  void add(const std::shared_ptr<const Pack>& pack) {
    ASSERT_TRUE(pack);
    ++packs_;
    Theory theory(pack);
    add(theory, claimsOf(theory));
  }

  void add(Theory& theory, const std::vector<NamedClaim>& claims) {
    std::set<std::string> declared;
    bool isFirst = true;
    for (const NamedClaim& claim : claims) {
      Answer answer = theory.ask({claim.question});
      ASSERT_FALSE(answer.isUnknown()) << answer.reason;
      // The claims of a pack have its theory in common, which is read once.
      std::string text = smtLib(theory, claim.question, claim.name, answer);
      size_t theoryAt = text.find("(assert "), last = text.rfind("\n(assert ") + 1;
      llvm::SmallVector<llvm::StringRef> lines;
      llvm::StringRef(text).take_front(theoryAt).split(lines, '\n');
      if (isFirst)
        all_ += "(reset)\n(set-logic QF_LIA)\n";
      for (llvm::StringRef line : lines)
        if (line.starts_with("(declare") && declared.insert(line.str()).second)
          all_ += line.str() + "\n";
      if (isFirst)
        all_ += text.substr(theoryAt, last - theoryAt);
      isFirst = false;
      std::string question = text.substr(last, text.find("(exit)") - last);
      all_ += "(push 1)\n" + question + "(pop 1)\n";
      std::string start = llvm::StringRef(claim.name).split('-').first.str();
      seen_.insert(start + (answer.isSatisfiable() ? " sat" : " unsat"));
      expected_.push_back(answer.isSatisfiable() ? "sat" : "unsat");
    }
  }

  void run() {
    auto program = llvm::sys::findProgramByName("cvc5");
    ASSERT_TRUE(bool(program)) << "cvc5 is not installed; ci/setup does that";
    std::string input = folder_.write("claims.smt2", all_), output = folder_.path("answers");
    std::string errors;
    int status = llvm::sys::ExecuteAndWait(
        *program, {*program, "--lang=smt2", "--incremental", input}, std::nullopt,
        {llvm::StringRef(""), llvm::StringRef(output), std::nullopt}, 500, 0, &errors);
    ASSERT_EQ(status, 0) << errors;
    auto buffer = llvm::MemoryBuffer::getFile(output);
    ASSERT_TRUE(bool(buffer));
    llvm::SmallVector<llvm::StringRef> lines;
    buffer.get()->getBuffer().trim().split(lines, '\n');
    EXPECT_EQ(std::vector<std::string>(lines.begin(), lines.end()), expected_);
  }

  Folder folder_;
  unsigned packs_ = 0;
  std::string all_;
  std::set<std::string> seen_; ///< kinds of claims, each with an answer
  std::vector<std::string> expected_;
};

// A pack over the small vocabulary that has all that can be claimed of one.
std::string randomClaims(std::mt19937& random) {
  auto pick = [&](std::vector<const char*> from) {
    return std::string(from[random() % from.size()]);
  };
  std::string text = "pack: own\nvocabulary: vocabulary.yaml\nrefines: law.yaml\nrules:\n" +
                     randomRules(random) + "properties:\n";
  for (const char* id : {"A", "B"})
    text += "- {id: " + std::string(id) + ", " + pick({"always", "never", "possible"}) + ": " +
            pick({"permitted", "forbidden", "undecided", "in conflict"}) +
            pick({"", ", data: patron", ", data: loan"}) + pick({"", ", recipient: vendor"}) +
            pick({"", ", when: order"}) + "}\n";
  return text + "limits:\n- {id: T, quantity: days, at-most: " + pick({"2", "3", "30"}) +
         pick({"", ", action: store"}) + "}\n";
}

} // namespace

TEST_F(SecondSolver, AgreesOnTheShippedPacks) {
  std::error_code error;
  for (llvm::sys::fs::recursive_directory_iterator it(CIRCUMSPECT_SOURCE_DIR "/rules", error), end;
       !error && it != end; it.increment(error)) {
    auto buffer = llvm::MemoryBuffer::getFile(it->path());
    if (!llvm::StringRef(it->path()).ends_with(".yaml") || !buffer ||
        !(*buffer)->getBuffer().contains("\nrules:\n"))
      continue;
    Diagnostics diagnostics;
    add(loadPack(it->path(), diagnostics));
  }
  EXPECT_GE(packs_, 6u);
  run();
}

TEST_F(SecondSolver, AgreesOnGeneratedPacks) {
  std::mt19937 random(50);
  folder_.write("vocabulary.yaml", smallVocabulary);
  for (unsigned round = 0; round < rounds(200); ++round) {
    folder_.write("law.yaml",
                  "pack: law\nvocabulary: vocabulary.yaml\nrules:\n" + randomRules(random));
    Diagnostics diagnostics;
    auto pack = loadPack(folder_.write("own.yaml", randomClaims(random)), diagnostics);
    print(llvm::errs(), diagnostics);
    add(pack);
  }
  for (const char* kind :
       {"consistent", "complete", "live", "exception", "property", "refines", "beyond", "limit"})
    for (const char* answer : {" sat", " unsat"})
      EXPECT_TRUE(seen_.count(kind + std::string(answer))) << kind << answer;
  run();
}

// The claims of questions and of differences, which are also what query and diff say.
TEST_F(SecondSolver, AgreesOnQuestionsAndDifferences) {
  std::mt19937 random(52);
  folder_.write("vocabulary.yaml", smallVocabulary);
  auto generated = [&](const char* file) {
    Diagnostics diagnostics;
    return loadPack(
        folder_.write(file, "pack: p\nvocabulary: vocabulary.yaml\nrules:\n" + randomRules(random)),
        diagnostics);
  };
  const char* questions[] = {"disclose patron to vendor", "store loan and patron.email",
                             "disclose loan to staff for service when order",
                             "store anything, with days = 3"};
  for (unsigned round = 0; round < rounds(60); ++round) {
    auto before = generated("before.yaml"), after = generated("after.yaml");
    ASSERT_TRUE(before && after);
    Diagnostics diagnostics;
    auto question =
        parseQuestion(questions[round % 4], {"question", 1, 1}, *after->vocabulary, diagnostics);
    ASSERT_TRUE(question);
    Theory asked(after);
    std::vector<NamedClaim> claims = claimsOf(asked, question->scope, question->with);
    add(asked, claims);
    Slices slices({after}, 10000, question->scope);
    QueryResult result = query(slices, *question);
    for (size_t i = 0; i < claims.size(); ++i)
      EXPECT_EQ(asked.ask({claims[i].question}).isSatisfiable(),
                llvm::any_of(result.examples,
                             [&](const QueryResult::Example& example) {
                               return example.decision.outcome == outcomes[i];
                             }))
          << claims[i].name;

    auto old = loadPack(folder_.path("before.yaml"), diagnostics, after->vocabulary);
    Theory compared(after);
    std::vector<NamedClaim> changes = claimsOfDifference(compared, *old);
    add(compared, changes);
    Difference difference = compare(old, after);
    bool isChanged = false;
    for (size_t i = 0; i < std::size(outcomes); ++i) {
      bool becomes = compared.ask({changes[i].question}).isSatisfiable();
      isChanged |= becomes;
      EXPECT_EQ(becomes, llvm::any_of(difference.changes, [&](const Change& change) {
                  return change.outcome == outcomes[i];
                }));
    }
    EXPECT_EQ(compared.ask({changes.back().question}).isSatisfiable(), isChanged);
  }
  for (const char* seen : {"permitted sat", "permitted unsat", "nothing sat", "nothing unsat"})
    EXPECT_TRUE(seen_.count(seen)) << seen;
  run();
}

// What is written is what the verifier says: the same claims hold.
TEST(SmtLib, ClaimsHoldWhereTheChecksFindNothing) {
  std::mt19937 random(51);
  Folder folder;
  folder.write("vocabulary.yaml", smallVocabulary);
  const std::pair<const char*, Check*> checks[] = {
      {"consistent", checkConsistent}, {"complete", checkComplete}, {"live", checkLive},
      {"property", checkProperties},   {"refines", checkRefines},   {"beyond", checkBeyond},
      {"limit", checkBounded}};
  for (unsigned round = 0; round < rounds(60); ++round) {
    folder.write("law.yaml",
                 "pack: law\nvocabulary: vocabulary.yaml\nrules:\n" + randomRules(random));
    Diagnostics diagnostics;
    std::string text = randomClaims(random);
    auto pack = loadPack(folder.write("own.yaml", text), diagnostics);
    ASSERT_TRUE(pack);
    Subject subject(pack);
    std::map<std::string, bool> holds;
    Theory theory(pack);
    for (const NamedClaim& claim : claimsOf(theory)) {
      // What can never apply is not dead as well.
      std::string kind = llvm::StringRef(claim.name).split('-').first.str();
      if (kind == "live" &&
          subject.lifeOf(*pack->findRule(llvm::StringRef(claim.name).drop_front(5))) ==
              Subject::Life::Inapplicable)
        continue;
      bool isSatisfiable = theory.ask({claim.question}).isSatisfiable();
      auto known = holds.try_emplace(kind, true).first;
      known->second &= isSatisfiable == (claim.holds == NamedClaim::Holds::WhereSatisfiable);
    }
    for (const auto& [kind, check] : checks)
      EXPECT_EQ(check(subject)->findings.empty(), !holds.count(kind) || holds[kind])
          << text << kind;
  }
}
