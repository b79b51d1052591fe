#include "checker/discover/Find.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

#include <set>

namespace circumspect::discover {

namespace {

class ParameterFinder {
public:
  explicit ParameterFinder(const Scan& scan)
      : scan_(scan), program_(scan.program), library_(scan.library), lexicon_(scan.lexicon) {}

  std::vector<Candidate> run() {
    findCalled();
    for (uint32_t f = 0; f < program_.functions.size(); ++f)
      parameters({f});
    return std::move(found_);
  }

private:
  llvm::StringRef text(flow::NameId id) const { return program_.text(id); }

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
    if (library_.isClassified(f, local))
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
      auto value = holdsOf(scan_, f.locals[p].type);
      if (!value || isSource(id, p - own, {p}))
        continue;
      Named named{text(f.locals[p].name).str(), {}, *value};
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

  const Scan& scan_;
  const flow::Program& program_;
  const models::Library& library_;
  const Lexicon& lexicon_;
  std::set<flow::FunctionId> called_;
  std::vector<Candidate> found_;
};

} // namespace

static std::vector<Candidate> ordered(const Scan& scan, std::vector<Candidate> found) {
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

std::vector<Candidate> forgotten(const Scan& scan) {
  std::vector<Candidate> found = findFields(scan);
  llvm::erase_if(found, [](const Candidate& c) {
    return c.classified.empty() || c.guess.rank != Rank::Likely;
  });
  return ordered(scan, std::move(found));
}

std::vector<Candidate> discover(const Scan& scan, llvm::ArrayRef<Schema> schemas) {
  std::vector<Candidate> found = findFields(scan);
  llvm::append_range(found, ParameterFinder(scan).run());
  llvm::append_range(found, findKeys(scan));
  llvm::append_range(found, findColumns(scan, schemas));
  return ordered(scan, std::move(found));
}

} // namespace circumspect::discover
