// What a function does with a constant that its caller passes: which element, which member, which
// class.
#include "library.h"
#include <cstring>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace features {

static std::string at(const std::string* a, int i) {
  return a[i];
}
static std::string atv(const std::vector<std::string>& a, int i) {
  return a[i];
}
static std::string mapped(const std::map<std::string, std::string>& m, const std::string& k) {
  return m.at(k);
}
static const char* named(const char* key, const char* a, const char* b) {
  if (strcmp(key, "email") == 0)
    return a;
  return b;
}
static std::string byName(const std::string& key, const std::string& a, const std::string& b) {
  if (key == "email")
    return a;
  if (key == "title")
    return b;
  return "";
}
enum class Field { Email, Title };
struct Record {
  std::string email, title;
  std::string& operator[](Field f) {
    switch (f) {
    case Field::Email:
      return email;
    default:
      return title;
    }
  }
  std::string* field(const std::string& n) {
    if (n == "email")
      return &email;
    else
      return &title;
  }
};
struct Base {
  virtual ~Base() = default;
  virtual std::string get() = 0;
};
struct A : Base {
  std::string get() override { return enteredEmail(); }
};
struct B : Base {
  std::string get() override { return catalogueTitle(); }
};
static std::unique_ptr<Base> make(int kind) {
  if (kind == 1)
    return std::make_unique<A>();
  return std::make_unique<B>();
}
static Base* makeRaw(const std::string& kind) {
  if (kind == "form")
    return new A;
  return new B;
}
static std::unique_ptr<Base> makeSwitch(Field f) {
  switch (f) {
  case Field::Email:
    return std::make_unique<A>();
  case Field::Title:
    return std::make_unique<B>();
  }
  return nullptr;
}
static void put(std::string* a, int i, const std::string& v) {
  a[i] = v;
}
static std::string* pick(int n, std::string* a, std::string* b) {
  return n > 3 ? a : b;
}
static std::string inner(int n, const std::string& a, const std::string& b) {
  return *pick(n, const_cast<std::string*>(&a), const_cast<std::string*>(&b));
}

void go() {
  std::string a[2] = {enteredEmail(), catalogueTitle()};
  send(at(a, 0)); // FLOW
  send(at(a, 1)); // NO-FLOW
  std::vector<std::string> v{enteredEmail(), catalogueTitle()};
  send(atv(v, 0)); // FLOW
  send(atv(v, 1)); // NO-FLOW
  std::map<std::string, std::string> m;
  m["e"] = enteredEmail();
  m["t"] = catalogueTitle();
  send(mapped(m, "e")); // FLOW
  send(mapped(m, "t")); // NO-FLOW
  std::string e = enteredEmail(), t = catalogueTitle();
  send(named("email", e.c_str(), t.c_str())); // FLOW
  send(named("title", e.c_str(), t.c_str())); // NO-FLOW
  send(byName("email", e, t));                // FLOW
  send(byName("title", e, t));                // NO-FLOW
  Record r;
  r[Field::Email] = enteredEmail();
  r[Field::Title] = catalogueTitle();
  send(r[Field::Email]); // FLOW
  send(r[Field::Title]); // NO-FLOW
  Record q;
  *q.field("email") = enteredEmail();
  *q.field("title") = catalogueTitle();
  send(*q.field("email"));               // FLOW
  send(*q.field("title"));               // NO-FLOW
  send(make(1)->get());                  // FLOW
  send(make(2)->get());                  // NO-FLOW
  send(makeRaw("form")->get());          // FLOW
  send(makeRaw("list")->get());          // NO-FLOW
  send(makeSwitch(Field::Email)->get()); // FLOW
  send(makeSwitch(Field::Title)->get()); // NO-FLOW
  std::string b[3];
  put(b, 0, enteredEmail());
  put(b, 1, catalogueTitle());
  send(b[0]);           // FLOW
  send(b[1]);           // NO-FLOW
  send(b[2]);           // NO-FLOW
  send(inner(5, e, t)); // FLOW
  send(inner(2, e, t)); // NO-FLOW
}
void byCharacters() {
  char name[] = "abc";
  if (name[0] == 'a')
    send(enteredName()); // FLOW
  if (name[1] == 'x')
    send(enteredName()); // NO-FLOW
  name[1] = 'x';
  if (name[1] == 'x')
    send(enteredName()); // FLOW
  const char* mode = "plain";
  if (*mode == 'p')
    send(enteredName()); // FLOW
  if (mode[1] == 'x')
    send(enteredName()); // NO-FLOW
  std::string text = "xyz";
  if (text[0] == 'a')
    send(enteredName()); // NO-FLOW
  text[0] = 'a';
  if (text[0] == 'a')
    send(enteredName()); // FLOW
}

void byNumbers() {
  const double share = 0.5;
  if (share > 1)
    send(enteredName()); // NO-FLOW
  if (share * 4 == 2)
    send(enteredName()); // FLOW
  const int whole = static_cast<int>(2.5);
  if (whole == 2)
    send(enteredName()); // FLOW
  const auto byte = static_cast<unsigned char>(300);
  if (byte == 44)
    send(enteredName()); // FLOW
  if (byte == 300)
    send(enteredName()); // NO-FLOW
}

} // namespace features
