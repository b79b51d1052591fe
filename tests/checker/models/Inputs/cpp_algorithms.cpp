// Algorithms and iterators.
#include "people.h"
#include <algorithm>
#include <execution>
#include <forward_list>
#include <deque>
#include <iterator>
#include <list>
#include <map>
#include <numeric>
#include <random>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <vector>

using Texts = std::vector<std::string>;

void visits(const Texts& v, const Person (&people)[3]) {
  std::for_each(people, people + 3, [](const Person& p) { out(p.email); }); // reaches patron.email
  std::for_each_n(people, 2, [](const Person& p) { out(p.name); }); // reaches patron.name
  std::for_each(std::execution::seq, people, people + 3, [](const Person& p) { out(p.pin); }); // reaches patron.pin
  std::for_each_n(std::execution::seq, people, 3, [](const Person& p) { out(p.pin); }); // reaches patron.pin
  for (const std::string& each : v)
    out(each);
  std::all_of(people, people + 3, [](const Person& p) { return out(p.name), true; }); // reaches patron.name
  std::any_of(people, people + 3, [](const Person& p) { return out(p.name), true; }); // reaches patron.name
  std::none_of(people, people + 3, [](const Person& p) { return out(p.name), true; }); // reaches patron.name
  std::count_if(people, people + 3, [](const Person& p) { return out(p.name), true; }); // reaches patron.name
}

void copies(const Person& p) {
  Texts from{"x", p.name}, a(2), b, c, d, e(2), f(2), g(2), h(2), i(2), j(2), k(2), l(2), m(2), n(2);
  std::copy(from.begin(), from.end(), a.begin());
  out(a[0]); // reaches patron.name
  std::copy(from.begin(), from.end(), std::back_inserter(b));
  out(b[0]); // reaches patron.name
  std::copy_if(from.begin(), from.end(), std::inserter(c, c.begin()), [](const std::string& each) { return !each.empty(); });
  out(c[0]); // reaches patron.name
  std::transform(from.begin(), from.end(), std::back_inserter(d), [](const std::string& each) { return each + "!"; });
  out(d[0]); // reaches patron.name
  std::transform(from.begin(), from.end(), a.begin(), e.begin(), [](const std::string& x, const std::string&) { return x; });
  out(e[0]); // reaches patron.name
  std::transform(from.begin(), from.end(), f.begin(), [](const std::string&) { return "x"; });
  out(f[0]);
  std::move(from.begin(), from.end(), g.begin());
  out(g[0]); // reaches patron.name
  std::copy_backward(from.begin(), from.end(), h.end());
  out(h[0]); // reaches patron.name
  std::move_backward(from.begin(), from.end(), i.end());
  out(i[0]); // reaches patron.name
  std::copy_n(from.begin(), 2, j.begin());
  out(j[0]); // reaches patron.name
  std::reverse_copy(from.begin(), from.end(), k.begin());
  out(k[0]); // reaches patron.name
  std::unique_copy(from.begin(), from.end(), l.begin());
  out(l[0]); // reaches patron.name
  std::rotate_copy(from.begin(), from.begin(), from.end(), m.begin());
  std::remove_copy_if(from.begin(), from.end(), n.begin(), [](const std::string&) { return false; });
  out(n[0]); // reaches patron.name
  std::remove_copy(from.begin(), from.end(), n.begin(), "x");
  Texts yes(2), no(2);
  std::partition_copy(from.begin(), from.end(), yes.begin(), no.begin(), [](const std::string&) { return true; });
  out(yes[0]); // reaches patron.name
  out(no[0]);  // reaches patron.name
  std::deque<std::string> front;
  std::copy(from.begin(), from.end(), std::front_inserter(front));
  out(front[0]); // reaches patron.name
}

void sets(const Person& p) {
  Texts a{p.name}, b{p.email}, c, d, e, f, g;
  std::merge(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(c));
  out(c[0]); // reaches patron.name patron.email
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(d));
  out(d[0]); // reaches patron.name patron.email
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(e));
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(f));
  std::set_symmetric_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(g));
  out(g[0]); // reaches patron.name patron.email
}

