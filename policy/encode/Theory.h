// A pack as a theory in Z3: quantifier-free, over booleans and linear integers, linear in rules and
// terms. It says for all requests at once what decide/ says for one; whatever Z3 finds is replayed
// there before anyone sees it. One theory serves many questions: each is asked in its own scope of
// one incremental solver.
#pragma once

#include "policy/decide/Decide.h"
#include "policy/model/Pack.h"

#include <z3++.h>

#include <array>
#include <memory>
#include <string>
#include <vector>

namespace circumspect::policy {

/// What the solver said to one question. Unknown is never a pass.
struct Answer {
  enum class Kind { Satisfiable, Unsatisfiable, Unknown };
  Kind kind = Kind::Unknown;
  Request request;    ///< a witness, where satisfiable
  std::string reason; ///< why it is unknown

  bool isSatisfiable() const { return kind == Kind::Satisfiable; }
  bool isUnsatisfiable() const { return kind == Kind::Unsatisfiable; }
  bool isUnknown() const { return kind == Kind::Unknown; }
};

/// The encoding of one pack, and the solver that it is asked with.
class Theory {
public:
  /// `timeout` bounds each question, in milliseconds.
  explicit Theory(std::shared_ptr<const Pack> pack, unsigned timeout = 10000);

  const Pack& pack() const { return *pack_; }
  const Vocabulary& vocabulary() const { return *pack_->vocabulary; }
  z3::context& context() { return *context_; }

  /// Is the category, a leaf, in the request?
  z3::expr has(unsigned leaf) { return data_[leaf]; }
  /// Is the request's leaf of a single kind under the term? For data: is some category under it?
  z3::expr isUnder(Kind kind, unsigned term);
  /// Is there a single category in the request?
  z3::expr isOfOneCategory();
  z3::expr condition(unsigned condition) { return conditions_[condition]; }
  z3::expr quantity(unsigned quantity) { return quantities_[quantity]; }
  z3::expr encode(const Expression& expression);

  /// All parts of the rule match.
  z3::expr applies(unsigned rule) { return applies_[rule]; }
  /// It applies and no rule defeats it.
  z3::expr inForce(unsigned rule) { return inForce_[rule]; }
  z3::expr isCovered() { return covered_[0]; }
  z3::expr isForbidding() { return forbidding_[0]; }
  /// The four outcomes, the pack's default included.
  z3::expr is(Outcome outcome);

  z3::expr all(const std::vector<z3::expr>& operands);
  z3::expr any(const std::vector<z3::expr>& operands);

  /// Is there a well-formed request for which all of `claims` hold?
  Answer ask(const std::vector<z3::expr>& claims);

  /// How many questions have been asked.
  unsigned questions() const { return questions_; }

private:
  void declare();
  void define();
  z3::expr part(Kind kind, llvm::ArrayRef<unsigned> terms);
  z3::expr isDefeated(unsigned rule, llvm::ArrayRef<unsigned> by);
  z3::expr named(const std::string& name, z3::expr definition);
  Request read(const z3::model& model);

  std::shared_ptr<const Pack> pack_;
  std::unique_ptr<z3::context> context_;
  std::unique_ptr<z3::solver> solver_;
  std::vector<z3::expr> data_;                            ///< by leaf; false for inner terms
  std::array<std::vector<z3::expr>, kinds.size()> under_; ///< by kind and term
  std::vector<z3::expr> conditions_, quantities_;
  std::vector<z3::expr> applies_, inForce_, covered_, forbidding_;
  unsigned questions_ = 0;
};

} // namespace circumspect::policy
