// `circumspect policy trace PACK`: from each clause of the policy's text to the rules that say it,
// to what is claimed of them, and to the programs that test it.
#include "checker/tool/CommandLine.h"
#include "checker/tool/Commands.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include <map>

namespace circumspect::tool {

// What cites a clause, by ID.
template <typename Citing>
static std::string citing(llvm::ArrayRef<Citing> all, const std::string& clause) {
  std::vector<std::string> ids;
  for (const Citing& each : all)
    if (llvm::is_contained(each.cites, clause))
      ids.push_back(each.id);
  return llvm::join(ids, ", ");
}

// Is the clause named as a word? `LR-1` is not named by `LR-10`.
static bool names(llvm::StringRef text, llvm::StringRef clause) {
  auto isPart = [](char c) { return llvm::isAlnum(c); };
  for (size_t at = 0; (at = text.find(clause, at)) != llvm::StringRef::npos; ++at) {
    size_t end = at + clause.size();
    if ((at == 0 || !isPart(text[at - 1])) && (end == text.size() || !isPart(text[end])))
      return true;
  }
  return false;
}

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
  llvm::cl::ResetCommandLineParser();
  llvm::cl::OptionCategory category("circumspect policy trace");
  llvm::cl::opt<std::string> file(llvm::cl::Positional, llvm::cl::Required, llvm::cl::desc("PACK"),
                                  llvm::cl::cat(category));
  llvm::cl::opt<std::string> folder("programs", llvm::cl::value_desc("FOLDER"),
                                    llvm::cl::desc("also the files below this folder that name it"),
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
  bool isMissing = false;
  bool hasPrinciples = llvm::any_of(
      pack->clauses, [](const policy::Clause& clause) { return !clause.principles.empty(); });
  llvm::outs() << "| clause | kind |" << (hasPrinciples ? " principle |" : "")
               << " rules | claims |" << (folder.empty() ? "" : " programs |")
               << "\n|---|---|---|---|" << (hasPrinciples ? "---|" : "")
               << (folder.empty() ? "" : "---|") << "\n";
  static constexpr const char* kinds[] = {"rule", "limit", "duty", "info"};
  for (const policy::Clause& clause : pack->clauses) {
    std::string rules = citing<policy::Rule>(pack->rules, clause.id),
                properties = citing<policy::Property>(pack->properties, clause.id),
                limits = citing<policy::Limit>(pack->limits, clause.id);
    bool decides =
        clause.type == policy::Clause::Type::Rule || clause.type == policy::Clause::Type::Limit;
    if (rules.empty() && limits.empty() && decides) {
      isMissing = true;
      rules = "none";
    }
    llvm::outs() << "| " << clause.id << " | " << kinds[static_cast<size_t>(clause.type)] << " | "
                 << (hasPrinciples ? llvm::join(clause.principles, ", ") + " | " : "")
                 << (rules.empty() && !decides ? "decides nothing" : rules) << " | " << properties
                 << (properties.empty() || limits.empty() ? "" : ", ") << limits << " |";
    std::vector<std::string> named;
    for (const auto& [name, text] : programs)
      if (names(text, clause.id))
        named.push_back(name);
    llvm::outs() << (folder.empty() ? "" : " " + llvm::join(named, ", ") + " |") << "\n";
  }
  return isMissing ? Exit::Findings : Exit::Clean;
}

} // namespace circumspect::tool
