#include "checker/models/Port.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

namespace circumspect::models {

char PortError::ID;

void PortError::log(llvm::raw_ostream& out) const {
  out << message;
}

std::error_code PortError::convertToErrorCode() const {
  return llvm::inconvertibleErrorCode();
}

namespace {

class Parser {
public:
  explicit Parser(llvm::StringRef text) : text_(text), rest_(text) {}

  template <typename T> llvm::Expected<T> whole(T (Parser::*rule)()) {
    T result = (this->*rule)();
    rest_ = rest_.ltrim();
    if (!rest_.empty())
      fail("'" + rest_.str() + "' is not expected here");
    if (failed_)
      return llvm::make_error<PortError>(offset_, message_);
    return result;
  }

  Port port() {
    Port result = root();
    while (!failed_ && rest_.starts_with("."))
      result.path.push_back(step());
    return result;
  }

  Flow flow() {
    Flow result;
    if (acceptWord("clear")) {
      result.kind = Flow::Kind::Clear;
      if (acceptWord("from")) {
        result.kind = Flow::Kind::ClearBetween;
        result.from.push_back(port());
        words({"up", "to"});
        result.from.push_back(port());
        return result;
      }
      result.to = port();
      limit(result);
    } else if (acceptWord("fill")) {
      result.kind = Flow::Kind::Clear;
      result.to = port();
      words({"with"});
      result.from.push_back(port());
      limit(result);
    } else if (auto edit = sequenceEdit()) {
      result.kind = Flow::Kind::Edit;
      result.edit = *edit;
      editOf(result);
    } else if (bool isSure = acceptWord("throw"); isSure || acceptWord("perhaps")) {
      result.isSure = isSure;
      if (!isSure && acceptWord("call")) {
        call(result);
        return result;
      }
      bool isAddress = !isSure && accept("&");
      result.kind = isAddress ? Flow::Kind::Address : Flow::Kind::Throw;
      if (!isSure && !isAddress)
        words({"throw"});
      result.from.push_back(port());
      if (isAddress) {
        expect("=>");
        result.to = port();
      }
    } else if (acceptWord("jump")) {
      result.kind = Flow::Kind::Jump;
    } else if (acceptWord("land")) {
      result.kind = Flow::Kind::Land;
    } else if (acceptWord("move")) {
      result.kind = Flow::Kind::Move;
      result.from.push_back(port());
      result.isBack = acceptWord("back");
      words({"by"});
      result.from.push_back(port());
      expect("=>");
      result.to = port();
    } else if (acceptWord("meet")) {
      result.kind = Flow::Kind::Meet;
      compare(result);
    } else if (acceptWord("miss")) {
      result.kind = Flow::Kind::Miss;
      compare(result);
    } else if (const Passing* passing = this->passing()) {
      result.kind = passing->kind;
      result.from.push_back(port());
      expect(passing->arrow);
      result.to = port();
    } else if (acceptWord("columns")) {
      result.kind = Flow::Kind::Columns;
      result.from.push_back(port());
      if (acceptWord("from"))
        result.first = number();
      expect("->");
      result.to = port();
    } else if (acceptWord("call")) {
      call(result);
    } else if (acceptWord("start")) {
      result.isStarted = true;
      call(result);
    } else if (acceptWord("finish")) {
      result.kind = Flow::Kind::Finish;
      result.to = port();
    } else if (acceptWord("join")) {
      result.kind = Flow::Kind::Join;
      result.from.push_back(port());
      while (acceptWord("with"))
        result.from.push_back(port());
      expect("->");
      result.to = port();
    } else if (acceptWord("compare")) {
      result.kind = Flow::Kind::Compare;
      compare(result);
    } else if (acceptWord("equal")) {
      result.kind = Flow::Kind::Equal;
      compare(result);
    } else if (acceptWord("find")) {
      result.kind = Flow::Kind::Find;
      two(result, "in");
      expect("->");
      result.to = port();
    } else if (acceptWord("same")) {
      result.kind = Flow::Kind::Same;
      compare(result);
    } else if (acceptWord("require")) {
      result.kind = Flow::Kind::Require;
      two(result, "with");
    } else {
      result.from.push_back(port());
      if (accept("=>"))
        result.kind = Flow::Kind::Value;
      else if (!accept("->"))
        fail("'->' or '=>' is expected here");
      result.to = port();
      if (result.kind == Flow::Kind::Value)
        limit(result);
    }
    if (!failed_ && result.to &&
        (result.to->root == Port::Root::Constant || result.to->root == Port::Root::Template ||
         result.to->root == Port::Root::Alternative))
      fail("a constant cannot be written to");
    return result;
  }

private:
  /// A flow from one port to another, by the word before it.
  struct Passing {
    llvm::StringRef word;
    Flow::Kind kind;
    llvm::StringRef arrow;
  };

