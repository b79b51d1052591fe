// What a scan looks like as text and as SARIF, and the exit status that goes with it.
#include "checker/report/Sarif.h"
#include "checker/report/Text.h"
#include "tests/policy/Packs.h"

#include "llvm/Support/JSON.h"

#include <gmock/gmock.h>

using namespace circumspect;
using testing::HasSubstr;
using testing::Not;

namespace {

class Reports : public testing::Test {
protected:
  Reports() : pack(policy::test::load("  - { id: KEEP, effect: forbid, says: keep it }\n")) {
    program.files.push_back({program.names.intern("the desk.cpp"), true});
    program.translationUnits.push_back(flow::FileId{0});
    result.ledger.functionsAnalysed = 2;
  }

  /// A violation of KEEP, with a way of two steps.
  verdict::Finding& violation() {
    verdict::Finding finding;
    finding.location = {flow::FileId{0}, 9, 3, 9, 12};
    finding.message = "patron.name reaches vendor";
    finding.rules = {"KEEP"};
    finding.reasons = {"forbids it: rule KEEP"};
    finding.counterexample = "disclose patron.name to vendor";
    finding.advice = "ask before this call";
    finding.fingerprint = "abc";
    analysis::Datum datum;
    datum.category = "patron.name";
    datum.path = {{{flow::FileId{0}, 7, 5, 7, 8}, "is read here"},
                  {{flow::FileId{0}, 9, 3, 9, 12}, "reaches send()"}};
    finding.data.push_back(datum);
    judgement.findings.push_back(finding);
    return judgement.findings.back();
  }

  void omit(flow::Omission::Kind kind) {
    program.omissions.push_back(
        {kind, program.names.intern("a strange thing"), {flow::FileId{0}, 3, 1, 3, 2}});
  }

  std::string text() { return written(report::writeText); }
  std::string sarif() { return written(report::writeSarif); }
  int exitStatus() {
    models::Library library(program, {});
    return report::exitStatus({judgement, result, program, library, *pack, {}});
  }
  llvm::json::Object run() {
    auto log = llvm::json::parse(sarif());
    EXPECT_TRUE(bool(log)) << toString(log.takeError());
    return *(*log->getAsObject()->getArray("runs"))[0].getAsObject();
  }

  std::shared_ptr<const policy::Pack> pack;
  flow::Program program;
  analysis::Result result;
  verdict::Judgement judgement;

private:
  std::string written(void (*write)(llvm::raw_ostream&, const report::Report&)) {
    models::Library library(program, {});
    std::string all;
    llvm::raw_string_ostream out(all);
    write(out, {judgement, result, program, library, *pack, {}});
    return all;
  }
};

} // namespace

TEST_F(Reports, TextIsWhatACompilerWrites) {
  violation();
  EXPECT_EQ(text(), "the desk.cpp:9:3: error: patron.name reaches vendor [violation: KEEP]\n"
                    "the desk.cpp:7:5: note: is read here\n"
                    "the desk.cpp:9:3: note: reaches send()\n"
                    "the desk.cpp:9:3: note: for example: disclose patron.name to vendor\n"
                    "the desk.cpp:9:3: note: forbids it: rule KEEP\n"
                    "the desk.cpp:9:3: note: ask before this call\n"
                    "1 finding; 1 file, 2 functions, 0 flows; 0 callees without body or model\n");
}

TEST_F(Reports, TextSaysWhatWouldSettleAndHowSureItIs) {
  verdict::Finding& finding = violation();
  finding.kind = verdict::Kind::Depends;
  finding.unsaid = {"purpose", "channel"};
  finding.confidence = analysis::Confidence::Low;
  finding.confidenceReason = "a bound was hit";
  EXPECT_THAT(text(), HasSubstr("[depends: purpose, channel]"));
  EXPECT_THAT(text(), HasSubstr("say the purpose and the channel of this sink"));
  EXPECT_THAT(text(), HasSubstr("low confidence: a bound was hit"));
}

TEST_F(Reports, NothingInScannedCodeSteersATerminal) {
  violation().message = "a\x1b[2Jb";
  EXPECT_THAT(text(), HasSubstr("a\\x1B[2Jb"));
  EXPECT_THAT(text(), Not(HasSubstr("\x1b")));
}

TEST_F(Reports, SarifHasTheResultItsRuleAndItsWay) {
  violation();
  llvm::json::Object all = run();
  EXPECT_EQ(all.getString("columnKind"), "utf16CodeUnits");
  const llvm::json::Object& result = *(*all.getArray("results"))[0].getAsObject();
  EXPECT_EQ(result.getString("ruleId"), "KEEP");
  EXPECT_EQ(result.getObject("message")->getString("text"),
            "patron.name reaches vendor. For example: disclose patron.name to vendor. forbids it: "
            "rule KEEP. ask before this call");
  EXPECT_EQ(result.getObject("partialFingerprints")->getString("circumspect/v1"), "abc");
  EXPECT_EQ(result.getObject("properties")->getString("kind"), "violation");
  const llvm::json::Object& at =
      *(*result.getArray("locations"))[0].getAsObject()->getObject("physicalLocation");
  EXPECT_EQ(at.getObject("artifactLocation")->getString("uri"), "the%20desk.cpp");
  EXPECT_EQ(at.getObject("region")->getInteger("startLine"), 9);
  EXPECT_EQ(at.getObject("region")->getInteger("startColumn"), 3);
  EXPECT_EQ(at.getObject("region")->getInteger("endColumn"), 12);
  const llvm::json::Object& way = *(*result.getArray("codeFlows"))[0].getAsObject();
  EXPECT_EQ(way.getObject("message")->getString("text"), "patron.name");
  EXPECT_EQ((*way.getArray("threadFlows"))[0].getAsObject()->getArray("locations")->size(), 2U);
  const llvm::json::Object& rule =
      *(*all.getObject("tool")->getObject("driver")->getArray("rules"))[0].getAsObject();
  EXPECT_EQ(rule.getString("id"), "KEEP");
  EXPECT_EQ(rule.getObject("shortDescription")->getString("text"), "keep it");
}

TEST_F(Reports, WhatIsMissingMakesAScanIncomplete) {
  omit(flow::Omission::Kind::NotLowered);
  EXPECT_EQ(exitStatus(), 3);
  EXPECT_THAT(text(), HasSubstr("the desk.cpp:3:1: warning: "));
  EXPECT_THAT(text(), HasSubstr("; incomplete, see the 1 warning\n"));
  llvm::json::Object all = run();
  const llvm::json::Object& invocation = *(*all.getArray("invocations"))[0].getAsObject();
  EXPECT_EQ(invocation.getBoolean("executionSuccessful"), false);
  EXPECT_EQ(invocation.getArray("toolExecutionNotifications")->size(), 1U);
}

TEST_F(Reports, FindingsWinOverTheRest) {
  EXPECT_EQ(exitStatus(), 0);
  omit(flow::Omission::Kind::NotLowered);
  violation();
  EXPECT_EQ(exitStatus(), 1);
}
