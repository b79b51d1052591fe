// From YAML to the lexicon.
#include "checker/discover/Lexicon.h"
#include "policy/load/Yaml.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace circumspect::discover {

using policy::Text;
using policy::YamlReader;

namespace {

class LexiconLoader {
public:
  LexiconLoader(const policy::Vocabulary& vocabulary, policy::Diagnostics& diagnostics)
      : vocabulary_(vocabulary), diagnostics_(diagnostics) {}

  void read(const std::string& file) {
    YamlReader yaml(file, diagnostics_);
    yaml_ = &yaml;
    std::optional<YAML::Node> root = yaml.document();
    if (!root)
      return;
    auto words = [&](llvm::StringRef key, llvm::StringSet<>& into) {
      return YamlReader::Key{key, [&into, this](const YAML::Node& n) {
                               for (const Text& text : yaml_->scalars(n, "a word"))
                                 into.insert(know(text));
                             }};
    };
    auto names = [&](llvm::StringRef key, llvm::StringSet<>& into) {
      return YamlReader::Key{key, [&into, this](const YAML::Node& n) {
                               for (const Text& text : yaml_->scalars(n, "a class"))
                                 into.insert(text.value);
                             }};
    };
    yaml.record(*root, "a recogniser",
                {{"recogniser", [&](const YAML::Node& n) { yaml.scalar(n, "`recogniser`"); }, true},
                 {"says", [&](const YAML::Node& n) { yaml.scalar(n, "`says`"); }},
                 {"abbreviations", [&](const YAML::Node& n) { abbreviations(n); }},
                 words("prefixes", lexicon_.prefixes),
                 words("plain", lexicon_.plain),
                 words("about", lexicon_.about),
                 words("questions", lexicon_.questions),
                 words("others", lexicon_.others),
                 words("keys", lexicon_.keys),
                 names("text-types", lexicon_.textTypes),
                 names("date-types", lexicon_.dateTypes),
                 {"owners", [&](const YAML::Node& n) { owners(n); }},
                 {"categories",
                  [&](const YAML::Node& n) {
                    yaml.sequence(n, "`categories`",
                                  [&](const YAML::Node& item) { category(item); });
                  }},
                 {"codes", [&](const YAML::Node& n) {
                    yaml.sequence(n, "`codes`", [&](const YAML::Node& item) { codes(item); });
                  }}});
  }

  Lexicon take() {
    std::vector<llvm::StringRef> classes;
    for (const auto& [name, unused] : ownerClasses_)
      classes.push_back(name);
    for (const Text& used : usedOwners_)
      if (!ownerClasses_.contains(used.value))
        diagnostics_.push_back({used.position, "unknown class of owners '" + used.value + "'" +
                                                   policy::suggestion(used.value, classes)});
    llvm::stable_sort(lexicon_.meanings, [](const Meaning& a, const Meaning& b) {
      return a.phrase.size() > b.phrase.size();
    });
    return std::move(lexicon_);
  }

private:
  std::string know(const Text& text) {
    std::string word = llvm::StringRef(text.value).lower();
    lexicon_.known.insert(word);
    return word;
  }

  Phrase phrase(const Text& text) {
    Phrase words;
    llvm::SmallVector<llvm::StringRef, 4> parts;
    llvm::StringRef(text.value).split(parts, ' ', -1, /*KeepEmpty=*/false);
    for (llvm::StringRef part : parts)
      words.push_back(know({part.str(), text.position}));
    if (words.empty())
      yaml_->error(text.position, "a phrase has at least one word");
    return words;
  }

  void abbreviations(const YAML::Node& node) {
    yaml_->mapping(node, "`abbreviations`", [&](const Text& key, const YAML::Node& value) {
      lexicon_.abbreviations[llvm::StringRef(key.value).lower()] =
          phrase(yaml_->scalar(value, "what it is short for"));
    });
  }

