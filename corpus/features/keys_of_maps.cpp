// Which constant keys a map has, and that it is not known any longer where a key is not.
#include "library.h"
#include <map>
#include <string>
#include <unordered_map>
#include <utility>

using namespace features;

void fill(std::map<int, std::string>& to);

void absentKeys() {
  std::map<int, int> none;
  if (none.count(1))
    send(enteredName()); // NO-FLOW
  std::map<std::string, int> m;
  m["a"] = 1;
  auto it = m.find("b");
  if (it != m.end())
    send(enteredName()); // NO-FLOW
  if (it == m.end())
    send(enteredName()); // FLOW
  auto there = m.find("a");
  if (there != m.end())
    send(enteredName()); // FLOW
}

void unknownKeys(int k, bool some) {
  std::map<int, int> m, n, o, p;
  m[k] = 2;
  if (m.count(1))
    send(enteredName()); // FLOW
  n.insert({k, 1});
  if (n.find(1) != n.end())
    send(enteredName()); // FLOW
  o[1] = 2;
  o.erase(k);
  if (!o.contains(1))
    send(enteredName()); // FLOW
  if (some)
    p[1] = 2;
  if (p.contains(1))
    send(enteredName()); // FLOW
  if (p.count(1) == 0)
    send(enteredName()); // FLOW
}

void erasedKeys() {
  std::map<int, int> m{{1, 1}}, n{{1, 1}}, o{{1, 1}};
  m.erase(1);
  if (!m.contains(1))
    send(enteredName()); // FLOW
  n.erase(n.begin());
  if (!n.contains(1))
    send(enteredName()); // FLOW
  o.clear();
  if (!o.contains(1))
    send(enteredName()); // FLOW
}

void fromElsewhere(std::map<int, int> given) {
  if (given.contains(1))
    send(enteredName()); // FLOW
  std::map<int, std::string> filled;
  fill(filled);
  if (filled.count(1))
    send(enteredName()); // FLOW
  std::map<int, int> a{{1, 1}}, b{{2, 2}}, c;
  a.merge(b);
  if (a.count(2))
    send(enteredName()); // FLOW
  c.swap(a);
  if (c.count(2))
    send(enteredName()); // FLOW
}

void entriesOverwritten() {
  std::map<int, std::string> m{{1, enteredEmail()}};
  if (auto i = m.find(1); i != m.end())
    i->second = "clean";
  send(m[1]); // NO-FLOW
  std::unordered_map<int, std::string> n{{1, enteredEmail()}};
  if (n.count(1))
    n[1] = "clean";
  send(n[1]); // NO-FLOW
  std::map<int, std::string> o{{1, enteredEmail()}};
  if (o.count(2))
    o[1] = "clean";
  send(o[1]); // FLOW
}

struct Cache {
  std::map<int, std::string> kept;
  std::string get(int k) {
    auto it = kept.find(k);
    if (it != kept.end())
      return it->second;
    kept[k] = enteredName();
    return kept[k];
  }
};

void cached() {
  Cache empty, filled;
  send(empty.get(1)); // FLOW
  filled.kept[1] = "x";
  send(filled.get(1)); // NO-FLOW
}
