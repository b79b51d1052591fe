// Branching statements with initialisers and constants: if, switch, loops, goto, the conditional
// operator.
#include "library.h"

#include <map>

namespace features {

void ifWithInitialiser() {
  if (std::string email = enteredEmail(); !email.empty())
    send(email); // FLOW
  if (int shelf = shelfNumber(); shelf > 2)
    send(shelf); // NO-FLOW
  std::map<int, std::string> emails{{1, enteredEmail()}};
  if (auto found = emails.find(1); found != emails.end())
    send(found->second); // FLOW
}

void conditionVariable() {
  if (int card = scannedCard())
    send(card); // FLOW
  while (int shelf = shelfNumber())
    send(shelf); // NO-FLOW
}

void switched(int kind) {
  std::string text;
  switch (int card = scannedCard(); kind) {
  case 1:
    text = enteredEmail();
    break;
  case 2:
    text = "two";
    send(text); // NO-FLOW
    [[fallthrough]];
  case 3:
    send(card); // FLOW
    break;
  default:
    text = "none";
    send(text); // NO-FLOW
  }
  send(text); // FLOW
}

static std::string textFor(int kind) {
  switch (kind) {
  case 1:
    return enteredEmail();
  default:
    return "none";
  }
}

void decidedByConstant() {
  send(textFor(1)); // FLOW
  send(textFor(2)); // NO-FLOW
}

enum class Level { quiet, verbose };

static void log(Level level, const std::string& text) {
  if (level == Level::verbose)
    send(text); // FLOW
  else
    send("quiet"); // NO-FLOW
}

static void logQuietly(Level level, const std::string& text) {
  if (level == Level::verbose)
    send(text); // NO-FLOW
}

void decidedByEnumerator() {
  log(Level::verbose, enteredEmail());
  log(Level::quiet, enteredEmail());
  logQuietly(Level::quiet, enteredEmail());
}

void conditional(bool isFirst) {
  int card = scannedCard(), shelf = shelfNumber();
  send(isFirst ? card : shelf); // FLOW
  send(true ? shelf : card);    // NO-FLOW
  send(isFirst ? shelf : 0);    // NO-FLOW
  send(card ?: shelf);          // FLOW
}

void jumps(int n) {
  int number = scannedCard();
  if (n > 3)
    goto clear;
  send(number); // FLOW
clear:
  number = 0;
  send(number); // NO-FLOW
}

void leftEarly(int n) {
  int number = 0;
  for (int i = 0; i < n; ++i) {
    if (i == 2)
      continue;
    number = scannedCard();
    if (i == 3)
      break;
    number = 0;
  }
  send(number); // FLOW
  do {
    number = shelfNumber();
  } while (number < 3);
  send(number); // NO-FLOW
}

} // namespace features
