// The little language of `when` and of constraints: `and or not implies`, comparisons of
// quantities, contains, links. A recursive-descent parser with a column for every mistake.
#pragma once

#include "policy/load/Yaml.h"
#include "policy/model/Vocabulary.h"

namespace circumspect::policy {

/// Parses an expression. Mistakes are reported, and the expression is then of no use. From loosest
/// to tightest: `a implies b`, `a or b`, `a and b`, `not a`; parentheses group. `retention-days <=
/// 30 days` may name the unit.
Expression parseExpression(YamlReader& reader, const Text& text, const Vocabulary& vocabulary);

} // namespace circumspect::policy
