// Strings and streams of a standard library that is declared only, as classes that are no instances
// of templates.
#include "declared_std.h"

namespace features {

void assigned() {
  std::string name = enteredName(), title = "title", copy = name;
  send(copy); // FLOW
  copy = title;
  send(copy); // NO-FLOW
  copy = name;
  send(copy); // FLOW
  copy = "title";
  send(copy); // NO-FLOW
  name.clear();
  send(name);          // NO-FLOW
  send(title.c_str()); // NO-FLOW
}

void letters() {
  std::string name = enteredName(), filled(3, char(scannedCard())), dashes(3, '-');
  send(filled); // FLOW
  send(dashes); // NO-FLOW
  std::string appended, listed;
  appended.append(name.begin(), name.end());
  send(appended); // FLOW
  listed.append({'x', char(scannedCard())});
  send(listed); // FLOW
  dashes.append({'x', 'y'});
  send(dashes); // NO-FLOW
}

void streams() {
  std::stringstream out, title;
  out << "a" << enteredName();
  title << "a" << 3;
  send(out.str());   // FLOW
  send(title.str()); // NO-FLOW
  out.swap(title);
  send(out.str());   // NO-FLOW
  send(title.str()); // FLOW
  std::stringstream in{std::string(enteredName())}, words{std::string("x")};
  send(in.str());    // FLOW
  send(words.str()); // NO-FLOW
}

} // namespace features
