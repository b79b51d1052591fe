// The fixpoint over a function's blocks, in reverse post-order. Branches narrow the condition under
// which a block is reached; where a loop closes, what was computed in the last round becomes stale,
// so that a guard asked about one patron is never taken for the next one's.
#include "checker/analysis/Call.h"
#include "checker/analysis/Instantiation.h"
#include "llvm/ADT/SmallVector.h"
#include <set>

namespace circumspect::analysis {

using flow::BlockId;
using flow::TerminatorKind;

FunctionAnalysis::FunctionAnalysis(Interprocedural& program, flow::FunctionId function,
                                   const Context& context)
    : program_(program), universe_(program.universe), flow_(program.flow),
      library_(program.library), id_(function), function_(flow_.function(function)),
      context_(context), isEntered_(context.empty() && program.isEntered(function)) {
  findSites();
}

void FunctionAnalysis::findSites() {
  size_t count = function_.blocks.size();
  uint32_t site = first_ + 1;
  for (const flow::Block& block : function_.blocks) {
    firstSite_.push_back(site);
    site += static_cast<uint32_t>(block.instructions.size()) + 1;
  }
  arrivals_.resize(count);
  isInLoop_.resize(count);
  loopDepth_.resize(count);
  findLoops();
}

FunctionAnalysis::~FunctionAnalysis() = default;

void FunctionAnalysis::findLoops() {
  size_t count = function_.blocks.size();
  order_.assign(count, ~0U);
  // An iterative depth-first walk; the post-order reversed numbers the blocks.
  std::vector<uint32_t> postorder;
  std::vector<uint8_t> color(count);
  std::vector<std::pair<uint32_t, size_t>> stack{{0, 0}};
  std::vector<std::vector<uint32_t>> predecessors(count);
  color[0] = 1;
  while (!stack.empty()) {
    auto& [block, next] = stack.back();
    const auto& successors = function_.blocks[block].terminator.successors;
    if (next == successors.size()) {
      postorder.push_back(block);
      color[block] = 2;
      stack.pop_back();
      continue;
    }
    uint32_t to = successors[next++].index;
    predecessors[to].push_back(block);
    if (color[to] == 0) {
      color[to] = 1;
      stack.emplace_back(to, 0);
    }
  }
  for (size_t i = 0; i < postorder.size(); ++i)
    order_[postorder[i]] = static_cast<unsigned>(postorder.size() - 1 - i);
  // The natural loop of each edge that goes back in this order (Aho et al., § 9.6).
  for (uint32_t from = 0; from < count; ++from) {
    if (order_[from] == ~0U)
      continue;
    for (BlockId head : function_.blocks[from].terminator.successors) {
      if (order_[head.index] > order_[from])
        continue;
      std::vector<bool>& body = loops_[head.index];
      body.resize(count);
      body[head.index] = true;
      llvm::SmallVector<uint32_t, 16> work{from};
      while (!work.empty()) {
        uint32_t block = work.pop_back_val();
        if (body[block])
          continue;
        body[block] = true;
        for (uint32_t p : predecessors[block])
          if (order_[p] >= order_[head.index])
            work.push_back(p);
      }
    }
  }
  for (const auto& [head, body] : loops_)
    for (size_t b = 0; b < count; ++b)
      if (body[b]) {
        isInLoop_[b] = true;
        ++loopDepth_[b];
      }
}

/// The block that an instruction is in.
size_t FunctionAnalysis::blockOf(uint32_t site) const {
  site = siteHere(site);
  if (site >= firstOutside)
    return 0; // where the program begins
  auto after = std::upper_bound(firstSite_.begin(), firstSite_.end(), site);
  return static_cast<size_t>(after - firstSite_.begin()) - 1;
}

ExpressionId FunctionAnalysis::stale(ExpressionId e, BlockId head,
                                     std::map<ExpressionId, ExpressionId>& done) {
  auto found = done.find(e);
  if (found != done.end())
    return found->second;
  auto& table = universe_.expressions;
  const Expression x = table[e];
  const std::vector<bool>& body = loops_[head.index];
  auto madeInLoop = [&](uint32_t site) { return isMadeHere(site) && body[blockOf(site)]; };
  bool isStale = false;
  switch (x.kind) {
  case ExpressionKind::Site:
  case ExpressionKind::Instance:
    isStale = madeInLoop(x.a);
    break;
  case ExpressionKind::Phi:
    isStale = isMadeHere(x.a) && body[phiBlock(x.a)];
    break;
  case ExpressionKind::Member:
  case ExpressionKind::Pointee:
  case ExpressionKind::Reference:
    isStale = stale(x.a, head, done) != x.a;
    break;
  case ExpressionKind::Indexed:
    isStale = stale(x.a, head, done) != x.a || stale(x.b, head, done) != x.b;
    break;
  case ExpressionKind::Answer:
  case ExpressionKind::Outcome:
    isStale = stale(x.b, head, done) != x.b;
    break;
  case ExpressionKind::Operation:
    isStale = stale(x.b, head, done) != x.b || stale(x.c, head, done) != x.c;
    break;
  case ExpressionKind::Cases:
    isStale = true;
    break;
  default:
    break;
  }
  ExpressionId result = e;
  if (isStale)
    result = x.kind == ExpressionKind::Answer || x.kind == ExpressionKind::Outcome
                 ? table.make(x.kind, x.a, stale(x.b, head, done), x.c)
             : x.kind == ExpressionKind::Member
                 ? table.make(ExpressionKind::Member, stale(x.a, head, done), x.b, x.c)
             : x.kind == ExpressionKind::Cases ? Expressions::unknown
                                               : table.make(ExpressionKind::Stale, e, round_);
  return done[e] = result;
}

State FunctionAnalysis::makeStale(const State& state, BlockId head) {
  std::map<ExpressionId, ExpressionId> done;
  std::map<FormulaId, FormulaId> formulasDone;
  auto& formulas = universe_.formulas;
  auto mapFormula = [&](FormulaId f) {
    if (f <= Formulas::yes)
      return f;
    auto [entry, isNew] = formulasDone.try_emplace(f);
    if (isNew) {
      // Opaque branches of this round say nothing of the next; guards keep saying whom they were
      // asked about.
      FormulaId kept = formulas.exists(f, [&](AtomId a) {
        return formulas.key(a).condition == 0 &&
               stale(formulas.key(a).about, head, done) != formulas.key(a).about;
      });
      entry->second = formulas.substitute(kept, [&](AtomId a) {
        AtomKey key = formulas.key(a), now{key.condition, stale(key.about, head, done)};
        universe_.askedAgain(key, now);
        return formulas.atom(now);
      });
    }
    return entry->second;
  };
  auto mapValue = [&](const Value& from) {
    Value value = from;
    value.expression = stale(from.expression, head, done);
    value.taints.clear();
    for (Taint t : from.taints) {
      const Label label = universe_.labels[t.label];
      t.condition = mapFormula(t.condition);
      if (ExpressionId subject = stale(label.subject, head, done); subject != label.subject)
        t.label = label.isSource ? universe_.source(label.category, subject, label.origin)
                                 : universe_.input(label.cell, subject, label.category);
      addTaint(universe_, value.taints, t);
    }
    return value;
  };
  State result;
  result.condition = mapFormula(state.condition);
  result.objects =
      state.objects.transform([&](ObjectId, const std::shared_ptr<Contents>& contents) {
        Contents mapped;
        for (const auto& [path, value] : *contents)
          mapped.emplace_back(path, mapValue(value));
        return mapped == *contents ? contents : std::make_shared<Contents>(std::move(mapped));
      });
  return result;
}

FormulaId FunctionAnalysis::bound(FormulaId f) {
  auto& formulas = universe_.formulas;
  FormulaId result = formulas.bounded(f);
  bool losesGuards = result == Formulas::yes && f != Formulas::yes &&
                     formulas.mentions(f, [&](AtomId a) { return formulas.key(a).condition != 0; });
  if (losesGuards)
    program_.cut("guards in one condition", id_, function_.location);
  return result;
}

/// Takes from `before` the contents that are the same in `now`, so that equal states share a tree.
static void shareWith(State& now, const State& before) {
  using Shared = std::shared_ptr<Contents>;
  now.objects = decltype(now.objects)::merge(
      before.objects, now.objects,
      [](ObjectId, const Shared& x, const Shared& y) { return *x == *y ? x : y; },
      [](ObjectId, const Shared& x) { return x; }, [](ObjectId, const Shared& y) { return y; });
}

/// What reaches a block that is no loop's head: what each way to it brought last. What one brought
/// in an earlier round is no longer so; joined with it, a loop's index would be another in each
/// block.
State FunctionAnalysis::arriving(const State& state, BlockId from, BlockId to, bool isUnrolled,
                                 const JoinPoint& point) {
  auto& ways = arrivals_[to.index].ways;
  unsigned visit = isUnrolled ? ++unrolledWays_ : arrivals_[from.index].visits;
  auto [way, isNew] = ways.try_emplace({isUnrolled, from.index}, Way{visit, state});
  if (!isNew) {
    bool isSameRound = way->second.round == visit;
    way->second = {visit, isSameRound ? join(universe_, way->second.state, state, point) : state};
  }
  State joined = ways.begin()->second.state;
  for (auto next = std::next(ways.begin()); next != ways.end(); ++next)
    joined = join(universe_, joined, next->second.state, point);
  return joined;
}

void FunctionAnalysis::flowTo(State state, BlockId from, BlockId to, bool isUnrolled) {
  if (state.condition == Formulas::no)
    return;
  bool closesLoop = order_[to.index] <= order_[from.index];
  Round* round = rounds_.empty() ? nullptr : rounds_.back();
  bool endsRound = round && (to == round->head || !(*round->body)[to.index]);
  if (closesLoop && (!endsRound || to == round->head))
    state = makeStale(state, to);
  state.condition = bound(state.condition);
  if (auto loop = loops_.find(to.index); loop != loops_.end() && !loop->second[from.index])
    enterLoop(state, from, to);
  if (auto loop = loops_.find(from.index); loop != loops_.end() && !loop->second[to.index] &&
                                           !isUnrolled && !(round && round->head == from))
    leaveLoop(state, from);
  dropDead(state, from, to);
  std::optional<State>& entry = !endsRound
                                    ? arrivals_[to.index].entry
                                    : (to == round->head ? round->next : round->exits[{from, to}]);
  bool isHead = loops_.contains(to.index);
  JoinPoint point{[&](CellId cell) {
                    return universe_.expressions.make(ExpressionKind::Phi, first_ + to.index, cell);
                  },
                  [&](const State& in, CellId cell) {
                    const Cell c = universe_.memory[cell];
                    bool isAbsent = !in.contents(c.object) && !isEntryRooted(c.object);
                    if (!isAbsent)
                      return read(in, cell);
                    Value nothing;
                    nothing.isSettled = true;
                    nothing.expression = universe_.expressions.undefined();
                    return nothing;
                  },
                  !isHead};
  if (endsRound) {
    entry = entry ? join(universe_, *entry, state, point) : std::move(state);
    return;
  }
  auto arrived = [&] { work_.emplace(order_[to.index], to.index); };
  bool isLate = arrivals_[to.index].visits > program_.maxRounds;
  State joined;
  if (!isHead && !isLate)
    joined = arriving(state, from, to, isUnrolled, point);
  if (!entry) {
    entry = std::move(state);
    return arrived();
  }
  if (isHead || isLate)
    joined = join(universe_, *entry, state, point);
  if (isLate) // nothing may keep changing for ever
    program_.widen(joined, *entry, true);
  if (isLate || !isHead)
    shareWith(joined, *entry);
  if (joined.condition == entry->condition && joined.objects.sharesWith(entry->objects))
    return;
  entry = std::move(joined);
  arrived();
}

void FunctionAnalysis::branch(const State& state, BlockId block, std::optional<FormulaId> truth) {
  auto& formulas = universe_.formulas;
  const flow::Terminator& terminator = function_.blocks[block.index].terminator;
  if (truth)
    formulas.mentions(*truth, [&](AtomId atom) {
      universe_.asked(formulas.key(atom), "", terminator.location);
      return false;
    });
  for (unsigned i = 0; i < 2; ++i) {
    State way = state;
    if (truth)
      way.condition =
          formulas.conjunction(way.condition, i == 0 ? *truth : formulas.negation(*truth));
    flowTo(std::move(way), block, terminator.successors[i]);
  }
}

void FunctionAnalysis::switchOn(State& state, BlockId block) {
  auto& formulas = universe_.formulas;
  const flow::Terminator& terminator = function_.blocks[block.index].terminator;
  ExpressionId value = valueOf(state, *terminator.condition).expression;
  refining(value);
  constexpr size_t maxCases = 16; // more would make conditions that nobody reads
  size_t values = 0;
  for (const auto& cases : terminator.cases)
    values += cases.size();
  bool isTracked = values <= maxCases || universe_.expressions.isConstant(value);
  FormulaId rest = Formulas::yes;
  for (size_t i = 0; i < terminator.cases.size(); ++i) {
    State way = state;
    FormulaId matches = Formulas::no;
    for (const flow::Constant& c : terminator.cases[i]) {
      auto equal = universe_.expressions.truth(
          universe_.expressions.operation(flow::Operator::Equal, value, constant(c)));
      matches = formulas.disjunction(matches, isTracked && equal ? *equal : Formulas::yes);
      rest = formulas.conjunction(rest,
                                  isTracked && equal ? formulas.negation(*equal) : Formulas::yes);
    }
    way.condition = formulas.conjunction(way.condition, matches);
    flowTo(std::move(way), block, terminator.successors[i]);
  }
  State otherwise = state;
  otherwise.condition = formulas.conjunction(otherwise.condition, rest);
  flowTo(std::move(otherwise), block, terminator.successors.back());
}

void FunctionAnalysis::finish(State& state, bool thrown) {
  if (state.condition == Formulas::no)
    return;
  JoinPoint point{
      [&](CellId cell) { return universe_.expressions.make(ExpressionKind::Phi, first_, cell); },
      [&](const State& in, CellId cell) { return read(in, cell); }, true};
  State& into = thrown ? summary_.thrown : summary_.exit;
  bool& any = thrown ? summary_.throws : summary_.returns;
  into = any ? join(universe_, into, state, point) : state;
  any = true;
}

Summary FunctionAnalysis::joined(const Summary& a, Summary b) {
  auto either = [&](const State& x, bool hasX, State& y, bool& hasY) {
    if (!hasX)
      return;
    JoinPoint point{[&](CellId) { return Expressions::unknown; },
                    [&](const State& in, CellId cell) { return read(in, cell); }, false};
    y = hasY ? join(universe_, x, y, point) : x;
    hasY = true;
  };
  either(a.exit, a.returns, b.exit, b.returns);
  either(a.thrown, a.throws, b.thrown, b.throws);
  b.isGivenUp |= a.isGivenUp;
  unite(b.decisive, a.decisive);
  unite(b.refining, a.refining);
  unite(b.followed, a.followed);
  return b;
}

void FunctionAnalysis::terminate(State state, BlockId block) {
  const flow::Terminator& terminator = function_.blocks[block.index].terminator;
  instruction_ = nullptr;
  site_ = firstSite_[block.index] +
          static_cast<uint32_t>(function_.blocks[block.index].instructions.size());
  switch (terminator.kind) {
  case TerminatorKind::Goto:
    flowTo(std::move(state), block, terminator.successors[0]);
    break;
  case TerminatorKind::Branch: {
    ExpressionId condition = valueOf(state, *terminator.condition).expression;
    refining(condition);
    branch(state, block, universe_.expressions.truth(condition));
    break;
  }
  case TerminatorKind::Switch:
    switchOn(state, block);
    break;
  case TerminatorKind::Try:
    if (landing_)
      flowTo(*landing_, block, terminator.successors[1]);
    flowTo(std::move(state), block, terminator.successors[0]);
    break;
  case TerminatorKind::Return:
  case TerminatorKind::Throw:
    returned_[{round_, block.index}] = std::move(state);
    break;
  case TerminatorKind::Unreachable:
    break;
  }
}

/// What globals hold when the program begins.
void FunctionAnalysis::applyInitialisers(State& state) {
  auto begins = [&](ObjectId object) {
    const Object& o = universe_.memory.object(universe_.memory.start(object));
    return o.kind != ObjectKind::Global || program_.beginsWith(id_, flow::GlobalId{o.a});
  };
  bool isEntered = false;
  for (uint32_t i = 0; i < flow_.globals.size(); ++i) {
    const flow::Global& global = flow_.globals[i];
    if (!program_.beginsWith(id_, {i}) || !global.inProject || !global.isDefined ||
        global.isConst || !library_.data(flow::GlobalId{i}).empty())
      continue;
    isEntered = true;
    flow::TypeKind kind = flow_.type(global.type).kind;
    Value zero;
    zero.isSettled = true;
    zero.expression = kind == flow::TypeKind::Pointer   ? universe_.expressions.null()
                      : kind == flow::TypeKind::Integer ? universe_.expressions.integer(0)
                                                        : Expressions::unknown;
    CellId cell = universe_.memory.cell(universe_.memory.global({i}));
    if (zero.expression == Expressions::unknown)
      zero.expression = universe_.expressions.make(ExpressionKind::Initial, cell);
    setExact(state, cell, std::move(zero));
  }
  if (!isEntered)
    return;
  site_ = firstOutside;
  for (flow::FunctionId f : flow_.initialisers) {
    Call call;
    call.callee = f;
    Instantiation(*this, state, call, program_.summary(f, {})).applyExit(begins);
    ++site_;
  }
}

/// Analyses the block from what is at its entry. Returns whether that was within bounds.
bool FunctionAnalysis::visit(uint32_t b) {
  Arrivals& arrivals = arrivals_[b];
  if (++arrivals.visits > 8 * program_.maxRounds) {
    program_.cut("rounds of a loop", id_, function_.blocks[b].terminator.location);
    return true;
  }
  block_ = {b};
  State state = *arrivals.entry;
  if (rounds_.empty()) {
    size_ += state.size();
  } else {
    unrolledWork_ += state.size();
    ++unrolledBlocks_;
  }
  if (size_ > maxSize_) {
    program_.cut("size of a function", id_, function_.location);
    summary_.isGivenUp = true;
    return false;
  }
  landing_.reset();
  site_ = firstSite_[b];
  for (const flow::Instruction& instruction : function_.blocks[b].instructions) {
    bool hasStarted = !summary_.started.empty();
    State before = hasStarted ? state : State();
    transfer(state, instruction);
    if (state.condition == Formulas::no)
      break;
    if (hasStarted)
      goOn(before, state, instruction);
    ++site_;
  }
  if (state.condition != Formulas::no || isCaughtHere())
    terminate(std::move(state), block_);
  return true;
}

/// Visits what has to be visited, until nothing has.
void FunctionAnalysis::iterate() {
  while (!work_.empty() || landAgain()) {
    uint32_t b = work_.begin()->second;
    work_.erase(work_.begin());
    bool isDone = loops_.contains(b) && unroll({b});
    if (!isDone && !visit(b))
      break;
  }
}

Summary FunctionAnalysis::run() {
  State state;
  applyInitialisers(state);
  runFrom(std::move(state));
  if (size_ > program_.maxRefinedWork)
    summary_.refining.clear();
  if (std::exchange(universe_.hasLostPlaces, false))
    program_.cut("places that one value may come from", id_, function_.location);
  prune(summary_.exit);
  prune(summary_.thrown);
  keepAliases();
  return std::move(summary_);
}

/// Analyses the body from a state at its entry.
void FunctionAnalysis::runFrom(State state) {
  applyEntrySources(state);
  arrivals_[0].entry = std::move(state);
  work_.emplace(0, 0);
  iterate();
  block_ = {0};
  for (auto& [at, left] : returned_) {
    bool isThrown = function_.blocks[at.second].terminator.kind == TerminatorKind::Throw;
    if (isThrown && function_.exception) {
      CellId caught = universe_.memory.cell(local(function_.exception));
      CellId flying = universe_.memory.cell(exceptionObject());
      write(left, {{flying, Expressions::unknown}},
            readTree(left, {caught, identity(left, caught)}));
    }
    finish(left, isThrown);
  }
  if (thrownByCallees_)
    finish(*thrownByCallees_, true);
  summary_.during = during();
  applyEvents();
  for (auto& [at, sent] : sent_)
    for (SinkEvent& event : sent.events)
      program_.keep(summary_.events, std::move(event), id_);
}

/// Leaves out what no caller can tell from its absence: locals, new objects that nothing leads to,
/// and cells that were overwritten with nothing of interest where nothing of interest can be.
void FunctionAnalysis::prune(State& state) {
  auto& memory = universe_.memory;
  auto isSeen = [&](ObjectId object) {
    const Object& o = memory.object(object);
    return o.kind == ObjectKind::Initial || o.kind == ObjectKind::Global ||
           object == local(function_.result) || object == exceptionObject() ||
           llvm::any_of(summary_.started,
                        [&](CellId task) { return memory[task].object == object; });
  };
  auto tells = [&](ObjectId object, PathId path, const Value& value) {
    CellId cell = memory.cell(object, path);
    const Object& o = memory.object(object);
    bool isNear = o.kind != ObjectKind::Fresh && o.depth <= 1;
    bool isKnownLength = (isLength(path) || isMixed(path)) && o.kind != ObjectKind::Fresh;
    return isNear || isKnownLength || !value.taints.empty() || !value.targets.empty() ||
           !value.functions.empty() || !value.classes.empty() || !value.entry.empty() ||
           (o.kind != ObjectKind::Fresh && mayHoldData(cell));
  };
  State kept;
  kept.condition = state.condition;
  std::vector<ObjectId> work;
  state.objects.forEach([&](ObjectId object, const auto&) {
    if (isSeen(object))
      work.push_back(object);
  });
  SortedSet<ObjectId> done;
  while (!work.empty()) {
    ObjectId object = work.back();
    work.pop_back();
    const Contents* contents = state.contents(object);
    if (!contents || !unite(done, {object}))
      continue;
    Contents telling;
    for (const auto& [path, value] : *contents) {
      for (CellId target : value.targets)
        work.push_back(memory[target].object);
      if (tells(object, path, value))
        telling.emplace_back(path, value);
    }
    if (!telling.empty())
      kept.set(object, std::move(telling));
  }
  state = std::move(kept);
}

ObjectId FunctionAnalysis::exceptionObject() {
  return universe_.memory.local(flow::LocalId{~0U - 3});
}

bool FunctionAnalysis::isCaughtHere() const {
  return function_.blocks[block_.index].terminator.kind == TerminatorKind::Try;
}

/// A call leaves by an exception that holds `tree`: to the handlers around it, or out of here.
void FunctionAnalysis::throwing(State thrown, Tree tree) {
  ObjectId object = isCaughtHere() ? local(function_.exception) : exceptionObject();
  write(thrown, {{universe_.memory.cell(object), Expressions::unknown}}, std::move(tree));
  JoinPoint point{[&](CellId) { return Expressions::unknown; },
                  [&](const State& in, CellId cell) { return read(in, cell); }, false};
  std::optional<State>& into = isCaughtHere() ? landing_ : thrownByCallees_;
  into = into ? join(universe_, *into, thrown, point) : std::move(thrown);
}

} // namespace circumspect::analysis
