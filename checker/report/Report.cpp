#include "checker/report/Report.h"

#include "llvm/ADT/STLExtras.h"

namespace circumspect::report {

llvm::StringRef path(const flow::Program& program, const flow::Location& location) {
  return location.file ? program.text(program.files[location.file.index].path) : llvm::StringRef();
}

std::vector<Notice> notices(const Report& report) {
  std::vector<Notice> all;
  for (const flow::Omission& omission : report.program.omissions) {
    std::string detail = report.program.text(omission.detail).str();
    switch (omission.kind) {
    case flow::Omission::Kind::NotParsed:
      all.push_back({omission.location, "not parsed: " + detail, false, true});
      break;
    case flow::Omission::Kind::NotLowered:
      all.push_back({omission.location, "not modelled: " + detail + "; what its parts hold is kept",
                     false, true});
      break;
    case flow::Omission::Kind::Crashed:
      all.push_back({omission.location, "not scanned: " + detail, false, true});
      break;
    }
  }
  for (const analysis::Ledger::Cut& cut : report.result.ledger.cuts)
    all.push_back({cut.location, "cut off in " + cut.function + ": " + cut.bound, false, true});
  for (const models::Mistake& mistake : report.library.mistakes())
    all.push_back({mistake.location, mistake.message, true, false});
  for (const std::string& term : report.judgement.unknownTerms)
    all.push_back({{}, term + ", in a model or an attribute", true, false});
  return all;
}

int exitStatus(const Report& report) {
  if (llvm::any_of(report.judgement.findings,
                   [](const auto& f) { return f.kind != verdict::Kind::Unknown; }))
    return 1;
  std::vector<Notice> all = notices(report);
  if (llvm::any_of(all, [](const Notice& n) { return n.isError; }))
    return 2;
  bool isIncomplete = !report.judgement.findings.empty() ||
                      llvm::any_of(all, [](const Notice& n) { return n.isIncomplete; });
  return isIncomplete ? 3 : 0;
}

} // namespace circumspect::report
