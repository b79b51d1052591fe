#include "checker/report/Text.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/WithColor.h"

namespace circumspect::report {

using verdict::Finding;

namespace {

class Writer {
public:
  Writer(llvm::raw_ostream& out, const Report& report) : out_(out), report_(report) {}

  void write(const Finding& finding) {
    std::string tag = verdict::name(finding.kind).str();
    const std::vector<std::string>& details =
        finding.kind == verdict::Kind::Depends ? finding.unsaid : finding.rules;
    if (!details.empty())
      tag += ": " + llvm::join(details, ", ");
    line(finding.location, llvm::raw_ostream::RED, "error", finding.message + " [" + tag + "]");
    if (!finding.data.empty())
      for (const analysis::PathStep& step : finding.data.front().path)
        note(step.location, step.note);
    if (!finding.counterexample.empty())
      note(finding.location, "for example: " + finding.counterexample);
    for (const std::string& reason : finding.reasons)
      note(finding.location, reason);
    if (finding.kind == verdict::Kind::Depends)
      note(finding.location, "say the " + llvm::join(finding.unsaid, " and the ") +
                                 " of this sink in a model or an attribute");
    if (!finding.advice.empty())
      note(finding.location, finding.advice);
    if (finding.confidence != analysis::Confidence::High)
      note(finding.location,
           (finding.confidence == analysis::Confidence::Medium ? "medium" : "low") +
               std::string(" confidence: ") + finding.confidenceReason);
  }

  void write(const Notice& notice) {
    line(notice.file, notice.line, notice.column,
         notice.isError ? llvm::raw_ostream::RED : llvm::raw_ostream::MAGENTA,
         notice.isError ? "error" : "warning", notice.message);
  }

  void note(const flow::Location& at, llvm::StringRef text) {
    line(at, llvm::raw_ostream::CYAN, "note", text);
  }

private:
  void line(const flow::Location& at, llvm::raw_ostream::Colors color, llvm::StringRef severity,
            llvm::StringRef text) {
    line(path(report_.program, at), at.line, at.column, color, severity, text);
  }

  void line(llvm::StringRef file, unsigned line, unsigned column, llvm::raw_ostream::Colors color,
            llvm::StringRef severity, llvm::StringRef text) {
    if (!file.empty())
      out_ << file << ":" << line << ":" << column << ": ";
    llvm::WithColor(out_, color, /*Bold=*/true, /*BG=*/false, llvm::ColorMode::Auto)
        << severity << ": ";
    for (char c : text) // scanned code is foreign: nothing in it may steer a terminal
      if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
        out_ << "\\x" << llvm::hexdigit(c >> 4) << llvm::hexdigit(c & 15);
      else
        out_ << c;
    out_ << "\n";
  }

  llvm::raw_ostream& out_;
  const Report& report_;
};

} // namespace

void writeText(llvm::raw_ostream& out, const Report& report) {
  Writer writer(out, report);
  for (const Finding& finding : report.judgement.findings)
    writer.write(finding);
  std::vector<Notice> all = notices(report);
  for (const Notice& notice : all)
    writer.write(notice);
  unsigned incomplete = llvm::count_if(all, [](const Notice& n) { return n.isIncomplete; });
  const analysis::Ledger& ledger = report.result.ledger;
  out << report.judgement.findings.size()
      << (report.judgement.findings.size() == 1 ? " finding" : " findings") << "; "
      << report.program.translationUnits.size()
      << (report.program.translationUnits.size() == 1 ? " file, " : " files, ")
      << ledger.functionsAnalysed << " functions, " << report.result.flows.size() << " flows; "
      << ledger.unmodelled.size() << " callees without body or model";
  if (incomplete)
    out << "; incomplete, see the " << incomplete << (incomplete == 1 ? " warning" : " warnings");
  out << "\n";
}

} // namespace circumspect::report
