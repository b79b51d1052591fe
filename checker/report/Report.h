// What every format reports, and the exit status that goes with it.
#pragma once

#include "checker/models/Match.h"
#include "checker/verdict/Judge.h"

namespace circumspect::report {

/// A scan and what came of it.
struct Report {
  const verdict::Judgement& judgement;
  const analysis::Result& result;
  const flow::Program& program;
  const models::Library& library;
  const policy::Pack& pack;
  llvm::ArrayRef<std::string> ownModels; ///< files of models that the user wrote
};

/// Something that a scan did not do or did not understand.
struct Notice {
  std::string file; ///< empty: nowhere in particular
  unsigned line = 0, column = 0;
  std::string message;
  bool isError = false;      ///< the input is wrong
  bool isIncomplete = false; ///< the scan is incomplete because of it
};

/// Files not parsed, constructs not lowered, bounds that cut something off, attributes that say
/// nothing, unknown terms.
std::vector<Notice> notices(const Report& report);

/// 1 findings, 2 bad input, 3 incomplete, 0 none of these. Findings win over the rest.
int exitStatus(const Report& report);

/// The path under which a file is shown; empty where it is not known.
llvm::StringRef path(const flow::Program& program, const flow::Location& location);

} // namespace circumspect::report
