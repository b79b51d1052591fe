// Loops that surely go on: as long as what is known decides the branch at a loop's head, its rounds
// are analysed one by one, each with what the one before left, so that an element that is written
// in each round is replaced and not only perhaps written (loop unrolling by the state, as in Rival
// and Mauborgne 2007, "The trace partitioning abstract domain").
#include "checker/analysis/FunctionAnalysis.h"

namespace circumspect::analysis {

using flow::BlockId;

namespace {
constexpr unsigned maxTurns = 66;        ///< of one loop
constexpr unsigned maxBlocks = 600;      ///< visits of blocks in such rounds, of one function
constexpr size_t maxRoundsWork = 16'000; ///< cells and taints at them
} // namespace

/// Does the branch leave the loop on one side, and stay in it on the other?
static bool leavesLoop(const flow::Terminator& terminator, const std::vector<bool>& body) {
  return terminator.kind == flow::TerminatorKind::Branch &&
         body[terminator.successors[0].index] != body[terminator.successors[1].index];
}

/// Whether the branch at the end of a loop's head has only one way to go, in this state.
bool FunctionAnalysis::isDecided(State state, BlockId head) {
  const flow::Block& block = function_.blocks[head.index];
  auto isAnalysedCall = [&](const flow::Instruction& instruction) {
    return instruction.opcode == flow::Opcode::Call &&
           (instruction.dispatch != flow::Dispatch::Direct ||
            flow_.function(instruction.callee).hasBody());
  };
  if (llvm::any_of(block.instructions, isAnalysedCall))
    return false;
  block_ = head;
  site_ = firstSite_[head.index];
  for (const flow::Instruction& instruction : block.instructions) {
    bool isFar = false;
    if (instruction.opcode == flow::Opcode::Compute && instruction.operands.size() == 2) {
      auto& table = universe_.expressions;
      auto a = table.integerOf(valueOf(state, instruction.operands[0]).expression);
      auto b = table.integerOf(valueOf(state, instruction.operands[1]).expression);
      isFar = a && b && (*a > *b ? *a - *b : *b - *a) >= maxTurns;
    }
    if (isFar)
      return false;
    transfer(state, instruction);
    ++site_;
  }
  auto truth = universe_.expressions.truth(valueOf(state, *block.terminator.condition).expression);
  return truth == Formulas::yes || truth == Formulas::no;
}

/// One round of the loop, from `state` at its head.
FunctionAnalysis::Round FunctionAnalysis::goRound(State state, BlockId head) {
  const std::vector<bool>& body = loops_[head.index];
  Round round{head, &body, std::nullopt, {}, false};
  std::vector<std::pair<uint32_t, Arrivals>> saved;
  for (uint32_t b = 0; b < body.size(); ++b)
    if (body[b]) {
      saved.emplace_back(b, std::exchange(arrivals_[b], Arrivals()));
      --loopDepth_[b];
    }
  auto number = std::exchange(round_, ++lastRound_);
  auto work = std::exchange(work_, {});
  rounds_.push_back(&round);
  arrivals_[head.index].entry = std::move(state);
  visit(head.index);
  iterate();
  round.isLoose |=
      llvm::any_of(returned_, [&](const auto& entry) { return entry.first.first == round_; });
  round.isLoose |=
      llvm::any_of(round.exits, [&](const auto& exit) { return exit.first.first != head; });
  rounds_.pop_back();
  work_ = std::move(work);
  round_ = number;
  for (auto& [b, arrivals] : saved) {
    arrivals_[b] = std::move(arrivals);
    ++loopDepth_[b];
  }
  return round;
}

/// Analyses a loop's rounds one by one, for as long as it surely goes on. Returns whether that was
/// to its end; where not, the rest is to be analysed from what is then at the head.
bool FunctionAnalysis::unroll(BlockId head) {
  bool isCandidate = !arrivals_[head.index].isMixed && program_.relevance.concerns(id_) &&
                     leavesLoop(function_.blocks[head.index].terminator, loops_[head.index]);
  if (!isCandidate)
    return false;
  State state = *arrivals_[head.index].entry;
  JoinPoint point = hereAfter();
  point.keepsCases = true;
  std::map<std::pair<BlockId, BlockId>, State> exits;
  unsigned turns = 0;
  bool isDone = false;
  while (!isDone && turns < maxTurns && unrolledBlocks_ < maxBlocks &&
         unrolledWork_ < maxRoundsWork && isDecided(state, head)) {
    Round round = goRound(std::move(state), head);
    ++turns;
    for (auto& [edge, left] : round.exits) {
      auto [at, isNew] = exits.try_emplace(edge, *left);
      if (!isNew)
        at->second = join(universe_, at->second, *left, point);
    }
    isDone = !round.next;
    if (!isDone)
      state = std::move(*round.next);
    if (round.isLoose)
      break;
  }
  for (auto& [edge, left] : exits)
    flowTo(std::move(left), edge.first, edge.second, true);
  if (!isDone && turns > 0) {
    arrivals_[head.index].entry = std::move(state);
    arrivals_[head.index].isMixed = true;
  }
  return isDone;
}

} // namespace circumspect::analysis
