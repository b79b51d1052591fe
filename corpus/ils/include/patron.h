// What the library holds about the people who use it and who give to it. Every member that says
// something about a person is classified, so that a checker need not guess from names.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace ils {

/// A registered user.
struct Patron {
  [[clang::annotate("circumspect:data=patron.name")]] std::string name;
  [[clang::annotate("circumspect:data=patron.address")]] std::string address;
  [[clang::annotate("circumspect:data=patron.phone")]] std::string phone;
  [[clang::annotate("circumspect:data=patron.email")]] std::string email;
  [[clang::annotate("circumspect:data=patron.birthdate")]] std::string birthdate;
  [[clang::annotate("circumspect:data=patron.barcode")]] std::string barcode;
  [[clang::annotate("circumspect:data=patron.username")]] std::string username;
  [[clang::annotate("circumspect:data=patron.pin")]] std::string pin;
  [[clang::annotate("circumspect:data=circulation.history")]] std::vector<std::string> borrowed;
  int homeBranch = 0;
  bool isRegistered = false;

  Patron(std::string fullName, std::string card)
      : name(std::move(fullName)), barcode(std::move(card)) {}

  /// The signed form is in the cabinet.
  [[clang::annotate("circumspect:guard=written-permission")]] bool hasWrittenPermission() const {
    return permissionOnFile_;
  }

  /// The box on the registration form is ticked.
  [[clang::annotate("circumspect:guard=consent")]] bool hasConsented() const { return consented_; }

  void recordPermission() { permissionOnFile_ = true; }
  void recordConsent() { consented_ = true; }

private:
  bool permissionOnFile_ = false;
  bool consented_ = false;
};

/// Someone who gives money or books.
struct Donor {
  [[clang::annotate("circumspect:data=donor.identity")]] std::string name;
  [[clang::annotate("circumspect:data=donor.gift")]] std::string gift;
  int year = 0;
};

} // namespace ils
