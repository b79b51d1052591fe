// Smart pointers: unique_ptr, shared_ptr and weak_ptr lead to what they own; sharing is aliasing,
// moving leaves nothing.
#include "library.h"

#include <memory>
#include <utility>
#include <vector>

namespace features {

struct Row {
  Row() = default;
  Row(std::string address, int number) : email(std::move(address)), shelf(number) {}
  std::string email;
  int shelf = 0;
};

void unique() {
  auto row = std::make_unique<Row>(enteredEmail(), 1);
  send(row->email);       // FLOW
  send(row->shelf);       // NO-FLOW
  send((*row).email);     // FLOW
  send(row.get()->email); // FLOW
  auto other = std::move(row);
  send(other->email); // FLOW
  send(other->shelf); // NO-FLOW
  other.reset();
  other = std::make_unique<Row>();
  send(other->email); // NO-FLOW
}

void shared() {
  auto row = std::make_shared<Row>();
  auto same = row;
  auto other = std::make_shared<Row>();
  row->email = enteredEmail();
  send(same->email);  // FLOW
  send(same->shelf);  // NO-FLOW
  send(other->email); // NO-FLOW
  same->email = "";
  send(row->email);      // NO-FLOW
  send(row.use_count()); // NO-FLOW
}

void weak() {
  auto row = std::make_shared<Row>();
  std::weak_ptr<Row> seen = row;
  row->email = enteredEmail();
  if (auto locked = seen.lock()) {
    send(locked->email); // FLOW
    send(locked->shelf); // NO-FLOW
  }
}

void fromRaw() {
  std::unique_ptr<Row> row(new Row(enteredEmail(), 1));
  send(row->email); // FLOW
  send(row->shelf); // NO-FLOW
  Row* raw = row.release();
  send(raw->email); // FLOW
  row.reset(new Row("desk", 2));
  send(row->email); // NO-FLOW
  std::shared_ptr<Row> owner(raw);
  send(owner->email); // FLOW
}

void arrays() {
  auto numbers = std::make_unique<int[]>(3);
  numbers[1] = scannedCard();
  send(numbers[1]); // FLOW
  auto plain = std::make_unique<int[]>(3);
  send(plain[1]); // NO-FLOW
}

static std::unique_ptr<Row> made(const std::string& email) {
  auto row = std::make_unique<Row>();
  row->email = email;
  return row;
}

void returned() {
  send(made(enteredEmail())->email); // FLOW
  send(made("desk")->email);         // NO-FLOW
  auto row = made(enteredEmail());
  send(row->email); // FLOW
  send(row->shelf); // NO-FLOW
}

class Owner {
public:
  Owner() : row_(std::make_unique<Row>()) {}
  void fill() { row_->email = enteredEmail(); }
  const Row& row() const { return *row_; }

private:
  std::unique_ptr<Row> row_;
};

void owned() {
  Owner owner, other;
  owner.fill();
  send(owner.row().email); // FLOW
  send(owner.row().shelf); // NO-FLOW
  send(other.row().email); // NO-FLOW
}

void inContainer() {
  std::vector<std::shared_ptr<Row>> rows;
  auto row = std::make_shared<Row>();
  rows.push_back(row);
  row->email = enteredEmail();
  send(rows[0]->email); // FLOW
  send(rows[0]->shelf); // NO-FLOW
}

struct Base {
  virtual ~Base() = default;
  virtual std::string text() const { return "base"; }
};
struct Derived : Base {
  std::string text() const override { return enteredEmail(); }
  int card = scannedCard();
};

void casts() {
  std::shared_ptr<Base> base = std::make_shared<Derived>();
  send(base->text()); // FLOW
  auto derived = std::dynamic_pointer_cast<Derived>(base);
  send(derived->card); // FLOW
  std::shared_ptr<Base> plain = std::make_shared<Base>();
  send(plain->text()); // NO-FLOW
}

class Node : public std::enable_shared_from_this<Node> {
public:
  std::string email;
  std::shared_ptr<Node> self() { return shared_from_this(); }
};

void fromThis() {
  auto node = std::make_shared<Node>();
  node->email = enteredEmail();
  send(node->self()->email); // FLOW
}

void withDeleter() {
  auto release = [](Row* row) { delete row; };
  std::unique_ptr<Row, decltype(release)> row(new Row(enteredEmail(), 1), release);
  send(row->email); // FLOW
  send(row->shelf); // NO-FLOW
}

struct Keeper {
  std::string* log;
  void operator()(std::string* text) const {
    *log += *text;
    delete text;
  }
};

void deletersRun() {
  std::string log, kept, plain, nothing;
  {
    auto keep = [&log](std::string* text) {
      log += *text;
      delete text;
    };
    std::unique_ptr<std::string, decltype(keep)> text(new std::string(enteredEmail()), keep);
    send(log); // NO-FLOW
  }
  send(log); // FLOW
  {
    std::unique_ptr<std::string, Keeper> email(new std::string(enteredEmail()), Keeper{&kept});
    std::unique_ptr<std::string, Keeper> title(new std::string("t"), Keeper{&plain});
    std::unique_ptr<std::string, Keeper> none(nullptr, Keeper{&nothing});
  }
  send(kept);    // FLOW
  send(plain);   // NO-FLOW
  send(nothing); // NO-FLOW
}

struct Closer {
  void operator()(std::string* text) const { delete text; }
};

void statelessDeleter() {
  std::unique_ptr<std::string, Closer> email(new std::string(enteredEmail()));
  send(*email); // FLOW
}

} // namespace features
