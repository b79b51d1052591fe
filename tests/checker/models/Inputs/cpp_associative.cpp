// Maps and sets.
#include "people.h"
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <vector>

template <typename Map> void maps(const Person& p) {
  Map list{{"name", p.name}}, empty, range(list.begin(), list.end()), copied(list), moved(std::move(copied));
  out(list.begin()->second); // reaches patron.name
  out(list.begin()->first);
  out(range.begin()->second); // reaches patron.name
  out(moved.cbegin()->second); // reaches patron.name
  out(empty.begin()->second);
  empty = {{p.email, "x"}};
  out(empty.begin()->second);
  out(empty.begin()->first); // reaches patron.email
  empty.clear();
  out(empty.begin()->first);
  empty.insert({"name", p.name});
  out(empty.find("name")->second); // reaches patron.name
  empty.insert({{"name", p.email}, {"x", "y"}});
  out((*empty.begin()).second); // reaches patron.name patron.email
  Map a, b, c, d;
  a.insert(list.begin(), list.end());
  for (const auto& [key, value] : a) {
    out(key);
    out(value); // reaches patron.name
  }
  b.insert(b.begin(), {"name", p.name});
  for (auto& pair : b)
    out(pair.second); // reaches patron.name
  c.emplace("name", p.name);
  out(c.equal_range("name").first->second); // reaches patron.name
  out(c.equal_range("name").second->second); // reaches patron.name
  d.swap(c);
  out(d.find("name")->second); // reaches patron.name
  out(c.find("name")->second);
  c.merge(d);
  out(c.begin()->second); // reaches patron.name
  out(c.erase(c.begin())->second); // reaches patron.name
  c.erase("name");
  c.end(), c.cend();
  out(static_cast<int>(c.size() + c.max_size() + c.count("x")) + c.empty() + c.contains("x"));
  a = b;
  out(a.begin()->second); // reaches patron.name
  b = std::move(a);
}

template <typename Map> void single(const Person& p) {
  Map m;
  m["name"] = p.name;
  m["branch"] = "x";
  out(m["name"]); // reaches patron.name
  out(m["branch"]);
  out(m.at("name")); // reaches patron.name
  out(m.at("branch"));
  out(m.find("name")->second); // reaches patron.name
  out(m.find("branch")->second);
  out(m[p.email]); // reaches patron.name
  m["name"] = "nobody";
  out(m["name"]);
  Map a, b, c, d;
  a.emplace("name", p.name);
  out(a["name"]); // reaches patron.name
  out(a["branch"]);
  b.try_emplace("name", p.name);
  out(b["name"]); // reaches patron.name
  out(b["branch"]);
  c.insert_or_assign("name", p.name);
  out(c["name"]); // reaches patron.name
  out(c["branch"]);
  d.emplace_hint(d.begin(), "name", p.name);
  out(d["name"]); // reaches patron.name
  d.erase("name");
  out(d["name"]);
  auto [at, isNew] = c.insert({"name", p.name});
  out(at->second); // reaches patron.name
  auto found = c.find("name");
  found->second = p.email;
  out(c["name"]); // reaches patron.email
  c.begin()->second = p.email;
  out(c["other"]); // reaches patron.email
}

template <typename Map> void several(const Person& p) {
  Map m;
  out(m.insert({"name", p.name})->second); // reaches patron.name
  out(m.emplace("name", p.email)->second); // reaches patron.name patron.email
}

template <typename Set> void sets(const Person& p) {
  Set list{p.name}, empty, range(list.begin(), list.end()), a, b;
  out(*list.begin()); // reaches patron.name
  out(*range.cbegin()); // reaches patron.name
  out(*empty.begin());
  for (const std::string& each : list)
    out(each); // reaches patron.name
  a.insert(p.name);
  out(*a.find("x")); // reaches patron.name
  a.insert({p.email, "x"});
  out(*a.begin()); // reaches patron.name patron.email
  b.emplace(p.name);
  b.insert(a.begin(), a.end());
  b.insert(b.begin(), p.email);
  out(*b.begin()); // reaches patron.name patron.email
  out(*b.equal_range("x").first); // reaches patron.name patron.email
  out(*b.erase(b.begin())); // reaches patron.name patron.email
  b.clear();
  out(*b.begin());
  b.swap(a);
  out(*b.begin()); // reaches patron.name patron.email
  out(*a.begin());
  a.merge(b);
  out(*a.begin()); // reaches patron.name patron.email
  a = {p.name};
  a = b;
  a = std::move(b);
  Set copied(a), moved(std::move(a));
  a.erase("x"), a.end(), a.cend();
  out(static_cast<int>(a.size() + a.max_size() + a.count("x")) + a.empty() + a.contains("x"));
}

