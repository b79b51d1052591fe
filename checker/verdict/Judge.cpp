#include "checker/verdict/Judge.h"

#include "checker/verdict/Ruling.h"

#include "policy/model/Diagnostic.h"
#include "policy/verify/Check.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/SHA256.h"

#include <map>
#include <set>

namespace circumspect::verdict {

using analysis::Datum;
using analysis::Flow;
using policy::Outcome;

llvm::StringRef name(Kind kind) {
  static constexpr llvm::StringRef names[] = {"violation", "conflict", "undecided",
                                              "depends",   "unknown",  "unclassified-field"};
  return names[static_cast<size_t>(kind)];
}

namespace {

/// Judges one flow for one person.
class Case {
public:
  Case(const analysis::Result& result, policy::Theory& theory, const Flow& flow,
       std::vector<const Datum*> data, analysis::SubjectId subject,
       std::set<std::string>& unknownTerms)
      : result_(result), theory_(theory), v_(theory.vocabulary()), flow_(flow),
        data_(std::move(data)), subject_(subject), unknownTerms_(unknownTerms) {}

  std::optional<Finding> run(Rulings& rulings) {
    if (!state())
      return std::nullopt;
    bool leavesOpen = !unsaid_.empty() ||
                      llvm::any_of(flow_.quantities, [](const auto& q) { return !q.second.value; });
    const std::optional<Ruling>& ruling = rulings.about(claims_, leavesOpen);
    return ruling ? std::optional(finding(*ruling)) : std::nullopt;
  }

private:
  // What is known of the request, as claims.
  bool state() {
    std::map<unsigned, std::vector<z3::expr>> present; // by leaf
    const policy::Taxonomy& taxonomy = v_[policy::Kind::Data];
    for (const Datum* datum : data_) {
      auto term = find(policy::Kind::Data, datum->category);
      if (!term)
        return false;
      z3::expr when = formula(datum->condition);
      for (unsigned leaf : taxonomy.leavesUnder(*term))
        present[leaf].push_back(when);
      if (!taxonomy.isLeaf(*term)) // some of what is under it
        claims_.push_back(z3::implies(when, theory_.isUnder(policy::Kind::Data, *term)));
    }
    for (unsigned leaf : taxonomy.leaves()) {
      auto conditions = present.find(leaf);
      z3::expr has = theory_.has(leaf);
      bool isExact =
          llvm::any_of(data_, [&](const Datum* d) { return d->category == taxonomy[leaf].name; });
      z3::expr may = conditions == present.end() ? theory_.context().bool_val(false)
                                                 : theory_.any(conditions->second);
      claims_.push_back(isExact ? has == may : z3::implies(has, may));
    }
    claims_.push_back(formula(flow_.condition));
    bool isKnown = true;
    auto part = [&](policy::Kind kind, const std::string& text) {
      if (text.empty()) {
        unsaid_.push_back(kind);
        return;
      }
      auto term = find(kind, text);
      isKnown &= term.has_value();
      if (term)
        claims_.push_back(theory_.isUnder(kind, *term));
    };
    part(policy::Kind::Recipient, flow_.recipient);
    part(policy::Kind::Purpose, flow_.purpose);
    part(policy::Kind::Action, flow_.action);
    part(policy::Kind::Channel, flow_.channel);
    for (const auto& [quantity, given] : flow_.quantities)
      if (auto number = v_.findQuantity(quantity)) {
        if (given.value)
          claims_.push_back(theory_.quantity(*number) == theory_.context().int_val(*given.value));
      } else {
        unknownTerms_.insert("unknown quantity '" + quantity + "'");
        isKnown = false;
      }
    return isKnown;
  }

  std::optional<unsigned> find(policy::Kind kind, const std::string& term) {
    auto found = v_[kind].find(term);
    if (!found)
      unknownTerms_.insert("unknown " + policy::name(kind).str() + " term '" + term + "'" +
                           policy::suggestion(term, v_[kind].names()));
    return found;
  }

