// Letters and e-mails, and the company that prints the letters.
#pragma once

#include <string>

namespace ils {

/// Sends an e-mail to the user whom it is about.
class Mailer {
public:
  [[clang::annotate("circumspect:sink=self,action=disclose,purpose=operation.notices,"
                    "channel=email")]]
  void send(const std::string& to, const std::string& body);
};

/// The company that prints and posts for the library.
class PrintHouse {
public:
  /// The confidentiality agreement is signed and has not run out.
  [[clang::annotate("circumspect:guard=contract")]] bool isUnderContract() const;

  [[clang::annotate("circumspect:sink=agent.contractor,action=disclose,"
                    "purpose=operation.notices,channel=post")]]
  void printNotice(const std::string& address, const std::string& text);

  [[clang::annotate("circumspect:sink=agent.contractor,action=disclose,purpose=outreach,"
                    "channel=post")]]
  void printAppeal(const std::string& address, const std::string& text);
};

} // namespace ils
