#include "checker/analysis/Analyse.h"
#include "checker/analysis/Findings.h"
#include "checker/analysis/Interprocedural.h"
#include "checker/analysis/Roots.h"

namespace circumspect::analysis {

Result analyse(const flow::Program& program, const models::Library& models) {
  Interprocedural whole(program, models);
  whole.run();
  Roots roots(whole);
  roots.run();
  Findings findings(whole, roots);
  for (flow::FunctionId root : roots.functions())
    findings.add(root);
  return findings.take();
}

} // namespace circumspect::analysis
