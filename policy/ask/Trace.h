// From each clause of a policy's text to the rules that say it, to what is claimed of them, and to
// the programs that test it: what an auditor follows, in both directions.
#pragma once

#include "policy/model/Pack.h"

#include "llvm/Support/JSON.h"

#include <map>

namespace llvm {
class raw_ostream;
} // namespace llvm

namespace circumspect::policy {

/// One clause, and the IDs or names of what speaks of it.
struct TracedClause {
  const Clause* clause; ///< of the pack, which must outlive this
  std::vector<std::string> rules, claims, programs;

  /// It decides something, and neither a rule nor a limit says it.
  bool isMissing = false;
};

/// The clauses of a pack, in its order. `programs` has texts by name.
std::vector<TracedClause> trace(const Pack& pack,
                                const std::map<std::string, std::string>& programs = {});

enum class TraceColumns { WithPrograms, WithoutPrograms };
/// For programs; README.md says what each member is.
llvm::json::Value toJson(llvm::ArrayRef<TracedClause> clauses, const Pack& pack,
                         TraceColumns columns);
/// A table in Markdown.
void writeMarkdown(llvm::raw_ostream& out, llvm::ArrayRef<TracedClause> clauses,
                   TraceColumns columns);

} // namespace circumspect::policy
