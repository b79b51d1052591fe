// Algorithms over whole ranges.
#include "people.h"
#include <algorithm>
#include <iterator>
#include <random>
#include <ranges>
#include <vector>

void ranges(const Person& p, const std::vector<Person>& people) {
  std::vector<std::string> from{"x", p.name}, a, b, c;
  auto whatever = [](const std::string& each) { return out(each), true; }; // reaches patron.name
  std::ranges::for_each(from, whatever);
  std::ranges::all_of(from, whatever), std::ranges::any_of(from, whatever), std::ranges::none_of(from, whatever);
  std::ranges::count_if(from, whatever);
  std::ranges::copy(from, std::back_inserter(a));
  out(a[0]); // reaches patron.name
  std::ranges::copy_if(from, std::back_inserter(b), whatever);
  out(b[0]); // reaches patron.name
  std::ranges::transform(from, std::back_inserter(c), [](const std::string& each) { return each + "x"; });
  out(c[0]); // reaches patron.name
  std::ranges::sort(from);
  out(from[0]); // reaches patron.name
  std::ranges::stable_sort(from), std::ranges::reverse(from);
  out(*std::ranges::find(from, "x")); // reaches patron.name
  out(*std::ranges::find_if(from, whatever)); // reaches patron.name
  out(*std::ranges::find_if_not(from, whatever)); // reaches patron.name
  out(std::ranges::max_element(people, {}, &Person::branch)->email); // reaches patron.email
  out(std::ranges::min_element(people, {}, &Person::branch)->branch);
  out(*std::ranges::lower_bound(from, "x")); // reaches patron.name
  out(*std::ranges::upper_bound(from, "x")); // reaches patron.name
  std::vector<std::string> d, e, f(2);
  std::ranges::reverse_copy(from, std::back_inserter(d));
  out(d[0]); // reaches patron.name
  std::ranges::move(d, std::back_inserter(e));
  out(e[0]); // reaches patron.name
  std::ranges::generate(f, [&p] { return p.email; });
  out(f[0]); // reaches patron.email
  std::random_device random;
  std::ranges::shuffle(f, random);
  out(static_cast<int>(std::ranges::count(f, "x") + std::ranges::equal(f, e) + std::ranges::binary_search(f, "x")));
  out(static_cast<int>(std::ranges::is_sorted(f) + std::ranges::distance(f)));
  std::ranges::fill(from, "x");
  out(from[1]);
}
