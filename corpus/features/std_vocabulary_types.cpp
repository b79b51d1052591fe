// optional, variant, any, pair and tuple: what was put in comes out, alternative by alternative,
// element by element.
#include "library.h"
#include <string>

#include <any>
#include <map>
#include <optional>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>

namespace features {

struct Row {
  std::string email;
  int shelf = 0;
};

void optionals() {
  std::optional<std::string> email = enteredEmail(), none;
  send(*email);                        // FLOW
  send(email.value());                 // FLOW
  send(email->substr(1));              // FLOW
  send(none.value_or("none"));         // NO-FLOW
  send(none.value_or(enteredEmail())); // FLOW
  send(email.has_value() ? 1 : 0);     // NO-FLOW
  email.reset();
  send(email.value_or("none")); // NO-FLOW
  email = enteredEmail();
  email = std::nullopt;
  send(email.value_or("none")); // NO-FLOW
  email.emplace(enteredEmail());
  send(*email); // FLOW
  std::optional<Row> row{Row{enteredEmail(), 1}};
  send(row->email); // FLOW
  send(row->shelf); // NO-FLOW
}

static std::optional<std::string> found(bool isKnown) {
  if (isKnown)
    return enteredEmail();
  return std::nullopt;
}

void returnedOptional() {
  if (auto email = found(true))
    send(*email);                      // FLOW
  send(found(false).value_or("none")); // NO-FLOW
}

void variants() {
  std::variant<int, std::string> either = enteredEmail();
  send(std::get<std::string>(either)); // FLOW
  send(std::get<1>(either));           // FLOW
  if (auto* text = std::get_if<std::string>(&either))
    send(*text);        // FLOW
  send(either.index()); // NO-FLOW
  either = 3;
  send(std::get<int>(either)); // NO-FLOW
  either.emplace<int>(scannedCard());
  send(std::get<0>(either)); // FLOW
}

struct Visitor {
  void operator()(int number) const {
    send(number); // NO-FLOW
  }
  void operator()(const std::string& text) const {
    send(text); // FLOW
  }
};

template <typename... Parts> struct Overloaded : Parts... {
  using Parts::operator()...;
};
template <typename... Parts> Overloaded(Parts...) -> Overloaded<Parts...>;

void visitedByLambdas() {
  std::variant<int, std::string> either = enteredEmail();
  std::visit(Overloaded{[](int) {},
                        [](const std::string& text) {
                          send(text); // FLOW
                        }},
             either);
  std::visit(Overloaded{[](int) {}, [](const std::string&) { send("a text"); }}, either); // NO-FLOW
}

void visited() {
  std::variant<int, std::string> either = enteredEmail();
  std::visit(Visitor{}, either);
  std::variant<int, std::string> plain = "desk";
  std::visit(
      [](const auto& value) {
        send(value); // NO-FLOW
      },
      plain);
  std::string text = std::visit([](const auto&) { return std::string("x"); }, either);
  send(text); // NO-FLOW
}

void anything() {
  std::any any = enteredEmail();
  send(std::any_cast<std::string>(any));   // FLOW
  send(*std::any_cast<std::string>(&any)); // FLOW
  any = 3;
  send(std::any_cast<int>(any)); // NO-FLOW
  any.emplace<int>(scannedCard());
  send(std::any_cast<int&>(any)); // FLOW
  any.reset();
  send(any.has_value() ? 1 : 0); // NO-FLOW
}

void pairs() {
  std::pair<std::string, int> pair(enteredEmail(), 1);
  send(pair.first);        // FLOW
  send(pair.second);       // NO-FLOW
  send(std::get<0>(pair)); // FLOW
  auto other = std::make_pair(1, enteredEmail());
  send(other.first);  // NO-FLOW
  send(other.second); // FLOW
  pair.first = "";
  send(pair.first); // NO-FLOW
}

void tuples() {
  auto row = std::make_tuple(enteredEmail(), 1, std::string("main"));
  send(std::get<0>(row)); // FLOW
  send(std::get<1>(row)); // NO-FLOW
  send(std::get<2>(row)); // NO-FLOW
  std::get<1>(row) = scannedCard();
  send(std::get<1>(row)); // FLOW
  std::string email, branch;
  int card = 0;
  std::tie(email, card, branch) = row;
  send(email);  // FLOW
  send(card);   // FLOW
  send(branch); // NO-FLOW
  int sum = std::apply([](const auto&, int number, const auto&) { return number; }, row);
  send(sum); // FLOW
}

void byReference(const Patron& patron) {
  std::any held = patron;
  send(std::any_cast<const Patron&>(held).email); // FLOW
  std::any_cast<Patron&>(held).email = "none";
  send(std::any_cast<Patron&>(held).email); // NO-FLOW
}

void visitedByOverloads() {
  std::variant<std::string, int> name = std::string(enteredName()), title = catalogueTitle();
  std::string a = "none", b = "none";
  auto keep = [](std::string& text) {
    return [&text](const auto& value) {
      if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::string>)
        text = value;
      else
        text = "a number";
    };
  };
  std::visit(keep(a), name);
  std::visit(keep(b), title);
  send(a); // FLOW
  send(b); // NO-FLOW
}

