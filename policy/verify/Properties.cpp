// Properties: what the pack's authors claim of their own rules is entailed by them. A claim that is
// not is shown with the regions in which it fails, and the rules that decide there.
#include "policy/verify/Check.h"

namespace circumspect::policy {

static std::string describe(const Property& property) {
  std::string text = "property " + property.id + " (" + name(property.quantifier).str() + " " +
                     name(property.outcome).str() + ")";
  return property.says.empty() ? text : text + ": " + property.says;
}

static bool isPossible(Subject& subject, const Claim& claim, Verdict& verdict) {
  for (unsigned number = 0; number < subject.slices.size(); ++number) {
    Slice slice = subject.slices[number];
    std::optional<z3::expr> here = claim.formula(slice);
    if (!here)
      continue;
    Answer answer = slice->ask({*here});
    if (answer.isUnknown())
      verdict.undecided = answer.reason;
    if (!answer.isUnsatisfiable())
      return true;
  }
  return false;
}

std::optional<Verdict> checkProperties(Subject& subject) {
  const Pack& pack = subject.pack();
  if (pack.properties.empty())
    return std::nullopt;
  Verdict verdict{"properties", "every claim of the pack follows from its rules",
                  "does not follow from the rules"};
  for (const Property& property : pack.properties) {
    auto bounds = property.isOfNothingElse() ? Session::Bounds::All : Session::Bounds::Some;
    bool isContrary = property.quantifier == Property::Quantifier::Always;
    Claim claim{[&](const Slice& slice) -> std::optional<z3::expr> {
      std::optional<z3::expr> scope = slice.scope(property, bounds);
      if (!scope)
        return std::nullopt;
      z3::expr outcome = slice->rules().is(property.outcome);
      return *scope && (isContrary ? !outcome : outcome);
    }};
    if (property.quantifier == Property::Quantifier::Possible) {
      if (!isPossible(subject, claim, verdict))
        verdict.findings.push_back(
            {property.position,
             describe(property),
             "",
             {"no request of its scope is " + name(property.outcome).str()}});
      continue;
    }
    enumerate(subject, verdict, claim, [&](const Cover::Part& part, Finding& finding) {
      Outcome expected = isContrary ? decide(pack, part.witness).outcome : property.outcome;
      Decision decision = replay(pack, part.witness, expected);
      finding.position = property.position;
      finding.notes = reasons(pack, decision);
      finding.notes.insert(finding.notes.begin(),
                           name(expected).str() + ": " + std::move(finding.region));
      finding.region = describe(property);
    });
  }
  return verdict;
}

} // namespace circumspect::policy
