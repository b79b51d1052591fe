// `circumspect policy query PACK QUESTION` and `policy explain PACK REQUEST`: what does a policy
// say, and why?
#include "checker/tool/CommandLine.h"
#include "checker/tool/Commands.h"
#include "policy/ask/Explain.h"
#include "policy/ask/Query.h"
#include "policy/encode/SmtLib.h"
#include "policy/load/Load.h"

#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/raw_ostream.h"

namespace circumspect::tool {

namespace {

using namespace policy;

/// A pack and a question about it, from the command line.
struct Asked {
  std::shared_ptr<const Pack> pack;
  Question question;
  unsigned timeout = 0;
  enum class Format { Text, Json } format = Format::Text;
  std::string claims; ///< the folder for what is asked as SMT-LIB, if any
};

enum class Options { Usual, WithClaims };

std::optional<Asked> read(const char* program, llvm::ArrayRef<const char*> arguments,
                          const char* what, const char* overview, Options options) {
  llvm::cl::ResetCommandLineParser();
  llvm::cl::OptionCategory category("circumspect policy");
  llvm::cl::opt<std::string> file(llvm::cl::Positional, llvm::cl::Required, llvm::cl::desc("PACK"),
                                  llvm::cl::cat(category));
  llvm::cl::opt<std::string> text(llvm::cl::Positional, llvm::cl::Required, llvm::cl::desc(what),
                                  llvm::cl::cat(category));
  llvm::cl::opt<unsigned> timeout("timeout", llvm::cl::init(10000),
                                  llvm::cl::desc("time for one question, in milliseconds"),
                                  llvm::cl::cat(category));
  llvm::cl::opt<Asked::Format> format(
      "format", llvm::cl::init(Asked::Format::Text), llvm::cl::desc("how to write it:"),
      llvm::cl::values(
          clEnumValN(Asked::Format::Text, "text", "for a terminal"),
          clEnumValN(Asked::Format::Json, "json", "for programs; see policy/ask/README.md")),
      llvm::cl::cat(category));
  std::optional<llvm::cl::opt<std::string>> claims;
  if (options == Options::WithClaims)
    claims.emplace(
        "smt-lib", llvm::cl::value_desc("FOLDER"),
        llvm::cl::desc("also write the question as SMT-LIB 2.6, a file for each outcome, "
                       "which is satisfiable where a request has it"),
        llvm::cl::cat(category));
  if (!parse(program, arguments, overview))
    return std::nullopt;
  Diagnostics diagnostics;
  Asked asked{loadPack(file, diagnostics), {}, timeout, format, claims ? *claims : std::string()};
  if (asked.pack)
    if (auto question =
            parseQuestion(text, {"question", 1, 1}, *asked.pack->vocabulary, diagnostics)) {
      asked.question = std::move(*question);
      return asked;
    }
  policy::print(llvm::errs(), diagnostics);
  return std::nullopt;
}

} // namespace

Exit runPolicyQuery(const char* program, llvm::ArrayRef<const char*> arguments) {
  auto asked = read(program, arguments, "QUESTION", "Asks a policy whether something may be done\n",
                    Options::WithClaims);
  if (!asked)
    return Exit::BadInput;
  Slices slices({asked->pack}, asked->timeout, asked->question.scope);
  QueryResult result = query(slices, asked->question);
  if (asked->format == Asked::Format::Json)
    llvm::outs() << llvm::formatv("{0:2}\n", toJson(result, *asked->pack));
  else
    print(llvm::outs(), result, *asked->pack);
  if (!asked->claims.empty()) {
    Theory theory(asked->pack, asked->timeout);
    if (llvm::Error failure = writeClaims(
            theory, claimsOf(theory, asked->question.scope, asked->question.with), asked->claims)) {
      llvm::errs() << "circumspect: error: " << llvm::toString(std::move(failure)) << "\n";
      return Exit::BadInput;
    }
  }
  return result.kind == QueryResult::Kind::Unknown ? Exit::Incomplete : Exit::Clean;
}

Exit runPolicyExplain(const char* program, llvm::ArrayRef<const char*> arguments) {
  auto asked = read(program, arguments, "REQUEST",
                    "Says which rules decide a request, and which do not\n", Options::Usual);
  if (!asked)
    return Exit::BadInput;
  Slices slices({asked->pack}, asked->timeout, asked->question.scope);
  std::string undecided;
  std::vector<Explanation> explanations = explain(slices, asked->question, undecided);
  if (asked->format == Asked::Format::Json) {
    llvm::json::Array decisions;
    for (const Explanation& explanation : explanations)
      decisions.push_back(toJson(explanation.request, explanation.decision, *asked->pack));
    llvm::outs() << llvm::formatv(
        "{0:2}\n", llvm::json::Value(llvm::json::Object{{"undecided", undecided},
                                                        {"decisions", std::move(decisions)}}));
    return undecided.empty() ? Exit::Clean : Exit::Incomplete;
  }
  for (const Explanation& explanation : explanations)
    print(llvm::outs(), explanation.request, explanation.decision, *asked->pack);
  if (!undecided.empty()) {
    llvm::outs() << "unknown, the solver did not decide: " << undecided << "\n";
    return Exit::Incomplete;
  }
  if (explanations.empty())
    llvm::outs() << "there is no such request: what it says contradicts the vocabulary\n";
  return Exit::Clean;
}

} // namespace circumspect::tool
