#include "policy/encode/Widening.h"

#include "llvm/ADT/STLExtras.h"

#include <functional>
#include <set>

namespace circumspect::policy {

using std::vector;

// In the order in which they are dropped: conditions first, since a region reads best without them;
// of several bounds on one quantity the tightest first.
vector<Widening::Part> Widening::partsOf(const Request& request) {
  vector<Part> parts;
  for (unsigned i = 0; i < request.conditions.size(); ++i)
    parts.push_back({Part::Type::Condition, i, request.conditions[i]});
  for (unsigned i = 0; i < request.quantities.size(); ++i) {
    const std::set<int64_t>& bounds = slices_.quotient().thresholds(i);
    for (int64_t bound : bounds)
      if (request.quantities[i] <= bound)
        parts.push_back({Part::Type::AtMost, i, bound});
    for (int64_t bound : llvm::reverse(bounds))
      if (request.quantities[i] > bound)
        parts.push_back({Part::Type::AtLeast, i, bound + 1});
  }
  for (Kind kind : {Kind::Channel, Kind::Purpose, Kind::Data}) {
    if (kind == Kind::Data && !within_ && !isSingle(request))
      continue;
    for (unsigned block = 0; block < slices_.quotient().blocks(kind).size(); ++block)
      if (isAsked(kind, block) &&
          (kind == Kind::Data ? !llvm::is_contained(request.data, block) : block != request[kind]))
        parts.push_back({Part::Type::Not, block, 0, kind});
  }
  if (isSingle(request))
    parts.push_back({Part::Type::OneCategory});
  else
    for (unsigned block : request.data)
      parts.push_back({Part::Type::Data, block, 0, Kind::Data, {block}});
  return parts;
}

z3::expr Widening::literal(const Slice& slice, const Part& part) {
  switch (part.type) {
  case Part::Type::Condition:
    return part.value ? slice->condition(part.index) : !slice->condition(part.index);
  case Part::Type::AtMost:
    return slice->isAtMost(part.index, part.value);
  case Part::Type::AtLeast:
    return !slice->isAtMost(part.index, part.value - 1);
  case Part::Type::Not:
    return !slice->isUnder(part.kind, part.index);
  case Part::Type::OneCategory:
    return slice->isOfOneCategory();
  case Part::Type::Data:
    break;
  }
  if (part.alternatives.size() == 1)
    return slice->has(part.alternatives.front());
  auto key = std::pair<const Section*, vector<unsigned>>(&*slice, part.alternatives);
  auto known = alternatives_.find(key);
  if (known == alternatives_.end())
    known =
        alternatives_
            .emplace(key, slice->fresh("alternatives", slice->part(Kind::Data, part.alternatives)))
            .first;
  return known->second;
}

// The requests at which the claim fails; as a diagram, if that can be made.
Widening::Asked& Widening::asked(unsigned number) {
  std::optional<Asked>& asked = asked_[number];
  if (asked)
    return *asked;
  Slice slice = slices_[number];
  std::optional<z3::expr> claim = claim_.formula(slice);
  std::optional<z3::expr> within = within_ ? within_.formula(slice) : std::nullopt;
  z3::expr fails = claim ? !*claim : slice->context().bool_val(true);
  if (within_)
    fails = within ? *within && fails : slice->context().bool_val(false);
  asked.emplace(Asked{fails, std::nullopt, std::nullopt});
  if (SliceDiagram* diagram = slices_.diagram(number)) {
    Diagram::Node set = diagram->conjoin(diagram->wellFormed(), diagram->compile(fails));
    if (!diagram->isTooLarge())
      asked->meeting.emplace(*diagram, set);
  }
  return *asked;
}

static void set(Box& box, unsigned variable, bool value) {
  box.values[variable] = value ? Box::Value::Yes : Box::Value::No;
}

// The requests that have all of the parts; nothing where that is no box.
std::optional<Box> Widening::box(const SliceDiagram& diagram, const vector<Part>& parts) const {
  Box box;
  box.values.assign(diagram.variables(), Box::Value::Either);
  std::set<unsigned> needed;
  for (const Part& part : parts)
    switch (part.type) {
    case Part::Type::Condition:
      set(box, diagram.condition(part.index), part.value != 0);
      break;
    case Part::Type::AtMost:
      set(box, diagram.atMost(part.index, part.value), true);
      break;
    case Part::Type::AtLeast:
      set(box, diagram.atMost(part.index, part.value - 1), false);
      break;
    case Part::Type::Not:
      set(box, diagram.block(part.kind, part.index), false);
      break;
    case Part::Type::OneCategory:
      box.data = Box::Data::ExactlyOne;
      break;
    case Part::Type::Data:
      box.oneOfEach.push_back(part.alternatives);
      needed.insert(part.alternatives.begin(), part.alternatives.end());
      break;
    }
  if (!within_ && !needed.empty())
    for (unsigned block = 0; block < slices_.quotient().blocks(Kind::Data).size(); ++block)
      if (!needed.count(block))
        set(box, diagram.block(Kind::Data, block), false);
  if (box.oneOfEach.size() > Box::mostSets)
    return std::nullopt;
  return box;
}

bool Widening::holds(unsigned number, const vector<Part>& parts, vector<bool>* core) {
  if (within_.scope && !slices_.isAbout(*within_.scope, number))
    return true;
  vector<bool> ignored;
  vector<bool>& needed = core ? *core : ignored;
  if (std::optional<Meeting>& meeting = asked(number).meeting)
    if (std::optional<Box> box = this->box(meeting->diagram(), parts)) {
      needed.assign(parts.size(), true);
      return !meeting->meets(*box);
    }
  return refutes(number, parts, needed);
}

// The same by the solver.
bool Widening::refutes(unsigned number, const vector<Part>& parts, vector<bool>& core) {
  Slice slice = slices_[number];
  Asked& asked = this->asked(number);
  if (!asked.symbol)
    asked.symbol = slice->fresh("refuted", asked.fails);
  vector<z3::expr> literals;
  std::set<unsigned> needed;
  for (const Part& part : parts) {
    literals.push_back(literal(slice, part));
    needed.insert(part.alternatives.begin(), part.alternatives.end());
  }
  literals.push_back(*asked.symbol);
  if (!within_ && !needed.empty())
    for (unsigned block : slice->vocabulary()[Kind::Data].leaves())
      if (!needed.count(block))
        literals.push_back(!slice->has(block));
  Answer answer = slice->refute(literals, core);
  if (answer.isUnknown())
    undecided_ = answer.reason;
  return answer.isUnsatisfiable();
}

// Does the evaluator know of a single request that the claim does not hold for it? Then the solver
// need not be asked about a region that has it. A diagram answers as fast.
bool Widening::fails(unsigned number, const Request& request) {
  if (!claim_.evaluation || within_ || asked(number).meeting)
    return false;
  Slice slice = slices_[number];
  return isWellFormed(request, slice->vocabulary()) && !claim_.evaluation(slice, request);
}

// A request like the given one, which the region has only without the part; of several bounds on
// one quantity, that is so for the tightest.
Request Widening::against(const Part& part, Request request) const {
  switch (part.type) {
  case Part::Type::Condition:
    request.conditions[part.index] = part.value == 0;
    break;
  case Part::Type::AtMost:
    request.quantities[part.index] = part.value + 1;
    break;
  case Part::Type::AtLeast:
    request.quantities[part.index] = part.value - 1;
    break;
  case Part::Type::Not:
    if (part.kind != Kind::Data)
      request[part.kind] = part.index;
    else if (isSingle(request))
      request.data = {part.index};
    else
      request.data.insert(llvm::lower_bound(request.data, part.index), part.index);
    break;
  case Part::Type::Data:
    llvm::erase(request.data, part.index);
    break;
  case Part::Type::OneCategory:
    break;
  }
  return request;
}

// Can a request that is asked about have the block?
bool Widening::isAsked(Kind kind, unsigned block) const {
  const Quotient& quotient = slices_.quotient();
  return !within_.scope || matches(quotient.full(), kind, (*within_.scope)[kind],
                                   quotient.blocks(kind)[block].front());
}

// What stays in a region whatever the claim needs.
bool Widening::isFixed(const Part& part) const {
  return part.type == Part::Type::OneCategory || (!within_ && part.type == Part::Type::Data);
}

bool Widening::isBound(const Part& part) {
  return part.type == Part::Type::AtMost || part.type == Part::Type::AtLeast;
}

void Widening::minimise(unsigned slice, const Request& request, vector<Part>& parts) {
  auto keep = [this](vector<Part>& from, const vector<bool>& core) {
    vector<Part> kept;
    for (size_t i = 0; i < from.size(); ++i)
      if (core[i] || isFixed(from[i]))
        kept.push_back(std::move(from[i]));
    from = std::move(kept);
  };
  vector<bool> core;
  if (!holds(slice, parts, &core))
    return; // only where the solver did not decide
  keep(parts, core);
  for (size_t i = 0; i < parts.size();) {
    if (isFixed(parts[i])) {
      ++i;
      continue;
    }
    vector<Part> fewer = parts;
    fewer.erase(fewer.begin() + i);
    bool isImplied = i > 0 && parts[i - 1].type == parts[i].type && isBound(parts[i]) &&
                     parts[i - 1].index == parts[i].index; // by a tighter bound
    if ((isImplied || !fails(slice, against(parts[i], request))) && holds(slice, fewer, &core)) {
      // What is not in the new core goes as well, if it comes later in the order.
      for (size_t j = 0; j < i; ++j)
        core[j] = true;
      keep(fewer, core);
      parts = std::move(fewer);
    } else {
      ++i;
    }
  }
}

// As many at once as the solver takes, and else the first half and then the second.
static void addInTurn(size_t begin, size_t end, const std::function<bool(size_t, size_t)>& add) {
  if (begin == end || add(begin, end) || end - begin == 1)
    return;
  size_t middle = begin + (end - begin) / 2;
  addInTurn(begin, middle, add);
  addInTurn(middle, end, add);
}

// A category that must be there may be replaced by others with which the claim holds as well.
void Widening::extendData(unsigned slice, const Request& request, vector<Part>& parts) {
  const unsigned blocks = slices_.quotient().blocks(Kind::Data).size();
  auto isOut = [&](unsigned block) {
    return !isAsked(Kind::Data, block) || llvm::any_of(parts, [&](const Part& p) {
      return p.type == Part::Type::Not && p.kind == Kind::Data && p.index == block;
    });
  };
  for (size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].type != Part::Type::Data)
      continue;
    vector<unsigned> open; // blocks that could perhaps serve
    for (unsigned block = 0; block < blocks; ++block) {
      Request with = against(parts[i], request);
      if (!llvm::is_contained(with.data, block))
        with.data.insert(llvm::lower_bound(with.data, block), block);
      if (block != parts[i].index && !isOut(block) && !fails(slice, with))
        open.push_back(block);
    }
    addInTurn(0, open.size(), [&](size_t begin, size_t end) {
      vector<Part> other = parts;
      other[i].alternatives.insert(other[i].alternatives.end(), open.begin() + begin,
                                   open.begin() + end);
      llvm::sort(other[i].alternatives);
      if (!holds(slice, other))
        return false;
      parts = std::move(other);
      return true;
    });
  }
  if (!within_)
    return;
  // What every request of the region has anyway need not be asked for.
  unsigned allowed = 0;
  for (unsigned block = 0; block < blocks; ++block)
    allowed += !isOut(block);
  llvm::erase_if(parts, [&](const Part& part) {
    return part.type == Part::Type::Data && part.alternatives.size() == allowed;
  });
}

