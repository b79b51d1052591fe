// What a statement in SQL gives and does: the columns of its result, each with the columns of
// tables that it comes from, and whether it changes what is stored. Read with PostgreSQL's own
// parser (libpg_query), which also reads most of what other databases are asked; where a text is
// not SQL to it, only its first word is looked at.
#pragma once

#include "llvm/ADT/StringRef.h"

#include <string>
#include <vector>

namespace circumspect::sql {

/// A column of a table. Names are folded to lower case, and the table has its schema if the
/// statement says it: `actor.usr`. In `SELECT *` the column is `*`.
struct Column {
  std::string table, name;
  friend auto operator<=>(const Column&, const Column&) = default;
};

/// A column of the result: what it is called there, and what it may be derived from. A name that
/// may belong to one of several tables is there with each. A count tells nothing of what it counts.
struct Output {
  std::string name;
  std::vector<Column> from;
};

enum class Kind : uint8_t {
  Select, ///< reads
  Change, ///< INSERT, UPDATE, DELETE, COPY …
  Other,  ///< BEGIN, SET, CREATE …, or not SQL
};

struct Statement {
  Kind kind = Kind::Other;
  std::vector<Output> columns;
  std::vector<Column> used; ///< what it writes, or compares in WHERE or a join
};

/// The first statement of the text. Parameters may be written as `$1`, `?`, `:name`, `%s` or `%1`.
Statement parse(llvm::StringRef text);

/// `select`, `change` or `other`, as models write it.
llvm::StringRef name(Kind kind);

} // namespace circumspect::sql
