#include "policy/encode/Cover.h"

#include "policy/encode/Widening.h"

#include "llvm/ADT/STLExtras.h"

#include <map>

namespace circumspect::policy {

std::optional<z3::expr> encode(const Region& region, Slices& slices, const Slice& slice) {
  const Quotient& quotient = slices.quotient();
  // A region is made of whole blocks, so their first leaves tell.
  auto hasBlock = [&](Kind kind, const std::vector<unsigned>& leaves, unsigned block) {
    return llvm::binary_search(leaves, quotient.blocks(kind)[block].front());
  };
  if (!hasBlock(Kind::Action, region[Kind::Action], slice.actionBlock()) ||
      !hasBlock(Kind::Recipient, region[Kind::Recipient], slice.recipientBlock()))
    return std::nullopt;
  std::vector<z3::expr> parts;
  for (Kind kind : {Kind::Data, Kind::Purpose, Kind::Channel})
    for (unsigned block = 0; block < quotient.blocks(kind).size(); ++block)
      if (!hasBlock(kind, region[kind], block))
        parts.push_back(!slice->isUnder(kind, block));
  for (const std::vector<unsigned>& set : region.with) {
    std::vector<z3::expr> needed;
    for (unsigned block = 0; block < quotient.blocks(Kind::Data).size(); ++block)
      if (hasBlock(Kind::Data, set, block))
        needed.push_back(slice->has(block));
    parts.push_back(slice->any(needed));
  }
  for (unsigned i = 0; i < region.conditions.size(); ++i)
    if (region.conditions[i])
      parts.push_back(*region.conditions[i] ? slice->condition(i) : !slice->condition(i));
  for (unsigned i = 0; i < region.atLeast.size(); ++i) {
    if (region.atLeast[i])
      parts.push_back(!slice->isAtMost(i, *region.atLeast[i] - 1));
    if (region.atMost[i])
      parts.push_back(slice->isAtMost(i, *region.atMost[i]));
  }
  return slice->all(parts);
}

Request plainest(Request request, llvm::function_ref<bool(const Request&)> isFit) {
  auto attempt = [&](auto change) {
    Request plainer = request;
    change(plainer);
    if (isFit(plainer))
      request = std::move(plainer);
  };
  for (unsigned i = request.conditions.size(); i-- > 0;)
    if (request.conditions[i])
      attempt([&](Request& r) { r.conditions[i] = false; });
  for (unsigned i = 0; i < request.quantities.size(); ++i)
    if (request.quantities[i] != 0)
      attempt([&](Request& r) { r.quantities[i] = 0; });
  return request;
}

namespace {

class Enumeration {
public:
  Enumeration(Slices& slices, const Claim& claim, unsigned limit, const Claim& within)
      : slices_(slices), claim_(claim), within_(within), limit_(limit),
        widening_(slices, claim, within) {}

  Cover run() {
    // Requests of one category first: what they show is simpler, and often all there is.
    for (bool isSimple : {true, false})
      for (unsigned number = 0; number < slices_.size() && cover_.isComplete; ++number)
        visit(number, isSimple);
    if (cover_.isComplete && !within_)
      removeRedundant();
    if (!within_)
      showPlainly();
    if (cover_.undecided.empty())
      cover_.undecided = widening_.undecided();
    return std::move(cover_);
  }

private:
  void visit(unsigned number, bool isSimple) {
    if (within_.scope && !slices_.isAbout(*within_.scope, number))
      return;
    Slice slice = slices_[number];
    std::optional<z3::expr> claim = claim_.formula(slice);
    if (!claim)
      return;
    std::vector<z3::expr> question = {slice->fresh("asked", *claim)};
    if (within_) {
      std::optional<z3::expr> within = within_.formula(slice);
      if (!within)
        return;
      question.push_back(slice->fresh("within", *within));
    }
    if (isSimple)
      question.push_back(slice->isOfOneCategory());
    for (const Cover::Part& part : cover_.parts)
      exclude(part.region, slice, question);
    while (true) {
      Answer answer = slice->askLiterals(question);
      if (answer.isUnknown())
        cover_.undecided = answer.reason;
      if (!answer.isSatisfiable())
        return;
      if (cover_.parts.size() == limit_) {
        cover_.isComplete = false;
        return;
      }
      if (!within_)
        answer.request = plainest(std::move(answer.request), [&](const Request& plainer) {
          Request lifted = slice.lift(plainer);
          return widening_.holdsFor(number, plainer) &&
                 llvm::none_of(cover_.parts, [&](const Cover::Part& part) {
                   return contains(part.region, lifted);
                 });
        });
      if (!isSimple && !within_)
        answer.request = widening_.withLeastData(number, std::move(answer.request));
      Region region = widening_.widen(number, answer.request);
      exclude(region, slice, question);
      cover_.parts.push_back({std::move(region), slice.lift(answer.request), number});
      reduced_.push_back(std::move(answer.request));
    }
  }

