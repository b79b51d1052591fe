#include "checker/analysis/Analyse.h"
#include "checker/analysis/Findings.h"
#include "checker/analysis/Interprocedural.h"
#include "checker/analysis/Roots.h"
#include "llvm/Support/thread.h"

namespace circumspect::analysis {

static Result analyseHere(const flow::Program& program, const models::Library& models) {
  Interprocedural whole(program, models);
  whole.run();
  whole.enterMain();
  Roots roots(whole);
  roots.run();
  Findings findings(whole, roots);
  for (flow::FunctionId root : roots.functions())
    findings.add(root);
  return findings.take();
}

// Functions that call each other in a long cycle are analysed one inside the other, which takes a
// deeper stack than a process has. Only what is used of it takes memory.
Result analyse(const flow::Program& program, const models::Library& models) {
  constexpr std::optional<unsigned> stackSize = 1U << 30;
  Result result;
  llvm::thread worker(stackSize, [&] { result = analyseHere(program, models); });
  worker.join();
  return result;
}

} // namespace circumspect::analysis
