// Comparisons, as C++17 has them.
#include "people.h"
#include <iostream>
#include <list>
#include <map>
#include <unordered_map>
#include <vector>

void compares(const Person& p, std::vector<std::string>& v, std::map<int, int>& m, std::unordered_map<int, int>& u) {
  out(p.name == "x");
  out(p.name != "x");
  out(p.name < "x");
  out(p.name > "x");
  out(p.name <= "x");
  out(p.name >= "x");
  out((v.begin() == v.end()) + (v.begin() != v.end()) + (v.begin() < v.end()) + (v.begin() > v.end()));
  out((v.begin() <= v.end()) + (v.begin() >= v.end()));
  out((m.begin() == m.end()) + (m.begin() != m.end()) + (u.begin() == u.end()) + (u.begin() != u.end()));
}

void words(std::istream& in) {
  char word[10];
  char* to = word;
  in >> to;
  out(word);
}
