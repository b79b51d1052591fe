// A pack: the rules of one policy or one law, over one vocabulary, with the clauses that they cite
// and the properties that its authors claim. Packs are layers: one may import the rules of another,
// and may say that it refines one, which is then something to prove.
#pragma once

#include "policy/model/Expression.h"
#include "policy/model/Outcome.h"
#include "policy/model/Vocabulary.h"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace circumspect::policy {

enum class Effect { Permit, Forbid };
llvm::StringRef name(Effect effect);

/// What a rule, a property or a limit is about. A part that names no term matches anything.
struct Scope {
  std::array<std::vector<unsigned>, kinds.size()> terms; ///< by Kind; terms, not leaves
  Expression when;

  llvm::ArrayRef<unsigned> operator[](Kind kind) const { return terms[static_cast<size_t>(kind)]; }
};

/// One rule.
struct Rule : Scope {
  std::string id;
  Effect effect = Effect::Forbid;
  std::vector<unsigned> overrides; ///< the rules that this one defeats where it applies
  std::string duty;                ///< what the permission obliges to
  std::vector<std::string> cites;  ///< clause IDs
  std::string says;
  Position position;
};

/// A clause of the policy's text, paraphrased.
struct Clause {
  enum class Type { Rule, Limit, Duty, Info };
  std::string id;
  Type type = Type::Rule;
  std::string says;
  Position position;
  std::vector<std::string> principles; ///< of the vocabulary: what reports put it under
};

/// Something that the authors claim of their own rules: every request of the scope has the outcome,
/// none has it, or one has. Where it is claimed that requests are permitted, those are meant that
/// hold no data outside the scope; otherwise those that hold any data of it.
struct Property : Scope {
  enum class Quantifier { Always, Never, Possible };
  std::string id;
  Quantifier quantifier = Quantifier::Always;
  Outcome outcome = Outcome::Permitted;
  std::vector<std::string> cites;
  std::string says;
  Position position;

  /// Does the scope's data bound all data of a request, rather than ask for some?
  bool isOfNothingElse() const {
    return outcome == Outcome::Permitted && quantifier != Quantifier::Never;
  }
};
llvm::StringRef name(Property::Quantifier quantifier);

/// The most that a quantity may be in what the pack permits.
struct Limit : Scope {
  std::string id;
  unsigned quantity = 0;
  int64_t atMost = 0;
  std::vector<std::string> cites;
  std::string says;
  Position position;
};

/// A policy. `fallback` is what decides a request that no rule decides.
struct Pack {
  std::string name;
  std::string says;
  std::string file;
  std::shared_ptr<const Vocabulary> vocabulary;
  std::optional<Effect> fallback;
  std::vector<Clause> clauses;
  std::vector<Rule> rules; ///< imported ones first
  std::vector<Property> properties;
  std::vector<Limit> limits;
  std::vector<std::shared_ptr<const Pack>> refines; ///< the layers above, over the same vocabulary

  std::optional<unsigned> findRule(llvm::StringRef id) const;
  const Clause* findClause(llvm::StringRef id) const;
};

/// Does a rule's part match a leaf? A part without terms matches any.
bool matches(const Vocabulary& vocabulary, Kind kind, llvm::ArrayRef<unsigned> terms,
             unsigned leaf);

/// The leaves that a part stands for; all of them where it names no term. Ascending.
std::vector<unsigned> leavesOf(const Vocabulary& vocabulary, Kind kind,
                               llvm::ArrayRef<unsigned> terms);

/// The rules so that every rule follows those that override it. Overriding must be acyclic.
std::vector<unsigned> overridersFirst(const Pack& pack);

/// By rule, the rules that override it, ascending.
std::vector<std::vector<unsigned>> overriders(const Pack& pack);

} // namespace circumspect::policy
