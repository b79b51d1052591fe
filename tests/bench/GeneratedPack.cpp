#include "tests/bench/GeneratedPack.h"

#include <random>
#include <vector>

namespace circumspect::bench {

namespace {

constexpr const char* actions[] = {"collect", "use", "store", "retain", "disclose", "sell"};

std::string numbered(const std::string& prefix, unsigned i) {
  return prefix + std::to_string(i);
}

std::string taxonomy(const char* kind, const char* prefix, unsigned groups, unsigned each) {
  std::string text = std::string(kind) + ":\n";
  for (unsigned group = 0; group < groups; ++group) {
    text += "  " + numbered(prefix, group) + ": a group\n";
    for (unsigned i = 0; i < each; ++i)
      text += "  " + numbered(prefix, group) + "." + std::to_string(i) + ": one\n";
  }
  return text;
}

class Generator {
public:
  std::string run(unsigned rules) {
    std::string text = "pack: generated\nvocabulary: vocabulary.yaml\nrules:\n";
    for (unsigned group = 0; group < 10; ++group)
      text += "- {id: G" + std::to_string(group) + ", effect: forbid, recipient: r" +
              std::to_string(group) + "}\n";
    for (unsigned i = 10; i < rules; ++i)
      text += rule(i);
    return text;
  }

private:
  unsigned below(unsigned n) { return random_() % n; }
  bool inPercent(unsigned n) { return below(100) < n; }

  // A group, or one of its members.
  std::string term(const char* prefix, unsigned groups, unsigned each, unsigned percentGroups) {
    std::string group = numbered(prefix, below(groups));
    return inPercent(percentGroups) ? group : group + "." + std::to_string(below(each));
  }

  std::string rule(unsigned number) {
    bool permits = inPercent(60);
    std::string recipient = term("r", 10, 5, 20), first = term("d", 12, 5, 30),
                second = term("d", 12, 5, 30);
    std::string text = "- {id: R" + std::to_string(number) + ", effect: ";
    text += permits ? "permit" : "forbid";
    text += ", action: " + std::string(actions[below(6)]) + ", recipient: " + recipient +
            ", data: [" + first + (first == second ? "" : ", " + second) + "]";
    if (inPercent(50))
      text += ", purpose: " + term("p", 6, 4, 40);
    std::string when;
    for (unsigned i = 0; i < below(3); ++i)
      when += std::string(when.empty() ? "" : " and ") + (inPercent(30) ? "not " : "") +
              numbered("c", below(30));
    if (inPercent(10))
      when += std::string(when.empty() ? "" : " and ") + "days <= " + (inPercent(50) ? "30" : "90");
    if (!when.empty())
      text += ", when: " + when;
    if (permits)
      text += ", overrides: G" + recipient.substr(1, recipient.find('.') - 1);
    return text + "}\n";
  }

  std::mt19937 random_{1903};
};

} // namespace

std::string generatedVocabulary() {
  std::string text = "vocabulary: generated\n" + taxonomy("data", "d", 12, 5) +
                     taxonomy("recipient", "r", 10, 5) + taxonomy("purpose", "p", 6, 4) +
                     "action:\n";
  for (const char* action : actions)
    text += "  " + std::string(action) + ": one\n";
  text += "channel: {log: one, file: one, network: one, mail: one}\nconditions:\n";
  for (unsigned i = 0; i < 30; ++i)
    text += "  " + numbered("c", i) + ": {says: a fact}\n";
  return text + "quantities: {days: {unit: days}}\nconstraints: [c0 implies c1, c2 implies c3]\n";
}

std::string generatedPack(unsigned rules) {
  return Generator().run(rules);
}

} // namespace circumspect::bench
