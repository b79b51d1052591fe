#include "policy/load/ScopeReader.h"

#include "policy/load/ExpressionParser.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace circumspect::policy {

std::vector<YamlReader::Key> ScopeReader::keys(Scope& scope) {
  std::vector<YamlReader::Key> keys = {{"when", [this, &scope](const YAML::Node& n) {
                                          scope.when = parseExpression(
                                              yaml_, yaml_.scalar(n, "`when`"), vocabulary_);
                                        }}};
  for (Kind kind : kinds)
    keys.push_back(
        {name(kind), [this, &scope, kind](const YAML::Node& n) { terms(scope, kind, n); }});
  return keys;
}

YamlReader::Key ScopeReader::cites(std::vector<std::string>& to) {
  return {"cites", [this, &to](const YAML::Node& node) {
            for (Text& text : yaml_.scalars(node, "`cites`")) {
              to.push_back(text.value);
              citations_.push_back(std::move(text));
            }
          }};
}

YamlReader::Key ScopeReader::text(llvm::StringRef key, std::string& to) {
  return {key,
          [this, &to, key](const YAML::Node& n) { to = yaml_.scalar(n, "`" + key + "`").value; }};
}

YamlReader::Key ScopeReader::id(std::string& to) {
  return {"id",
          [this, &to](const YAML::Node& node) {
            Text text = yaml_.scalar(node, "`id`");
            to = text.value;
            if (to.empty() && !yaml_.isReported(text.position))
              yaml_.error(text.position, "`id` is empty");
            if (llvm::any_of(to, [](char c) { return llvm::isSpace(c) && c != ' '; }))
              yaml_.error(text.position, "an ID is on one line");
          },
          true};
}

void ScopeReader::terms(Scope& scope, Kind kind, const YAML::Node& node) {
  const Taxonomy& taxonomy = vocabulary_[kind];
  std::vector<unsigned>& terms = scope.terms[static_cast<size_t>(kind)];
  if (node.IsSequence() && node.size() == 0)
    yaml_.error(node, "`" + name(kind) + "` names nothing; leave the key out to mean any");
  for (const Text& text : yaml_.scalars(node, "`" + name(kind) + "`")) {
    auto term = taxonomy.find(text.value);
    if (!term) {
      if (vocabulary_.isWhole)
        yaml_.unknown(text.position, (name(kind) + " term").str(), text.value, taxonomy.names());
    } else if (llvm::is_contained(terms, *term)) {
      yaml_.error(text.position, "'" + text.value + "' is named twice");
    } else {
      terms.push_back(*term);
    }
  }
}

void ScopeReader::checkCitations(const Pack& pack) {
  std::vector<llvm::StringRef> ids;
  for (const Clause& clause : pack.clauses)
    ids.push_back(clause.id);
  for (const Text& citation : citations_)
    if (!llvm::is_contained(ids, citation.value))
      yaml_.unknown(citation.position, "clause", citation.value, ids);
}

} // namespace circumspect::policy
