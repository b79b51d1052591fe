// Which columns a schema declares: CREATE TABLE, and ALTER TABLE … ADD COLUMN. A file of them is
// written in the dialect of one database and has commands of its client between (psql's `\i`,
// MySQL's ENGINE and KEY), which PostgreSQL's parser refuses as a whole; so only the little that
// all dialects share is read here, and everything else is passed over.
#pragma once

#include "checker/sql/Statement.h"

namespace circumspect::sql {

/// A column, its type as it is written, and where. Lines and columns from 1.
struct Declared {
  Column of;
  std::string type;
  unsigned line = 0, column = 0;
};

std::vector<Declared> declaredColumns(llvm::StringRef text);

} // namespace circumspect::sql
