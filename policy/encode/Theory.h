// A pack as a theory in Z3: a session with the encoding of the pack in it, for questions about any
// request. Questions that go through all actions and recipients are faster in slices; see Slice.h.
#pragma once

#include "policy/decide/Decide.h"
#include "policy/encode/Encoding.h"

namespace circumspect::policy {

/// The encoding of one pack, and the solver that it is asked with.
class Theory : public Session {
public:
  /// `timeout` bounds each question, in milliseconds.
  explicit Theory(std::shared_ptr<const Pack> pack, unsigned timeout = 10000)
      : Session(pack->vocabulary, timeout), pack_(std::move(pack)), rules_(*this, *pack_) {}

  const Pack& pack() const { return *pack_; }
  const Encoding& rules() const { return rules_; }

  z3::expr applies(unsigned rule) { return rules_.applies(rule); }
  z3::expr inForce(unsigned rule) { return rules_.inForce(rule); }
  z3::expr isCovered() { return rules_.decided().isCovered; }
  z3::expr isForbidding() { return rules_.decided().isForbidding; }
  z3::expr is(Outcome outcome) { return rules_.is(outcome); }

private:
  std::shared_ptr<const Pack> pack_;
  Encoding rules_;
};

} // namespace circumspect::policy
