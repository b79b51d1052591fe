#include "policy/load/ExpressionParser.h"

#include "llvm/ADT/StringExtras.h"

namespace circumspect::policy {

namespace {

constexpr unsigned deepest =
    200; // parentheses and nots; more is no policy, and would exhaust the stack

class Parser {
public:
  Parser(YamlReader& reader, const Text& text, const Vocabulary& vocabulary)
      : reader_(reader), text_(text), rest_(text.value), v_(vocabulary) {}

  Expression run() {
    next();
    Expression result = implication();
    if (!failed_ && !token_.empty())
      fail("'" + token_ + "' is not expected here");
    return result;
  }

private:
  using Op = Expression::Op;

  // A letter beyond ASCII is part of a word, too, so that messages have all of it.
  static bool isWord(char c) {
    return llvm::isAlnum(c) || c == '-' || c == '.' || c == '_' || (c & 0x80) != 0;
  }

  void next() {
    rest_ = rest_.ltrim();
    start_ = text_.value.size() - rest_.size();
    size_t length = 0;
    if (!rest_.empty() && isWord(rest_[0]))
      length = rest_.take_while(isWord).size();
    else if (rest_.starts_with("<=") || rest_.starts_with(">=") || rest_.starts_with("!="))
      length = 2;
    else if (!rest_.empty())
      length = 1;
    token_ = rest_.take_front(length);
    rest_ = rest_.drop_front(length);
  }

  bool accept(llvm::StringRef word) {
    if (token_ != word)
      return false;
    next();
    return true;
  }

  void expect(llvm::StringRef word) {
    if (!accept(word))
      fail("'" + word + "' is expected here" +
           (token_.empty() ? "" : ", not '" + token_.str() + "'"));
  }

  Position here() const {
    // The column is exact where the text is written on one line and without escapes.
    Position position = text_.position;
    position.column += start_;
    return position;
  }

  void fail(const llvm::Twine& message) {
    if (!failed_)
      reader_.error(here(), message);
    failed_ = true;
    rest_ = token_ = "";
  }

  Expression node(Op op, std::vector<Expression> operands) {
    Expression e;
    e.op = op;
    e.position = operands.front().position;
    e.operands = std::move(operands);
    return e;
  }

  Expression implication() {
    Expression left = alternatives();
    return accept("implies") ? node(Op::Implies, {left, implication()}) : left;
  }

  Expression alternatives() {
    std::vector<Expression> operands = {conjunction()};
    while (accept("or"))
      operands.push_back(conjunction());
    return operands.size() == 1 ? operands[0] : node(Op::Or, operands);
  }

  Expression conjunction() {
    std::vector<Expression> operands = {unary()};
    while (accept("and"))
      operands.push_back(unary());
    return operands.size() == 1 ? operands[0] : node(Op::And, operands);
  }

  Expression unary() {
    if (++depth_ > deepest)
      fail("the expression is nested too deeply");
    Expression result = accept("not") ? node(Op::Not, {unary()}) : primary();
    --depth_;
    return result;
  }

  Expression primary() {
    if (accept("(")) {
      Expression inner = implication();
      expect(")");
      return inner;
    }
    Expression e;
    e.position = here();
    if (accept("always"))
      return e;
    if (accept("contains")) {
      expect("(");
      e.op = Op::Contains;
      e.term = dataTerm();
      expect(")");
    } else if (accept("links")) {
      expect("(");
      e.op = Op::Links;
      e.term = dataTerm();
      expect(",");
      e.other = dataTerm();
      expect(")");
    } else if (auto condition = v_.findCondition(token_)) {
      e.op = Op::Condition;
      e.term = *condition;
      next();
      if (!token_.empty() && llvm::StringRef("<=>!").contains(token_[0]))
        fail("the condition '" + v_.conditions[*condition].name +
             "' holds or does not; only quantities are compared");
    } else if (auto quantity = v_.findQuantity(token_)) {
      next();
      comparison(e, *quantity);
    } else {
      unknownWord();
    }
    return e;
  }

  void comparison(Expression& e, unsigned quantity) {
    static constexpr llvm::StringRef symbols[] = {"<", "<=", "=", "!=", ">=", ">"};
    e.op = Op::Compare;
    e.term = quantity;
    const auto* symbol = llvm::find(symbols, token_);
    if (symbol == std::end(symbols))
      return fail("a comparison (<, <=, =, !=, >=, >) is expected after the quantity '" +
                  v_.quantities[quantity].name + "'");
    e.comparison = static_cast<Comparison>(symbol - symbols);
    next();
    if (token_.getAsInteger(10, e.value) || e.value < 0)
      return fail("a whole number is expected here, not '" + token_ + "'");
    next();
    accept(v_.quantities[quantity].unit);
  }

  unsigned dataTerm() {
    const Taxonomy& data = v_[Kind::Data];
    if (auto term = data.find(token_)) {
      next();
      return *term;
    }
    if (!failed_ && v_.isWhole)
      reader_.unknown(here(), "data term", token_, data.names());
    failed_ = true;
    rest_ = token_ = "";
    return 0;
  }

  void unknownWord() {
    if (token_.empty())
      return fail("the expression ends too early");
    std::vector<llvm::StringRef> names = {"not", "contains", "links", "always"};
    for (const Condition& condition : v_.conditions)
      names.push_back(condition.name);
    for (const Quantity& quantity : v_.quantities)
      names.push_back(quantity.name);
    if (!failed_ && v_.isWhole)
      reader_.unknown(here(), "condition or quantity", token_, names);
    failed_ = true;
    rest_ = token_ = "";
  }

  YamlReader& reader_;
  const Text& text_;
  llvm::StringRef rest_, token_;
  size_t start_ = 0;
  const Vocabulary& v_;
  unsigned depth_ = 0;
  bool failed_ = false;
};

} // namespace

Expression parseExpression(YamlReader& reader, const Text& text, const Vocabulary& vocabulary) {
  if (text.value.empty() && reader.isReported(text.position))
    return {};
  return Parser(reader, text, vocabulary).run();
}

} // namespace circumspect::policy
