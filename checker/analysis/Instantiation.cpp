#include "checker/analysis/Instantiation.h"

#include <numeric>
#include <set>

namespace circumspect::analysis {

Instantiation::Instantiation(FunctionAnalysis& caller, State& state,
                             const FunctionAnalysis::Call& call, const Summary& summary)
    : caller_(caller), universe_(caller.universe_), state_(state), before_(state), call_(call),
      summary_(summary), callee_(caller.flow_.function(call.callee)) {
}

/// Whether the places are one by name, as those are where an element may be the first.
static bool areOne(const Refs& refs) {
  return !refs.empty() &&
         llvm::all_of(refs, [&](const Ref& ref) { return ref.identity == refs.front().identity; });
}

/// Whether two pointers that the callee was given and compares are equal, where that is known here.
std::optional<bool> Instantiation::areSame(const Expression& comparison) {
  bool isEquality = static_cast<flow::Operator>(comparison.a) == flow::Operator::Equal;
  Value pointers[2];
  for (unsigned i = 0; i < 2; ++i) {
    CellId cell = caller_.entryCell(i == 0 ? comparison.b : comparison.c);
    if (!isEquality || cell == noId || !caller_.pointee(typeOf(cell)))
      return std::nullopt;
    Refs at = refs(cell);
    if (at.size() != 1)
      return std::nullopt;
    pointers[i] = caller_.readRef(before_, at.front());
  }
  return caller_.areSame(pointers[0], pointers[1]);
}

ExpressionId Instantiation::expression(ExpressionId e) {
  if (auto done = expressions_.find(e); done != expressions_.end())
    return done->second;
  auto& table = universe_.expressions;
  const Expression x = table[e];
  ExpressionId result = Expressions::unknown;
  auto instance = [&] { return table.make(ExpressionKind::Instance, caller_.site_, e); };
  auto nested = [&](ExpressionId inner) { return expression(inner); };
  switch (x.kind) {
  case ExpressionKind::Unknown:
    break;
  case ExpressionKind::Undefined:
  case ExpressionKind::Integer:
  case ExpressionKind::Floating:
  case ExpressionKind::Text:
  case ExpressionKind::Pattern:
  case ExpressionKind::Null:
  case ExpressionKind::Function:
  case ExpressionKind::DataMember:
    result = e;
    break;
  case ExpressionKind::Address: // of what it is, only that it is not null can be told
    result = x.b == 0 ? e : instance();
    break;
  case ExpressionKind::Initial: {
    Refs at = refs(x.a);
    result = areOne(at) ? at.front().identity : instance();
    if (at.size() == 1 && universe_.memory[x.a].path == 0 && result == Expressions::unknown)
      result = caller_.readRef(before_, at.front()).expression;
    if (result == Expressions::unknown)
      result = instance();
    break;
  }
  case ExpressionKind::Member: {
    if (CellId cell = caller_.entryCell(e); cell != noId) // what the caller's member holds now
      if (Refs at = refs(cell); areOne(at) && at.front().identity != Expressions::unknown) {
        result = at.front().identity;
        break;
      }
    ExpressionId whole = nested(x.a);
    result = whole ? table.make(ExpressionKind::Member, whole, x.b, x.c) : instance();
    break;
  }
  case ExpressionKind::Pointee:
  case ExpressionKind::Reference:
  case ExpressionKind::Stale: {
    ExpressionId inner = nested(x.a);
    result = inner ? table.make(x.kind, inner, x.b) : instance();
    break;
  }
  case ExpressionKind::Indexed: {
    ExpressionId whole = nested(x.a), index = nested(x.b);
    result = whole && index ? table.make(ExpressionKind::Indexed, whole, index) : instance();
    break;
  }
  case ExpressionKind::Operation:
    if (auto same = areSame(x)) {
      result = table.integer(*same);
      break;
    }
    result = table.operation(static_cast<flow::Operator>(x.a), nested(x.b), nested(x.c));
    break;
  case ExpressionKind::Answer:
  case ExpressionKind::Outcome:
    result = table.make(x.kind, x.a, nested(x.b), x.c);
    break;
  case ExpressionKind::Cases: {
    std::vector<Case> list = table.casesOf(e);
    for (Case& c : list)
      c.first = formula(c.first);
    result = table.cases(std::move(list));
    break;
  }
  case ExpressionKind::Site:
  case ExpressionKind::Phi:
  case ExpressionKind::Instance:
    result = instance();
    break;
  }
  return expressions_[e] = result;
}

FormulaId Instantiation::formula(FormulaId f) {
  if (f <= Formulas::yes)
    return f;
  if (auto done = formulas_.find(f); done != formulas_.end())
    return done->second;
  auto& formulas = universe_.formulas;
  std::map<AtomId, std::optional<FormulaId>> mapped;
  auto meaning = [&](AtomId atom) -> std::optional<FormulaId> {
    auto [entry, isNew] = mapped.try_emplace(atom);
    if (isNew) {
      AtomKey key = formulas.key(atom);
      ExpressionId about = expression(key.about);
      universe_.askedAgain(key, {key.condition, about});
      entry->second = key.condition ? std::optional(formulas.atom({key.condition, about}))
                                    : universe_.expressions.truth(about);
    }
    return entry->second;
  };
  FormulaId known = formulas.exists(f, [&](AtomId atom) { return !meaning(atom).has_value(); });
  FormulaId result =
      caller_.bound(formulas.substitute(known, [&](AtomId atom) { return *meaning(atom); }));
  return formulas_[f] = result;
}

Taints Instantiation::inputTaints(const Label& label) {
  using ReadAs = FunctionAnalysis::ReadAs;
  const Object& o = universe_.memory.object(universe_.memory[label.cell].object);
  const Object& pointer =
      universe_.memory.object(o.kind == ObjectKind::Initial ? universe_.memory[o.a].object
                                                            : universe_.memory[label.cell].object);
  bool isParameter = pointer.kind == ObjectKind::Local;
  ReadAs as =
      isParameter && areBytes(caller_.flow_, callee_, pointer.a) ? ReadAs::Bytes : ReadAs::Text;
  Taints result;
  for (const Ref& ref : refs(label.cell))
    for (const Taint& t : label.isReach ? caller_.reachableTaints(before_, ref)
                                        : caller_.contentTaints(before_, ref, false, false, as))
      addTaint(universe_, result, asInput(t, label, ref));
  return result;
}

/// What the caller's cell carries, as the callee's input that it is.
Taint Instantiation::asInput(Taint t, const Label& label, const Ref& ref) {
  ExpressionId subject = label.subject ? expression(label.subject) : Expressions::unknown;
  const Label given = universe_.labels[t.label];
  // Whose member it is, is known better where it was read than where it was passed.
  if (given.isSource && given.subject == Expressions::unknown && subject)
    t.label = universe_.source(given.category, subject, given.origin);
  if (given.isInputOf(ref.cell) && subject && given.subject != subject &&
      !caller_.dataOf(given.cell).empty())
    t.label = universe_.input(given.cell, subject, given.category);
  if (label.category)
    t.label = universe_.transformed(t.label, label.category - 1);
  return t;
}

/// Whether the value carries the label because it may still be what a cell held on entry.
bool Instantiation::isStructural(const Value& value, LabelId id) const {
  const Label& label = universe_.labels[id];
  return label.category == 0 && label.isInputOf(label.cell) &&
         std::binary_search(value.entry.begin(), value.entry.end(), label.cell);
}

/// What is in the value because it was in cells on entry, member by member as the caller knows it.
Tree Instantiation::entryParts(const Value& from, CellId except) {
  Tree parts;
  for (CellId cell : from.entry) {
    auto label = llvm::find_if(from.taints, [&](const Taint& t) {
      return isStructural(from, t.label) && universe_.labels[t.label].cell == cell;
    });
    bool isCarried = label != from.taints.end();
    for (const Ref& ref : cell == except ? Refs() : refs(cell))
      for (auto& [path, part] : caller_.readTree(before_, ref)) {
        for (Taint t : std::exchange(part.taints, {})) {
          if (!isCarried && path == 0)
            continue;
          if (isCarried) {
            t = path == 0 ? asInput(t, universe_.labels[label->label], ref) : t;
            t.condition = universe_.formulas.conjunction(t.condition, formula(label->condition));
            t.trace = caller_.step(Trace::Kind::Enter, t.trace, label->trace);
          }
          addTaint(universe_, part.taints, t);
        }
        parts.emplace_back(path, std::move(part));
      }
  }
  return parts;
}

Taints Instantiation::taints(const Taints& from) {
  Taints result;
  for (const Taint& t : from) {
    const Label label = universe_.labels[t.label];
    FormulaId when = formula(t.condition);
    if (label.isSource) {
      Taint mapped{universe_.source(label.category, expression(label.subject), label.origin), when,
                   caller_.step(Trace::Kind::Enter, nullptr, t.trace)};
      addTaint(universe_, result, mapped);
      continue;
    }
    auto [entry, isNew] = inputs_.try_emplace(t.label);
    if (isNew)
      entry->second = inputTaints(label);
    for (Taint given : entry->second) {
      given.condition =
          universe_.formulas.bounded(universe_.formulas.conjunction(given.condition, when));
      addTaint(universe_, result, given,
               [&] { return caller_.step(Trace::Kind::Enter, given.trace, t.trace); });
    }
  }
  return result;
}

Value Instantiation::value(const Value& from) {
  Value result;
  result.taints = taints(from.taints);
  result.functions = from.functions;
  result.classes = from.classes;
  result.isSettled = from.isSettled;
  result.expression = expression(from.expression);
  for (CellId target : from.targets)
    for (const Ref& ref : refs(target))
      unite(result.targets, {ref.cell});
  return result;
}

Tree Instantiation::tree(const Contents& contents, size_t root) {
  std::vector<size_t> all(contents.size());
  std::iota(all.begin(), all.end(), size_t(0));
  return tree(contents, root, all);
}

Tree Instantiation::tree(const Contents& contents, size_t root, llvm::ArrayRef<size_t> among) {
  const Value& top = contents[root].second;
  std::map<PathId, Value> parts;
  auto& memory = universe_.memory;
  PathId at = contents[root].first;
  // What was there on entry, with all below it, as the caller knows it.
  auto addEntry = [&](const Value& from, PathId under) {
    for (auto& [path, part] : entryParts(from)) {
      auto [entry, isNew] = parts.try_emplace(memory.rebase(path, 0, under), part);
      if (!isNew)
        entry->second = either(universe_, entry->second, part);
    }
  };
  auto own = [&](Value from) {
    std::erase_if(from.taints, [&](const Taint& t) { return isStructural(from, t.label); });
    return value(from);
  };
  addEntry(top, 0);
  Value whole = own(top);
  if (auto entry = parts.find(0); entry != parts.end()) {
    ExpressionId known = whole.expression;
    bool isSettled =
        top.entry.empty() ? whole.isSettled : entry->second.isSettled && whole.taints.empty();
    whole = either(universe_, std::move(whole), entry->second);
    whole.expression = known;
    whole.isSettled = isSettled;
  }
  parts[0] = std::move(whole);
  // An element that is not known may be each of those that were there on entry.
  for (size_t i : among) {
    auto& [path, from] = contents[i];
    if (path == at || !memory.isPrefix(at, path) || !memory.isVague(path) || memory.isVague(at))
      continue;
    PathId relative = memory.rebase(path, at, 0);
    std::optional<Value> inner;
    for (auto& [known, part] : parts)
      if (memory.length(known) == memory.length(relative) && memory.mayOverlap(known, relative) &&
          known != relative) {
        if (!inner) {
          inner = own(from);
          for (const auto& [under, entry] : entryParts(from))
            if (under == 0)
              inner = either(universe_, std::move(*inner), entry);
        }
        part = either(universe_, std::move(part), *inner);
      }
  }
  for (size_t i : among) {
    auto& [path, from] = contents[i];
    if (path == at || !memory.isPrefix(at, path))
      continue;
    PathId relative = memory.rebase(path, at, 0);
    for (auto part = parts.begin(); part != parts.end();) // replaced, with all below
      part = part->first != relative && !memory.isPrefix(relative, part->first) ? std::next(part)
             : part->first == 0                                                 ? std::next(part)
                                                                                : parts.erase(part);
    addEntry(from, relative);
    Value inner = own(from);
    if (auto entry = parts.find(relative); entry != parts.end()) {
      ExpressionId known = inner.expression;
      inner = either(universe_, std::move(inner), entry->second);
      inner.expression = known;
    }
    parts[relative] = std::move(inner);
  }
  return Tree(parts.begin(), parts.end());
}

/// The topmost written cells, each with the indices of those that are below it.
std::map<size_t, std::vector<size_t>> Instantiation::topmost(const Contents& contents) const {
  const Memory& memory = universe_.memory;
  auto indexOf = [&](PathId path) -> std::optional<size_t> {
    auto found = std::lower_bound(contents.begin(), contents.end(), path,
                                  [](const auto& entry, PathId p) { return entry.first < p; });
    if (found == contents.end() || found->first != path)
      return std::nullopt;
    return found - contents.begin();
  };
  std::map<size_t, std::vector<size_t>> groups;
  for (size_t i = 0; i < contents.size(); ++i) {
    size_t top = i;
    for (PathId path = contents[i].first; path != 0;) {
      path = memory.parentPath(path);
      if (auto above = indexOf(path))
        top = *above;
    }
    auto& group = groups[top];
    if (top != i)
      group.push_back(i);
  }
  return groups;
}

void Instantiation::applyContents(ObjectId object, const Contents& contents) {
  auto& memory = universe_.memory;
  for (const auto& [path, value] : contents)
    if (caller_.isMixed(path))
      for (const Ref& ref : refs(memory.cell(object, memory.parentPath(path))))
        caller_.mixElements(state_, ref);
  for (const auto& [i, below] : topmost(contents)) {
    const auto& [path, from] = contents[i];
    CellId cell = memory.cell(object, path);
    Refs at = refs(cell);
    auto asItWas = llvm::find_if(
        from.taints, [&](const Taint& t) { return universe_.labels[t.label].isInputOf(cell); });
    bool isNeverSo = asItWas != from.taints.end() && formula(asItWas->condition) == Formulas::no;
    bool isUntouched = std::binary_search(from.entry.begin(), from.entry.end(), cell) && !isNeverSo;
    if (!isUntouched) {
      caller_.write(state_, at, tree(contents, i, below), !memory.isVague(path));
      continue;
    }
    // Some of it may be as it was: what is new is added, members that were replaced are replaced.
    Value added = value(from);
    Taints news;
    for (const Taint& t : from.taints)
      if (!universe_.labels[t.label].isInputOf(cell) && !isStructural(from, t.label))
        addTaints(universe_, news, taints({t}));
    caller_.addContentTaints(state_, at, news);
    Value references;
    references.targets = added.targets;
    references.functions = added.functions;
    references.classes = added.classes;
    for (const auto& [under, part] : entryParts(from, cell))
      for (const Ref& ref : at) {
        if (under == 0 && caller_.textEnd(state_, ref.cell)) // a text that may end elsewhere now
          caller_.addContentTaints(state_, {ref}, part.taints);
        caller_.joinInto(state_, memory.append(ref.cell, 0, under), part);
      }
    const Expression& now = universe_.expressions[from.expression];
    bool isSameValue = now.kind == ExpressionKind::Initial && now.a == cell;
    if (!references.targets.empty() || !references.functions.empty() ||
        !references.classes.empty() || !references.entry.empty() || !isSameValue)
      for (const Ref& ref : at)
        caller_.joinInto(state_, ref.cell, references);
    bool isSame = universe_.expressions[from.expression].kind == ExpressionKind::Initial &&
                  universe_.expressions[from.expression].a == cell;
    if (!isSame)
      for (const Ref& ref : at)
        caller_.renumber(state_, ref.cell, added.expression);
    for (size_t j : below)
      caller_.write(state_, refs(memory.cell(object, contents[j].first)), tree(contents, j, below));
  }
}

void Instantiation::applyResult() {
  if (!callee_.result || call_.result.empty())
    return;
  const Contents* contents = summary_.exit.contents(universe_.memory.local(callee_.result));
  if (!contents)
    return;
  Tree result = contents->front().first == 0 ? tree(*contents, 0) : FunctionAnalysis::leaf(Value());
  if (contents->front().first != 0) { // of the whole nothing is known, but of its members
    std::map<PathId, Value> parts;
    for (const auto& [i, below] : topmost(*contents))
      for (auto& [path, part] : tree(*contents, i, below))
        parts[universe_.memory.rebase(path, 0, (*contents)[i].first)] = std::move(part);
    result.insert(result.end(), parts.begin(), parts.end());
  }
  caller_.traceAll(result, Trace::Kind::Returned);
  caller_.setResult(state_, call_, std::move(result));
}

void Instantiation::applyException() {
  if (!summary_.throws)
    return;
  const Contents* thrown = summary_.thrown.contents(caller_.exceptionObject());
  Tree tree = thrown && thrown->front().first == 0 ? this->tree(*thrown, 0)
                                                   : FunctionAnalysis::leaf(Value());
  State normal = state_;
  applyObjects(summary_.thrown);
  caller_.throwing(std::exchange(state_, std::move(normal)), std::move(tree));
}

void Instantiation::applyEvents() {
  for (const SinkEvent& event : summary_.events) {
    SinkEvent mine = event;
    mine.data = taints(event.data);
    mine.condition = universe_.formulas.conjunction(formula(event.condition), before_.condition);
    mine.endpoint = expression(event.endpoint);
    mine.subject = expression(event.subject);
    for (auto& [name, e] : mine.quantities)
      e = expression(e);
    caller_.addEvent(std::move(mine));
  }
}

void Instantiation::apply() {
  applyException();
  if (summary_.during) {
    State normal = state_;
    applyObjects(*summary_.during);
    caller_.addEndless(std::exchange(state_, std::move(normal)));
  }
  if (!summary_.returns) {
    state_.condition = Formulas::no;
    return;
  }
  applyObjects(summary_.exit);
  applyResult();
  for (CellId task : summary_.started)
    if (summary_.exit.contents(universe_.memory[task].object))
      for (const Ref& ref : refs(task))
        unite(caller_.summary_.started, {ref.cell});
}

void Instantiation::applyExit(llvm::function_ref<bool(ObjectId)> isWanted) {
  summary_.exit.objects.forEach([&](ObjectId object, const std::shared_ptr<Contents>& contents) {
    if (universe_.memory.object(object).kind != ObjectKind::Local && isWanted(object))
      applyContents(object, *contents);
  });
}

/// What the callee left in storage that the caller can see, and under which condition it left.
void Instantiation::applyObjects(const State& left) {
  std::set<ObjectId> made;
  left.objects.forEach([&](ObjectId object, const std::shared_ptr<Contents>& contents) {
    ObjectKind kind = universe_.memory.object(object).kind;
    if (kind == ObjectKind::Local)
      return;
    bool isShared = kind == ObjectKind::Fresh && // with another that the callee made
                    !made.insert(universe_.memory.fresh(caller_.site_, object)).second;
    State before = isShared ? state_ : State();
    applyContents(object, *contents);
    if (isShared)
      state_ = join(universe_, before, state_, caller_.hereAfter());
  });
  state_.condition =
      caller_.bound(universe_.formulas.conjunction(state_.condition, formula(left.condition)));
}

} // namespace circumspect::analysis
