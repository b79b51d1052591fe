#include "checker/analysis/OverwritingLoops.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"

namespace circumspect::analysis {

using flow::Instruction;
using flow::LocalId;
using flow::Opcode;
using flow::Operand;
using flow::Operator;
using flow::Place;
using flow::Step;

/// The local that the place or operand is, if it is no more than that.
static std::optional<LocalId> localOf(const Place& place) {
  bool isLocal = place.path.empty() && place.root.kind == flow::Root::Kind::Local;
  return isLocal ? std::optional(LocalId{place.root.index}) : std::nullopt;
}

static std::optional<LocalId> localOf(const Operand& operand) {
  auto* place = std::get_if<Place>(&operand);
  return place ? localOf(*place) : std::nullopt;
}

static std::optional<int64_t> integerOf(const Operand& operand) {
  auto* c = std::get_if<flow::Constant>(&operand);
  return c && c->kind == flow::Constant::Kind::Integer ? std::optional(c->integer) : std::nullopt;
}

static llvm::StringRef nameOf(const flow::Program& program, const Instruction& call) {
  if (call.opcode != Opcode::Call || !call.callee)
    return {};
  llvm::StringRef name = program.text(program.function(call.callee).qualifiedName);
  size_t colon = name.rfind("::");
  return colon == llvm::StringRef::npos ? name : name.substr(colon + 2);
}

bool isMeasure(const flow::Program& program, const Instruction& instruction) {
  llvm::StringRef name = nameOf(program, instruction);
  bool isNamed = name == "size" || name == "length" || name == "strlen" || name == "wcslen";
  return isNamed && !instruction.operands.empty() &&
         !program.function(instruction.callee).inProject;
}

namespace {

class Reader {
public:
  Reader(const flow::Program& program, const flow::Function& function, flow::BlockId head,
         const std::vector<bool>& body)
      : program_(program), function_(function), head_(head), body_(body) {}

  std::optional<OverwritingLoop> run(llvm::function_ref<bool(const Instruction&)> isHarmless,
                                     llvm::function_ref<bool(const Instruction&)> overwrites) {
    if (!gather())
      return std::nullopt;
    std::optional<size_t> store;
    for (size_t at = 0; at < code_.size(); ++at) {
      const Instruction& instruction = *code_[at];
      bool isCall = instruction.opcode == Opcode::Call;
      bool writesMemory = instruction.target &&
                          (!instruction.target->path.empty() || !localOf(*instruction.target));
      bool isStore = (writesMemory && !isCall) || (isCall && overwrites(instruction));
      bool isOther = isCall && !isStore && (writesMemory || !isHarmless(instruction));
      if (isOther || (isStore && store))
        return std::nullopt;
      if (isStore)
        store = at;
    }
    if (!store || *store < headSize_)
      return std::nullopt;
    loop_.store = code_[*store];
    bool isRead = readStore(*store) && readEnd();
    if (!isRead || (loop_.isDown && loop_.end != OverwritingLoop::End::Count))
      return std::nullopt;
    return loop_;
  }

private:
  /// The instructions of one round, if no branch is in it but that at the head.
  bool gather() {

    const flow::Terminator& branch = function_.blocks[head_.index].terminator;
    if (branch.kind != flow::TerminatorKind::Branch || !branch.condition)
      return false;
    staysWhenTrue_ = body_[branch.successors[0].index];
    if (staysWhenTrue_ == body_[branch.successors[1].index])
      return false;
    auto add = [&](flow::BlockId block) {
      for (const Instruction& instruction : function_.blocks[block.index].instructions)
        code_.push_back(&instruction);
    };
    add(head_);
    headSize_ = code_.size();
    auto size = static_cast<size_t>(llvm::count(body_, true));
    flow::BlockId at = branch.successors[staysWhenTrue_ ? 0 : 1];
    for (size_t seen = 1; at != head_; ++seen) {
      const flow::Terminator& end = function_.blocks[at.index].terminator;
      bool goesOn = end.kind == flow::TerminatorKind::Goto || end.kind == flow::TerminatorKind::Try;
      if (seen >= size || !goesOn || !body_[at.index])
        return false;
      add(at);
      at = end.successors[0];
    }
    for (size_t i = 0; i < code_.size(); ++i)
      if (code_[i]->target && code_[i]->opcode != Opcode::Declare)
        if (auto local = localOf(*code_[i]->target)) {
          auto [entry, isNew] = definitions_.try_emplace(local->index, i);
          if (!isNew)
            entry->second = several;
        }
    return true;
  }

  /// Where in the loop the local is given a value; none where nowhere, or in several places.
  std::optional<size_t> definition(LocalId local) const {
    auto found = definitions_.find(local.index);
    return found == definitions_.end() || found->second == several ? std::nullopt
                                                                   : std::optional(found->second);
  }
  bool isFixed(LocalId local) const { return !definitions_.contains(local.index); }

