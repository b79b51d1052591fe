// What a model has its function call: the constructor of an object that it makes, and the callables
// that it is given.
#include "checker/analysis/Call.h"

namespace circumspect::analysis {

using models::Port;

// The class of the object in a cell, as far as it is known.
flow::RecordId FunctionAnalysis::recordOf(const State& state, CellId cell) {
  if (Value value = read(state, cell); value.classes.size() == 1)
    return value.classes.front();
  flow::TypeId type = typeOf(cell);
  return type && flow_.type(type).kind == flow::TypeKind::Record ? flow_.type(type).record
                                                                 : flow::RecordId{};
}

void FunctionAnalysis::construct(State& state, State& before, const Call& call,
                                 const models::Flow& flow) {
  if (instruction_->constructs && call.callee == instruction_->callee) {
    Call constructor;
    constructor.callee = instruction_->constructs;
    return callConstructor(state, constructor, call.arguments, portRefs(state, call, *flow.to));
  }
  // An object of a library's class, or a number: a copy of one argument of its own type, else
  // derived from all arguments.
  models::Flow part = flow;
  Refs from = portRefs(before, call, flow.from.front());
  flow::RecordId made;
  for (const Ref& ref : portRefs(state, call, *flow.to))
    made = recordOf(state, ref.cell);
  bool isCopy = from.size() == 1 && (!made || recordOf(before, from.front().cell) == made);
  part.kind = isCopy ? models::Flow::Kind::Value : models::Flow::Kind::Taint;
  if (!isCopy)
    clear(state, portRefs(state, call, *flow.to));
  applyFlow(state, before, call, part);
  part.kind = models::Flow::Kind::Taint;
  part.from.front().path.push_back({models::PortStep::Kind::Pointee, "", {}, 0});
  applyFlow(state, before, call, part);
}

void FunctionAnalysis::callBack(State& state, const Call& call, const models::Flow& flow) {
  std::vector<Call> calls;
  for (const Ref& ref : portRefs(state, call, flow.callable))
    resolveCallable(state, ref, calls);
  if (calls.empty())
    calls.emplace_back();
  uint32_t scratch = ~0U - 100;
  auto temporary = [&](Tree tree) { return hold(state, scratch--, std::move(tree)); };
  for (Call& back : calls) {
    back.depth = call.depth + 1;
    const flow::Function* callee = back.callee ? &flow_.function(back.callee) : nullptr;
    for (const Port& port : flow.from) {
      Argument argument;
      argument.refs = portRefs(state, call, port);
      size_t index = back.arguments.size();
      const flow::Local* parameter =
          callee && index < callee->parameterCount ? &callee->locals[index] : nullptr;
      bool isObject = parameter && parameter->kind == flow::LocalKind::This &&
                      llvm::none_of(argument.refs, [&](const Ref& ref) {
                        return pointee(typeOf(ref.cell)) || !readRef(state, ref).targets.empty();
                      });
      // std::ref: what is passed for a reference already is one.
      bool isWrapped =
          parameter && parameter->isReference && !pointee(pointee(parameter->type)) &&
          llvm::all_of(argument.refs, [&](const Ref& ref) {
            flow::RecordId record = recordOf(state, ref.cell);
            return (!record || library_.isPointer(record)) && !readRef(state, ref).targets.empty();
          });
      if (isObject || (parameter && parameter->isReference && !isWrapped)) {
        Value pointer;
        for (const Ref& ref : argument.refs)
          unite(pointer.targets, {ref.cell});
        argument.refs = temporary(leaf(std::move(pointer)));
      }
      back.arguments.push_back(std::move(argument));
    }
    if (callee && back.arguments.size() < callee->parameterCount)
      continue; // a model that passes too few arguments to this callable
    back.resultType = callee ? callee->resultType : flow::TypeId{};
    back.result = temporary(leaf(Value()));
    applyCall(state, back);
    if (!flow.to)
      continue;
    Refs produced =
        callee && callee->returnsReference ? follow(state, back.result, {}) : back.result;
    Refs to = portRefs(state, call, *flow.to);
    for (const Ref& ref : produced) {
      Tree tree = readTree(state, ref);
      write(state, to, std::move(tree), flow.to->path.empty());
    }
  }
}

} // namespace circumspect::analysis
