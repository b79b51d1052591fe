// Objects that the library constructs where they will be: as the constructor does, argument by
// argument.
#include "library.h"

#include <any>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

namespace features {

class Command {
public:
  virtual ~Command() = default;
  virtual void execute() = 0;
};

class Publish : public Command {
public:
  explicit Publish(std::string text) : text_(std::move(text)) {}
  void execute() override {
    send(text_); // FLOW
  }

private:
  std::string text_;
};

class Note {
public:
  explicit Note(std::string text, std::string title = "note")
      : text(std::move(text)), title(std::move(title)) {}
  std::string text, title;
  int pages = 1;
};

void commands() {
  std::vector<std::unique_ptr<Command>> queue;
  queue.push_back(std::make_unique<Publish>(enteredEmail()));
  for (auto& command : queue)
    command->execute();
}

void members() {
  auto note = std::make_unique<Note>(enteredEmail());
  send(note->text);  // FLOW
  send(note->title); // NO-FLOW
  auto titled = std::make_shared<Note>("text", enteredEmail());
  send(titled->title); // FLOW
  send(titled->text);  // NO-FLOW
}

struct Login {
  std::string user;
};

struct Closing {};

struct Describe {
  std::string operator()(const Login& login) const { return "login of " + login.user; }
  std::string operator()(const Closing&) const { return "closing"; }
};

void alternatives() {
  std::variant<Login, Closing> event = Login{enteredEmail()};
  send(std::visit(Describe{}, event)); // FLOW
  std::variant<Login, Closing> other = Login{catalogueTitle()};
  send(std::visit(Describe{}, other)); // NO-FLOW
  std::variant<int, std::string> byIndex(std::in_place_index<1>, enteredEmail());
  send(std::get<1>(byIndex)); // FLOW
  std::any any(std::in_place_type<std::string>, enteredEmail());
  send(std::any_cast<std::string>(any)); // FLOW
}

struct Visit {
  std::string who;
  int pages;
  Visit(std::string name, int count) : who(std::move(name)), pages(count) {}
};

void keptByOthers() {
  std::map<int, Visit> visits;
  visits.try_emplace(1, enteredName(), 3);
  send(visits.at(1).who);   // FLOW
  send(visits.at(1).pages); // NO-FLOW
  std::variant<int, Visit> either;
  either.emplace<Visit>(enteredName(), 3);
  send(std::get<Visit>(either).who);   // FLOW
  send(std::get<Visit>(either).pages); // NO-FLOW
  auto any = std::make_any<Visit>(enteredName(), 3);
  send(std::any_cast<Visit&>(any).who);   // FLOW
  send(std::any_cast<Visit&>(any).pages); // NO-FLOW
}

struct Card {
  std::string name;
  int visits;
  Card(std::string n, int v) : name(std::move(n)), visits(v) {}
};

class Remark {
public:
  Remark(const std::string& text) : text_(text) {}
  const std::string& text() const { return text_; }

private:
  std::string text_;
};

void underAKey() {
  std::map<int, Card> cards;
  cards.emplace(std::piecewise_construct, std::forward_as_tuple(1),
                std::forward_as_tuple(enteredName(), 2));
  send(cards.at(1).name);   // FLOW
  send(cards.at(1).visits); // NO-FLOW
  std::string mail = enteredEmail();
  std::map<std::string, Remark> notes;
  notes.emplace("one", mail);
  notes.emplace("other", "a title");
  send(notes.at("one").text());   // FLOW
  send(notes.at("other").text()); // NO-FLOW
}

class Recorder : public Command {
public:
  explicit Recorder(std::string& to) : to_(to) {}
  void execute() override { to_ = enteredEmail(); }

private:
  std::string& to_;
};

void asItsBase() {
  std::string mail, other;
  std::vector<std::unique_ptr<Command>> commands;
  std::map<int, std::unique_ptr<Command>> never;
  commands.emplace_back(std::make_unique<Recorder>(mail));
  never.emplace(1, std::make_unique<Recorder>(other));
  for (auto& command : commands)
    command->execute();
  send(mail);  // FLOW
  send(other); // NO-FLOW
}

} // namespace features
