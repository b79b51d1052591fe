// Sequences and adaptors.
#include "people.h"
#include <array>
#include <deque>
#include <forward_list>
#include <list>
#include <queue>
#include <span>
#include <stack>
#include <vector>

template <template <typename...> typename Sequence> void constructors(const Person& p) {
  Sequence<std::string> list{p.name, "x"}, filled(3, p.name), sized(3), range(list.begin(), list.end()), copied(list), empty;
  for (const std::string& each : list)
    out(each); // reaches patron.name
  for (const std::string& each : filled)
    out(each); // reaches patron.name
  for (const std::string& each : sized)
    out(each);
  for (const std::string& each : range)
    out(each); // reaches patron.name
  for (const std::string& each : copied)
    out(each); // reaches patron.name
  for (const std::string& each : empty)
    out(each);
  empty = {p.name};
  out(empty.front()); // reaches patron.name
  empty = sized;
  out(empty.front());
  empty.assign({p.email});
  out(empty.front()); // reaches patron.email
  empty.assign(3, p.name);
  out(*empty.cbegin()); // reaches patron.name
  empty.assign(list.begin(), list.end());
  out(*empty.begin()); // reaches patron.name
  empty.clear();
  out(*empty.begin());
  empty.swap(list);
  out(empty.front()); // reaches patron.name
  out(list.front());
  list.resize(3), list.resize(3, p.email);
  out(list.front()); // reaches patron.email
  list.cend();
  list.empty(), list.max_size();
  Sequence<std::string> moved(std::move(empty));
  out(moved.front()); // reaches patron.name
  moved = std::move(list);
  out(moved.front()); // reaches patron.email
}

template <template <typename...> typename Sequence> void adding(const Person& p) {
  Sequence<std::string> a, b, c, d, e, f;
  a.push_back(p.name);
  out(a.back()); // reaches patron.name
  out(*a.rbegin()); // reaches patron.name
  out(*a.crbegin()); // reaches patron.name
  a.rend(), a.crend();
  b.emplace_back(p.name.c_str());
  out(b.front()); // reaches patron.name
  c.emplace(c.begin(), p.name);
  out(c.back()); // reaches patron.name
  d.insert(d.begin(), p.name);
  out(d.back()); // reaches patron.name
  e.insert(e.begin(), 3, p.name);
  out(e.back()); // reaches patron.name
  f.insert(f.begin(), {p.name});
  out(f.back()); // reaches patron.name
  Sequence<std::string> g;
  g.insert(g.begin(), a.begin(), a.end());
  out(g.back()); // reaches patron.name
  out(*g.erase(g.begin())); // reaches patron.name
  g.pop_back();
  out(static_cast<int>(g.size()));
}

void adding_all(const Person& p) {
  constructors<std::vector>(p);
  constructors<std::deque>(p);
  constructors<std::list>(p);
  constructors<std::forward_list>(p);
  adding<std::vector>(p);
  adding<std::deque>(p);
  adding<std::list>(p);
}

void objects(const Person& p) {
  std::vector<Person> all;
  all.push_back(p);
  out(all[0].email); // reaches patron.email
  out(all.back().branch);
  all.emplace_back(Person{"x", "y", 1, 2});
  Person copy = all.at(1);
  out(copy.name);
  for (Person& each : all)
    each.name = "nobody";
}

void indices(const Person& p) {
  std::vector<std::string> v(2);
  v[0] = p.name;
  v[1] = "x";
  out(v[0]); // reaches patron.name
  out(v[1]);
  v.at(0) = "x";
  out(v.front());
  v.front() = p.email;
  out(v.at(0)); // reaches patron.email
  out(v.data()[0]); // reaches patron.email
  v.data()[1] = p.name;
  out(v[1]); // reaches patron.name
  out(v[p.branch]); // reaches patron.name patron.email
  v.reserve(3), v.shrink_to_fit(), v.capacity();
  std::deque<std::string> d(2);
  d[0] = p.name;
  d.at(1) = "x";
  out(d[0]); // reaches patron.name
  out(d[1]);
  d.shrink_to_fit();
}

