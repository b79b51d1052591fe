// Loops that surely run, and as often as is written: what each round writes is replaced.
#include "library.h"
#include <string>

using namespace features;

namespace {
void once() {
  std::string text = enteredEmail(), kept = "none";
  for (int i = 0; i < 1; ++i)
    text = "cleared";
  for (int i = 0; i < 1; ++i)
    kept = enteredEmail();
  send(text); // NO-FLOW
  send(kept); // FLOW
}

void never() {
  std::string text = "none";
  for (int i = 3; i < 3; ++i)
    text = enteredEmail();
  send(text); // NO-FLOW
}

void whileNotDone(int k) {
  int number = scannedCard(), other = 0;
  bool isDone = false;
  while (!isDone) {
    number = k;
    other = scannedCard();
    isDone = true;
  }
  send(number); // NO-FLOW
  send(other);  // FLOW
}

void eachElement() {
  std::string texts[3] = {enteredEmail(), "a", enteredEmail()};
  std::string others[3] = {"a", "b", "c"};
  for (int i = 0; i < 3; ++i)
    texts[i] = "cleared";
  for (auto& text : others)
    text = enteredEmail();
  send(texts[0]);  // NO-FLOW
  send(texts[2]);  // NO-FLOW
  send(others[1]); // FLOW
}

void notEach() {
  std::string texts[3] = {enteredEmail(), enteredEmail(), enteredEmail()};
  for (int i = 0; i < 2; ++i)
    texts[i] = "cleared";
  send(texts[1]); // NO-FLOW
  send(texts[2]); // FLOW
}

// It may leave in the middle.
void perhaps(int k) {
  std::string texts[2] = {enteredEmail(), enteredEmail()};
  for (int i = 0; i < 2; ++i) {
    if (i == k)
      break;
    texts[i] = "cleared";
  }
  send(texts[0]); // FLOW
}

void nested() {
  int table[2][2] = {{scannedCard(), 0}, {0, scannedCard()}}, sum = 0, other = 0;
  for (int i = 0; i < 2; ++i)
    for (int j = 0; j < 2; ++j)
      sum += table[i][j];
  for (int i = 0; i < 2; ++i)
    other += table[i][1 - i];
  send(sum);   // FLOW
  send(other); // NO-FLOW
}

void lastRound() {
  std::string last;
  const std::string names[] = {enteredEmail(), "b"};
  for (int i = 0; i < 2; ++i)
    last = names[i];
  send(last); // NO-FLOW
}
} // namespace

void run(int k) {
  once();
  never();
  whileNotDone(k);
  eachElement();
  notEach();
  perhaps(k);
  nested();
  lastRound();
}