  /// Does the instruction move the local on by one?
  bool isStep(LocalId local, int64_t by, Operator op) const {
    auto at = definition(local);
    if (!at)
      return false;
    const Instruction& step = *code_[*at];
    return step.opcode == Opcode::Compute && step.op == op && localOf(step.operands[0]) == local &&
           integerOf(step.operands[1]) == by;
  }
  bool isIncrement(LocalId local) const { return isStep(local, 1, Operator::Add); }
  bool isDecrement(LocalId local) const {
    return isStep(local, -1, Operator::Add) || isStep(local, 1, Operator::Subtract);
  }

  /// The local of which a copy, with or without a conversion, was read at `at`.
  struct Read {
    LocalId local;
    size_t at;
  };
  std::optional<Read> copied(LocalId local, size_t at) const {
    for (unsigned i = 0; i < 4; ++i) {
      auto from = definition(local);
      if (!from || *from >= at)
        break;
      const Instruction& copy = *code_[*from];
      bool isCopy = copy.opcode == Opcode::Copy ||
                    (copy.opcode == Opcode::Compute && copy.op == Operator::Convert);
      auto source = isCopy ? localOf(copy.operands[0]) : std::nullopt;
      if (!source)
        break;
      local = *source;
      at = *from;
    }
    return Read{local, at};
  }

  /// The counter whose value, before it is counted up in this round, the local has at `at`.
  std::optional<LocalId> counterOf(LocalId local, size_t at) const {
    auto read = copied(local, at);
    bool isCounter = read && isIncrement(read->local) && read->at <= *definition(read->local);
    return isCounter ? std::optional(read->local) : std::nullopt;
  }

  /// The local whose address the operand is.
  std::optional<LocalId> addressed(const Operand& operand) const {
    auto local = localOf(operand);
    auto at = local ? definition(*local) : std::nullopt;
    if (!at || code_[*at]->opcode != Opcode::AddressOf)
      return std::nullopt;
    return localOf(code_[*at]->operands[0]);
  }

  /// Is the iterator moved on by one, once in each round, and that after `at`?
  bool isMovedOn(LocalId iterator, size_t at) const {
    std::optional<size_t> moved;
    for (size_t i = 0; i < code_.size(); ++i) {
      if (code_[i]->opcode != Opcode::Call)
        continue;
      for (const Operand& operand : code_[i]->operands) {
        if (addressed(operand) != iterator)
          continue;
        llvm::StringRef name = nameOf(program_, *code_[i]);
        if (name == "operator++" && !moved)
          moved = i;
        else if (name != "operator*" && name != "operator->" && name != "operator==" &&
                 name != "operator!=")
          return false;
      }
    }
    return moved && *moved >= at && isFixed(iterator);
  }

  bool readIndexed(Place element, size_t at) {
    Step last = element.path.back();
    if (last.kind != Step::Kind::ElementOf || !isSteady(element) || !readIndex(last.index, at))
      return false;
    loop_.element = std::move(element);
    return true;
  }

  /// An index that is counted up after it was used, or down.
  bool readIndex(LocalId index, size_t at) {
    if (auto counter = counterOf(index, at)) {
      loop_.mover = *counter;
      return true;
    }
    auto read = copied(index, at);
    if (!isDecrement(read->local))
      return false;
    loop_.mover = read->local;
    loop_.isDown = true;
    loop_.begins = read->at > *definition(read->local) ? 1 : 0;
    return true;
  }

  /// Is it the same array in each round?
  bool isSteady(const Place& element) const {
    bool isOtherPointer =
        element.root.kind == flow::Root::Kind::Local && !isFixed(LocalId{element.root.index});
    if (isOtherPointer)
      return false;
    return llvm::none_of(llvm::drop_end(element.path), [&](const Step& step) {
      return step.kind == Step::Kind::ElementOf || step.kind == Step::Kind::MemberOf ||
             step.kind == Step::Kind::Element;
    });
  }

