// Ranges: algorithms over whole ranges, projections, views and their adaptors, composed with a bar.
#include "library.h"

#include <algorithm>
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
    send(n); // NO-FLOW known-gap: views pass everything through
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
    send(number); // NO-FLOW known-gap: views pass everything through
}

void generated() {
  for (int i : std::views::iota(0, 3))
    send(i); // NO-FLOW
  std::string line = "a," + enteredEmail();
  for (auto part : std::views::split(line, ','))
    send(std::string_view(part.begin(), part.end())); // FLOW
}

} // namespace features