  void owners(const YAML::Node& node) {
    yaml_->mapping(node, "`owners`", [&](const Text& key, const YAML::Node& value) {
      ownerClasses_.try_emplace(key.value);
      for (const Text& text : yaml_->scalars(value, "a word"))
        lexicon_.owners[know(text)] = key.value;
    });
  }

  std::string term(const Text& text) {
    const policy::Taxonomy& data = vocabulary_[policy::Kind::Data];
    if (!data.find(text.value))
      yaml_->unknown(text.position, "data term", text.value, data.names());
    return text.value;
  }

  void category(const YAML::Node& node) {
    auto number = static_cast<unsigned>(lexicon_.categories.size());
    Category category;
    auto phrases = [&](llvm::StringRef key, Strength strength) {
      return YamlReader::Key{key, [=, this](const YAML::Node& n) {
                               for (const Text& text : yaml_->scalars(n, "a phrase"))
                                 if (Phrase words = phrase(text); !words.empty())
                                   lexicon_.meanings.push_back({words, number, strength, ""});
                             }};
    };
    yaml_->record(
        node, "a category",
        {{"data",
          [&](const YAML::Node& n) { category.data = term(yaml_->scalar(n, "a data term")); },
          true},
         {"holds",
          [&](const YAML::Node& n) {
            for (const Text& text : yaml_->scalars(n, "`holds`")) {
              static constexpr llvm::StringRef names[] = {"text", "number", "date"};
              const auto* name = llvm::find(names, text.value);
              if (name == std::end(names))
                yaml_->unknown(text.position, "kind of value", text.value, names);
              else
                category.holds.push_back(static_cast<Holds>(name - names));
            }
          }},
         phrases("always", Strength::Always),
         phrases("usually", Strength::Usually),
         {"of", [&](const YAML::Node& n) {
            yaml_->mapping(n, "`of`", [&](const Text& owner, const YAML::Node& value) {
              usedOwners_.push_back(owner);
              for (const Text& text : yaml_->scalars(value, "a phrase"))
                if (Phrase words = phrase(text); !words.empty())
                  lexicon_.meanings.push_back({words, number, Strength::Owned, owner.value});
            });
          }}});
    if (category.holds.empty())
      category.holds = {Holds::Text};
    lexicon_.categories.push_back(std::move(category));
  }

  void codes(const YAML::Node& node) {
    auto number = static_cast<unsigned>(lexicon_.codeGroups.size());
    CodeGroup group;
    yaml_->record(
        node, "a group of codes",
        {{"of", [&](const YAML::Node& n) { group.name = yaml_->scalar(n, "a protocol").value; },
          true},
         {"in",
          [&](const YAML::Node& n) {
            for (const Text& text : yaml_->scalars(n, "a word"))
              group.places.push_back(llvm::StringRef(text.value).lower());
          }},
         {"together",
          [&](const YAML::Node& n) {
            Text text = yaml_->scalar(n, "`together`");
            if (llvm::StringRef(text.value).getAsInteger(10, group.together))
              yaml_->error(text.position, "`together` must be a whole number");
          }},
         {"mean",
          [&](const YAML::Node& n) {
            yaml_->mapping(n, "`mean`", [&](const Text& code, const YAML::Node& value) {
              lexicon_.codes.push_back(
                  {code.value, term(yaml_->scalar(value, "a data term")), number});
            });
          },
          true}});
    lexicon_.codeGroups.push_back(std::move(group));
  }

  const policy::Vocabulary& vocabulary_;
  policy::Diagnostics& diagnostics_;
  YamlReader* yaml_ = nullptr; ///< of the file at hand
  Lexicon lexicon_;
  std::map<std::string, bool> ownerClasses_;
  std::vector<Text> usedOwners_;
};

} // namespace

Lexicon loadLexicon(llvm::ArrayRef<std::string> files, const policy::Vocabulary& vocabulary,
                    policy::Diagnostics& diagnostics) {
  LexiconLoader loader(vocabulary, diagnostics);
  for (const std::string& file : files)
    loader.read(file);
  return loader.take();
}

} // namespace circumspect::discover
