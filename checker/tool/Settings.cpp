#include "checker/tool/Settings.h"

#include "policy/load/Yaml.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace circumspect::tool {

namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

static Settings read(const std::string& file, policy::Diagnostics& diagnostics) {
  Settings settings;
  settings.folder = path::parent_path(file).str();
  auto relative = [&](const std::string& to) {
    llvm::SmallString<256> whole(settings.folder);
    path::append(whole, to);
    return path::is_absolute(to) ? to : whole.str().str();
  };
  policy::YamlReader reader(file, diagnostics);
  if (auto document = reader.document())
    reader.record(*document, "the settings",
                  {{"policy",
                    [&](const YAML::Node& node) {
                      settings.policy = relative(reader.scalar(node, "'policy'").value);
                    }},
                   {"build",
                    [&](const YAML::Node& node) {
                      settings.build = relative(reader.scalar(node, "'build'").value);
                    }},
                   {"models", [&](const YAML::Node& node) {
                      for (const policy::Text& text : reader.scalars(node, "'models'"))
                        settings.models.push_back(relative(text.value));
                    }}});
  return settings;
}

Settings findSettings(llvm::StringRef folder, policy::Diagnostics& diagnostics) {
  for (; !folder.empty(); folder = path::parent_path(folder)) {
    llvm::SmallString<256> file(folder);
    path::append(file, ".circumspect.yaml");
    if (fs::exists(file))
      return read(file.str().str(), diagnostics);
  }
  return {};
}

std::vector<std::string> yamlFiles(const std::vector<std::string>& paths,
                                   policy::Diagnostics& diagnostics) {
  std::vector<std::string> files;
  for (const std::string& each : paths) {
    if (!fs::is_directory(each)) {
      if (fs::exists(each))
        files.push_back(each);
      else
        diagnostics.push_back({{each, 0, 0}, "there is no such file or folder"});
      continue;
    }
    std::vector<std::string> inFolder;
    std::error_code error;
    for (fs::recursive_directory_iterator at(each, error), end; at != end && !error;
         at.increment(error))
      if (path::extension(at->path()) == ".yaml")
        inFolder.push_back(at->path());
    if (error)
      diagnostics.push_back({{each, 0, 0}, "the folder cannot be read: " + error.message()});
    llvm::sort(inFolder);
    llvm::append_range(files, inFolder);
  }
  return files;
}

} // namespace circumspect::tool
