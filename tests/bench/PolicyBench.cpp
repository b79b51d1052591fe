// How long it takes to verify a pack whole, from reading it to the last finding, and to answer a
// question about a loaded one: a table of rules against seconds and memory.
#include "policy/ask/Query.h"
#include "policy/load/Load.h"
#include "policy/verify/Check.h"
#include "tests/bench/GeneratedPack.h"
#include "tests/policy/Packs.h"

#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"

#include <chrono>
#include <ctime>
#include <sys/resource.h>

using namespace circumspect;
using namespace circumspect::policy;

namespace {

/// Seconds that passed, and seconds that this process computed for.
class Watch {
public:
  double wall() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }
  double processor() const { return double(std::clock() - clock_) / CLOCKS_PER_SEC; }

private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::clock_t clock_ = std::clock();
};

long peakMegabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

// The second of two questions, so that what is built once for a pack is there.
double secondsForAQuery(const std::shared_ptr<const Pack>& pack, const char* text) {
  Diagnostics diagnostics;
  auto question = parseQuestion(text, {"question", 1, 1}, *pack->vocabulary, diagnostics);
  print(llvm::errs(), diagnostics);
  if (!question)
    std::exit(2);
  Slices slices({pack}, 10000, question->scope);
  query(slices, *question);
  Watch watch;
  query(slices, *question);
  return watch.processor();
}

void measure(const char* name, const std::string& file, const char* question) {
  Watch watch;
  Diagnostics diagnostics;
  auto pack = loadPack(file, diagnostics);
  print(llvm::errs(), diagnostics);
  if (!pack)
    std::exit(2);
  std::vector<Verdict> verdicts = verify(pack);
  double wall = watch.wall(), processor = watch.processor();
  size_t findings = 0;
  for (const Verdict& verdict : verdicts)
    findings += verdict.findings.size();
  llvm::outs() << llvm::format("%-12s %8zu %10zu %10.2f %10.2f %10ld %12.2f\n", name,
                               pack->rules.size(), findings, wall, processor, peakMegabytes(),
                               1000 * secondsForAQuery(pack, question));
  llvm::outs().flush();
}

} // namespace

int main() {
  llvm::outs()
      << "pack            rules   findings     wall s      cpu s    peak MB  query cpu ms\n";
  measure("ridgefield", CIRCUMSPECT_SOURCE_DIR "/rules/ridgefield/as-adopted.yaml",
          "disclose patron.email to third-party.e-content");
  policy::test::Folder folder;
  folder.write("vocabulary.yaml", bench::generatedVocabulary());
  for (unsigned rules : {100u, 300u, 1000u, 3000u, 10000u})
    measure("generated",
            folder.write("pack" + std::to_string(rules) + ".yaml", bench::generatedPack(rules)),
            "disclose d3.2 to r4.1 for p2.0");
}