  /// How the pointer that is used at `at` comes to each element.
  bool readPointer(LocalId pointer, size_t at) {
    auto read = copied(pointer, at);
    if (!read)
      return false;
    if (isStep(read->local, 1, Operator::Offset)) {
      loop_.mover = read->local;
      return read->at <= *definition(read->local);
    }
    auto from = definition(read->local);
    if (!from || *from >= read->at)
      return false;
    const Instruction& source = *code_[*from];
    if (source.opcode == Opcode::AddressOf) {
      const Place& place = std::get<Place>(source.operands[0]);
      if (place.path.empty())
        return false;
      if (place.path.back().kind == Step::Kind::ElementOf)
        return readIndexed(place, *from);
      return readPlace(place, *from);
    }
    llvm::StringRef name = nameOf(program_, source);
    bool isOfLibrary = source.opcode == Opcode::Call && source.callee &&
                       !program_.function(source.callee).inProject;
    if (!isOfLibrary)
      return false;
    if (name == "operator*" || name == "operator->") {
      auto iterator = addressed(source.operands[0]);
      if (!iterator || !isMovedOn(*iterator, *from))
        return false;
      loop_.mover = *iterator;
      return true;
    }
    if ((name == "operator[]" || name == "at") && source.operands.size() == 2) {
      auto index = localOf(source.operands[1]);
      auto container = localOf(source.operands[0]);
      if (!index || !container || !readIndex(*index, *from))
        return false;
      loop_.container = source.operands[0];
      if (auto to = definition(*container)) {
        if (code_[*to]->opcode != Opcode::AddressOf ||
            !isSteady(std::get<Place>(code_[*to]->operands[0])))
          return false;
        loop_.container = code_[*to]->operands[0];
      } else if (!isFixed(*container)) {
        return false;
      }
      return true;
    }
    return false;
  }

  /// `%p.*`, with members of it.
  bool readPlace(const Place& place, size_t at) {
    if (place.root.kind != flow::Root::Kind::Local || place.path.front().kind != Step::Kind::Deref)
      return false;
    for (const Step& step : llvm::drop_begin(place.path)) {
      if (step.kind != Step::Kind::Field)
        return false;
      loop_.part.push_back(step.field);
    }
    return readPointer(LocalId{place.root.index}, at);
  }

  bool readStore(size_t at) {
    const Instruction& store = *loop_.store;
    if (store.opcode == Opcode::Call) {
      auto object = localOf(store.operands[0]);
      return object && readPointer(*object, at);
    }
    const Place& target = *store.target;
    if (target.path.empty())
      return false;
    return target.path.back().kind == Step::Kind::ElementOf ? readIndexed(target, at)
                                                            : readPlace(target, at);
  }

  /// Is it the element that this round would write?
  bool isElement(const Place& place, size_t at) const {
    if (place.path.empty())
      return false;
    if (!loop_.element)
      return place.root == flow::Root::local(loop_.mover) && place.path.size() == 1 &&
             place.path[0].kind == Step::Kind::Deref;
    const Step& last = place.path.back();
    return last.kind == Step::Kind::ElementOf && counterOf(last.index, at) == loop_.mover &&
           place.root == loop_.element->root &&
           llvm::equal(llvm::drop_end(place.path), llvm::drop_end(loop_.element->path));
  }

  bool setLimit(OverwritingLoop::End end, const Operand& limit) {
    loop_.end = end;
    loop_.limit = limit;
    auto local = localOf(limit);
    if (!local || isFixed(*local))
      return true;
    auto read = copied(*local, headSize_);
    auto at = definition(read->local);
    if (!at)
      return isFixed(read->local);
    if (*at >= headSize_ || code_[*at]->opcode != Opcode::Call)
      return end == OverwritingLoop::End::Meet && *at < headSize_;
    loop_.measure = code_[*at];
    return true;
  }

  /// The loop goes on as long as `left` comes before `right`, or is not the same.
  bool readOrder(const Operand& left, const Operand& right, bool isDifference, size_t at) {
    auto local = localOf(left);
    if (auto* place = std::get_if<Place>(&left); place && isDifference && integerOf(right) == 0) {
      if (isElement(*place, at)) {
        loop_.end = OverwritingLoop::End::Text;
        return true;
      }
      if (local)
        if (auto from = definition(*local); from && *from < at)
          if (auto* read =
                  code_[*from]->opcode == Opcode::Copy || code_[*from]->op == Operator::Convert
                      ? std::get_if<Place>(&code_[*from]->operands[0])
                      : nullptr;
              read && isElement(*read, *from)) {
            loop_.end = OverwritingLoop::End::Text;
            return true;
          }
    }
    if (!local)
      return false;
    if (auto counter = counterOf(*local, at)) {
      loop_.counter = *counter;
      return setLimit(OverwritingLoop::End::Count, right);
    }
    if (*local == loop_.mover && !loop_.element && !loop_.container)
      return setLimit(OverwritingLoop::End::Meet, right);
    return false;
  }

