// Programmes of the library: who registers, who comes, and the pictures that are taken.
#pragma once

#include "../core/patron.h"

#include <optional>
#include <string>
#include <vector>

namespace lectern {

/// Somebody who wants to come. Children are registered by a guardian.
struct Registration {
  Patron visitor;
  std::string programme;
  std::string needs; ///< a ramp, a sign-language interpreter
  bool hasCome = false;
};

/// The list at the door, for whoever leads the programme.
class DoorList {
public:
  void add(const std::string& line);
};

/// A speaker, a troupe, a school of cooking: whoever gives the programme.
class Presenter {
public:
  bool isUnderContract() const;
  void sendList(const std::string& list);
};

/// The library's page on a social network.
class SocialPage {
public:
  void post(const std::string& text);
};

/// Counts for the grant that paid for the programme.
class GrantReport {
public:
  void fill(const std::string& field, std::size_t number);
  void attach(const std::string& document);
};

std::size_t countVisitors(const std::vector<Registration>& registrations);

class Programmes {
public:
  Programmes(DoorList& door, SocialPage& page) : door_(door), page_(page) {}

  void admit(const std::vector<Registration>& registrations);
  void tellPresenter(Presenter& presenter, const std::vector<Registration>& registrations);
  void tellPresenterHowMany(Presenter& presenter, const std::vector<Registration>& registrations);
  void congratulate(const Registration& winner);
  void report(GrantReport& grant, const std::vector<Registration>& registrations);
  void reportWithNames(GrantReport& grant, const std::vector<Registration>& registrations);

private:
  DoorList& door_;
  SocialPage& page_;
};

} // namespace lectern
