#include "policy/encode/Claim.h"

namespace circumspect::policy {

Claim outcomeIs(Outcome outcome, unsigned pack) {
  return {[=](const Slice& slice) { return slice->rules(pack).is(outcome); },
          [=](const Slice& slice, const Request& request) {
            return decide(slice->rules(pack).pack(), request).outcome == outcome;
          }};
}

Claim butNot(Claim claim, Claim other) {
  return {[=](const Slice& slice) -> std::optional<z3::expr> {
            std::optional<z3::expr> holds = claim.formula(slice), fails = other.formula(slice);
            return holds && fails ? std::optional(*holds && !*fails) : holds;
          },
          [=](const Slice& slice, const Request& request) {
            return claim.evaluation(slice, request) && !other.evaluation(slice, request);
          }};
}

Claim both(Claim claim, Claim other) {
  return {[=](const Slice& slice) -> std::optional<z3::expr> {
            std::optional<z3::expr> holds = claim.formula(slice), too = other.formula(slice);
            return holds && too ? std::optional(*holds && *too) : std::nullopt;
          },
          [=](const Slice& slice, const Request& request) {
            return claim.evaluation(slice, request) && other.evaluation(slice, request);
          }};
}

} // namespace circumspect::policy
