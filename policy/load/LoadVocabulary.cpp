#include "policy/load/ExpressionParser.h"
#include "policy/load/Load.h"
#include "policy/load/Paths.h"
#include "policy/load/Yaml.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"

namespace circumspect::policy {

namespace {

class VocabularyLoader {
public:
  VocabularyLoader(const std::string& file, Diagnostics& diagnostics) : yaml_(file, diagnostics) {
    v_.file = file;
  }

  Vocabulary run() {
    std::optional<YAML::Node> root = yaml_.document();
    if (!root)
      return v_;
    std::optional<YAML::Node> constraints;
    std::vector<YamlReader::Key> keys = {
        {"vocabulary",
         [&](const YAML::Node& n) { v_.name = yaml_.scalar(n, "the vocabulary's name").value; },
         true},
        {"says", [&](const YAML::Node& n) { yaml_.scalar(n, "`says`"); }},
        {"conditions", [&](const YAML::Node& n) { conditions(n); }},
        {"quantities", [&](const YAML::Node& n) { quantities(n); }},
        {"principles", [&](const YAML::Node& n) { principles(n); }},
        {"constraints", [&](const YAML::Node& n) { constraints = n; }}};
    for (Kind kind : kinds)
      keys.push_back({name(kind), [this, kind](const YAML::Node& n) { taxonomy(kind, n); }, true});
    yaml_.record(*root, "a vocabulary", keys);
    checkPrepositions();
    if (constraints) // last, since they may use every word
      yaml_.sequence(*constraints, "`constraints`", [&](const YAML::Node& n) {
        v_.constraints.push_back(parseExpression(yaml_, yaml_.scalar(n, "a constraint"), v_));
      });
    return std::move(v_);
  }

private:
  void taxonomy(Kind kind, const YAML::Node& node) {
    Taxonomy& terms = v_[kind];
    std::vector<std::pair<unsigned, Text>> parents;
    yaml_.mapping(node, "`" + name(kind) + "`", [&](const Text& key, const YAML::Node& value) {
      Term term;
      term.name = key.value;
      term.position = key.position;
      std::vector<Text> under;
      if (value.IsMap())
        this->term(kind, value, term, under);
      else
        term.says = yaml_.scalar(value, "a term's meaning").value;
      checkIsTerm(key);
      unsigned number = terms.add(std::move(term));
      for (Text& parent : under)
        parents.emplace_back(number, std::move(parent));
      if (size_t dot = key.value.rfind('.'); dot != std::string::npos)
        parents.emplace_back(number, Text{key.value.substr(0, dot), key.position});
    });
    for (const auto& [child, parent] : parents) {
      if (auto number = terms.find(parent.value))
        terms.addParent(child, *number);
      else
        yaml_.unknown(parent.position, (name(kind) + " term").str(), parent.value, terms.names());
    }
    if (auto cycle = terms.close())
      yaml_.error(terms[*cycle].position, "'" + terms[*cycle].name + "' is under itself");
    if (terms.leaves().empty())
      yaml_.error(node, "`" + name(kind) + "` needs a term");
    terms.inheritPrepositions();
  }

  void term(Kind kind, const YAML::Node& node, Term& term, std::vector<Text>& under) {
    std::vector<YamlReader::Key> keys = {
        {"says", [&](const YAML::Node& n) { term.says = yaml_.scalar(n, "`says`").value; }},
        {"dpv", [&](const YAML::Node& n) { term.dpv = yaml_.scalar(n, "`dpv`").value; }},
        {"under", [&](const YAML::Node& n) { under = yaml_.scalars(n, "`under`"); }},
        {"reads", [&](const YAML::Node& n) { term.reads = reading(kind, n, term.name); }}};
    if (kind == Kind::Action)
      keys.push_back(
          {"preposition", [&](const YAML::Node& n) { term.preposition = preposition(n); }});
    if (kind == Kind::Data)
      keys.push_back({"about-subject", [&](const YAML::Node& n) {
                        term.isAboutSubject = yaml_.boolean(n, "`about-subject`");
                      }});
    yaml_.record(node, "a term", keys);
  }

  // Two terms that read alike could not be told apart in a finding.
  std::string reading(Kind kind, const YAML::Node& node, const std::string& term) {
    Text text = yaml_.scalar(node, "`reads`");
    auto [first, isNew] = readings_[static_cast<size_t>(kind)].try_emplace(text.value, term);
    if (!isNew)
      yaml_.error(text.position, "'" + first->second + "' reads the same");
    return text.value;
  }

  // Words that questions and answers have between terms.
  static bool isOfQuestions(llvm::StringRef word) {
    static constexpr llvm::StringRef words[] = {"alone", "and", "any",      "anyone", "anything",
                                                "but",   "by",  "do",       "for",    "may",
                                                "or",    "to",  "together", "when",   "with"};
    return llvm::is_contained(words, word);
  }

