// Virtual calls: what runs is decided by the object's class, and a class that nobody makes decides
// nothing.
#include "library.h"

#include <memory>
#include <string>
#include <vector>

namespace features {

class Source {
public:
  virtual ~Source() = default;
  virtual std::string text() const = 0;
  virtual void publish(const std::string&) const {}
  std::string decorated() const { return "<" + text() + ">"; }
};

class FormSource : public Source {
public:
  std::string text() const override { return enteredEmail(); }
  void publish(const std::string& text) const override {
    send(text); // FLOW
  }
};

class CatalogueSource : public Source {
public:
  std::string text() const override { return catalogueTitle(); }
};

class Forgotten : public Source { // no object of it is ever made
public:
  std::string text() const override { return enteredEmail(); }
};

void exactClass() {
  FormSource form;
  CatalogueSource catalogue;
  const Source* source = &catalogue;
  send(source->text());      // NO-FLOW
  send(source->decorated()); // NO-FLOW
  source = &form;
  send(source->text());      // FLOW
  send(source->decorated()); // FLOW
}

void oneOfTwo(bool isForm) {
  std::unique_ptr<Source> source;
  if (isForm)
    source = std::make_unique<FormSource>();
  else
    source = std::make_unique<CatalogueSource>();
  send(source->text()); // FLOW
  std::unique_ptr<Source> other = std::make_unique<CatalogueSource>();
  send(other->text()); // NO-FLOW
}

static std::string textOf(const Source& source) {
  return source.text();
}

void inCallee() {
  send(textOf(FormSource()));      // FLOW
  send(textOf(CatalogueSource())); // NO-FLOW
}

void published(const std::vector<std::unique_ptr<Source>>& sources) {
  for (const auto& source : sources)
    source->publish(enteredEmail());
}

class Channel {
public:
  virtual ~Channel() = default;
  virtual void put(const std::string& text) = 0;
};
class Screen : public Channel {
public:
  void put(const std::string& text) override { last = text; }
  std::string last;
};
class Wire : public Channel {
public:
  void put(const std::string& text) override {
    send(text); // FLOW
  }
};
class Paper : public Channel {
public:
  void put(const std::string& text) override {
    send(text); // NO-FLOW
  }
};

static void write(Channel& channel, const std::string& text) {
  channel.put(text);
}

void sinks() {
  Screen screen;
  Wire wire;
  Paper paper;
  write(screen, enteredEmail());
  write(wire, enteredEmail());
  write(paper, catalogueTitle());
  send(screen.last); // FLOW
}

class Base {
public:
  virtual ~Base() = default;
  virtual int number() const { return shelfNumber(); }
};
class Derived : public Base {
public:
  int number() const override { return scannedCard() + Base::number(); }
};

void qualified() {
  Derived derived;
  const Base& base = derived;
  send(base.number());          // FLOW
  send(derived.Base::number()); // NO-FLOW
}

class Message {
public:
  virtual ~Message() = default;
};
class TextMessage : public Message {
public:
  std::string text;
};
class NumberMessage : public Message {
public:
  int number = 0;
};

static std::string asText(const Message* message) {
  if (auto* text = dynamic_cast<const TextMessage*>(message))
    return text->text;
  if (auto* number = dynamic_cast<const NumberMessage*>(message))
    return std::to_string(number->number);
  return "";
}

void downcasts() {
  TextMessage text, title;
  text.text = enteredName();
  title.text = catalogueTitle();
  NumberMessage card, shelf;
  card.number = scannedCard();
  shelf.number = shelfNumber();
  send(asText(&text));  // FLOW
  send(asText(&title)); // NO-FLOW
  send(asText(&card));  // FLOW
  send(asText(&shelf)); // NO-FLOW
}

void neverSuch() {
  TextMessage text;
  const Message* message = &text;
  std::string name = enteredName();
  if (dynamic_cast<const NumberMessage*>(message))
    send(name); // NO-FLOW
  if (dynamic_cast<const TextMessage*>(message))
    send(name); // FLOW
}

void askedTwice(const Message* message) {
  std::string name;
  if (dynamic_cast<const TextMessage*>(message))
    name = enteredName();
  if (!dynamic_cast<const TextMessage*>(message))
    send(name); // NO-FLOW
  if (dynamic_cast<const NumberMessage*>(message))
    send(name); // FLOW
}

// What is being made or destroyed is of the class whose constructor or destructor runs.
struct Form {
  std::string text;
  Form() { fill(); }
  virtual ~Form() { note(); }
  virtual void fill() { text = "blank"; }
  virtual void note() {}
};

struct NameForm : Form {
  void fill() override { text = enteredName(); }
};

struct FilledForm : Form {
  FilledForm() { fill(); }
  void fill() override { text = enteredName(); }
};

void whileMade() {
  NameForm blank;
  send(blank.text); // NO-FLOW
  blank.fill();
  send(blank.text); // FLOW
  FilledForm filled;
  send(filled.text); // FLOW
}

} // namespace features
