#include "checker/analysis/Join.h"
#include "llvm/ADT/STLExtras.h"
#include <algorithm>

namespace circumspect::analysis {

bool addTaint(Universe& universe, Taints& taints, const Taint& taint) {
  return addTaint(universe, taints, taint, [&] { return taint.trace; });
}

bool addTaint(Universe& universe, Taints& taints, Taint taint,
              llvm::function_ref<const Trace*()> trace) {
  if (taint.condition == Formulas::no)
    return false;
  auto at = std::lower_bound(taints.begin(), taints.end(), taint.label,
                             [](const Taint& t, LabelId label) { return t.label < label; });
  if (at == taints.end() || at->label != taint.label) {
    taint.trace = trace();
    taints.insert(at, taint);
    return true;
  }
  FormulaId both =
      universe.formulas.bounded(universe.formulas.disjunction(at->condition, taint.condition));
  if (both == at->condition)
    return false;
  at->condition = both;
  return true;
}

void addTaints(Universe& universe, Taints& taints, const Taints& more) {
  for (const Taint& t : more)
    addTaint(universe, taints, t);
}

/// The cell from which another was reached on entry.
static CellId startOf(Memory& memory, CellId cell) {
  return memory.cell(memory.start(memory[cell].object));
}

/// Leaves out what the label of all that can be reached from a cell says already, so that a set of
/// labels that was folded stays as it is when more of the same is added.
static void dropCovered(const Universe& universe, Taints& taints) {
  auto label = [&](const Taint& t) -> const Label& { return universe.labels[t.label]; };
  llvm::SmallVector<Taint, 8> wholes;
  for (const Taint& t : taints)
    if (label(t).isReach)
      wholes.push_back(t);
  if (wholes.empty())
    return;
  std::erase_if(taints, [&](const Taint& t) {
    const Label& part = label(t);
    return !part.isSource && llvm::any_of(wholes, [&](const Taint& whole) {
      const Label& all = label(whole);
      return whole.label != t.label && all.category == part.category &&
             (whole.condition == Formulas::yes || whole.condition == t.condition) &&
             universe.memory.isReachedThrough(all.cell, part.cell);
    });
  });
}

void fold(Universe& universe, Taints& taints) {
  constexpr size_t maxLabels = 24;
  dropCovered(universe, taints);
  if (taints.size() <= maxLabels)
    return;
  auto count = [&](bool isSource) {
    return static_cast<size_t>(llvm::count_if(
        taints, [&](const Taint& t) { return universe.labels[t.label].isSource == isSource; }));
  };
  bool manyInputs = count(false) > maxLabels, manySources = count(true) > maxLabels;
  if (!manyInputs && !manySources)
    return;
  Taints folded;
  for (Taint t : taints) {
    const Label label = universe.labels[t.label];
    if (label.isSource && manySources) // whose it is, is given up
      t.label = universe.source(label.category, Expressions::unknown, label.origin);
    else if (!label.isSource && manyInputs)
      t.label = universe.reach(startOf(universe.memory, label.cell), label.category);
    addTaint(universe, folded, t);
  }
  taints = std::move(folded);
}

/// Names the places whose content on entry a value may be by unknown elements, so that many
/// elements are one place.
static void generalise(Universe& universe, Value& value) {
  SortedSet<CellId> places;
  std::map<CellId, CellId> general;
  for (CellId cell : value.entry) {
    general[cell] = universe.memory.withAnyElement(cell);
    unite(places, {general[cell]});
  }
  Taints taints;
  for (Taint t : value.taints) {
    const Label label = universe.labels[t.label];
    if (auto at = general.find(label.cell); at != general.end() && label.isInputOf(at->first))
      t.label = universe.input(at->second, label.subject, label.category);
    addTaint(universe, taints, t);
  }
  value.taints = std::move(taints);
  value.entry = std::move(places);
}

/// A value that may be what many places held is one that may be derived from all of them.
static void uniteEntry(Universe& universe, Value& a, const Value& b) {
  constexpr size_t maxPlaces = 12;
  unite(a.entry, b.entry);
  if (a.entry.size() <= maxPlaces)
    return;
  generalise(universe, a);
  if (a.entry.size() <= maxPlaces)
    return;
  universe.hasLostPlaces = true;
  for (CellId cell : a.entry)
    addTaint(universe, a.taints, {universe.reach(startOf(universe.memory, cell)), Formulas::yes});
  fold(universe, a.taints);
  a.entry.clear();
}

static void uniteReferences(Universe& universe, Value& a, const Value& b) {
  unite(a.targets, b.targets);
  uniteEntry(universe, a, b);
  unite(a.functions, b.functions);
  unite(a.classes, b.classes);
  a.isSettled = a.isSettled && b.isSettled;
}

Value either(Universe& universe, Value a, const Value& b) {
  addTaints(universe, a.taints, b.taints);
  uniteReferences(universe, a, b);
  if (a.expression != b.expression)
    a.expression = Expressions::unknown;
  return a;
}

namespace {

/// Joins what two ways, reached under the conditions `whenA` and `whenB`, say of one cell.
class Joiner {
public:
  Joiner(Universe& universe, const State& a, const State& b, const JoinPoint& point)
      : universe_(universe), a_(a), b_(b), point_(point) {}

