#include "interlibrary.h"

#include "../core/log.h"

namespace lectern {

static std::string escaped(const std::string& text) {
  std::string result;
  for (char c : text)
    switch (c) {
    case '<':
      result += "&lt;";
      break;
    case '&':
      result += "&amp;";
      break;
    default:
      result += c;
    }
  return result;
}

NcipMessage& NcipMessage::add(const std::string& element, const std::string& value) {
  text_ += "<" + element + ">" + escaped(value) + "</" + element + ">";
  return *this;
}

std::string NcipMessage::finish(const std::string& service) const {
  return text_ + "</" + service + "></NCIPMessage>";
}

// LR-1: the lender learns which book, and under which number we wait for it.
bool InterlibraryDesk::request(int number, const std::string& isbn) {
  NcipMessage message("RequestItem");
  message.add("RequestIdentifierValue", std::to_string(number)).add("ItemIdentifierValue", isbn);
  return lender_.send(message.finish("RequestItem"));
}

// SA-2 lets staff disclose what the user's request needs; LR-3 and UI-3 know no such thing.
bool InterlibraryDesk::requestByName(const Patron& patron, const std::string& isbn) {
  if (!patron.requested())
    return false;
  NcipMessage message("RequestItem");
  message.add("ItemIdentifierValue", isbn).add("GivenName", patron.name);
  // CHECK: interlibrary.cpp:[[#@LINE+1]]:{{.*}}[conflict: {{.*}}LR-3
  return lender_.send(message.finish("RequestItem"));
}

// LR-3, UI-3, SA-2: with the user's own form, to a library that has signed the agreement.
bool InterlibraryDesk::requestWithForm(const Patron& patron, const std::string& isbn) {
  if (!patron.signedRelease() || !lender_.isUnderContract()) {
    log().info("an interlibrary request waits for its form");
    return false;
  }
  NcipMessage message("RequestItem");
  message.add("ItemIdentifierValue", isbn).add("UserIdentifierValue", patron.barcode);
  return lender_.send(message.finish("RequestItem"));
}

// "LookupUser" answers with everything that the schema has room for.
bool InterlibraryDesk::lookUpUser(const Patron& patron) {
  NcipMessage message("LookupUserResponse");
  message.add("UserIdentifierValue", patron.barcode)
      .add("UnstructuredPersonalUserName", patron.name)
      .add("ElectronicAddressData", patron.email)
      .add("DateOfBirth", patron.birthdate);
  for (const Loan& loan : patron.loans)
    message.add("LoanedItem", loan.title);
  // CHECK: interlibrary.cpp:[[#@LINE+1]]:{{.*}}[violation: LR-1, LR-3, UI-3, SA-2]
  return lender_.send(message.finish("LookupUserResponse"));
}

} // namespace lectern
