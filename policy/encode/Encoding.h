// What a pack says, as definitions in a session. It says for all requests at once what decide/ says
// for one; whatever Z3 finds is replayed there before anyone sees it. Several packs over one
// vocabulary can be encoded in one session, and so be compared.
#pragma once

#include "policy/encode/Session.h"
#include "policy/model/Pack.h"

namespace circumspect::policy {

/// The rules of one pack in one session; both must outlive it.
class Encoding {
public:
  /// Whether what makes a rule apply can be left out of a question. A rule whose guard is not
  /// assumed may apply anywhere, so that the guards of an unsatisfiable core name the rules that
  /// matter.
  enum class Guards { None, ByRule };

  /// `prefix` keeps the names of two packs in one session apart.
  Encoding(Session& session, const Pack& pack, const std::string& prefix = "",
           Guards guards = Guards::None);

  const Pack& pack() const { return pack_; }

  /// All parts of the rule match.
  z3::expr applies(unsigned rule) const { return applies_[rule]; }
  /// It applies and no rule defeats it.
  z3::expr inForce(unsigned rule) const { return inForce_[rule]; }
  /// A rule that overrides it defeats it, if it applies.
  z3::expr isDefeated(unsigned rule) const { return isDefeated(rule, inForce_); }
  z3::expr guard(unsigned rule) const { return guards_[rule]; }

  /// Is each category of the request under some permit in force, and is some prohibition in force?
  struct Decided {
    z3::expr isCovered, isForbidding;
  };
  const Decided& decided() const { return decided_; }
  /// The same, were a rule not there.
  Decided without(unsigned rule) const;
  /// The four outcomes, the pack's default included.
  z3::expr is(Outcome outcome) const;

private:
  z3::expr isDefeated(unsigned rule, const std::vector<z3::expr>& inForce) const;
  z3::expr isPermitted(unsigned leaf, const std::vector<z3::expr>& inForce) const;
  std::vector<z3::expr> permittedTerms() const;

  Session& session_;
  const Pack& pack_;
  std::string prefix_;
  std::vector<std::vector<unsigned>> overriders_;
  std::vector<unsigned> order_; ///< overriders first
  std::vector<z3::expr> guards_, applies_, inForce_;
  std::vector<z3::expr> permitted_; ///< by data term; of leaves, what covers them
  Decided decided_;
};

} // namespace circumspect::policy
