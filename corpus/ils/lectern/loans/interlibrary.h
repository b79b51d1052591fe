// Interlibrary loan, by NCIP: a request for a user goes to another library.
#pragma once

#include "../core/patron.h"

#include <string>

namespace lectern {

/// A message of the NISO Circulation Interchange Protocol (Z39.83), an element after the other.
class NcipMessage {
public:
  explicit NcipMessage(const std::string& service) : text_("<NCIPMessage><" + service + ">") {}

  NcipMessage& add(const std::string& element, const std::string& value);
  std::string finish(const std::string& service) const;

private:
  std::string text_;
};

/// The other library.
class LendingLibrary {
public:
  bool isUnderContract() const;
  bool send(const std::string& message);
};

class InterlibraryDesk {
public:
  explicit InterlibraryDesk(LendingLibrary& lender) : lender_(lender) {}

  bool request(int number, const std::string& isbn);
  bool requestByName(const Patron& patron, const std::string& isbn);
  bool requestWithForm(const Patron& patron, const std::string& isbn);
  bool lookUpUser(const Patron& patron);

private:
  LendingLibrary& lender_;
};

} // namespace lectern
