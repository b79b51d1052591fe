// Boost's small values and texts.
#include "people.h"
#include <boost/algorithm/string.hpp>
#include <boost/any.hpp>
#include <boost/format.hpp>
#include <boost/lexical_cast.hpp>
#include <boost/make_shared.hpp>
#include <boost/optional.hpp>
#include <boost/scoped_ptr.hpp>
#include <boost/shared_ptr.hpp>
#include <boost/variant.hpp>
#include <boost/weak_ptr.hpp>
#include <fstream>
#include <iostream>
#include <sstream>
#include <vector>

void holds(const Person& p) {
  boost::optional<std::string> name(p.name), none, empty(boost::none), copy(name);
  out(*name); // reaches patron.name
  out(name->c_str()); // reaches patron.name
  out(name.value()); // reaches patron.name
  out(name.get()); // reaches patron.name
  out(*name.get_ptr()); // reaches patron.name
  out(none.value_or("x"));
  out(copy.value_or("x")); // reaches patron.name
  copy = boost::none;
  out(copy.value_or("x"));
  copy = name;
  out(*copy); // reaches patron.name
  copy = p.email;
  out(*copy); // reaches patron.email
  copy.reset();
  out(copy.value_or("x"));
  if (copy)
    out(copy.is_initialized());
  out(*boost::make_optional(p.name)); // reaches patron.name

  boost::variant<int, std::string> either(p.email), other, same(either);
  out(boost::get<std::string>(either)); // reaches patron.email
  out(*boost::get<std::string>(&same)); // reaches patron.email
  other = p.pin;
  out(boost::get<int>(other)); // reaches patron.pin
  other = p.branch;
  out(boost::get<int>(other));
  other = either;
  boost::apply_visitor([](const auto& value) { out(value); }, other); // reaches patron.email
  out(other.which());

  boost::any any(p.name), nothing;
  out(boost::any_cast<std::string>(any)); // reaches patron.name
  out(*boost::any_cast<std::string>(&any)); // reaches patron.name
  any = p.branch;
  out(boost::any_cast<int>(any));
}

void points(const Person& p) {
  boost::shared_ptr<std::string> made = boost::make_shared<std::string>(p.name), none, copy(made);
  out(*made); // reaches patron.name
  out(copy->c_str()); // reaches patron.name
  none = copy;
  out(*none.get()); // reaches patron.name
  boost::weak_ptr<std::string> weak(made);
  out(*weak.lock()); // reaches patron.name
  made.reset(), made.reset(new std::string("x"));
  out(*made);
  boost::scoped_ptr<std::string> scoped(new std::string(p.email)), other;
  out(*scoped); // reaches patron.email
  out(scoped->c_str()); // reaches patron.email
  out(scoped.get()->c_str()); // reaches patron.email
  scoped.reset(), scoped.reset(new std::string("x"));
}

void formats(const Person& p) {
  out((boost::format("%1% %2%") % p.name % p.branch).str()); // reaches patron.name
  out((boost::format("%1%") % p.branch).str());
  out(boost::str(boost::format("%s") % p.email.c_str())); // reaches patron.email
  boost::format f("%1%");
  f % p.pin;
  std::cout << f; // reaches patron.pin
  std::ofstream("x") << f; // reaches patron.pin
  std::ostringstream memory;
  memory << f;
  out(memory.str()); // reaches patron.pin
  f.clear();
  std::cout << f;
  out(boost::lexical_cast<std::string>(p.pin)); // reaches patron.pin
  out(boost::lexical_cast<int>(p.name)); // reaches patron.name
  out(boost::lexical_cast<std::string>(p.branch));
  int number;
  boost::conversion::try_lexical_convert(p.name, number);
  out(number); // reaches patron.name
}

void texts(const Person& p) {
  std::string name = p.name, text = "x";
  out(boost::to_upper_copy(name)); // reaches patron.name
  out(boost::to_lower_copy(text));
  boost::to_upper(name), boost::trim(name);
  out(name); // reaches patron.name
  out(boost::trim_copy(name)); // reaches patron.name
  out(boost::replace_all_copy(text, "x", p.email)); // reaches patron.email
  out(boost::replace_first_copy(name, "x", "y")); // reaches patron.name
  boost::replace_all(text, "x", p.name);
  out(text); // reaches patron.name
  boost::replace_first(name, "x", p.email);
  out(name); // reaches patron.name patron.email
  std::vector<std::string> parts, none;
  boost::split(parts, p.name, boost::is_any_of(" "));
  out(parts[0]); // reaches patron.name
  out(boost::join(parts, ",")); // reaches patron.name
  boost::split(parts, "a b", boost::is_space());
  out(boost::join(parts, ","));
  out(boost::starts_with(name, "x") + boost::ends_with(name, "x") + boost::iequals(name, "x") + boost::contains(name, "x"));
  out(boost::istarts_with(name, "x") + boost::iends_with(name, "x") + boost::icontains(name, "x") + boost::equals(name, "x"));
  boost::to_lower(name), boost::trim_left(name), boost::trim_right(name), boost::trim_if(name, boost::is_digit());
  boost::erase_all(name, "x"), boost::trim_left_copy(name), boost::trim_right_copy(name), boost::erase_all_copy(name, "x");
  boost::trim_copy_if(name, boost::is_digit());
}
