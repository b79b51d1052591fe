// Calls that are analysed in place, in the caller's own state. A summary knows of each object that
// the function is given no more than its name, and folds those of one class; in place the callee
// sees which objects there are, what is in them, and of which class each is. That is done where a
// function begins of which nothing is given, such as main, and from there on downwards, for calls
// that are made once, within a bound on all the work in one function. Else, and where a bound cuts
// something off, there is the summary.
#include "checker/analysis/Call.h"

namespace circumspect::analysis {

static constexpr unsigned maxDepth = 24;     ///< of calls in place
static constexpr unsigned maxNesting = 6;    ///< of one function in itself
static constexpr unsigned maxCallsHere = 32; ///< in place by one instruction
static const Context noContext;

FunctionAnalysis::FunctionAnalysis(FunctionAnalysis& caller, flow::FunctionId callee,
                                   const Frame& frame)
    : program_(caller.program_), universe_(caller.universe_), flow_(caller.flow_),
      library_(caller.library_), id_(callee), function_(flow_.function(callee)),
      context_(noContext), frame_(&frame), caller_(&caller), root_(caller.root_),
      first_(frame.first), depth_(caller.depth_ + 1) {
  maxSize_ = program_.maxWorkInPlace - std::min(root_->workInPlace_, program_.maxWorkInPlace);
  findSites();
}

flow::FunctionId FunctionAnalysis::functionOf(uint32_t local) const {
  const Frame* frame = program_.frames.find(local);
  return frame ? frame->function : root_->id_;
}

/// The local by its number in the function that has it.
flow::LocalId FunctionAnalysis::numbered(uint32_t local) const {
  const Frame* frame = program_.frames.find(local);
  return {frame ? local - frame->first : local};
}

const flow::Local* FunctionAnalysis::declared(uint32_t local) const {
  const auto& locals = flow_.function(functionOf(local)).locals;
  uint32_t number = numbered(local).index;
  return number < locals.size() ? &locals[number] : nullptr;
}

/// The instruction here that made what the site made, itself or in what it called; or the site as
/// it is where that was elsewhere.
uint32_t FunctionAnalysis::siteHere(uint32_t site) const {
  for (const Frame* f = program_.frames.find(site); f && f != frame_;
       f = program_.frames.find(site))
    site = f->callSite;
  return site;
}

bool FunctionAnalysis::isMadeHere(uint32_t number) const {
  return program_.frames.find(siteHere(number)) == frame_;
}

/// The block at whose head values met, or in which what they met in was called.
size_t FunctionAnalysis::phiBlock(uint32_t number) const {
  return program_.frames.find(number) == frame_ ? number - first_ : blockOf(number);
}

/// Does the instruction stand in a loop of its function?
bool FunctionAnalysis::isMadeInLoop(uint32_t site) const {
  const Frame* frame = program_.frames.find(site);
  if (frame == frame_)
    return isInLoop_[blockOf(site)];
  if (!frame)
    return root_->isInLoop_[root_->blockOf(site)];
  auto after = std::upper_bound(frame->blockSites.begin(), frame->blockSites.end(), site);
  return frame->isInLoop[static_cast<size_t>(after - frame->blockSites.begin()) - 1];
}

bool FunctionAnalysis::mayGoInto(State& state, const Call& call) {
  const flow::Function& callee = flow_.function(call.callee);
  bool isPossible = root_->isEntered_ && !isStarting_ && depth_ < maxDepth && !mayRunAgain() &&
                    inPlace_ < maxCallsHere && !callee.isVariadic &&
                    call.arguments.size() >= callee.parameterCount &&
                    root_->workInPlace_ < program_.maxWorkInPlace && !program_.frames.areFull() &&
                    state.condition != Formulas::no;
  if (!isPossible)
    return false;
  for (uint32_t i = 0; i < callee.parameterCount; ++i)
    if (call.arguments[i].refs.empty())
      return false;
  unsigned nesting = 0;
  for (const FunctionAnalysis* f = this; f; f = f->caller_)
    nesting += f->id_ == call.callee;
  if (nesting >= maxNesting)
    return false;
  if (!program_.relevance.isAnalysed(call.callee))
    return true;
  const Summary& general = program_.summary(call.callee, noContext);
  return general.started.empty() && !general.during;
}

/// Gives the callee its parameters.
State FunctionAnalysis::enterInPlace(FunctionAnalysis& inside, State state, const Call& call) {
  for (uint32_t i = 0; i < inside.function_.parameterCount; ++i) {
    CellId cell = universe_.memory.cell(inside.local(flow::LocalId{i}));
    Tree tree = readTrees(state, call.arguments[i].refs);
    const Trace* entry =
        universe_.trace({Trace::Kind::Entry, nullptr, nullptr, nullptr, inside.id_,
                         universe_.memory.cell(universe_.memory.local(flow::LocalId{i})), 1});
    for (auto& [path, value] : tree)
      for (Taint& t : value.taints)
        t.trace = step(Trace::Kind::Enter, t.trace, entry);
    inside.dropContents(state, cell);
    inside.write(state, {{cell, Expressions::unknown}}, std::move(tree));
  }
  return state;
}

/// Forgets what the callee had for itself.
void FunctionAnalysis::leaveInPlace(FunctionAnalysis& inside, State& state) {
  std::vector<ObjectId> own;
  state.objects.forEach([&](ObjectId object, const auto&) {
    const Object& o = universe_.memory.object(object);
    if (o.kind == ObjectKind::Local && program_.frames.find(o.a) == inside.frame_)
      own.push_back(object);
  });
  for (ObjectId object : own)
    state.objects.erase(object);
}

/// Analyses a call in place, where that may be. Returns whether it was done.
bool FunctionAnalysis::applyInPlace(State& state, const Call& call) {
  if (!mayGoInto(state, call))
    return false;
  program_.called(call.callee);
  const flow::Function& callee = flow_.function(call.callee);
  size_t size = callee.locals.size() + callee.blocks.size() + 2;
  for (const flow::Block& block : callee.blocks)
    size += block.instructions.size() + 1;
  unsigned round = isInLoop_[block_.index] ? round_ : 0;
  Frame& frame = program_.frames.of(site_, round * maxCallsHere + inPlace_++, call.callee,
                                    static_cast<uint32_t>(size));
  if (frame.isCutOff)
    return false;
  FunctionAnalysis inside(*this, call.callee, frame);
  frame.blockSites = inside.firstSite_;
  frame.isInLoop = inside.isInLoop_;
  auto run = [&] { inside.runFrom(enterInPlace(inside, state, call)); };
  frame.isCutOff = program_.isCutOff(run) || inside.summary_.isGivenUp ||
                   !inside.summary_.started.empty() || inside.summary_.during;
  root_->workInPlace_ += inside.size_ + inside.unrolledWork_;
  if (frame.isCutOff)
    return false;
  Summary& done = inside.summary_;
  if (done.throws) {
    CellId flying = universe_.memory.cell(exceptionObject());
    Tree thrown = inside.readTree(done.thrown, {flying, Expressions::unknown});
    dropContents(done.thrown, flying);
    leaveInPlace(inside, done.thrown);
    throwing(std::move(done.thrown), std::move(thrown));
  }
  llvm::append_range(sent_[{round_, site_}].events, std::move(done.events));
  if (!done.returns) {
    state.condition = Formulas::no;
    return true;
  }
  state = std::move(done.exit);
  if (callee.result && !call.result.empty()) {
    CellId result = universe_.memory.cell(inside.local(callee.result));
    Tree tree = inside.readTree(state, {result, inside.identity(state, result)});
    traceAll(tree, Trace::Kind::Returned);
    leaveInPlace(inside, state);
    setResult(state, call, std::move(tree));
  } else {
    leaveInPlace(inside, state);
  }
  return true;
}

} // namespace circumspect::analysis