  // A term must be a word that questions can name.
  void checkIsTerm(const Text& key) {
    if (key.value.empty() && yaml_.isReported(key.position))
      return;
    if (isOfQuestions(key.value))
      yaml_.error(key.position, "'" + key.value + "' is a word of questions, and shadows it");
    bool isWord = !key.value.empty() && llvm::all_of(key.value, [](char c) {
      return llvm::isAlnum(c) || c == '-' || c == '.' || c == '_' || (c & 0x80) != 0;
    });
    if (!isWord)
      yaml_.error(key.position,
                  "'" + key.value + "' cannot be a term; letters, digits, '-', '.' and '_' can");
  }

  void checkPrepositions() {
    for (const Term& action : v_[Kind::Action].terms())
      for (Kind kind : kinds)
        if (auto term = v_[kind].find(action.preposition); term && !action.preposition.empty())
          yaml_.error(v_[kind][*term].position, "'" + action.preposition +
                                                    "' is also the preposition of '" + action.name +
                                                    "', and shadows it");
  }

  // Questions are read back, so it must be a word that no question has elsewhere.
  std::string preposition(const YAML::Node& node) {
    Text text = yaml_.scalar(node, "`preposition`");
    if (text.value != "to" && isOfQuestions(text.value))
      yaml_.error(text.position, "questions use '" + text.value + "' for something else");
    else if (text.value.empty() ||
             !llvm::all_of(text.value, [](char c) { return llvm::isAlpha(c); }))
      yaml_.error(text.position, "a preposition is one word");
    return text.value;
  }

  // A condition or quantity must be a word that expressions can use, and only one thing.
  void checkIsWord(const Text& key) {
    static constexpr llvm::StringRef reserved[] = {"and",    "or",       "not",  "implies",
                                                   "always", "contains", "links"};
    if (llvm::is_contained(reserved, key.value))
      yaml_.error(key.position, "'" + key.value + "' is a word of the language, and shadows it");
    bool isWord = !key.value.empty() && llvm::all_of(key.value, [](char c) {
      return llvm::isAlnum(c) || c == '-' || c == '.' || c == '_';
    });
    if (!isWord)
      yaml_.error(key.position, "'" + key.value +
                                    "' cannot be used in expressions; letters, "
                                    "digits, '-', '.' and '_' can");
    auto [first, isNew] = words_.try_emplace(key.value, key.position);
    if (!isNew)
      yaml_.error(key.position, "'" + key.value + "' is both a condition and a quantity; see " +
                                    first->second.str());
  }

  void conditions(const YAML::Node& node) {
    yaml_.mapping(node, "`conditions`", [&](const Text& key, const YAML::Node& value) {
      Condition condition{key.value, "", key.position, false};
      auto says = [&](const YAML::Node& n) { condition.says = yaml_.scalar(n, "`says`").value; };
      auto about = [&](const YAML::Node& n) {
        condition.isAboutSubject = yaml_.boolean(n, "`about-subject`");
      };
      auto reads = [&](const YAML::Node& n) {
        std::vector<Text> clauses = yaml_.scalars(n, "`reads`");
        if (clauses.size() != 2)
          return yaml_.error(n, "`reads` has two clauses: for where the condition holds, and for "
                                "where it does not");
        condition.holds = clauses[0].value;
        condition.fails = clauses[1].value;
      };
      yaml_.record(value, "a condition",
                   {{"says", says}, {"about-subject", about}, {"reads", reads}});
      checkIsWord(key);
      v_.conditions.push_back(std::move(condition));
    });
  }

  void quantities(const YAML::Node& node) {
    yaml_.mapping(node, "`quantities`", [&](const Text& key, const YAML::Node& value) {
      Quantity quantity{key.value, "", "", key.position};
      auto says = [&](const YAML::Node& n) { quantity.says = yaml_.scalar(n, "`says`").value; };
      auto unit = [&](const YAML::Node& n) { quantity.unit = yaml_.scalar(n, "`unit`").value; };
      auto reads = [&](const YAML::Node& n) { quantity.reads = yaml_.scalar(n, "`reads`").value; };
      yaml_.record(value, "a quantity", {{"says", says}, {"unit", unit, true}, {"reads", reads}});
      checkIsWord(key);
      v_.quantities.push_back(std::move(quantity));
    });
  }

  void principles(const YAML::Node& node) {
    yaml_.mapping(node, "`principles`", [&](const Text& key, const YAML::Node& value) {
      v_.principles.push_back(
          {key.value, yaml_.scalar(value, "a principle's meaning").value, key.position});
    });
  }

  YamlReader yaml_;
  Vocabulary v_;
  llvm::StringMap<Position> words_; ///< of conditions and quantities
  std::array<llvm::StringMap<std::string>, kinds.size()> readings_; ///< terms, by kind
};

} // namespace

std::shared_ptr<const Vocabulary> readVocabulary(const std::string& file,
                                                 Diagnostics& diagnostics) {
  size_t before = diagnostics.size();
  Vocabulary vocabulary = VocabularyLoader(fromHere(file), diagnostics).run();
  vocabulary.isWhole = diagnostics.size() == before;
  return std::make_shared<const Vocabulary>(std::move(vocabulary));
}

std::shared_ptr<const Vocabulary> loadVocabulary(const std::string& file,
                                                 Diagnostics& diagnostics) {
  auto vocabulary = readVocabulary(file, diagnostics);
  return vocabulary->isWhole ? vocabulary : nullptr;
}

} // namespace circumspect::policy
