// std::string: built, cut, searched, assigned and emptied; its parts and copies.
#include "library.h"

#include <string>
#include <utility>

namespace features {

void built() {
  std::string line = "to: ";
  send(line); // NO-FLOW
  line += enteredEmail();
  send(line); // FLOW
  std::string copy(line, 4);
  send(copy); // FLOW
  line.clear();
  send(line); // NO-FLOW
  line.append("desk").push_back('!');
  send(line); // NO-FLOW
  line.insert(0, enteredEmail());
  send(line); // FLOW
  line.assign("none");
  send(line); // NO-FLOW
}

void parts() {
  std::string email = enteredEmail(), title = "title";
  send(email.substr(0, 3));                      // FLOW
  send(title.substr(0, 3));                      // NO-FLOW
  send(email[0]);                                // FLOW
  send(email.at(1));                             // FLOW
  send(email.back());                            // FLOW
  send(email.c_str());                           // FLOW
  send(email.data());                            // FLOW
  send(std::string(email.begin(), email.end())); // FLOW
}

void asked() {
  std::string email = enteredEmail();
  send(email.size());          // NO-FLOW
  send(email.find('@'));       // NO-FLOW
  send(email.empty() ? 1 : 0); // NO-FLOW
  send(email == "a" ? 1 : 0);  // NO-FLOW
  send(email.compare("a"));    // NO-FLOW
}

void numbers() {
  std::string text = std::to_string(scannedCard());
  send(text);                          // FLOW
  send(std::stoi(text));               // FLOW
  send(std::to_string(shelfNumber())); // NO-FLOW
}

void replaced() {
  std::string text = "dear NAME";
  text.replace(5, 4, enteredName());
  send(text); // FLOW
  std::string email = enteredEmail();
  email.erase();
  send(email); // NO-FLOW
  std::string kept = enteredEmail();
  kept.resize(3);
  send(kept); // FLOW
}

void moved() {
  std::string email = enteredEmail();
  std::string other = std::move(email);
  send(other); // FLOW
  send(email); // NO-FLOW
  std::string a = enteredEmail(), b = "b";
  std::swap(a, b);
  send(a); // NO-FLOW
  send(b); // FLOW
  a.swap(b);
  send(a); // FLOW
  send(b); // NO-FLOW
}

void written() {
  std::string text(8, '.');
  text[0] = enteredEmail()[0];
  send(text); // FLOW
  std::string other(8, '.');
  for (char& letter : other)
    letter = enteredEmail()[2];
  send(other); // FLOW
  std::string plain(8, '.');
  send(plain); // NO-FLOW
}

void wide() {
  std::string joined = std::string("a") + 'b' + enteredEmail() + "c";
  send(joined); // FLOW
  joined = std::string("a") + 'b' + "c";
  send(joined); // NO-FLOW
}

} // namespace features
