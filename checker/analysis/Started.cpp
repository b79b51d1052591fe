// Calls that go on beside what follows them: threads, tasks and handlers that are only registered.
// Such a call is analysed where it is started, and once more after each step that changes something
// which it can see, as if it were done then or not at all. What was started is an object of the
// state, with the function and a copy of each argument, so that it ends where it is forgotten, and
// a caller goes on with what its callees have started.
#include "checker/analysis/Call.h"

namespace circumspect::analysis {

using models::Port;

static constexpr unsigned maxRuns = 256; ///< of all that is started in one function
static constexpr unsigned maxTurns = 3;  ///< of those that see what the others write
static constexpr unsigned maxLandings = 3;

/// Keeps a call that is about to be made as one that goes on.
void FunctionAnalysis::remember(State& state, const Call& call, const models::Flow& flow,
                                const Call& started) {
  auto& memory = universe_.memory;
  auto own = [&](uint32_t number) {
    return memory.cell(memory.fresh(site_, memory.local(flow::LocalId{number})));
  };
  CellId task = memory.child(own(~0U - 400), {ElementKind::Slot, universe_.name("started")});
  Value top;
  top.functions = {started.callee};
  top.isSettled = true;
  Tree tree = leaf(std::move(top));
  const flow::Function& callee = flow_.function(started.callee);
  bool isObjects = callee.record &&
                   llvm::is_contained(flow_.record(callee.record).callOperators, started.callee);
  for (uint32_t i = 0; i < started.arguments.size(); ++i) {
    if (started.arguments[i].refs.empty())
      continue;
    Tree given = readTrees(state, started.arguments[i].refs);
    if (i == 0 && isObjects) { // the thread has its own copy of the callable object
      Refs objects = targetsOf(state, given.front().second);
      if (objects.empty())
        continue;
      Tree object = readTrees(state, objects);
      unite(object.front().second.classes, {callee.record});
      CellId kept = own(~0U - 401);
      write(state, {{kept, Expressions::unknown}}, std::move(object));
      Value pointer;
      pointer.targets = {kept};
      pointer.isSettled = true;
      given = leaf(std::move(pointer));
    }
    PathId at = memory.extend(0, {ElementKind::At, i});
    for (auto& [path, value] : given)
      tree.emplace_back(memory.rebase(path, 0, at), std::move(value));
  }
  if (flow.to) { // where its result goes
    Value result;
    for (const Ref& ref : portRefs(state, call, *flow.to))
      unite(result.targets, {ref.cell});
    tree.emplace_back(memory.extend(0, {ElementKind::Slot, universe_.name("result")}),
                      std::move(result));
  }
  write(state, {{task, Expressions::unknown}}, std::move(tree));
  unite(summary_.started, {task});
  if (!flow.handle)
    return;
  Value handle;
  handle.targets = {task};
  handle.isSettled = true;
  write(state, portRefs(state, call, *flow.handle, true), leaf(std::move(handle)));
}

/// What the handles name has come to its end.
void FunctionAnalysis::finishStarted(State& state, const Refs& handles) {
  for (const Ref& handle : handles)
    for (CellId task : readRef(state, handle).targets)
      if (std::binary_search(summary_.started.begin(), summary_.started.end(), task))
        dropContents(state, task);
}

/// A call that may never return: others see what it writes on its way.
void FunctionAnalysis::applyStarted(State& state, const Call& call) {
  FormulaId condition = state.condition;
  State before = state;
  auto around = std::exchange(endless_, std::nullopt);
  bool wasStarting = std::exchange(isStarting_, true);
  applyCall(state, call);
  isStarting_ = wasStarting;
  if (state.condition == Formulas::no)
    state = endless_ ? join(universe_, before, *endless_, hereAfter()) : before;
  state.condition = condition;
  endless_ = std::move(around);
}

/// The function does not come back from a call; `during` is what that leaves on its way.
void FunctionAnalysis::addEndless(State during) {
  endless_ = endless_ ? join(universe_, *endless_, during, hereAfter()) : std::move(during);
  isLandDue_ = !landsAt_.empty() && landings_ < maxLandings;
}

/// A place to which calls that do not return may jump (setjmp): what they leave is there, too,
/// whichever branches led to them.
void FunctionAnalysis::land(State& state) {
  unite(landsAt_, {block_});
  if (!endless_)
    return;
  auto& formulas = universe_.formulas;
  auto withoutBranches = [&](FormulaId f) {
    return formulas.exists(f, [&](AtomId atom) { return formulas.key(atom).condition == 0; });
  };
  State left = *endless_;
  left.condition = withoutBranches(left.condition);
  left.objects = left.objects.transform([&](ObjectId, const auto& contents) {
    Contents changed = *contents;
    for (auto& [path, value] : changed) {
      Taints taints;
      for (Taint t : value.taints) {
        t.condition = withoutBranches(t.condition);
        addTaint(universe_, taints, t);
      }
      value.taints = std::move(taints);
    }
    return changed == *contents ? contents : std::make_shared<Contents>(std::move(changed));
  });
  state = join(universe_, state, left, hereAfter());
}

/// Whether the places where jumps land are to be visited again, with what they brought.
bool FunctionAnalysis::landAgain() {
  if (!rounds_.empty() || !std::exchange(isLandDue_, false))
    return false;
  ++landings_;
  for (flow::BlockId block : landsAt_)
    work_.emplace(order_[block.index], block.index);
  return true;
}

/// What calls that do not return leave on their way, and a function that never returns: what it
/// holds at the heads of its loops.
std::optional<State> FunctionAnalysis::during() {
  if (!summary_.returns)
    for (const auto& [head, body] : loops_)
      if (arrivals_[head].entry)
        addEndless(*arrivals_[head].entry);
  if (endless_)
    prune(*endless_);
  return std::move(endless_);
}

/// Runs what was started, if it was and has not come to its end.
bool FunctionAnalysis::runStarted(State& state, CellId task) {
  auto& memory = universe_.memory;
  const Cell at = memory[task];
  const Value* found = state.find(at.object, at.path);
  if (!found || found->functions.empty())
    return false;
  const SortedSet<flow::FunctionId> functions = found->functions;
  Value into = read(state, memory.child(task, {ElementKind::Slot, universe_.name("result")}));
  State joined = state;
  // It is the run that was started, so that all which it makes and asks has the same names.
  std::pair<uint32_t, uint32_t> here{round_, site_}, start{round_, memory.object(at.object).a};
  Sent sent = std::exchange(sent_[start], {});
  site_ = start.second;
  inPlace_ = 0;
  for (flow::FunctionId f : functions) {
    Call call;
    call.callee = f;
    call.depth = 1;
    call.resultType = flow_.function(f).resultType;
    State after = state;
    for (uint32_t i = 0; i < flow_.function(f).parameterCount; ++i) {
      CellId given = memory.child(task, {ElementKind::At, i});
      call.arguments.push_back({{{given, identity(after, given)}}, nullptr});
    }
    call.result = hold(after, ~0U - 402, leaf(Value()));
    applyStarted(after, call);
    Tree result = readTrees(after, call.result);
    if (!into.targets.empty())
      write(after, targetsOf(after, into), std::move(result), false);
    joined = join(universe_, joined, after, hereAfter());
  }
  state = std::move(joined);
  site_ = here.second;
  std::swap(sent, sent_[start]);
  sent_[here] += std::move(sent);
  return true;
}

/// Does the value say more than the other of what can matter to somebody else: data, pointers and
/// callables, and constants that decide?
static bool saysMore(const Universe& universe, const Value& now, const Value* before) {
  static const Value nothing;
  const Value& old = before ? *before : nothing;
  bool hasConstant = universe.expressions.isConstant(now.expression) ||
                     universe.expressions.isConstant(old.expression);
  return (hasConstant && now.expression != old.expression) ||
         (!now.taints.empty() && now.taints != old.taints) ||
         (!now.targets.empty() && now.targets != old.targets) ||
         (!now.entry.empty() && now.entry != old.entry) ||
         (!now.functions.empty() && now.functions != old.functions) ||
         (!now.classes.empty() && now.classes != old.classes);
}

/// The objects that hold more than before.
SortedSet<ObjectId> FunctionAnalysis::changes(const State& before, const State& after) {
  using Held = std::shared_ptr<Contents>;
  SortedSet<ObjectId> changed;
  auto note = [&](uint32_t object, const Held& held) {
    if (llvm::any_of(*held, [&](const auto& part) {
          return saysMore(universe_, part.second, before.find(object, part.first));
        }))
      unite(changed, {object});
    return held;
  };
  PatriciaMap<Held>::merge(
      before.objects, after.objects,
      [&](uint32_t object, const Held& a, const Held& b) { return a == b ? a : note(object, b); },
      [](uint32_t, const Held& a) { return a; }, note);
  std::erase_if(changed, [&](ObjectId id) { // what has no name, nothing else can see
    const Object& o = universe_.memory.object(id);
    return o.kind == ObjectKind::Local &&
           (!declared(o.a) || declared(o.a)->kind == flow::LocalKind::Temporary);
  });
  return changed;
}

/// Whether what was started can come to one of the objects.
bool FunctionAnalysis::canSee(const State& state, CellId task, const SortedSet<ObjectId>& objects) {
  auto& memory = universe_.memory;
  llvm::DenseSet<ObjectId> seen;
  std::vector<ObjectId> work;
  auto see = [&](ObjectId object) {
    if (seen.insert(object).second)
      work.push_back(object);
  };
  see(memory[task].object);
  state.objects.forEach([&](ObjectId object, const auto&) {
    if (memory.object(object).kind == ObjectKind::Global)
      see(object);
  });
  while (!work.empty()) {
    ObjectId object = work.back();
    work.pop_back();
    const Contents* contents = state.contents(object);
    if (!contents)
      continue;
    for (const auto& [path, value] : *contents) {
      for (CellId target : value.targets)
        see(memory[target].object);
      for (CellId cell : value.entry)
        see(memory.initial(cell));
    }
  }
  // What each round of a loop makes anew, for what it then starts, was not there in the last one.
  auto isOfLaterRound = [&](ObjectId object) {
    if (memory.object(object).kind != ObjectKind::Fresh)
      return false;
    uint32_t madeAt = memory.object(object).a, startedAt = memory.object(memory[task].object).a;
    if (!isMadeHere(madeAt) || !isMadeHere(startedAt))
      return false;
    size_t made = blockOf(madeAt), start = blockOf(startedAt);
    return llvm::any_of(loops_,
                        [&](const auto& loop) { return loop.second[made] && loop.second[start]; });
  };
  return llvm::any_of(objects, [&](ObjectId object) {
    if (object == memory[task].object || isOfLaterRound(object))
      return false;
    for (; !seen.contains(object); object = memory[memory.object(object).a].object)
      if (memory.object(object).kind != ObjectKind::Initial)
        return memory.object(object).kind == ObjectKind::Global;
    return true;
  });
}

/// After a step that changed something: what was started before may come now.
void FunctionAnalysis::goOn(const State& before, State& state,
                            const flow::Instruction& instruction) {
  std::pair<uint32_t, uint32_t> here{round_, site_};
  if (instruction.opcode != flow::Opcode::Call)
    sent_.erase(here);
  SortedSet<ObjectId> changed = changes(before, state);
  bool hasRun = false;
  for (unsigned turn = 0; turn < maxTurns && !changed.empty(); ++turn) {
    State last = state;
    for (CellId task : SortedSet<CellId>(summary_.started)) {
      bool isStartedHere = universe_.memory.object(universe_.memory[task].object).a == site_;
      if (isStartedHere || !canSee(state, task, changed))
        continue;
      if (++runs_ > maxRuns)
        return program_.cut("runs of what was started", id_, instruction.location);
      hasRun |= runStarted(state, task);
    }
    changed = changes(last, state);
  }
  bool isCall = instruction.opcode == flow::Opcode::Call && instruction.callee &&
                flow_.function(instruction.callee).hasBody();
  if (!hasRun || !isCall)
    return;
  // It may have come while the callee ran, which then saw what it wrote.
  Sent sent = sent_[here];
  State again = state;
  transfer(again, instruction);
  if (again.condition != Formulas::no)
    state = join(universe_, state, again, hereAfter());
  sent_[here] += std::move(sent);
}

} // namespace circumspect::analysis
