// Boost.PropertyTree.
#include "people.h"
#include <boost/property_tree/ini_parser.hpp>
#include <boost/property_tree/json_parser.hpp>
#include <boost/property_tree/ptree.hpp>
#include <boost/property_tree/xml_parser.hpp>
#include <fstream>
#include <iostream>
#include <sstream>
using boost::property_tree::ptree;

void members(const Person& p) {
  ptree tree, child;
  tree.put("patron.name", p.name);
  tree.put("patron.branch", p.branch);
  out(tree.get<std::string>("patron.name")); // reaches patron.name
  out(tree.get<int>("patron.branch"));
  out(tree.get("patron.name", std::string("x"))); // reaches patron.name
  out(tree.get<std::string>("patron.branch", "x"));
  out(*tree.get_optional<std::string>("patron.name")); // reaches patron.name
  out(tree.get_child("patron").get<std::string>("name")); // misses patron.name
  child.put_value(p.email);
  out(child.data()); // reaches patron.email
  out(child.get_value<std::string>()); // reaches patron.email
  tree.put_child("email", child), tree.add_child("other", ptree());
  out(tree.get_child("email").data()); // reaches patron.email
  out(tree.get_child("other").data());
  out(tree.get_child_optional("email")->data()); // reaches patron.email
  tree.add("pin", p.pin);
  out(tree.get<int>("pin")); // reaches patron.pin
  tree.push_back(std::make_pair("", child));
  for (const auto& [key, value] : child)
    out(key), out(value.data());
  for (auto& member : tree)
    out(member.second.data()); // reaches patron.name patron.email patron.pin
  for (auto at = tree.begin(); at != tree.end(); ++at)
    out(at->second.data()); // reaches patron.name patron.email patron.pin
  out(static_cast<int>(tree.count("x") + tree.size() + tree.empty()));
  ptree own("x");
  out(own.data());
  own.data() = p.name;
  out(own.data()); // reaches patron.name
  own.clear();
  out(own.data());
  out(tree.front().second.data()), out(tree.back().second.data()); // reaches patron.name patron.email patron.pin
  tree.find("x"), tree.erase("x"), tree.swap(own);
}

void texts(const Person& p) {
  ptree tree, other;
  tree.put("name", p.name), other.put("branch", p.branch);
  std::ostringstream memory, none;
  write_json(memory, tree);
  out(memory.str()); // reaches patron.name
  write_json(none, other, false);
  out(none.str());
  write_json(std::cout, tree); // reaches patron.name
  write_xml("x", tree); // reaches patron.name
  write_ini("x", other);
  write_json("x", tree); // reaches patron.name
  std::ofstream file("x");
  write_xml(file, tree), write_ini(file, other); // reaches patron.name
  std::istringstream in(p.email);
  read_json(in, other);
  out(other.get<std::string>("x")); // reaches patron.email
  read_xml(in, other), read_ini(in, other);
  read_json("x", other);
  out(other.get<std::string>("x"));
  read_xml("x", other), read_ini("x", other);
}
