#include "policy/verify/Samples.h"

#include "policy/decide/Decide.h"

#include "llvm/ADT/STLExtras.h"

namespace circumspect::policy {

constexpr unsigned most = 4; // of each of data and purposes

Samples::Samples(const Slices& slices, unsigned timeout)
    : session_(slices.quotient().reduced(), timeout, slices.context()) {
}

static bool speaksOfData(const Expression& e) {
  return e.op == Expression::Op::Contains || e.op == Expression::Op::Links ||
         llvm::any_of(e.operands, speaksOfData);
}

// What must hold for the rule's `when`: one model, for all rules that say the same.
const std::optional<Request>& Samples::factsFor(const Rule& rule) {
  std::string key = print(rule.when, session_.vocabulary());
  std::vector<z3::expr> claims = {session_.encode(rule.when)};
  if (speaksOfData(rule.when)) {
    for (unsigned term : rule[Kind::Data])
      key += "/" + std::to_string(term);
    claims.push_back(session_.part(Kind::Data, rule[Kind::Data]));
  }
  auto [facts, isNew] = facts_.try_emplace(key, std::nullopt);
  if (isNew) {
    Answer answer = session_.ask(claims);
    if (answer.isSatisfiable())
      facts->second = answer.request;
  }
  return facts->second;
}

std::vector<Request> Samples::of(const Section& section, unsigned number) {
  const Rule& rule = section.rules().pack().rules[number];
  const Vocabulary& v = section.vocabulary();
  const std::optional<Request>& facts = factsFor(rule);
  std::vector<Request> samples;
  if (!facts)
    return samples;
  auto some = [&](Kind kind) {
    std::vector<unsigned> leaves = leavesOf(v, kind, rule[kind]);
    leaves.resize(std::min<size_t>(leaves.size(), most));
    return leaves;
  };
  for (unsigned purpose : some(Kind::Purpose))
    for (unsigned leaf : some(Kind::Data)) {
      Request request = *facts;
      if (!speaksOfData(rule.when))
        request.data = {leaf};
      request[Kind::Purpose] = purpose;
      request[Kind::Channel] = leavesOf(v, Kind::Channel, rule[Kind::Channel]).front();
      request[Kind::Action] = v[Kind::Action].leaves().front();
      request[Kind::Recipient] = v[Kind::Recipient].leaves().front();
      if (isWellFormed(request, v) && applies(section.rules().pack(), rule, request))
        samples.push_back(std::move(request));
    }
  return samples;
}

} // namespace circumspect::policy