  z3::expr formula(analysis::ConditionId id) {
    if (id < 2)
      return theory_.context().bool_val(id == 1);
    auto [entry, isNew] = formulas_.try_emplace(id, theory_.context());
    if (isNew) {
      const analysis::Conditions::Node& node = result_.conditions.nodes[id];
      entry->second = z3::ite(atom(node.atom), formula(node.high), formula(node.low));
    }
    return formulas_.at(id);
  }

  // An answer about somebody else says nothing about this person; a branch that is no policy
  // condition may go either way.
  z3::expr atom(uint32_t id) {
    const analysis::Atom& a = result_.conditions.atoms[id];
    if (auto condition = v_.findCondition(a.condition))
      if (!v_.conditions[*condition].isAboutSubject || (a.subject == subject_ && subject_ != 0))
        return theory_.condition(*condition);
    if (!a.condition.empty() && !v_.findCondition(a.condition))
      unknownTerms_.insert("unknown condition '" + a.condition + "'");
    size_t number = branches_.try_emplace(id, branches_.size()).first->second;
    return theory_.context().bool_const(("branch:" + std::to_string(number)).c_str());
  }

  Finding finding(const Ruling& ruling) {
    const auto& [kind, outcome, answer, advice] = ruling;
    Finding f;
    f.kind = kind;
    f.location = flow_.location;
    f.sink = flow_.sink;
    f.function = flow_.function;
    if (kind == Kind::Unknown) {
      f.reasons.push_back("the solver did not decide: " + answer.reason);
    } else {
      policy::Decision decision = policy::replay(theory_, answer.request, outcome);
      for (unsigned rule : decision.forbids) {
        f.rules.push_back(theory_.pack().rules[rule].id);
        f.reasons.push_back(policy::describe(theory_.pack(), rule));
      }
      if (outcome == Outcome::Conflict)
        for (unsigned rule : decision.permits)
          f.reasons.push_back(policy::describe(theory_.pack(), rule));
      f.counterexample = policy::describe(answer.request, v_);
    }
    if (kind == Kind::Depends)
      for (policy::Kind part : unsaid_)
        f.unsaid.push_back(policy::name(part).str());
    for (const Datum* datum : data_) {
      auto term = v_[policy::Kind::Data].find(datum->category);
      bool isSent = kind == Kind::Unknown || llvm::any_of(answer.request.data, [&](unsigned leaf) {
                      return v_[policy::Kind::Data].isUnder(leaf, *term);
                    });
      if (isSent)
        f.data.push_back(*datum);
    }
    f.message = message(f);
    f.advice = advice;
    for (const Datum& datum : f.data)
      if (datum.confidence > f.confidence) {
        f.confidence = datum.confidence;
        f.confidenceReason = datum.reason;
      }
    return f;
  }

  std::string message(const Finding& f) {
    std::vector<std::string> parts;
    for (const Datum& datum : f.data)
      if (std::string part = datum.category + " (" + datum.origin + ")";
          !llvm::is_contained(parts, part))
        parts.push_back(std::move(part));
    std::string text = parts.back();
    if (parts.size() > 1)
      text = llvm::join(llvm::ArrayRef(parts).drop_back(), ", ") + " and " + text;
    text += parts.size() > 1 ? " reach " : " reaches ";
    text += flow_.recipient.empty() ? "an unknown recipient" : flow_.recipient;
    if (!flow_.purpose.empty())
      text += " for " + flow_.purpose;
    if (!flow_.channel.empty())
      text += " by " + flow_.channel;
    text += " through " + flow_.sink;
    switch (f.kind) {
    case Kind::Violation:
      return text + ", which the policy forbids";
    case Kind::Conflict:
      return text + ", which the policy both permits and forbids";
    case Kind::Undecided:
      return text + ", which no rule decides";
    case Kind::Depends:
      return text + ", and whether that is permitted depends on what is not said";
    case Kind::Unclassified: // has a message of its own
      return text;
    case Kind::Unknown:
      return text + ", and the solver did not decide whether that is permitted";
    }
    return text;
  }

