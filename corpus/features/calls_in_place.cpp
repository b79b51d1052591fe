// Calls that begin in a function of which nothing is given: each callee sees the objects that there
// are, and not only what objects of their classes may be.
#include "library.h"
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

using namespace features;

// Filters that each hand on to the next one.
class Filter {
public:
  explicit Filter(std::unique_ptr<Filter> after = nullptr) : after_(std::move(after)) {}
  virtual ~Filter() = default;
  std::string run(const std::string& line) const {
    std::string mine = apply(line);
    return after_ ? after_->run(mine) : mine;
  }

protected:
  virtual std::string apply(const std::string& line) const = 0;

private:
  std::unique_ptr<Filter> after_;
};

struct Quote : Filter {
  using Filter::Filter;
  std::string apply(const std::string& line) const override { return "> " + line; }
};

struct Blank : Filter {
  using Filter::Filter;
  std::string apply(const std::string&) const override { return "..."; }
};

void chainsOfFilters() {
  Quote alone;
  send(alone.run(enteredName())); // FLOW
  Quote thenBlank(std::make_unique<Blank>());
  send(thenBlank.run(enteredName())); // NO-FLOW
  Quote thenQuote(std::make_unique<Quote>(std::make_unique<Quote>()));
  send(thenQuote.run(enteredName())); // FLOW
  Quote longer(std::make_unique<Quote>(std::make_unique<Blank>()));
  send(longer.run(enteredName())); // NO-FLOW
}

// Sources that wrap others, all made by one function.
struct Origin {
  virtual ~Origin() = default;
  virtual std::string line() const = 0;
};

struct Form : Origin {
  std::string line() const override { return enteredEmail(); }
};

struct Title : Origin {
  std::string line() const override { return "a title"; }
};

struct Counted : Origin {
  std::shared_ptr<Origin> from;
  explicit Counted(std::shared_ptr<Origin> o) : from(std::move(o)) {}
  std::string line() const override { return "1: " + from->line(); }
};

std::shared_ptr<Origin> counted(std::shared_ptr<Origin> from) {
  return std::make_shared<Counted>(std::move(from));
}

void wrappedByOneFunction() {
  auto form = counted(counted(std::make_shared<Form>()));
  auto title = counted(counted(std::make_shared<Title>()));
  send(form->line());  // FLOW
  send(title->line()); // NO-FLOW
}

// A table in an object, searched by text.
struct Counter {
  struct Window {
    std::string name;
    std::function<std::string(const std::string&)> serve;
  };
  std::vector<Window> windows;

  void open(std::string name, std::function<std::string(const std::string&)> serve) {
    windows.push_back({std::move(name), std::move(serve)});
  }
  std::string ask(const std::string& name, const std::string& what) const {
    for (const Window& window : windows)
      if (window.name == name)
        return window.serve(what);
    return "closed";
  }
};

void searchedByText() {
  Counter counter;
  counter.open("hours", [](const std::string&) { return std::string("9 to 5"); });
  counter.open("repeat", [](const std::string& what) { return what; });
  send(counter.ask("hours", enteredName()));  // NO-FLOW
  send(counter.ask("repeat", enteredName())); // FLOW
  send(counter.ask("fines", enteredName()));  // NO-FLOW
}

// Steps of one journal.
struct Journal {
  std::vector<std::string> lines;
  void add(const std::string& line) { lines.push_back(line); }
};

void linesOfAJournal() {
  Journal journal;
  journal.add("opened");
  journal.add(enteredName());
  send(journal.lines[0]); // NO-FLOW
  send(journal.lines[1]); // FLOW
}

// Pointers that nothing was given to.
struct Shelf {
  std::shared_ptr<std::string> label;
  std::string text() const { return label ? enteredName() : "no label"; }
};

void withoutALabel() {
  Shelf shelf;
  send(shelf.text()); // NO-FLOW
  shelf.label = std::make_shared<std::string>("A");
  send(shelf.text()); // FLOW
  shelf.label = nullptr;
  send(shelf.text()); // NO-FLOW
}

// A document of alternatives that contain each other.
struct Section;
using Part = std::variant<std::string, int, std::unique_ptr<Section>>;
struct Section {
  std::vector<Part> parts;
};

struct Written {
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(int number) const { return std::to_string(number); }
  std::string operator()(const std::unique_ptr<Section>& section) const {
    std::string all;
    for (const Part& part : section->parts)
      all += std::visit(*this, part);
    return all;
  }
};

struct Outlined {
  std::string operator()(const std::string&) const { return "text"; }
  std::string operator()(int) const { return "number"; }
  std::string operator()(const std::unique_ptr<Section>& section) const {
    std::string all;
    for (const Part& part : section->parts)
      all += std::visit(*this, part);
    return all;
  }
};

struct OnlyNumbers {
  std::string secret;
  std::string operator()(const std::string&) const { return secret; }
  std::string operator()(int) const { return "number"; }
  std::string operator()(const std::unique_ptr<Section>&) const { return "section"; }
};

void partsOfADocument() {
  auto section = std::make_unique<Section>();
  section->parts.push_back(1);
  section->parts.push_back(enteredName());
  Part document = std::move(section);
  send(std::visit(Written{}, document));  // FLOW
  send(std::visit(Outlined{}, document)); // NO-FLOW
  Part number = 3, text = std::string("x");
  OnlyNumbers numbers{enteredName()};
  send(std::visit(numbers, number));   // NO-FLOW
  send(std::visit(numbers, document)); // NO-FLOW
  send(std::visit(numbers, text));     // FLOW
}

// Callables that are given callables.
using Rest = std::function<void()>;
using Stage = std::function<void(std::string&, Rest)>;

struct Line {
  std::vector<Stage> stages;
  void from(size_t index, std::string& text) {
    if (index < stages.size())
      stages[index](text, [&, index] { from(index + 1, text); });
  }
};

void aCallableForACallable() {
  std::string text, other;
  std::function<void(Rest)> handler = [](Rest rest) { rest(); };
  handler([&text] { text = enteredEmail(); });
  send(text); // FLOW
  handler([&other] { other = "open"; });
  send(other); // NO-FLOW
}

void stagesThatGoOn() {
  Line line;
  line.stages.push_back([](std::string& text, Rest rest) {
    text = enteredName();
    rest();
  });
  line.stages.push_back([](std::string& text, Rest) { text += "!"; });
  std::string text;
  line.from(0, text);
  send(text); // FLOW
  Line over;
  over.stages.push_back([](std::string& what, Rest rest) {
    what = enteredName();
    rest();
  });
  over.stages.push_back([](std::string& what, Rest) { what = "over"; });
  std::string last;
  over.from(0, last);
  send(last); // NO-FLOW
}
