// A base of an object is assigned, and nothing else of it; an array is given by a pointer to its first element.
#include "library.h"

#include <cstring>
#include <string>

namespace {
using namespace features;

struct Shelf {
  std::string label = "a";
};
struct Borrowing : Shelf {
  std::string reader;
};
struct Range {
  int from, to;
};
struct Marked : Range {
  int card;
};
} // namespace

void assignedThroughBase() {
  Borrowing loan;
  loan.label = enteredEmail();
  loan.reader = enteredEmail();
  static_cast<Shelf&>(loan) = Shelf();
  send(loan.reader); // FLOW
  send(loan.label);  // NO-FLOW
  loan = Borrowing();
  send(loan.reader); // NO-FLOW
}

void assignedThroughPointer() {
  Marked marked{{1, 2}, scannedCard()};
  *static_cast<Range*>(&marked) = Range{0, 0};
  send(marked.card); // FLOW
  marked = Marked{{1, 2}, 3};
  send(marked.card); // NO-FLOW
}

namespace {
void assign(Shelf& to, const Shelf& from) {
  to = from;
}
} // namespace

void assignedByCallee() {
  Borrowing loan;
  loan.reader = enteredEmail();
  Shelf shelf;
  shelf.label = enteredEmail();
  assign(loan, Shelf());
  send(loan.reader); // FLOW
  send(loan.label);  // NO-FLOW
  assign(loan, shelf);
  send(loan.label); // FLOW
}

int sumOf(const int* numbers, int count); // not seen

void arrayGivenAway() {
  int with[3] = {0, scannedCard(), 0}, without[3] = {0, 1, 2};
  send(sumOf(with, 3));    // FLOW
  send(sumOf(without, 3)); // NO-FLOW
  with[1] = 0;
  send(sumOf(with, 3)); // NO-FLOW
}
