// The difference of two packs, written for three readers: text for an author, Markdown for the
// agenda of a board, JSON for programs.
#pragma once

#include "policy/compare/Difference.h"

namespace circumspect::policy {

void writeText(llvm::raw_ostream& out, const Difference& difference, const Pack& old,
               const Pack& now);
/// One page: by the rules that decided before, with one region for each.
void writeSummary(llvm::raw_ostream& out, const Difference& difference, const Pack& old,
                  const Pack& now);
void writeMarkdown(llvm::raw_ostream& out, const Difference& difference, const Pack& old,
                   const Pack& now);
void writeJson(llvm::raw_ostream& out, const Difference& difference, const Pack& old,
               const Pack& now);

} // namespace circumspect::policy
