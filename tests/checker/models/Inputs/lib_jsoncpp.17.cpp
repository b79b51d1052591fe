// JsonCpp.
// flags: -I/usr/include/jsoncpp
#include "people.h"
#include <fstream>
#include <iostream>
#include <json/json.h>
#include <memory>
#include <sstream>
#pragma clang diagnostic ignored "-Wdeprecated-declarations"

void members(const Person& p) {
  Json::Value all, list(Json::arrayValue), plain("x"), copy;
  all["name"] = p.name;
  all["branch"] = p.branch;
  all["contact"]["email"] = p.email.c_str();
  out(all["name"].asString()); // reaches patron.name
  out(all["branch"].asInt());
  out(all["contact"]["email"].asCString()); // reaches patron.email
  out(all["contact"]["phone"].asString());
  out(all.get("name", "x").asString()); // reaches patron.name
  out(all.toStyledString()); // reaches patron.name patron.email
  copy = all;
  Json::Value second(all);
  out(second["name"].asString()); // reaches patron.name
  copy.removeMember("name");
  out(copy.toStyledString()); // reaches patron.email
  copy.clear();
  out(copy.toStyledString());
  list.append(p.pin), list.append(p.branch);
  for (const Json::Value& item : list)
    out(item.asInt()); // reaches patron.pin
  for (Json::ValueConstIterator at = list.begin(); at != list.end(); ++at)
    out((*at).asInt()), out(at->asUInt()), out(at.name()); // reaches patron.pin
  for (Json::ValueIterator at = list.begin(); at != list.end(); ++at)
    out(at->asDouble() + at->asInt64() + at->asBool()); // reaches patron.pin
  const Json::Value& constant = all;
  out(constant["name"].asString()); // reaches patron.name
  out(static_cast<int>(all.size() + all.empty() + all.isMember("x") + all.isNull() + all.isString() + all.isInt() + all.isArray()));
  out(all.isObject() + all.type()), all.getMemberNames(), list.begin() == list.end(), list.begin().key(), list.begin().index();
}

void texts(const Person& p) {
  Json::Value user, branch, read;
  user["name"] = p.name, branch["id"] = p.branch;
  out(Json::FastWriter().write(user)); // reaches patron.name
  out(Json::StyledWriter().write(branch));
  Json::StreamWriterBuilder builder;
  out(Json::writeString(builder, user)); // reaches patron.name
  std::unique_ptr<Json::StreamWriter> writer(builder.newStreamWriter());
  writer->write(user, &std::cout); // reaches patron.name
  std::ofstream("x") << user << branch; // reaches patron.name
  std::ostringstream memory;
  memory << user;
  out(memory.str()); // reaches patron.name
  std::cout << branch;
  Json::Reader reader;
  reader.parse(p.email, read);
  out(read["x"].asString()); // reaches patron.email
  std::istringstream in(p.name);
  std::string errors;
  Json::parseFromStream(Json::CharReaderBuilder(), in, &read, &errors);
  out(read["x"].asString()); // reaches patron.name
  Json::Value other;
  in >> other;
  out(other.asString()); // reaches patron.name
}
