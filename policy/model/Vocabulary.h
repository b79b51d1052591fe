// The words that policies are written in: five directed acyclic taxonomies, boolean conditions and
// integer quantities. A request is always stated in leaves; a rule may name any term and means
// every leaf under it.
#pragma once

#include "policy/model/Expression.h"
#include "policy/model/Position.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace circumspect::policy {

/// The taxonomies. Data is the only one of which a request holds a set.
enum class Kind { Data, Recipient, Purpose, Action, Channel };
inline constexpr std::array<Kind, 5> kinds = {Kind::Data, Kind::Recipient, Kind::Purpose,
                                              Kind::Action, Kind::Channel};
/// The taxonomies of which a request holds exactly one leaf.
inline constexpr std::array<Kind, 4> singleKinds = {Kind::Recipient, Kind::Purpose, Kind::Action,
                                                    Kind::Channel};

/// The key under which a taxonomy is written, in vocabularies and in rules.
llvm::StringRef name(Kind kind);

/// A word of a taxonomy. `patron.email` is under `patron` by its name; `under` may add further
/// parents.
struct Term {
  std::string name;
  std::string says;
  std::string dpv;              ///< the W3C Data Privacy Vocabulary's name, where there is one
  std::string preposition = {}; ///< of an action: `at` in `store patron.email at library`
  std::string reads = {};       ///< as a part of a sentence, where the vocabulary gives it
  bool isAboutSubject = true;   ///< of data: is it about one person? Else it is about whomever it
                                ///< is sent together with
  Position position;
  std::vector<unsigned> parents;
  std::vector<unsigned> children;
};

/// One taxonomy: terms in the order in which they are written, numbered from 0.
class Taxonomy {
public:
  /// Adds a term without parents and returns its number; the name must be new.
  unsigned add(Term term);
  void addParent(unsigned child, unsigned parent);

  /// Computes what `leaves` and `leavesUnder` answer. Returns a term on a cycle, if there is one.
  std::optional<unsigned> close();

  llvm::ArrayRef<Term> terms() const { return terms_; }
  const Term& operator[](unsigned term) const { return terms_[term]; }
  std::optional<unsigned> find(llvm::StringRef name) const;
  std::vector<llvm::StringRef> names() const;

  bool isLeaf(unsigned term) const { return terms_[term].children.empty(); }
  /// All leaves, ascending.
  llvm::ArrayRef<unsigned> leaves() const { return leaves_; }
  /// The leaves that a term stands for, ascending; a leaf stands for itself.
  llvm::ArrayRef<unsigned> leavesUnder(unsigned term) const { return leavesUnder_[term]; }
  bool isUnder(unsigned leaf, unsigned term) const;

  /// Gives leaves that have no preposition that of a term above them.
  void inheritPrepositions();

private:
  std::vector<Term> terms_;
  llvm::StringMap<unsigned> byName_;
  std::vector<unsigned> leaves_;
  std::vector<std::vector<unsigned>> leavesUnder_;
};

/// A fact that holds or not when data moves.
struct Condition {
  std::string name;
  std::string says;
  Position position;
  bool isAboutSubject = false;        ///< is it a fact about the person whose data it is?
  std::string holds = {}, fails = {}; ///< as clauses of a sentence, where the vocabulary gives them
};

/// A number that a policy can limit.
struct Quantity {
  std::string name;
  std::string says;
  std::string unit;
  Position position;
  std::string reads = {}; ///< what goes before `at most 30 days`, where the vocabulary gives it
};

/// A heading under which reports put clauses: NISO's privacy principles, say.
struct Principle {
  std::string name;
  std::string says;
  Position position;
};

/// All words of a library's policies, and what always holds between them.
struct Vocabulary {
  std::string name;
  std::string file;
  std::array<Taxonomy, kinds.size()> taxonomies;
  std::vector<Condition> conditions;
  std::vector<Quantity> quantities;
  std::vector<Principle> principles;
  std::vector<Expression> constraints;
  bool isWhole = true; ///< false: its file has mistakes, and may say more than is here

  const Taxonomy& operator[](Kind kind) const { return taxonomies[static_cast<size_t>(kind)]; }
  Taxonomy& operator[](Kind kind) { return taxonomies[static_cast<size_t>(kind)]; }
  std::optional<unsigned> findCondition(llvm::StringRef name) const;
  std::optional<unsigned> findQuantity(llvm::StringRef name) const;
};

/// What goes between data and recipient: `to`, or what the actions say; `at or to` for both.
std::string preposition(const Vocabulary& vocabulary, llvm::ArrayRef<unsigned> actions);

} // namespace circumspect::policy