bool Widening::holdsFor(unsigned slice, const Request& request) {
  if (!isWellFormed(request, slices_[slice]->vocabulary()))
    return false;
  return claim_.evaluation ? claim_.evaluation(slices_[slice], request)
                           : holds(slice, partsOf(request));
}

Request Widening::withLeastData(unsigned slice, Request request) {
  for (size_t i = request.data.size(); i-- > 0 && request.data.size() > 1;) {
    Request less = request;
    less.data.erase(less.data.begin() + i);
    if (holdsFor(slice, less))
      request = std::move(less);
  }
  return request;
}

Region Widening::widen(unsigned number, const Request& request) {
  Slice slice = slices_[number];
  vector<Part> parts = partsOf(request);
  minimise(number, request, parts);
  extendData(number, request, parts);

  vector<bool> actions(slices_.actions()), recipients(slices_.recipients());
  unsigned action = slice.actionBlock();
  actions[action] = recipients[slice.recipientBlock()] = true;
  auto numberOf = [&](unsigned a, unsigned r) { return a * slices_.recipients() + r; };
  auto reaches = [&](unsigned a, unsigned r) {
    return !fails(numberOf(a, r), request) && holds(numberOf(a, r), parts);
  };
  for (unsigned r = 0; r < recipients.size(); ++r)
    if (!recipients[r] && reaches(action, r))
      recipients[r] = true;
  for (unsigned a = 0; a < actions.size(); ++a) {
    bool isAlike = !actions[a];
    for (unsigned r = 0; r < recipients.size() && isAlike; ++r)
      isAlike = !recipients[r] || reaches(a, r);
    if (isAlike)
      actions[a] = true;
  }
  Region region = this->region(parts, actions, recipients);
  if (!within_) {
    if (region.with.empty())
      region.with = {region[Kind::Data]};
    region[Kind::Data] = slices_.vocabulary()[Kind::Data].leaves().vec();
  }
  return region;
}

