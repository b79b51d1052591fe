// A trace as sentences, from the place where the data is read to the sink's call, and what on this
// way makes the finding less than certain.
#pragma once

#include "checker/analysis/Roots.h"

#include <set>

namespace circumspect::analysis {

class Narration {
public:
  static constexpr size_t maxSteps = 48;

  Narration(Interprocedural& program, Roots& roots) : program_(program), roots_(roots) {}

  /// Fills in the datum's source, path and confidence.
  void tell(const Arrival& arrival, const SinkEvent& event, Datum& datum);

private:
  void follow(const Trace* last, unsigned depth);
  void tellStep(const Trace& step, unsigned depth);
  void enter(const Trace& step, unsigned depth);
  void add(flow::Location location, std::string note);
  std::string calleeOf(const Trace& step) const;
  std::string targetOf(const Trace& step) const;
  std::string parameterOf(const Trace& entry) const;

  Interprocedural& program_;
  Roots& roots_;
  std::vector<PathStep> steps_;
  std::set<std::string> unmodelled_;
  std::set<flow::FunctionId> functions_;
};

} // namespace circumspect::analysis
