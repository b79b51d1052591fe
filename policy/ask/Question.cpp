#include "policy/ask/Question.h"

#include "policy/load/ExpressionParser.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace circumspect::policy {

namespace {

class QuestionParser {
public:
  QuestionParser(llvm::StringRef text, const Position& position, const Vocabulary& vocabulary,
                 Diagnostics& diagnostics)
      : text_(text), rest_(text), position_(position), v_(vocabulary),
        yaml_(position.file, diagnostics) {
    question_.isSaid.resize(v_.conditions.size());
    question_.isGiven.resize(v_.quantities.size());
  }

  std::optional<Question> run() {
    size_t before = yaml_.diagnostics().size();
    next();
    if (word_ == "may")
      next();
    terms(Kind::Action);
    data();
    if (isPreposition(word_)) {
      prepositions();
      terms(Kind::Recipient);
    }
    for (auto [keyword, kind] : {std::pair("for", Kind::Purpose), std::pair("by", Kind::Channel)})
      if (accept(keyword))
        terms(kind);
    if (word_ == "when")
      when();
    while (word_ == "with")
      with();
    if (!word_.empty())
      error("'" + word_ +
            "' is not expected here; a question reads: may ACTION DATA to RECIPIENT "
            "for PURPOSE by CHANNEL when CONDITION");
    if (yaml_.diagnostics().size() != before)
      return std::nullopt;
    return std::move(question_);
  }

private:
  // `to` suits every action; another word that some action has is not told from it.
  bool isPreposition(llvm::StringRef word) const {
    return word == "to" ||
           (!word.empty() && llvm::any_of(v_[Kind::Action].terms(), [&](const Term& term) {
             return term.preposition == word;
           }));
  }

  bool isKeyword(llvm::StringRef word) const {
    static constexpr llvm::StringRef keywords[] = {"",    "for",      "by",    "when", "with",
                                                   "and", "together", "alone", "or",   "but"};
    return llvm::is_contained(keywords, word) || isPreposition(word);
  }

  bool accept(llvm::StringRef word) {
    if (word_ != word)
      return false;
    next();
    return true;
  }

  bool expect(llvm::StringRef word) {
    if (accept(word))
      return true;
    error("'" + word + "' is expected here");
    return false;
  }

  // `at or to`, as regions of several actions have it.
  void prepositions() {
    do {
      if (!isPreposition(word_))
        return error("a preposition is expected here");
      next();
    } while (accept("or"));
  }

  void next() {
    llvm::StringRef before = rest_;
    rest_ = rest_.ltrim(" ,?");
    isAfterComma_ = before.drop_back(rest_.size()).contains(',');
    start_ = text_.size() - rest_.size();
    word_ = rest_.take_until([](char c) { return c == ' ' || c == ',' || c == '?'; });
    rest_ = rest_.drop_front(word_.size());
  }

  void error(const llvm::Twine& message) { yaml_.error(at(start_), message); }
  Position at(size_t column) const {
    Position here = position_;
    here.column += column;
    return here;
  }

  // What may stand for a part: terms, or all but some. The first word of the data ends the actions.
  void terms(Kind kind) {
    question_.scope.terms[static_cast<size_t>(kind)] = list(kind).value_or(Terms());
  }

  // Some of each of several sets, and what may be there besides.
  void data() {
    std::vector<unsigned>& among = question_.scope.terms[static_cast<size_t>(Kind::Data)];
    bool isAny = false; // some set is of any data, so that all may be there
    auto add = [&](const std::optional<Terms>& set) {
      isAny |= !set;
      for (unsigned term : set.value_or(Terms()))
        if (!llvm::is_contained(among, term))
          among.push_back(term);
    };
    std::vector<Terms> sets;
    bool isOne = true, isMore = true; // set
    while (isMore) {
      std::optional<Terms> set = list(Kind::Data);
      add(set);
      if (set)
        sets.push_back(*set);
      isMore = accept("and") || (accept("together") && expect("with"));
      isOne &= !isMore;
    }
    if (accept("alone") && expect("or") && expect("with"))
      add(list(Kind::Data));
    else if (isOne)
      sets.clear(); // the scope says it
    if (isAny)
      among.clear();
    question_.with = std::move(sets);
  }

  using Terms = std::vector<unsigned>;

  // Terms that are joined by commas and `or`; nothing for any.
  std::optional<Terms> list(Kind kind) {
    if (isKeyword(word_)) {
      error("a term of " + name(kind) + " is expected here");
      return std::nullopt;
    }
    if (accept("do")) { // `do anything with`
      if (expect("anything"))
        expect("with");
      return std::nullopt;
    }
    if (isAny(kind))
      return accept("but") ? std::optional(allBut(kind, some(kind))) : std::nullopt;
    return some(kind);
  }

  // `anyone`, `any data`; but not the `any` of `any circulation`.
  bool isAny(Kind kind) {
    if (accept("anyone") || accept("anything"))
      return true;
    llvm::StringRef word = rest_.ltrim(' ').take_until([](char c) { return c == ' ' || c == ','; });
    if (word_ != "any" || word != name(kind) || v_[kind].find(word))
      return false;
    next();
    next();
    return true;
  }

