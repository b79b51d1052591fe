// The functions that nothing in the program is known to call, and what they are given. A member or
// a record that arrives from outside is patron data where models say so; what one root leaves in a
// global, or in the object that its method is called on, any root may find there. That store knows
// no order of calls, and keeps members by their class and not by object (Diwan, McKinley and Moss
// 1998, "field type declaration").
#pragma once

#include "checker/analysis/FunctionAnalysis.h"

namespace circumspect::analysis {

/// Classified data, in the terms of the root at which it is found.
struct Arrival {
  uint32_t category = 0; ///< a name
  ExpressionId subject = Expressions::unknown;
  uint32_t origin = 0; ///< a SourceOrigin
  FormulaId condition = Formulas::yes;
  const Trace* trace = nullptr;
  llvm::SmallVector<PathElement, 2> below = {}; ///< the member that it is in, of a whole record
};

class Roots {
public:
  static constexpr unsigned maxRounds = 8, maxDepth = 4, maxMembers = 64;
  /// Data of one category in one place that are kept apart by whose they are and where they come
  /// from; what more there is, is somebody's, it is not known whose.
  static constexpr unsigned maxApart = 8;

  explicit Roots(Interprocedural& program);
  ~Roots();

  /// Finds what roots leave to each other.
  void run();
  const std::vector<flow::FunctionId>& functions() const { return functions_; }
  /// What the taints of a root's summary stand for. Inputs that nothing classifies are left out.
  std::vector<Arrival> arrivals(flow::FunctionId root, const Taints& taints);
  /// A cell of the root in words.
  std::string cellText(flow::FunctionId root, CellId cell);

private:
  FunctionAnalysis& at(flow::FunctionId root);
  void addInput(flow::FunctionId root, const Taint& taint, std::vector<Arrival>& into);
  void addAnnotated(flow::FunctionId root, const Taint& taint, CellId cell,
                    std::vector<Arrival>& into);
  void addMembers(flow::FunctionId root, const Taint& taint, CellId cell, flow::TypeId type,
                  unsigned depth, std::vector<Arrival>& into);
  void addKept(flow::FunctionId root, const Taint& taint, std::vector<Arrival>& into);
  void addSources(flow::FunctionId root, const Taint& taint, llvm::ArrayRef<std::string> data,
                  CellId cell, ExpressionId subject, std::vector<Arrival>& into);
  bool outlivesCalls(flow::FunctionId root, ObjectId object) const;
  bool keep(flow::FunctionId root, const State& state);
  bool keep(flow::FunctionId root, CellId cell, Arrival arrival);
  ExpressionId foreign(flow::FunctionId root, ExpressionId e);
  FormulaId foreignFormula(flow::FunctionId root, FormulaId f);

  Interprocedural& program_;
  Universe& universe_;
  std::vector<flow::FunctionId> functions_;
  std::map<ObjectId, std::map<PathId, std::vector<Arrival>>> kept_;
  std::unique_ptr<FunctionAnalysis> current_;
  flow::FunctionId currentRoot_;
};

} // namespace circumspect::analysis
