// What the feature files share: records about patrons, classified member by member, and ways out of
// the library to which no category of patron data may go. Whatever comes out of a source below and
// reaches `send` is a violation of the shipped policy; how it gets there is the feature that a file
// is about.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace features {

#define DATA(term) clang::annotate("circumspect:data=" term)
#define TO_ANALYTICS                                                                               \
  clang::annotate("circumspect:sink=third-party.analytics,action=disclose,purpose=analytics,"      \
                  "channel=network.encrypted")

/// What a patron has at home.
struct Loan {
  [[DATA("circulation.loan")]] std::string title;
  int branch = 0;
  int daysLeft = 0;
};

/// A registered user.
struct Patron {
  [[DATA("patron.name")]] std::string name;
  [[DATA("patron.email")]] std::string email;
  [[DATA("patron.phone")]] std::string phone;
  [[DATA("patron.barcode")]] long barcode = 0;
  [[DATA("patron.pin")]] char pin[8] = {};
  [[DATA("circulation.fine")]] int centsOwed = 0;
  [[DATA("nothing")]] std::string language; ///< of the notices; says nothing about a person here
  int homeBranch = 0;
  std::vector<Loan> loans;

  [[clang::annotate("circumspect:guard=consent")]] bool hasConsented() const;
};

/// What a form, a card reader and a catalogue give: the first three are about a person.
[[DATA("patron.email")]] std::string enteredEmail();
[[DATA("patron.name")]] const char* enteredName();
[[DATA("patron.barcode")]] int scannedCard();
std::string catalogueTitle();
int shelfNumber();

/// The way out: a company that measures the use of web sites.
[[TO_ANALYTICS]] void send(const std::string& text);
[[TO_ANALYTICS]] void send(std::string_view text);
[[TO_ANALYTICS]] void send(const char* text);
[[TO_ANALYTICS]] void send(char letter);
[[TO_ANALYTICS]] void send(int number);
[[TO_ANALYTICS]] void send(long number);
[[TO_ANALYTICS]] void send(unsigned long number);
[[TO_ANALYTICS]] void send(double number);

/// As `send`, with all that is in a record.
[[TO_ANALYTICS]] void sendRecord(const Patron& patron);

} // namespace features
