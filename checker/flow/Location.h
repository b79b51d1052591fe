// Positions in source text. A location is the expansion position: a macro's use, not its
// definition.
#pragma once

#include "checker/flow/Ids.h"
#include <cstdint>

namespace circumspect::flow {

/// A range of characters in one file; lines and columns count from 1, 0 means unknown. Columns
/// count UTF-16 code units.
/// The end is exclusive, as in SARIF 2.1.0 § 3.30.
struct Location {
  FileId file;
  uint32_t line = 0;
  uint32_t column = 0;
  uint32_t endLine = 0;
  uint32_t endColumn = 0;

  bool valid() const { return file.valid() && line != 0; }
  friend auto operator<=>(const Location&, const Location&) = default;
};

} // namespace circumspect::flow
