// A summary in a caller's terms: the substitution of the caller's cells, values and conditions for
// the callee's symbolic inputs, and the callee's effects applied to the caller's state.
#pragma once

#include "checker/analysis/Call.h"

namespace circumspect::analysis {

class Instantiation {
public:
  /// `state` is read as it was before the call and written by apply().
  Instantiation(FunctionAnalysis& caller, State& state, const FunctionAnalysis::Call& call,
                const Summary& summary);

  /// What the callee does to the state.
  void apply();
  /// The callee's calls of sinks.
  void applyEvents();
  /// What is left in those of the objects alone.
  void applyExit(llvm::function_ref<bool(ObjectId)> isWanted);
  /// The caller's cells that the callee's `cell` names, on entry.
  Refs refs(CellId cell);

private:
  Refs objectRefs(ObjectId object);
  void addFurther(Refs& result);
  bool isRest(ObjectId object) const;
  bool isUntyped(ObjectId object) const;
  bool leadsToRecord(ObjectId object) const;
  flow::TypeId typeOf(CellId cell) const;
  bool isIndexable(ObjectId object) const;
  ExpressionId expression(ExpressionId e);
  std::optional<bool> areSame(const Expression& comparison);
  FormulaId formula(FormulaId f);
  Taints taints(const Taints& taints);
  Taints inputTaints(const Label& label);
  Taint asInput(Taint t, const Label& label, const Ref& ref);
  bool isStructural(const Value& value, LabelId id) const;
  Tree entryParts(const Value& from, CellId except = noId);
  Tree tree(const Contents& contents, size_t root);
  Tree tree(const Contents& contents, size_t root, llvm::ArrayRef<size_t> among);
  std::map<size_t, std::vector<size_t>> topmost(const Contents& contents) const;
  Value value(const Value& value);
  void applyContents(ObjectId object, const Contents& contents);
  void applyResult();
  void applyException();
  void applyObjects(const State& left);

  FunctionAnalysis& caller_;
  Universe& universe_;
  State& state_;
  State before_;
  const FunctionAnalysis::Call& call_;
  const Summary& summary_;
  const flow::Function& callee_;
  std::map<ObjectId, Refs> objects_;
  std::map<ExpressionId, ExpressionId> expressions_;
  std::map<FormulaId, FormulaId> formulas_;
  std::map<LabelId, Taints> inputs_;
};

} // namespace circumspect::analysis