void fills(const Person& p) {
  Texts a(2), b(2), c(2), d(2), e{"x"}, f{"x"};
  std::fill(a.begin(), a.end(), p.name);
  out(a[0]); // reaches patron.name
  std::fill_n(b.begin(), 2, p.name);
  out(b[0]); // reaches patron.name
  std::generate(c.begin(), c.end(), [&] { return p.name; });
  out(c[0]); // reaches patron.name
  std::generate_n(d.begin(), 2, [&] { return p.name; });
  out(d[0]); // reaches patron.name
  std::replace(e.begin(), e.end(), std::string("x"), p.name);
  out(e[0]); // reaches patron.name
  std::replace_if(f.begin(), f.end(), [](const std::string&) { return true; }, p.name);
  out(f[0]); // reaches patron.name
  Texts g(2), h(2);
  std::swap_ranges(a.begin(), a.end(), g.begin());
  out(g[0]); // reaches patron.name
  std::iter_swap(g.begin(), h.begin());
  out(h[0]); // reaches patron.name
}

void searches(const Person& p) {
  Texts v{p.name, "x"};
  auto whatever = [](const std::string& each) { return each.empty(); };
  out(*std::find(v.begin(), v.end(), "x")); // reaches patron.name
  out(*std::find_if(v.begin(), v.end(), whatever)); // reaches patron.name
  out(*std::find_if_not(v.begin(), v.end(), whatever)); // reaches patron.name
  out(*std::search(v.begin(), v.end(), v.begin(), v.end())); // reaches patron.name
  out(*std::find_first_of(v.begin(), v.end(), v.begin(), v.end())); // reaches patron.name
  out(*std::find_end(v.begin(), v.end(), v.begin(), v.end())); // reaches patron.name
  out(*std::adjacent_find(v.begin(), v.end())); // reaches patron.name
  out(*std::search_n(v.begin(), v.end(), 2, "x")); // reaches patron.name
  out(*std::partition(v.begin(), v.end(), whatever)); // reaches patron.name
  out(*std::stable_partition(v.begin(), v.end(), whatever)); // reaches patron.name
  out(*std::partition_point(v.begin(), v.end(), whatever)); // reaches patron.name
  out(*std::remove_if(v.begin(), v.end(), whatever)); // reaches patron.name
  out(*std::remove(v.begin(), v.end(), "x")); // reaches patron.name
  out(*std::unique(v.begin(), v.end())); // reaches patron.name
  out(*std::rotate(v.begin(), v.begin(), v.end())); // reaches patron.name
  auto less = [](const std::string& a, const std::string& b) { return a < b; };
  out(*std::min_element(v.begin(), v.end())); // reaches patron.name
  out(*std::max_element(v.begin(), v.end(), less)); // reaches patron.name
  out(*std::min_element(v.begin(), v.end(), less)); // reaches patron.name
  out(*std::max_element(v.begin(), v.end())); // reaches patron.name
  out(*std::lower_bound(v.begin(), v.end(), "x")); // reaches patron.name
  out(*std::upper_bound(v.begin(), v.end(), "x")); // reaches patron.name
  out(*std::lower_bound(v.begin(), v.end(), std::string("x"), less)); // reaches patron.name
  out(*std::upper_bound(v.begin(), v.end(), std::string("x"), less)); // reaches patron.name
  out(*std::equal_range(v.begin(), v.end(), std::string("x")).first); // reaches patron.name
  out(std::min(p.name, p.email)); // reaches patron.name patron.email
  out(std::max(p.pin, p.branch)); // reaches patron.pin
  out(std::min({p.pin, p.branch})); // reaches patron.pin
  out(std::max({p.pin, p.branch})); // reaches patron.pin
  out(std::minmax(p.pin, p.branch).second); // reaches patron.pin
  out(std::clamp(p.pin, 1, 2)); // reaches patron.pin
}

void reorders(const Person& p) {
  Texts v{"x", p.name}, w{"x"};
  std::sort(v.begin(), v.end());
  std::sort(w.begin(), w.end());
  out(v[0]); // reaches patron.name
  out(w[0]);
  out(std::accumulate(v.begin(), v.end(), 0, [](int, const std::string&) { return 1; }));
}

