#include "checker/sql/Tables.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace circumspect::sql {

namespace {

struct Token {
  std::string text; ///< words in lower case; a sign; a string is `'`
  unsigned line = 1, column = 1;
  bool isQuoted = false; ///< a name in quotation marks, which is no keyword
};

class Lexer {
public:
  explicit Lexer(llvm::StringRef text) : text_(text) {}

  std::vector<Token> run() {
    std::vector<Token> tokens;
    while (at_ < text_.size())
      if (!skip())
        tokens.push_back(next());
    return tokens;
  }

private:
  void step(size_t count) {
    for (; count > 0 && at_ < text_.size(); --count, ++at_) {
      column_ = text_[at_] == '\n' ? 1 : column_ + 1;
      line_ += text_[at_] == '\n';
    }
  }

  // To behind what ends it, or to the end of the text.
  void stepPast(llvm::StringRef end, size_t from) {
    size_t found = text_.find(end, at_ + from);
    step(found == llvm::StringRef::npos ? text_.size() - at_ : found + end.size() - at_);
  }

  // Blanks, comments, commands of psql, and bodies between `$$` and `$$`.
  bool skip() {
    llvm::StringRef rest = text_.drop_front(at_);
    if (llvm::isSpace(rest[0]))
      step(1);
    else if (rest.starts_with("--") || rest[0] == '\\' || (rest[0] == '#' && column_ == 1))
      stepPast("\n", 0);
    else if (rest.starts_with("/*"))
      stepPast("*/", 2);
    else if (size_t end = rest.drop_front().find('$');
             rest[0] == '$' && end != rest.npos && isTag(rest.slice(1, end + 1)))
      stepPast(rest.take_front(end + 2), end + 2);
    else
      return false;
    return true;
  }

  static bool isTag(llvm::StringRef text) {
    return llvm::all_of(text, [](char c) { return llvm::isAlnum(c) || c == '_'; });
  }

  Token next() {
    Token token{"", line_, column_};
    llvm::StringRef rest = text_.drop_front(at_);
    char first = rest[0];
    auto isName = [](char c) { return llvm::isAlnum(c) || c == '_'; };
    if (first == '\'') {
      token.text = "'";
      size_t end = 1;
      while (end < rest.size() && rest[end] != '\'')
        end += rest[end] == '\\' ? 2 : 1;
      step(end + 1);
    } else if (first == '"' || first == '`') {
      token.isQuoted = true;
      size_t end = std::min(rest.find(first, 1), rest.size());
      token.text = rest.slice(1, end).lower();
      step(end + 1);
    } else if (isName(first)) {
      token.text = rest.take_while(isName).lower();
      step(token.text.size());
    } else {
      token.text = first;
      step(1);
    }
    return token;
  }

  llvm::StringRef text_;
  size_t at_ = 0;
  unsigned line_ = 1, column_ = 1;
};

class Reader {
public:
  explicit Reader(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

  std::vector<Declared> run() {
    while (at_ < tokens_.size()) {
      if (take("create"))
        create();
      else if (take("alter"))
        alter();
      while (at_ < tokens_.size() && !take(";"))
        ++at_;
    }
    return std::move(declared_);
  }

private:
  bool is(llvm::StringRef text) const {
    return at_ < tokens_.size() && !tokens_[at_].isQuoted && tokens_[at_].text == text;
  }
  bool take(llvm::StringRef text) {
    bool isThere = is(text);
    at_ += isThere;
    return isThere;
  }

  std::string name() {
    std::string result;
    do {
      if (at_ < tokens_.size())
        result += (result.empty() ? "" : ".") + tokens_[at_++].text;
    } while (take("."));
    return result;
  }

  void create() {
    while (take("temp") || take("temporary") || take("unlogged") || take("global") || take("local"))
      ;
    if (!take("table"))
      return;
    if (take("if"))
      at_ += 2; // NOT EXISTS
    std::string table = name();
    if (!take("("))
      return;
    do
      column(table);
    while (take(","));
  }

  void alter() {
    if (!take("table"))
      return;
    take("only");
    std::string table = name();
    do {
      bool isAdded = take("add");
      if (isAdded) {
        take("column");
        if (take("if"))
          at_ += 2; // NOT EXISTS
        column(table);
      } else {
        rest();
      }
    } while (take(","));
  }

  // `name type …`, or a constraint on the table.
  void column(const std::string& table) {
    static constexpr llvm::StringRef constraints[] = {"constraint", "primary",  "unique", "key",
                                                      "index",      "foreign",  "check",  "like",
                                                      "exclude",    "fulltext", "spatial"};
    if (at_ >= tokens_.size() || is(")") || is(";"))
      return;
    const Token& first = tokens_[at_];
    bool isColumn = first.isQuoted || (!llvm::is_contained(constraints, first.text) &&
                                       llvm::isAlpha(first.text.empty() ? ' ' : first.text[0]));
    if (isColumn && at_ + 1 < tokens_.size() && (first.isQuoted || !first.text.empty()))
      declared_.push_back({{table, first.text}, tokens_[at_ + 1].text, first.line, first.column});
    rest();
  }

  // To the comma or the parenthesis that ends it.
  void rest() {
    for (unsigned depth = 0; at_ < tokens_.size() && !is(";"); ++at_) {
      if (depth == 0 && (is(",") || is(")")))
        return;
      depth += is("(");
      depth -= is(")");
    }
  }

  std::vector<Token> tokens_;
  size_t at_ = 0;
  std::vector<Declared> declared_;
};

} // namespace

std::vector<Declared> declaredColumns(llvm::StringRef text) {
  return Reader(Lexer(text).run()).run();
}

} // namespace circumspect::sql
