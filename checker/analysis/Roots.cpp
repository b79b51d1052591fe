#include "checker/analysis/Roots.h"

namespace circumspect::analysis {

using flow::FunctionId;
using flow::TypeKind;

static const Context noContext;
/// Sites from here on are not instructions: another root's run.
static constexpr uint32_t foreignSites = 1U << 30;

Roots::Roots(Interprocedural& program) : program_(program), universe_(program.universe) {
  for (FunctionId f : program.graph.bottomUp()) {
    const flow::Function& function = program.flow.function(f);
    bool isClosure = function.record && program.flow.record(function.record).isClosure;
    // A closure is made in one place: where its calls are found, they say what it is given.
    bool isRoot =
        isClosure ? !program.wasCalled(f) : program.graph.isRoot(f) || function.isAddressTaken;
    if (isRoot && program.relevance.concerns(f))
      functions_.push_back(f);
  }
}

Roots::~Roots() = default;

FunctionAnalysis& Roots::at(FunctionId root) {
  if (!current_ || currentRoot_ != root) {
    current_ = std::make_unique<FunctionAnalysis>(program_, root, noContext);
    currentRoot_ = root;
  }
  return *current_;
}

std::string Roots::cellText(FunctionId root, CellId cell) {
  return at(root).cellText(cell);
}

void Roots::run() {
  for (unsigned round = 0;; ++round) {
    bool changed = false;
    for (FunctionId root : functions_) {
      const Summary& summary = program_.summary(root, noContext);
      if (summary.returns)
        changed |= keep(root, summary.exit);
      if (summary.throws)
        changed |= keep(root, summary.thrown);
    }
    if (!changed)
      return;
    if (round == maxRounds) {
      FunctionId last = functions_.back();
      program_.cut("rounds of what functions leave to each other", last,
                   program_.flow.function(last).location);
      return;
    }
  }
}

bool Roots::outlivesCalls(FunctionId root, ObjectId object) const {
  const Object& start = universe_.memory.object(universe_.memory.start(object));
  if (start.kind == ObjectKind::Global)
    return true;
  return start.kind == ObjectKind::Local && start.a == 0 &&
         program_.flow.function(root).hasObject() &&
         universe_.memory.object(object).kind == ObjectKind::Initial;
}

bool Roots::keep(FunctionId root, const State& state) {
  bool changed = false;
  state.objects.forEach([&](ObjectId object, const std::shared_ptr<Contents>& contents) {
    if (!outlivesCalls(root, object))
      return;
    for (const auto& [path, value] : *contents) {
      CellId cell = universe_.memory.cell(object, path);
      for (const Taint& t : value.taints) {
        const Label& label = universe_.labels[t.label];
        if (label.isInputOf(cell))
          continue; // as it was
        bool isCopy = !label.isSource && at(root).typeOf(cell) &&
                      at(root).typeOf(cell) == at(root).typeOf(label.cell);
        for (Arrival& arrival : arrivals(root, {t})) {
          arrival.condition = universe_.formulas.conjunction(arrival.condition, state.condition);
          CellId part = cell;
          for (PathElement element : isCopy ? arrival.below : decltype(arrival.below)())
            part = universe_.memory.child(part, element);
          arrival.below.clear();
          changed |= keep(root, part, arrival);
        }
      }
    }
  });
  return changed;
}

bool Roots::keep(FunctionId root, CellId cell, Arrival arrival) {
  const Cell c = universe_.memory[cell];
  arrival.condition = foreignFormula(root, arrival.condition);
  arrival.subject = foreign(root, arrival.subject);
  if (arrival.condition == Formulas::no)
    return false;
  std::vector<Arrival>& there = kept_[c.object][c.path];
  auto widen = [&](Arrival& other) {
    FormulaId either = universe_.formulas.bounded(
        universe_.formulas.disjunction(other.condition, arrival.condition));
    return std::exchange(other.condition, either) != either;
  };
  Arrival* last = nullptr;
  unsigned alike = 0;
  for (Arrival& other : there) {
    if (other.category != arrival.category)
      continue;
    if (other.subject == arrival.subject && other.origin == arrival.origin)
      return widen(other);
    last = &other;
    ++alike;
  }
  if (alike < maxApart) {
    there.push_back(arrival);
    return true;
  }
  bool wasSomebodys = std::exchange(last->subject, Expressions::unknown) != Expressions::unknown;
  return widen(*last) || wasSomebodys;
}

/// What `e` named in an earlier run of `root`: nothing that the same words name in another run.
ExpressionId Roots::foreign(FunctionId root, ExpressionId e) {
  const Expression x = universe_.expressions[e];
  bool isForeign = x.kind == ExpressionKind::Instance && x.a >= foreignSites;
  if (isForeign || e == Expressions::unknown)
    return e;
  return universe_.expressions.make(ExpressionKind::Instance, foreignSites + root.index, e);
}

FormulaId Roots::foreignFormula(FunctionId root, FormulaId f) {
  return universe_.formulas.substitute(f, [&](AtomId atom) {
    AtomKey key = universe_.formulas.key(atom);
    AtomKey now{key.condition, foreign(root, key.about)};
    universe_.askedAgain(key, now);
    return universe_.formulas.atom(now);
  });
}

std::vector<Arrival> Roots::arrivals(FunctionId root, const Taints& taints) {
  std::vector<Arrival> result;
  for (const Taint& t : taints) {
    const Label label = universe_.labels[t.label];
    if (label.isSource) {
      result.push_back({label.category, label.subject, label.origin, t.condition, t.trace});
      continue;
    }
    std::vector<Arrival> found;
    addInput(root, t, found);
    for (Arrival& arrival : found) {
      if (label.category) // it became something else on the way
        arrival.category = label.category - 1;
      result.push_back(arrival);
    }
  }
  return result;
}

void Roots::addInput(FunctionId root, const Taint& taint, std::vector<Arrival>& into) {
  CellId cell = universe_.labels[taint.label].cell;
  addAnnotated(root, taint, cell, into);
  addMembers(root, taint, cell, at(root).typeOf(cell), 0, into);
  addKept(root, taint, into);
}

void Roots::addSources(FunctionId root, const Taint& taint, llvm::ArrayRef<std::string> data,
                       CellId cell, ExpressionId subject, std::vector<Arrival>& into) {
  if (data.empty())
    return;
  const Trace* start = taint.trace;
  while (start && start->before)
    start = start->before;
  flow::Location where = start && start->instruction ? start->instruction->location
                                                     : program_.flow.function(root).location;
  uint32_t origin = universe_.origin(universe_.name(cellText(root, cell)), where);
  for (const std::string& category : data)
    into.push_back({universe_.name(category), subject, origin, taint.condition, taint.trace});
}

/// The nearest part of the access path that is said to hold data says what its parts hold.
void Roots::addAnnotated(FunctionId root, const Taint& taint, CellId cell,
                         std::vector<Arrival>& into) {
  auto& memory = universe_.memory;
  ExpressionId subject = universe_.labels[taint.label].subject;
  bool crossedMember = false;
  for (CellId at = cell;;) {
    const Cell c = memory[at];
    llvm::ArrayRef<std::string> data = this->at(root).dataOf(at);
    if (c.path == 0) {
      const Object& o = memory.object(c.object);
      if (!data.empty() && at != cell) // the whole is known to the function's own analysis
        return addSources(root, taint, data, at,
                          universe_.expressions.make(ExpressionKind::Initial, at), into);
      if (o.kind != ObjectKind::Initial || crossedMember)
        return;
      at = o.a;
      continue;
    }
    if (!data.empty()) {
      if (at != cell || subject == Expressions::unknown)
        subject = this->at(root).identity(State(), memory.parent(at));
      return addSources(root, taint, data, at, subject, into);
    }
    crossedMember |= memory.last(c.path).kind == ElementKind::Field;
    at = memory.parent(at);
  }
}

/// A whole record: all that its members are said to hold.
void Roots::addMembers(FunctionId root, const Taint& taint, CellId cell, flow::TypeId type,
                       unsigned depth, std::vector<Arrival>& into) {
  if (!type || depth > maxDepth)
    return;
  const flow::Type& t = program_.flow.type(type);
  auto& memory = universe_.memory;
  if (!program_.relevance.leadsToData(type))
    return;
  size_t known = into.size();
  auto addParts = [&](CellId part, flow::TypeId partType) { // of no member that is known
    addMembers(root, taint, part, partType, depth + 1, into);
    for (size_t i = known; i < into.size(); ++i)
      into[i].below.clear();
  };
  bool isFollowed = depth == 0 || universe_.labels[taint.label].isReach;
  if (t.kind == TypeKind::Pointer && isFollowed)
    return addParts(memory.cell(memory.initial(cell)), t.element);
  if (t.kind == TypeKind::Array)
    return addParts(memory.child(cell, {ElementKind::Any, 0}), t.element);
  if (t.kind != TypeKind::Record)
    return;
  if (!program_.flow.record(t.record).inProject && !program_.library.holdsData(t.record))
    return addParts(memory.child(cell, {ElementKind::Any, 0}), at(root).elementType(type));
  for (flow::RecordId record : program_.flow.withBases(t.record))
    for (flow::FieldId field : program_.flow.record(record).fields) {
      if (into.size() > maxMembers)
        return program_.cut("members of one record", root, program_.flow.function(root).location);
      PathElement member{ElementKind::Field, field.index};
      CellId part = memory.child(cell, member);
      known = into.size();
      addSources(root, taint, program_.library.data(field), part, at(root).identity(State(), cell),
                 into);
      addMembers(root, taint, part, program_.flow.field(field).type, depth + 1, into);
      for (size_t i = known; i < into.size(); ++i)
        into[i].below.insert(into[i].below.begin(), member);
    }
}

void Roots::addKept(FunctionId root, const Taint& taint, std::vector<Arrival>& into) {
  auto& memory = universe_.memory;
  const Cell c = memory[universe_.labels[taint.label].cell];
  auto object = kept_.find(c.object);
  if (object == kept_.end() || !outlivesCalls(root, c.object))
    return;
  size_t known = into.size();
  for (const auto& [path, arrivals] : object->second) {
    if (!memory.mayOverlap(path, c.path))
      continue;
    for (const Arrival& kept : arrivals) {
      // A member that is said to hold this category holds it whoever wrote it.
      if (std::any_of(into.begin(), into.begin() + static_cast<ptrdiff_t>(known),
                      [&](const Arrival& a) { return a.category == kept.category; }))
        continue;
      Arrival again = kept;
      again.condition = universe_.formulas.conjunction(kept.condition, taint.condition);
      uint32_t length = kept.trace ? kept.trace->length : 0;
      again.trace = universe_.trace({Trace::Kind::Stored, kept.trace, taint.trace, nullptr, root,
                                     universe_.labels[taint.label].cell, length + 1});
      into.push_back(again);
    }
  }
}

} // namespace circumspect::analysis
