// `circumspect policy trace PACK`: from each clause of the policy's text to the rules that say it,
// to what is claimed of them, and to the programs that test it.
#include "checker/tool/CommandLine.h"
#include "checker/tool/Commands.h"
#include "policy/ask/Trace.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include <map>

namespace circumspect::tool {

// The source files below a folder, by their path from there, with their text.
static llvm::Expected<std::map<std::string, std::string>> readFolder(const std::string& folder) {
  static constexpr llvm::StringRef sources[] = {".c", ".cc", ".cpp", ".cxx",
                                                ".h", ".hh", ".hpp", ".hxx"};
  std::map<std::string, std::string> files;
  std::error_code error;
  for (llvm::sys::fs::recursive_directory_iterator it(folder, error), end; !error && it != end;
       it.increment(error)) {
    llvm::StringRef extension = llvm::sys::path::extension(it->path());
    if (!llvm::sys::fs::is_regular_file(it->path()) || !llvm::is_contained(sources, extension))
      continue;
    auto text = llvm::MemoryBuffer::getFile(it->path());
    if (!text)
      return llvm::createStringError(text.getError(), it->path());
    llvm::StringRef name = it->path();
    name.consume_front(folder);
    files[name.ltrim('/').str()] = (*text)->getBuffer().str();
  }
  if (error)
    return llvm::createStringError(error, folder);
  return files;
}

Exit runPolicyTrace(const char* program, llvm::ArrayRef<const char*> arguments) {
  enum class Format { Markdown, Json };
  llvm::cl::ResetCommandLineParser();
  llvm::cl::OptionCategory category("circumspect policy trace");
  llvm::cl::opt<std::string> file(llvm::cl::Positional, llvm::cl::Required, llvm::cl::desc("PACK"),
                                  llvm::cl::cat(category));
  llvm::cl::opt<std::string> folder("programs", llvm::cl::value_desc("FOLDER"),
                                    llvm::cl::desc("also the files below this folder that name it"),
                                    llvm::cl::cat(category));
  llvm::cl::opt<Format> format(
      "format", llvm::cl::init(Format::Markdown), llvm::cl::desc("how to write it:"),
      llvm::cl::values(clEnumValN(Format::Markdown, "markdown", "a table"),
                       clEnumValN(Format::Json, "json", "for programs; see policy/ask/README.md")),
      llvm::cl::cat(category));
  if (!parse(program, arguments, "Follows each clause to rules, claims and programs\n"))
    return Exit::BadInput;
  auto pack = readPack(file);
  if (!pack)
    return Exit::BadInput;
  std::map<std::string, std::string> programs;
  if (!folder.empty()) {
    auto read = readFolder(folder);
    if (!read) {
      llvm::errs() << "circumspect: error: " << llvm::toString(read.takeError()) << "\n";
      return Exit::BadInput;
    }
    programs = std::move(*read);
  }
  std::vector<policy::TracedClause> clauses = policy::trace(*pack, programs);
  auto columns =
      folder.empty() ? policy::TraceColumns::WithoutPrograms : policy::TraceColumns::WithPrograms;
  if (format == Format::Json)
    llvm::outs() << llvm::formatv("{0:2}\n", policy::toJson(clauses, *pack, columns));
  else
    policy::writeMarkdown(llvm::outs(), clauses, columns);
  bool isMissing =
      llvm::any_of(clauses, [](const policy::TracedClause& clause) { return clause.isMissing; });
  return isMissing ? Exit::Findings : Exit::Clean;
}

} // namespace circumspect::tool
