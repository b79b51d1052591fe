// What the policy tests share: a small vocabulary, and packs written inline.
#pragma once

#include "policy/load/Load.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include <string>

namespace circumspect::policy::test {

/// A folder that is removed with its files at the end of a test.
class Folder {
public:
  Folder() { llvm::sys::fs::createUniqueDirectory("circumspect-test", path_); }
  ~Folder() { llvm::sys::fs::remove_directories(path_); }

  std::string write(llvm::StringRef name, llvm::StringRef text) {
    std::error_code error;
    llvm::raw_fd_ostream(path(name), error) << text;
    return path(name);
  }

  std::string path(llvm::StringRef name) const {
    llvm::SmallString<128> file = path_;
    llvm::sys::path::append(file, name);
    return file.str().str();
  }

private:
  llvm::SmallString<128> path_;
};

inline constexpr const char* smallVocabulary = R"(vocabulary: small
data: { patron: who, patron.name: a, patron.email: b, loan: { says: c, about-subject: false } }
recipient: { staff: a, vendor: b }
purpose: { service: a, sale: b }
action: { disclose: a, store: b }
channel: { log: a }
conditions: { permission: { says: p, about-subject: true }, order: { says: o } }
quantities: { days: { unit: days } }
constraints: [ order implies permission ]
)";

/// Loads a pack over the small vocabulary, given what follows its `rules:`; `diagnostics` has what
/// is wrong with it.
inline std::shared_ptr<const Pack> load(llvm::StringRef rules, Diagnostics& diagnostics) {
  Folder folder;
  folder.write("vocabulary.yaml", smallVocabulary);
  return loadPack(
      folder.write("pack.yaml", "pack: test\nvocabulary: vocabulary.yaml\nrules:\n" + rules.str()),
      diagnostics);
}

/// Loads a pack that must be right.
inline std::shared_ptr<const Pack> load(llvm::StringRef rules) {
  Diagnostics diagnostics;
  auto pack = load(rules, diagnostics);
  print(llvm::errs(), diagnostics);
  return pack;
}

/// What is wrong with a pack, one message a line, without the file's folder.
inline std::string mistakes(llvm::StringRef rules) {
  Diagnostics diagnostics;
  load(rules, diagnostics);
  std::string text;
  llvm::raw_string_ostream out(text);
  for (Diagnostic& d : diagnostics)
    d.position.file = llvm::sys::path::filename(d.position.file).str();
  print(out, diagnostics);
  return text;
}

} // namespace circumspect::policy::test
