// `circumspect policy test FILE…`: does a policy decide what its authors expect?
#include "checker/tool/CommandLine.h"
#include "checker/tool/Commands.h"
#include "policy/ask/Expectations.h"

#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/raw_ostream.h"

namespace circumspect::tool {

Exit runPolicyTest(const char* program, llvm::ArrayRef<const char*> arguments) {
  enum class Format { Text, Json };
  llvm::cl::ResetCommandLineParser();
  llvm::cl::OptionCategory category("circumspect policy test");
  llvm::cl::list<std::string> files(llvm::cl::Positional, llvm::cl::OneOrMore,
                                    llvm::cl::desc("FILE..."), llvm::cl::cat(category));
  llvm::cl::opt<Format> format(
      "format", llvm::cl::init(Format::Text), llvm::cl::desc("how to write it:"),
      llvm::cl::values(clEnumValN(Format::Text, "text", "for a terminal"),
                       clEnumValN(Format::Json, "json", "for programs; see policy/ask/README.md")),
      llvm::cl::cat(category));
  llvm::cl::opt<unsigned> timeout("timeout", llvm::cl::init(10000),
                                  llvm::cl::desc("time for one question, in milliseconds"),
                                  llvm::cl::cat(category));
  if (!parse(program, arguments, "Runs the decisions that authors expect of their policy\n"))
    return Exit::BadInput;
  policy::Diagnostics diagnostics;
  bool hasFailures = false, isIncomplete = false;
  llvm::json::Array runs;
  for (const std::string& file : files)
    if (auto expectations = policy::loadExpectations(file, diagnostics)) {
      policy::TestRun result = policy::run(*expectations, timeout);
      if (format == Format::Json)
        runs.push_back(policy::toJson(result, *expectations));
      else
        policy::print(llvm::outs(), result, *expectations);
      hasFailures |= !result.failures.empty();
      isIncomplete |= !result.undecided.empty();
    }
  if (format == Format::Json)
    llvm::outs() << llvm::formatv("{0:2}\n", llvm::json::Value(llvm::json::Object{
                                                 {"version", 1}, {"packs", std::move(runs)}}));
  policy::print(llvm::errs(), diagnostics);
  if (!diagnostics.empty())
    return Exit::BadInput;
  return hasFailures ? Exit::Findings : isIncomplete ? Exit::Incomplete : Exit::Clean;
}

} // namespace circumspect::tool
