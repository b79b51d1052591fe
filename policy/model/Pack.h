// A pack: the rules of one policy or one law, over one vocabulary, with the clauses that they cite.
// Packs are layers; each stands by itself, so that one can be compared with another.
#pragma once

#include "policy/model/Expression.h"
#include "policy/model/Vocabulary.h"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace circumspect::policy {

enum class Effect { Permit, Forbid };
llvm::StringRef name(Effect effect);

/// One rule. A part that names no term matches anything.
struct Rule {
  std::string id;
  Effect effect = Effect::Forbid;
  std::array<std::vector<unsigned>, kinds.size()> terms; ///< by Kind; terms, not leaves
  Expression when;
  std::vector<unsigned> overrides; ///< the rules that this one defeats where it applies
  std::string duty;                ///< what the permission obliges to
  std::vector<std::string> cites;  ///< clause IDs
  std::string says;
  Position position;

  llvm::ArrayRef<unsigned> operator[](Kind kind) const { return terms[static_cast<size_t>(kind)]; }
};

/// A clause of the policy's text, paraphrased.
struct Clause {
  enum class Type { Rule, Limit, Duty, Info };
  std::string id;
  Type type = Type::Rule;
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
  std::vector<Rule> rules;

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