void sorts(Texts v) {
  auto less = [](const std::string& a, const std::string& b) { return a < b; };
  std::random_device random;
  std::sort(v.begin(), v.end()), std::sort(v.begin(), v.end(), less), std::stable_sort(v.begin(), v.end());
  std::stable_sort(v.begin(), v.end(), less), std::partial_sort(v.begin(), v.end(), v.end());
  std::partial_sort(v.begin(), v.end(), v.end(), less), std::nth_element(v.begin(), v.end(), v.end());
  std::nth_element(v.begin(), v.end(), v.end(), less), std::reverse(v.begin(), v.end()), std::shuffle(v.begin(), v.end(), random);
  std::make_heap(v.begin(), v.end()), std::push_heap(v.begin(), v.end()), std::pop_heap(v.begin(), v.end());
  std::sort_heap(v.begin(), v.end()), std::is_sorted(v.begin(), v.end());
  std::make_heap(v.begin(), v.end(), less), std::push_heap(v.begin(), v.end(), less), std::pop_heap(v.begin(), v.end(), less);
  std::sort_heap(v.begin(), v.end(), less), std::is_sorted(v.begin(), v.end(), less);
  std::next_permutation(v.begin(), v.end()), std::prev_permutation(v.begin(), v.end());
  std::mismatch(v.begin(), v.end(), v.begin());
  std::count(v.begin(), v.end(), "x"), std::equal(v.begin(), v.end(), v.begin());
  std::lexicographical_compare(v.begin(), v.end(), v.begin(), v.end()), std::binary_search(v.begin(), v.end(), "x");
  std::includes(v.begin(), v.end(), v.begin(), v.end()), std::is_permutation(v.begin(), v.end(), v.begin());
}

void sums(const Person& p) {
  std::vector<int> v{p.pin, p.branch}, w{1, 2}, a(2), b(2), c(2);
  out(std::accumulate(v.begin(), v.end(), 0)); // reaches patron.pin
  out(std::accumulate(w.begin(), w.end(), 0));
  out(std::accumulate(w.begin(), w.end(), p.pin)); // reaches patron.pin
  Texts texts{p.name};
  out(std::accumulate(texts.begin(), texts.end(), std::string(), [](std::string sum, const std::string& each) { return sum + each; })); // reaches patron.name
  out(std::reduce(v.begin(), v.end(), 0)); // reaches patron.pin
  out(std::inner_product(v.begin(), v.end(), w.begin(), 0)); // reaches patron.pin
  std::partial_sum(v.begin(), v.end(), a.begin());
  out(a[0]); // reaches patron.pin
  out(std::transform_reduce(v.begin(), v.end(), w.begin(), 0)); // reaches patron.pin
  auto add = [](int one, int other) { return one + other; };
  auto same = [](int n) { return n; };
  out(std::transform_reduce(v.begin(), v.end(), 0, add, same)); // reaches patron.pin
  out(std::transform_reduce(w.begin(), w.end(), v.begin(), 0, add, add)); // reaches patron.pin
  out(std::transform_reduce(std::execution::seq, v.begin(), v.end(), 0, add, same)); // reaches patron.pin
  std::vector<int> d(2), e(2);
  std::inclusive_scan(v.begin(), v.end(), d.begin());
  out(d[0]); // reaches patron.pin
  std::exclusive_scan(v.begin(), v.end(), e.begin(), 0);
  out(e[1]); // reaches patron.pin
  std::adjacent_difference(v.begin(), v.end(), b.begin());
  out(b[0]); // reaches patron.pin
  std::iota(c.begin(), c.end(), p.pin);
  out(c[0]); // reaches patron.pin
  out(std::gcd(p.pin, 2)); // reaches patron.pin
  out(std::lcm(p.pin, 2)); // reaches patron.pin
  out(std::midpoint(p.pin, 2)); // reaches patron.pin
}

template <typename Iterator, typename Constant> void walk(Iterator at, Constant constant) {
  out(at->c_str());       // reaches patron.name
  out(*at);               // reaches patron.name
  out(constant->c_str()); // reaches patron.name
  out(*constant);         // reaches patron.name
  out(*++at);             // reaches patron.name
  out(*at++);             // reaches patron.name
  out(*++constant);       // reaches patron.name
  out(*constant++);       // reaches patron.name
  constant = at;
}

