// The one YAML reader: yaml-cpp with positions, unknown keys and duplicate keys reported, and
// nothing lost in silence. Everything that is read from YAML, packs and library models alike, is
// read through it.
#pragma once

#include "policy/model/Diagnostic.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/Twine.h"

#include <yaml-cpp/yaml.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace circumspect::policy {

/// A scalar and where it is written.
struct Text {
  std::string value;
  Position position;
};

/// Reads one file. Mistakes go to `diagnostics`; reading goes on, so that one run shows all of
/// them.
class YamlReader {
public:
  YamlReader(std::string file, Diagnostics& diagnostics)
      : file_(std::move(file)), diagnostics_(diagnostics) {}

  const std::string& file() const { return file_; }
  Diagnostics& diagnostics() { return diagnostics_; }

  /// The file's one document, or nothing where it cannot be read or is not YAML.
  std::optional<YAML::Node> document();
  /// The same of a text that is at hand.
  std::optional<YAML::Node> document(llvm::StringRef text);

  Position at(const YAML::Node& node) const;
  void error(const Position& position, const llvm::Twine& message);
  void error(const YAML::Node& node, const llvm::Twine& message) { error(at(node), message); }
  /// Is something said about this place already? What follows from it need not be said as well.
  bool isReported(const Position& position) const;
  /// `unknown WHAT 'name'`, with the nearest candidate.
  void unknown(const Position& position, llvm::StringRef what, llvm::StringRef name,
               llvm::ArrayRef<llvm::StringRef> candidates);

  /// Calls `entry` with each key and value of a mapping, in order, and then with what it merges.
  /// Duplicate keys, and keys without a value, are errors.
  void mapping(const YAML::Node& node, const llvm::Twine& what,
               llvm::function_ref<void(const Text& key, const YAML::Node& value)> entry);
  /// A mapping with known keys only: calls the handler of each key that is there.
  struct Key {
    llvm::StringRef name;
    std::function<void(const YAML::Node&)> read;
    bool isRequired = false;
  };
  void record(const YAML::Node& node, const llvm::Twine& what, llvm::ArrayRef<Key> keys);
  /// Calls `item` with each item of a sequence.
  void sequence(const YAML::Node& node, const llvm::Twine& what,
                llvm::function_ref<void(const YAML::Node&)> item);

  /// A scalar; an error and an empty text where it is none.
  Text scalar(const YAML::Node& node, const llvm::Twine& what);
  /// A scalar, or a sequence of scalars.
  std::vector<Text> scalars(const YAML::Node& node, const llvm::Twine& what);
  bool boolean(const YAML::Node& node, const llvm::Twine& what);

private:
  using Entry = llvm::function_ref<void(const Text& key, const YAML::Node& value)>;

  Position at(const YAML::Mark& mark) const;
  void entries(const YAML::Node& node, const llvm::Twine& what, Entry entry);
  bool hasValue(const Text& key, const YAML::Node& value);
  void merge(std::vector<YAML::Node> open, llvm::StringMap<Position>& seen, Entry entry);

  std::string file_;
  Diagnostics& diagnostics_;
};

} // namespace circumspect::policy
