// Conditions over texts and optionals of which it is known what they hold, and over those that changed since.
#include "library.h"
#include <iostream>
#include <optional>
#include <string>
#include <string_view>

using namespace features;

void fill(std::string& to);
void setIt(std::optional<int>& to);

void knownTexts() {
  std::string none, s = "a.b";
  if (!none.empty())
    send(enteredName()); // NO-FLOW
  if (s.size() > 5)
    send(enteredName()); // NO-FLOW
  if (s.find('z') != std::string::npos)
    send(enteredName()); // NO-FLOW
  if (s.find('.') != std::string::npos)
    send(enteredName()); // FLOW
  if (s.find("b") == 2)
    send(enteredName()); // FLOW
  s = s.empty() ? enteredEmail() : "b";
  send(s); // NO-FLOW
  std::string_view v = "abc";
  v.remove_prefix(1);
  if (v.size() == 2)
    send(enteredName()); // FLOW
}

void changedTexts(int n) {
  std::string line, word, filled, grown, shrunk = "ab", erased = "ab", cut = "ab";
  std::getline(std::cin, line);
  if (!line.empty())
    send(enteredName()); // FLOW
  std::cin >> word;
  if (word.size() > 3)
    send(enteredName()); // FLOW
  fill(filled);
  if (!filled.empty())
    send(enteredName()); // FLOW
  for (int i = 0; i < n; ++i)
    grown.push_back('x');
  if (!grown.empty())
    send(enteredName()); // FLOW
  shrunk.pop_back();
  if (shrunk == "a")
    send(enteredName()); // FLOW
  erased.erase(1);
  if (erased.size() == 1)
    send(enteredName()); // FLOW
  cut.resize(1);
  if (cut.size() == 1)
    send(enteredName()); // FLOW
}

void optionals(std::optional<int> given) {
  std::optional<int> none, one = 1, set, emptied = 2;
  if (none)
    send(enteredName()); // NO-FLOW
  if (!one)
    send(enteredName()); // NO-FLOW
  if (given)
    send(enteredName()); // FLOW
  if (!given)
    send(enteredName()); // FLOW
  setIt(set);
  if (set)
    send(enteredName()); // FLOW
  emptied.reset();
  if (!emptied.has_value())
    send(enteredName()); // FLOW
}

void oneOfTwoNumbers(bool b) {
  int x = b ? 1 : 2;
  if (x > 2)
    send(enteredName()); // NO-FLOW
  if (x > 1)
    send(enteredName()); // FLOW
  if (x + 1 == 3)
    send(enteredName()); // FLOW
}
