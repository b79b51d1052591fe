#include "checker/discover/Assembled.h"

#include "checker/discover/Texts.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

#include <map>
#include <optional>

namespace circumspect::discover {

using flow::Instruction;
using flow::Opcode;
using flow::Operand;

namespace {

constexpr llvm::StringLiteral hole = " $1 ";

class Assembler {
public:
  Assembler(const flow::Program& program, const Lexicon& lexicon, const flow::Function& function)
      : program_(program), lexicon_(lexicon), function_(function) {}

  std::vector<Assembled> run() {
    for (const flow::Block& block : function_.blocks)
      for (const Instruction& i : block.instructions)
        read(i);
    return std::move(found_);
  }

private:
  struct Text {
    std::string text;
    unsigned whole = 0, parts = 0;
  };

  llvm::StringRef name(const flow::Function& f) const {
    llvm::StringRef whole = program_.text(f.qualifiedName);
    llvm::StringRef last = whole.rsplit("::").second;
    return last.empty() ? whole : last;
  }

  bool isText(flow::RecordId record) const {
    return record &&
           lexicon_.textTypes.contains(program_.text(program_.record(record).qualifiedName));
  }
  bool isStream(flow::RecordId record) const {
    return record && program_.text(program_.record(record).qualifiedName).ends_with("stream");
  }
  // The local that an operand is, or whose address it is.
  std::optional<uint32_t> localOf(const Operand& operand) const {
    const auto* place = std::get_if<flow::Place>(&operand);
    if (!place || place->root.kind != flow::Root::Kind::Local)
      return std::nullopt;
    for (const flow::Step& step : place->path)
      if (step.kind == flow::Step::Kind::Field || step.kind == flow::Step::Kind::MemberOf)
        return std::nullopt;
    uint32_t local = place->root.index;
    for (unsigned i = 0; i < 8; ++i) {
      auto pointee = pointees_.find(local);
      if (pointee == pointees_.end())
        break;
      local = pointee->second;
    }
    return local;
  }

  Text piece(const Operand& operand) const {
    if (const auto* constant = std::get_if<flow::Constant>(&operand)) {
      if (constant->kind == flow::Constant::Kind::String)
        return {program_.text(constant->string).str(), 0, 1};
      bool isNumber = constant->kind == flow::Constant::Kind::Integer;
      return {isNumber ? std::to_string(constant->integer) : hole.str(), 0, 1};
    }
    std::optional<uint32_t> local = localOf(operand);
    auto known = local ? texts_.find(*local) : texts_.end();
    return known == texts_.end() ? Text{hole.str(), 0, 1} : known->second;
  }

  void set(std::optional<uint32_t> local, Text text) {
    if (!local)
      return;
    if (text.whole == 0)
      text.whole = ++wholes_;
    texts_[*local] = std::move(text);
  }

  void add(std::optional<uint32_t> local, const Operand& part, const flow::Location& at) {
    auto known = local ? texts_.find(*local) : texts_.end();
    if (known == texts_.end())
      return;
    Text& text = known->second;
    text.text += piece(part).text;
    ++text.parts;
    found_.push_back({text.text, at, text.whole});
  }

  static std::optional<uint32_t> target(const Instruction& i) {
    bool isLocal = i.target && i.target->root.kind == flow::Root::Kind::Local;
    return isLocal && llvm::none_of(i.target->path,
                                    [](const flow::Step& step) {
                                      return step.kind != flow::Step::Kind::ElementAt ||
                                             step.constant.integer != 0;
                                    })
               ? std::optional(i.target->root.index)
               : std::nullopt;
  }

  void read(const Instruction& i) {
    std::optional<uint32_t> to = target(i);
    if (i.opcode == Opcode::Call)
      return readCall(i, to);
    if (!to || i.operands.empty())
      return;
    if (i.opcode == Opcode::AddressOf) {
      if (auto of = localOf(i.operands[0]); of && *of != *to)
        pointees_[*to] = *of;
    } else if (i.opcode == Opcode::Copy) {
      bool isConstant = std::holds_alternative<flow::Constant>(i.operands[0]);
      auto from = localOf(i.operands[0]);
      if (isConstant || (from && texts_.contains(*from)))
        set(to, piece(i.operands[0]));
    }
  }

  void readCall(const Instruction& i, std::optional<uint32_t> to) {
    if (!i.callee || i.operands.empty())
      return;
    const flow::Function& callee = program_.function(i.callee);
    llvm::StringRef name = this->name(callee);
    size_t count = i.operands.size();
    std::optional<uint32_t> first = localOf(i.operands[0]);
    if (auto constant = constantOf(program_, lexicon_, callee))
      return set(to, {program_.text(*constant).str(), 0, 1});
    if (callee.hasObject()) {
      bool isOfText = isText(callee.record) || isStream(callee.record);
      if (!isOfText)
        return;
      if (callee.kind == flow::FunctionKind::Constructor)
        return set(first, count > 1 && isText(callee.record) ? piece(i.operands[1]) : Text());
      if (count > 1 && (name == "operator=" || name == "assign"))
        return set(first, piece(i.operands[1]));
      if (count > 1 && isAdding(name)) {
        add(first, i.operands[1], i.location);
        return isSame(to, first);
      }
      bool isView = callee.isConst && (count == 1 || name == "arg");
      if (isView && first && texts_.contains(*first))
        set(to, texts_[*first]); // str(), c_str(), toUtf8(), arg()
      return;
    }
    bool isAddition =
        count == 2 && name == "operator+" && isText(program_.recordBehind(callee.resultType));
    if (isAddition) {
      Text left = piece(i.operands[0]), right = piece(i.operands[1]);
      left.text += right.text;
      left.whole = left.whole ? left.whole : ++wholes_;
      ++left.parts;
      found_.push_back({left.text, i.location, left.whole});
      return set(to, left);
    }
    bool isInto = count == 2 && name == "operator<<" && first;
    if (isInto || ((name == "strcat" || name == "strncat") && count > 1)) {
      add(first, i.operands[1], i.location);
      return isSame(to, first);
    }
    if ((name == "strcpy" || name == "strncpy") && count > 1)
      set(first, piece(i.operands[1]));
  }

  static bool isAdding(llvm::StringRef name) {
    return name == "append" || name == "operator+=" || name == "operator<<" || name == "push_back";
  }

  void isSame(std::optional<uint32_t> result, std::optional<uint32_t> object) {
    if (result && object && *result != *object)
      pointees_[*result] = *object;
  }

  const flow::Program& program_;
  const Lexicon& lexicon_;
  const flow::Function& function_;
  std::map<uint32_t, Text> texts_;
  std::map<uint32_t, uint32_t> pointees_;
  std::vector<Assembled> found_;
  unsigned wholes_ = 0;
};

} // namespace

std::vector<Assembled> assembledTexts(const flow::Program& program, const Lexicon& lexicon,
                                      const flow::Function& function) {
  return Assembler(program, lexicon, function).run();
}

} // namespace circumspect::discover