  Terms some(Kind kind) {
    Terms terms;
    do {
      accept("any");
      if (auto term = find(kind))
        terms.push_back(*term);
      next();
    } while (accept("or") || (isAfterComma_ && !isKeyword(word_)));
    if (kind == Kind::Data && !v_[kind].find("data"))
      accept("data"); // `any circulation data`
    return terms;
  }

  Terms allBut(Kind kind, const Terms& terms) {
    Terms others;
    for (unsigned leaf : v_[kind].leaves())
      if (!matches(v_, kind, terms, leaf))
        others.push_back(leaf);
    if (others.empty() && !terms.empty())
      error("no term of " + name(kind) + " is left");
    return others;
  }

  std::optional<unsigned> find(Kind kind) {
    const Taxonomy& taxonomy = v_[kind];
    if (isKeyword(word_)) { // after `any`
      error("a term of " + name(kind) + " is expected here");
      return std::nullopt;
    }
    if (auto exact = taxonomy.find(word_))
      return exact;
    std::vector<unsigned> byLastPart;
    for (unsigned term = 0; term < taxonomy.terms().size(); ++term)
      if (llvm::StringRef(taxonomy[term].name).rsplit('.').second == word_)
        byLastPart.push_back(term);
    if (byLastPart.size() == 1)
      return byLastPart.front();
    if (byLastPart.size() > 1) {
      error("'" + word_ + "' could be '" + taxonomy[byLastPart[0]].name + "' or '" +
            taxonomy[byLastPart[1]].name + "'");
      return std::nullopt;
    }
    yaml_.unknown(at(start_), (name(kind) + " term").str(), word_, taxonomy.names());
    return std::nullopt;
  }

  void when() {
    llvm::StringRef expression = rest_.take_front(rest_.find(", with ")).rtrim(" ?");
    rest_ = rest_.drop_front(std::min(rest_.size(), expression.size()));
    if (expression.trim() == "no condition holds")
      question_.isSaid.assign(question_.isSaid.size(), false);
    else
      question_.scope.when =
          parseExpression(yaml_, {expression.str(), at(start_ + word_.size())}, v_);
    note(question_.scope.when);
    next();
  }

  void with() {
    llvm::StringRef equation = rest_.take_until([](char c) { return c == ','; });
    rest_ = rest_.drop_front(equation.size());
    Expression both;
    both.op = Expression::Op::And;
    both.operands = {
        question_.scope.when,
        parseExpression(yaml_, {equation.rtrim(" ?").str(), at(start_ + word_.size())}, v_)};
    note(both.operands[1]);
    question_.scope.when = std::move(both);
    next();
  }

  // What the question speaks of is not filled in.
  void note(const Expression& e) {
    if (e.op == Expression::Op::Condition)
      question_.isSaid[e.term] = true;
    if (e.op == Expression::Op::Compare)
      question_.isGiven[e.term] = true;
    for (const Expression& operand : e.operands)
      note(operand);
  }

  llvm::StringRef text_, rest_, word_;
  size_t start_ = 0;
  bool isAfterComma_ = false;
  Position position_;
  const Vocabulary& v_;
  YamlReader yaml_;
  Question question_;
};

} // namespace

std::optional<Question> parseQuestion(llvm::StringRef text, const Position& position,
                                      const Vocabulary& vocabulary, Diagnostics& diagnostics) {
  return QuestionParser(text, position, vocabulary, diagnostics).run();
}

std::optional<z3::expr> encode(const Question& question, Slices& slices, const Slice& slice) {
  std::optional<z3::expr> scope = slice.scope(question.scope, Session::Bounds::All);
  if (!scope)
    return std::nullopt;
  std::vector<z3::expr> parts = {*scope};
  for (const std::vector<unsigned>& set : question.with) {
    std::vector<z3::expr> leaves;
    for (unsigned leaf : leavesOf(slices.vocabulary(), Kind::Data, set))
      leaves.push_back(slice->has(slices.quotient().blockOf(Kind::Data, leaf)));
    parts.push_back(slice->any(leaves));
  }
  return slice->all(parts);
}

std::optional<z3::expr> encodePlain(const Question& question, Slices& slices, const Slice& slice) {
  std::optional<z3::expr> scope = encode(question, slices, slice);
  if (!scope)
    return std::nullopt;
  std::vector<z3::expr> facts = {slice->fresh("question", *scope)};
  auto add = [&](const z3::expr& fact) {
    facts.push_back(fact);
    if (slice->askLiterals(facts).isUnsatisfiable())
      facts.pop_back();
  };
  for (unsigned i = 0; i < question.isSaid.size(); ++i)
    if (!question.isSaid[i])
      add(!slice->condition(i));
  for (unsigned i = 0; i < question.isGiven.size(); ++i)
    if (!question.isGiven[i])
      add(slice->isAtMost(i, 0));
  return slice->all(facts);
}

} // namespace circumspect::policy
