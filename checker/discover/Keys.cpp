// Constant keys: `osrfHashGet(user, "email")`, `json["email"]`, `row.get("email")`. A model says of
// a function which argument is the key; of a function without one, the parameter's name does.
#include "checker/discover/Find.h"
#include "checker/discover/Texts.h"
#include "checker/discover/Words.h"

#include "llvm/ADT/STLExtras.h"

#include <map>
#include <set>

namespace circumspect::discover {

using flow::Instruction;
using flow::Opcode;

namespace {

/// How a function is asked for something by a key.
struct Getter {
  unsigned argument = 0; ///< from 0, without the object
  std::string keyPort, subject;
  std::string result = "ReturnValue"; ///< the port of what is found
  std::optional<unsigned> holder;     ///< the argument in which it is looked up
  bool isGuessed = false;             ///< no model says so
};

class KeyFinder {
public:
  explicit KeyFinder(const Scan& scan) : scan_(scan) {}

  std::vector<Candidate> run() {
    for (const flow::Function& f : scan_.program.functions)
      function(f);
    return std::move(found_);
  }

private:
  llvm::StringRef text(flow::NameId id) const { return scan_.program.text(id); }

  static std::string port(unsigned argument, llvm::ArrayRef<models::PortStep> path) {
    std::string stars, result;
    for (const models::PortStep& step : path) {
      if (step.kind == models::PortStep::Kind::Pointee && result.empty())
        stars += '*';
      else if (step.kind == models::PortStep::Kind::Pointee)
        result += ".Pointee";
      else if (step.kind == models::PortStep::Kind::Field)
        result += ".Field[" + step.name + "]";
      else
        return "";
    }
    return "Argument[" + stars + std::to_string(argument) + "]" + result;
  }

  // From `… Argument[*0].Element[Argument[1]] … ReturnValue`, or `… Argument[*2]`.
  static std::optional<Getter> getter(const models::FunctionModel& model) {
    using models::Port;
    using models::PortStep;
    for (const models::Flow& flow : model.flows) {
      bool isArgument =
          flow.to && flow.to->root == Port::Root::Argument && flow.to->from == flow.to->to;
      std::string found = isArgument ? port(flow.to->from, flow.to->path) : "ReturnValue";
      if (!flow.to || (!isArgument && flow.to->root != Port::Root::ReturnValue) || found.empty())
        continue;
      for (const Port& from : flow.from)
        for (const PortStep& step : from.path)
          if (step.kind == PortStep::Kind::ElementOf && !step.ofObject) {
            Getter result{step.number, port(step.number, step.path), "", found, std::nullopt};
            if (from.root == Port::Root::This)
              result.subject = "Argument[this]";
            else if (from.root == Port::Root::Argument && from.from == from.to)
              result.subject =
                  port(from.from, llvm::ArrayRef(from.path).take_while([](const PortStep& s) {
                    return s.kind == PortStep::Kind::Pointee;
                  }));
            result.holder =
                from.root == Port::Root::Argument ? std::optional(from.from) : std::nullopt;
            return result;
          }
    }
    return std::nullopt;
  }

  // A number is what a setter answers.
  bool givesSomething(const flow::Function& f) const {
    if (!f.resultType)
      return false;
    flow::TypeKind kind = scan_.program.type(f.resultType).kind;
    return kind != flow::TypeKind::Void && kind != flow::TypeKind::Integer;
  }

  std::optional<Getter> getter(flow::FunctionId id) const {
    for (const models::FunctionModel* model : scan_.library.models(id))
      if (auto found = getter(*model))
        return found;
    const flow::Function& f = scan_.program.function(id);
    if (!scan_.library.models(id).empty() || !givesSomething(f))
      return std::nullopt;
    uint32_t own = f.hasObject() ? 1 : 0;
    for (uint32_t p = own; p < f.parameterCount; ++p) {
      Phrase words = wordsOf(text(f.locals[p].name), scan_.lexicon);
      if (words.empty() || !llvm::any_of(words, [&](const std::string& word) {
            return scan_.lexicon.keys.contains(word);
          }))
        continue;
      Getter result{p - own, port(p - own, {}), "", "ReturnValue", std::nullopt, true};
      if (own == 1)
        result.subject = "Argument[this]";
      else if (p > 0)
        result.subject = "Argument[0]", result.holder = 0;
      return result;
    }
    return std::nullopt;
  }

  bool isClassified(flow::FunctionId callee, const Getter& getter, llvm::StringRef key) const {
    for (const models::FunctionModel* model : scan_.library.models(callee))
      for (const models::Source& source : model->sources)
        for (const models::Condition& condition : source.when)
          if (condition.port.root == models::Port::Root::Argument &&
              condition.port.from == getter.argument)
            for (const models::Literal& literal : condition.values)
              if (const auto* known = std::get_if<std::string>(&literal.value);
                  known && *known == key)
                return true;
    return false;
  }