void alternativeWithArguments() {
  using Fields = std::map<std::string, std::string>;
  std::variant<std::string, Fields> row = Fields{};
  std::get<Fields>(row)["email"] = enteredEmail();
  std::get<Fields>(row)["branch"] = "main";
  send(std::get<1>(row).at("email"));       // FLOW
  send(std::get<Fields>(row).at("branch")); // NO-FLOW
}

void pairsOfReferences() {
  int shelf = 1, other = 1, untouched = 1;
  std::string name = "a";
  std::pair<std::string&, int&> both(name, shelf);
  both.second = scannedCard();
  send(shelf);       // FLOW
  send(both.second); // FLOW
  send(name);        // NO-FLOW
  auto [text, number] = std::pair<std::string&, int&>(name, other);
  number = scannedCard();
  send(other); // FLOW
  std::get<0>(std::tie(name, untouched)) = enteredName();
  send(name);      // FLOW
  send(untouched); // NO-FLOW
}

struct Failure {
  std::string text;
};

class Answer {
public:
  Answer(std::string value) : state_(std::in_place_index<0>, std::move(value)) {}
  Answer(Failure failure) : state_(std::in_place_index<1>, std::move(failure)) {}
  const std::string& value() const { return std::get<0>(state_); }
  const Failure& failure() const { return std::get<1>(state_); }

private:
  std::variant<std::string, Failure> state_;
};

static Answer asked() {
  std::string email = enteredEmail();
  if (email.empty())
    return Failure{"no address"};
  return email;
}

void oneOfTwoInAnObject(bool isRight) {
  Answer answer = asked();
  if (isRight)
    send(answer.value()); // FLOW
  else
    send(answer.failure().text); // NO-FLOW
}

void whicheverItHolds(bool isRight) {
  std::variant<std::string, Failure> either;
  if (isRight)
    either = std::string(enteredEmail());
  else
    either = Failure{"x"};
  if (auto* failure = std::get_if<Failure>(&either))
    send(failure->text); // NO-FLOW
  if (auto* text = std::get_if<std::string>(&either))
    send(*text); // FLOW
  if (std::holds_alternative<Failure>(either))
    send(std::get<Failure>(either).text); // NO-FLOW
  if (either.index() == 0)
    send(std::get<0>(either)); // FLOW
  either.emplace<Failure>(Failure{enteredName()});
  if (either.index() == 0)
    send(std::get<0>(either)); // NO-FLOW
  else
    send(std::get<1>(either).text); // FLOW patron.name
}

static int numberIn(const std::variant<int, std::string>& either) { return std::get<0>(either); }

void notWhatItHolds() {
  std::variant<int, std::string> either = std::string("x");
  try {
    send(numberIn(either));
    send(enteredName()); // NO-FLOW
  } catch (const std::exception&) {
    send(enteredName()); // FLOW
  }
  send(enteredEmail()); // FLOW
}

struct Put {
  std::string value;
};
struct Get {
  std::string key;
};
using Message = std::variant<Put, Get>;

static std::string textOf(const Message& message) {
  if (auto* put = std::get_if<Put>(&message))
    return put->value;
  if (auto* get = std::get_if<1>(&message))
    return get->key;
  return "";
}

void alternativesInTurn() {
  send(textOf(Put{enteredEmail()})); // FLOW
  send(textOf(Get{enteredEmail()})); // FLOW
  send(textOf(Get{"k"}));            // NO-FLOW
}

static std::tuple<int, std::string> row(bool isThere) {
  return {1, isThere ? enteredEmail() : std::string("no")};
}

void elementsByType() {
  auto both = row(true);
  send(std::get<std::string>(both)); // FLOW
  send(std::get<int>(both));         // NO-FLOW
  std::tuple<int, int, std::string> twice{1, scannedCard(), "a"};
  send(std::get<1>(twice));           // FLOW
  send(std::get<std::string>(twice)); // NO-FLOW
}

} // namespace features
