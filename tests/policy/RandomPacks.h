// Generated packs over the small vocabulary, and every request of it: what the solver's encoding is
// compared with the evaluator on.
#pragma once

#include "policy/decide/Decide.h"
#include "tests/policy/Packs.h"

#include <cstdlib>
#include <random>

namespace circumspect::policy::test {

/// How many packs a test tries: `usual`, or CIRCUMSPECT_TIMES as many, which ci/fuzz asks for.
inline unsigned rounds(unsigned usual) {
  const char* times = std::getenv("CIRCUMSPECT_TIMES");
  return usual * (times ? std::max(1, std::atoi(times)) : 1);
}

/// Rules over the small vocabulary, at random and always well formed.
inline std::string randomRules(std::mt19937& random) {
  auto pick = [&](std::vector<const char*> from) {
    return std::string(from[random() % from.size()]);
  };
  auto maybe = [&](const char* key, std::vector<const char*> values) {
    return random() % 2 ? ", " + std::string(key) + ": '" + pick(std::move(values)) + "'" : "";
  };
  unsigned count = 1 + random() % 6;
  std::string rules;
  for (unsigned i = 0; i < count; ++i) {
    rules += "- {id: R" + std::to_string(i) + ", effect: " + pick({"permit", "forbid"}) +
             maybe("data", {"patron", "patron.name", "patron.email", "loan"}) +
             maybe("recipient", {"staff", "vendor"}) + maybe("purpose", {"service", "sale"}) +
             maybe("action", {"disclose", "store"}) +
             maybe("when", {"order", "not permission", "days > 3", "permission implies order",
                            "links(patron, loan)", "contains(loan) or days = 2",
                            "permission and not order"});
    std::string overridden;
    for (unsigned other = 0; other < i; ++other)
      if (random() % 3 == 0)
        overridden += (overridden.empty() ? "R" : ", R") + std::to_string(other);
    rules += overridden.empty() ? "}\n" : ", overrides: [" + overridden + "]}\n";
  }
  return rules;
}

/// Every well-formed request of a vocabulary, with the given values for its one quantity.
inline std::vector<Request> allRequests(const Vocabulary& v) {
  std::vector<Request> all;
  llvm::ArrayRef<unsigned> data = v[Kind::Data].leaves();
  for (unsigned set = 1; set < 1u << data.size(); ++set)
    for (unsigned recipient : v[Kind::Recipient].leaves())
      for (unsigned purpose : v[Kind::Purpose].leaves())
        for (unsigned action : v[Kind::Action].leaves())
          for (unsigned facts = 0; facts < 4; ++facts)
            for (int64_t days : {0, 2, 3, 4}) {
              Request r;
              for (unsigned i = 0; i < data.size(); ++i)
                if (set >> i & 1)
                  r.data.push_back(data[i]);
              r[Kind::Recipient] = recipient;
              r[Kind::Purpose] = purpose;
              r[Kind::Action] = action;
              r[Kind::Channel] = v[Kind::Channel].leaves()[0];
              r.conditions = {(facts & 1) != 0, (facts & 2) != 0};
              r.quantities = {days};
              if (isWellFormed(r, v))
                all.push_back(r);
            }
  return all;
}

} // namespace circumspect::policy::test
