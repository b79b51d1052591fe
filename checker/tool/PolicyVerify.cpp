// `circumspect policy verify PACK…`: does each pack hold what a policy should, and if not, where
// exactly does it not?
#include "checker/tool/CommandLine.h"
#include "checker/tool/Commands.h"
#include "policy/encode/SmtLib.h"
#include "policy/load/Load.h"
#include "policy/verify/Check.h"

#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

namespace circumspect::tool {

namespace {

using policy::Finding;
using policy::Verdict;

void print(llvm::raw_ostream& out, const Verdict& verdict) {
  out << "  " << verdict.check << ": ";
  if (verdict.findings.empty() && verdict.undecided.empty()) {
    out << "yes, " << verdict.holds << "\n";
    return;
  }
  if (!verdict.findings.empty())
    out << (verdict.isListing ? "yes, with " : "no, ") << (verdict.isCut ? "more than " : "")
        << verdict.findings.size() << " " << verdict.fails << "\n";
  for (const Finding& finding : verdict.findings) {
    out << finding.position.str() << ": " << (verdict.isListing ? "note" : "error") << ": "
        << verdict.fails << ": " << finding.region << " [" << verdict.check << "]\n";
    if (!finding.example.empty())
      out << "    for example: " << finding.example << "\n";
    for (const std::string& note : finding.notes)
      out << "    " << note << "\n";
  }
  if (verdict.isCut)
    out << "    there are more; raise " << (verdict.isListing ? "--notes" : "--limit")
        << " to see them\n";
  if (!verdict.undecided.empty())
    out << "  " << verdict.check << ": unknown, the solver did not decide: " << verdict.undecided
        << "\n";
}

llvm::json::Value toJson(const Verdict& verdict) {
  llvm::json::Array findings;
  for (const Finding& finding : verdict.findings)
    findings.push_back(llvm::json::Object{{"file", finding.position.file},
                                          {"line", finding.position.line},
                                          {"column", finding.position.column},
                                          {"region", finding.region},
                                          {"terms", finding.terms},
                                          {"example", finding.example},
                                          {"notes", llvm::json::Array(finding.notes)}});
  const char* answer = !verdict.findings.empty() && !verdict.isListing ? "no"
                       : !verdict.undecided.empty()                    ? "unknown"
                                                                       : "yes";
  return llvm::json::Object{{"check", verdict.check},
                            {"answer", answer},
                            {"isListing", verdict.isListing},
                            {"isComplete", !verdict.isCut && verdict.undecided.empty()},
                            {"undecided", verdict.undecided},
                            {"title", verdict.findings.empty() ? verdict.holds : verdict.fails},
                            {"findings", std::move(findings)}};
}

} // namespace

Exit runPolicyVerify(const char* program, llvm::ArrayRef<const char*> arguments) {
  llvm::cl::ResetCommandLineParser();
  llvm::cl::OptionCategory category("circumspect policy verify");
  llvm::cl::list<std::string> packs(llvm::cl::Positional, llvm::cl::OneOrMore,
                                    llvm::cl::desc("PACK..."), llvm::cl::cat(category));
  llvm::cl::opt<std::string> against(
      "against", llvm::cl::value_desc("OLD"),
      llvm::cl::desc("leave out what the earlier version of the pack has as well"),
      llvm::cl::cat(category));
  llvm::cl::opt<std::string> claims(
      "smt-lib", llvm::cl::value_desc("FOLDER"),
      llvm::cl::desc("also write what is claimed as SMT-LIB 2.6, a file for each claim, "
                     "which says whether it holds where it is satisfiable or where it is not"),
      llvm::cl::cat(category));
  enum class Format { Text, Json };
  llvm::cl::opt<Format> format(
      "format", llvm::cl::init(Format::Text), llvm::cl::desc("how to write it:"),
      llvm::cl::values(
          clEnumValN(Format::Text, "text", "for a terminal"),
          clEnumValN(Format::Json, "json", "for programs; see policy/verify/README.md")),
      llvm::cl::cat(category));
  policy::Limits limits;
  llvm::cl::opt<unsigned> limit("limit", llvm::cl::init(limits.regions),
                                llvm::cl::desc("show at most this many findings of a check"),
                                llvm::cl::cat(category));
  llvm::cl::opt<unsigned> notes("notes", llvm::cl::init(limits.notes),
                                llvm::cl::desc("show at most this many of what is worth knowing, "
                                               "and not wrong"),
                                llvm::cl::cat(category));
  llvm::cl::opt<unsigned> timeout("timeout", llvm::cl::init(limits.timeout),
                                  llvm::cl::desc("time for one question, in milliseconds"),
                                  llvm::cl::cat(category));
  if (!parse(program, arguments, "Proves what a policy should hold\n"))
    return Exit::BadInput;
  if (!claims.empty() && packs.size() > 1) {
    llvm::errs() << "circumspect: error: --smt-lib is for one pack\n";
    return Exit::BadInput;
  }
  limits = {limit, notes, timeout};

  bool hasFindings = false, isIncomplete = false;
  llvm::json::Array packsAsJson;
  policy::Diagnostics diagnostics;
  for (const std::string& file : packs) {
    std::shared_ptr<const policy::Pack> pack = policy::loadPack(file, diagnostics), old;
    if (pack && !against.empty())
      old = policy::loadPack(against, diagnostics, pack->vocabulary);
    if (!pack || (!against.empty() && !old))
      continue;
    if (format == Format::Text)
      llvm::outs() << pack->name << " (" << pack->rules.size() << " rules, " << pack->file << ")\n";
    llvm::json::Array checks;
    for (const Verdict& verdict : policy::verify(pack, old, limits)) {
      if (format == Format::Text)
        print(llvm::outs(), verdict);
      checks.push_back(toJson(verdict));
      hasFindings |= !verdict.isListing && !verdict.findings.empty();
      isIncomplete |= (verdict.isCut && !verdict.isListing) || !verdict.undecided.empty();
    }
    packsAsJson.push_back(llvm::json::Object{{"pack", pack->name},
                                             {"file", pack->file},
                                             {"rules", pack->rules.size()},
                                             {"checks", std::move(checks)}});
    if (!claims.empty()) {
      policy::Theory theory(pack, timeout);
      if (llvm::Error failure = policy::writeClaims(theory, policy::claimsOf(theory), claims)) {
        llvm::errs() << "circumspect: error: " << llvm::toString(std::move(failure)) << "\n";
        return Exit::BadInput;
      }
    }
  }
  if (format == Format::Json)
    llvm::outs() << llvm::formatv("{0:2}", llvm::json::Value(llvm::json::Object{
                                               {"version", 1}, {"packs", std::move(packsAsJson)}}))
                 << "\n";
  policy::print(llvm::errs(), diagnostics);
  if (!diagnostics.empty())
    return Exit::BadInput;
  return hasFindings ? Exit::Findings : isIncomplete ? Exit::Incomplete : Exit::Clean;
}

} // namespace circumspect::tool