  const Passing* passing() {
    static constexpr Passing all[] = {
        {"holds", Flow::Kind::Holds, "->"},   {"pair", Flow::Kind::Pair, "=>"},
        {"vacant", Flow::Kind::Vacant, "->"}, {"count", Flow::Kind::Count, "->"},
        {"into", Flow::Kind::Into, "=>"},     {"new", Flow::Kind::Construct, "->"},
        {"&", Flow::Kind::Address, "=>"}};
    for (const Passing& each : all)
      if (llvm::isAlpha(each.word.front()) ? acceptWord(each.word) : accept(each.word))
        return &each;
    return nullptr;
  }

  void call(Flow& result) {
    result.kind = Flow::Kind::Call;
    result.callable = port();
    expect("(");
    if (!accept(")")) {
      do
        result.from.push_back(port());
      while (!failed_ && accept(","));
      expect(")");
    }
    if (result.isStarted && acceptWord("as"))
      result.handle = port();
    if (accept("->"))
      result.to = port();
  }

  std::optional<SequenceEdit> sequenceEdit() {
    static constexpr std::pair<const char*, SequenceEdit> edits[] = {
        {"grow", SequenceEdit::Grow},    {"shrink", SequenceEdit::Shrink},
        {"empty", SequenceEdit::Empty},  {"resize", SequenceEdit::Resize},
        {"open", SequenceEdit::Open},    {"close", SequenceEdit::Close},
        {"forget", SequenceEdit::Forget}};
    for (auto [word, edit] : edits)
      if (acceptWord(word))
        return edit;
    return std::nullopt;
  }

  void editOf(Flow& result) {
    result.to = port();
    if (result.edit == SequenceEdit::Resize) {
      words({"to"});
      result.from.push_back(port());
    } else if (result.edit == SequenceEdit::Open || result.edit == SequenceEdit::Close) {
      words({"at"});
      result.from.push_back(port());
      if (acceptWord("up")) {
        words({"to"});
        result.from.push_back(port());
      }
    }
  }

  void limit(Flow& result) {
    if (!acceptWord("up"))
      return;
    words({"to"});
    do
      result.limit.push_back(port());
    while (!failed_ && acceptWord("times"));
    if (acceptWord("elements"))
      result.unit = Flow::Unit::Elements;
    else if (acceptWord("characters"))
      result.unit = Flow::Unit::Characters;
    else
      words({"bytes"});
  }

  void words(std::initializer_list<const char*> wanted) {
    for (const char* word : wanted)
      if (!acceptWord(word))
        fail("'" + std::string(word) + "' is expected here");
  }

  void two(Flow& result, const char* between) {
    result.from.push_back(port());
    words({between});
    result.from.push_back(port());
  }

  void compare(Flow& result) {
    two(result, "with");
    if (acceptWord("up")) {
      words({"to"});
      result.from.push_back(port());
    }
    if (acceptWord("ignoring")) {
      words({"case"});
      result.ignoresCase = true;
    }
    expect("->");
    result.to = port();
  }

  Port root() {
    Port result;
    rest_ = rest_.ltrim();
    if (rest_.starts_with("\"") ||
        (!rest_.empty() && (llvm::isDigit(rest_[0]) || rest_[0] == '-'))) {
      result.root = Port::Root::Constant;
      result.constant = constant();
    } else if (acceptWord("Argument")) {
      expect("[");
      pointees(result);
      which(result);
      expect("]");
    } else if (acceptWord("Template")) {
      result.root = Port::Root::Template;
      expect("[");
      result.from = number();
      expect("]");
    } else if (acceptWord("Alternative")) {
      result.root = Port::Root::Alternative;
    } else if (acceptWord("Static")) {
      result.root = Port::Root::Static;
      expect("[");
      result.constant = {name("the name of static storage is expected here")};
      expect("]");
    } else if (acceptWord("Exception")) {
      result.root = Port::Root::Exception;
    } else if (acceptWord("ReturnValue")) {
      result.root = Port::Root::ReturnValue;
      if (accept("[")) {
        pointees(result);
        expect("]");
      }
    } else {
      fail("a port begins with Argument[…], ReturnValue, Static[…] or a constant");
    }
    return result;
  }

  void pointees(Port& result) {
    while (accept("*"))
      result.path.push_back({PortStep::Kind::Pointee});
  }