  const analysis::Result& result_;
  policy::Theory& theory_;
  const policy::Vocabulary& v_;
  const Flow& flow_;
  std::vector<const Datum*> data_;
  analysis::SubjectId subject_;
  std::set<std::string>& unknownTerms_;
  std::vector<z3::expr> claims_;
  std::vector<policy::Kind> unsaid_;
  std::map<analysis::ConditionId, z3::expr> formulas_;
  std::map<uint32_t, size_t> branches_; ///< numbers of this flow's own, so that flows are alike
};

std::string fingerprint(const Finding& finding) {
  std::string meaning = name(finding.kind).str() + "\n" + finding.sink + "\n" + finding.function;
  for (const Datum& datum : finding.data)
    meaning += "\n" + datum.category + " " + datum.origin;
  for (const std::string& rule : finding.rules)
    meaning += "\n" + rule;
  return llvm::toHex(llvm::SHA256::hash(llvm::arrayRefFromStringRef(meaning)), /*LowerCase=*/true);
}

Finding unclassified(const discover::Candidate& member) {
  Finding f;
  f.kind = Kind::Unclassified;
  f.location = member.location;
  f.message = member.name + " looks like " + member.guess.data + " (" + member.guess.why +
              ") and is not classified, while " + member.classified + " of the same record is";
  f.advice = "say what it holds by [[clang::annotate(\"circumspect:data=" + member.guess.data +
             "\")]] in front of it";
  if (member.isNamed)
    f.advice += ", or by `\"" + member.name + "\": " + member.guess.data +
                "` under `fields:` in a file of models";
  f.advice += "; `nothing` instead of a term says that it is no data about people";
  f.data = {{member.guess.data, 0, 1, member.name, member.location, {}, {}, ""}};
  return f;
}

// A page view is nobody's until it is sent together with somebody's card number.
bool isAboutSomebody(const Datum& datum, const policy::Vocabulary& vocabulary) {
  const policy::Taxonomy& data = vocabulary[policy::Kind::Data];
  auto term = data.find(datum.category);
  return !term || data[*term].isAboutSubject;
}

// Findings of one call that differ only in whose data it is are one defect.
void merge(std::vector<Finding>& findings, Finding next) {
  for (Finding& known : findings) {
    if (known.location != next.location || known.sink != next.sink)
      continue;
    if (next.kind < known.kind)
      std::swap(known, next);
    return;
  }
  findings.push_back(std::move(next));
}

} // namespace

Judgement judge(const analysis::Result& result, policy::Theory& theory,
                const flow::Program& program, llvm::ArrayRef<discover::Candidate> forgotten) {
  Judgement judgement;
  std::set<std::string> unknownTerms;
  Rulings rulings(theory);
  for (const Flow& flow : result.flows) {
    std::set<analysis::SubjectId> subjects;
    auto subjectOf = [&](const Datum& datum) {
      return isAboutSomebody(datum, theory.vocabulary()) ? datum.subject : 0;
    };
    for (const Datum& datum : flow.data)
      subjects.insert(subjectOf(datum));
    if (subjects.size() > 1)
      subjects.erase(0); // it may be anybody's, and so each person's
    for (analysis::SubjectId subject : subjects) {
      std::vector<const Datum*> data;
      for (const Datum& datum : flow.data)
        if (analysis::SubjectId whose = subjectOf(datum); whose == subject || whose == 0)
          data.push_back(&datum);
      if (auto finding =
              Case(result, theory, flow, std::move(data), subject, unknownTerms).run(rulings))
        merge(judgement.findings, std::move(*finding));
    }
  }
  for (const discover::Candidate& member : forgotten)
    judgement.findings.push_back(unclassified(member));
  std::map<std::string, unsigned> seen;
  auto place = [&](const Finding& f) {
    return std::tuple(f.location.file ? program.text(program.files[f.location.file.index].path)
                                      : llvm::StringRef(),
                      f.location.line, f.location.column, llvm::StringRef(f.message));
  };
  llvm::sort(judgement.findings,
             [&](const Finding& a, const Finding& b) { return place(a) < place(b); });
  for (Finding& finding : judgement.findings) {
    finding.fingerprint = fingerprint(finding);
    if (unsigned earlier = seen[finding.fingerprint]++)
      finding.fingerprint += ":" + std::to_string(earlier);
  }
  judgement.unknownTerms.assign(unknownTerms.begin(), unknownTerms.end());
  return judgement;
}

} // namespace circumspect::verdict