template <typename Sorted> void sorted(Sorted& s) {
  s.rend(), s.crend(), s.lower_bound("x"), s.upper_bound("x"), s.rbegin(), s.crbegin();
}

template <typename Hashed> void hashed(Hashed& s) {
  s.reserve(1), s.rehash(1), s.bucket_count(), s.load_factor(), s.max_load_factor();
}

void all(const Person& p) {
  std::map<std::string, std::string> m{{"x", p.name}};
  std::multimap<std::string, std::string> mm{{"x", p.name}};
  std::unordered_map<std::string, std::string> u;
  std::unordered_multimap<std::string, std::string> um;
  std::set<std::string> s{p.name};
  std::multiset<std::string> ms;
  std::unordered_set<std::string> us;
  std::unordered_multiset<std::string> ums;
  maps<std::map<std::string, std::string>>(p), maps<std::multimap<std::string, std::string>>(p);
  maps<std::unordered_map<std::string, std::string>>(p), maps<std::unordered_multimap<std::string, std::string>>(p);
  single<std::map<std::string, std::string>>(p), single<std::unordered_map<std::string, std::string>>(p);
  several<std::multimap<std::string, std::string>>(p), several<std::unordered_multimap<std::string, std::string>>(p);
  sets<std::set<std::string>>(p), sets<std::multiset<std::string>>(p);
  sets<std::unordered_set<std::string>>(p), sets<std::unordered_multiset<std::string>>(p);
  sorted(m), sorted(mm), sorted(s), sorted(ms);
  hashed(u), hashed(um), hashed(us), hashed(ums);
  out(m.lower_bound("x")->second); // reaches patron.name
  out(*s.rbegin());                // reaches patron.name
  out(*s.upper_bound("x"));        // reaches patron.name
}

void objects(const Person& p, const std::map<std::string, Person>& people) {
  std::map<std::string, Person> m;
  m["x"] = p;
  out(m["x"].email); // reaches patron.email
  out(m["x"].branch);
  m["y"].email = "nobody";
  out(m["y"].email);
  std::map<int, std::vector<Person>> groups;
  groups[1].push_back(p);
  out(groups[1][0].name); // reaches patron.name
  out(groups[2][0].branch);
  out(people.at("x").email); // reaches patron.email
  out(people.at("x")); // reaches patron.name patron.email patron.pin
  for (const auto& [key, person] : people)
    out(person.name); // reaches patron.name
}

void inLoops(const Person& p, int count) {
  std::map<std::string, std::string> m;
  m["name"] = p.name;
  m["branch"] = "x";
  while (count-- > 0) {
    out(m.at("branch"));
    out(m["name"]); // reaches patron.name
  }
}

struct Visit {
  Visit(std::string who, int pages) : who(who), pages(pages) {}
  std::string who;
  int pages;
};

void piecewise(const Person& p) {
  std::map<int, Visit> a;
  a.emplace(std::piecewise_construct, std::forward_as_tuple(1), std::forward_as_tuple(p.name, 2));
  out(a.at(1).who); // reaches patron.name
  out(a.at(1).pages);
  std::unordered_map<int, Visit> b;
  b.emplace(std::piecewise_construct, std::forward_as_tuple(1), std::forward_as_tuple(p.name, 2));
  out(b.at(1).who); // reaches patron.name
  std::multimap<int, Visit> c;
  c.emplace(std::piecewise_construct, std::forward_as_tuple(1), std::forward_as_tuple(p.name, 2));
  out(c.begin()->second.who); // reaches patron.name
  std::unordered_multimap<int, Visit> d;
  d.emplace(std::piecewise_construct, std::forward_as_tuple(1), std::forward_as_tuple(p.name, 2));
  out(d.begin()->second.who); // reaches patron.name
}
