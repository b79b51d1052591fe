#include "checker/flow/Archive.h"

#include "checker/flow/Members.h"

#include "llvm/ADT/bit.h"
#include "llvm/Support/LEB128.h"
#include "llvm/Support/raw_ostream.h"

namespace circumspect::flow {

namespace {

constexpr llvm::StringRef header = "circumspect flow 2\n";
class Writer {
public:
  explicit Writer(llvm::raw_ostream& out) : out_(out) {}

  void operator()(const auto&... parts) { (write(parts), ...); }

  void write(llvm::StringRef text) {
    write(text.size());
    out_ << text;
  }

private:
  void write(double value) { write(llvm::bit_cast<uint64_t>(value)); }
  template <typename T> void write(const T& value) {
    if constexpr (std::is_enum_v<T>)
      llvm::encodeULEB128(static_cast<uint64_t>(value), out_);
    else if constexpr (std::is_signed_v<T>)
      llvm::encodeSLEB128(value, out_);
    else if constexpr (std::is_unsigned_v<T>)
      llvm::encodeULEB128(value, out_);
    else
      members(*this, value);
  }
  template <typename Tag> void write(const Id<Tag>& id) { // none is the smallest number
    write(id.index - Id<Tag>::none);
  }
  template <typename T> void write(const std::optional<T>& value) {
    write(value.has_value());
    if (value)
      write(*value);
  }
  void write(const Operand& operand) {
    write(operand.index());
    std::visit([&](const auto& value) { write(value); }, operand);
  }
  template <typename T> void write(const std::vector<T>& all) { writeAll(all); }
  template <typename T, unsigned N> void write(const llvm::SmallVector<T, N>& all) {
    writeAll(all);
  }
  void writeAll(const auto& all) {
    write(all.size());
    for (const auto& each : all)
      write(each);
  }

  llvm::raw_ostream& out_;
};

/// Reads what a Writer wrote. After a mistake it reads nothing but zeros, so that loops end.
class Reader {
public:
  explicit Reader(llvm::StringRef bytes)
      : at_(reinterpret_cast<const uint8_t*>(bytes.begin())),
        end_(reinterpret_cast<const uint8_t*>(bytes.end())) {}

  bool isWhole() const { return !isBroken_ && at_ == end_; }

  void operator()(auto&... parts) { (read(parts), ...); }

  llvm::StringRef text() {
    size_t size = count();
    llvm::StringRef result(reinterpret_cast<const char*>(at_), size);
    at_ += size;
    return result;
  }
  /// How many things follow, each of at least a byte.
  size_t count() {
    uint64_t size = 0;
    read(size);
    if (size > static_cast<size_t>(end_ - at_))
      fail();
    return isBroken_ ? 0 : size;
  }

private:
  void fail() {
    isBroken_ = true;
    at_ = end_;
  }
  template <typename Number>
  Number number(Number (*decode)(const uint8_t*, unsigned*, const uint8_t*, const char**)) {
    if (isBroken_)
      return 0;
    unsigned size = 0;
    const char* error = nullptr;
    Number value = decode(at_, &size, end_, &error);
    if (error)
      return fail(), 0;
    at_ += size;
    return value;
  }
  void read(double& value) {
    uint64_t bits = 0;
    read(bits);
    value = llvm::bit_cast<double>(bits);
  }
  template <typename T> void read(T& value) {
    if constexpr (std::is_enum_v<T> || std::is_unsigned_v<T>)
      value = static_cast<T>(number<uint64_t>(llvm::decodeULEB128));
    else if constexpr (std::is_signed_v<T>)
      value = static_cast<T>(number<int64_t>(llvm::decodeSLEB128));
    else
      members(*this, value);
  }
  template <typename Tag> void read(Id<Tag>& id) {
    read(id.index);
    id.index += Id<Tag>::none;
  }
  template <typename T> void read(std::optional<T>& value) {
    bool has = false;
    read(has);
    if (has)
      read(value.emplace());
  }
  void read(Operand& operand) {
    uint32_t index = 0;
    read(index);
    if (index == 0)
      read(operand.emplace<0>());
    else if (index == 1)
      read(operand.emplace<1>());
    else
      read(operand.emplace<2>());
  }
  template <typename T> void read(std::vector<T>& all) { readAll(all); }
  template <typename T, unsigned N> void read(llvm::SmallVector<T, N>& all) { readAll(all); }
  void readAll(auto& all) {
    all.resize(count());
    for (auto& each : all)
      read(each);
  }

  const uint8_t* at_;
  const uint8_t* end_;
  bool isBroken_ = false;
};

} // namespace

std::string archive(const Program& program) {
  std::string bytes;
  llvm::raw_string_ostream out(bytes);
  out << header;
  Writer writer(out);
  writer(program.names.size());
  for (uint32_t i = 0; i < program.names.size(); ++i)
    writer.write(program.names[{i}]);
  members(writer, program);
  return bytes;
}

std::optional<Program> unarchive(llvm::StringRef bytes) {
  if (!bytes.consume_front(header))
    return std::nullopt;
  Reader reader(bytes);
  Program program;
  for (size_t i = 0, size = reader.count(); i < size; ++i)
    program.names.intern(reader.text());
  members(reader, program);
  if (!reader.isWhole())
    return std::nullopt;
  return program;
}

} // namespace circumspect::flow
