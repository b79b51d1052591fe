#include "policy/ask/Expectations.h"

#include "policy/load/Load.h"
#include "policy/load/Paths.h"
#include "policy/load/Yaml.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

namespace circumspect::policy {

namespace {

class ExpectationsLoader {
public:
  ExpectationsLoader(const std::string& file, Diagnostics& diagnostics)
      : yaml_(file, diagnostics) {}

  Expectations run() {
    std::optional<YAML::Node> root = yaml_.document(), tests;
    if (!root)
      return {};
    yaml_.record(*root, "a file of tests",
                 {{"pack", [&](const YAML::Node& n) { pack(n); }, true},
                  {"tests", [&](const YAML::Node& n) { tests = n; }, true}});
    if (tests && result_.pack)
      yaml_.sequence(*tests, "`tests`", [&](const YAML::Node& n) { test(n); });
    return std::move(result_);
  }

private:
  void pack(const YAML::Node& node) {
    Text text = yaml_.scalar(node, "`pack`");
    result_.pack = loadPack(fileFrom(yaml_.file(), text.value), yaml_.diagnostics());
    if (!result_.pack)
      yaml_.error(text.position, "the pack '" + text.value + "' cannot be used");
  }

  void test(const YAML::Node& node) {
    Expectation test;
    test.position = yaml_.at(node);
    yaml_.record(
        node, "a test",
        {{"says", [&](const YAML::Node& n) { test.says = yaml_.scalar(n, "`says`").value; }},
         {"request",
          [&](const YAML::Node& n) {
            Text text = yaml_.scalar(n, "`request`");
            test.request = text.value;
            if (auto question = parseQuestion(text.value, text.position, *result_.pack->vocabulary,
                                              yaml_.diagnostics()))
              test.question = std::move(*question);
          },
          true},
         {"expect", [&](const YAML::Node& n) { expect(test, yaml_.scalar(n, "`expect`")); }, true},
         {"by", [&](const YAML::Node& n) {
            for (const Text& text : yaml_.scalars(n, "`by`"))
              by(test, text);
          }}});
    result_.all.push_back(std::move(test));
  }

  void expect(Expectation& test, const Text& text) {
    std::vector<llvm::StringRef> names;
    for (Outcome outcome : outcomes) {
      names.push_back(name(outcome));
      if (text.value == name(outcome))
        test.outcome = outcome;
    }
    if (!llvm::is_contained(names, text.value))
      yaml_.unknown(text.position, "outcome", text.value, names);
  }

  void by(Expectation& test, const Text& text) {
    std::vector<llvm::StringRef> ids;
    for (const Rule& rule : result_.pack->rules)
      ids.push_back(rule.id);
    if (auto rule = result_.pack->findRule(text.value))
      test.by.push_back(*rule);
    else
      yaml_.unknown(text.position, "rule", text.value, ids);
  }

  YamlReader yaml_;
  Expectations result_;
};

class Runner {
public:
  Runner(const Expectations& expectations, unsigned timeout)
      : expectations_(expectations), apart_(scopes(expectations)),
        slices_({expectations.pack}, timeout, apart_) {}

  TestRun run() {
    for (const Expectation& test : expectations_.all)
      run(test);
    for (unsigned rule : result_.rules)
      for (const std::string& clause : expectations_.pack->rules[rule].cites)
        result_.clauses.insert(clause);
    return std::move(result_);
  }

private:
  static std::vector<Scope> scopes(const Expectations& expectations) {
    std::vector<Scope> all;
    for (const Expectation& test : expectations.all)
      all.push_back(test.question.scope);
    return all;
  }

  void run(const Expectation& test) {
    std::string message, undecided;
    std::vector<Explanation> found = explain(slices_, test.question, undecided);
    if (!undecided.empty()) {
      result_.undecided = undecided;
      ++result_.unknown;
      return;
    }
    if (found.empty())
      message = "there is no such request";
    for (const Explanation& each : found) {
      for (auto rules : {&each.decision.permits, &each.decision.forbids})
        result_.rules.insert(rules->begin(), rules->end());
      for (const Decision::Defeat& defeat : each.decision.defeats)
        result_.rules.insert(defeat.rule);
      if (each.decision.outcome != test.outcome)
        message = "expected " + name(test.outcome).str() + ", and it is " +
                  name(each.decision.outcome).str();
      for (unsigned rule : test.by)
        if (!llvm::is_contained(each.decision.permits, rule) &&
            !llvm::is_contained(each.decision.forbids, rule) && message.empty())
          message = "rule " + expectations_.pack->rules[rule].id + " does not decide it";
    }
    if (!message.empty())
      result_.failures.push_back({&test, std::move(message), std::move(found)});
  }

