// Sink events in terms of people and policy conditions: whose data meets in which call of a sink,
// under which answers to which guards.
#pragma once

#include "checker/analysis/Narration.h"

namespace circumspect::analysis {

class Findings {
public:
  Findings(Interprocedural& program, Roots& roots)
      : program_(program), roots_(roots), narration_(program, roots) {}

  /// Adds what the root's summary says of sinks.
  void add(flow::FunctionId root);
  Result take();

private:
  struct Found {
    const SinkEvent* event = nullptr;
    std::vector<Arrival> data;
  };
  void addEvent(const Found& found, FormulaId when, ExpressionId endpoint);
  void nameSubjects(const std::vector<Found>& found);
  SubjectId subject(ExpressionId e) const;
  ExpressionId wholeOf(ExpressionId e) const;
  FormulaId exported(FormulaId f);
  FormulaId exportedAtom(AtomId atom);
  ConditionId exportNode(FormulaId f);
  void match(Flow& flow, const models::Sink& sink, std::optional<std::string> endpoint) const;
  Quantity quantity(ExpressionId e) const;
  std::string expressionText(ExpressionId e) const;
  std::string shape(const Flow& flow) const;

  Interprocedural& program_;
  Roots& roots_;
  Narration narration_;
  flow::FunctionId root_;
  std::map<ExpressionId, SubjectId> subjects_; ///< of the root at hand
  std::map<FormulaId, FormulaId> exported_;    ///< of the root at hand
  SubjectId nextSubject_ = 1;

  Formulas formulas_; ///< over atoms about subjects; an opaque atom's `about` numbers a branch
  std::map<std::pair<flow::FunctionId, ExpressionId>, uint32_t> branches_;
  std::map<std::pair<uint32_t, uint32_t>, uint32_t> atoms_; ///< to Conditions::atoms
  std::map<std::pair<uint32_t, uint32_t>, Atom> descriptions_;
  std::map<FormulaId, ConditionId> nodes_;
  std::map<std::string, Flow> flows_; ///< by shape
  Conditions conditions_{{}, std::vector<Conditions::Node>(2)};
};

} // namespace circumspect::analysis
