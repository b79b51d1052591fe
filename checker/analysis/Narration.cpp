#include "checker/analysis/Narration.h"
#include "llvm/ADT/Twine.h"

namespace circumspect::analysis {

using Kind = Trace::Kind;

void Narration::add(flow::Location location, std::string note) {
  bool isSame = !steps_.empty() && steps_.back().note == note;
  if (!isSame && steps_.size() < maxSteps)
    steps_.push_back({location, std::move(note)});
}

static std::string inCode(llvm::StringRef text) {
  return ("`" + llvm::Twine(text) + "`").str();
}

static std::string shortName(const flow::Program& program, flow::FunctionId function) {
  return (llvm::Twine(program.text(program.function(function).qualifiedName)) + "()").str();
}

std::string Narration::calleeOf(const Trace& step) const {
  if (!step.instruction || !step.instruction->callee)
    return "an unknown function";
  return shortName(program_.flow, step.instruction->callee);
}

std::string Narration::targetOf(const Trace& step) const {
  const flow::Program& flow = program_.flow;
  if (!step.instruction || !step.instruction->target)
    return "";
  const flow::Place& place = *step.instruction->target;
  for (auto at = place.path.rbegin(); at != place.path.rend(); ++at)
    if (at->kind == flow::Step::Kind::Field)
      return flow.text(flow.field(at->field).name).str();
  if (place.root.kind == flow::Root::Kind::Global)
    return flow.text(flow.global(flow::GlobalId{place.root.index}).display).str();
  return flow.text(flow.function(step.function).locals[place.root.index].name).str();
}

std::string Narration::parameterOf(const Trace& entry) const {
  const Memory& memory = program_.universe.memory;
  const Object& o = memory.object(memory.start(memory[entry.detail].object));
  const flow::Function& callee = program_.flow.function(entry.function);
  if (o.kind != ObjectKind::Local || o.a >= callee.parameterCount)
    return "";
  if (callee.locals[o.a].kind == flow::LocalKind::This)
    return "its object";
  std::string name = program_.flow.text(callee.locals[o.a].name).str();
  return name.empty() ? "" : "'" + name + "'";
}

void Narration::enter(const Trace& step, unsigned depth) {
  const Trace* first = step.inner;
  while (first && (first->before || (first->kind == Kind::Enter && first->inner)))
    first = first->before ? first->before : first->inner;
  bool isHandedOver = step.before && first && first->kind == Kind::Entry && step.instruction;
  if (isHandedOver && step.inner) {
    const Trace* start = step.inner;
    while (start->before)
      start = start->before;
    std::string name = start->kind == Kind::Entry ? parameterOf(*start) : "";
    std::string note = "is passed to " + shortName(program_.flow, start->function);
    if (!name.empty())
      note += " as " + name;
    add(step.instruction->location, std::move(note));
  }
  follow(step.inner, depth + 1);
}

void Narration::tellStep(const Trace& step, unsigned depth) {
  flow::Location location = step.instruction ? step.instruction->location : flow::Location();
  functions_.insert(step.function);
  switch (step.kind) {
  case Kind::Entry:
    break; // told where it is passed
  case Kind::Source: {
    const SourceOrigin& origin = program_.universe.origins[step.detail];
    add(origin.location,
        inCode(program_.universe.names[flow::NameId{origin.text}]) + " is read here");
    break;
  }
  case Kind::Assign:
    if (std::string target = targetOf(step); !target.empty())
      add(location, "is put into '" + target + "'");
    break;
  case Kind::Enter:
    enter(step, depth);
    break;
  case Kind::Returned:
    add(location, "is returned");
    break;
  case Kind::Through:
    add(location, "passes through " + calleeOf(step));
    break;
  case Kind::Unmodelled:
    add(location, "passes through " + calleeOf(step) + ", of which nothing is known");
    unmodelled_.insert(calleeOf(step));
    break;
  case Kind::Transform:
    add(location, "is reduced by " + calleeOf(step));
    break;
  case Kind::Stored: {
    std::string where = roots_.cellText(step.function, step.detail);
    add(program_.flow.function(step.function).location,
        "is left in " + inCode(where) + ", where " + shortName(program_.flow, step.function) +
            " may find it");
    follow(step.inner, depth + 1);
    break;
  }
  }
}

void Narration::follow(const Trace* last, unsigned depth) {
  if (depth > 32)
    return;
  std::vector<const Trace*> chain;
  for (const Trace* step = last; step && chain.size() < 256; step = step->before)
    chain.push_back(step);
  for (auto step = chain.rbegin(); step != chain.rend() && steps_.size() < maxSteps; ++step)
    tellStep(**step, depth);
}

void Narration::tell(const Arrival& arrival, const SinkEvent& event, Datum& datum) {
  steps_.clear();
  unmodelled_.clear();
  functions_ = {event.function};
  const SourceOrigin& origin = program_.universe.origins[arrival.origin];
  datum.origin = program_.universe.names[flow::NameId{origin.text}].str();
  datum.source = origin.location;
  add(origin.location, inCode(datum.origin) + " is read here");
  follow(arrival.trace, 0);
  std::string sink = "reaches " + shortName(program_.flow, event.callee);
  steps_.push_back({event.call->location, std::move(sink)});
  datum.path = std::move(steps_);

  datum.confidence = unmodelled_.empty()       ? Confidence::High
                     : unmodelled_.size() == 1 ? Confidence::Medium
                                               : Confidence::Low;
  for (const std::string& name : unmodelled_)
    datum.reason += (datum.reason.empty() ? "passes through " : ", ") + name;
  if (!datum.reason.empty())
    datum.reason += ", of which nothing is known";
  for (flow::FunctionId f : functions_)
    if (const Ledger::Cut* cut = program_.cutIn(f)) {
      datum.confidence = Confidence::Low;
      datum.reason += (datum.reason.empty() ? "" : "; ");
      datum.reason += "the analysis of " + cut->function + " was cut short: " + cut->bound;
      break;
    }
}

} // namespace circumspect::analysis