  void which(Port& result) {
    if (acceptWord("this")) {
      result.root = Port::Root::This;
      return;
    }
    result.from = result.to = number();
    if (accept("..")) {
      bool isBounded = !rest_.empty() && llvm::isDigit(rest_[0]);
      result.to = isBounded ? number() : Port::last;
      if (!failed_ && result.to < result.from)
        fail("a range of arguments ends before it begins");
    }
  }

  PortStep step() {
    PortStep result;
    expect(".");
    if (acceptWord("Pointee")) {
      result.kind = PortStep::Kind::Pointee;
    } else if (acceptWord("Range")) {
      result.kind = PortStep::Kind::Range;
    } else if (acceptWord("Front")) {
      result.kind = PortStep::Kind::Front;
    } else if (acceptWord("Back")) {
      result.kind = PortStep::Kind::Back;
    } else if (acceptWord("End")) {
      result.kind = PortStep::Kind::End;
    } else if (acceptWord("Behind")) {
      result.kind = PortStep::Kind::Behind;
    } else if (acceptWord("Statement")) {
      result.kind = PortStep::Kind::Statement;
    } else if (acceptWord("Field")) {
      result.kind = PortStep::Kind::Field;
      expect("[");
      result.name = name("the name of a member is expected here");
      expect("]");
    } else if (acceptWord("Element")) {
      if (accept("["))
        element(result);
    } else {
      fail("a step is .Element, .Field[…], .Pointee, .Range, .Front, .Back, .End, .Behind or "
           ".Statement");
    }
    return result;
  }

  void element(PortStep& result) {
    if (rest_.ltrim().starts_with("Argument")) {
      Port key = port();
      bool isThis = key.root == Port::Root::This;
      if (!isThis && (key.root != Port::Root::Argument || key.from != key.to))
        fail("a key is what one argument or the object holds");
      result.kind = PortStep::Kind::ElementOf;
      result.ofObject = isThis;
      result.number = key.from;
      result.path = std::move(key.path);
    } else if (acceptWord("Template")) {
      result.kind = PortStep::Kind::ElementOfTemplate;
      expect("[");
      result.number = number();
      expect("]");
    } else {
      result.kind = PortStep::Kind::ElementAt;
      result.literal = constant();
    }
    expect("]");
  }

  std::string name(const char* wanted) {
    llvm::StringRef text = rest_.take_until([](char c) { return c == ']'; });
    rest_ = rest_.drop_front(text.size());
    if (text.trim().empty())
      fail(wanted);
    return text.trim().str();
  }

  unsigned number() {
    unsigned value = 0;
    rest_ = rest_.ltrim();
    llvm::StringRef digits = rest_.take_while(llvm::isDigit);
    if (digits.empty() || digits.getAsInteger(10, value)) {
      fail("a number is expected here");
      return 0;
    }
    rest_ = rest_.drop_front(digits.size());
    return value;
  }

  Literal constant() {
    rest_ = rest_.ltrim();
    if (accept("\"")) {
      size_t end = rest_.find('"');
      if (end == llvm::StringRef::npos) {
        fail("the text has no end");
        return {};
      }
      std::string value = rest_.take_front(end).str();
      rest_ = rest_.drop_front(end + 1);
      return {value};
    }
    int64_t value = 0;
    llvm::StringRef digits = rest_.take_while([](char c) { return llvm::isDigit(c) || c == '-'; });
    if (digits.getAsInteger(10, value)) {
      fail("a number or a text in double quotes is expected here");
      return {};
    }
    rest_ = rest_.drop_front(digits.size());
    return {value};
  }

  bool accept(llvm::StringRef symbol) {
    if (failed_)
      return false;
    rest_ = rest_.ltrim();
    return rest_.consume_front(symbol);
  }

  bool acceptWord(llvm::StringRef word) {
    if (failed_)
      return false;
    rest_ = rest_.ltrim();
    if (rest_.take_while(llvm::isAlpha) != word)
      return false;
    rest_ = rest_.drop_front(word.size());
    return true;
  }

  void expect(llvm::StringRef symbol) {
    if (!accept(symbol))
      fail("'" + symbol.str() + "' is expected here");
  }

  void fail(std::string message) {
    if (failed_)
      return;
    failed_ = true;
    offset_ = text_.size() - rest_.size();
    message_ = std::move(message);
  }

  llvm::StringRef text_, rest_;
  bool failed_ = false;
  size_t offset_ = 0;
  std::string message_;
};

} // namespace

llvm::Expected<Port> parsePort(llvm::StringRef text) {
  return Parser(text).whole(&Parser::port);
}

llvm::Expected<Flow> parseFlow(llvm::StringRef text) {
  return Parser(text).whole(&Parser::flow);
}

} // namespace circumspect::models
