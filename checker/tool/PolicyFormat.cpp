// `circumspect policy fmt FILE…` and `policy schema [VOCABULARY]`: what helps to write packs.
#include "checker/tool/CommandLine.h"
#include "checker/tool/Commands.h"
#include "policy/load/Format.h"
#include "policy/load/Load.h"
#include "policy/load/Schema.h"

#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

namespace circumspect::tool {

// Replaces a file in one step, so that nothing is lost where that fails.
static bool replace(const std::string& file, const std::string& text) {
  llvm::Error failure = llvm::writeToOutput(file, [&](llvm::raw_ostream& out) {
    out << text;
    return llvm::Error::success();
  });
  if (!failure)
    return true;
  llvm::errs() << file << ": error: cannot be written: " << llvm::toString(std::move(failure))
               << "\n";
  return false;
}

Exit runPolicyFormat(const char* program, llvm::ArrayRef<const char*> arguments) {
  llvm::cl::ResetCommandLineParser();
  llvm::cl::OptionCategory category("circumspect policy fmt");
  llvm::cl::list<std::string> files(llvm::cl::Positional, llvm::cl::OneOrMore,
                                    llvm::cl::desc("FILE..."), llvm::cl::cat(category));
  llvm::cl::opt<bool> check("check", llvm::cl::desc("change nothing, and name what would change"),
                            llvm::cl::cat(category));
  if (!parse(program, arguments, "Writes packs in one form; comments stay\n"))
    return Exit::BadInput;
  policy::Diagnostics diagnostics;
  bool hasChanges = false, hasFailed = false;
  for (const std::string& file : files) {
    auto buffer = llvm::MemoryBuffer::getFile(file);
    if (!buffer) {
      diagnostics.push_back({{file}, "cannot be read: " + buffer.getError().message()});
      continue;
    }
    std::string text = buffer.get()->getBuffer().str();
    std::optional<std::string> formatted = policy::formatPack(text, file, diagnostics);
    if (!formatted || *formatted == text)
      continue;
    hasChanges = true;
    if (check)
      llvm::outs() << file << "\n";
    else
      hasFailed |= !replace(file, *formatted);
  }
  policy::print(llvm::errs(), diagnostics);
  if (!diagnostics.empty() || hasFailed)
    return Exit::BadInput;
  return check && hasChanges ? Exit::Findings : Exit::Clean;
}

Exit runPolicySchema(const char* program, llvm::ArrayRef<const char*> arguments) {
  llvm::cl::ResetCommandLineParser();
  llvm::cl::OptionCategory category("circumspect policy schema");
  llvm::cl::opt<std::string> file(llvm::cl::Positional, llvm::cl::desc("[VOCABULARY]"),
                                  llvm::cl::cat(category));
  if (!parse(program, arguments,
             "Prints the JSON Schema of packs over a vocabulary, or of vocabularies\n"))
    return Exit::BadInput;
  if (file.empty()) {
    llvm::outs() << llvm::formatv("{0:2}", policy::vocabularySchema()) << "\n";
    return Exit::Clean;
  }
  policy::Diagnostics diagnostics;
  auto vocabulary = policy::loadVocabulary(file, diagnostics);
  policy::print(llvm::errs(), diagnostics);
  if (!vocabulary)
    return Exit::BadInput;
  llvm::outs() << llvm::formatv("{0:2}", policy::packSchema(*vocabulary)) << "\n";
  return Exit::Clean;
}

} // namespace circumspect::tool