  // A region that the others cover together says nothing more; the last found go first, since the
  // simplest are found first. One whose witness is in no other is needed, which needs no solver.
  void removeRedundant() {
    std::vector<bool> isNeeded(cover_.parts.size(), true);
    std::map<std::pair<unsigned, unsigned>, std::optional<z3::expr>> known; // by slice and region
    auto inside = [&](unsigned number, unsigned i) -> const std::optional<z3::expr>& {
      auto [entry, isNew] = known.try_emplace({number, i});
      if (isNew)
        if (auto formula = encode(cover_.parts[i].region, slices_, slices_[number]))
          entry->second = slices_[number]->fresh("inside", *formula);
      return entry->second;
    };
    auto isRedundantIn = [&](unsigned number, unsigned i) {
      const std::optional<z3::expr>& own = inside(number, i);
      if (!own)
        return true;
      std::optional<z3::expr> claim = claim_.formula(slices_[number]);
      if (!claim)
        return true;
      std::vector<z3::expr> question = {*own, slices_[number]->fresh("asked", *claim)};
      for (unsigned j = 0; j < cover_.parts.size(); ++j)
        if (j != i && isNeeded[j] && inside(number, j))
          question.push_back(!*inside(number, j));
      std::vector<bool> core;
      return slices_[number]->refute(question, core).isUnsatisfiable();
    };
    for (unsigned i = cover_.parts.size(); i-- > 0;) {
      bool isRedundant = isElsewhere(i, isNeeded) && isRedundantIn(cover_.parts[i].slice, i);
      for (unsigned number = 0; isRedundant && number < slices_.size(); ++number)
        isRedundant = isRedundantIn(number, i);
      isNeeded[i] = !isRedundant;
    }
    std::vector<Cover::Part> needed;
    std::vector<Request> reduced;
    for (unsigned i = 0; i < cover_.parts.size(); ++i)
      if (isNeeded[i]) {
        needed.push_back(std::move(cover_.parts[i]));
        reduced.push_back(std::move(reduced_[i]));
      }
    cover_.parts = std::move(needed);
    reduced_ = std::move(reduced);
  }

  // What a request needed only to be outside of other regions, its own region does not ask for.
  void showPlainly() {
    for (unsigned i = 0; i < cover_.parts.size(); ++i) {
      Cover::Part& part = cover_.parts[i];
      Slice slice = slices_[part.slice];
      part.witness = slice.lift(plainest(reduced_[i], [&](const Request& plainer) {
        return widening_.holdsFor(part.slice, plainer) &&
               contains(part.region, slice.lift(plainer));
      }));
    }
  }

  // Is the witness of a region in another one that is still there?
  bool isElsewhere(unsigned i, const std::vector<bool>& isNeeded) const {
    for (unsigned j = 0; j < cover_.parts.size(); ++j)
      if (j != i && isNeeded[j] && contains(cover_.parts[j].region, cover_.parts[i].witness))
        return true;
    return false;
  }

  void exclude(const Region& region, const Slice& slice, std::vector<z3::expr>& question) {
    if (auto inside = encode(region, slices_, slice))
      question.push_back(slice->fresh("outside", !*inside));
  }

  Slices& slices_;
  const Claim& claim_;
  const Claim& within_;
  unsigned limit_;
  Widening widening_;
  Cover cover_;
  std::vector<Request> reduced_; ///< by part, its witness as the slice has it
};

} // namespace

Cover cover(Slices& slices, const Claim& claim, unsigned limit, const Claim& within) {
  return Enumeration(slices, claim, limit, within).run();
}

} // namespace circumspect::policy
