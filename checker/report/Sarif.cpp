#include "checker/report/Sarif.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"

#include <set>

namespace circumspect::report {

using llvm::json::Array;
using llvm::json::Object;
using llvm::json::Value;
using verdict::Finding;

namespace {

Object text(llvm::StringRef message) {
  return Object{{"text", llvm::json::fixUTF8(message)}};
}

// A path as a URI reference: relative to the project, with what URIs reserve escaped (RFC 3986).
std::string uri(llvm::StringRef file) {
  std::string result = file.starts_with("/") ? "file://" : "";
  for (char c : file)
    if (llvm::isAlnum(c) || llvm::StringRef("-._~/").contains(c))
      result += c;
    else
      result += "%" + llvm::toHex(llvm::StringRef(&c, 1));
  return result;
}

Object location(llvm::StringRef file, const flow::Location& at) {
  Object physical{{"artifactLocation", Object{{"uri", uri(file)}}}};
  if (at.line != 0) {
    Object region{{"startLine", at.line}, {"startColumn", at.column}};
    if (at.endLine != 0) {
      region["endLine"] = at.endLine;
      region["endColumn"] = at.endColumn;
    }
    physical["region"] = std::move(region);
  }
  return Object{{"physicalLocation", std::move(physical)}};
}

Object location(const flow::Program& program, const flow::Location& at) {
  return location(path(program, at), at);
}

std::string ruleOf(const Finding& finding) {
  return finding.rules.empty() ? verdict::name(finding.kind).str() : finding.rules.front();
}

Object result(const Report& report, const Finding& finding) {
  std::string message = finding.message;
  if (!finding.counterexample.empty())
    message += ". For example: " + finding.counterexample;
  for (const std::string& reason : finding.reasons)
    message += ". " + reason;
  if (!finding.advice.empty())
    message += ". " + finding.advice;
  Array flows;
  for (const analysis::Datum& datum : finding.data) {
    Array steps;
    for (const analysis::PathStep& step : datum.path) {
      Object at = location(report.program, step.location);
      at["message"] = text(step.note);
      steps.push_back(Object{{"location", std::move(at)}});
    }
    if (!steps.empty())
      flows.push_back(Object{{"message", text(datum.category)},
                             {"threadFlows", Array{Object{{"locations", std::move(steps)}}}}});
  }
  static constexpr llvm::StringRef confidences[] = {"high", "medium", "low"};
  Object object{
      {"ruleId", ruleOf(finding)},
      {"level", "error"},
      {"message", text(message)},
      {"locations", Array{location(report.program, finding.location)}},
      {"partialFingerprints", Object{{"circumspect/v1", finding.fingerprint}}},
      {"properties", Object{{"kind", verdict::name(finding.kind)},
                            {"rules", Array(finding.rules)},
                            {"confidence", confidences[static_cast<size_t>(finding.confidence)]}}}};
  if (!flows.empty())
    object["codeFlows"] = std::move(flows);
  return object;
}

} // namespace

void writeSarif(llvm::raw_ostream& out, const Report& report) {
  Array results, rules, notifications;
  std::set<std::string> used;
  for (const Finding& finding : report.judgement.findings) {
    results.push_back(result(report, finding));
    used.insert(ruleOf(finding));
  }
  for (const std::string& id : used) {
    auto rule = report.pack.findRule(id);
    std::string says = rule ? report.pack.rules[*rule].says
                       : id == verdict::name(verdict::Kind::Unclassified)
                           ? "a member that is likely patron data and that nobody classified"
                           : "a flow that is " + id;
    rules.push_back(Object{{"id", id}, {"shortDescription", text(says)}});
  }
  std::vector<Notice> all = notices(report);
  for (const Notice& notice : all) {
    Object notification{{"level", notice.isError ? "error" : "warning"},
                        {"message", text(notice.message)}};
    if (!notice.file.empty())
      notification["locations"] =
          Array{location(notice.file, {{}, notice.line, notice.column, 0, 0})};
    notifications.push_back(std::move(notification));
  }
  bool isComplete = llvm::none_of(all, [](const Notice& n) { return n.isIncomplete || n.isError; });
  Object driver{{"name", "circumspect"}, {"rules", std::move(rules)}};
  Object run{
      {"tool", Object{{"driver", std::move(driver)}}},
      {"columnKind", "utf16CodeUnits"},
      {"invocations", Array{Object{{"executionSuccessful", isComplete},
                                   {"toolExecutionNotifications", std::move(notifications)}}}},
      {"results", std::move(results)}};
  Object log{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
             {"version", "2.1.0"},
             {"runs", Array{std::move(run)}}};
  out << llvm::formatv("{0:2}\n", Value(std::move(log)));
}

} // namespace circumspect::report
