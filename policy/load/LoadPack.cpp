#include "policy/load/ExpressionParser.h"
#include "policy/load/Load.h"
#include "policy/load/Yaml.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"

namespace circumspect::policy {

namespace {

class PackLoader {
public:
  PackLoader(const std::string& file, Diagnostics& diagnostics) : yaml_(file, diagnostics) {
    pack_.file = file;
  }

  Pack run() {
    std::optional<YAML::Node> root = yaml_.document();
    if (!root)
      return pack_;
    std::optional<YAML::Node> rules;
    yaml_.record(
        *root, "a pack",
        {{"pack",
          [&](const YAML::Node& n) { pack_.name = yaml_.scalar(n, "the pack's name").value; },
          true},
         {"says", [&](const YAML::Node& n) { pack_.says = yaml_.scalar(n, "`says`").value; }},
         {"vocabulary", [&](const YAML::Node& n) { vocabulary(n); }, true},
         {"default",
          [&](const YAML::Node& n) { pack_.fallback = effect(yaml_.scalar(n, "`default`")); }},
         {"clauses", [&](const YAML::Node& n) { clauses(n); }},
         {"rules", [&](const YAML::Node& n) { rules = n; }, true}});
    if (!rules || !pack_.vocabulary)
      return std::move(pack_);
    yaml_.sequence(*rules, "`rules`", [&](const YAML::Node& n) { rule(n); });
    resolveOverrides();
    return std::move(pack_);
  }

private:
  void vocabulary(const YAML::Node& node) {
    Text text = yaml_.scalar(node, "`vocabulary`");
    llvm::SmallString<128> path(text.value);
    if (llvm::sys::path::is_relative(path)) {
      path = llvm::sys::path::parent_path(yaml_.file());
      llvm::sys::path::append(path, text.value);
    }
    llvm::sys::path::remove_dots(path, /*remove_dot_dot=*/true);
    pack_.vocabulary = loadVocabulary(path.str().str(), yaml_.diagnostics());
    if (!pack_.vocabulary)
      yaml_.error(text.position, "the vocabulary '" + text.value + "' cannot be used");
  }

  std::optional<Effect> effect(const Text& text) {
    if (text.value == "permit")
      return Effect::Permit;
    if (text.value == "forbid")
      return Effect::Forbid;
    yaml_.unknown(text.position, "effect", text.value, {"permit", "forbid"});
    return std::nullopt;
  }

  void clauses(const YAML::Node& node) {
    static constexpr llvm::StringRef types[] = {"rule", "limit", "duty", "info"};
    yaml_.mapping(node, "`clauses`", [&](const Text& key, const YAML::Node& value) {
      Clause clause{key.value, Clause::Type::Rule, "", key.position};
      yaml_.record(
          value, "a clause",
          {{"says", [&](const YAML::Node& n) { clause.says = yaml_.scalar(n, "`says`").value; },
            true},
           {"kind",
            [&](const YAML::Node& n) {
              Text text = yaml_.scalar(n, "`kind`");
              const auto* type = llvm::find(types, text.value);
              if (type == std::end(types))
                return yaml_.unknown(text.position, "kind of clause", text.value, types);
              clause.type = static_cast<Clause::Type>(type - types);
            },
            true}});
      pack_.clauses.push_back(std::move(clause));
    });
  }

