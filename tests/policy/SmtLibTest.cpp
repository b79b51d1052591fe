// A second solver, cvc5, decides the exported claims as Z3 does: those of every shipped pack, and
// those of generated ones.
#include "policy/encode/SmtLib.h"
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
    Theory theory(pack);
    for (const NamedClaim& claim : claimsOf(theory)) {
      Answer answer = theory.ask({claim.contrary});
      ASSERT_FALSE(answer.isUnknown()) << answer.reason;
      std::string text = smtLib(theory, claim.contrary, claim.name, answer);
      text.replace(text.find("(exit)"), 6, "(reset)");
      all_ += text;
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
        {llvm::StringRef(""), llvm::StringRef(output), std::nullopt}, 300, 0, &errors);
    ASSERT_EQ(status, 0) << errors;
    auto buffer = llvm::MemoryBuffer::getFile(output);
    ASSERT_TRUE(bool(buffer));
    llvm::SmallVector<llvm::StringRef> lines;
    buffer.get()->getBuffer().trim().split(lines, '\n');
    EXPECT_EQ(std::vector<std::string>(lines.begin(), lines.end()), expected_);
  }

  Folder folder_;
  std::string all_;
  std::vector<std::string> expected_;
};

} // namespace

TEST_F(SecondSolver, AgreesOnTheShippedPacks) {
  for (const char* file :
       {"rules/connecticut/cgs-11-25.yaml", "rules/ridgefield/as-adopted.yaml"}) {
    Diagnostics diagnostics;
    auto pack = loadPack(std::string(CIRCUMSPECT_SOURCE_DIR "/") + file, diagnostics);
    ASSERT_TRUE(pack);
    add(pack);
  }
  run();
}

TEST_F(SecondSolver, AgreesOnGeneratedPacks) {
  std::mt19937 random(50);
  for (unsigned round = 0; round < rounds(200); ++round)
    add(load(randomRules(random)));
  EXPECT_TRUE(llvm::is_contained(expected_, "sat"));
  EXPECT_TRUE(llvm::is_contained(expected_, "unsat"));
  run();
}
