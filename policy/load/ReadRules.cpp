#include "policy/load/ReadRules.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"

#include <algorithm>

namespace circumspect::policy {

std::optional<Effect> readEffect(YamlReader& yaml, const Text& text) {
  if (text.value == "permit")
    return Effect::Permit;
  if (text.value == "forbid")
    return Effect::Forbid;
  yaml.unknown(text.position, "effect", text.value, {"permit", "forbid"});
  return std::nullopt;
}

namespace {

class RulesReader {
public:
  RulesReader(YamlReader& yaml, ScopeReader& scopes, Pack& pack)
      : yaml_(yaml), scopes_(scopes), pack_(pack), imported_(pack.rules.size()) {
    for (unsigned i = 0; i < imported_; ++i)
      byId_[pack.rules[i].id] = i;
  }

  void run(const YAML::Node& rules) {
    yaml_.sequence(rules, "`rules`", [&](const YAML::Node& n) { rule(n); });
    resolveOverrides();
    reportCycles();
  }

private:
  void rule(const YAML::Node& node) {
    Rule rule;
    rule.position = yaml_.at(node);
    std::optional<Effect> effect;
    std::optional<YAML::Node> duty;
    std::vector<Text> overrides;
    std::vector<YamlReader::Key> keys = scopes_.keys(rule);
    keys.push_back(scopes_.id(rule.id));
    keys.push_back({"effect",
                    [&](const YAML::Node& n) {
                      effect = readEffect(yaml_, yaml_.scalar(n, "`effect`"));
                      rule.effect = effect.value_or(Effect::Forbid);
                    },
                    true});
    keys.push_back(
        {"overrides", [&](const YAML::Node& n) { overrides = yaml_.scalars(n, "`overrides`"); }});
    keys.push_back({"duty", [&](const YAML::Node& n) {
                      duty = n;
                      rule.duty = yaml_.scalar(n, "`duty`").value;
                    }});
    keys.push_back(scopes_.cites(rule.cites));
    keys.push_back(scopes_.text("says", rule.says));
    yaml_.record(node, "a rule", keys);
    if (duty && effect == Effect::Forbid)
      yaml_.error(*duty, "a prohibition obliges to nothing more; `duty` belongs to a permit");

    unsigned number = pack_.rules.size();
    auto [other, isNew] = byId_.try_emplace(rule.id, number);
    if (!isNew && !rule.id.empty())
      yaml_.error(rule.position,
                  "rule '" + rule.id +
                      (other->second < imported_ ? "' shadows an imported rule, which is at "
                                                 : "' is given twice; first at ") +
                      pack_.rules[other->second].position.str());
    overrides_.push_back(std::move(overrides));
    pack_.rules.push_back(std::move(rule));
  }

  void resolveOverrides() {
    std::vector<llvm::StringRef> ids;
    for (const Rule& rule : pack_.rules)
      ids.push_back(rule.id);
    for (unsigned i = 0; i < overrides_.size(); ++i)
      for (const Text& text : overrides_[i]) {
        std::vector<unsigned>& overridden = pack_.rules[imported_ + i].overrides;
        auto rule = byId_.find(text.value);
        if (rule == byId_.end())
          yaml_.unknown(text.position, "rule", text.value, ids);
        else if (llvm::is_contained(overridden, rule->second))
          yaml_.error(text.position, "'" + text.value + "' is named twice");
        else
          overridden.push_back(rule->second);
      }
  }

  // Strongly connected components (Tarjan 1972): a rule is on a cycle exactly where its component
  // has another rule, or where it overrides itself. Kept on a stack of its own, since chains of
  // rules may be long.
  void reportCycles() {
    const std::vector<Rule>& rules = pack_.rules;
    std::vector<unsigned> index(rules.size()), low(rules.size()), next(rules.size());
    std::vector<unsigned> open, path;
    std::vector<bool> isOpen(rules.size());
    unsigned count = 0;
    for (unsigned start = 0; start < rules.size(); ++start) {
      if (index[start])
        continue;
      path.push_back(start);
      while (!path.empty()) {
        unsigned rule = path.back();
        if (!index[rule]) {
          index[rule] = low[rule] = ++count;
          open.push_back(rule);
          isOpen[rule] = true;
        }
        if (next[rule] < rules[rule].overrides.size()) {
          unsigned to = rules[rule].overrides[next[rule]++];
          if (!index[to])
            path.push_back(to);
          else if (isOpen[to])
            low[rule] = std::min(low[rule], index[to]);
          continue;
        }
        path.pop_back();
        if (!path.empty())
          low[path.back()] = std::min(low[path.back()], low[rule]);
        if (low[rule] == index[rule])
          closeComponent(rule, open, isOpen);
      }
    }
  }

  void closeComponent(unsigned root, std::vector<unsigned>& open, std::vector<bool>& isOpen) {
    auto begin = llvm::find(open, root);
    bool isCycle = open.end() - begin > 1 || llvm::is_contained(pack_.rules[root].overrides, root);
    for (unsigned rule : llvm::make_range(begin, open.end())) {
      isOpen[rule] = false;
      if (isCycle)
        yaml_.error(pack_.rules[rule].position,
                    "rule '" + pack_.rules[rule].id + "' overrides itself, through `overrides`");
    }
    open.erase(begin, open.end());
  }

  YamlReader& yaml_;
  ScopeReader& scopes_;
  Pack& pack_;
  unsigned imported_;
  llvm::StringMap<unsigned> byId_;
  std::vector<std::vector<Text>> overrides_; ///< by rule that is not imported
};

} // namespace

void readRules(YamlReader& yaml, ScopeReader& scopes, const YAML::Node& rules, Pack& pack) {
  RulesReader(yaml, scopes, pack).run(rules);
}

} // namespace circumspect::policy
