// `circumspect discover`: what looks like patron data in the scanned code and is not classified
// yet.
#include "checker/discover/Idl.h"
#include "checker/discover/Write.h"
#include "checker/models/Load.h"
#include "checker/tool/Commands.h"
#include "checker/tool/Settings.h"
#include "checker/tool/UnitFlags.h"
#include "checker/tool/Words.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

namespace circumspect::tool {

// Files that declare tables are no units: they are read by themselves.
static std::vector<std::string> takeSchemas(std::vector<std::string>& files) {
  auto isSchema = [](llvm::StringRef file) {
    return file.ends_with_insensitive(".sql") || file.ends_with_insensitive(".xml");
  };
  std::vector<std::string> schemas;
  llvm::copy_if(files, std::back_inserter(schemas), isSchema);
  llvm::erase_if(files, isSchema);
  return schemas;
}

static std::vector<discover::Schema> readSchemas(llvm::ArrayRef<std::string> files,
                                                 flow::Program& program,
                                                 policy::Diagnostics& diagnostics) {
  std::vector<discover::Schema> schemas;
  for (const std::string& file : files) {
    auto buffer = llvm::MemoryBuffer::getFile(file);
    if (!buffer) {
      diagnostics.push_back({{file, 0, 0}, "cannot be read: " + buffer.getError().message()});
      continue;
    }
    llvm::StringRef text = (*buffer)->getBuffer();
    std::vector<sql::Declared> columns;
    if (llvm::StringRef(file).ends_with_insensitive(".sql"))
      columns = sql::declaredColumns(text);
    else if (auto read = discover::idlColumns(text))
      columns = std::move(*read);
    else
      diagnostics.push_back({{file, 0, 0}, llvm::toString(read.takeError())});
    program.files.push_back({program.names.intern(file), true});
    schemas.push_back({flow::FileId{static_cast<uint32_t>(program.files.size() - 1)}, columns});
  }
  return schemas;
}

Exit runDiscover(const char* program, llvm::ArrayRef<const char*> arguments) {
  namespace cl = llvm::cl;
  using discover::Rank;
  enum class Format { Text, Yaml, Json };
  cl::ResetCommandLineParser();
  cl::OptionCategory category("circumspect discover");
  UnitFlags unitFlags(category, "[FILES, also .sql and fm_IDL.xml] [-- FLAGS]");
  cl::list<std::string> ownModels("models", cl::value_desc("path"),
                                  cl::desc("library models, besides the shipped ones"),
                                  cl::cat(category));
  cl::opt<Format> format(
      "format", cl::desc("how it is written:"), cl::init(Format::Text), cl::cat(category),
      cl::values(clEnumValN(Format::Text, "text", "as compilers write"),
                 clEnumValN(Format::Yaml, "yaml", "a file of models that accepts all of it"),
                 clEnumValN(Format::Json, "json", "for programs")));
  cl::opt<Rank> least("least", cl::desc("what is listed:"), cl::init(Rank::Possible),
                      cl::cat(category),
                      cl::values(clEnumValN(Rank::Likely, "likely", "only what is likely"),
                                 clEnumValN(Rank::Possible, "possible", "also what is possible"),
                                 clEnumValN(Rank::Unlikely, "unlikely", "everything")));
  auto read = unitFlags.parse(program, arguments,
                              "Lists what looks like patron data and is not classified\n");
  if (!read)
    return Exit::BadInput;
  UnitOptions& options = *read;

  policy::Diagnostics diagnostics;
  llvm::SmallString<256> folder;
  llvm::sys::fs::current_path(folder);
  Settings settings = findSettings(folder, diagnostics);
  if (options.build.empty() && !options.flags)
    options.build = settings.build;
  std::vector<std::string> paths = {CIRCUMSPECT_RULES "/models"};
  llvm::append_range(paths, settings.models);
  llvm::append_range(paths, ownModels);
  models::Models models = models::loadModels(yamlFiles(paths, diagnostics), diagnostics);
  discover::Lexicon lexicon = shippedWords(diagnostics);
  std::vector<std::string> schemaFiles = takeSchemas(options.files);
  Units units;
  if (schemaFiles.empty() || !options.files.empty() || !options.build.empty())
    units = findUnits(options, diagnostics);
  if (!diagnostics.empty()) {
    policy::print(llvm::errs(), diagnostics);
    return Exit::BadInput;
  }

  flow::Program code = frontend::lower(units.commands, units.root, options.reading);
  std::vector<discover::Schema> schemas = readSchemas(schemaFiles, code, diagnostics);
  if (!diagnostics.empty()) {
    policy::print(llvm::errs(), diagnostics);
    return Exit::BadInput;
  }
  std::vector<models::ColumnModel> columns = models.columns;
  models::Library library(code, std::move(models));
  std::vector<discover::Candidate> found =
      discover::discover({code, library, columns, lexicon}, schemas);
  size_t all = found.size();
  llvm::erase_if(found, [&](const auto& c) { return c.guess.rank > least; });
  auto* write = format == Format::Yaml   ? discover::writeYaml
                : format == Format::Json ? discover::writeJson
                                         : discover::writeText;
  write(llvm::outs(), code, found);
  if (format == Format::Text)
    llvm::outs() << found.size() << " not classified; " << all - found.size()
                 << " less likely ones are not shown\n";
  bool isIncomplete = false;
  for (const flow::Omission& omission : code.omissions)
    if (omission.kind != flow::Omission::Kind::NotLowered) {
      isIncomplete = true;
      llvm::errs() << code.text(code.files[omission.location.file.index].path) << ":"
                   << omission.location.line
                   << ": warning: not read: " << code.text(omission.detail) << "\n";
    }
  return !found.empty() ? Exit::Findings : isIncomplete ? Exit::Incomplete : Exit::Clean;
}

} // namespace circumspect::tool
