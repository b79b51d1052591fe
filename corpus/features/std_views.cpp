// std::string_view and std::span: they see what their owner holds, and later what it holds then.
#include "library.h"

#include <array>
#include <span>
#include <string_view>
#include <vector>

namespace features {

void views() {
  std::string email = enteredEmail(), title = "title";
  std::string_view view = email;
  send(view); // FLOW
  view.remove_prefix(2);
  send(view);              // FLOW
  send(view.substr(1, 2)); // FLOW
  send(view.size());       // NO-FLOW
  send(view.front());      // FLOW
  view = title;
  send(view);              // NO-FLOW
  send(std::string(view)); // NO-FLOW
}

static std::string_view domain(std::string_view address) {
  return address.substr(address.find('@') + 1);
}

void returned() {
  std::string email = enteredEmail();
  send(domain(email));                // FLOW
  send(domain("desk@ridge.example")); // NO-FLOW
}

void literals() {
  using namespace std::literals;
  std::string_view view = "loans"sv;
  send(view); // NO-FLOW
  std::string text = "to "s + std::string(view);
  send(text); // NO-FLOW
}

void spans() {
  std::vector<int> cards{scannedCard(), 1}, shelves{1, 2};
  std::span<int> span = cards;
  send(span[0]);            // FLOW
  send(span.front());       // FLOW
  send(span.subspan(1)[0]); // FLOW
  span = shelves;
  send(span[0]); // NO-FLOW
  span[1] = scannedCard();
  send(shelves[1]); // FLOW
}

static void fill(std::span<std::string> texts) {
  for (std::string& text : texts)
    text = enteredEmail();
}

void filled() {
  std::array<std::string, 2> texts, others;
  fill(texts);
  send(texts[0]);  // FLOW
  send(others[0]); // NO-FLOW
}

static int sum(std::span<const int> numbers) {
  int total = 0;
  for (int n : numbers)
    total += n;
  return total;
}

void summed() {
  int cards[] = {1, scannedCard()};
  int shelves[] = {1, 2};
  send(sum(cards));   // FLOW
  send(sum(shelves)); // NO-FLOW
}

static int total(std::span<const int> values) {
  int sum = 0;
  for (int value : values)
    sum += value;
  return sum;
}

static void stamp(std::span<int> values, int with) {
  for (int& value : values)
    value = with;
}

void spansOfConstants() {
  int values[4] = {1, 2, 3, 4}, others[4] = {1, 2, 3, 4};
  std::span<int> all(values), rest(others);
  stamp(all.subspan(2), scannedCard());
  send(total(all));  // FLOW
  send(total(rest)); // NO-FLOW
}

} // namespace features
