// Notices, newsletters and appeals: by e-mail, by text message, and on paper.
#pragma once

#include "../core/patron.h"

#include <map>
#include <string>
#include <vector>

namespace lectern {

/// What kind of e-mail it is; each can be stopped by itself.
enum class List { Events, NewBooks, Appeals };

/// Who stopped what.
class Subscriptions {
public:
  bool stopped(const Patron& patron, List list) const;
  bool stopped(const Donor& donor, List list) const;
};

/// Sends e-mails, each to the person whom it is about.
class Mailer {
public:
  void notify(const std::string& to, const std::string& text); ///< about loans and holds
  void newsletter(const std::string& to,
                  const std::string& text);                    ///< about services and initiatives
  void appeal(const std::string& to, const std::string& text); ///< a request for support
  void onBehalfOf(const std::string& organisation, const std::string& to, const std::string& text);
};

/// The company that sends text messages.
class TextMessages {
public:
  bool isUnderContract() const;
  void send(const std::string& number, const std::string& text);
};

/// The company that prints and posts letters.
class PrintHouse {
public:
  bool isUnderContract() const;
  void notice(const std::string& address, const std::string& text);
  void appeal(const std::string& address, const std::string& text);
};

class Notices {
public:
  Notices(Mailer& mailer, TextMessages& texts, PrintHouse& printer)
      : mailer_(mailer), texts_(texts), printer_(printer) {}

  void overdue(const Patron& patron);
  void overdueByText(const Patron& patron);
  void ready(const Patron& patron, const Hold& hold, int number);

private:
  Mailer& mailer_;
  TextMessages& texts_;
  PrintHouse& printer_;
};

class Outreach {
public:
  Outreach(Mailer& mailer, PrintHouse& printer, const Subscriptions& subscriptions)
      : mailer_(mailer), printer_(printer), subscriptions_(subscriptions) {}

  void newsletter(const std::vector<Patron>& patrons, const std::string& text);
  void resend(const std::vector<Patron>& patrons, const std::string& text);
  void appeal(const std::vector<Patron>& patrons);
  void appealToAll(const std::vector<Patron>& patrons);
  void thank(const std::vector<Donor>& donors);
  void appealOnPaper(const std::vector<Donor>& donors);
  void passOn(const std::string& organisation, const std::vector<Donor>& donors);

private:
  Mailer& mailer_;
  PrintHouse& printer_;
  const Subscriptions& subscriptions_;
};

} // namespace lectern
