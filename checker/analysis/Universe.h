// The tables that all functions' analyses share: formulas, value numbers, cells, labels and traces.
#pragma once

#include "checker/analysis/Expression.h"
#include "checker/analysis/Memory.h"
#include "checker/analysis/Value.h"
#include "checker/flow/Program.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/Hashing.h"
#include "llvm/Support/Allocator.h"
#include <map>

namespace circumspect::analysis {

struct Universe {
  explicit Universe(const flow::Program& program) : memory(program) {}

  Formulas formulas;
  Expressions expressions{formulas};
  Memory memory;
  flow::Names names;
  std::vector<Label> labels;
  std::vector<SourceOrigin> origins;
  bool hasLostPlaces = false; ///< some value may come from too many places to name

  uint32_t name(llvm::StringRef text) { return names.intern(text).index; }

  LabelId input(CellId cell, ExpressionId subject = 0, uint32_t becomes = 0) {
    return label({false, becomes, subject, 0, cell});
  }
  /// The label of all that could be reached from a parameter or global on entry.
  LabelId reach(CellId cell, uint32_t becomes = 0) {
    return label({false, becomes, 0, 0, cell, true});
  }
  /// The label of what a transform makes of data with label `from`.
  LabelId transformed(LabelId from, uint32_t category) {
    Label l = labels[from];
    l.category = l.isSource ? category : category + 1;
    return label(l);
  }
  LabelId source(uint32_t category, ExpressionId subject, uint32_t origin) {
    return label({true, category, subject, origin, 0});
  }
  uint32_t origin(uint32_t text, flow::Location location);
  /// Remembers how the code puts a question, and that another atom is the same question.
  void asked(AtomKey atom, llvm::StringRef text, flow::Location location) {
    questions_.try_emplace({atom.condition, atom.about}, SourceOrigin{name(text), location});
  }
  void askedAgain(AtomKey from, AtomKey to) {
    if (const SourceOrigin* question = this->question(from))
      questions_.try_emplace({to.condition, to.about}, SourceOrigin(*question));
  }
  const SourceOrigin* question(AtomKey atom) const {
    auto found = questions_.find({atom.condition, atom.about});
    return found == questions_.end() ? nullptr : &found->second;
  }
  /// The step, made once: a block that is visited again takes the same steps.
  const Trace* trace(const Trace& step);

private:
  LabelId label(Label label);

  std::map<std::tuple<bool, uint32_t, ExpressionId, uint32_t, CellId, bool>, LabelId> labelIds_;
  std::map<std::tuple<uint32_t, flow::Location>, uint32_t> originIds_;
  std::map<std::pair<uint32_t, ExpressionId>, SourceOrigin> questions_;
  llvm::BumpPtrAllocator traces_;
  /// Steps by what they say. There are millions, so that the set has pointers only.
  struct SameStep : llvm::DenseMapInfo<const Trace*> {
    static unsigned getHashValue(const Trace* step);
    static bool isEqual(const Trace* a, const Trace* b);
  };
  llvm::DenseSet<const Trace*, SameStep> steps_;
};

} // namespace circumspect::analysis
