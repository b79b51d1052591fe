// The parts of a search, one file each; Discover.cpp puts them together.
#pragma once

#include "checker/discover/Discover.h"

namespace circumspect::discover {

/// What a value of the type tells, through pointers, arrays and containers; nothing where it is no
/// value, or a record of the project, whose own members are looked at.
std::optional<Holds> holdsOf(const Scan& scan, flow::TypeId type);

/// Members of records, whether anything uses them or not.
std::vector<Candidate> findFields(const Scan& scan);

/// Constant keys by which something is read: of the functions whose models say that an element is
/// asked for by an argument, and of those that call a parameter a key.
std::vector<Candidate> findKeys(const Scan& scan);

/// Columns that SQL in texts names, and those that texts and schemas declare.
std::vector<Candidate> findColumns(const Scan& scan, llvm::ArrayRef<Schema> schemas);

} // namespace circumspect::discover
