// JSON for Modern C++.
#include "people.h"
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <vector>
using nlohmann::json;

void members(const Person& p) {
  json all, copy;
  all["name"] = p.name;
  all["branch"] = p.branch;
  all["contact"]["email"] = p.email.c_str();
  out(all["name"].get<std::string>()); // reaches patron.name
  out(all["branch"].get<int>());
  out(all.at("contact")["email"].dump()); // reaches patron.email
  out(all["contact"]["phone"].dump());
  out(all.dump(2)); // reaches patron.name patron.email
  const std::string key = "name";
  std::string name = all[key];
  out(name); // reaches patron.name
  out(all.value("name", "x")); // reaches patron.name
  out(all.value("branch", 0));
  copy = all;
  copy.erase("contact");
  out(copy.dump()); // reaches patron.name
  copy.erase(copy.find("name"));
  out(static_cast<int>(all.contains("name") + all.size() + all.count("name") + all.is_string()));
  copy.clear();
  out(copy.dump());
  json moved = std::move(all);
  out(to_string(moved)); // reaches patron.name patron.email
}

void lists(const Person& p) {
  json list = json::array(), other;
  list.push_back(p.name);
  list.push_back({{"branch", p.branch}});
  out(list.dump()); // reaches patron.name
  for (const auto& item : list)
    out(item.dump()); // reaches patron.name
  for (auto& [key, value] : list.items()) {
    out(key);
    out(value.dump()); // reaches patron.name
  }
  for (json::iterator at = list.begin(); at != list.end(); ++at) {
    out(at->dump()); // reaches patron.name
    out((*at).dump()); // reaches patron.name
    out(at.value().dump()); // reaches patron.name
  }
  for (auto item : list.items())
    out(item.key()), out(item.value().dump()); // reaches patron.name
  list.begin().key(), list.cbegin() == list.cend(), list.rbegin(), list.rend(), list.crbegin(), list.crend(), --list.end();
  out(list.front().dump()); // reaches patron.name
  out(list.back().dump()); // reaches patron.name
  other += p.email;
  out(other[0].dump()); // reaches patron.email
  other.swap(list);
  out(list.dump()); // reaches patron.email
  list.emplace_back(p.pin);
  out(list.dump()); // reaches patron.email patron.pin
  json made;
  made.emplace("email", p.email);
  out(made["email"].dump()); // reaches patron.email
  made.update(json(p.name));
  made.insert(made.begin(), p.branch);
  json numbers = std::vector<int>{p.pin};
  out(numbers.dump()); // reaches patron.pin
}

void literals(const Person& p) {
  json all = {{"name", p.name}, {"branch", p.branch}, {"contact", {{"email", p.email}}}};
  out(all["name"].dump()); // reaches patron.name
  out(all["branch"].dump());
  out(all["contact"]["email"].dump()); // reaches patron.email
  out(all.dump()); // reaches patron.name patron.email
  json same = json::object({{"pin", p.pin}, {"branch", p.branch}});
  out(same["pin"].dump()); // reaches patron.pin
  out(same["branch"].dump());
  json list{"x", p.email};
  out(list.dump()); // reaches patron.email
}

void texts(const Person& p) {
  json read = json::parse(p.name);
  out(read["x"].dump()); // reaches patron.name
  out(json::parse("{}").dump());
  std::cout << read; // reaches patron.name
  std::ofstream("x") << read << json(p.branch); // reaches patron.name
  std::ostringstream memory;
  memory << json(p.email);
  out(memory.str()); // reaches patron.email
  std::istringstream in(p.email);
  json from;
  in >> from;
  out(from.dump()); // reaches patron.email
  int pin;
  json(p.pin).get_to(pin);
  out(pin); // reaches patron.pin
  out(from.get_ref<std::string&>()); // reaches patron.email
  out(*from.get_ptr<std::string*>()); // reaches patron.email
  std::vector<std::uint8_t> bytes = json::to_cbor(from);
  out(json::from_cbor(bytes).dump()); // reaches patron.email
  out(json::from_msgpack(json::to_msgpack(json(p.branch))).dump());
  json::to_bson(from), from.flatten(), from.merge_patch(read), from.empty(), from.type(), from.type_name();
  json::accept("x"), from.max_size(), from.is_null(), from.is_boolean(), from.is_number(), from.is_number_integer();
  from.is_number_float(), from.is_object(), from.is_array(), from.is_primitive(), from.is_structured();
}

struct Notice {
  std::string name;
  int branch;
  NLOHMANN_DEFINE_TYPE_INTRUSIVE(Notice, name, branch)
};

void own(const Person& p) {
  Notice notice{p.name, p.branch};
  json made = notice;
  out(made.dump()); // reaches patron.name
  out(made.get<Notice>().name); // reaches patron.name
}
