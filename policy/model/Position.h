// Where something is written: a file and a one-based line and column.
// Every part of a pack keeps its position, so that each message can point at the text it is about.
#pragma once

#include <compare>
#include <string>

namespace circumspect::policy {

/// A place in a YAML file. Line 0 means that the place is unknown.
struct Position {
  std::string file;
  unsigned line = 0;
  unsigned column = 0;

  /// `file:line:column`, or the file alone where the line is unknown.
  std::string str() const;

  auto operator<=>(const Position&) const = default;
};

} // namespace circumspect::policy
