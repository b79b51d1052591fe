#include "checker/analysis/Interprocedural.h"
#include "checker/analysis/FunctionAnalysis.h"
#include "llvm/ADT/STLExtras.h"

namespace circumspect::analysis {

using flow::FunctionId;

Interprocedural::Interprocedural(const flow::Program& program, const models::Library& models)
    : flow(program), library(models), universe(program), graph(program),
      relevance(program, models, graph), memberFunctions_(program),
      isUnwritten_(unwrittenGlobals(program)) {
  zero_.isSettled = true;
  zero_.expression = universe.expressions.integer(0);
}

void Interprocedural::run() {
  readInitialisers();
  for (FunctionId f : graph.bottomUp())
    if (relevance.isAnalysed(f))
      summary(f, {});
}

void Interprocedural::enterMain() {
  FunctionId main;
  isWrittenElsewhere_.assign(flow.globals.size(), false);
  for (FunctionId f : graph.bottomUp()) {
    if (!relevance.isAnalysed(f) || wasCalled(f) || llvm::is_contained(flow.initialisers, f))
      continue;
    bool isMain = flow.text(flow.function(f).qualifiedName) == "main";
    if (isMain && main)
      return; // several programs
    if (isMain) {
      main = f;
      continue;
    }
    const Summary& other = summary(f, {});
    for (const State* left : {&other.exit, &other.thrown})
      left->objects.forEach([&](ObjectId object, const auto&) {
        const Object& start = universe.memory.object(universe.memory.start(object));
        if (start.kind == ObjectKind::Global)
          isWrittenElsewhere_[start.a] = true;
      });
  }
  if (!main)
    return;
  main_ = main;
  entries_.erase({main, {}});
  summary(main, {});
}

Ledger Interprocedural::takeLedger() {
  Ledger ledger;
  for (auto& [function, callee] : unmodelled_) {
    std::string name =
        function ? flow.text(flow.function(function).display).str() : "an unknown function";
    ledger.unmodelled.push_back(
        {std::move(name), static_cast<unsigned>(callee.calls.size()), callee.carriesData});
  }
  llvm::sort(ledger.unmodelled, [](const auto& a, const auto& b) {
    return std::tie(a.name, a.calls) < std::tie(b.name, b.calls);
  });
  for (auto& [key, cut] : cuts_)
    ledger.cuts.push_back(cut);
  ledger.functionsAnalysed = static_cast<unsigned>(graph.bottomUp().size());
  ledger.summaries = summaries_;
  return ledger;
}

void Interprocedural::readInitialisers() {
  for (FunctionId f : flow.initialisers) {
    const Summary& s = summary(f, {});
    s.exit.objects.forEach([&](ObjectId object, const std::shared_ptr<Contents>& contents) {
      if (universe.memory.object(object).kind == ObjectKind::Local)
        return;
      globals_.objects.set(object, contents);
      for (const auto& [path, value] : *contents)
        if (!value.functions.empty() || !value.classes.empty())
          callables_[object].push_back(
              {path, {Expressions::unknown, value.functions, value.classes}});
    });
  }
}

const Value* Interprocedural::constantGlobal(CellId cell) {
  const Cell c = universe.memory[cell];
  const Object& o = universe.memory.object(c.object);
  if (o.kind != ObjectKind::Global || !library.data(flow::GlobalId{o.a}).empty())
    return nullptr;
  const flow::Global& global = flow.global(flow::GlobalId{o.a});
  const Value* first = globals_.find(c.object, c.path);
  if (global.isConst)
    return first;
  if (!isUnwritten_[o.a])
    return nullptr;
  if (first) {
    bool leadsToGlobals =
        !first->targets.empty() && llvm::all_of(first->targets, [&](CellId target) {
          return universe.memory.object(universe.memory[target].object).kind == ObjectKind::Global;
        });
    return leadsToGlobals || universe.expressions.isConstant(first->expression) ? first : nullptr;
  }
  bool isNumber = c.path == 0 && flow.type(global.type).kind == flow::TypeKind::Integer;
  return isNumber && !globals_.contents(c.object) ? &zero_ : nullptr;
}

Knowledge Interprocedural::callablesIn(CellId cell) {
  const Cell c = universe.memory[cell];
  Knowledge all;
  if (auto global = callables_.find(c.object); global != callables_.end())
    for (const auto& [path, held] : global->second)
      if (universe.memory.length(path) == universe.memory.length(c.path) &&
          universe.memory.mayOverlap(path, c.path)) {
        unite(all.functions, held.functions);
        unite(all.classes, held.classes);
      }
  if (c.path != 0 && all == Knowledge())
    if (PathElement last = universe.memory.last(c.path); last.kind == ElementKind::Field)
      all.functions = memberFunctions_.of(flow::FieldId{last.payload});
  return all;
}

/// Where a function has many contexts already, one that stands for all that are still to come: any
/// of what they know may be so.
const Context& Interprocedural::withinBounds(FunctionId function, const Context& context) {
  Contexts& all = contexts_[function];
  bool isCounted = !context.empty() && !refined_[function].contains(context);
  bool hasRoom = all.count < maxContexts || all.work < maxContextWork;
  if (!isCounted || hasRoom) {
    all.count += isCounted;
    return context;
  }
  std::vector<CellId> inputs;
  for (const auto& [cell, knowledge] : context)
    inputs.push_back(cell);
  auto [at, isFirst] = all.rest.try_emplace(std::move(inputs), context);
  for (const auto& [cell, more] : context) {
    Knowledge& known = at->second[cell];
    unite(known.functions, more.functions);
    unite(known.classes, more.classes);
    if (known.constant != more.constant)
      known.constant = Expressions::unknown;
  }
  return at->second;
}

Interprocedural::Entry& Interprocedural::entryOf(FunctionId function, const Context& context) {
  if (auto known = entries_.find({function, context}); known != entries_.end())
    return *known->second;
  auto [at, isNew] = entries_.try_emplace({function, withinBounds(function, context)});
  if (isNew) {
    at->second = std::make_unique<Entry>();
    at->second->function = function;
    at->second->context = &at->first.second;
  }
  return *at->second;
}

const Summary& Interprocedural::summary(FunctionId function, const Context& context) {
  Entry& entry = entryOf(function, context);
  bringUpToDate(entry);
  if (running_) {
    auto [used, isNew] = running_->used.try_emplace(&entry, entry.version);
    if (!isNew && used->second != entry.version)
      used->second = noVersion;
  }
  return entry.summary;
}

void Interprocedural::bringUpToDate(Entry& entry) {
  if (entry.isComplete)
    return;
  if (entry.isRunning) { // recursion: what is known so far
    entry.wasUsed = true;
    lowestUsed_ = std::min(lowestUsed_, entry.depth);
    return;
  }
  if (entry.round == round_) { // part of a cycle whose head is running, and done in this round
    lowestUsed_ = std::min(lowestUsed_, entry.lowestUsed);
    return;
  }
  if (depth_ == maxCallDepth) { // not complete: a shorter chain may lead here, too
    cut("length of a chain of calls", entry.function, flow.function(entry.function).location);
    entry.summary.isGivenUp = true;
    return;
  }
  entry.isRunning = true;
  entry.depth = depth_++;
  bool* attempt = std::exchange(isCutOff_, nullptr);
  unsigned around = std::exchange(lowestUsed_, noDepth);
  Entry* caller = std::exchange(running_, &entry);
  if (!isUpToDate(entry))
    analyse(entry);
  running_ = caller;
  isCutOff_ = attempt;
  --depth_;
  entry.isRunning = false;
  entry.isComplete = lowestUsed_ >= entry.depth;
  entry.lowestUsed = lowestUsed_;
  entry.round = round_;
  if (entry.isComplete)
    entry.used.clear();
  lowestUsed_ = std::min(around, entry.isComplete ? noDepth : entry.lowestUsed);
}

/// In a further round of a cycle: is nothing changed of what the summary was made with?
bool Interprocedural::isUpToDate(Entry& entry) {
  return !entry.used.empty() && llvm::all_of(entry.used, [&](const auto& used) {
    bringUpToDate(*used.first);
    return used.first->version == used.second;
  });
}

bool Interprocedural::canRefine(FunctionId function, const Context& context) {
  std::set<Context>& refined = refined_[function];
  return refined.contains(context) || entries_.contains({function, context}) ||
         (refined.size() < maxRefined && refined.insert(context).second);
}

void Interprocedural::refineFurther(FunctionId function, const Context& context) {
  refined_[function].erase(context);
}

static bool sameSummary(const Summary& a, const Summary& b) {
  auto sameState = [](const State& x, const State& y) {
    if (x.condition != y.condition)
      return false;
    std::vector<std::pair<ObjectId, std::shared_ptr<Contents>>> left, right;
    x.objects.forEach([&](ObjectId o, const auto& c) { left.emplace_back(o, c); });
    y.objects.forEach([&](ObjectId o, const auto& c) { right.emplace_back(o, c); });
    return std::equal(
        left.begin(), left.end(), right.begin(), right.end(),
        [](const auto& l, const auto& r) { return l.first == r.first && *l.second == *r.second; });
  };
  return a.returns == b.returns && a.throws == b.throws && a.events == b.events &&
         sameState(a.exit, b.exit) && sameState(a.thrown, b.thrown);
}

// The head of a cycle goes round until nothing changes; its other functions are done once a round.
void Interprocedural::analyse(Entry& entry) {
  for (unsigned round = 0;; ++round) {
    entry.wasUsed = false;
    entry.used.clear();
    lowestUsed_ = noDepth;
    size_t& work = contexts_[entry.function].allWork;
    if (work > maxAllWork) { // what is known so far, and what callers do without it
      cut("rounds of a recursive function", entry.function, flow.function(entry.function).location);
      entry.version += !std::exchange(entry.summary.isGivenUp, true);
      return;
    }
    FunctionAnalysis run(*this, entry.function, *entry.context);
    Summary next = run.run();
    ++summaries_;
    contexts_[entry.function].work += entry.context->empty() ? 0 : run.size();
    work += run.size();
    bool isHead = lowestUsed_ >= entry.depth;
    bool all = round > 3;
    if (entry.wasUsed && all) // from here on it only grows, so that it comes to an end
      next = run.joined(entry.summary, std::move(next));
    if (entry.wasUsed && round > 0)
      widen(next, entry.summary, entry.function, all);
    bool isSame = sameSummary(next, entry.summary);
    bool isLast = !entry.wasUsed || !isHead || isSame;
    entry.summary = std::move(next);
    if (!isSame)
      ++entry.version;
    if (isLast)
      return;
    ++round_;
    bool isTooLarge = entry.summary.exit.size() + entry.summary.thrown.size() > maxRecursiveSize;
    if (round == maxRecursion || (all && isTooLarge)) {
      cut("rounds of a recursive function", entry.function, flow.function(entry.function).location);
      return;
    }
  }
}

bool Interprocedural::isEntered(FunctionId function) const {
  const flow::Function& f = flow.function(function);
  bool isMain = flow.text(f.qualifiedName) == "main";
  return isMain ? function == main_
                : f.parameterCount == 0 && !llvm::is_contained(flow.initialisers, function) &&
                      graph.isRoot(function) && !graph.isRecursive(function);
}

bool Interprocedural::isCutOff(llvm::function_ref<void()> attempt) {
  bool result = false;
  bool* around = std::exchange(isCutOff_, &result);
  bool hadLostPlaces = std::exchange(universe.hasLostPlaces, false);
  attempt();
  result |= std::exchange(universe.hasLostPlaces, hadLostPlaces);
  isCutOff_ = around;
  return result;
}

void Interprocedural::cut(llvm::StringRef bound, FunctionId function, flow::Location location) {
  if (isCutOff_) {
    *isCutOff_ = true;
    return;
  }
  std::string name = flow.text(flow.function(function).display).str();
  cuts_.try_emplace({function.index, bound.str()}, Ledger::Cut{bound.str(), name, location});
}

const Ledger::Cut* Interprocedural::cutIn(FunctionId function) const {
  auto at = cuts_.lower_bound({function.index, std::string()});
  return at != cuts_.end() && at->first.first == function.index ? &at->second : nullptr;
}

void Interprocedural::unmodelled(FunctionId callee, const flow::Instruction* call,
                                 bool carriesData) {
  Callee& entry = unmodelled_[callee];
  entry.calls.insert(call);
  entry.carriesData |= carriesData;
}

/// Makes one event of two of the same sink call. What they do not agree on is no longer known, and
/// data that never met may seem to: nothing that reaches the sink is lost.
void Interprocedural::fold(SinkEvent& into, const SinkEvent& event) {
  Formulas& formulas = universe.formulas;
  Taints data;
  for (const SinkEvent* from : {&std::as_const(into), &event})
    for (Taint t : from->data) {
      t.condition = formulas.bounded(formulas.conjunction(t.condition, from->condition));
      addTaint(universe, data, t);
    }
  analysis::fold(universe, data);
  into.data = std::move(data);
  into.condition = formulas.bounded(formulas.disjunction(into.condition, event.condition));
  if (into.endpoint != event.endpoint)
    into.endpoint = Expressions::unknown;
  if (into.subject != event.subject)
    into.subject = Expressions::unknown;
  for (auto& [name, quantity] : into.quantities) {
    auto other = event.quantities.find(name);
    if (other == event.quantities.end() || other->second != quantity)
      quantity = Expressions::unknown;
  }
}

void Interprocedural::keep(std::vector<SinkEvent>& events, SinkEvent event, FunctionId function) {
  SinkEvent* last = nullptr;
  unsigned same = 0;
  for (SinkEvent& other : events) {
    if (other.call != event.call || other.sink != event.sink)
      continue;
    if (other == event)
      return;
    bool isAlike =
        other.quantities == event.quantities && other.endpoint == event.endpoint &&
        other.subject == event.subject &&
        std::equal(other.data.begin(), other.data.end(), event.data.begin(), event.data.end(),
                   [](const Taint& a, const Taint& b) { return a.label == b.label; });
    if (isAlike)
      return fold(other, event);
    last = &other;
    ++same;
  }
  if (same >= maxEventsPerSink)
    return fold(*last, event);
  if (events.size() >= maxEvents)
    return cut("sink calls of one function", function, event.call->location);
  events.push_back(std::move(event));
}

} // namespace circumspect::analysis
