// What rules, properties and limits have in common when they are read: the parts that say which
// requests they are about, and the clauses that they cite.
#pragma once

#include "policy/load/Yaml.h"
#include "policy/model/Pack.h"

namespace circumspect::policy {

/// Reads the parts of scopes in the words of one vocabulary, and remembers every citation, since
/// the clauses of a pack may be written below its rules.
class ScopeReader {
public:
  ScopeReader(YamlReader& yaml, const Vocabulary& vocabulary)
      : yaml_(yaml), vocabulary_(vocabulary) {}

  /// The keys of a scope: one by kind, and `when`.
  std::vector<YamlReader::Key> keys(Scope& scope);
  /// The key `cites`.
  YamlReader::Key cites(std::vector<std::string>& to);
  /// The required key `id`, which has something in one line.
  YamlReader::Key id(std::string& to);
  /// A key with a text.
  YamlReader::Key text(llvm::StringRef key, std::string& to);

  /// Reports the citations that name none of the clauses.
  void checkCitations(const Pack& pack);

private:
  void terms(Scope& scope, Kind kind, const YAML::Node& node);

  YamlReader& yaml_;
  const Vocabulary& vocabulary_;
  std::vector<Text> citations_;
};

} // namespace circumspect::policy
