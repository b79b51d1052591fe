// The matrix as text for a terminal, as Markdown for an agenda, as a page of HTML, and for
// programs.
#include "policy/ask/Matrix.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/raw_ostream.h"

namespace circumspect::policy {

static std::string note(const Matrix& matrix, size_t number) {
  return "[" + std::to_string(number + 1) + "] " + llvm::join(matrix.conditions[number], "; or ");
}

void writeText(llvm::raw_ostream& out, const Matrix& matrix, const Pack& pack) {
  out << pack.name << ": " << matrix.action << "\n";
  // A line for each cell, since names of terms are too long for columns.
  for (const Matrix::Row& row : matrix.rows) {
    out << "  " << row.data << "\n";
    for (size_t i = 0; i < row.cells.size(); ++i)
      out << "    " << llvm::left_justify(row.cells[i], 26) << matrix.preposition << " "
          << matrix.recipients[i] << "\n";
  }
  for (size_t i = 0; i < matrix.conditions.size(); ++i)
    out << note(matrix, i) << "\n";
}

void writeMarkdown(llvm::raw_ostream& out, const Matrix& matrix, const Pack& pack) {
  out << "# " << pack.name << ": " << matrix.action << "\n\n| data |";
  for (const std::string& recipient : matrix.recipients)
    out << " " << matrix.preposition << " " << recipient << " |";
  out << "\n|---|";
  for (size_t i = 0; i < matrix.recipients.size(); ++i)
    out << "---|";
  out << "\n";
  for (const Matrix::Row& row : matrix.rows) {
    out << "| " << row.data << " |";
    for (const std::string& cell : row.cells)
      out << " " << cell << " |";
    out << "\n";
  }
  for (size_t i = 0; i < matrix.conditions.size(); ++i)
    out << "\n" << note(matrix, i) << "\n";
}

static std::string escaped(llvm::StringRef text) {
  std::string result;
  llvm::raw_string_ostream out(result);
  llvm::printHTMLEscaped(text, out);
  return result;
}

void writeHtml(llvm::raw_ostream& out, const Matrix& matrix, const Pack& pack) {
  std::string title = escaped(pack.name + ": " + matrix.action);
  out << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>" << title
      << "</title>\n<style>\n"
         "body { font: 1rem/1.4 sans-serif; margin: 2rem; }\n"
         "table { border-collapse: collapse; }\n"
         "th, td { border: 1px solid #767676; padding: .4rem .6rem; text-align: left; "
         "vertical-align: top; }\n"
         "</style>\n</head>\n<body>\n<h1>"
      << title << "</h1>\n<p>" << escaped(pack.says) << "</p>\n<table>\n<thead>\n<tr><th "
      << "scope=\"col\">data</th>";
  for (const std::string& recipient : matrix.recipients)
    out << "<th scope=\"col\">" << matrix.preposition << " " << escaped(recipient) << "</th>";
  out << "</tr>\n</thead>\n<tbody>\n";
  for (const Matrix::Row& row : matrix.rows) {
    out << "<tr><th scope=\"row\">" << escaped(row.data) << "</th>";
    for (const std::string& cell : row.cells)
      out << "<td>" << escaped(cell) << "</td>";
    out << "</tr>\n";
  }
  out << "</tbody>\n</table>\n";
  for (size_t i = 0; i < matrix.conditions.size(); ++i)
    out << "<p>" << escaped(note(matrix, i)) << "</p>\n";
  out << "</body>\n</html>\n";
}

void writeJson(llvm::raw_ostream& out, const Matrix& matrix, const Pack& pack) {
  llvm::json::Array rows, conditions;
  for (const Matrix::Row& row : matrix.rows)
    rows.push_back(llvm::json::Object{{"data", row.data}, {"cells", llvm::json::Array(row.cells)}});
  for (const std::vector<std::string>& alternatives : matrix.conditions)
    conditions.push_back(llvm::json::Array(alternatives));
  llvm::json::Object root{{"version", 1},
                          {"pack", pack.name},
                          {"file", pack.file},
                          {"action", matrix.action},
                          {"recipients", llvm::json::Array(matrix.recipients)},
                          {"rows", std::move(rows)},
                          {"conditions", std::move(conditions)},
                          {"undecided", matrix.undecided}};
  out << llvm::formatv("{0:2}\n", llvm::json::Value(std::move(root)));
}

} // namespace circumspect::policy
