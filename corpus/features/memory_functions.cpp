// memcpy and its family: bytes go from one object to another, and the source keeps its own.
#include "library.h"

#include <cstdlib>
#include <cstring>
#include <new>
#include <string>

namespace features {

struct Record {
  int card = 0;
  int shelf = 0;
};

void copied() {
  char buffer[64], other[64] = "desk";
  const char* name = enteredName();
  std::memcpy(buffer, name, sizeof buffer);
  send(buffer); // FLOW
  send(other);  // NO-FLOW
  std::memset(buffer, 0, sizeof buffer);
  send(buffer); // NO-FLOW
}

void structs() {
  Record from, to;
  from.card = scannedCard();
  std::memcpy(&to, &from, sizeof to);
  send(to.card);  // FLOW
  send(to.shelf); // NO-FLOW
}

void moved() {
  char text[32] = {};
  std::strncpy(text, enteredName(), sizeof text - 1);
  std::memmove(text + 1, text, 8);
  send(text + 1); // FLOW
}

void overwritten() {
  Record record;
  record.card = scannedCard();
  Record empty;
  std::memcpy(&record, &empty, sizeof record);
  send(record.card); // NO-FLOW
}

void appended() {
  char text[64] = "to: ";
  std::strcat(text, enteredName());
  send(text); // FLOW
  char plain[64] = "to: ";
  std::strcat(plain, "desk");
  send(plain); // NO-FLOW
}

void duplicated() {
  char* copy = strdup(enteredName());
  send(copy); // FLOW
  std::free(copy);
  char* plain = strdup("desk");
  send(plain); // NO-FLOW
  std::free(plain);
}

void allocated() {
  char* buffer = static_cast<char*>(std::malloc(64));
  char* other = static_cast<char*>(std::malloc(64));
  std::strcpy(buffer, enteredName());
  std::strcpy(other, "desk");
  send(buffer); // FLOW
  send(other);  // NO-FLOW
  buffer = static_cast<char*>(std::realloc(buffer, 128));
  send(buffer); // FLOW
  std::free(buffer);
  std::free(other);
}

void asked() {
  const char* name = enteredName();
  send(std::strlen(name));        // NO-FLOW
  send(std::strcmp(name, "Ann")); // NO-FLOW
}

template <typename T> class OwnVector {
public:
  void push(const T& value) { new (data_ + size_++) T(value); }
  T& operator[](std::size_t i) { return data_[i]; }
  const T* begin() const { return data_; }
  const T* end() const { return data_ + size_; }

private:
  T* data_ = static_cast<T*>(::operator new(10 * sizeof(T)));
  std::size_t size_ = 0;
};

void placedInRawMemory() {
  OwnVector<std::string> names, titles;
  names.push("a");
  names.push(enteredName());
  titles.push("b");
  send(names[1]); // FLOW
  for (const auto& name : names)
    send(name); // FLOW
  for (const auto& title : titles)
    send(title); // NO-FLOW
}

} // namespace features