template <typename Iterator> void walk_back(Iterator at) {
  out(*--at); // reaches patron.name
  out(*at--); // reaches patron.name
}

template <typename Iterator> void jump(Iterator at) {
  out(*(at += 1)); // reaches patron.name
  out(*(at -= 1)); // reaches patron.name
  out(at[1]); // reaches patron.name
  out(*(at + 1)); // reaches patron.name
  out(*(at - 1)); // reaches patron.name
}

template <typename Pairs> void walk_pairs(Pairs& pairs) {
  typename Pairs::iterator at = pairs.begin();
  typename Pairs::const_iterator constant = at;
  out(at->second);         // reaches patron.name
  out((*at).second);       // reaches patron.name
  out(constant->second);   // reaches patron.name
  out((*constant).second); // reaches patron.name
  out((++at)->second);     // reaches patron.name
  out((at++)->second);     // reaches patron.name
  out((++constant)->second); // reaches patron.name
  out((constant++)->second); // reaches patron.name
}

void iterators(const Person& p) {
  Texts v{p.name, p.name, p.name, p.name};
  std::deque<std::string> d{p.name};
  std::list<std::string> l{p.name};
  std::forward_list<std::string> f{p.name};
  std::map<int, std::string> m{{1, p.name}};
  std::unordered_map<int, std::string> u{{1, p.name}};
  walk(v.begin(), v.cbegin()), walk(d.begin(), d.cbegin()), walk(l.begin(), l.cbegin()), walk(f.begin(), f.cbegin());
  walk(v.rbegin(), v.crbegin());
  walk_back(v.end()), walk_back(d.end()), walk_back(l.end()), walk_back(l.cend()), walk_back(v.rend());
  jump(v.begin()), jump(d.begin()), jump(v.rbegin());
  walk_pairs(m), walk_pairs(u);
  auto a = m.end();
  auto b = m.cend();
  out((--a)->second), out((a--)->second), out((--b)->second), out((b--)->second); // reaches patron.name
  std::move_iterator<Texts::iterator> moving(v.begin()), copy = moving;
  out(*moving); // reaches patron.name
  out(moving->c_str()); // reaches patron.name
  ++moving, moving++;
  out(*moving.base()); // reaches patron.name
  out(*std::next(v.rbegin()).base()); // reaches patron.name
  std::reverse_iterator<Texts::iterator> backwards(v.end());
  out(*backwards); // reaches patron.name
  out(*std::make_reverse_iterator(v.end())); // reaches patron.name
  out(*std::make_move_iterator(v.begin())); // reaches patron.name
  out(*std::next(v.begin())); // reaches patron.name
  out(*std::prev(v.end())); // reaches patron.name
  std::advance(moving, 1);
  std::reverse_iterator<Texts::iterator> again(backwards);
  out(*again); // reaches patron.name
  out(*std::prev(std::next(again, 2))); // reaches patron.name
  std::advance(again, 1);
  out(*again); // reaches patron.name
  out((v.end() - v.begin()) + (d.end() - d.begin()) + (v.begin() == v.end()) + (l.begin() == l.end()));
  if (v.begin() == v.end() || l.begin() == l.end() || v.end() - v.begin() != 4)
    return;
  out(static_cast<int>(std::distance(v.begin(), v.end())));
  out((v.begin() <=> v.end()) == 0);
  out(*std::begin(v)); // reaches patron.name
  out(*std::cbegin(v)); // reaches patron.name
  out(*std::rbegin(v)); // reaches patron.name
  out(*std::data(v)); // reaches patron.name
  std::end(v), std::cend(v), std::rend(v);
  out(static_cast<int>(std::size(v) + std::ssize(v)) + std::empty(v));
  std::string array[2] = {p.name, "x"};
  out(*std::begin(array)); // reaches patron.name
  Texts w, x, y;
  std::back_insert_iterator<Texts> back(w);
  *back++ = p.name;
  out(w[0]); // reaches patron.name
  std::insert_iterator<Texts> insert(x, x.begin());
  *insert++ = p.name;
  out(x[0]); // reaches patron.name
  std::deque<std::string> z;
  std::front_insert_iterator<std::deque<std::string>> front(z);
  *front++ = p.name;
  out(z[0]); // reaches patron.name
}