Region Widening::region(const vector<Part>& parts, const vector<bool>& actions,
                        const vector<bool>& recipients) {
  const Quotient& quotient = slices_.quotient();
  Region region = everything(slices_.vocabulary());
  auto remove = [&](Kind kind, unsigned block) {
    llvm::erase_if(region[kind],
                   [&](unsigned leaf) { return quotient.blockOf(kind, leaf) == block; });
  };
  for (unsigned a = 0; a < actions.size(); ++a)
    if (!actions[a])
      remove(Kind::Action, a);
  for (unsigned r = 0; r < recipients.size(); ++r)
    if (!recipients[r])
      remove(Kind::Recipient, r);
  for (const Part& part : parts) {
    switch (part.type) {
    case Part::Type::Condition:
      region.conditions[part.index] = part.value != 0;
      break;
    case Part::Type::AtMost:
      region.atMost[part.index] = part.value;
      break;
    case Part::Type::AtLeast:
      region.atLeast[part.index] = part.value;
      break;
    case Part::Type::Not:
      remove(part.kind, part.index);
      break;
    case Part::Type::OneCategory:
      break;
    case Part::Type::Data: {
      vector<unsigned>& leaves = region.with.emplace_back();
      for (unsigned block : part.alternatives)
        llvm::append_range(leaves, quotient.blocks(Kind::Data)[block]);
      llvm::sort(leaves);
      break;
    }
    }
  }
  return region;
}

} // namespace circumspect::policy
