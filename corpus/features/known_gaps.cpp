// What is not right yet and has no place in another file, a few lines of each kind.
#include "library.h"

#include <map>
#include <string>

namespace features {

void notInTheMap() {
  std::map<std::string, int> floors{{"hall", 0}, {"attic", 3}};
  std::string text;
  if (floors.find("cellar") != floors.end())
    text = enteredName();
  send(text); // NO-FLOW known-gap: that a map does not have a key is not known
}

} // namespace features
