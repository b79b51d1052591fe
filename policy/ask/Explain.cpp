#include "policy/ask/Explain.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

namespace circumspect::policy {

std::vector<Explanation> explain(Slices& slices, const Question& question, std::string& undecided) {
  std::vector<Explanation> found;
  for (Outcome outcome : outcomes)
    for (unsigned number = 0; number < slices.size(); ++number) {
      if (!slices.isAbout(question.scope, number))
        continue;
      std::optional<z3::expr> plain = encodePlain(question, slices, slices[number]);
      if (!plain)
        continue;
      Answer answer = slices[number]->ask({*plain, slices[number]->rules().is(outcome)});
      if (answer.isUnknown())
        undecided = answer.reason;
      if (!answer.isSatisfiable())
        continue;
      Request request = slices[number].lift(answer.request);
      found.push_back({request, replay(slices.pack(), request, outcome)});
      break;
    }
  return found;
}

llvm::json::Value toJson(const Request& request, const Decision& decision, const Pack& pack) {
  auto ids = [&](llvm::ArrayRef<unsigned> rules) {
    llvm::json::Array all;
    for (unsigned rule : rules)
      all.push_back(pack.rules[rule].id);
    return all;
  };
  llvm::json::Array defeats, uncovered;
  for (const Decision::Defeat& defeat : decision.defeats)
    defeats.push_back(
        llvm::json::Object{{"rule", pack.rules[defeat.rule].id}, {"by", pack.rules[defeat.by].id}});
  for (unsigned leaf : decision.uncovered)
    uncovered.push_back((*pack.vocabulary)[Kind::Data][leaf].name);
  return llvm::json::Object{{"request", describe(request, *pack.vocabulary)},
                            {"outcome", name(decision.outcome)},
                            {"byDefault", decision.isByDefault},
                            {"permits", ids(decision.permits)},
                            {"forbids", ids(decision.forbids)},
                            {"notPermitted", std::move(uncovered)},
                            {"defeated", std::move(defeats)}};
}

void print(llvm::raw_ostream& out, const Request& request, const Decision& decision,
           const Pack& pack) {
  const Vocabulary& v = *pack.vocabulary;
  out << name(decision.outcome) << ": " << describe(request, v) << "\n";
  for (unsigned rule : decision.forbids)
    out << "    " << describe(pack, rule) << "\n";
  for (unsigned rule : decision.permits) {
    out << "    " << describe(pack, rule) << "\n";
    if (!pack.rules[rule].duty.empty())
      out << "      and obliges to: " << pack.rules[rule].duty << "\n";
  }
  std::vector<std::string> uncovered;
  for (unsigned leaf : decision.uncovered)
    uncovered.push_back(v[Kind::Data][leaf].name);
  if (!uncovered.empty())
    out << "    no rule permits " << llvm::join(uncovered, " or ") << "\n";
  for (const Decision::Defeat& defeat : decision.defeats)
    out << "    defeated: rule " << pack.rules[defeat.rule].id << " ("
        << pack.rules[defeat.rule].position.str() << "), by rule " << pack.rules[defeat.by].id
        << "\n";
  if (decision.isByDefault)
    out << "    no rule decides it; the default of " << pack.name << " does\n";
}

} // namespace circumspect::policy
