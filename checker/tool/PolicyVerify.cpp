// `circumspect policy verify PACK…`: is each pack consistent and complete, and if not, where
// exactly?
#include "checker/tool/Commands.h"
#include "policy/load/Load.h"
#include "policy/verify/Check.h"

#include "llvm/Support/CommandLine.h"
#include "llvm/Support/WithColor.h"
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
    out << "    there are more; raise --limit to see them\n";
  if (!verdict.undecided.empty())
    out << "  " << verdict.check << ": unknown, the solver did not decide: " << verdict.undecided
        << "\n";
}

} // namespace

Exit runPolicyVerify(const char* program, llvm::ArrayRef<const char*> arguments) {
  llvm::cl::ResetCommandLineParser();
  llvm::cl::OptionCategory category("circumspect policy verify");
  llvm::cl::list<std::string> packs(llvm::cl::Positional, llvm::cl::OneOrMore,
                                    llvm::cl::desc("PACK..."), llvm::cl::cat(category));
  llvm::cl::opt<unsigned> limit("limit", llvm::cl::init(64),
                                llvm::cl::desc("show at most this many regions for a check"),
                                llvm::cl::cat(category));
  llvm::cl::opt<unsigned> timeout("timeout", llvm::cl::init(10000),
                                  llvm::cl::desc("time for one question, in milliseconds"),
                                  llvm::cl::cat(category));
  std::vector<const char*> argv = {program};
  argv.insert(argv.end(), arguments.begin(), arguments.end());
  if (!llvm::cl::ParseCommandLineOptions(
          argv.size(), argv.data(), "Proves a policy consistent and complete\n", &llvm::errs()))
    return Exit::BadInput;

  bool hasFindings = false, isIncomplete = false;
  policy::Diagnostics diagnostics;
  for (const std::string& file : packs) {
    std::shared_ptr<const policy::Pack> pack = policy::loadPack(file, diagnostics);
    if (!pack)
      continue;
    policy::Theory theory(pack, timeout);
    llvm::outs() << pack->name << " (" << pack->rules.size() << " rules, " << file << ")\n";
    for (const Verdict& verdict : policy::verify(theory, {limit})) {
      print(llvm::outs(), verdict);
      hasFindings |= !verdict.isListing && !verdict.findings.empty();
      isIncomplete |= verdict.isCut || !verdict.undecided.empty();
    }
  }
  policy::print(llvm::errs(), diagnostics);
  if (!diagnostics.empty())
    return Exit::BadInput;
  return hasFindings ? Exit::Findings : isIncomplete ? Exit::Incomplete : Exit::Clean;
}

} // namespace circumspect::tool
