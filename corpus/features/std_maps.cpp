// Associative containers: keys and values apart, entries by constant key apart, sets, multimaps,
// hashed ones.
#include "library.h"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace features {

void byConstantKey() {
  std::map<std::string, std::string> row;
  row["email"] = enteredEmail();
  row["branch"] = "main";
  send(row["email"]);     // FLOW
  send(row["branch"]);    // NO-FLOW
  send(row.at("email"));  // FLOW
  send(row.at("branch")); // NO-FLOW
  row["email"] = "";
  send(row["email"]); // NO-FLOW
}

void byVariableKey(const std::string& key) {
  std::unordered_map<std::string, std::string> row;
  row["email"] = enteredEmail();
  send(row[key]); // FLOW
  row.clear();
  send(row[key]); // NO-FLOW
}

void keysAndValues() {
  std::map<std::string, int> visits;
  visits[enteredEmail()] = 3;
  for (const auto& [email, count] : visits) {
    send(email); // FLOW
    send(count); // NO-FLOW
  }
  send(visits.begin()->first);  // FLOW
  send(visits.begin()->second); // NO-FLOW
}

void found() {
  std::map<int, std::string> emails{{1, enteredEmail()}}, titles{{1, "title"}};
  auto email = emails.find(1);
  send(email->second); // FLOW
  send(email->first);  // NO-FLOW
  auto title = titles.find(1);
  send(title->second); // NO-FLOW
  title->second = enteredEmail();
  send(titles[1]);       // FLOW
  send(emails.count(1)); // NO-FLOW
}

void inserted() {
  std::map<int, std::string> emails, titles;
  emails.insert({1, enteredEmail()});
  titles.insert(std::make_pair(1, catalogueTitle()));
  send(emails.begin()->second); // FLOW
  send(titles.begin()->second); // NO-FLOW
  titles.emplace(2, enteredEmail());
  send(titles.rbegin()->second); // FLOW
  std::map<int, std::string> others;
  others.insert_or_assign(1, enteredEmail());
  others.try_emplace(2, "b");
  send(others.at(1)); // FLOW
}

void ofRecords(const Patron& patron) {
  std::map<long, Patron> patrons;
  patrons[patron.barcode] = patron;
  send(patrons.begin()->second.email);      // FLOW patron.email
  send(patrons.begin()->second.homeBranch); // NO-FLOW
  send(patrons.begin()->first);             // FLOW patron.barcode
}

void sets() {
  std::set<std::string> emails{enteredEmail()}, titles{"title"};
  send(*emails.begin());              // FLOW
  send(*titles.begin());              // NO-FLOW
  send(emails.size());                // NO-FLOW
  send(emails.contains("a") ? 1 : 0); // NO-FLOW
  std::unordered_set<int> cards;
  cards.insert(scannedCard());
  for (int card : cards)
    send(card); // FLOW
  titles.merge(emails);
  send(*titles.begin()); // FLOW
}

void multimaps() {
  std::multimap<int, std::string> emails;
  emails.insert({1, enteredEmail()});
  auto [first, last] = emails.equal_range(1);
  for (auto at = first; at != last; ++at)
    send(at->second); // FLOW
  std::multiset<int> shelves{1, 1};
  send(*shelves.begin()); // NO-FLOW
}

void nodes() {
  std::map<int, std::string> from{{1, enteredEmail()}}, to;
  auto node = from.extract(1);
  send(node.mapped()); // FLOW
  to.insert(std::move(node));
  send(to.begin()->second); // FLOW
}

void nested() {
  std::map<std::string, std::map<std::string, std::string>> rows;
  rows["ann"]["email"] = enteredEmail();
  rows["ann"]["branch"] = "main";
  send(rows["ann"]["email"]);  // FLOW
  send(rows["ann"]["branch"]); // NO-FLOW
}

// What is there already stays, or is kept beside.
void sameKeyTwice() {
  std::map<std::string, int> one;
  one.emplace("ann", scannedCard());
  one.emplace("ann", 3);
  send(one.at("ann")); // FLOW
  one["ann"] = 3;
  send(one.at("ann")); // NO-FLOW
  std::multimap<std::string, int> many;
  many.emplace("ann", scannedCard());
  many.emplace("ann", 3);
  for (const auto& [name, number] : many)
    send(number); // FLOW
}

void pairsOfOtherTypes() {
  std::map<std::string, std::string> rows;
  rows.insert({"a", enteredEmail()});
  rows.insert(std::make_pair("b", std::string("x")));
  send(rows["b"]); // NO-FLOW
  send(rows["a"]); // FLOW
  for (auto& [key, value] : rows) {
    send(key);   // NO-FLOW
    send(value); // FLOW
  }
}

void merged() {
  std::map<std::string, std::string> given, settings{{"theme", "dark"}};
  given["user"] = enteredEmail();
  settings.insert(given.begin(), given.end());
  send(settings["user"]);  // FLOW
  send(settings["theme"]); // NO-FLOW
  settings.insert(settings.end(), {"name", enteredName()});
  send(settings["name"]);  // FLOW
  send(settings["theme"]); // NO-FLOW
}

void foundByPart() {
  std::map<std::string, std::string, std::less<>> values{{"who", enteredName()}};
  std::string_view text = "who|";
  send(values.find(text.substr(0, 3))->second); // FLOW
}

} // namespace features
