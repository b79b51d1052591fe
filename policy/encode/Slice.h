// All questions about packs go through slices: one action and one recipient, and of each pack only
// the rules that speak of both. A slice is small even where a pack is not, so its solver answers
// fast; that there are many is what makes the growth close to linear.
#pragma once

#include "policy/decide/Decide.h"
#include "policy/encode/Encoding.h"
#include "policy/encode/Quotient.h"

namespace circumspect::policy {

/// One block of actions and one of recipients, with a session over the reduced vocabulary in which
/// each pack is encoded.
class Slice : public Session {
public:
  /// `rules` has by pack the numbers of the rules that can apply here.
  Slice(const Quotient& quotient, const std::vector<std::shared_ptr<const Pack>>& packs,
        std::vector<std::vector<unsigned>> rules, unsigned action, unsigned recipient,
        unsigned timeout, std::shared_ptr<z3::context> context,
        Encoding::Guards guards = Encoding::Guards::None);

  unsigned actionBlock() const { return action_; }
  unsigned recipientBlock() const { return recipient_; }

  const Encoding& rules(unsigned pack = 0) const { return *encodings_[pack]; }
  /// The number in the full pack of a rule of this slice.
  unsigned fullRule(unsigned pack, unsigned rule) const { return full_[pack][rule]; }
  /// The number here of a rule of the full pack, if it can apply here.
  std::optional<unsigned> ruleHere(unsigned pack, unsigned fullRule) const;

  /// The requests that are in a scope of the full vocabulary; nothing where the scope is about
  /// other actions or recipients.
  std::optional<z3::expr> scope(const Scope& scope, Bounds bounds);

  /// A request of the full vocabulary that a reduced one stands for.
  Request lift(const Request& reduced) const;

private:
  const Quotient& quotient_;
  unsigned action_, recipient_;
  std::vector<std::vector<unsigned>> full_; ///< by pack and rule
  std::vector<Pack> packs_;                 ///< reduced
  std::vector<std::unique_ptr<Encoding>> encodings_;
};

/// Packs over one vocabulary, cut into slices, which are built when they are first asked for.
class Slices {
public:
  Slices(std::vector<std::shared_ptr<const Pack>> packs, unsigned timeout = 10000,
         llvm::ArrayRef<Scope> apart = {});

  const Quotient& quotient() const { return quotient_; }
  /// What all slices share, and other sessions may.
  const std::shared_ptr<z3::context>& context() const { return context_; }
  const Vocabulary& vocabulary() const { return quotient_.full(); }
  const Pack& pack(unsigned number = 0) const { return *packs_[number]; }

  unsigned actions() const { return quotient_.blocks(Kind::Action).size(); }
  unsigned recipients() const { return quotient_.blocks(Kind::Recipient).size(); }
  unsigned size() const { return actions() * recipients(); }
  /// The slices in order: by action, then by recipient.
  Slice& operator[](unsigned number);
  Slice& at(unsigned action, unsigned recipient) {
    return (*this)[action * recipients() + recipient];
  }

  /// Is a scope about the action and the recipient of a slice? Does not build it.
  bool isAbout(const Scope& scope, unsigned number) const;

  /// The numbers of the slices in which a rule can apply.
  std::vector<unsigned> slicesOf(unsigned pack, unsigned rule) const;
  /// The same slice with a guard for each rule, for the rules that matter to an answer.
  std::unique_ptr<Slice> guarded(unsigned number);

private:
  std::vector<std::vector<unsigned>> rulesIn(unsigned number) const;

  std::vector<std::shared_ptr<const Pack>> packs_;
  unsigned timeout_;
  std::shared_ptr<z3::context> context_;
  Quotient quotient_;
  struct Reach {
    std::vector<bool> actions, recipients; ///< by block
  };
  std::vector<std::vector<Reach>> reach_; ///< by pack and rule
  std::vector<std::unique_ptr<Slice>> slices_;
};

} // namespace circumspect::policy
