// RUN: circumspect check %s -- -std=c++20 -I%S/include | FileCheck --allow-empty %s
// CHECK-NOT: error:
// CHECK-NOT: warning:
// UI-1: a new user goes to the consortium's register: the limited set, and the e-mail address only
// if the user wanted it there.

#include "partners.h"

namespace ils {

class Registration {
public:
  explicit Registration(Consortium& consortium) : consortium_(consortium) {}

  void submit(const Patron& patron) {
    store("name", patron.name);
    store("address", patron.address);
    store("phone", patron.phone);
    store("birthdate", patron.birthdate);
    if (patron.hasConsented())
      store("email", patron.email);
  }

private:
  void store(const char* column, const std::string& value) {
    if (!value.empty())
      consortium_.storeUser(column, value);
  }

  Consortium& consortium_;
};

void registerUser(Consortium& consortium, std::string name, std::string card) {
  Patron patron(std::move(name), std::move(card));
  patron.recordConsent();
  Registration(consortium).submit(patron);
}

void registerAll(Consortium& consortium, const std::vector<Patron>& patrons) {
  Registration registration(consortium);
  for (const Patron& patron : patrons)
    registration.submit(patron);
}

} // namespace ils
