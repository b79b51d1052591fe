// All questions about packs go through slices: one action and one recipient, and of each pack only
// the rules that speak of both. A slice is small even where a pack is not, so its solver answers
// fast; that there are many is what makes the growth close to linear. Slices in which the same
// rules speak share a section, which has the solver.
#pragma once

#include "policy/decide/Decide.h"
#include "policy/encode/Encoding.h"
#include "policy/encode/Quotient.h"

namespace circumspect::policy {

/// A session over the reduced vocabulary in which some rules of each pack are encoded.
class Section : public Session {
public:
  /// By pack, the numbers of rules of the full pack, ascending.
  using Rules = std::vector<std::vector<unsigned>>;

  Section(const Quotient& quotient, const std::vector<std::shared_ptr<const Pack>>& packs,
          Rules rules, unsigned timeout, std::shared_ptr<z3::context> context,
          Encoding::Guards guards = Encoding::Guards::None);

  const Encoding& rules(unsigned pack = 0) const { return *encodings_[pack]; }
  /// The number in the full pack of a rule of this section.
  unsigned fullRule(unsigned pack, unsigned rule) const { return full_[pack][rule]; }
  /// The number here of a rule of the full pack, if it can apply here.
  std::optional<unsigned> ruleHere(unsigned pack, unsigned fullRule) const;

private:
  Rules full_;
  std::vector<Pack> packs_; ///< reduced
  std::vector<std::unique_ptr<Encoding>> encodings_;
};

/// One block of actions and one of recipients, and the section that decides there.
class Slice {
public:
  Slice(const Quotient& quotient, Section& section, unsigned action, unsigned recipient)
      : quotient_(quotient), section_(section), action_(action), recipient_(recipient) {}

  Section& operator*() const { return section_; }
  Section* operator->() const { return &section_; }
  unsigned actionBlock() const { return action_; }
  unsigned recipientBlock() const { return recipient_; }

  /// The requests that are in a scope of the full vocabulary; nothing where the scope is about
  /// other actions or recipients.
  std::optional<z3::expr> scope(const Scope& scope, Session::Bounds bounds) const;

  /// A request of the full vocabulary that a reduced one stands for.
  Request lift(const Request& reduced) const;

private:
  const Quotient& quotient_;
  Section& section_;
  unsigned action_, recipient_;
};

class SliceDiagram;

/// Packs over one vocabulary, cut into slices, which are built when they are first asked for.
class Slices {
public:
  /// A diagram has at most `largest` nodes, since a solver is as fast where it would have more; of
  /// 0, there are none.
  Slices(std::vector<std::shared_ptr<const Pack>> packs, unsigned timeout = 10000,
         llvm::ArrayRef<Scope> apart = {}, std::size_t largest = 20000);
  ~Slices();

  const Quotient& quotient() const { return quotient_; }
  /// What all slices share, and other sessions may.
  const std::shared_ptr<z3::context>& context() const { return context_; }
  const Vocabulary& vocabulary() const { return quotient_.full(); }
  const Pack& pack(unsigned number = 0) const { return *packs_[number]; }

  unsigned actions() const { return quotient_.blocks(Kind::Action).size(); }
  unsigned recipients() const { return quotient_.blocks(Kind::Recipient).size(); }
  unsigned size() const { return actions() * recipients(); }
  /// The slices in order: by action, then by recipient.
  Slice operator[](unsigned number);

  /// Is a scope about the action and the recipient of a slice? Does not build it.
  bool isAbout(const Scope& scope, unsigned number) const;

  /// The numbers of the slices in which a rule can apply.
  std::vector<unsigned> slicesOf(unsigned pack, unsigned rule) const;
  /// The section of a slice with a guard for each rule, for the rules that matter to an answer.
  std::unique_ptr<Section> guarded(unsigned number) const;

  /// What the section of a slice says as diagrams, which many questions can share; null where they
  /// would be too large, so that only the solver can be asked.
  SliceDiagram* diagram(unsigned number);

private:
  Section::Rules rulesIn(unsigned number) const;

  std::vector<std::shared_ptr<const Pack>> packs_;
  unsigned timeout_;
  std::size_t largest_; ///< diagram, in nodes
  std::shared_ptr<z3::context> context_;
  Quotient quotient_;
  struct Reach {
    std::vector<bool> actions, recipients; ///< by block
  };
  std::vector<std::vector<Reach>> reach_; ///< by pack and rule
  /// A section, and what it says as diagrams.
  struct Shared {
    std::unique_ptr<Section> section;
    std::unique_ptr<SliceDiagram> diagram;
    bool isTooLarge = false; ///< the diagram would be
  };
  Shared& shared(unsigned number);

  std::map<Section::Rules, Shared> sections_;
  std::vector<Shared*> shared_; ///< by slice, those that were asked for
};

} // namespace circumspect::policy
