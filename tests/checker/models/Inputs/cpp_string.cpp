// Strings, their views, and numbers as text.
#include "people.h"
#include <charconv>
#include <string>
#include <string_view>

using namespace std::string_literals;

void constructors(const Person& p) {
  std::string copy(p.name), part(p.name, 1), piece(p.name, 1, 2), range(p.name.begin(), p.name.end()), text(p.name.c_str()),
      start(p.name.c_str(), 2), filled(3, p.name[0]), list{p.name[0], 'b'}, empty, moved(std::move(copy));
  out(part);   // reaches patron.name
  out(piece);  // reaches patron.name
  out(range);  // reaches patron.name
  out(text);   // reaches patron.name
  out(start);  // reaches patron.name
  out(filled); // reaches patron.name
  out(list);   // reaches patron.name
  out(moved);  // reaches patron.name
  out(copy);
  out(empty);
  std::string_view view(p.email), views(p.email.c_str()), viewed(p.email.c_str(), 2), none;
  out(view);   // reaches patron.email
  out(views);  // reaches patron.email
  out(viewed); // reaches patron.email
  out(none);
  out(std::string(view)); // reaches patron.email
}

void assignments(const Person& p) {
  std::string a, b, c, d, e, f, g, h;
  a = p.name;
  out(a); // reaches patron.name
  a = "nobody";
  out(a);
  b = p.name.c_str();
  out(b); // reaches patron.name
  c = p.name[0];
  out(c); // reaches patron.name
  d.assign(p.name);
  out(d); // reaches patron.name
  d.assign("nobody");
  out(d);
  e.assign(p.name.c_str(), 2);
  out(e); // reaches patron.name
  e.assign(2, 'x');
  out(e);
  f.assign(p.name.begin(), p.name.end());
  out(f); // reaches patron.name
  g.assign(p.name, 1, 2);
  out(g); // reaches patron.name
  std::string_view view = p.email;
  h = view;
  out(h); // reaches patron.email
  h.clear();
  out(h);
  h = p.name;
  a.swap(h);
  out(a); // reaches patron.name
  out(h);
  std::string j = a, k = "x";
  k = std::move(j);
  out(k); // reaches patron.name
  out(j);
  k.erase();
  out(k);
  k.assign(std::move(a));
  out(k); // reaches patron.name
  out(a);
}

void joins(const Person& p) {
  std::string a, b, c, d, e, f;
  a += p.name;
  out(a); // reaches patron.name
  b += p.name.c_str();
  out(b); // reaches patron.name
  c += p.name[0];
  out(c); // reaches patron.name
  d.append(p.name).append("x").append(2, 'x');
  out(d); // reaches patron.name
  e.append(p.name.c_str(), 3);
  out(e); // reaches patron.name
  f.push_back(p.name[0]);
  out(f); // reaches patron.name
  f.pop_back();
  out(p.name + p.email);         // reaches patron.name patron.email
  out(p.name + "x");             // reaches patron.name
  out("x" + p.name);             // reaches patron.name
  out("x" + std::string("y"));
  out("x"s + p.name.c_str());    // reaches patron.name
  out(p.name.c_str() + "x"s);    // reaches patron.name
  out('x' + p.name + 'y');       // reaches patron.name
}

void edits(const Person& p) {
  std::string a = "x", b = "x", c = "x", d = "x";
  a.insert(0, p.name);
  out(a); // reaches patron.name
  b.insert(0, p.name.c_str());
  out(b); // reaches patron.name
  b.insert(b.begin(), 'x');
  c.replace(0, 1, p.name);
  out(c); // reaches patron.name
  d.replace(0, 1, p.name.c_str());
  out(d); // reaches patron.name
  d.resize(9, 'x'), d.resize(2), d.reserve(3), d.shrink_to_fit();
  d.erase(0, 1);
  d.erase(d.begin());
  out(d); // reaches patron.name
  d.replace(d.begin(), d.begin() + 1, p.email);
  out(d); // reaches patron.name patron.email
  d.replace(d.begin(), d.end(), "x");
  out(d);
  d = p.name, d.erase(d.begin(), d.end());
  out(d);
  d = p.name, d.replace(d.begin(), d.end(), p.email);
  out(d); // reaches patron.email
  d[0] = 'x';
  std::string e = "x";
  e[0] = p.name[0];
  out(e); // reaches patron.name
  std::string f = "x";
  f.at(0) = p.email[0];
  out(f); // reaches patron.email
  std::string g = "x";
  for (char& each : g)
    each = p.email[1];
  out(g); // reaches patron.email
  std::string h = "x";
  h.back() = p.email[0];
  out(h); // reaches patron.email
  std::string j = "x";
  j.front() = p.email[0];
  out(j); // reaches patron.email
}

