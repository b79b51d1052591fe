// Streams: what is written into a string stream comes out of it, line by line and word by word.
#include "library.h"

#include <fstream>
#include <iomanip>
#include <iostream>
#include <sstream>

namespace features {

void written() {
  std::ostringstream out, plain;
  out << "to: " << enteredEmail() << '\n';
  plain << "to: " << std::setw(3) << shelfNumber() << std::endl;
  send(out.str());   // FLOW
  send(plain.str()); // NO-FLOW
  out.str("");
  send(out.str()); // NO-FLOW
  out << std::hex << scannedCard();
  send(out.str()); // FLOW
}

void readBack() {
  std::istringstream in(enteredEmail() + " 3"), plain("a 3");
  std::string word, other;
  int number = 0;
  in >> word >> number;
  plain >> other;
  send(word);  // FLOW
  send(other); // NO-FLOW
  std::string line;
  std::getline(plain, line);
  send(line); // NO-FLOW
  while (std::getline(in, line))
    send(line); // FLOW
}

struct Row {
  std::string email;
  int shelf = 0;
};

std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.email << ';' << row.shelf;
}
std::istream& operator>>(std::istream& in, Row& row) {
  return in >> row.email >> row.shelf;
}

void ownOperators() {
  std::stringstream stream, plain;
  stream << Row{enteredEmail(), 1};
  plain << Row{"desk", 2};
  send(stream.str()); // FLOW
  send(plain.str());  // NO-FLOW
  Row row;
  stream >> row;
  send(row.email); // FLOW
  Row other;
  plain >> other;
  send(other.email); // NO-FLOW
}

static void print(std::ostream& out, const std::string& text) {
  out << '[' << text << ']';
}

void passed() {
  std::ostringstream out, plain;
  print(out, enteredEmail());
  print(plain, "desk");
  send(out.str());   // FLOW
  send(plain.str()); // NO-FLOW
}

void members() {
  std::ostringstream out;
  out.put('a').write("bc", 2);
  send(out.str()); // NO-FLOW
  std::string email = enteredEmail();
  out.write(email.data(), static_cast<std::streamsize>(email.size()));
  send(out.str());               // FLOW
  send(out.tellp() > 3 ? 1 : 0); // NO-FLOW
  std::istringstream in(email);
  char letter = 0;
  in.get(letter);
  send(letter); // FLOW
  std::istringstream fixed("abc");
  fixed.get(letter);
  send(letter); // NO-FLOW
}

void files() {
  std::ifstream in("titles.txt");
  std::string title;
  std::getline(in, title);
  send(title); // NO-FLOW
  std::stringstream all;
  all << in.rdbuf();
  send(all.str()); // NO-FLOW
}

} // namespace features
