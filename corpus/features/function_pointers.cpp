// Pointers to functions and to members: what is called is decided by the value that reaches the
// call.
#include "library.h"

namespace features {

static int same(int number) {
  return number;
}
static int none(int) {
  return 0;
}
static void report(int number) {
  send(number); // FLOW
}
static void reportPlain(int number) {
  send(number); // NO-FLOW
}

using Convert = int (*)(int);

void called() {
  Convert convert = same;
  send(convert(scannedCard())); // FLOW
  convert = &none;
  send((*convert)(scannedCard())); // NO-FLOW
}

static int applied(Convert convert, int number) {
  return convert(number);
}

void passed() {
  send(applied(same, scannedCard())); // FLOW
  send(applied(none, scannedCard())); // NO-FLOW
  send(applied(same, shelfNumber())); // NO-FLOW
}

struct Entry {
  const char* name;
  void (*run)(int);
};

static const Entry table[] = {{"report", report}, {"plain", reportPlain}};

void tables() {
  table[0].run(scannedCard());
  table[1].run(shelfNumber());
  Convert converts[2] = {none, same};
  send(converts[1](scannedCard())); // FLOW
  send(converts[0](scannedCard())); // NO-FLOW
}

static Convert chosen(bool isKept) {
  return isKept ? same : none;
}

void returned() {
  send(chosen(true)(scannedCard()));  // FLOW
  send(chosen(false)(scannedCard())); // NO-FLOW
}

struct Desk {
  int card = 0;
  int shelf = 0;
  int cardNumber() const { return card; }
  int shelfNumber() const { return shelf; }
  void keep(int number) { card = number; }
  virtual ~Desk() = default;
  virtual int shown() const { return shelf; }
};
struct OpenDesk : Desk {
  int shown() const override { return card; }
};

void memberFunctions() {
  Desk desk;
  void (Desk::*keep)(int) = &Desk::keep;
  (desk.*keep)(scannedCard());
  int (Desk::*get)() const = &Desk::cardNumber;
  send((desk.*get)()); // FLOW
  get = &Desk::shelfNumber;
  send((desk.*get)()); // NO-FLOW
  Desk* pointer = &desk;
  send((pointer->*(&Desk::cardNumber))()); // FLOW
}

void virtualMembers() {
  OpenDesk open;
  Desk desk;
  open.card = desk.card = scannedCard();
  int (Desk::*shown)() const = &Desk::shown;
  send((open.*shown)()); // FLOW
  send((desk.*shown)()); // NO-FLOW
}

void dataMembers() {
  Desk desk;
  int Desk::* where = &Desk::card;
  desk.*where = scannedCard();
  send(desk.card);   // FLOW
  send(desk.*where); // FLOW
  send(desk.shelf);  // NO-FLOW
  where = &Desk::shelf;
  send(desk.*where); // NO-FLOW
}

static int read(const Desk& desk, int Desk::* member) {
  return desk.*member;
}

void dataMembersPassed() {
  Desk desk;
  desk.card = scannedCard();
  send(read(desk, &Desk::card));  // FLOW
  send(read(desk, &Desk::shelf)); // NO-FLOW
}

} // namespace features
