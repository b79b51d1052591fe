// Views over ranges, and the adaptors that make them.
#include "people.h"
#include <map>
#include <ranges>
#include <span>
#include <string>
#include <vector>

using Texts = std::vector<std::string>;
using Rows = std::map<int, std::string>;
static constexpr auto isLong = [](const std::string& text) { return text.size() > 3; };
static constexpr auto length = [](const std::string& text) { return static_cast<int>(text.size()); };
static constexpr auto longer = [](const std::string& text) { return text + "x"; };

void adapted_filter(const Person& p) {
  Texts texts{"x", p.name};
  for (const std::string& text : texts | std::views::filter(isLong) | std::views::reverse)
    out(text); // reaches patron.name
  for (const std::string& text : std::span(texts) | std::views::filter(isLong))
    out(text); // reaches patron.name
}

void called_filter(const Person& p) {
  Texts texts{"x", p.name};
  for (const std::string& text : std::views::filter(texts, isLong))
    out(text); // reaches patron.name
  for (const std::string& text : std::views::filter(texts | std::views::drop(1), isLong))
    out(text); // reaches patron.name
  for (const std::string& text : std::views::filter(std::span(texts), isLong))
    out(text); // reaches patron.name
}

void adapted_take(const Person& p) {
  Texts texts{"x", p.name};
  for (const std::string& text : texts | std::views::take(1) | std::views::reverse)
    out(text); // reaches patron.name
  for (const std::string& text : std::span(texts) | std::views::take(1))
    out(text); // reaches patron.name
}

void called_take(const Person& p) {
  Texts texts{"x", p.name};
  for (const std::string& text : std::views::take(texts, 1))
    out(text); // reaches patron.name
  for (const std::string& text : std::views::take(texts | std::views::drop(1), 1))
    out(text); // reaches patron.name
  for (const std::string& text : std::views::take(std::span(texts), 1))
    out(text); // reaches patron.name
}

void adapted_drop(const Person& p) {
  Texts texts{"x", p.name};
  for (const std::string& text : texts | std::views::drop(1) | std::views::reverse)
    out(text); // reaches patron.name
  for (const std::string& text : std::span(texts) | std::views::drop(1))
    out(text); // reaches patron.name
}

void called_drop(const Person& p) {
  Texts texts{"x", p.name};
  for (const std::string& text : std::views::drop(texts, 1))
    out(text); // reaches patron.name
  for (const std::string& text : std::views::drop(texts | std::views::drop(1), 1))
    out(text); // reaches patron.name
  for (const std::string& text : std::views::drop(std::span(texts), 1))
    out(text); // reaches patron.name
}

void adapted_take_while(const Person& p) {
  Texts texts{"x", p.name};
  for (const std::string& text : texts | std::views::take_while(isLong) | std::views::reverse)
    out(text); // reaches patron.name
  for (const std::string& text : std::span(texts) | std::views::take_while(isLong))
    out(text); // reaches patron.name
}

void called_take_while(const Person& p) {
  Texts texts{"x", p.name};
  for (const std::string& text : std::views::take_while(texts, isLong))
    out(text); // reaches patron.name
  for (const std::string& text : std::views::take_while(texts | std::views::drop(1), isLong))
    out(text); // reaches patron.name
  for (const std::string& text : std::views::take_while(std::span(texts), isLong))
    out(text); // reaches patron.name
}

void adapted_drop_while(const Person& p) {
  Texts texts{"x", p.name};
  for (const std::string& text : texts | std::views::drop_while(isLong) | std::views::reverse)
    out(text); // reaches patron.name
  for (const std::string& text : std::span(texts) | std::views::drop_while(isLong))
    out(text); // reaches patron.name
}

void called_drop_while(const Person& p) {
  Texts texts{"x", p.name};
  for (const std::string& text : std::views::drop_while(texts, isLong))
    out(text); // reaches patron.name
  for (const std::string& text : std::views::drop_while(texts | std::views::drop(1), isLong))
    out(text); // reaches patron.name
  for (const std::string& text : std::views::drop_while(std::span(texts), isLong))
    out(text); // reaches patron.name
}

void called_reverse(const Person& p) {
  Texts texts{"x", p.name};
  for (const std::string& text : std::views::reverse(texts))
    out(text); // reaches patron.name
  for (const std::string& text : std::views::reverse(texts | std::views::drop(1)))
    out(text); // reaches patron.name
  for (const std::string& text : std::views::reverse(std::span(texts)))
    out(text); // reaches patron.name
}

void called_common(const Person& p) {
  Texts texts{"x", p.name};
  for (const std::string& text : std::views::common(texts))
    out(text); // reaches patron.name
  for (const std::string& text : std::views::common(texts | std::views::drop(1)))
    out(text); // reaches patron.name
  for (const std::string& text : std::views::common(std::span(texts)))
    out(text); // reaches patron.name
}

void called_all(const Person& p) {
  Texts texts{"x", p.name};
  for (const std::string& text : std::views::all(texts))
    out(text); // reaches patron.name
  for (const std::string& text : std::views::all(texts | std::views::drop(1)))
    out(text); // reaches patron.name
  for (const std::string& text : std::views::all(std::span(texts)))
    out(text); // reaches patron.name
}

void transformed(const Person& p) {
  Texts texts{"x", p.name};
  for (const std::string& text : texts | std::views::transform(longer) | std::views::common)
    out(text); // reaches patron.name
  for (int n : texts | std::views::all | std::views::transform(length))
    out(n);
  for (const std::string& text : std::views::transform(std::span(texts), longer))
    out(text); // reaches patron.name
}

void transformedByCall(const Person& p) {
  Texts texts{"x", p.name};
  for (const std::string& text : std::views::transform(texts, longer))
    out(text); // reaches patron.name
  for (int n : std::views::transform(texts | std::views::drop(1), length))
    out(n);
  auto made = std::views::transform(texts, longer);
  auto at = made.begin();
  ++at, at++, --at, at--;
  out(*at); // reaches patron.name
  out(static_cast<int>(made.size()));
}

void pairs(const Person& p) {
  Rows rows{{1, p.email}};
  for (int key : rows | std::views::keys)
    out(key);
  for (const std::string& value : rows | std::views::values)
    out(value); // reaches patron.email
  for (const std::string& value : std::views::values(rows))
    out(value); // reaches patron.email
  for (int key : std::views::keys(rows | std::views::reverse))
    out(key);
  auto values = rows | std::views::values;
  auto at = values.begin();
  ++at, at++, --at, at--;
  out(*at); // reaches patron.email
}

void pairsInSpan(std::span<std::pair<int, std::string>> rows, const Person& p) {
  rows[0].second = p.email;
  for (const std::string& value : std::views::values(rows))
    out(value); // reaches patron.email
}

void parts(const Person& p) {
  Texts texts{"x", p.name};
  auto longs = std::views::filter(texts, isLong);
  out(longs.front()); // reaches patron.name
  out(longs.empty());
  auto at = longs.begin();
  out(*at);         // reaches patron.name
  out(at->c_str()); // reaches patron.name
  ++at, at++, --at, at--;
  out(at == longs.end());
}

void subscripted(const Person& p) {
  Texts texts{"x", p.name};
  auto last = texts | std::views::drop(1);
  out(last[0]);     // reaches patron.name
  out(last.back()); // reaches patron.name
  out(static_cast<int>(last.size()));
  out(static_cast<bool>(last));
}
