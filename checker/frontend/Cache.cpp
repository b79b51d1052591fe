#include "checker/frontend/Cache.h"

#include "checker/flow/Archive.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/CachePruning.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"

namespace circumspect::frontend {

namespace {

constexpr size_t digestSize = 32;

/// The digest of this program's file; empty where it cannot be read.
std::string thisProgram() {
  std::string path = llvm::sys::fs::getMainExecutable(
      nullptr, reinterpret_cast<void*>(reinterpret_cast<intptr_t>(&thisProgram)));
  auto file = llvm::MemoryBuffer::getFile(path);
  return file ? digestOf((*file)->getBuffer()) : "";
}

/// Variables that tell the compiler where to look for headers.
constexpr const char* variables[] = {"CPATH", "C_INCLUDE_PATH", "CPLUS_INCLUDE_PATH",
                                     "COMPILER_PATH", "GCC_EXEC_PREFIX"};

llvm::json::Array asJson(const Dependencies& dependencies) {
  llvm::json::Array all;
  for (const auto& [question, answer] : dependencies)
    all.push_back(llvm::json::Array{std::string(1, static_cast<char>(question.first)),
                                    question.second, llvm::toHex(answer)});
  return all;
}

std::optional<Dependencies> dependenciesOf(const llvm::json::Value& value) {
  Dependencies all;
  if (!value.getAsArray())
    return std::nullopt;
  for (const llvm::json::Value& each : *value.getAsArray()) {
    const llvm::json::Array& parts = *each.getAsArray(); // as written: the digest says so
    all[{static_cast<Question>((*parts[0].getAsString())[0]), parts[1].getAsString()->str()}] =
        llvm::fromHex(*parts[2].getAsString());
  }
  return all;
}

} // namespace

Cache::Cache(std::string folder, llvm::StringRef root) : folder_(std::move(folder)) {
  std::string program = folder_.empty() ? "" : thisProgram();
  if (program.empty() || llvm::sys::fs::create_directories(folder_)) {
    folder_.clear();
    return;
  }
  llvm::SmallString<128> here;
  llvm::sys::fs::current_path(here);
  llvm::json::Array setting{llvm::toHex(program), root, here};
  for (const char* variable : variables)
    setting.push_back(llvm::sys::Process::GetEnv(variable));
  setting_ = llvm::formatv("{0}", llvm::json::Value(std::move(setting)));
}

Cache::~Cache() {
  if (isOn())
    llvm::pruneCache(folder_, llvm::CachePruningPolicy());
}

std::string Cache::entry(const CompileCommand& command) const {
  std::string key =
      llvm::formatv("{0} {1}", setting_,
                    llvm::json::Value(llvm::json::Array{command.file, command.directory,
                                                        llvm::json::Array(command.arguments)}));
  llvm::SmallString<128> path(folder_);
  llvm::sys::path::append(path, "llvmcache-" + llvm::toHex(digestOf(key))); // as pruneCache asks
  return path.str().str();
}

std::optional<flow::Program> Cache::find(const CompileCommand& command) {
  if (!isOn())
    return std::nullopt;
  auto file = llvm::MemoryBuffer::getFile(entry(command));
  if (!file || (*file)->getBufferSize() < digestSize)
    return std::nullopt;
  llvm::StringRef all = (*file)->getBuffer(), bytes = all.drop_back(digestSize);
  if (digestOf(bytes) != all.take_back(digestSize))
    return std::nullopt;
  auto [notes, unit] = bytes.split('\n');
  llvm::Expected<llvm::json::Value> json = llvm::json::parse(notes);
  if (!json)
    return llvm::consumeError(json.takeError()), std::nullopt;
  std::optional<Dependencies> dependencies = dependenciesOf(*json);
  if (!dependencies || !answers_.areStill(*dependencies))
    return std::nullopt;
  return flow::unarchive(unit);
}

void Cache::keep(const CompileCommand& command, const Dependencies& dependencies,
                 const flow::Program& unit) {
  bool canBeNoted = llvm::all_of(
      dependencies, [](const auto& each) { return llvm::json::isUTF8(each.first.second); });
  if (!isOn() || !canBeNoted)
    return;
  std::string bytes =
      llvm::formatv("{0}\n", llvm::json::Value(asJson(dependencies))).str() + flow::archive(unit);
  llvm::consumeError(llvm::writeToOutput(entry(command), [&](llvm::raw_ostream& out) {
    out << bytes << digestOf(bytes);
    return llvm::Error::success();
  }));
}

} // namespace circumspect::frontend