  State run() {
    State result;
    result.condition = universe_.formulas.disjunction(a_.condition, b_.condition);
    using Shared = std::shared_ptr<Contents>;
    static const Contents nothing;
    auto both = [&](ObjectId o, const Shared& x, const Shared& y) {
      return contents(o, x, x.get(), y.get());
    };
    auto left = [&](ObjectId o, const Shared& x) { return contents(o, x, x.get(), &nothing); };
    auto right = [&](ObjectId o, const Shared& y) { return contents(o, y, &nothing, y.get()); };
    result.objects = decltype(result.objects)::merge(a_.objects, b_.objects, both, left, right);
    return result;
  }

private:
  /// Returns `keep` itself where the joined contents are equal to it, so that trees stay shared.
  std::shared_ptr<Contents> contents(ObjectId object, const std::shared_ptr<Contents>& keep,
                                     const Contents* x, const Contents* y) {
    if (x == y)
      return keep;
    Contents merged;
    size_t i = 0, j = 0;
    while (i < x->size() || j < y->size()) {
      bool hasX = i < x->size() && (j == y->size() || (*x)[i].first <= (*y)[j].first);
      bool hasY = j < y->size() && (i == x->size() || (*y)[j].first <= (*x)[i].first);
      PathId path = hasX ? (*x)[i].first : (*y)[j].first;
      CellId cell = universe_.memory.cell(object, path);
      merged.emplace_back(path, value(cell, hasX ? (*x)[i].second : absent(a_, cell),
                                      hasY ? (*y)[j].second : absent(b_, cell)));
      i += hasX;
      j += hasY;
    }
    return merged == *keep ? keep : std::make_shared<Contents>(std::move(merged));
  }

  /// What is written nowhere: to an unknown element, nothing.
  Value absent(const State& state, CellId cell) {
    if (!universe_.memory.isVague(universe_.memory[cell].path))
      return point_.absent(state, cell);
    Value nothing;
    nothing.isSettled = true;
    nothing.expression = universe_.expressions.undefined();
    return nothing;
  }

  Value value(CellId cell, const Value& x, const Value& y) {
    if (x == y)
      return x;
    Value result;
    result.taints = x.taints == y.taints ? x.taints : taints(x.taints, y.taints);
    result.isSettled = x.isSettled;
    result.targets = x.targets;
    result.entry = x.entry;
    result.functions = x.functions;
    result.classes = x.classes;
    uniteReferences(universe_, result, y);
    result.expression =
        x.expression == y.expression ? x.expression : expression(cell, x.expression, y.expression);
    return result;
  }

  Taints taints(const Taints& x, const Taints& y) {
    auto& formulas = universe_.formulas;
    Taints result;
    for (size_t i = 0, j = 0; i < x.size() || j < y.size();) {
      bool hasX = i < x.size() && (j == y.size() || x[i].label <= y[j].label);
      bool hasY = j < y.size() && (i == x.size() || y[j].label <= x[i].label);
      Taint t = hasX ? x[i] : y[j];
      if (!hasX || !hasY || x[i].condition != y[j].condition) {
        FormulaId fromX = hasX ? formulas.conjunction(x[i].condition, a_.condition) : Formulas::no;
        FormulaId fromY = hasY ? formulas.conjunction(y[j].condition, b_.condition) : Formulas::no;
        t.condition = formulas.bounded(formulas.disjunction(fromX, fromY));
      }
      if (t.condition != Formulas::no)
        result.push_back(t);
      i += hasX;
      j += hasY;
    }
    fold(universe_, result);
    return result;
  }

  ExpressionId expression(CellId cell, ExpressionId x, ExpressionId y) {
    auto isUndefined = [&](ExpressionId e) {
      return universe_.expressions[e].kind == ExpressionKind::Undefined;
    };
    if (isUndefined(x) || isUndefined(y))
      return isUndefined(x) ? y : x;
    ExpressionId phi = point_.phi(cell);
    if (x == phi || y == phi)
      return phi;
    if (point_.keepsCases) {
      std::vector<Case> list;
      if (addCases(list, x, a_.condition) && addCases(list, y, b_.condition))
        if (ExpressionId e = universe_.expressions.cases(std::move(list));
            e != Expressions::unknown)
          return e;
    }
    return phi;
  }

  bool addCases(std::vector<Case>& list, ExpressionId e, FormulaId when) {
    auto& expressions = universe_.expressions;
    auto& formulas = universe_.formulas;
    if (expressions.isConstant(e)) {
      list.emplace_back(when, e);
      return true;
    }
    if (expressions[e].kind == ExpressionKind::Answer)
      e = expressions.fromTruth(*expressions.truth(e));
    if (expressions[e].kind != ExpressionKind::Cases)
      return false;
    for (const auto& [under, constant] : expressions.casesOf(e))
      list.emplace_back(formulas.conjunction(under, when), constant);
    return true;
  }

  Universe& universe_;
  const State& a_;
  const State& b_;
  const JoinPoint& point_;
};

} // namespace

State join(Universe& universe, const State& a, const State& b, const JoinPoint& point) {
  return Joiner(universe, a, b, point).run();
}

} // namespace circumspect::analysis
