// Which columns of a database hold data about people, and which of them a statement gives.
#include "checker/models/Match.h"

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

llvm::ArrayRef<Library::Selected> Library::selected(llvm::StringRef text) const {
  auto [entry, isNew] = selected_.try_emplace(text);
  std::vector<Selected>& result = entry->second;
  if (!isNew || models_.columns.empty())
    return result;
  const std::vector<sql::Output>& outputs = statement(text).columns;
  bool isNumbered = true; // what stands for how many columns is not known
  for (unsigned i = 0; i < outputs.size(); ++i) {
    bool isAll = outputs[i].name == "*";
    isNumbered &= !isAll;
    for (const sql::Column& from : outputs[i].from)
      for (const ColumnModel& known : models_.columns)
        if (!known.data.empty() && isTable(known.table, from.table) &&
            (from.name == known.column || from.name == "*"))
          result.push_back({isAll ? known.column : outputs[i].name,
                            isNumbered ? std::optional(i) : std::nullopt, known.data});
  }
  return result;
}

} // namespace circumspect::models
