#include "policy/encode/Widening.h"

#include "llvm/ADT/STLExtras.h"

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
  auto exclude = [&](Part::Type type, Kind kind, auto isKept) {
    for (unsigned block = 0; block < slices_.quotient().blocks(kind).size(); ++block)
      if (!isKept(block))
        parts.push_back({type, block, 0});
  };
  exclude(Part::Type::NotChannel, Kind::Channel,
          [&](unsigned b) { return b == request[Kind::Channel]; });
  exclude(Part::Type::NotPurpose, Kind::Purpose,
          [&](unsigned b) { return b == request[Kind::Purpose]; });
  exclude(Part::Type::NotData, Kind::Data,
          [&](unsigned b) { return llvm::is_contained(request.data, b); });
  for (unsigned block : request.data)
    parts.push_back({Part::Type::Data, block, 0, {block}});
  return parts;
}

z3::expr Widening::literal(Slice& slice, const Part& part) {
  switch (part.type) {
  case Part::Type::Condition:
    return part.value ? slice.condition(part.index) : !slice.condition(part.index);
  case Part::Type::AtMost:
    return slice.isAtMost(part.index, part.value);
  case Part::Type::AtLeast:
    return !slice.isAtMost(part.index, part.value - 1);
  case Part::Type::NotChannel:
    return !slice.isUnder(Kind::Channel, part.index);
  case Part::Type::NotPurpose:
    return !slice.isUnder(Kind::Purpose, part.index);
  case Part::Type::NotData:
    return !slice.has(part.index);
  case Part::Type::Data:
    break;
  }
  if (part.alternatives.size() == 1)
    return slice.has(part.alternatives.front());
  auto key = std::pair(&slice, part.alternatives);
  auto known = alternatives_.find(key);
  if (known == alternatives_.end())
    known =
        alternatives_
            .emplace(key, slice.fresh("alternatives", slice.part(Kind::Data, part.alternatives)))
            .first;
  return known->second;
}

bool Widening::holds(unsigned number, const vector<Part>& parts, vector<bool>* core) {
  if (within_.scope && !slices_.isAbout(*within_.scope, number))
    return true;
  Slice& slice = slices_[number];
  std::unique_ptr<z3::expr>& refuted = refuted_[number];
  if (!refuted) {
    std::optional<z3::expr> claim = claim_.formula(slice);
    std::optional<z3::expr> within = within_ ? within_.formula(slice) : std::nullopt;
    z3::expr fails = claim ? !*claim : slice.context().bool_val(true);
    if (within_)
      fails = within ? *within && fails : slice.context().bool_val(false);
    refuted = std::make_unique<z3::expr>(slice.fresh("refuted", fails));
  }
  vector<z3::expr> literals;
  for (const Part& part : parts)
    literals.push_back(literal(slice, part));
  literals.push_back(*refuted);
  vector<bool> found;
  Answer answer = slice.refute(literals, core ? *core : found);
  if (answer.isUnknown())
    undecided_ = answer.reason;
  return answer.isUnsatisfiable();
}

// Does the evaluator know of a single request that the claim does not hold for it? Then the solver
// need not be asked about a region that has it.
bool Widening::fails(unsigned number, const Request& request) {
  if (!claim_.evaluation || within_)
    return false;
  Slice& slice = slices_[number];
  return isWellFormed(request, slice.vocabulary()) && !claim_.evaluation(slice, request);
}

// A request like the given one, which the region has only without the part; of several bounds on
// one quantity, that is so for the tightest.
Request Widening::against(const Part& part, Request request) {
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
  case Part::Type::NotChannel:
    request[Kind::Channel] = part.index;
    break;
  case Part::Type::NotPurpose:
    request[Kind::Purpose] = part.index;
    break;
  case Part::Type::NotData:
    request.data.insert(llvm::lower_bound(request.data, part.index), part.index);
    break;
  case Part::Type::Data:
    llvm::erase(request.data, part.index);
    break;
  }
  return request;
}

bool Widening::isBound(const Part& part) {
  return part.type == Part::Type::AtMost || part.type == Part::Type::AtLeast;
}

void Widening::minimise(unsigned slice, const Request& request, vector<Part>& parts) {
  auto keep = [](vector<Part>& from, const vector<bool>& core) {
    vector<Part> kept;
    for (size_t i = 0; i < from.size(); ++i)
      if (core[i])
        kept.push_back(std::move(from[i]));
    from = std::move(kept);
  };
  vector<bool> core;
  if (!holds(slice, parts, &core))
    return; // only where the solver did not decide
  keep(parts, core);
  for (size_t i = 0; i < parts.size();) {
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

// A category that must be there may be replaced by others with which the claim holds as well. For a
// union of categories it holds where it does for each.
void Widening::extendData(unsigned slice, const Request& request, vector<Part>& parts) {
  const unsigned blocks = slices_.quotient().blocks(Kind::Data).size();
  auto isOut = [&](unsigned block) {
    return llvm::any_of(
        parts, [&](const Part& p) { return p.type == Part::Type::NotData && p.index == block; });
  };
  for (size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].type != Part::Type::Data)
      continue;
    vector<Part> other = parts;
    for (unsigned block = 0; block < blocks; ++block) {
      other[i].alternatives = {block};
      Request with = against(parts[i], request);
      with.data.insert(llvm::lower_bound(with.data, block), block);
      if (block != parts[i].index && !isOut(block) && !fails(slice, with) && holds(slice, other))
        parts[i].alternatives.push_back(block);
    }
    llvm::sort(parts[i].alternatives);
  }
  // What every request of the region has anyway need not be asked for.
  unsigned allowed = 0;
  for (unsigned block = 0; block < blocks; ++block)
    allowed += !isOut(block);
  llvm::erase_if(parts, [&](const Part& part) {
    return part.type == Part::Type::Data && part.alternatives.size() == allowed;
  });
}

Region Widening::widen(unsigned number, const Request& request) {
  Slice& slice = slices_[number];
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
  return region(parts, actions, recipients);
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
    case Part::Type::NotChannel:
      remove(Kind::Channel, part.index);
      break;
    case Part::Type::NotPurpose:
      remove(Kind::Purpose, part.index);
      break;
    case Part::Type::NotData:
      remove(Kind::Data, part.index);
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
