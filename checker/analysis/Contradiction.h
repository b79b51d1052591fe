// Conditions that no run satisfies although no two of their branches are the same question: `n ==
// 1` and `n == 2`, `n > 5` and `n < 3`. Branches that compare one value with constants are checked
// against each other, two by two.
#pragma once

#include "checker/analysis/Expression.h"

namespace circumspect::analysis {

/// Whether the comparisons with constants in the formula contradict each other on each way to yes.
bool contradictsItself(Formulas& formulas, const Expressions& expressions, FormulaId formula);

} // namespace circumspect::analysis
