#include "checker/report/Report.h"

#include "llvm/ADT/STLExtras.h"

namespace circumspect::report {

llvm::StringRef path(const flow::Program& program, const flow::Location& location) {
  return location.file ? program.text(program.files[location.file.index].path) : llvm::StringRef();
}

std::vector<Notice> notices(const Report& report) {
  std::vector<Notice> all;
  auto add = [&](const flow::Location& at, std::string message, bool isError) {
    all.push_back({path(report.program, at).str(), at.line, at.column, std::move(message), isError,
                   !isError});
  };
  for (const flow::Omission& omission : report.program.omissions) {
    std::string detail = report.program.text(omission.detail).str();
    switch (omission.kind) {
    case flow::Omission::Kind::NotParsed:
      add(omission.location, "not parsed: " + detail, false);
      break;
    case flow::Omission::Kind::NotLowered:
      add(omission.location, "not modelled: " + detail + "; what its parts hold is kept", false);
      break;
    case flow::Omission::Kind::Crashed:
      add(omission.location, "not scanned: " + detail, false);
      break;
    }
  }
  for (const analysis::Ledger::Cut& cut : report.result.ledger.cuts)
    add(cut.location, "cut off in " + cut.function + ": " + cut.bound, false);
  for (const models::Mistake& mistake : report.library.mistakes())
    add(mistake.location, mistake.message, true);
  for (const std::string& term : report.judgement.unknownTerms)
    add({}, term + ", in a model or an attribute", true);
  for (const models::Library::Unmatched& model : report.library.unmatched())
    if (llvm::is_contained(report.ownModels, model.origin.file))
      all.push_back({model.origin.file, model.origin.line, model.origin.column,
                     "the model of '" + model.name + "' matches nothing in this scan"});
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
