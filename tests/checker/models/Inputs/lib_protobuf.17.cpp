// Protocol Buffers. The message is written as protoc generates it.
#include "people.h"
#include <fstream>
#include <google/protobuf/arenastring.h>
#include <google/protobuf/message.h>
#include <google/protobuf/text_format.h>
#include <google/protobuf/util/json_util.h>
#include <iostream>
#include <sstream>
namespace pb = google::protobuf;

class User : public pb::Message {
public:
  User();
  void set_name(const std::string& value) { name_.Set(value, nullptr); }
  const std::string& name() const { return name_.Get(); }
  void set_branch(int value) { branch_ = value; }
  std::string* mutable_name() { return name_.Mutable(nullptr); }

private:
  pb::internal::ArenaStringPtr name_;
  int branch_;
};

void messages(const Person& p, User& user, User& plain) {
  user.set_name(p.name), user.set_branch(p.branch), plain.set_branch(p.branch);
  out(user.name()); // reaches patron.name
  out(user.SerializeAsString()); // reaches patron.name
  out(plain.SerializeAsString());
  std::string text, none;
  user.SerializeToString(&text), plain.SerializeToString(&none);
  out(text); // reaches patron.name
  out(none);
  out(user.ShortDebugString()); // reaches patron.name
  out(user.DebugString()); // reaches patron.name
  out(plain.DebugString());
  user.PrintDebugString(); // reaches patron.name
  std::ofstream file("x");
  user.SerializeToOstream(&file); // reaches patron.name
  plain.SerializeToOstream(&file);
  std::ostringstream memory;
  user.SerializeToOstream(&memory);
  out(memory.str()); // reaches patron.name
  std::string json, printed;
  pb::util::MessageToJsonString(user, &json);
  out(json); // reaches patron.name
  pb::TextFormat::PrintToString(user, &printed);
  out(printed); // reaches patron.name
  user.SerializeToFileDescriptor(1); // reaches patron.name
}

void reads(const Person& p, User& user, User& other) {
  user.ParseFromString(p.email);
  out(user.SerializePartialAsString()); // reaches patron.email
  std::istringstream in(p.email);
  other.ParseFromIstream(&in);
  out(other.name()); // reaches patron.email
  char bytes[10];
  pb::MessageLite& lite = other;
  lite.SerializeToOstream(&std::cout), lite.SerializeToFileDescriptor(1); // reaches patron.email
  other.AppendToString(nullptr), other.SerializeToArray(bytes, 10), other.ParseFromArray(bytes, 10), other.MergeFromString("x");
  other.Utf8DebugString(), other.ByteSizeLong(), other.IsInitialized(), other.GetTypeName(), other.mutable_name();
  pb::util::JsonStringToMessage("{}", &other);
}
