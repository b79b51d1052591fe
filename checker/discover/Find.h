// The parts of a search, one file each; Discover.cpp puts them together.
#pragma once

#include "checker/discover/Discover.h"

namespace circumspect::discover {

/// Constant keys by which something is read: of the functions whose models say that an element is
/// asked for by an argument, and of those that call a parameter a key.
std::vector<Candidate> findKeys(const Scan& scan);

/// Columns that SQL in texts names, and those that texts and schemas declare.
std::vector<Candidate> findColumns(const Scan& scan, llvm::ArrayRef<Schema> schemas);

} // namespace circumspect::discover
