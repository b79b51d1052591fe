// Members that are containers or wrappers, and are said to hold data: whatever the program puts
// into them is that data, wherever it comes from. A constant that it puts there is not.
#include "library.h"

#include <array>
#include <deque>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <unordered_map>
#include <variant>

using namespace features;

std::string fromElsewhere(); // says nothing about anybody
std::vector<std::string> manyFromElsewhere();
int numberFromElsewhere();

namespace {

struct Desk {
  [[DATA("patron.name")]] std::vector<std::string> queue;
  [[DATA("patron.name")]] std::list<std::string> waiting;
  [[DATA("patron.name")]] std::deque<std::string> served;
  [[DATA("patron.name")]] std::set<std::string> banned;
  [[DATA("patron.name")]] std::array<std::string, 3> seats;
  [[DATA("patron.email")]] std::map<std::string, std::string> addresses;
  [[DATA("circulation.hold")]] std::map<int, std::vector<std::string>> holds;
  [[DATA("patron.email")]] std::unordered_map<int, std::string> byNumber;
  [[DATA("patron.name")]] std::optional<std::string> current;
  [[DATA("patron.barcode")]] std::variant<int, std::string> card;
  [[DATA("patron.name")]] std::pair<std::string, int> last;
  [[DATA("patron.name")]] std::unique_ptr<std::string> owned;
  [[DATA("patron.name")]] std::shared_ptr<std::string> shared;
  [[DATA("patron.barcode")]] int cards[3];
  std::vector<std::string> notices;
};

void sequences() {
  Desk d;
  d.queue.push_back(fromElsewhere());
  send(d.queue[0]); // FLOW
  d.waiting.push_front(fromElsewhere());
  for (const std::string& name : d.waiting)
    send(name); // FLOW
  d.served.emplace_back(fromElsewhere());
  send(d.served.front()); // FLOW
  d.banned.insert(fromElsewhere());
  send(*d.banned.begin()); // FLOW
  d.seats[1] = fromElsewhere();
  send(d.seats[1]); // FLOW
  d.cards[2] = numberFromElsewhere();
  send(d.cards[2]); // FLOW
  d.notices.push_back(fromElsewhere());
  send(d.notices[0]); // NO-FLOW
}

void filledAtOnce() {
  Desk d;
  d.queue = manyFromElsewhere();
  send(d.queue[0]); // FLOW
  Desk e;
  std::vector<std::string> names = manyFromElsewhere();
  e.queue.insert(e.queue.end(), names.begin(), names.end());
  send(e.queue[0]); // FLOW
  send(names[0]);   // NO-FLOW
  Desk f;
  f.queue.resize(2);
  for (std::string& name : f.queue)
    name = fromElsewhere();
  send(f.queue[1]); // FLOW
}

void maps() {
  Desk d;
  d.addresses["front"] = fromElsewhere();
  send(d.addresses["front"]); // FLOW
  d.holds[7].push_back(fromElsewhere());
  send(d.holds[7][0]); // FLOW
  d.byNumber.emplace(1, fromElsewhere());
  send(d.byNumber.at(1)); // FLOW
  Desk e;
  e.byNumber.insert({3, fromElsewhere()});
  send(e.byNumber.find(3)->second); // FLOW
}

void wrappers() {
  Desk d;
  d.current = fromElsewhere();
  send(*d.current); // FLOW
  d.card = fromElsewhere();
  send(std::get<std::string>(d.card)); // FLOW
  d.last.first = fromElsewhere();
  send(d.last.first); // FLOW
  d.owned = std::make_unique<std::string>(fromElsewhere());
  send(*d.owned); // FLOW
  d.shared = std::make_shared<std::string>(fromElsewhere());
  send(*d.shared); // FLOW
  Desk e;
  e.owned = std::make_unique<std::string>();
  *e.owned = fromElsewhere();
  send(*e.owned); // FLOW known-gap: what is written later through a pointer that owns it
}

void addToQueue(std::vector<std::string>& queue) {
  queue.push_back(fromElsewhere());
}

void inCallees() {
  Desk d;
  addToQueue(d.queue);
  send(d.queue[0]); // FLOW
  std::vector<std::string> queue;
  addToQueue(queue);
  send(queue[0]); // NO-FLOW
}

void constants() {
  Desk d;
  d.queue.push_back("nobody");
  send(d.queue[0]); // NO-FLOW
  d.addresses["desk"] = "desk@library.example";
  send(d.addresses["desk"]); // NO-FLOW
  d.owned = std::make_unique<std::string>("nobody");
  send(*d.owned); // NO-FLOW
  d.current = "nobody";
  send(*d.current); // NO-FLOW
}

} // namespace

void annotatedContainers() {
  sequences();
  filledAtOnce();
  maps();
  wrappers();
  inCallees();
  constants();
}