  void rule(const YAML::Node& node) {
    Rule rule;
    rule.position = yaml_.at(node);
    std::vector<Text> overrides;
    auto text = [&](std::string& to, llvm::StringRef what) {
      return
          [this, &to, what](const YAML::Node& n) { to = yaml_.scalar(n, "`" + what + "`").value; };
    };
    std::vector<YamlReader::Key> keys = {
        {"id", text(rule.id, "id"), true},
        {"effect",
         [&](const YAML::Node& n) {
           rule.effect = effect(yaml_.scalar(n, "`effect`")).value_or(Effect::Forbid);
         },
         true},
        {"when",
         [&](const YAML::Node& n) {
           rule.when = parseExpression(yaml_, yaml_.scalar(n, "`when`"), *pack_.vocabulary);
         }},
        {"overrides", [&](const YAML::Node& n) { overrides = yaml_.scalars(n, "`overrides`"); }},
        {"duty", text(rule.duty, "duty")},
        {"cites", [&](const YAML::Node& n) { cites(rule, n); }},
        {"says", text(rule.says, "says")}};
    for (Kind kind : kinds)
      keys.push_back(
          {name(kind), [this, &rule, kind](const YAML::Node& n) { terms(rule, kind, n); }});
    yaml_.record(node, "a rule", keys);
    if (auto other = pack_.findRule(rule.id))
      yaml_.error(rule.position, "rule '" + rule.id + "' is given twice; first at " +
                                     pack_.rules[*other].position.str());
    overrides_.push_back(std::move(overrides));
    pack_.rules.push_back(std::move(rule));
  }

  void terms(Rule& rule, Kind kind, const YAML::Node& node) {
    const Taxonomy& taxonomy = (*pack_.vocabulary)[kind];
    if (node.IsSequence() && node.size() == 0)
      yaml_.error(node, "`" + name(kind) + "` names nothing; leave the key out to mean any");
    for (const Text& text : yaml_.scalars(node, "`" + name(kind) + "`")) {
      if (auto term = taxonomy.find(text.value))
        rule.terms[static_cast<size_t>(kind)].push_back(*term);
      else
        yaml_.unknown(text.position, (name(kind) + " term").str(), text.value, taxonomy.names());
    }
  }

  void cites(Rule& rule, const YAML::Node& node) {
    for (const Text& text : yaml_.scalars(node, "`cites`")) {
      rule.cites.push_back(text.value);
      citations_.push_back(text);
    }
  }

  void resolveOverrides() {
    std::vector<llvm::StringRef> ids, clauseIds;
    for (const Rule& rule : pack_.rules)
      ids.push_back(rule.id);
    for (const Clause& clause : pack_.clauses)
      clauseIds.push_back(clause.id);
    for (const Text& citation : citations_)
      if (!llvm::is_contained(clauseIds, citation.value))
        yaml_.unknown(citation.position, "clause", citation.value, clauseIds);
    for (unsigned i = 0; i < pack_.rules.size(); ++i)
      for (const Text& text : overrides_[i]) {
        if (auto rule = pack_.findRule(text.value))
          pack_.rules[i].overrides.push_back(*rule);
        else
          yaml_.unknown(text.position, "rule", text.value, ids);
      }
    reportCycles();
  }

  void reportCycles() {
    // A rule is on a cycle exactly where it is among the rules that its own overriding reaches.
    for (unsigned start = 0; start < pack_.rules.size(); ++start) {
      std::vector<bool> reached(pack_.rules.size());
      std::vector<unsigned> open = pack_.rules[start].overrides;
      while (!open.empty()) {
        unsigned rule = open.back();
        open.pop_back();
        if (reached[rule])
          continue;
        reached[rule] = true;
        open.insert(open.end(), pack_.rules[rule].overrides.begin(),
                    pack_.rules[rule].overrides.end());
      }
      if (reached[start])
        yaml_.error(pack_.rules[start].position,
                    "rule '" + pack_.rules[start].id + "' overrides itself, through `overrides`");
    }
  }

  YamlReader yaml_;
  Pack pack_;
  std::vector<std::vector<Text>> overrides_; ///< by rule
  std::vector<Text> citations_;
};

} // namespace

std::shared_ptr<const Pack> loadPack(const std::string& file, Diagnostics& diagnostics) {
  size_t before = diagnostics.size();
  auto pack = std::make_shared<const Pack>(PackLoader(file, diagnostics).run());
  return diagnostics.size() == before ? pack : nullptr;
}

} // namespace circumspect::policy
