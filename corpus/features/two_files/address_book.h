// What both files of this program share: a class whose methods are in one and whose users in the
// other.
#pragma once

#include "library.h"

namespace features {

class AddressBook {
public:
  void add(const std::string& email, int shelf);
  std::string email() const;
  int shelf() const;
  inline void forget();

private:
  std::string email_;
  int shelf_ = 0;
};

inline void AddressBook::forget() {
  email_.clear();
}

inline std::string quoted(const std::string& text) {
  return '"' + text + '"';
}

template <class T> T first(const T& one, const T&) {
  return one;
}

void publish(const std::string& text);
void publishTitle(const std::string& text);
std::string currentEmail();
std::string currentTitle();

extern std::string sharedNote;
extern std::string sharedTitle;

} // namespace features
