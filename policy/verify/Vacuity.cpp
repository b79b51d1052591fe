// Non-vacuous: every rule can apply, every exception can apply to what it is an exception from, and
// every condition of the vocabulary can hold and can fail. What cannot was meant differently. The
// parts that contradict each other are read from an unsatisfiable core.
#include "policy/verify/Check.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace circumspect::policy {

namespace {

class Vacuity {
public:
  explicit Vacuity(Subject& subject)
      : subject_(subject),
        session_(subject.pack().vocabulary, subject.limits.timeout, subject.slices.context()) {}

  Verdict run() {
    const Pack& pack = subject_.pack();
    for (unsigned i = 0; i < subject_.vocabulary().conditions.size(); ++i)
      condition(i);
    std::vector<bool> canApply(pack.rules.size());
    for (unsigned rule = 0; rule < pack.rules.size(); ++rule)
      canApply[rule] = subject_.lifeOf(rule) != Subject::Life::Inapplicable || this->rule(rule);
    for (unsigned rule = 0; rule < pack.rules.size(); ++rule)
      for (unsigned other : pack.rules[rule].overrides)
        if (canApply[rule] && canApply[other])
          exception(rule, other);
    return std::move(verdict_);
  }

private:
  void add(const Position& position, std::string what, std::vector<std::string> notes) {
    if (verdict_.findings.size() == subject_.limits.regions)
      verdict_.isCut = true;
    else
      verdict_.findings.push_back({position, std::move(what), "", std::move(notes)});
  }

  bool isImpossible(const Answer& answer) {
    if (answer.isUnknown())
      verdict_.undecided = answer.reason;
    return answer.isUnsatisfiable();
  }

  void condition(unsigned number) {
    const Condition& condition = subject_.vocabulary().conditions[number];
    z3::expr holds = session_.condition(number);
    for (bool value : {true, false})
      if (isImpossible(session_.askLiterals({value ? holds : !holds})))
        add(condition.position,
            "condition " + condition.name + (value ? " can never hold" : " always holds"),
            {"the vocabulary's constraints leave it no choice"});
  }

  // The parts of `when`, and the data, as literals; a core names those that contradict.
  bool rule(unsigned number) {
    const Rule& rule = subject_.pack().rules[number];
    const Vocabulary& v = subject_.vocabulary();
    std::vector<std::string> words;
    std::vector<z3::expr> literals;
    auto add = [&](std::string text, const z3::expr& meaning) {
      words.push_back(std::move(text));
      literals.push_back(session_.fresh("part", meaning));
    };
    for (const Expression& conjunct : rule.when.op == Expression::Op::And
                                          ? rule.when.operands
                                          : std::vector<Expression>{rule.when})
      add(print(conjunct, v), session_.encode(conjunct));
    if (!rule[Kind::Data].empty())
      add("its data", session_.part(Kind::Data, rule[Kind::Data]));
    std::vector<bool> core;
    if (!isImpossible(session_.refute(literals, core)))
      return true;
    std::vector<std::string> contradicting;
    for (size_t i = 0; i < words.size(); ++i)
      if (core[i])
        contradicting.push_back("`" + words[i] + "`");
    this->add(rule.position, "rule " + rule.id,
              {contradicting.size() == 1
                   ? contradicting[0] + " can never hold, by the vocabulary's constraints"
                   : llvm::join(contradicting, " and ") + " cannot hold together",
               "correct its `when`, or remove the rule"});
    return false;
  }

  void exception(unsigned rule, unsigned other) {
    if (subject_.meetEasily(rule, other))
      return;
    std::vector<bool> core;
    for (unsigned number : subject_.slices.slicesOf(0, rule)) {
      Slice slice = subject_.slices[number];
      auto here = slice->ruleHere(0, rule), there = slice->ruleHere(0, other);
      if (here && there &&
          !isImpossible(
              slice->askLiterals({slice->rules().applies(*here), slice->rules().applies(*there)})))
        return;
    }
    const Pack& pack = subject_.pack();
    add(pack.rules[rule].position,
        "rule " + pack.rules[rule].id + " as an exception from rule " + pack.rules[other].id,
        {"the two never apply to the same request; rule " + pack.rules[other].id + " is at " +
             pack.rules[other].position.str(),
         "remove it from `overrides`, or let the two meet"});
  }

  Subject& subject_;
  Session session_;
  Verdict verdict_{"non-vacuous", "every rule, exception and condition can apply",
                   "can never apply"};
};

} // namespace

std::optional<Verdict> checkNonVacuous(Subject& subject) {
  return Vacuity(subject).run();
}

} // namespace circumspect::policy
