// The interface of the standard library, as a header may declare it that has nothing else of a library.
#include "declared.h"

struct Pair {
  int a, b;
};

void positions() {
  std::vector<int> v, w(2, pin()), x(2, 1);
  out(v.front());
  out(w.front()); // reaches patron.pin
  v = std::vector<int>(3, 1);
  *(v.begin() + 1) = pin();
  out(*v.begin());
  out(v.begin()[1]);       // reaches patron.pin
  out(*(1 + v.begin()));   // reaches patron.pin
  std::Position<int> p = v.begin(), q;
  q = p;
  out(*q);
  ++q;
  out(*q); // reaches patron.pin
  q++;
  out(*q);
  q--;
  out(*q); // reaches patron.pin
  --q;
  out(*q);
  q += 1;
  out(*q); // reaches patron.pin
  q -= 1;
  out(*q);
  q = v.end() - 2;
  out(*q);                // reaches patron.pin
  out(*q.base());         // reaches patron.pin
  int* raw = q;
  out(*raw); // reaches patron.pin
  std::Position<int> same(raw);
  out(*same); // reaches patron.pin
  out(q - p);
  out(q == p);
  for (int& each : x)
    each = pin();
  out(x.front()); // reaches patron.pin
  x.assign(2, 1);
  out(x.front());
  x.insert(x.begin(), 2, pin());
  out(x.front()); // reaches patron.pin
  std::vector<Pair> pairs(1, Pair());
  pairs.begin()->a = pin();
  out(pairs.front().a); // reaches patron.pin
  out(pairs.front().b);
}

void links() {
  std::list<int> l, m;
  l.push_back(1);
  l.push_back(pin());
  out(*l.begin());
  out(*(l.begin() + 1)); // reaches patron.pin
  out(*(l.end() - 1));   // reaches patron.pin
  out(l.end() - l.begin());
  out(l.begin() == l.end());
  for (int each : l)
    out(each); // reaches patron.pin
  std::stack<int> s, t(l), u(l.begin(), l.end());
  out(t.top()); // reaches patron.pin
  out(u.top()); // reaches patron.pin
  s.push(pin());
  s.push(1);
  out(s.top());
  std::queue<int> q(m), r(l.begin(), l.end());
  out(q.front());
  out(r.front()); // reaches patron.pin
  std::priority_queue<int> o(m), p(l.begin(), l.end());
  out(o.top());
  out(p.top()); // reaches patron.pin
}

void pointers() {
  std::shared_ptr<Pair> p(new Pair()), q, all(new Pair[2]());
  p->a = pin();
  out((*p).a); // reaches patron.pin
  out(p.get()->b);
  p.swap(q);
  out(q->a); // reaches patron.pin
  all[1].a = pin();
  out(all[1].a); // reaches patron.pin
  out(p.unique() + p.use_count() + bool(p));
  std::weak_ptr<Pair> w(q), v(q);
  out(w.lock()->a); // reaches patron.pin
  w.swap(v);
  out(w.expired() + w.use_count());
  w.reset();
  q.reset(new Pair());
  out(q->a);
  q.reset();
  std::auto_ptr<Pair> a(new Pair()), b, c(new Pair());
  a->a = pin();
  out((*a).a); // reaches patron.pin
  b = a;
  out(b.get()->a); // reaches patron.pin
  std::auto_ptr<Pair> d(b);
  out(d->a);           // reaches patron.pin
  out(d.release()->a); // reaches patron.pin
  std::unique_ptr<Pair> u(new Pair());
  u->a = pin();
  out(u->a); // reaches patron.pin
  u.reset();
  c->a = pin();
  c.reset(new Pair());
  out(c->a);
}

void texts() {
  std::string s(name()), d, e;
  out(s.c_str()); // reaches patron.name
  d.append(s.begin(), s.end());
  out(d.c_str()); // reaches patron.name
  d = "x";
  out(d.c_str());
  e = s;
  out(e.c_str()); // reaches patron.name
  e.clear();
  out(e.c_str());
  e.insert(e.begin(), char(pin()));
  out(e.c_str()); // reaches patron.pin
  std::string f, g(3, char(pin()));
  f.insert(f.begin(), 2, char(pin()));
  out(f.c_str()); // reaches patron.pin
  std::string h, k, l, m, n("nn"), o("oo");
  h.append({'x', char(pin())});
  k += {'x', char(pin())};
  l.insert(l.begin(), s.begin(), s.end());
  m.insert(m.begin(), {'x', char(pin())});
  n.replace(n.begin(), n.end(), s.begin(), s.end());
  o.replace(o.begin(), o.end(), {'x', char(pin())});
  out(h.c_str()); // reaches patron.pin
  out(k.c_str()); // reaches patron.pin
  out(l.c_str()); // reaches patron.name
  out(m.c_str()); // reaches patron.pin
  out(n.c_str()); // reaches patron.name
  out(o.c_str()); // reaches patron.pin
  out(g.c_str()); // reaches patron.pin
}

void streams() {
  std::stringstream a{std::string(name())}, b, c(static_cast<std::stringstream&&>(a));
  out(c.str().c_str()); // reaches patron.name
  b << 1 << pin();
  out(b.str().c_str()); // reaches patron.pin
  c.swap(b);
  out(c.str().c_str()); // reaches patron.pin
  b = std::stringstream();
  out(b.str().c_str());
  std::istringstream i(name()), j("x"), k(i);
  out(i.str().c_str()); // reaches patron.name
  out(k.str().c_str()); // reaches patron.name
  i.swap(j);
  out(i.str().c_str());
  i = j;
  out(i.str().c_str()); // reaches patron.name
  std::ostringstream o(name()), p("x"), q(o), r{std::string("x")};
  out(o.str().c_str()); // reaches patron.name
  out(q.str().c_str()); // reaches patron.name
  o.swap(p);
  out(o.str().c_str());
  o = p;
  out(o.str().c_str()); // reaches patron.name
  out(r.str().c_str());
  std::istringstream t{std::string(name())};
  std::stringstream u(name());
  out(t.str().c_str()); // reaches patron.name
  out(u.str().c_str()); // reaches patron.name
}
