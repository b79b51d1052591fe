// Data against recipients: what a policy says of each category alone, for one action. The page that
// a board reads first. Rows and columns in which everything is the same are one.
#pragma once

#include "policy/ask/Query.h"

namespace circumspect::policy {

/// The matrix of a pack for one action.
struct Matrix {
  std::string action, preposition;
  std::vector<std::string> recipients; ///< the columns
  struct Row {
    std::string data;
    std::vector<std::string> cells; ///< `permitted`, `forbidden or undecided`, `permitted only [2]`
  };
  std::vector<Row> rows;
  std::vector<std::vector<std::string>> conditions; ///< by note, the alternatives
  std::string undecided;                            ///< why the solver gave up, where it did
};

/// Computes it; `action` is a term.
Matrix matrix(const std::shared_ptr<const Pack>& pack, unsigned action, unsigned timeout = 10000);

void writeText(llvm::raw_ostream& out, const Matrix& matrix, const Pack& pack);
void writeMarkdown(llvm::raw_ostream& out, const Matrix& matrix, const Pack& pack);
void writeHtml(llvm::raw_ostream& out, const Matrix& matrix, const Pack& pack);
/// For programs; README.md says what each member is.
void writeJson(llvm::raw_ostream& out, const Matrix& matrix, const Pack& pack);

} // namespace circumspect::policy
