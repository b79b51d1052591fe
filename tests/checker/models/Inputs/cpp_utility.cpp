// Pairs, tuples, optional, variant, any and expected.
#include "people.h"
#include <any>
#include <array>
#include <expected>
#include <optional>
#include <tuple>
#include <utility>
#include <variant>

void values(const Person& p) {
  std::string a = p.name, b = "x";
  std::swap(a, b);
  out(a);
  out(b); // reaches patron.name
  out(std::exchange(b, "y")); // reaches patron.name
  out(b);
  a = p.email;
  b = std::move(a);
  out(b); // reaches patron.email
  out(std::as_const(b)); // reaches patron.email
  out(std::forward<std::string>(b)); // reaches patron.email
  out((a < b) + (a == b) + ((a <=> b) == 0));
}

void pairs(const Person& p) {
  std::pair<std::string, std::string> a(p.name, "x"), b, c("x", p.email.c_str()), d(std::pair<const char*, std::string>("x", p.name));
  out(a.first); // reaches patron.name
  out(a.second);
  out(c.first);
  out(c.second); // reaches patron.email
  out(d.second); // reaches patron.name
  out(d.first);
  b = a;
  out(b.first); // reaches patron.name
  b.swap(c);
  out(b.second); // reaches patron.email
  out(b.first);
  auto e = std::make_pair(p.pin, p.branch);
  out(e.first); // reaches patron.pin
  out(e.second);
  auto [f, g] = e;
  out(f); // reaches patron.pin
  out(g);
  out(std::get<0>(a)); // reaches patron.name
  out(std::get<1>(a));
  a.second = p.email;
  out(std::get<1>(a)); // reaches patron.email
  std::string x, y;
  std::tie(x, y) = a;
  out(x); // reaches patron.name
  out(y); // reaches patron.email
}

void tuples(const Person& p) {
  std::tuple<std::string, int, std::string> a(p.name, p.branch, "x"), b(a), c;
  out(std::get<0>(a)); // reaches patron.name
  out(std::get<1>(a));
  out(std::get<2>(a));
  auto& [d, e, f] = a;
  out(d); // reaches patron.name
  out(e);
  out(f);
  f = p.email;
  out(std::get<2>(a)); // reaches patron.email
  c = a;
  out(std::get<0>(c)); // reaches patron.name
  std::tuple<const char*, int> literals("x", 1);
  std::tuple<std::string, int> converted(literals);
  out(std::get<0>(converted));
  auto g = std::make_tuple(p.pin, p.branch);
  out(std::get<0>(g)); // reaches patron.pin
  out(std::get<1>(g));
  int pin, branch;
  std::tie(pin, branch) = g;
  out(pin); // reaches patron.pin
  out(branch);
  std::apply([](int first, int second) {
    out(first); // reaches patron.pin
    out(second);
  }, g);
  out(std::get<0>(std::tuple_cat(g, g))); // reaches patron.pin
  auto h = std::forward_as_tuple(p.name, p.branch);
  out(std::get<0>(h)); // reaches patron.name
  out(std::get<1>(h));
  std::array<int, 2> numbers{p.pin, p.branch};
  auto [i, j] = numbers;
  out(i); // reaches patron.pin
  out(j);
}

std::optional<std::string> find(const Person& p, bool wanted) {
  if (wanted)
    return p.name;
  return std::nullopt;
}

