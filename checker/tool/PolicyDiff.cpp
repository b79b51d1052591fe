// `circumspect policy diff OLD NEW`: what does an amendment change?
#include "checker/tool/CommandLine.h"
#include "checker/tool/Commands.h"
#include "policy/compare/Report.h"
#include "policy/encode/SmtLib.h"
#include "policy/load/Load.h"

#include "llvm/Support/CommandLine.h"
#include "llvm/Support/raw_ostream.h"

namespace circumspect::tool {

Exit runPolicyDiff(const char* program, llvm::ArrayRef<const char*> arguments) {
  enum class Format { Text, Summary, Markdown, Json };
  llvm::cl::ResetCommandLineParser();
  llvm::cl::OptionCategory category("circumspect policy diff");
  llvm::cl::opt<std::string> oldFile(llvm::cl::Positional, llvm::cl::Required,
                                     llvm::cl::desc("OLD"), llvm::cl::cat(category));
  llvm::cl::opt<std::string> newFile(llvm::cl::Positional, llvm::cl::Required,
                                     llvm::cl::desc("NEW"), llvm::cl::cat(category));
  llvm::cl::opt<Format> format(
      "format", llvm::cl::init(Format::Text), llvm::cl::desc("how to write it:"),
      llvm::cl::values(clEnumValN(Format::Text, "text", "for a terminal"),
                       clEnumValN(Format::Summary, "summary", "one page, a case of each kind"),
                       clEnumValN(Format::Markdown, "markdown", "for the agenda of a board"),
                       clEnumValN(Format::Json, "json", "for programs")),
      llvm::cl::cat(category));
  llvm::cl::opt<unsigned> limit("limit", llvm::cl::init(64),
                                llvm::cl::desc("show at most this many regions of a change"),
                                llvm::cl::cat(category));
  llvm::cl::opt<unsigned> timeout("timeout", llvm::cl::init(10000),
                                  llvm::cl::desc("time for one question, in milliseconds"),
                                  llvm::cl::cat(category));
  llvm::cl::opt<std::string> claims(
      "smt-lib", llvm::cl::value_desc("FOLDER"),
      llvm::cl::desc("also write as SMT-LIB 2.6, a file for each, that nothing becomes permitted, "
                     "and so on; unsatisfiable where that holds"),
      llvm::cl::cat(category));
  if (!parse(program, arguments, "Says what changes between two versions of a policy\n"))
    return Exit::BadInput;
  policy::Diagnostics diagnostics;
  auto now = policy::loadPack(newFile, diagnostics);
  auto old = now ? policy::loadPack(oldFile, diagnostics, now->vocabulary) : nullptr;
  policy::print(llvm::errs(), diagnostics);
  if (!old)
    return Exit::BadInput;
  policy::Difference difference = policy::compare(old, now, limit, timeout);
  auto* write = format == Format::Markdown  ? policy::writeMarkdown
                : format == Format::Summary ? policy::writeSummary
                : format == Format::Json    ? policy::writeJson
                                            : policy::writeText;
  write(llvm::outs(), difference, *old, *now);
  if (!claims.empty()) {
    policy::Theory theory(now, timeout);
    if (llvm::Error failure =
            policy::writeClaims(theory, policy::claimsOfDifference(theory, *old), claims)) {
      llvm::errs() << "circumspect: error: " << llvm::toString(std::move(failure)) << "\n";
      return Exit::BadInput;
    }
  }
  return difference.hasRegions()     ? Exit::Findings
         : difference.isIncomplete() ? Exit::Incomplete
                                     : Exit::Clean;
}

} // namespace circumspect::tool
