#include "policy/ask/Query.h"

#include "policy/ask/Explain.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

namespace circumspect::policy {

namespace {

class Asking {
public:
  Asking(Slices& slices, const Question& question, unsigned limit, Wording wording)
      : slices_(slices), question_(question), limit_(limit), wording_(wording),
        within_{[&](const Slice& slice) { return encode(question_, slices_, slice); }, nullptr,
                &question.scope} {}

  QueryResult run() {
    for (Outcome outcome : outcomes)
      if (auto example = find(outcome))
        result_.examples.push_back(std::move(*example));
    bool isPermitted =
        !result_.examples.empty() && result_.examples[0].decision.outcome == Outcome::Permitted;
    if (!result_.undecided.empty())
      result_.kind = QueryResult::Kind::Unknown;
    else if (result_.examples.empty())
      result_.kind = QueryResult::Kind::NoSuchRequest;
    else if (!isPermitted)
      result_.kind = QueryResult::Kind::Never;
    else if (result_.examples.size() == 1)
      result_.kind = QueryResult::Kind::Always;
    else
      weakestCondition();
    for (const QueryResult::Example& example : result_.examples)
      for (unsigned rule : example.decision.permits)
        note(slices_.pack().rules[rule]);
    return std::move(result_);
  }

private:
  std::optional<QueryResult::Example> find(Outcome outcome) {
    for (unsigned number = 0; number < slices_.size(); ++number) {
      if (!slices_.isAbout(question_.scope, number))
        continue;
      std::optional<z3::expr> within = within_.formula(slices_[number]);
      if (!within)
        continue;
      Answer answer = slices_[number]->ask({*within, slices_[number]->rules().is(outcome)});
      if (answer.isUnknown())
        result_.undecided = answer.reason;
      if (!answer.isSatisfiable())
        continue;
      Slice slice = slices_[number];
      const Pack& rules = slice->rules().pack();
      Request request = slice.lift(plainest(answer.request, [&](const Request& plainer) {
        return isWellFormed(plainer, slice->vocabulary()) &&
               holds(question_.scope.when, slice.lift(plainer), slices_.vocabulary()) &&
               decide(rules, plainer).outcome == outcome;
      }));
      return QueryResult::Example{request, replay(slices_.pack(), request, outcome)};
    }
    return std::nullopt;
  }

  void weakestCondition() {
    result_.kind = QueryResult::Kind::OnlyWhen;
    Cover found = cover(slices_, outcomeIs(Outcome::Permitted), limit_, within_);
    for (const Cover::Part& part : found.parts)
      result_.when.push_back(narrowing(part.region));
    llvm::sort(result_.when, [](const std::string& a, const std::string& b) {
      return std::pair(a.size(), a) < std::pair(b.size(), b); // the simplest first
    });
    result_.isCut = !found.isComplete;
    result_.undecided = found.undecided;
    if (!result_.undecided.empty())
      result_.kind = QueryResult::Kind::Unknown;
  }

  // The parts of a region that say more than the question does.
  std::string narrowing(const Region& region) const {
    const Vocabulary& v = slices_.vocabulary();
    auto more = [&](Kind kind, const std::vector<unsigned>& leaves, llvm::StringRef before,
                    llvm::StringRef any) {
      std::vector<unsigned> asked = leavesOf(v, kind, question_.scope[kind]), kept;
      for (unsigned leaf : asked)
        if (llvm::is_contained(leaves, leaf))
          kept.push_back(leaf);
      return kept.size() == asked.size() ? std::string()
             : kind == Kind::Data        ? (before + describeData(v[kind], kept, wording_)).str()
                                  : (before + describeLeaves(v[kind], kept, any, wording_)).str();
    };
    std::vector<std::string> parts = {
        more(Kind::Action, region[Kind::Action], "the action is ", "any"),
        more(Kind::Data, region[Kind::Data], "it is only ", "any data")};
    for (const std::vector<unsigned>& set : region.with)
      parts.push_back(more(Kind::Data, set, "there is ", "any data"));
    std::string before =
        preposition(v, leavesOf(v, Kind::Action, question_.scope[Kind::Action])) + " ";
    parts.push_back(more(Kind::Recipient, region[Kind::Recipient], before, "anyone"));
    parts.push_back(more(Kind::Purpose, region[Kind::Purpose], "for ", "any purpose"));
    parts.push_back(more(Kind::Channel, region[Kind::Channel], "by ", "any channel"));
    std::string facts = describeFacts(region, v, wording_);
    parts.push_back(facts.empty() ? "" : "when " + facts);
    llvm::erase(parts, std::string());
    return llvm::join(parts, ", ");
  }

  void note(const Rule& rule) {
    std::string text = "rule " + rule.id + ": " + rule.duty;
    if (!rule.duty.empty() && !llvm::is_contained(result_.duties, text))
      result_.duties.push_back(std::move(text));
  }

  Slices& slices_;
  const Question& question_;
  unsigned limit_;
  Wording wording_;
  Claim within_;
  QueryResult result_;
};

} // namespace

QueryResult query(Slices& slices, const Question& question, unsigned limit, Wording wording) {
  return Asking(slices, question, limit, wording).run();
}

llvm::json::Value toJson(const QueryResult& result, const Pack& pack) {
  static constexpr const char* answers[] = {"always", "never", "only", "no such request",
                                            "unknown"};
  llvm::json::Array examples;
  for (const QueryResult::Example& example : result.examples)
    examples.push_back(toJson(example.request, example.decision, pack));
  return llvm::json::Object{{"answer", answers[static_cast<size_t>(result.kind)]},
                            {"when", llvm::json::Array(result.when)},
                            {"isComplete", !result.isCut && result.undecided.empty()},
                            {"undecided", result.undecided},
                            {"duties", llvm::json::Array(result.duties)},
                            {"examples", std::move(examples)}};
}

void print(llvm::raw_ostream& out, const QueryResult& result, const Pack& pack) {
  switch (result.kind) {
  case QueryResult::Kind::Always:
    out << "always\n";
    break;
  case QueryResult::Kind::Never:
    out << "never\n";
    break;
  case QueryResult::Kind::NoSuchRequest:
    out << "there is no such request: what the question says contradicts the vocabulary\n";
    break;
  case QueryResult::Kind::Unknown:
    out << "unknown, the solver did not decide: " << result.undecided << "\n";
    break;
  case QueryResult::Kind::OnlyWhen:
    out << "only\n";
    for (size_t i = 0; i < result.when.size(); ++i)
      out << (i ? "  or " : "     ") << result.when[i] << "\n";
    if (result.isCut)
      out << "  there are more\n";
    break;
  }
  for (const std::string& duty : result.duties)
    out << "obliges, by " << duty << "\n";
  for (const QueryResult::Example& example : result.examples)
    print(out, example.request, example.decision, pack);
}

} // namespace circumspect::policy
