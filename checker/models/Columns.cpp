// Which columns of a database hold data about people, and which of them a statement gives.
#include "checker/models/Match.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace circumspect::models {

// Tables are compared without their schema where one of the two does not say it.
static bool isTable(llvm::StringRef known, llvm::StringRef asked) {
  auto bare = [](llvm::StringRef table) { return table.drop_front(table.rfind('.') + 1); };
  bool isQualified = known.contains('.') && asked.contains('.');
  return isQualified ? known == asked : bare(known) == bare(asked);
}

const sql::Statement& Library::statement(llvm::StringRef text) const {
  auto [entry, isNew] = statements_.try_emplace(text);
  if (isNew)
    entry->second = sql::parse(text);
  return entry->second;
}

// The number of a column in all those that `*` gives of a table.
std::optional<unsigned> Library::place(const sql::Column& star, llvm::StringRef column) const {
  for (const TableModel& table : models_.tables)
    if (isTable(table.table, star.table))
      if (auto at = llvm::find(table.columns, column); at != table.columns.end())
        return static_cast<unsigned>(at - table.columns.begin());
  return std::nullopt;
}

llvm::ArrayRef<Library::Selected> Library::selected(llvm::StringRef text) const {
  auto [entry, isNew] = selected_.try_emplace(text);
  std::vector<Selected>& result = entry->second;
  if (!isNew || models_.columns.empty())
    return result;
  bool isName = !text.empty() &&
                llvm::all_of(text, [](char c) { return llvm::isAlnum(c) || c == '_' || c == '.'; });
  std::string sql = isName ? ("SELECT * FROM " + text).str() : text.str();
  const std::vector<sql::Output>& outputs = statement(sql).columns;
  bool isNumbered = true; // what stands for how many columns is not known
  for (unsigned i = 0; i < outputs.size(); ++i) {
    bool isAll = outputs[i].name == "*";
    bool isFirst = isNumbered && isAll;
    isNumbered &= !isAll;
    auto number = [&](const sql::Column& from, llvm::StringRef column) -> std::optional<unsigned> {
      if (!isAll)
        return isNumbered ? std::optional(i) : std::nullopt;
      auto at = isFirst && from == outputs[i].from.front() ? place(from, column) : std::nullopt;
      return at ? std::optional(i + *at) : std::nullopt;
    };
    for (const sql::Column& from : outputs[i].from)
      for (const ColumnModel& known : models_.columns)
        if (!known.data.empty() && isTable(known.table, from.table) &&
            (from.name == known.column || from.name == "*"))
          result.push_back(
              {isAll ? known.column : outputs[i].name, number(from, known.column), known.data});
  }
  return result;
}

} // namespace circumspect::models
