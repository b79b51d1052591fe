// Members of the project's records: their names and types, in the light of the record's name and of
// what else it has.
#include "checker/discover/Find.h"

#include "llvm/ADT/STLExtras.h"

#include <map>

namespace circumspect::discover {

using flow::TypeKind;

static std::optional<Holds> holdsOf(const Scan& scan, flow::TypeId id, unsigned depth) {
  if (!id || depth > 4)
    return std::nullopt;
  const flow::Type& type = scan.program.type(id);
  switch (type.kind) {
  case TypeKind::Integer:
    return type.bits == 1 ? Holds::Answer : Holds::Number;
  case TypeKind::Floating:
    return Holds::Number;
  case TypeKind::Pointer:
  case TypeKind::Array: {
    if (!type.element)
      return std::nullopt;
    const flow::Type& element = scan.program.type(type.element);
    bool isText = element.kind == TypeKind::Integer && element.bits == 8;
    return isText ? Holds::Text : holdsOf(scan, type.element, depth + 1);
  }
  case TypeKind::Record: {
    const flow::Record& record = scan.program.record(type.record);
    llvm::StringRef name = scan.program.text(record.qualifiedName);
    if (scan.lexicon.textTypes.contains(name))
      return Holds::Text;
    if (scan.lexicon.dateTypes.contains(name))
      return Holds::Date;
    if (record.inProject)
      return std::nullopt;
    for (flow::TypeId argument : record.templateArguments)
      if (auto value = holdsOf(scan, argument, depth + 1))
        return value;
    return std::nullopt;
  }
  default:
    return std::nullopt;
  }
}

std::optional<Holds> holdsOf(const Scan& scan, flow::TypeId type) {
  return holdsOf(scan, type, 0);
}

namespace {

class FieldFinder {
public:
  explicit FieldFinder(const Scan& scan) : scan_(scan), program_(scan.program) {}

  std::vector<Candidate> run() {
    for (uint32_t r = 0; r < program_.records.size(); ++r)
      fields({r});
    return std::move(found_);
  }

private:
  llvm::StringRef text(flow::NameId id) const { return program_.text(id); }

  // Can a model say which record is meant? Not where it, or one around it, has no name.
  static bool isNamed(llvm::StringRef record) {
    llvm::SmallVector<llvm::StringRef, 4> parts;
    record.split(parts, "::");
    return llvm::none_of(parts, [](llvm::StringRef part) {
      return part.empty() || part.contains("(unnamed") || part.contains("(anonymous");
    });
  }

  // What somebody said of its members, its own and inherited ones: the category, and the member.
  std::vector<std::pair<std::string, std::string>> classified(flow::RecordId id) const {
    std::vector<std::pair<std::string, std::string>> result;
    for (flow::RecordId each : program_.withBases(id))
      for (flow::FieldId f : program_.record(each).fields)
        for (const std::string& data : scan_.library.data(f))
          result.emplace_back(data, "'" + text(program_.field(f).name).str() + "'");
    return result;
  }

  void fields(flow::RecordId id) {
    const flow::Record& record = program_.record(id);
    if (!record.inProject || record.isClosure)
      return;
    std::string whole = text(record.qualifiedName).str();
    llvm::StringRef own = llvm::StringRef(whole).rsplit("::").second;
    std::vector<flow::FieldId> held;
    std::vector<Named> names;
    for (flow::FieldId f : record.fields)
      if (auto value = holdsOf(scan_, program_.field(f).type)) {
        held.push_back(f);
        names.push_back(
            {text(program_.field(f).name).str(), {own.empty() ? whole : own.str()}, *value});
      }
    std::vector<std::pair<std::string, std::string>> known = classified(id);
    std::map<std::string, std::string> persons;
    for (const auto& [data, member] : known)
      if (isPersons(scan_.lexicon, data))
        persons.emplace(data, member);
    std::string beside = personsAmong(scan_.lexicon, names, persons);
    for (auto [f, named] : llvm::zip(held, names)) {
      if (scan_.library.isClassified(f))
        continue;
      named.beside = beside;
      named.classified = persons.empty() ? "" : persons.begin()->second;
      auto guess = recognise(scan_.lexicon, named);
      if (!guess)
        continue;
      Candidate candidate;
      candidate.isNamed = isNamed(whole);
      candidate.name = (whole.empty() ? "(unnamed)" : whole) + "::" + named.name;
      candidate.location = program_.field(f).location;
      candidate.guess = std::move(*guess);
      candidate.classified = known.empty() ? "" : known.front().second;
      found_.push_back(std::move(candidate));
    }
  }

  const Scan& scan_;
  const flow::Program& program_;
  std::vector<Candidate> found_;
};

} // namespace

std::vector<Candidate> findFields(const Scan& scan) {
  return FieldFinder(scan).run();
}

} // namespace circumspect::discover