void front(const Person& p) {
  std::deque<std::string> d;
  d.push_front(p.name);
  out(d[0]); // reaches patron.name
  d.emplace_front("x");
  out(d[1]); // reaches patron.name
  d.pop_front();
  std::list<std::string> l, m;
  l.push_front(p.name);
  out(l.front()); // reaches patron.name
  l.emplace_front(p.email.c_str());
  out(l.back()); // reaches patron.name
  l.pop_front();
  m.splice(m.begin(), l);
  out(m.front()); // reaches patron.name
  out(l.front());
  l.splice(l.begin(), m, m.begin());
  out(l.front()); // reaches patron.name
  m.merge(l);
  m.sort(), m.unique(), m.remove("x"), m.reverse();
  m.remove_if([](const std::string& each) {
    out(each); // reaches patron.name
    return false;
  });
  m.sort([](const std::string& a, const std::string&) {
    out(a); // reaches patron.name
    return false;
  });
  std::forward_list<std::string> f, g;
  f.push_front(p.name);
  f.insert_after(f.before_begin(), p.name);
  f.emplace_front("x");
  f.emplace_after(f.cbefore_begin(), p.email);
  out(f.front()); // reaches patron.name patron.email
  f.erase_after(f.before_begin());
  f.pop_front();
  g.splice_after(g.before_begin(), f);
  out(g.front()); // reaches patron.name patron.email
  f.merge(g);
  f.sort(), f.unique(), f.remove("x"), f.reverse();
  f.remove_if([](const std::string& each) {
    out(each); // reaches patron.name patron.email
    return false;
  });
  f.sort([](const std::string& a, const std::string&) {
    out(a); // reaches patron.name patron.email
    return false;
  });
}

void arrays(const Person& p) {
  std::array<std::string, 2> a{p.name, "x"}, b;
  out(a[0]); // reaches patron.name
  out(a[1]);
  out(a.at(0)); // reaches patron.name
  out(a.front()); // reaches patron.name
  out(a.back()); // reaches patron.name
  out(*a.begin()); // reaches patron.name
  out(*a.cbegin()); // reaches patron.name
  out(*a.rbegin()); // reaches patron.name
  out(*a.crbegin()); // reaches patron.name
  a.end(), a.cend(), a.rend(), a.crend();
  out(*a.data()); // reaches patron.name
  b.fill(p.email);
  out(b[1]); // reaches patron.email
  a.swap(b);
  out(a[0]); // reaches patron.email
  a.size(), a.empty(), a.max_size();
  std::vector<std::string> v{p.name};
  std::span<std::string> s(v);
  out(s[0]); // reaches patron.name
  for (const std::string& each : s)
    out(each); // reaches patron.name
  std::span<std::string> t(v.data(), 1), none;
  out(t.front()); // reaches patron.name
  out(t.back()); // reaches patron.name
  out(*t.data()); // reaches patron.name
  out(*t.rbegin()); // reaches patron.name
  t.rend();
  out(t.first(1)[0]); // reaches patron.name
  out(t.last(1)[0]); // reaches patron.name
  out(t.subspan(1)[0]); // reaches patron.name
  std::span<const std::string> c(s);
  out(c[0]); // reaches patron.name
  out(static_cast<int>(t.size() + t.size_bytes()) + t.empty());
  t[0] = p.email;
  out(v[0]); // reaches patron.name patron.email
}

static void list(std::initializer_list<std::string> texts) {
  for (const std::string& each : texts)
    out(each); // reaches patron.name
  out(static_cast<int>(texts.size()));
}

void lists(const Person& p) {
  list({p.name, "x"});
  std::vector<std::string> v{p.email};
  std::erase(v, "x");
  std::erase_if(v, [](const std::string& each) {
    out(each); // reaches patron.email
    return true;
  });
}

void positions(const Person& p) {
  std::vector<std::string> v{"a", p.name, "c"};
  out(*v.erase(v.begin(), v.begin() + 1)); // reaches patron.name
  out(v[1]);
  std::deque<std::string> d{"a", p.name};
  d.erase(d.begin(), d.begin() + 1);
  out(d.front()); // reaches patron.name
  std::list<std::string> l{p.name, "b"};
  l.erase(l.begin(), l.end());
  for (const std::string& each : l)
    out(each);
}

void adaptors(const Person& p) {
  std::stack<std::string> s, t;
  s.push(p.name);
  out(s.top()); // reaches patron.name
  s.emplace(p.email.c_str());
  out(s.top()); // reaches patron.email
  t.swap(s);
  out(s.top());
  s.pop(), s.size(), s.empty();
  std::queue<std::string> q, r;
  q.push(p.name);
  out(q.front()); // reaches patron.name
  q.emplace("x");
  out(q.back());
  r.swap(q);
  out(r.front()); // reaches patron.name
  q.pop(), q.size(), q.empty();
  std::priority_queue<std::string> h, k;
  h.push(p.name);
  h.emplace("x");
  out(h.top()); // reaches patron.name
  k.swap(h);
  out(k.top()); // reaches patron.name
  h.pop(), h.size(), h.empty();
}
