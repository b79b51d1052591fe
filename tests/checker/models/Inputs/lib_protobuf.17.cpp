// Protocol Buffers. The message is written as protoc generates it.
#include "people.h"
#include <fstream>
#include <google/protobuf/arenastring.h>
#include <google/protobuf/message.h>
#include <google/protobuf/repeated_field.h>
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

// A message as protoc 3.21 generates it: its members are in a union, and its accessors call each other.
class Reader final : public pb::Message {
public:
  Reader();
  ~Reader() override;
  const std::string& name() const { return _internal_name(); }
  template <typename ArgT0 = const std::string&, typename... ArgT> void set_name(ArgT0&& arg0, ArgT... args) {
    _impl_.name_.Set(static_cast<ArgT0&&>(arg0), args..., GetArenaForAllocation());
  }
  const std::string& branch() const { return _impl_.branch_.Get(); }
  template <typename ArgT0 = const std::string&, typename... ArgT> void set_branch(ArgT0&& arg0, ArgT... args) {
    _impl_.branch_.Set(static_cast<ArgT0&&>(arg0), args..., GetArenaForAllocation());
  }
  int pin() const { return _impl_.pin_; }
  void set_pin(int value) { _impl_.pin_ = value; }
  const std::string& mails(int index) const { return _impl_.mails_.Get(index); }
  void add_mails(const std::string& value) { _impl_.mails_.Add()->assign(value); }
  std::string* add_mails() { return _impl_.mails_.Add(); }
  const pb::RepeatedPtrField<std::string>& mails() const { return _impl_.mails_; }
  int pins(int index) const { return _impl_.pins_.Get(index); }
  void add_pins(int value) { _impl_.pins_.Add(value); }

private:
  const std::string& _internal_name() const { return _impl_.name_.Get(); }
  struct Impl_ {
    pb::RepeatedPtrField<std::string> mails_;
    pb::RepeatedField<int> pins_;
    pb::internal::ArenaStringPtr name_, branch_;
    DATA("patron.pin") int pin_;
  };
  union {
    Impl_ _impl_;
  };
};

void accessors(const Person& p, Reader& r, Reader& other) {
  r.set_name(p.name), r.set_branch("main"), r.add_mails(p.email);
  out(r.name()); // reaches patron.name
  out(r.branch());
  out(r.mails(0)); // reaches patron.email
  for (const std::string& mail : r.mails())
    out(mail); // reaches patron.email
  out(std::to_string(other.pin())); // reaches patron.pin
  other.add_pins(p.pin);
  out(std::to_string(other.pins(0))); // reaches patron.pin
  *other.add_mails() = p.name;
  out(other.mails(0)); // reaches patron.name
  out(other.branch());
}

void repeated(pb::RepeatedField<int>& n, pb::RepeatedPtrField<std::string>& t) {
  n.Set(0, 1), n.size(), n.empty(), n.Reserve(1), n.Clear(), *n.Mutable(0) = 1, n[0], n.at(0), n.begin(), n.end(), n.Add(), t.Add("x");
  *t.Mutable(0) = "x", t.begin()->size(), t.Clear();
}
