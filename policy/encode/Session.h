// One vocabulary as symbols of Z3, and the solver that is asked about them: quantifier-free, over
// booleans and linear integers, linear in the vocabulary. What packs say is added by Encoding. A
// session serves many questions; each is asked in a scope of its own, or under assumptions, which
// keeps what the solver has learnt.
#pragma once

#include "policy/model/Pack.h"
#include "policy/model/Request.h"

#include <z3++.h>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
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

/// The well-formed requests of a vocabulary, as a theory.
class Session {
public:
  /// `timeout` bounds each question, in milliseconds; of 0, every answer is unknown. Sessions may
  /// share a context.
  Session(std::shared_ptr<const Vocabulary> vocabulary, unsigned timeout,
          std::shared_ptr<z3::context> context = std::make_shared<z3::context>());
  virtual ~Session() = default;

  const Vocabulary& vocabulary() const { return *vocabulary_; }
  z3::context& context() { return *context_; }

  /// Is the category, a leaf, in the request?
  z3::expr has(unsigned leaf) { return isUnder(Kind::Data, leaf); }
  /// Is the request's leaf of a single kind under the term? For data: is some category under it?
  z3::expr isUnder(Kind kind, unsigned term) { return under_[static_cast<size_t>(kind)][term]; }
  /// Is there a single category in the request?
  z3::expr isOfOneCategory();
  z3::expr condition(unsigned condition) { return conditions_[condition]; }
  z3::expr quantity(unsigned quantity) { return quantities_[quantity]; }
  /// Is the quantity at most the value? A symbol of its own.
  z3::expr isAtMost(unsigned quantity, int64_t value);
  z3::expr encode(const Expression& expression);
  /// Is the request's part among the terms? An empty list stands for any.
  z3::expr part(Kind kind, llvm::ArrayRef<unsigned> terms);

  /// The requests that are in a scope. With `Bounds::All`, those that hold no other data.
  enum class Bounds { Some, All };
  z3::expr requestsOf(const Scope& scope, Bounds bounds);

  z3::expr all(const std::vector<z3::expr>& operands);
  z3::expr any(const std::vector<z3::expr>& operands);

  /// A symbol for a formula, so that the theory stays linear where it is used often, and reads well
  /// as text.
  z3::expr named(const std::string& name, const z3::expr& definition);
  /// The same, with a number appended that makes the name new. Asked again for a formula, it gives
  /// the symbol that is there.
  z3::expr fresh(const std::string& name, const z3::expr& definition);
  void assume(const z3::expr& fact) { solver_->add(fact); }
  /// What a symbol was defined as, if it was.
  const z3::expr* definition(const z3::expr& symbol) const;

  /// Is there a well-formed request for which all of `claims` hold?
  Answer ask(const std::vector<z3::expr>& claims);
  /// The same for symbols and negated symbols, which keeps more of what the solver has learnt.
  Answer askLiterals(const std::vector<z3::expr>& literals);
  /// The same where no witness is needed, and none is read.
  Answer check(const std::vector<z3::expr>& literals);
  /// As long as it lives, questions are about requests for which `claims` hold.
  class Supposing {
  public:
    Supposing(Session& session, const std::vector<z3::expr>& claims);
    ~Supposing() { session_.solver_->pop(); }
    Supposing(const Supposing&) = delete;
    Supposing& operator=(const Supposing&) = delete;

  private:
    Session& session_;
  };
  /// The same as `check` where only the contrary matters. Where the answer is
  /// unsatisfiable, `core` marks literals that are enough for it.
  Answer refute(const std::vector<z3::expr>& literals, std::vector<bool>& core);

  /// What has been asserted.
  z3::expr_vector assertions() const { return solver_->assertions(); }
  /// How many questions have been asked.
  unsigned questions() const { return questions_; }

private:
  void declare(Kind kind);
  void define(const z3::expr& symbol, const z3::expr& definition);
  Request read(const z3::model& model);
  enum class Bound { Steps, Time };
  void bound(Bound by);
  enum class Witness { Read, NotRead };
  Answer answer(Witness witness, const std::function<z3::check_result()>& check);

  std::shared_ptr<const Vocabulary> vocabulary_;
  unsigned timeout_;
  std::shared_ptr<z3::context> context_;
  std::unique_ptr<z3::solver> solver_;
  std::array<std::vector<z3::expr>, kinds.size()> under_; ///< by kind and term
  std::vector<z3::expr> conditions_, quantities_, ofOneCategory_;
  std::vector<std::map<int64_t, z3::expr>> atMost_;    ///< by quantity
  std::unordered_map<unsigned, z3::expr> definitions_; ///< by symbol
  std::unordered_map<unsigned, z3::expr> fresh_;       ///< by definition
  unsigned questions_ = 0, symbols_ = 0;
};

} // namespace circumspect::policy