void parts(const Person& p) {
  out(p.name.substr(1));      // reaches patron.name
  out(p.name.c_str());        // reaches patron.name
  out(p.name.data());         // reaches patron.name
  out(p.name[0]);             // reaches patron.name
  out(p.name.at(0));          // reaches patron.name
  out(p.name.front());        // reaches patron.name
  out(*p.name.begin());       // reaches patron.name
  out(*p.name.cbegin());      // reaches patron.name
  out(*p.name.rbegin());      // reaches patron.name
  out(*p.name.crbegin());     // reaches patron.name
  p.name.end(), p.name.cend(), p.name.rend(), p.name.crend();
  char buffer[10];
  p.name.copy(buffer, 3);
  out(buffer); // reaches patron.name
  std::string_view view = p.name;
  out(view.substr(1));        // reaches patron.name
  out(view.data());           // reaches patron.name
  out(view[0]);               // reaches patron.name
  out(view.at(0));            // reaches patron.name
  out(view.front());          // reaches patron.name
  out(view.back());           // reaches patron.name
  out(*view.begin());         // reaches patron.name
  out(*view.cbegin());        // reaches patron.name
  out(*view.rbegin());        // reaches patron.name
  out(*view.crbegin());       // reaches patron.name
  view.end(), view.cend(), view.rend(), view.crend();
  view.remove_prefix(1), view.remove_suffix(1);
  out(view);                  // reaches patron.name
  view.copy(buffer, 1);
  out(buffer);                // reaches patron.name
  std::string_view other;
  other.swap(view);
  out(other);                 // reaches patron.name
  out(view);
}

void measures(const Person& p) {
  std::string_view v = p.name;
  out(static_cast<int>(p.name.size() + p.name.length() + p.name.capacity() + p.name.max_size()));
  out(p.name.empty() + p.name.compare("x") + (p.name == "x") + p.name.starts_with("x") + p.name.ends_with("x"));
  out(static_cast<int>(p.name.find("x") + p.name.rfind("x") + p.name.find_first_of("x") + p.name.find_last_of("x")));
  out(static_cast<int>(p.name.find_first_not_of("x") + p.name.find_last_not_of("x")));
  out(static_cast<int>(v.size() + v.length() + v.max_size()));
  out(v.empty() + v.compare("x") + v.starts_with("x") + v.ends_with("x"));
  out(static_cast<int>(v.find("x") + v.rfind("x") + v.find_first_of("x") + v.find_last_of("x")));
  out(static_cast<int>(v.find_first_not_of("x") + v.find_last_not_of("x")));
  p.name.get_allocator();
}

void numbers(const Person& p) {
  out(std::to_string(p.pin)); // reaches patron.pin
  std::to_wstring(p.pin);
  out(std::stoi(p.name));     // reaches patron.name
  out(std::stol(p.name));     // reaches patron.name
  out(std::stoul(p.name));    // reaches patron.name
  out(std::stoll(p.name));    // reaches patron.name
  out(std::stoull(p.name));   // reaches patron.name
  out(std::stof(p.name));     // reaches patron.name
  out(std::stod(p.name));     // reaches patron.name
  out(std::stold(p.name));    // reaches patron.name
  char buffer[20];
  std::to_chars(buffer, buffer + 20, p.pin);
  out(buffer); // reaches patron.pin
  int number = 0;
  std::from_chars(p.name.data(), p.name.data() + 3, number);
  out(number); // reaches patron.name
}

void decides(const Person& p) {
  std::string email = p.email, key = "email", other = "title";
  std::string_view view = "email";
  if (key == other)
    out(email);
  if (key == "email")
    out(email); // reaches patron.email
  if (key == "title")
    out(email);
  if (view == "email")
    out(email); // reaches patron.email
  if (view == "title")
    out(email);
  if (key.compare(other) == 0)
    out(email);
  if (key.compare("email") == 0)
    out(email); // reaches patron.email
  if (view.compare("title") == 0)
    out(email);
  if (view.compare(std::string_view("email")) == 0)
    out(email); // reaches patron.email
}