  bool readEnd() {
    const Operand* condition = &*function_.blocks[head_.index].terminator.condition;
    bool stays = staysWhenTrue_;
    size_t at = headSize_;
    for (unsigned i = 0; i < 6; ++i) {
      auto* place = std::get_if<Place>(condition);
      if (!place)
        return false;
      if (isElement(*place, at)) {
        loop_.end = OverwritingLoop::End::Text;
        return stays;
      }
      auto local = localOf(*place);
      auto from = local ? definition(*local) : std::nullopt;
      if (!from || *from >= at)
        return false;
      const Instruction& made = *code_[*from];
      at = *from;
      if (made.opcode == Opcode::Call)
        return readMeeting(made, stays);
      bool isCopy = made.opcode == Opcode::Copy ||
                    (made.opcode == Opcode::Compute && made.op == Operator::Convert);
      if (isCopy) {
        if (auto counted = localOf(made.operands[0]); counted && isCountDown(*counted, at)) {
          loop_.limit = made.operands[0];
          return stays && (!loop_.isDown || (loop_.mover == *counted && loop_.begins == 1));
        }
        condition = &made.operands[0];
        continue;
      }
      if (made.opcode != Opcode::Compute)
        return false;
      if (made.op == Operator::Not) {
        stays = !stays;
        condition = &made.operands[0];
        continue;
      }
      return readComparison(made, stays, at);
    }
    return false;
  }

  bool isCountDown(LocalId local, size_t at) const {
    return isDecrement(local) && *definition(local) > at;
  }

  bool readComparison(const Instruction& made, bool stays, size_t at) {
    const Operand &a = made.operands[0], &b = made.operands[1];
    if (loop_.isDown)
      return readDown(made, stays, at);
    bool isLast =
        (made.op == Operator::LessEqual && stays) || (made.op == Operator::Greater && !stays);
    if (isLast) {
      loop_.more = 1;
      return readOrder(a, b, false, at) && loop_.end == OverwritingLoop::End::Count;
    }
    switch (made.op) {
    case Operator::Less:
      return stays && readOrder(a, b, false, at);
    case Operator::Greater:
      if (stays && integerOf(b) == 0)
        if (auto read = localOf(a) ? copied(*localOf(a), at) : std::nullopt;
            read && isCountDown(read->local, read->at)) {
          loop_.limit = Operand(Place{flow::Root::local(read->local), {}});
          return true;
        }
      return stays && readOrder(b, a, false, at);
    case Operator::GreaterEqual:
      return !stays && readOrder(a, b, false, at);
    case Operator::LessEqual:
      return !stays && readOrder(b, a, false, at);
    case Operator::NotEqual:
      return stays && readOrder(a, b, true, at);
    case Operator::Equal:
      return !stays && readOrder(a, b, true, at);
    default:
      return false;
    }
  }

  /// The index is counted down to 0: `i >= 0` before it is used, `i > 0` or `i != 0` before it is
  /// counted down and then used.
  bool readDown(const Instruction& made, bool stays, size_t at) {
    auto local = localOf(made.operands[0]);
    auto read = local ? copied(*local, at) : std::nullopt;
    bool isIndex = read && read->local == loop_.mover && read->at <= *definition(read->local);
    auto zero = integerOf(made.operands[1]);
    if (!isIndex || !stays || !zero)
      return false;
    bool isBelow = made.op == Operator::Greater || made.op == Operator::NotEqual;
    loop_.end = OverwritingLoop::End::Count;
    return loop_.begins == 0 ? (made.op == Operator::GreaterEqual && *zero == 0) ||
                                   (made.op == Operator::Greater && *zero == -1)
                             : isBelow && *zero == 0;
  }

  /// `it == end` and `it != end` of iterators that are objects.
  bool readMeeting(const Instruction& call, bool stays) {
    llvm::StringRef name = nameOf(program_, call);
    bool isEnd = name == "operator==" ? !stays : name == "operator!=" && stays;
    if (!isEnd || call.operands.size() != 2 || addressed(call.operands[0]) != loop_.mover)
      return false;
    auto end = addressed(call.operands[1]);
    return end && setLimit(OverwritingLoop::End::Meet, Place{flow::Root::local(*end), {}});
  }

  static constexpr size_t several = ~size_t(0);
  const flow::Program& program_;
  const flow::Function& function_;
  flow::BlockId head_;
  const std::vector<bool>& body_;
  std::vector<const Instruction*> code_;
  size_t headSize_ = 0;
  bool staysWhenTrue_ = true;
  llvm::DenseMap<uint32_t, size_t> definitions_;
  OverwritingLoop loop_;
};

} // namespace

std::optional<OverwritingLoop>
overwritingLoop(const flow::Program& program, const flow::Function& function, flow::BlockId head,
                const std::vector<bool>& body,
                llvm::function_ref<bool(const Instruction&)> isHarmless,
                llvm::function_ref<bool(const Instruction&)> overwrites) {
  return Reader(program, function, head, body).run(isHarmless, overwrites);
}

} // namespace circumspect::analysis
