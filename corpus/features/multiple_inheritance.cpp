// Multiple and virtual inheritance: each base is a part of its own, reached through either type.
#include "library.h"

namespace features {

struct Addressable {
  std::string email;
  virtual ~Addressable() = default;
  virtual std::string to() const { return email; }
};

struct Shelved {
  int shelf = 0;
  std::string label;
  virtual ~Shelved() = default;
  virtual std::string where() const { return label; }
};

struct HoldNotice : Addressable, Shelved {
  int copies = 1;
};

void partsOfOne() {
  HoldNotice notice;
  notice.email = enteredEmail();
  Addressable& to = notice;
  Shelved& where = notice;
  send(to.email);      // FLOW
  send(to.to());       // FLOW
  send(where.label);   // NO-FLOW
  send(where.where()); // NO-FLOW
  where.label = to.email;
  send(notice.label);  // FLOW
  send(notice.copies); // NO-FLOW
}

void crossCast() {
  HoldNotice notice;
  notice.label = enteredEmail();
  Addressable* to = &notice;
  Shelved* where = dynamic_cast<Shelved*>(to);
  send(where->label); // FLOW
  send(to->email);    // NO-FLOW
}

struct Counted {
  int number = 0;
};
struct Left : virtual Counted {};
struct Right : virtual Counted {};
struct Both : Left, Right {};

void sharedBase() {
  Both both;
  Left& left = both;
  Right& right = both;
  left.number = scannedCard();
  send(right.number); // FLOW
  send(both.number);  // FLOW
}

struct First {
  int number = 0;
};
struct Second {
  int number = 0;
};
struct Pair : First, Second {};

void sameNameInBoth() {
  Pair pair;
  pair.First::number = scannedCard();
  send(pair.First::number);  // FLOW
  send(pair.Second::number); // NO-FLOW
}

struct Reader {
  virtual ~Reader() = default;
  virtual int read() const = 0;
};
struct Writer {
  virtual ~Writer() = default;
  virtual void write(int number) = 0;
};
struct Device : Reader, Writer {
  int kept = 0;
  int read() const override { return kept; }
  void write(int number) override { kept = number; }
};

void throughBothInterfaces() {
  Device device, other;
  Writer& writer = device;
  writer.write(scannedCard());
  const Reader& reader = device;
  send(reader.read()); // FLOW
  const Reader& another = other;
  send(another.read()); // NO-FLOW
}

struct WithCard {
  int card = 0;
};
struct WithShelf {
  int shelf = 0;
};
struct Aggregate : WithCard, WithShelf {
  int copies = 0;
};
struct CardAndShelf : WithCard, WithShelf {
  CardAndShelf(const WithCard& card, const WithShelf& shelf) : WithCard(card), WithShelf(shelf) {}
};
struct CardOnly : WithCard, WithShelf {
  explicit CardOnly(const WithCard& card) : WithCard(card), WithShelf() {}
};

void basesOneByOne() {
  WithCard card{scannedCard()};
  WithShelf shelf{shelfNumber()};
  CardAndShelf both(card, shelf);
  send(both.card);  // FLOW
  send(both.shelf); // NO-FLOW
  Aggregate aggregate{{scannedCard()}, {shelfNumber()}, 3};
  send(aggregate.card);   // FLOW
  send(aggregate.shelf);  // NO-FLOW
  send(aggregate.copies); // NO-FLOW
  CardOnly only(card);
  send(only.card);  // FLOW
  send(only.shelf); // NO-FLOW
}

template <typename... Parts> struct All : Parts... {
  using Parts::operator()...;
};
template <typename... Parts> All(Parts...) -> All<Parts...>;

void lambdasAsBases() {
  int card = scannedCard(), shelf = shelfNumber();
  All all{[card](int) {
            send(card); // FLOW
          },
          [shelf](const char*) {
            send(shelf); // NO-FLOW
          }};
  all(1);
  all("a");
}

} // namespace features
