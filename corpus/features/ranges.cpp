// Ranges: algorithms over whole ranges, projections, views and their adaptors, composed with a bar.
#include "library.h"

#include <algorithm>
#include <map>
#include <ranges>
#include <vector>

namespace features {

void algorithms() {
  std::vector<std::string> emails{enteredEmail()}, titles{catalogueTitle()}, out, plain;
  std::ranges::copy(emails, std::back_inserter(out));
  std::ranges::copy(titles, std::back_inserter(plain));
  send(out[0]);   // FLOW
  send(plain[0]); // NO-FLOW
  std::ranges::sort(emails);
  send(emails[0]); // FLOW
  auto found = std::ranges::find(emails, "ann@example.org");
  send(*found); // FLOW
  std::ranges::fill(emails, "none");
  send(emails[0]); // NO-FLOW
}

void callbacks() {
  std::vector<std::string> emails{enteredEmail()}, titles{catalogueTitle()};
  std::ranges::for_each(emails, [](const std::string& email) {
    send(email); // FLOW
  });
  std::ranges::for_each(titles, [](const std::string& title) {
    send(title); // NO-FLOW
  });
}

void projected(const std::vector<Patron>& patrons) {
  auto oldest = std::ranges::max_element(patrons, {}, &Patron::homeBranch);
  send(oldest->email);      // FLOW patron.email
  send(oldest->homeBranch); // NO-FLOW
}

void transformed() {
  std::vector<int> cards{scannedCard()}, shelves{1};
  for (int n : cards | std::views::transform([](int card) { return card + 1; }))
    send(n); // FLOW
  for (int n : shelves | std::views::transform([](int shelf) { return shelf + 1; }))
    send(n); // NO-FLOW
  for (int n : cards | std::views::transform([](int) { return 0; }))
    send(n); // NO-FLOW
}

void filtered() {
  std::vector<int> cards{scannedCard()}, shelves{1};
  auto view = cards | std::views::filter([](int card) { return card > 100; }) |
              std::views::reverse | std::views::take(3);
  for (int n : view)
    send(n); // FLOW
  for (int n : std::views::drop(shelves, 1))
    send(n); // NO-FLOW
}

void keysAndValues() {
  std::vector<std::pair<int, std::string>> rows{{1, enteredEmail()}};
  for (const std::string& email : rows | std::views::values)
    send(email); // FLOW
  for (int number : rows | std::views::keys)
    send(number); // NO-FLOW
}

struct Reader {
  std::string name;
  int visits;
};

void membersSeen() {
  std::vector<Reader> readers{{enteredEmail(), 3}};
  for (int visits : readers | std::views::transform([](const Reader& r) { return r.visits; }))
    send(visits); // NO-FLOW
  for (int visits : readers | std::views::transform(&Reader::visits))
    send(visits); // NO-FLOW
  for (const std::string& name : readers | std::views::transform(&Reader::name))
    send(name); // FLOW
  for (const Reader& r : readers | std::views::filter([](const Reader& x) { return x.visits > 2; })) {
    send(r.name);   // FLOW
    send(r.visits); // NO-FLOW
  }
  auto names = readers | std::views::filter([](const Reader& x) { return x.visits > 2; }) |
               std::views::transform([](const Reader& r) { return r.name; });
  for (const std::string& name : names)
    send(name); // FLOW
  auto visits = readers | std::views::take(2) |
                std::views::transform([](const Reader& r) { return r.visits; }) | std::views::drop(1);
  for (int each : visits)
    send(each); // NO-FLOW
}

void writtenThrough() {
  std::vector<std::string> texts{"a", "b"};
  for (std::string& text : texts | std::views::filter([](const std::string& s) { return s.size() == 1; }))
    text = enteredEmail();
  send(texts[0]); // FLOW
  std::map<int, std::string> rows{{1, "a"}};
  for (std::string& text : rows | std::views::values)
    text = enteredEmail();
  send(rows.at(1)); // FLOW
}

void putElsewhere() {
  std::map<int, std::string> rows{{1, enteredEmail()}};
  auto keys = rows | std::views::keys;
  std::vector<int> numbers(keys.begin(), keys.end());
  send(numbers[0]); // NO-FLOW
  auto values = std::views::values(rows);
  std::vector<std::string> texts(values.begin(), values.end());
  send(texts[0]); // FLOW
  std::vector<std::string> copied;
  std::ranges::copy(rows | std::views::values, std::back_inserter(copied));
  send(copied[0]); // FLOW
  auto pipe = std::views::filter([](const std::string& s) { return s.size() > 2; }) | std::views::take(1);
  for (const std::string& text : texts | pipe)
    send(text); // FLOW
}

void generated() {
  for (int i : std::views::iota(0, 3))
    send(i); // NO-FLOW
  std::string line = "a," + enteredEmail();
  for (auto part : std::views::split(line, ','))
    send(std::string_view(part.begin(), part.end())); // FLOW
}

} // namespace features
