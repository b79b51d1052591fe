#include "policy/load/Yaml.h"

#include "policy/load/YamlBounds.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"

namespace circumspect::policy {

std::optional<YAML::Node> YamlReader::document() {
  constexpr uint64_t largest = 64 << 20; // bytes; far more than any policy
  llvm::sys::fs::file_status status;
  if (!llvm::sys::fs::status(file_, status)) {
    if (!llvm::sys::fs::is_regular_file(status)) {
      error(Position{file_}, "cannot be read: it is not a file");
      return std::nullopt;
    }
    if (status.getSize() > largest) {
      error(Position{file_}, "cannot be read: it is larger than 64 MB");
      return std::nullopt;
    }
  }
  auto buffer = llvm::MemoryBuffer::getFile(file_);
  if (!buffer) {
    error(Position{file_}, "cannot be read: " + buffer.getError().message());
    return std::nullopt;
  }
  return document(buffer.get()->getBuffer());
}

std::optional<YAML::Node> YamlReader::document(llvm::StringRef text) {
  if (size_t wrong = 0; !llvm::json::isUTF8(text, &wrong)) {
    llvm::StringRef before = text.take_front(wrong);
    error(Position{file_, static_cast<unsigned>(before.count('\n') + 1),
                   static_cast<unsigned>(before.size() - before.rfind('\n'))},
          "the text is not UTF-8");
    return std::nullopt;
  }
  std::string all = text.str();
  if (std::optional<YamlProblem> problem = findYamlProblem(all)) {
    error(at(problem->mark), problem->message);
    return std::nullopt;
  }
  return YAML::Load(all);
}

Position YamlReader::at(const YAML::Mark& mark) const {
  if (mark.is_null())
    return {file_};
  return {file_, static_cast<unsigned>(mark.line + 1), static_cast<unsigned>(mark.column + 1)};
}

Position YamlReader::at(const YAML::Node& node) const {
  return at(node.Mark());
}

void YamlReader::error(const Position& position, const llvm::Twine& message) {
  diagnostics_.push_back({position, message.str()});
}

bool YamlReader::isReported(const Position& position) const {
  return llvm::any_of(diagnostics_, [&](const Diagnostic& d) { return d.position == position; });
}

void YamlReader::unknown(const Position& position, llvm::StringRef what, llvm::StringRef name,
                         llvm::ArrayRef<llvm::StringRef> candidates) {
  if (name.empty() && isReported(position))
    return;
  error(position, "unknown " + what + " '" + name + "'" + suggestion(name, candidates));
}

// An empty value has no place of its own, so its key's is given.
bool YamlReader::hasValue(const Text& key, const YAML::Node& value) {
  if (value.IsNull())
    error(key.position, "`" + key.value + "` has no value");
  return !value.IsNull();
}

void YamlReader::mapping(const YAML::Node& node, const llvm::Twine& what, Entry entry) {
  entries(node, what, [&](const Text& key, const YAML::Node& value) {
    if (hasValue(key, value))
      entry(key, value);
  });
}

void YamlReader::entries(const YAML::Node& node, const llvm::Twine& what, Entry entry) {
  if (!node.IsMap())
    return error(node, what + " must be a mapping");
  llvm::StringMap<Position> seen;
  std::vector<YAML::Node> merged;
  for (const auto& pair : node) {
    Text key = scalar(pair.first, "a key");
    auto [first, isNew] = seen.try_emplace(key.value, key.position);
    if (!isNew)
      error(key.position, "'" + key.value + "' is given twice; first at " + first->second.str());
    else if (key.value == "<<")
      merged.push_back(pair.second);
    else
      entry(key, pair.second);
  }
  merge(merged, seen, entry);
}

// YAML's merge key (https://yaml.org/type/merge.html): what is not given here comes from there,
// the first one winning. What is merged twice adds nothing, which also ends a chain of merges.
void YamlReader::merge(std::vector<YAML::Node> open, llvm::StringMap<Position>& seen, Entry entry) {
  constexpr unsigned most = 100; // more is no policy, and could grow without end
  for (size_t i = 0; i < open.size(); ++i) {
    YAML::Node from = open[i];
    if (i >= most)
      return error(from, "there are too many merges");
    if (from.IsSequence()) {
      for (const YAML::Node& each : from)
        open.push_back(each);
      continue;
    }
    if (!from.IsMap()) {
      error(from, "what is merged must be a mapping");
      continue;
    }
    for (const auto& pair : from) {
      Text key = scalar(pair.first, "a key");
      if (key.value == "<<")
        open.push_back(pair.second);
      else if (seen.try_emplace(key.value, key.position).second)
        entry(key, pair.second);
    }
  }
}

void YamlReader::record(const YAML::Node& node, const llvm::Twine& what, llvm::ArrayRef<Key> keys) {
  std::vector<llvm::StringRef> names;
  for (const Key& key : keys)
    names.push_back(key.name);
  std::vector<std::string> found;
  entries(node, what, [&](const Text& text, const YAML::Node& value) {
    const auto* key = llvm::find_if(keys, [&](const Key& k) { return k.name == text.value; });
    if (key == keys.end())
      return unknown(text.position, "key", text.value, names);
    found.push_back(text.value);
    if (hasValue(text, value))
      key->read(value);
  });
  if (node.IsMap())
    for (const Key& key : keys)
      if (key.isRequired && !llvm::is_contained(found, key.name))
        error(node, what + " needs the key '" + key.name + "'");
}

void YamlReader::sequence(const YAML::Node& node, const llvm::Twine& what,
                          llvm::function_ref<void(const YAML::Node&)> item) {
  if (!node.IsSequence())
    return error(node, what + " must be a list");
  for (const YAML::Node& each : node)
    item(each);
}

Text YamlReader::scalar(const YAML::Node& node, const llvm::Twine& what) {
  if (node.IsScalar())
    return {node.Scalar(), at(node)};
  error(node, what + " must be a plain value");
  return {"", at(node)};
}

std::vector<Text> YamlReader::scalars(const YAML::Node& node, const llvm::Twine& what) {
  std::vector<Text> all;
  if (!node.IsSequence())
    return {scalar(node, what)};
  for (const YAML::Node& item : node)
    all.push_back(scalar(item, what));
  return all;
}

bool YamlReader::boolean(const YAML::Node& node, const llvm::Twine& what) {
  Text text = scalar(node, what);
  if (text.value != "true" && text.value != "false")
    error(text.position, what + " must be true or false");
  return text.value == "true";
}

} // namespace circumspect::policy
