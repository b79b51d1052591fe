#include "checker/tool/Units.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

#include <set>

namespace circumspect::tool {

namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;
using frontend::CompileCommand;

static std::string absolute(llvm::StringRef file) {
  llvm::SmallString<256> whole(file);
  fs::make_absolute(whole);
  path::remove_dots(whole, /*remove_dot_dot=*/true);
  return whole.str().str();
}

static std::string workingDirectory() {
  llvm::SmallString<256> folder;
  fs::current_path(folder);
  return folder.str().str();
}

static bool isBelow(llvm::StringRef file, llvm::StringRef folder) {
  return file.consume_front(folder.rtrim('/')) && file.starts_with("/");
}

static std::string commonFolder(const std::vector<CompileCommand>& commands) {
  std::string folder = workingDirectory();
  auto hasAll = [&] {
    return llvm::all_of(commands, [&](const auto& c) { return isBelow(c.file, folder); });
  };
  if (hasAll() || commands.empty())
    return folder;
  folder = path::parent_path(commands.front().file).str();
  while (!hasAll() && path::has_relative_path(folder))
    folder = path::parent_path(folder).str();
  return folder;
}

static const char* compilerFor(llvm::StringRef file) {
  return llvm::StringSwitch<const char*>(path::extension(file))
      .Case(".c", "clang")
      .Default("clang++");
}

/// The folder of the nearest compile_commands.json in a folder above the file, or in `build` there.
static std::string databaseNear(llvm::StringRef file) {
  for (llvm::StringRef folder = path::parent_path(file); !folder.empty();
       folder = path::parent_path(folder))
    for (llvm::StringRef below : {"", "build"}) {
      llvm::SmallString<256> at(folder);
      path::append(at, below, "compile_commands.json");
      if (fs::exists(at))
        return path::parent_path(at).str();
    }
  return "";
}

static std::vector<CompileCommand> fromDatabase(const std::string& build,
                                                const std::vector<std::string>& files,
                                                policy::Diagnostics& diagnostics) {
  std::string error;
  std::vector<CompileCommand> all = frontend::loadDatabase(build, error), chosen;
  if (all.empty()) {
    diagnostics.push_back({{build, 0, 0}, "no compilation database: " + error});
    return {};
  }
  std::vector<llvm::StringRef> names;
  for (const CompileCommand& command : all)
    names.push_back(command.file);
  std::set<std::string> wanted(files.begin(), files.end());
  for (const std::string& file : files)
    if (!llvm::is_contained(names, file))
      diagnostics.push_back({{file, 0, 0},
                             "the compilation database in " + build + " has no command for it" +
                                 policy::suggestion(file, names)});
  for (const CompileCommand& command : all)
    if (wanted.empty() || wanted.contains(command.file))
      chosen.push_back(command);
  return chosen;
}

Units findUnits(const UnitOptions& options, policy::Diagnostics& diagnostics) {
  Units units;
  std::vector<std::string> files;
  for (const std::string& file : options.files) {
    if (!fs::exists(file))
      diagnostics.push_back({{file, 0, 0}, "there is no such file"});
    else
      files.push_back(absolute(file));
  }
  if (!diagnostics.empty())
    return units;
  std::string build = options.build;
  if (build.empty() && !options.flags)
    build = databaseNear(files.empty() ? workingDirectory() + "/." : files.front());
  if (options.flags || build.empty()) {
    if (files.empty())
      diagnostics.push_back({{workingDirectory(), 0, 0},
                             "nothing to scan: name files, or a folder with a "
                             "compile_commands.json by -p"});
    for (const std::string& file : files) {
      CompileCommand command{file, workingDirectory(), {compilerFor(file)}};
      llvm::append_range(command.arguments, options.flags.value_or(std::vector<std::string>()));
      command.arguments.push_back(file);
      units.commands.push_back(std::move(command));
    }
  } else {
    units.commands = fromDatabase(build, files, diagnostics);
  }
  llvm::sort(units.commands, [](const auto& a, const auto& b) {
    return std::tie(a.file, a.arguments) < std::tie(b.file, b.arguments);
  });
  units.commands.erase(std::unique(units.commands.begin(), units.commands.end(),
                                   [](const auto& a, const auto& b) {
                                     return a.file == b.file && a.arguments == b.arguments;
                                   }),
                       units.commands.end());
  units.root = commonFolder(units.commands);
  return units;
}

} // namespace circumspect::tool
