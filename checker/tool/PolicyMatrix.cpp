// `circumspect policy matrix PACK`: what does a policy say of each category of data, for each
// recipient?
#include "checker/tool/CommandLine.h"
#include "checker/tool/Commands.h"
#include "policy/ask/Matrix.h"
#include "policy/model/Diagnostic.h"

#include "llvm/Support/CommandLine.h"
#include "llvm/Support/raw_ostream.h"

namespace circumspect::tool {

Exit runPolicyMatrix(const char* program, llvm::ArrayRef<const char*> arguments) {
  enum class Format { Text, Markdown, Html, Json };
  llvm::cl::ResetCommandLineParser();
  llvm::cl::OptionCategory category("circumspect policy matrix");
  llvm::cl::opt<std::string> file(llvm::cl::Positional, llvm::cl::Required, llvm::cl::desc("PACK"),
                                  llvm::cl::cat(category));
  llvm::cl::opt<std::string> action(
      "action", llvm::cl::init("disclose"), llvm::cl::value_desc("TERM"),
      llvm::cl::desc("what is done with the data"), llvm::cl::cat(category));
  llvm::cl::opt<Format> format(
      "format", llvm::cl::init(Format::Text), llvm::cl::desc("how to write it:"),
      llvm::cl::values(clEnumValN(Format::Text, "text", "a line a cell"),
                       clEnumValN(Format::Markdown, "markdown", "a table"),
                       clEnumValN(Format::Html, "html", "a page"),
                       clEnumValN(Format::Json, "json", "for programs; see policy/ask/README.md")),
      llvm::cl::cat(category));
  llvm::cl::opt<unsigned> timeout("timeout", llvm::cl::init(10000),
                                  llvm::cl::desc("time for one question, in milliseconds"),
                                  llvm::cl::cat(category));
  if (!parse(program, arguments, "Shows a policy as a table of data and recipients\n"))
    return Exit::BadInput;
  auto pack = readPack(file);
  if (!pack)
    return Exit::BadInput;
  const policy::Taxonomy& actions = (*pack->vocabulary)[policy::Kind::Action];
  auto term = actions.find(action);
  if (!term) {
    llvm::errs() << "circumspect: error: unknown action term '" << action << "'"
                 << policy::suggestion(action, actions.names()) << "\n";
    return Exit::BadInput;
  }
  policy::Matrix matrix = policy::matrix(pack, *term, timeout);
  auto* write = format == Format::Markdown ? policy::writeMarkdown
                : format == Format::Html   ? policy::writeHtml
                : format == Format::Json   ? policy::writeJson
                                           : policy::writeText;
  write(llvm::outs(), matrix, *pack);
  return matrix.undecided.empty() ? Exit::Clean : Exit::Incomplete;
}

} // namespace circumspect::tool