void optionals(const Person& p, const std::optional<Person>& given) {
  std::optional<std::string> a = p.name, b, c = "x", d = std::nullopt, e(std::in_place, p.email), f(a);
  out(*a); // reaches patron.name
  out(*c);
  out(*e); // reaches patron.email
  out(f.value()); // reaches patron.name
  b = p.name;
  out(b.value()); // reaches patron.name
  b = "x";
  out(b.value());
  b = p.name.c_str();
  out(b->c_str()); // reaches patron.name
  b = std::nullopt;
  out(*b);
  b.emplace(p.email);
  out(*b); // reaches patron.email
  out(b.value_or("x")); // reaches patron.email
  out(d.value_or(p.name)); // reaches patron.name
  out(d.value_or(p.name.c_str())); // reaches patron.name
  b.swap(d);
  out(*d); // reaches patron.email
  out(*b);
  d.reset();
  out(*d);
  d = a;
  d = std::optional<const char*>("x");
  std::optional<const char*> literal("x");
  std::optional<std::string> converted(literal);
  out(*converted);
  out(a.has_value() + (a ? 1 : 0));
  out(*find(p, true)); // reaches patron.name
  out(given->email); // reaches patron.email
  out(given->branch);
  out(*given); // reaches patron.name patron.email patron.pin
  std::optional<Person> person = p;
  out(person->email); // reaches patron.email
  person->email = "x";
  out(person->email);
  out(*std::make_optional(p.name)); // reaches patron.name
  out(a.transform([](const std::string& name) { return name; }).value()); // reaches patron.name
  a.and_then([](const std::string& name) {
    out(name); // reaches patron.name
    return std::optional<int>();
  });
}

void variants(const Person& p) {
  std::variant<int, std::string> a = p.name, b, c = 3;
  out(std::get<1>(a)); // reaches patron.name
  out(std::get<std::string>(a)); // reaches patron.name
  out(*std::get_if<1>(&a)); // reaches patron.name
  out(*std::get_if<std::string>(&a)); // reaches patron.name
  out(std::get<int>(c));
  a = 3;
  out(std::get<0>(a));
  a.emplace<1>(p.email);
  std::visit([](const auto& each) { out(each); }, a); // reaches patron.email
  b.swap(a);
  out(std::get<1>(b)); // reaches patron.email
  out(std::get<0>(a));
  out(static_cast<int>(b.index()) + std::holds_alternative<int>(b));
}

void anything(const Person& p) {
  std::any a = p.name, b, c(a);
  out(std::any_cast<std::string>(a)); // reaches patron.name
  out(*std::any_cast<std::string>(&c)); // reaches patron.name
  b = p.email;
  out(std::any_cast<const std::string&>(b)); // reaches patron.email
  b.swap(a);
  out(std::any_cast<std::string>(b)); // reaches patron.name
  b.reset();
  out(std::any_cast<std::string>(b));
  b.emplace<std::string>(p.email);
  out(std::any_cast<std::string>(b)); // reaches patron.email
  b = a;
  b.has_value(), b.type();
  out(std::any_cast<std::string>(std::make_any<std::string>(p.name))); // reaches patron.name
}

std::expected<std::string, std::string> ask(const Person& p, bool well) {
  if (well)
    return p.name;
  return std::unexpected(p.email);
}

void expectations(const Person& p) {
  auto a = ask(p, p.branch > 0);
  out(*a); // reaches patron.name
  out(a.value()); // reaches patron.name
  out(a->c_str()); // reaches patron.name
  out(a.error()); // reaches patron.email
  out(a.value_or("x")); // reaches patron.name
  out(a.has_value() + (a ? 1 : 0));
  std::expected<std::string, std::string> b, c;
  b = p.name;
  out(*b); // reaches patron.name
  out(b.error());
  b = std::unexpected<std::string>(p.email);
  out(b.error()); // reaches patron.email
  out(*b);
  b.swap(c);
  std::unexpected<std::string> u(p.name);
  out(u.error()); // reaches patron.name
}

void inPlace(const Person& p) {
  std::variant<int, std::string> byIndex(std::in_place_index<1>, p.name), byType(std::in_place_type<std::string>, p.name);
  out(std::get<1>(byIndex)); // reaches patron.name
  out(std::get<1>(byType));  // reaches patron.name
  std::any any(std::in_place_type<std::string>, p.email);
  out(std::any_cast<std::string>(any)); // reaches patron.email
}
