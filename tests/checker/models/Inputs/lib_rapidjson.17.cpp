// RapidJSON.
#include "people.h"
#include <cstdio>
#include <fstream>
#include <iostream>
#include <rapidjson/document.h>
#include <rapidjson/filewritestream.h>
#include <rapidjson/istreamwrapper.h>
#include <rapidjson/ostreamwrapper.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
#include <sstream>
using rapidjson::Document;
using rapidjson::StringBuffer;
using rapidjson::Value;

void members(const Person& p) {
  Document all;
  all.SetObject();
  auto& memory = all.GetAllocator();
  Value email, list(rapidjson::kArrayType), copy;
  all.AddMember("name", Value(p.name.c_str(), memory), memory);
  all.AddMember("branch", p.branch, memory);
  email.SetString(p.email.c_str(), p.email.size(), memory);
  all.AddMember("email", email, memory);
  all.AddMember("ref", rapidjson::StringRef(p.name.c_str()), memory);
  out(all["name"].GetString()); // reaches patron.name
  out(all["branch"].GetInt());
  out(all["email"].GetString()); // reaches patron.email
  out(all["ref"].GetString()); // reaches patron.name
  out(all.FindMember("email")->value.GetString()); // reaches patron.email
  for (auto& member : all.GetObject())
    out(member.value.GetString()); // reaches patron.name patron.email
  for (auto at = all.MemberBegin(); at != all.MemberEnd(); ++at)
    out((*at).value.GetString()); // reaches patron.name patron.email
  all.RemoveMember("ref"), all.RemoveMember("name");
  all["pin"] = p.pin;
  out(all["pin"].GetInt()); // reaches patron.pin
  all["branch"].SetInt(p.pin);
  out(all["branch"].GetUint()); // reaches patron.pin
  list.PushBack(p.pin, memory);
  out(list[0].GetInt64()); // reaches patron.pin
  for (auto& item : list.GetArray())
    out(item.GetInt()); // reaches patron.pin
  copy.CopyFrom(list, memory);
  out(copy[0].GetDouble()); // reaches patron.pin
  Value moved(std::move(copy)), cloned(list, memory);
  out(moved[0].GetInt()), out(cloned[0].GetInt()); // reaches patron.pin
  copy.SetArray();
  out(copy[0].GetBool());
  out(all.HasMember("x") + all.IsObject() + all.IsArray() + all["x"].IsString() + all["x"].IsInt() + all["x"].IsNull());
  out(static_cast<int>(list.Size() + list.Empty() + all.MemberCount() + all["x"].GetStringLength() + all.GetType()));
  list.Begin(), list.End(), copy.SetNull(), copy.SetUint(1), copy.SetInt64(1), copy.SetDouble(1), copy.SetBool(true);
}

void writers(const Person& p) {
  StringBuffer buffer, other;
  rapidjson::Writer<StringBuffer> writer(buffer), plain(other);
  writer.StartObject(), writer.Key("name"), writer.String(p.name.c_str()), writer.EndObject();
  out(buffer.GetString()); // reaches patron.name
  plain.StartArray(), plain.Int(p.branch), plain.Null(), plain.EndArray();
  out(other.GetString());
  buffer.Clear();
  out(buffer.GetString());
  writer.Int(p.pin), writer.Uint(1), writer.Int64(1), writer.Double(1), writer.Bool(true), writer.RawValue("x", 1, rapidjson::kStringType);
  out(buffer.GetString()); // reaches patron.pin
  out(static_cast<int>(buffer.GetSize()));
  Document document;
  document.SetObject();
  document.AddMember("email", Value(p.email.c_str(), document.GetAllocator()), document.GetAllocator());
  document.Accept(plain);
  out(other.GetString()); // reaches patron.email
  rapidjson::OStreamWrapper display(std::cout);
  rapidjson::PrettyWriter<rapidjson::OStreamWrapper> pretty(display);
  document.Accept(pretty); // reaches patron.email
  pretty.String(p.name.c_str()); // reaches patron.name
  pretty.String("x");
  std::ostringstream memory;
  rapidjson::OStreamWrapper wrapped(memory);
  rapidjson::Writer<rapidjson::OStreamWrapper> into(wrapped);
  document.Accept(into);
  out(memory.str()); // reaches patron.email
  char bytes[100];
  rapidjson::FileWriteStream file(std::fopen("x", "w"), bytes, sizeof bytes);
  rapidjson::Writer<rapidjson::FileWriteStream> to(file);
  document.Accept(to); // reaches patron.email
}

void reads(const Person& p) {
  Document document, other;
  document.Parse(p.name.c_str());
  out(document["x"].GetString()); // reaches patron.name
  document.Parse("{}");
  if (!document.HasParseError())
    out(document["x"].GetString());
  std::istringstream in(p.email);
  rapidjson::IStreamWrapper wrapped(in);
  other.ParseStream(wrapped);
  out(other["x"].GetString()); // reaches patron.email
  char text[10] = "{}";
  other.ParseInsitu(text), other.GetParseError(), other.GetErrorOffset();
}
