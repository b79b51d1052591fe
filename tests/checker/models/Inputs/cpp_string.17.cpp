// What C++20 writes by means of == and <=>.
#include "people.h"
#include <string>
#include <string_view>

void differs(const Person& p) {
  std::string email = p.email, key = "email", other = "title";
  std::string_view view = "email";
  if (key != other)
    out(email); // reaches patron.email
  if (key != "email")
    out(email);
  if ("email" != key)
    out(email);
  if (view != "email")
    out(email);
  if ("email" == key)
    out(email); // reaches patron.email
  if ("title" == key)
    out(email);
}
