// The whole program: summaries by function and context, the state that outlives a call, and the
// ledger.
#pragma once

#include "checker/analysis/CallGraph.h"
#include "checker/analysis/Result.h"
#include "checker/analysis/Summary.h"
#include "checker/analysis/Universe.h"
#include "checker/models/Match.h"
#include <map>
#include <memory>

namespace circumspect::analysis {

class Interprocedural {
public:
  // Bounds. Each that cuts something off is reported with the place where it did.
  static constexpr unsigned maxContexts = 24; ///< specialised summaries of one function
  static constexpr unsigned maxRounds = 8; ///< visits of a block before its condition is given up
  static constexpr unsigned maxRecursion = 6; ///< rounds of a recursive function's summary
  static constexpr unsigned maxAtoms = 16;    ///< questions in one path condition
  static constexpr unsigned maxCallees = 32;  ///< of one indirect call
  static constexpr unsigned maxCellsPerObject = 400;
  static constexpr unsigned maxEventsPerSink = 12; ///< kept apart in one summary
  static constexpr unsigned maxEvents = 400;       ///< in one summary

  Interprocedural(const flow::Program& flow, const models::Library& library);

  /// Summarises every function, callees first.
  void run();
  const Summary& summary(flow::FunctionId function, const Context& context);

  flow::FunctionId overrider(flow::FunctionId method, flow::RecordId record) const {
    return graph.overrider(method, record);
  }
  const SortedSet<flow::FunctionId>& overriders(flow::FunctionId method) const {
    return graph.overriders(method);
  }
  llvm::ArrayRef<flow::FunctionId> callOperators(flow::RecordId record) const {
    return flow.record(record).callOperators;
  }

  /// What a constant global holds, from its initialiser; nullptr for other cells.
  const Value* constantGlobal(CellId cell);
  /// The functions that a global may hold.
  const SortedSet<flow::FunctionId>& functionsIn(CellId cell);

  void cut(llvm::StringRef bound, flow::FunctionId function, flow::Location location);
  void unmodelled(flow::FunctionId callee, bool carriesData);
  /// Adds an event to a summary's, within the bounds.
  void keep(std::vector<SinkEvent>& events, SinkEvent event, flow::FunctionId function);

  const flow::Program& flow;
  const models::Library& library;
  Universe universe;
  CallGraph graph;
  Ledger ledger;

private:
  struct Entry {
    Summary summary;
    bool isComplete = false, isRunning = false, wasUsed = false;
  };
  Summary analyse(flow::FunctionId function, const Context& context, Entry& entry);
  void readInitialisers();

  std::map<std::pair<flow::FunctionId, Context>, std::unique_ptr<Entry>> entries_;
  std::map<flow::FunctionId, unsigned> contexts_;
  State globals_; ///< after the initialisers
  SortedSet<flow::FunctionId> noFunctions_;
  std::map<flow::FunctionId, Ledger::Callee> unmodelled_;
  std::map<std::tuple<std::string, uint32_t>, Ledger::Cut> cuts_;
  friend class Findings;
};

} // namespace circumspect::analysis
