// Whether a text is one document that a person could have written. yaml-cpp reads what is nested up
// to 500 deep, shares what aliases repeat however much that is, and finds one empty document after
// another, without end, at a token that begins none (`{}, a`). So a text is first gone through
// event by event, which builds nothing.
#pragma once

#include "llvm/ADT/StringRef.h"

#include <yaml-cpp/mark.h>

#include <optional>
#include <string>

namespace circumspect::policy {

/// Why a text is not read, and where.
struct YamlProblem {
  YAML::Mark mark;
  std::string message;
};

/// Nothing where the text is exactly one document, not nested deeper than 100, of which aliases do
/// not make more than a million values.
std::optional<YamlProblem> findYamlProblem(const std::string& text);

} // namespace circumspect::policy
