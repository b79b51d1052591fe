// Sequences that belong to an object and are filled by its methods: what is told apart where the
// caller pushes, is told apart where a method does.
#include "library.h"

#include <deque>
#include <list>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace features {

class Ledger {
  std::vector<std::string> lines_;

public:
  void enter(const std::string& line) { lines_.push_back(line); }
  void head(const std::string& line) { lines_.insert(lines_.begin(), line); }
  void undo() { lines_.pop_back(); }
  const std::string& first() const { return lines_.front(); }
  const std::string& last() const { return lines_.back(); }
  const std::string& at(int i) const { return lines_[i]; }
};

void ofTexts() {
  Ledger ledger;
  ledger.enter("opened");
  ledger.enter(enteredName());
  send(ledger.first()); // NO-FLOW
  send(ledger.last());  // FLOW
  send(ledger.at(0));   // NO-FLOW
  send(ledger.at(1));   // FLOW
  ledger.head("top");
  send(ledger.at(1)); // NO-FLOW
  send(ledger.at(2)); // FLOW
  ledger.undo();
  send(ledger.last()); // NO-FLOW
}

struct Recent {
  std::deque<std::string> names;
  void see(const std::string& name) {
    names.push_front(name);
    if (names.size() > 2)
      names.pop_back();
  }
};

void bounded() {
  Recent recent;
  recent.see(enteredName());
  send(recent.names.front()); // FLOW
  recent.see("one");
  send(recent.names.front()); // NO-FLOW
  send(recent.names.back());  // FLOW
  recent.see("two");
  send(recent.names.back()); // NO-FLOW
}

std::vector<std::string> underHeading(std::vector<std::string> lines) {
  lines.insert(lines.begin(), "Readers");
  return lines;
}

void givenAsAWhole() {
  std::vector<std::string> lines = underHeading({enteredName(), "closed"});
  send(lines[0]); // NO-FLOW
  send(lines[1]); // FLOW
  send(lines[2]); // NO-FLOW
}

using Field = std::variant<int, std::string>;
struct Row {
  std::vector<Field> fields;
  Row& add(Field field) {
    fields.emplace_back(std::move(field));
    return *this;
  }
};

void chained() {
  Row row;
  row.add(3).add(enteredEmail()).add(4);
  send(std::get<int>(row.fields[0]));         // NO-FLOW
  send(std::get<std::string>(row.fields[1])); // FLOW
  send(std::get<int>(row.fields[2]));         // NO-FLOW
}

// The messages in a box may be for the same receiver.
struct Desk {
  std::string noted, answered;
};
struct Post {
  std::deque<std::pair<Desk*, std::string>> box;
  void drop(Desk& desk, std::string text) { box.emplace_back(&desk, std::move(text)); }
  void deliver() {
    while (!box.empty()) {
      auto [desk, text] = box.front();
      box.pop_front();
      desk->answered = desk->noted;
      desk->noted = text;
    }
  }
};

void twoForOne() {
  Post post, other;
  Desk desk, east, west;
  post.drop(desk, enteredName());
  post.drop(desk, "thanks");
  post.deliver();
  send(desk.answered); // FLOW
  send(desk.noted);    // NO-FLOW
  other.drop(east, enteredName());
  other.drop(west, "thanks");
  other.deliver();
  send(east.noted);    // FLOW
  send(west.answered); // NO-FLOW
  send(west.noted);    // NO-FLOW
}

// The iterators of a list stay with their elements.
void iteratorsOfLists() {
  std::list<std::string> names;
  std::map<std::string, std::list<std::string>::iterator> places;
  names.push_front(enteredName());
  places["reader"] = names.begin();
  names.push_front("desk");
  places["desk"] = names.begin();
  send(*places["reader"]); // FLOW
  send(*places["desk"]);   // NO-FLOW
  names.pop_front();
  send(*places["reader"]); // FLOW
}

// In a tree, elements are of the class that holds them.
class Shelf {
  std::string label_;
  std::vector<std::unique_ptr<Shelf>> parts_;

public:
  explicit Shelf(std::string label) : label_(std::move(label)) {}
  Shelf& add(std::string label) {
    parts_.push_back(std::make_unique<Shelf>(std::move(label)));
    return *parts_.back();
  }
  std::string all() const {
    std::string text = label_;
    for (const auto& part : parts_)
      text += part->all();
    return text;
  }
};

void trees() {
  Shelf east("east"), west("west");
  east.add("a").add(enteredName());
  east.add("b");
  west.add("c").add("d");
  send(east.all()); // FLOW
  send(west.all()); // NO-FLOW
}

} // namespace features