  const Expectations& expectations_;
  std::vector<Scope> apart_;
  Slices slices_;
  TestRun result_;
};

} // namespace

std::shared_ptr<const Expectations> loadExpectations(const std::string& file,
                                                     Diagnostics& diagnostics) {
  size_t before = diagnostics.size();
  auto all =
      std::make_shared<const Expectations>(ExpectationsLoader(fromHere(file), diagnostics).run());
  return diagnostics.size() == before ? all : nullptr;
}

TestRun run(const Expectations& expectations, unsigned timeout) {
  return Runner(expectations, timeout).run();
}

namespace {

/// Which rules, and which clauses that decide something, no test touches.
struct Coverage {
  std::vector<std::string> rules, clauses;
  size_t deciding = 0; ///< clauses that decide something

  Coverage(const TestRun& run, const Pack& pack) {
    for (unsigned rule = 0; rule < pack.rules.size(); ++rule)
      if (!run.rules.count(rule))
        rules.push_back(pack.rules[rule].id);
    for (const Clause& clause : pack.clauses)
      if (clause.type == Clause::Type::Rule || clause.type == Clause::Type::Limit) {
        ++deciding;
        if (!run.clauses.count(clause.id))
          clauses.push_back(clause.id);
      }
  }
};

} // namespace

llvm::json::Value toJson(const TestRun& run, const Expectations& expectations) {
  const Pack& pack = *expectations.pack;
  llvm::json::Array failures;
  for (const TestRun::Failure& failure : run.failures) {
    const Expectation& test = *failure.expectation;
    llvm::json::Array decisions;
    for (const Explanation& each : failure.explanations)
      decisions.push_back(toJson(each.request, each.decision, pack));
    failures.push_back(llvm::json::Object{{"file", test.position.file},
                                          {"line", test.position.line},
                                          {"column", test.position.column},
                                          {"request", test.request},
                                          {"says", test.says},
                                          {"expected", name(test.outcome)},
                                          {"message", failure.message},
                                          {"decisions", std::move(decisions)}});
  }
  Coverage missing(run, pack);
  auto coverage = [](size_t all, const std::vector<std::string>& untouched) {
    return llvm::json::Object{{"all", all}, {"untouched", llvm::json::Array(untouched)}};
  };
  return llvm::json::Object{{"pack", pack.name},
                            {"file", pack.file},
                            {"tests", expectations.all.size()},
                            {"unknown", run.unknown},
                            {"undecided", run.undecided},
                            {"failures", std::move(failures)},
                            {"rules", coverage(pack.rules.size(), missing.rules)},
                            {"clauses", coverage(missing.deciding, missing.clauses)}};
}

void print(llvm::raw_ostream& out, const TestRun& run, const Expectations& expectations) {
  const Pack& pack = *expectations.pack;
  for (const TestRun::Failure& failure : run.failures) {
    out << failure.expectation->position.str() << ": error: " << failure.message << ": "
        << failure.expectation->request << "\n";
    for (const Explanation& each : failure.explanations)
      print(out, each.request, each.decision, pack);
  }
  out << pack.name << ": " << expectations.all.size() - run.failures.size() - run.unknown << " of "
      << expectations.all.size() << " tests pass\n";
  Coverage missing(run, pack);
  auto coverage = [&](const char* what, size_t all, const std::vector<std::string>& untouched) {
    out << "  " << what << ": " << all - untouched.size() << " of " << all << " touched by a test";
    if (!untouched.empty())
      out << "; not " << llvm::join(untouched, ", ");
    out << "\n";
  };
  coverage("rules", pack.rules.size(), missing.rules);
  coverage("clauses", missing.deciding, missing.clauses);
  if (!run.undecided.empty())
    out << "unknown, the solver did not decide: " << run.undecided << "\n";
}

} // namespace circumspect::policy
