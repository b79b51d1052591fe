#include "checker/discover/Find.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

#include <set>

namespace circumspect::discover {

using flow::TypeKind;

namespace {

class Finder {
public:
  explicit Finder(const Scan& scan)
      : program_(scan.program), library_(scan.library), lexicon_(scan.lexicon) {}

  std::vector<Candidate> run() {
    for (uint32_t r = 0; r < program_.records.size(); ++r)
      fields({r});
    findCalled();
    for (uint32_t f = 0; f < program_.functions.size(); ++f)
      parameters({f});
    return std::move(found_);
  }

private:
  llvm::StringRef text(flow::NameId id) const { return program_.text(id); }

  // What a value of the type tells, through pointers, arrays and containers; nothing where it is no
  // value, or a record of the project, whose own members are looked at.
  std::optional<Holds> holds(flow::TypeId id, unsigned depth = 0) const {
    if (!id || depth > 4)
      return std::nullopt;
    const flow::Type& type = program_.type(id);
    switch (type.kind) {
    case TypeKind::Integer:
      return type.bits == 1 ? Holds::Answer : Holds::Number;
    case TypeKind::Floating:
      return Holds::Number;
    case TypeKind::Pointer:
    case TypeKind::Array: {
      if (!type.element)
        return std::nullopt;
      const flow::Type& element = program_.type(type.element);
      bool isText = element.kind == TypeKind::Integer && element.bits == 8;
      return isText ? Holds::Text : holds(type.element, depth + 1);
    }
    case TypeKind::Record: {
      const flow::Record& record = program_.record(type.record);
      llvm::StringRef name = text(record.qualifiedName);
      if (lexicon_.textTypes.contains(name))
        return Holds::Text;
      if (lexicon_.dateTypes.contains(name))
        return Holds::Date;
      if (record.inProject)
        return std::nullopt;
      for (flow::TypeId argument : record.templateArguments)
        if (auto value = holds(argument, depth + 1))
          return value;
      return std::nullopt;
    }
    default:
      return std::nullopt;
    }
  }

  // Can a model say which record is meant? Not where it, or one around it, has no name.
  static bool isNamed(llvm::StringRef record) {
    llvm::SmallVector<llvm::StringRef, 4> parts;
    record.split(parts, "::");
    return llvm::none_of(parts, [](llvm::StringRef part) {
      return part.empty() || part.contains("(unnamed") || part.contains("(anonymous");
    });
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
      if (auto value = holds(program_.field(f).type)) {
        held.push_back(f);
        names.push_back(
            {text(program_.field(f).name).str(), {own.empty() ? whole : own.str()}, *value, ""});
      }
    std::string beside = personsAmong(lexicon_, names);
    for (auto [f, named] : llvm::zip(held, names)) {
      named.beside = beside;
      if (library_.data(f).empty())
        if (auto guess = recognise(lexicon_, named)) {
          Candidate candidate;
          candidate.isNamed = isNamed(whole);
          candidate.name = (whole.empty() ? "(unnamed)" : whole) + "::" + named.name;
          candidate.location = program_.field(f).location;
          candidate.guess = std::move(*guess);
          found_.push_back(std::move(candidate));
        }
    }
  }

  void findCalled() {
    for (const flow::Function& f : program_.functions)
      for (const flow::Block& block : f.blocks)
        for (const flow::Instruction& i : block.instructions)
          if (i.opcode == flow::Opcode::Call && i.callee)
            called_.insert(i.callee);
    for (bool hasGrown = true; hasGrown;) {
      hasGrown = false;
      for (uint32_t f = 0; f < program_.functions.size(); ++f)
        for (flow::FunctionId base : program_.functions[f].overrides)
          if (called_.contains(base))
            hasGrown |= called_.insert({f}).second;
    }
  }

  bool isSource(flow::FunctionId f, unsigned argument, flow::LocalId local) const {
    if (!library_.data(f, local).empty())
      return true;
    for (const models::FunctionModel* model : library_.models(f))
      for (const models::Source& source : model->sources)
        if (source.port.root == models::Port::Root::Argument && source.port.from <= argument &&
            argument <= source.port.to)
          return true;
    return false;
  }

  void parameters(flow::FunctionId id) {
    const flow::Function& f = program_.function(id);
    bool isClosure = f.record && program_.record(f.record).isClosure;
    if (!f.inProject || !f.hasBody() || isClosure)
      return;
    uint32_t own = f.hasObject() ? 1 : 0;
    llvm::StringRef display = text(f.display), whole = text(f.qualifiedName);
    for (uint32_t p = own; p < f.parameterCount; ++p) {
      auto value = holds(f.locals[p].type);
      if (!value || isSource(id, p - own, {p}))
        continue;
      Named named{text(f.locals[p].name).str(), {}, *value, ""};
      for (auto [rest, part] = whole.rsplit("::");; std::tie(rest, part) = rest.rsplit("::")) {
        named.around.push_back((part.empty() ? rest : part).str());
        if (part.empty())
          break;
      }
      auto guess = recognise(lexicon_, named);
      if (!guess)
        continue;
      if (called_.contains(id)) {
        guess->rank = Rank::Unlikely;
        guess->why += ", its callers are scanned, and what they pass is looked at there";
      }
      Candidate candidate;
      candidate.kind = Candidate::Kind::Parameter;
      candidate.name = (display + ": " + named.name).str();
      candidate.location = f.locals[p].location;
      candidate.guess = std::move(*guess);
      candidate.function = whole.str();
      candidate.types = display.drop_front(std::min(display.size(), display.find('('))).str();
      candidate.argument = p - own;
      found_.push_back(std::move(candidate));
    }
  }

  const flow::Program& program_;
  const models::Library& library_;
  const Lexicon& lexicon_;
  std::set<flow::FunctionId> called_;
  std::vector<Candidate> found_;
};

} // namespace

std::vector<Candidate> discover(const Scan& scan, llvm::ArrayRef<Schema> schemas) {
  std::vector<Candidate> found = Finder(scan).run();
  llvm::append_range(found, findKeys(scan));
  llvm::append_range(found, findColumns(scan, schemas));
  auto place = [&](const Candidate& c) {
    return std::tuple(c.location.file
                          ? scan.program.text(scan.program.files[c.location.file.index].path)
                          : llvm::StringRef(),
                      c.location.line, c.location.column, llvm::StringRef(c.name));
  };
  llvm::stable_sort(found, [&](const auto& a, const auto& b) { return place(a) < place(b); });
  std::set<std::tuple<Candidate::Kind, bool, std::string, unsigned>> seen;
  llvm::erase_if(found, [&](const Candidate& c) {
    unsigned line = c.isNamed ? 0 : c.location.line;
    return !seen.emplace(c.kind, c.isNamed, c.name, line).second;
  });
  return found;
}

} // namespace circumspect::discover