  void function(const flow::Function& f) {
    if (!f.hasBody() || !f.inProject)
      return;
    struct Use {
      const Instruction* call;
      Getter getter;
      std::string key;
    };
    std::vector<Use> uses;
    std::optional<Texts> locals;
    for (const flow::Block& block : f.blocks)
      for (const Instruction& i : block.instructions) {
        if (i.opcode != Opcode::Call || !i.callee)
          continue;
        auto how = getter(i.callee);
        if (!how)
          continue;
        if (!locals)
          locals.emplace(scan_.program, scan_.lexicon, f);
        unsigned own = scan_.program.function(i.callee).hasObject() ? 1 : 0;
        if (how->argument + own >= i.operands.size())
          continue;
        for (flow::NameId key : locals->of(i.operands[how->argument + own]))
          uses.push_back({&i, *how, text(key).str()});
      }
    for (const Use& use : uses) {
      if (isClassified(use.call->callee, use.getter, use.key))
        continue;
      std::vector<std::string> around = this->around(f);
      unsigned own = scan_.program.function(use.call->callee).hasObject() ? 1 : 0;
      unsigned holder = use.getter.holder ? *use.getter.holder + own : 0;
      if (holder < use.call->operands.size() && !use.getter.subject.empty())
        around.insert(around.begin(), locals->name(use.call->operands[holder]));
      auto guess = recognise(scan_.lexicon, {use.key, around, Holds::Unknown});
      if (!guess) {
        std::set<std::string> keys;
        for (const Use& other : uses)
          keys.insert(other.key);
        guess = recogniseCode(use.key, f, scan_.program.function(use.call->callee), keys);
      }
      if (guess)
        add(*use.call, use.getter, use.key, std::move(*guess));
    }
  }

  std::vector<std::string> around(const flow::Function& f) const {
    llvm::SmallVector<llvm::StringRef, 4> parts;
    text(f.qualifiedName).split(parts, "::");
    std::vector<std::string> result;
    for (llvm::StringRef part : llvm::reverse(parts))
      result.push_back(part.str());
    return result;
  }

  // A code says what it means where the file, the class or a function is about its protocol, or
  // where enough of its codes stand together.
  std::optional<Guess> recogniseCode(llvm::StringRef key, const flow::Function& f,
                                     const flow::Function& callee,
                                     const std::set<std::string>& beside) const {
    std::string whole = text(f.qualifiedName).str() + " " + text(callee.qualifiedName).str();
    if (f.location.file)
      whole += " " + text(scan_.program.files[f.location.file.index].path).str();
    Phrase words = wordsOf(whole, scan_.lexicon);
    for (unsigned group = 0; group < scan_.lexicon.codeGroups.size(); ++group) {
      const CodeGroup& codes = scan_.lexicon.codeGroups[group];
      const Code* code = findCode(scan_.lexicon, key, group);
      if (!code)
        continue;
      Guess guess;
      guess.data = code->data;
      auto place = llvm::find_if(
          codes.places, [&](const std::string& word) { return llvm::is_contained(words, word); });
      auto together = llvm::count_if(beside, [&](const std::string& other) {
        return findCode(scan_.lexicon, other, group) != nullptr;
      });
      if (place != codes.places.end())
        guess.why = "a code of " + codes.name + ", in '" + *place + "'";
      else if (together >= codes.together)
        guess.why = "a code of " + codes.name + ", beside others";
      else
        continue;
      return guess;
    }
    return std::nullopt;
  }

  void add(const Instruction& call, const Getter& getter, const std::string& key, Guess guess) {
    const flow::Function& callee = scan_.program.function(call.callee);
    Candidate candidate;
    candidate.kind = Candidate::Kind::Key;
    candidate.function = text(callee.qualifiedName).str();
    candidate.name = candidate.function + ": \"" + key + "\"";
    candidate.location = call.location;
    candidate.guess = std::move(guess);
    if (getter.isGuessed) { // of the project: one model has to say all of it
      llvm::StringRef display = text(callee.display);
      candidate.types = display.drop_front(std::min(display.size(), display.find('('))).str();
    }
    candidate.key = key;
    candidate.keyPort = getter.keyPort;
    candidate.subject = getter.subject;
    candidate.port = getter.result;
    found_.push_back(std::move(candidate));
  }

  const Scan& scan_;
  std::vector<Candidate> found_;
};

} // namespace

std::vector<Candidate> findKeys(const Scan& scan) {
  return KeyFinder(scan).run();
}

} // namespace circumspect::discover
