// The whole program: summaries by function and context, the state that outlives a call, and the
// ledger.
#pragma once

#include "checker/analysis/CallGraph.h"
#include "checker/analysis/Frames.h"
#include "checker/analysis/Globals.h"
#include "checker/analysis/MemberFunctions.h"
#include "checker/analysis/Relevance.h"
#include "checker/analysis/Result.h"
#include "checker/analysis/Summary.h"
#include "checker/analysis/Universe.h"
#include "checker/models/Match.h"
#include "llvm/ADT/MapVector.h"
#include <map>
#include <memory>
#include <set>

namespace circumspect::analysis {

class Interprocedural {
public:
  // Bounds. Each that cuts something off is reported with the place where it did.
  static constexpr unsigned maxContexts = 8; ///< specialised summaries of one function, at least
  static constexpr size_t maxContextWork = 10'000; ///< as maxWork, on more of them
  static constexpr unsigned maxRefined =
      8; ///< more, for constants that decide a branch or an index
  static constexpr size_t maxRefinedWork = 2'000; ///< as maxWork, of a function with such summaries
  static constexpr unsigned maxRounds =
      8; ///< visits of a block before what keeps changing is given up
  static constexpr unsigned maxRecursion = 12; ///< rounds of a recursive function's summary
  /// Cells and taints in a recursive function's summary, to which each round may add as much again.
  static constexpr size_t maxRecursiveSize = 1'000;
  static constexpr unsigned maxCallDepth = 20'000; ///< functions that are analysed in one another
  static constexpr size_t maxWorkInPlace =
      60'000;                               ///< the same, of all calls in place in one function
  static constexpr size_t maxWork = 60'000; ///< cells and taints at the blocks of one function
  static constexpr size_t maxAllWork = 1'000'000; ///< the same, in all its contexts and rounds
  static constexpr unsigned maxCallees = 128;     ///< of one indirect call
  static constexpr unsigned maxCellsPerObject = 400;
  static constexpr unsigned maxEventsPerSink = 8; ///< kept apart in one summary; more are folded
  static constexpr unsigned maxEvents = 400;      ///< in one summary

  Interprocedural(const flow::Program& flow, const models::Library& library);

  /// Summarises every function, callees first.
  void run();
  const Summary& summary(flow::FunctionId function, const Context& context);
  /// Analyses `main` again, once it is known which globals nothing writes before it or beside it:
  /// those hold at its begin what their initialisers say.
  void enterMain();
  /// Whether the function is `main`, entered with this global as its initialiser left it.
  bool beginsWith(flow::FunctionId function, flow::GlobalId global) const {
    return function == main_ && !isWrittenElsewhere_[global.index];
  }
  /// Does the program or one of its parts begin with the function, of which nothing is given?
  bool isEntered(flow::FunctionId function) const;
  /// Tries something, and tells whether a bound cut off something of it; the ledger does not.
  bool isCutOff(llvm::function_ref<void()> attempt);
  /// Is there room for one more summary of the function that only tells more exactly what it does?
  bool canRefine(flow::FunctionId function, const Context& context);
  /// With what that summary told, more was learnt: it leaves its room to the next one.
  void refineFurther(flow::FunctionId function, const Context& context);

  flow::FunctionId overrider(flow::FunctionId method, flow::RecordId record) const {
    return graph.overrider(method, record);
  }
  const SortedSet<flow::FunctionId>& overriders(flow::FunctionId method) const {
    return graph.overriders(method);
  }

  /// What a global that is never written holds, from its initialiser; nullptr for other cells.
  const Value* constantGlobal(CellId cell);
  /// The functions that a member may hold, and the functions and closures that initialisers put
  /// into a global: tables, and registers that static objects fill.
  Knowledge callablesIn(CellId cell);

