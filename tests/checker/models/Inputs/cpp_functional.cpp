// Callables: held, bound, referred to.
#include "people.h"
#include <functional>

static void show(const std::string& text) {
  out(text); // reaches patron.name
}

static void show_two(const std::string& text, int number) {
  out(text);   // reaches patron.name
  out(number);
}

struct Desk {
  void serve(const Person& p) { out(p.email); } // reaches patron.email
  std::string nameOf(const Person& p) const { return p.name; }
  std::string held;
};

void functions(const Person& p) {
  std::function<void(const std::string&)> f = show, g, h(f), k = nullptr;
  f(p.name);
  g = show;
  g(p.name);
  h(p.name);
  h = f;
  h.swap(g);
  k = nullptr;
  std::function<std::string(const Person&)> name = [](const Person& q) { return q.name; };
  out(name(p)); // reaches patron.name
  std::string email = p.email;
  std::function<std::string()> captured = [email] { return email; };
  out(captured()); // reaches patron.email
  std::function<void(int)> number = [](int n) { out(n); }; // reaches patron.pin
  number(p.pin);
  out(f ? 1 : 0);
}

void bound(const Person& p) {
  auto a = std::bind(show, p.name);
  a();
  auto b = std::bind_front(show, p.name);
  b();
  Desk desk;
  auto c = std::bind(&Desk::serve, &desk, std::placeholders::_1);
  c(p);
  out(std::mem_fn(&Desk::nameOf)(desk, p)); // reaches patron.name
  out(std::invoke(&Desk::nameOf, desk, p)); // reaches patron.name
  out(std::invoke([](const Person& q) { return q.email; }, p)); // reaches patron.email
  std::invoke(show_two, p.name, p.branch);
  auto d = std::not_fn([](const std::string& text) {
    out(text); // reaches patron.name
    return true;
  });
  d(p.name);
}

static void showLast(int, int, int, const std::string& text) {
  out(text); // reaches patron.name
}

static void showFirst(const std::string& text, int, int, const std::string&) {
  out(text);
}

static std::string second(const std::string&, const std::string& text) { return text; }

void placed(const Person& p) {
  using namespace std::placeholders;
  std::bind(showLast, _2, _3, _4, _1)(p.name, 1, 2, 3);
  std::bind(showFirst, _4, 1, _2, _1)(p.name, 1, 2, "x");
  std::bind_front(showLast, 1, 2)(3, p.name);
  std::bind_front(showFirst, "x", 2, 3)(p.name);
  std::bind_front(showFirst, "x", 2, 3, p.name)();
  out(std::bind_front(second, p.name)("x"));
  out(std::bind_front(second, "x")(p.email)); // reaches patron.email
}

void references(const Person& p) {
  std::string text = "x";
  std::reference_wrapper<std::string> r(text), q = std::ref(text);
  r.get() = p.name;
  out(text); // reaches patron.name
  std::string& back = q;
  back = "x";
  out(text);
  text = p.name;
  out(std::cref(text).get()); // reaches patron.name
  auto callable = [](const std::string& each) { out(each); }; // reaches patron.name
  std::reference_wrapper<decltype(callable)> call(callable);
  call(p.name);
  out(static_cast<int>(std::hash<std::string>()(p.name))); // reaches pseudonym.digest
}
