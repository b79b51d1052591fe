// Comparisons of texts, which decide branches where the texts are constants.
#include "checker/analysis/Call.h"

namespace circumspect::analysis {

// Of a string literal, which is an array by reference, the element that has its text.
Ref FunctionAnalysis::textOf(const Ref& ref) {
  flow::TypeId type = typeOf(ref.cell);
  bool isArray = type && flow_.type(type).kind == flow::TypeKind::Array;
  return isArray ? member(ref, {ElementKind::At, 0}) : ref;
}

// The value number of a text, where nothing was written into the middle of it.
ExpressionId FunctionAnalysis::textIn(State& state, const Refs& refs) {
  if (refs.size() != 1)
    return Expressions::unknown;
  const Cell text = universe_.memory[refs.front().cell];
  if (const Contents* contents = state.contents(text.object))
    for (const auto& [path, part] : *contents)
      if (path != text.path && universe_.memory.isPrefix(text.path, path))
        return Expressions::unknown;
  return readRef(state, refs.front()).expression;
}

/// What is computed with is a character: that of a constant text, where one is read out of it. Such
/// a text is in the whole, or in the first element of an array.
Value FunctionAnalysis::asCharacter(State& state, const flow::Operand& operand, Value value) {
  auto* place = std::get_if<flow::Place>(&operand);
  bool isPart = place && !place->path.empty() && place->path.back().kind != flow::Step::Kind::Field;
  if (!isPart || !value.targets.empty() || !value.taints.empty())
    return value;
  auto& memory = universe_.memory;
  auto& table = universe_.expressions;
  auto characterIn = [&](ExpressionId text, size_t index) {
    llvm::StringRef t = universe_.names[flow::NameId{table[text].a}];
    if (index <= t.size())
      value.expression = table.integer(index == t.size() ? 0 : static_cast<signed char>(t[index]));
  };
  Refs refs = evaluate(state, *place);
  bool isOfPointer = refs.empty() && place->root.kind == flow::Root::Kind::Local &&
                     place->path.size() <= 2 && place->path[0].kind == flow::Step::Kind::Deref;
  if (isOfPointer) { // a literal that nothing else is done with
    ExpressionId text = read(state, memory.cell(local({place->root.index}))).expression;
    const flow::Step& last = place->path.back();
    auto index = last.kind == flow::Step::Kind::ElementAt ? last.constant.integer
                 : last.kind == flow::Step::Kind::Deref   ? 0
                                                          : -1;
    if (table[text].kind == ExpressionKind::Text && index >= 0)
      characterIn(text, static_cast<size_t>(index));
    return value;
  }
  if (refs.size() != 1)
    return value;
  const Cell c = memory[refs.front().cell];
  flow::TypeId type = typeOf(refs.front().cell);
  if (type && !isCharacter(type))
    return value;
  bool isElement = c.path != 0 && memory.last(c.path).kind == ElementKind::At;
  PathId whole = isElement ? memory.parentPath(c.path) : c.path;
  size_t index = isElement ? memory.last(c.path).payload : 0;
  const Value* held = nullptr;
  if (const Contents* contents = state.contents(c.object))
    for (const auto& [path, part] : *contents) {
      bool isBelow = path != whole && memory.isPrefix(whole, path);
      bool isFirst = isBelow && memory.parentPath(path) == whole &&
                     memory.last(path) == PathElement{ElementKind::At, 0};
      bool isText = table[part.expression].kind == ExpressionKind::Text;
      if (isBelow && !(isFirst && isText)) { // it was written into
        held = nullptr;
        break;
      }
      if (isText && (path == whole || isFirst))
        held = &part;
    }
  if (held)
    characterIn(held->expression, index);
  else if (table[value.expression].kind == ExpressionKind::Text)
    value.expression = table.make(ExpressionKind::Site, site_);
  return value;
}

/// The constant text that is in an array, or to which a pointer leads.
ExpressionId FunctionAnalysis::constantText(State& state, Refs refs) {
  flow::TypeId type = refs.size() == 1 ? typeOf(refs.front().cell) : flow::TypeId();
  if (type && flow_.type(type).kind == flow::TypeKind::Pointer)
    refs = follow(state, refs);
  if (refs.size() != 1)
    return Expressions::unknown;
  // Of what `c_str()` points to, the string that it is the first character of.
  if (PathId path = universe_.memory[refs.front().cell].path;
      path != 0 && universe_.memory.last(path).isElement())
    if (ExpressionId whole =
            textIn(state, {{universe_.memory.parent(refs.front().cell), Expressions::unknown}});
        isText(whole))
      return whole;
  ExpressionId text = textIn(state, refs);
  type = typeOf(refs.front().cell);
  if (type && flow_.type(type).kind == flow::TypeKind::Array) {
    const Cell c = universe_.memory[refs.front().cell];
    const Contents* contents = state.contents(c.object);
    bool isOne = contents && llvm::count_if(*contents, [&](const auto& entry) {
                               return entry.first != c.path &&
                                      universe_.memory.isPrefix(c.path, entry.first);
                             }) == 1;
    text = isOne ? readRef(state, textOf(refs.front())).expression : text;
  }
  return isText(text) ? text : Expressions::unknown;
}

bool FunctionAnalysis::isText(ExpressionId e) const {
  ExpressionKind kind = universe_.expressions[e].kind;
  return kind == ExpressionKind::Text || kind == ExpressionKind::Pattern;
}

/// One text after the other; `$1`, as a parameter in SQL, stands for what is not known. At the
/// front it is left out: a string that nothing was put into yet is not known either.
void FunctionAnalysis::joinTexts(State& state, State& before, const Call& call,
                                 const models::Flow& flow) {
  constexpr size_t longest = 4096;
  std::string text;
  bool isAnyKnown = false;
  for (const models::Port& port : flow.from) {
    ExpressionId part = textIn(before, portRefs(before, call, port));
    if (!isText(part))
      part = constantText(before, portRefs(before, call, port));
    isAnyKnown |= isText(part);
    if (isText(part))
      text += universe_.names[flow::NameId{universe_.expressions[part].a}];
    else if (!text.empty())
      text += "$1";
  }
  if (!isAnyKnown || text.size() > longest)
    return;
  ExpressionId joined = universe_.expressions.make(ExpressionKind::Pattern, universe_.name(text));
  for (const Ref& to : portRefs(state, call, *flow.to))
    renumber(state, to.cell, joined);
}

std::optional<llvm::StringRef> FunctionAnalysis::knownText(State& state, const Refs& refs) {
  ExpressionId text = textIn(state, refs);
  if (universe_.expressions[text].kind != ExpressionKind::Text)
    return std::nullopt;
  return universe_.names[flow::NameId{universe_.expressions[text].a}];
}

/// Where one text is in another, or -1, if both are known.
void FunctionAnalysis::findText(State& state, State& before, const Call& call,
                                const models::Flow& flow) {
  auto& table = universe_.expressions;
  Refs wanted = portRefs(before, call, flow.from[0]);
  auto whole = knownText(before, portRefs(before, call, flow.from[1]));
  Value result;
  result.isSettled = true;
  if (auto part = knownText(before, wanted); whole && part)
    result.expression = table.integer(static_cast<int64_t>(whole->find(*part)));
  else if (auto c = wanted.size() == 1 ? table.integerOf(readRef(before, wanted.front()).expression)
                                       : std::nullopt;
           whole && c)
    result.expression = table.integer(static_cast<int64_t>(whole->find(static_cast<char>(*c))));
  if (result.expression == Expressions::unknown)
    result.expression = table.make(ExpressionKind::Site, site_);
  write(state, portRefs(state, call, *flow.to, true), leaf(std::move(result)));
}

void FunctionAnalysis::compareTexts(State& state, State& before, const Call& call,
                                    const models::Flow& flow) {
  auto& table = universe_.expressions;
  llvm::SmallVector<ExpressionId, 3> given;
  for (const models::Port& port : flow.from)
    given.push_back(textIn(before, portRefs(before, call, port)));
  llvm::for_each(given, [&](ExpressionId e) { refining(e); });
  auto textOf = [&](ExpressionId e) -> std::optional<llvm::StringRef> {
    if (table[e].kind != ExpressionKind::Text)
      return std::nullopt;
    return universe_.names[flow::NameId{table[e].a}];
  };
  auto left = textOf(given[0]), right = textOf(given[1]);
  bool isLimited = given.size() > 2;
  auto limit = isLimited ? table.integerOf(given[2]) : std::nullopt;
  ExpressionId difference = Expressions::unknown;
  if (left && right && (!isLimited || limit)) {
    size_t length = limit && *limit >= 0 ? static_cast<size_t>(*limit) : llvm::StringRef::npos;
    llvm::StringRef a = left->substr(0, length), b = right->substr(0, length);
    difference = table.integer(flow.ignoresCase ? a.compare_insensitive(b) : a.compare(b));
  } else if (!isLimited && !flow.ignoresCase) {
    difference = table.operation(flow::Operator::Subtract, given[0], given[1]);
  }
  bool isEquality = flow.kind == models::Flow::Kind::Equal;
  Value result;
  result.isSettled = true;
  result.expression = isEquality
                          ? table.operation(flow::Operator::Equal, difference, table.integer(0))
                          : difference;
  if (result.expression == Expressions::unknown)
    result.expression = table.make(ExpressionKind::Site, site_);
  write(state, portRefs(state, call, *flow.to, true), leaf(std::move(result)));
}

} // namespace circumspect::analysis
