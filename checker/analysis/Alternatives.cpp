// Which of several functions takes what a variant holds: std::visit calls the one whose parameter
// is of the alternative's type, where it is known which alternative that is.
#include "checker/analysis/Call.h"

namespace circumspect::analysis {

/// The type of what is in a variant, of which that is the place; invalid where it is not known.
flow::TypeId FunctionAnalysis::heldType(State& state, const Ref& held) {
  auto& memory = universe_.memory;
  const PathElement slot{ElementKind::Slot, universe_.name("held")};
  PathId path = memory[held.cell].path;
  if (path == 0 || memory.last(path) != slot)
    return {};
  CellId variant = memory.parent(held.cell);
  flow::TypeId type = typeOf(variant);
  if (!type || flow_.type(type).kind != flow::TypeKind::Record)
    return {};
  const PathElement number{ElementKind::Slot, universe_.name("alternative")};
  CellId alternative = memory.child(variant, number);
  Value known = readRef(state, {alternative, identity(state, alternative)});
  refining(known.expression);
  auto index = universe_.expressions.integerOf(known.expression);
  const auto& alternatives = flow_.record(flow_.type(type).record).templateArguments;
  bool isKnown = index && *index >= 0 && static_cast<size_t>(*index) < alternatives.size();
  return isKnown ? alternatives[static_cast<size_t>(*index)] : flow::TypeId();
}

/// Leaves out the functions that do not take what is held, where one does.
void FunctionAnalysis::takeHeld(State& state, const Call& call, const models::Flow& flow,
                                std::vector<Call>& calls) {
  auto valueType = [&](flow::TypeId type) {
    flow::Type value = flow_.type(type);
    value.isConst = false;
    return value;
  };
  for (size_t i = 0; i < flow.from.size() && calls.size() > 1; ++i) {
    Refs given = portRefs(state, call, flow.from[i]);
    flow::TypeId held;
    for (const Ref& ref : given) {
      flow::TypeId type = heldType(state, ref);
      bool isOther = held && type && valueType(held) != valueType(type);
      held = isOther ? flow::TypeId() : type;
      if (!held)
        break;
    }
    if (!held)
      continue;
    auto takes = [&](const Call& back) {
      size_t index = back.arguments.size() + i;
      if (!back.callee || index >= flow_.function(back.callee).parameterCount)
        return false;
      const flow::Local& parameter = flow_.function(back.callee).locals[index];
      flow::TypeId type =
          parameter.isReference ? flow_.type(parameter.type).element : parameter.type;
      return type && valueType(type) == valueType(held);
    };
    if (llvm::any_of(calls, takes))
      std::erase_if(calls, [&](const Call& back) { return !takes(back); });
  }
}

} // namespace circumspect::analysis
