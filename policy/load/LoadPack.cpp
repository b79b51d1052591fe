#include "policy/load/Load.h"
#include "policy/load/Paths.h"
#include "policy/load/ReadClaims.h"
#include "policy/load/ReadRules.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

#include <map>

namespace circumspect::policy {

namespace {

using VocabularyRef = std::shared_ptr<const Vocabulary>;
using PackRef = std::shared_ptr<const Pack>;
struct Progress;
PackRef readPack(const std::string& file, Diagnostics& diagnostics, VocabularyRef words,
                 Progress& progress);

/// The files that are being read, from the first on, and the packs of those that were. A layer of
/// several layers is read once; else the time could double with each of them.
struct Progress {
  std::vector<std::string> open;
  std::map<std::string, PackRef> read; ///< null where there was a mistake
};

class PackLoader {
public:
  PackLoader(const std::string& file, Diagnostics& diagnostics, VocabularyRef words,
             Progress& progress)
      : yaml_(file, diagnostics), words_(std::move(words)), progress_(progress) {
    pack_.file = file;
  }

  Pack run() {
    std::optional<YAML::Node> root = yaml_.document();
    if (!root)
      return pack_;
    // What uses the words comes after the vocabulary, and clauses after all that cites them,
    // wherever they are written.
    std::optional<YAML::Node> clauseList, rules, imports, refines, properties, limits;
    auto keep = [](std::optional<YAML::Node>& to) { return [&](const YAML::Node& n) { to = n; }; };
    yaml_.record(
        *root, "a pack",
        {{"pack",
          [&](const YAML::Node& n) { pack_.name = yaml_.scalar(n, "the pack's name").value; },
          true},
         {"says", [&](const YAML::Node& n) { pack_.says = yaml_.scalar(n, "`says`").value; }},
         {"vocabulary", [&](const YAML::Node& n) { vocabulary(n); }, true},
         {"imports", keep(imports)},
         {"refines", keep(refines)},
         {"default",
          [&](const YAML::Node& n) {
            pack_.fallback = readEffect(yaml_, yaml_.scalar(n, "`default`"));
          }},
         {"clauses", keep(clauseList)},
         {"rules", keep(rules), true},
         {"properties", keep(properties)},
         {"limits", keep(limits)}});
    if (!pack_.vocabulary) { // the key is missing
      auto none = std::make_shared<Vocabulary>();
      none->isWhole = false;
      pack_.vocabulary = std::move(none);
    }
    if (clauseList)
      clauses(*clauseList);
    ScopeReader scopes(yaml_, *pack_.vocabulary);
    if (imports)
      layers(*imports, "`imports`", [&](const PackRef& layer) { import(*layer); });
    if (refines)
      layers(*refines, "`refines`", [&](PackRef layer) { pack_.refines.push_back(layer); });
    if (rules)
      readRules(yaml_, scopes, *rules, pack_);
    if (properties)
      readProperties(yaml_, scopes, *properties, pack_);
    if (limits)
      readLimits(yaml_, scopes, *limits, pack_);
    scopes.checkCitations(pack_);
    return std::move(pack_);
  }

private:
  void vocabulary(const YAML::Node& node) {
    Text text = yaml_.scalar(node, "`vocabulary`");
    pack_.vocabulary =
        words_ ? words_ : readVocabulary(fileFrom(yaml_.file(), text.value), yaml_.diagnostics());
    if (!words_ && !pack_.vocabulary->isWhole)
      yaml_.error(text.position, "the vocabulary '" + text.value + "' cannot be used");
  }

  template <typename Use> void layers(const YAML::Node& node, const llvm::Twine& what, Use use) {
    for (const Text& text : yaml_.scalars(node, what)) {
      std::string file = fileFrom(yaml_.file(), text.value);
      if (text.value.empty() && yaml_.isReported(text.position))
        continue;
      if (llvm::is_contained(progress_.open, file)) {
        yaml_.error(text.position, "a pack cannot be a layer of itself: " +
                                       llvm::join(progress_.open, " -> ") + " -> " + file);
        continue;
      }
      if (progress_.open.size() == mostLayers) {
        yaml_.error(text.position, "there are too many layers above each other");
        continue;
      }
      auto [known, isNew] = progress_.read.try_emplace(file);
      if (isNew) {
        PackRef layer = readPack(file, yaml_.diagnostics(), pack_.vocabulary, progress_);
        known->second = std::move(layer);
      }
      if (known->second)
        use(known->second);
      else
        yaml_.error(text.position, "the pack '" + text.value + "' cannot be used");
    }
  }

  // What two imports share comes once.
  void import(const Pack& layer) {
    std::vector<unsigned> numbers; // of the layer's rules, in this pack
    for (const Rule& rule : layer.rules) {
      auto known = pack_.findRule(rule.id);
      if (known && pack_.rules[*known].position != rule.position)
        yaml_.error(rule.position, "rule '" + rule.id + "' is imported twice; also from " +
                                       pack_.rules[*known].position.str());
      numbers.push_back(known.value_or(pack_.rules.size()));
      if (!known)
        pack_.rules.push_back(rule);
    }
    for (unsigned i = 0; i < layer.rules.size(); ++i) {
      std::vector<unsigned>& overrides = pack_.rules[numbers[i]].overrides;
      overrides.clear();
      for (unsigned overridden : layer.rules[i].overrides)
        overrides.push_back(numbers[overridden]);
    }
    for (const Clause& clause : layer.clauses)
      add(clause);
    llvm::append_range(pack_.properties, layer.properties);
    llvm::append_range(pack_.limits, layer.limits);
  }

  void add(const Clause& clause) {
    const Clause* known = pack_.findClause(clause.id);
    if (!known)
      pack_.clauses.push_back(clause);
    else if (known->position != clause.position)
      yaml_.error(clause.position,
                  "clause '" + clause.id + "' is given twice; first at " + known->position.str());
  }

  void clauses(const YAML::Node& node) {
    static constexpr llvm::StringRef types[] = {"rule", "limit", "duty", "info"};
    std::vector<llvm::StringRef> known;
    for (const Principle& principle : pack_.vocabulary->principles)
      known.push_back(principle.name);
    yaml_.mapping(node, "`clauses`", [&](const Text& key, const YAML::Node& value) {
      Clause clause{key.value, Clause::Type::Rule, "", key.position, {}};
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
            true},
           {"principle", [&](const YAML::Node& n) {
              for (const Text& text : yaml_.scalars(n, "`principle`")) {
                if (!llvm::is_contained(known, text.value) && pack_.vocabulary->isWhole)
                  yaml_.unknown(text.position, "principle", text.value, known);
                clause.principles.push_back(text.value);
              }
            }}});
      add(clause);
    });
  }

  static constexpr size_t mostLayers = 100; // more is no policy, and would exhaust the stack

  YamlReader yaml_;
  VocabularyRef words_;
  Progress& progress_;
  Pack pack_;
};

PackRef readPack(const std::string& file, Diagnostics& diagnostics, VocabularyRef words,
                 Progress& progress) {
  size_t before = diagnostics.size();
  progress.open.push_back(file);
  auto pack =
      std::make_shared<const Pack>(PackLoader(file, diagnostics, std::move(words), progress).run());
  progress.open.pop_back();
  return diagnostics.size() == before ? pack : nullptr;
}

} // namespace

std::shared_ptr<const Pack> loadPack(const std::string& file, Diagnostics& diagnostics,
                                     std::shared_ptr<const Vocabulary> words) {
  Progress progress;
  return readPack(fromHere(file), diagnostics, std::move(words), progress);
}

} // namespace circumspect::policy
