#include "checker/tool/UnitFlags.h"

#include "checker/tool/CommandLine.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"

namespace circumspect::tool {

namespace cl = llvm::cl;

/// Where lowered units are kept if nothing else is said: the user's own folder for such things.
static std::string usualCache() {
  llvm::SmallString<128> folder;
  if (!llvm::sys::path::cache_directory(folder))
    return "";
  llvm::sys::path::append(folder, "circumspect");
  return folder.str().str();
}

UnitFlags::UnitFlags(cl::OptionCategory& category, const char* files)
    : files_(cl::Positional, cl::desc(files), cl::cat(category)),
      build_("p", cl::value_desc("folder"), cl::desc("where compile_commands.json is"),
             cl::cat(category)),
      jobs_("jobs", cl::init(0), cl::value_desc("n"),
            cl::desc("files that are parsed at the same time (default: one for each core)"),
            cl::cat(category)),
      j_("j", cl::desc("the same as --jobs"), cl::aliasopt(jobs_), cl::cat(category)),
      cache_("cache", cl::init(usualCache()), cl::value_desc("folder"),
             cl::desc("where parsed files are kept for the next scan; empty: nowhere (default: "
                      "circumspect in the user's cache folder)"),
             cl::cat(category)) {
}

std::optional<UnitOptions>
UnitFlags::parse(const char* program, llvm::ArrayRef<const char*> arguments, const char* overview) {
  UnitOptions options;
  auto dashes = llvm::find_if(arguments, [](const char* a) { return llvm::StringRef(a) == "--"; });
  if (dashes != arguments.end())
    options.flags.emplace(dashes + 1, arguments.end());
  if (!tool::parse(program, llvm::ArrayRef(arguments.begin(), dashes), overview))
    return std::nullopt;
  options.files = files_;
  options.build = build_;
  options.reading = {jobs_, cache_};
  return options;
}

} // namespace circumspect::tool
