// Sets of labels that grow too long are folded, and what was folded stays so.
#include "checker/analysis/Join.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace circumspect::analysis {
namespace {

using testing::UnorderedElementsAre;

struct FoldTest : testing::Test {
  CellId parameter(uint32_t number) {
    return universe.memory.cell(universe.memory.local(flow::LocalId{number}));
  }
  /// An element of what the parameter points to.
  CellId behind(uint32_t number, uint32_t index) {
    return universe.memory.child(universe.memory.cell(universe.memory.initial(parameter(number))),
                                 {ElementKind::At, index});
  }
  void add(Taints& taints, LabelId label, FormulaId condition = Formulas::yes) {
    addTaint(universe, taints, {label, condition});
  }
  std::vector<LabelId> folded(Taints taints) {
    fold(universe, taints);
    std::vector<LabelId> labels;
    for (const Taint& taint : taints)
      labels.push_back(taint.label);
    return labels;
  }

  flow::Program program;
  Universe universe{program};
};

TEST_F(FoldTest, ManyInputsAreNamedByWhatTheyWereReachedFrom) {
  Taints taints;
  for (uint32_t i = 0; i < 40; ++i)
    add(taints, universe.input(behind(0, i)));
  EXPECT_THAT(folded(taints), UnorderedElementsAre(universe.reach(parameter(0))));
}

TEST_F(FoldTest, MoreOfTheSameChangesNothing) {
  Taints taints;
  add(taints, universe.reach(parameter(0)));
  add(taints, universe.input(behind(0, 3)));
  add(taints, universe.reach(behind(0, 4)));
  EXPECT_THAT(folded(taints), UnorderedElementsAre(universe.reach(parameter(0))));
}

TEST_F(FoldTest, WhatWasReachedOtherwiseIsKept) {
  LabelId other = universe.input(behind(1, 3));
  LabelId source = universe.source(universe.name("patron.email"), Expressions::unknown, 0);
  LabelId hashed = universe.input(behind(0, 3), Expressions::unknown, 7);
  LabelId whole = universe.reach(behind(0, 1));
  LabelId above = universe.input(parameter(0));
  Taints taints;
  for (LabelId label : {other, source, hashed, whole, above})
    add(taints, label);
  EXPECT_THAT(folded(taints), UnorderedElementsAre(other, source, hashed, whole, above));
}

TEST_F(FoldTest, WhatIsReachedUnderAConditionCoversOnlyWhatHoldsUnderIt) {
  FormulaId branch = universe.formulas.atom({0, universe.expressions.integer(1)});
  LabelId whole = universe.reach(parameter(0)), part = universe.input(behind(0, 3));
  Taints always, alike;
  add(always, whole, branch);
  add(always, part);
  EXPECT_THAT(folded(always), UnorderedElementsAre(whole, part));
  add(alike, whole, branch);
  add(alike, part, branch);
  EXPECT_THAT(folded(alike), UnorderedElementsAre(whole));
}

} // namespace
} // namespace circumspect::analysis
