// Smart pointers.
#include "people.h"
#include <memory>
#include <vector>

struct Shown {
  virtual ~Shown() = default;
  virtual void show(const Person& p) = 0;
};
struct Nothing : Shown {
  void show(const Person&) override {}
};
struct Everything : Shown {
  Everything(const Person& person, int n) : name(person.name), number(n) {}
  void show(const Person& p) override { out(p.name); } // reaches patron.name
  std::string name;
  int number;
};

void unique(const Person& p) {
  auto a = std::make_unique<Person>(p);
  out(a->email); // reaches patron.email
  out(a->branch);
  out((*a).name); // reaches patron.name
  out(a.get()->name); // reaches patron.name
  std::unique_ptr<Person> b(new Person(p)), c(std::move(b)), d, e = nullptr;
  out(c->name); // reaches patron.name
  d = std::move(c);
  out(d->name); // reaches patron.name
  e.reset(d.release());
  out(e->name); // reaches patron.name
  e->name = "nobody";
  out(e->name);
  e.reset();
  d.swap(a);
  out(d->email); // reaches patron.email
  out(d ? 1 : 0);
  auto f = std::make_unique<std::string>(p.name);
  out(*f); // reaches patron.name
  auto g = std::make_unique<std::string>(p.name.c_str());
  out(*g); // reaches patron.name
  auto h = std::make_unique<std::string[]>(2);
  h[0] = p.name;
  out(h[0]); // reaches patron.name
  out(h[1]);
}

void constructed(const Person& p) {
  auto a = std::make_unique<Everything>(p, 3);
  out(a->name); // reaches patron.name
  out(a->number);
  std::unique_ptr<Shown> b = std::make_unique<Nothing>();
  b->show(p);
  b = std::make_unique<Everything>(p, 3);
  b->show(p);
  std::vector<std::unique_ptr<Shown>> all;
  all.push_back(std::make_unique<Nothing>());
  for (auto& each : all)
    each->show(p);
  std::vector<Everything> v;
  v.emplace_back(p, 3);
  out(v[0].number);
  out(v[0].name); // reaches patron.name
}

void given(const std::unique_ptr<Person>& p, const std::shared_ptr<const Person>& q) {
  out(p->email); // reaches patron.email
  out(*p); // reaches patron.name patron.email patron.pin
  out(q->email); // reaches patron.email
  out(*q); // reaches patron.name patron.email patron.pin
}

struct Self : std::enable_shared_from_this<Self> {
  std::string text;
};

void shared(const Person& p) {
  auto a = std::make_shared<Person>(p);
  out(a->email); // reaches patron.email
  std::shared_ptr<Person> b = a, c, d(new Person(p)), e(nullptr), f(d, d.get());
  out(b->email); // reaches patron.email
  b->email = "nobody";
  out(a->email);
  c = d;
  out(c->name); // reaches patron.name
  out((*c).name); // reaches patron.name
  out(c.get()->name); // reaches patron.name
  out(f->name); // reaches patron.name
  std::weak_ptr<Person> w = d, x;
  x = w;
  out(w.lock()->name); // reaches patron.name
  x.swap(w);
  out(x.lock()->name); // reaches patron.name
  c.reset();
  c.reset(new Person(p));
  out(c->email); // reaches patron.email
  c.swap(e);
  out(e->email); // reaches patron.email
  out(static_cast<int>(e.use_count() + w.use_count()) + (e ? 1 : 0));
  out(std::static_pointer_cast<const Person>(e)->name); // reaches patron.name
  out(std::const_pointer_cast<Person>(e)->name); // reaches patron.name
  out(std::reinterpret_pointer_cast<Person>(e)->name); // reaches patron.name
  std::shared_ptr<const Person> other;
  other = e;
  out(other->email); // reaches patron.email
  w = e;
  out(w.lock()->email); // reaches patron.email
  std::shared_ptr<Shown> s = std::make_shared<Everything>(p, 1);
  out(std::dynamic_pointer_cast<Everything>(s)->name); // reaches patron.name
  std::shared_ptr<int[]> numbers(new int[2]);
  numbers[0] = p.pin;
  out(numbers[0]); // reaches patron.pin
  auto self = std::make_shared<Self>();
  self->text = p.name;
  out(self->shared_from_this()->text); // reaches patron.name
  out(self->weak_from_this().lock()->text); // reaches patron.name
  auto l = std::allocate_shared<std::string>(std::allocator<std::string>(), p.name);
  out(*l); // reaches patron.name
  out(*std::to_address(l.get())); // reaches patron.name
}

void raw(const Person& p, std::string* to, std::string* from) {
  std::construct_at(to, p.name);
  out(*to); // reaches patron.name
  std::uninitialized_copy(to, to + 1, from);
  out(*from); // reaches patron.name
  std::uninitialized_move(to, to + 1, from);
  std::uninitialized_fill(to, to + 1, p.email);
  out(*to); // reaches patron.email
  auto* texts = static_cast<std::string*>(::operator new(2 * sizeof(std::string)));
  new (texts + 1) std::string(p.name);
  out(texts[1]); // reaches patron.name
  auto* others = static_cast<std::string*>(::operator new[](sizeof(std::string)));
  out(*new (others) std::string("x"));
  std::destroy_at(to);
  std::destroy(from, from + 1);
}

struct Forget {
  void operator()(Person* person) const { delete person; }
};

void deleted(const Person& p) {
  std::unique_ptr<Person, Forget> a(new Person(p), Forget{});
  out(a->name); // reaches patron.name
}
