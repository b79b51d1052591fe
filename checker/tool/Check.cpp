// `circumspect check`: scans C and C++ code for flows of data about people that the policy does not
// permit.
#include "checker/analysis/Analyse.h"
#include "checker/models/Load.h"
#include "checker/report/Sarif.h"
#include "checker/report/Text.h"
#include "checker/tool/Commands.h"
#include "checker/tool/Settings.h"
#include "checker/tool/UnitFlags.h"
#include "checker/tool/Words.h"
#include "policy/load/Load.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"

namespace circumspect::tool {

namespace {

enum class Format { Text, Sarif };

struct Options {
  std::string policy;
  std::vector<std::string> models;
  UnitOptions units;
  Format format = Format::Text;
  unsigned timeout = 10000;
};

/// The command line; none where it is wrong, which has been said.
std::optional<Options> readOptions(const char* program, llvm::ArrayRef<const char*> arguments) {
  namespace cl = llvm::cl;
  cl::ResetCommandLineParser();
  cl::OptionCategory category("circumspect check");
  UnitFlags units(category, "[FILES] [-- FLAGS]");
  cl::opt<std::string> policy("policy", cl::value_desc("pack"),
                              cl::desc("the policy to judge by (default: the settings', else the "
                                       "shipped Ridgefield policy)"),
                              cl::cat(category));
  cl::list<std::string> models("models", cl::value_desc("path"),
                               cl::desc("library models, besides the shipped ones"),
                               cl::cat(category));
  cl::opt<Format> format("format", cl::desc("how findings are written"), cl::init(Format::Text),
                         cl::cat(category),
                         cl::values(clEnumValN(Format::Text, "text", "as compilers write them"),
                                    clEnumValN(Format::Sarif, "sarif", "SARIF 2.1.0")));
  cl::opt<unsigned> timeout("timeout", cl::init(10000), cl::value_desc("ms"),
                            cl::desc("time for one question to the solver"), cl::cat(category));

  auto read =
      units.parse(program, arguments, "Scans code for flows that the policy does not permit\n");
  if (!read)
    return std::nullopt;
  Options options;
  options.units = *read;
  options.policy = policy;
  options.models = models;
  options.format = format;
  options.timeout = timeout;
  return options;
}

/// A path below the working directory is named from there, so that reports are the same in every
/// checkout.
std::string fromHere(llvm::StringRef file) {
  llvm::SmallString<256> folder;
  llvm::sys::fs::current_path(folder);
  llvm::StringRef below = file;
  return (below.consume_front(folder) && below.consume_front("/") ? below : file).str();
}

void completeBySettings(Options& options, policy::Diagnostics& diagnostics) {
  llvm::SmallString<256> folder;
  llvm::sys::fs::current_path(folder);
  Settings settings = findSettings(folder, diagnostics);
  if (options.policy.empty())
    options.policy =
        settings.policy.empty() ? CIRCUMSPECT_RULES "/ridgefield/as-adopted.yaml" : settings.policy;
  if (options.units.build.empty() && !options.units.flags)
    options.units.build = settings.build;
  options.models.insert(options.models.begin(), settings.models.begin(), settings.models.end());
}

} // namespace

Exit runCheck(const char* program, llvm::ArrayRef<const char*> arguments) {
  std::optional<Options> options = readOptions(program, arguments);
  if (!options)
    return Exit::BadInput;
  policy::Diagnostics diagnostics;
  completeBySettings(*options, diagnostics);
  std::shared_ptr<const policy::Pack> pack =
      policy::loadPack(fromHere(options->policy), diagnostics);
  std::vector<std::string> ownModels = yamlFiles(options->models, diagnostics);
  std::vector<std::string> allModels = yamlFiles({CIRCUMSPECT_RULES "/models"}, diagnostics);
  llvm::append_range(allModels, ownModels);
  models::Models models = models::loadModels(allModels, diagnostics);
  Units units = findUnits(options->units, diagnostics);
  discover::Lexicon lexicon = shippedWords(diagnostics);
  if (!diagnostics.empty()) {
    policy::print(llvm::errs(), diagnostics);
    return Exit::BadInput;
  }

  flow::Program code = frontend::lower(units.commands, units.root, options->units.reading);
  models::prepare(code, models);
  std::vector<models::ColumnModel> columns = models.columns;
  models::Library library(code, std::move(models));
  analysis::Result result = analysis::analyse(code, library);
  policy::Theory theory(pack, options->timeout);
  verdict::Judgement judgement =
      verdict::judge(result, theory, code, discover::forgotten({code, library, columns, lexicon}));

  report::Report report{judgement, result, code, library, *pack, ownModels};
  if (options->format == Format::Sarif)
    report::writeSarif(llvm::outs(), report);
  else
    report::writeText(llvm::outs(), report);
  return static_cast<Exit>(report::exitStatus(report));
}

} // namespace circumspect::tool