  /// The first bound that cut the function's analysis short, or nullptr.
  const Ledger::Cut* cutIn(flow::FunctionId function) const;
  void cut(llvm::StringRef bound, flow::FunctionId function, flow::Location location);
  void unmodelled(flow::FunctionId callee, const flow::Instruction* call, bool carriesData);
  /// Notes that a call of the function was found, by whatever way.
  void called(flow::FunctionId function) { unite(called_, {function}); }
  bool wasCalled(flow::FunctionId function) const {
    return std::binary_search(called_.begin(), called_.end(), function);
  }
  /// The ledger, once all is done.
  Ledger takeLedger();
  /// Adds an event to a summary's, within the bounds.
  void keep(std::vector<SinkEvent>& events, SinkEvent event, flow::FunctionId function);
  /// Gives up what `now` and an earlier round's `before` do not agree on: new questions and people;
  /// with `all`, all conditions.
  void widen(State& now, const State& before, bool all);

  const flow::Program& flow;
  const models::Library& library;
  Universe universe;
  CallGraph graph;
  Relevance relevance;
  Frames frames;

private:
  MemberFunctions memberFunctions_;
  struct Entry {
    flow::FunctionId function;
    const Context* context = nullptr;
    Summary summary;
    unsigned version = 0; ///< of the summary: counts its changes
    /// The summaries that this one was made with, in the order of their first use, and their
    /// versions; `noVersion` where it was made with several.
    llvm::MapVector<Entry*, unsigned> used;
    bool isComplete = false, isRunning = false, wasUsed = false;
    unsigned depth = 0;      ///< in the chain of functions that are running
    unsigned lowestUsed = 0; ///< of the running functions whose summary so far it used
    unsigned round = 0;      ///< in which it was done last
  };
  static constexpr unsigned noDepth = ~0U, noVersion = ~0U;
  Entry& entryOf(flow::FunctionId function, const Context& context);
  const Context& withinBounds(flow::FunctionId function, const Context& context);
  void bringUpToDate(Entry& entry);
  bool isUpToDate(Entry& entry);
  void analyse(Entry& entry);
  FormulaId widened(FormulaId now, FormulaId before, bool all);
  void fold(SinkEvent& into, const SinkEvent& event);
  void widen(Taints& now, const Taints& before, bool all);
  void widen(Summary& now, const Summary& before, flow::FunctionId function, bool all);
  void readInitialisers();

  std::map<std::pair<flow::FunctionId, Context>, std::unique_ptr<Entry>> entries_;
  struct Contexts {
    unsigned count = 0;
    size_t work = 0;    ///< on them
    size_t allWork = 0; ///< on the function, in all rounds and without a context, too
    /// The contexts for which there is no room of their own, together, by the inputs of which they
    /// tell something.
    std::map<std::vector<CellId>, Context> rest;
  };
  std::map<flow::FunctionId, Contexts> contexts_;
  std::map<flow::FunctionId, std::set<Context>> refined_;
  State globals_; ///< after the initialisers
  Value zero_;
  std::vector<bool> isUnwritten_; ///< by global
  /// What can be called of `globals_`, by object.
  std::map<ObjectId, std::vector<std::pair<PathId, Knowledge>>> callables_;
  flow::FunctionId main_;                ///< once it is entered
  std::vector<bool> isWrittenElsewhere_; ///< by global: by what `main` does not call
  SortedSet<flow::FunctionId> called_;
  struct Callee {
    std::set<const flow::Instruction*> calls; ///< only counted: their order tells nothing
    bool carriesData = false;
  };
  std::map<flow::FunctionId, Callee> unmodelled_;
  unsigned summaries_ = 0;
  Entry* running_ = nullptr; ///< the innermost
  bool* isCutOff_ = nullptr; ///< of what is only tried
  unsigned depth_ = 0, lowestUsed_ = noDepth;
  unsigned round_ = 1; ///< of the cycles that are running; counts on
  std::map<std::pair<uint32_t, std::string>, Ledger::Cut> cuts_;
};

} // namespace circumspect::analysis
