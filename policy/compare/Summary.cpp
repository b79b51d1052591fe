// The difference on one page: what changes is put together by the rules that decided before and by
// what it becomes, and of each such change the first region is shown. The rules' own words are
// given once, at the end.
#include "policy/compare/Report.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

#include <set>

namespace circumspect::policy {

static std::string listed(const Pack& pack, llvm::ArrayRef<unsigned> rules,
                          std::set<std::string>& named) {
  std::vector<std::string> ids;
  for (unsigned rule : rules) {
    ids.push_back(pack.rules[rule].id);
    named.insert("  " + pack.rules[rule].id + ": " + pack.rules[rule].says);
  }
  return llvm::join(ids, ", ");
}

// `in conflict (LR-1 against CC-4)`, `permitted (CC-4)`, `undecided`.
static std::string decided(const Pack& pack, const Decision& decision,
                           std::set<std::string>& named) {
  std::string text = name(decision.outcome).str();
  if (decision.isByDefault)
    return text + " (the default)";
  bool isCovered = decision.uncovered.empty();
  std::string forbids = listed(pack, decision.forbids, named),
              permits = isCovered ? listed(pack, decision.permits, named) : "";
  if (forbids.empty() && permits.empty())
    return text;
  const char* between = forbids.empty() || permits.empty() ? "" : " against ";
  return text + " (" + forbids + between + permits + ")";
}

void writeSummary(llvm::raw_ostream& out, const Difference& difference, const Pack& old,
                  const Pack& now) {
  out << now.name << ": " << old.file << " -> " << now.file << "\n";
  if (difference.isEmpty())
    out << "every request is decided as before, by the same rules\n";
  std::set<std::string> before, after;
  for (const Change& change : difference.changes) {
    if (!change.outcome)
      continue;
    struct Group {
      std::string key;
      const Change::Part* first;
      unsigned more = 0;
    };
    std::vector<Group> groups;
    for (const Change::Part& part : change.parts) {
      std::string by;
      for (unsigned rule : part.before.forbids)
        by += old.rules[rule].id + " ";
      if (part.before.outcome == Outcome::Permitted)
        for (unsigned rule : part.before.permits)
          by += old.rules[rule].id + " ";
      std::string key = name(part.before.outcome).str() + " " + by;
      auto known = llvm::find_if(groups, [&](const Group& group) { return group.key == key; });
      if (known == groups.end())
        groups.push_back({key, &part});
      else
        ++known->more;
    }
    out << "\n" << title(change) << (change.isCut ? " (not all is shown; raise --limit)" : "");
    out << (change.undecided.empty() ? "" : " (the solver did not decide all)") << "\n";
    for (const Group& group : groups) {
      out << "  " << describe(group.first->region, *now.vocabulary);
      if (group.more)
        out << "; and " << group.more << " more of the kind";
      out << "\n      was " << decided(old, group.first->before, before) << "; now "
          << decided(now, group.first->after, after) << "\n";
    }
  }
  for (auto [rules, of] : {std::pair(&before, " before"), std::pair(&after, " now")})
    if (!rules->empty())
      out << "\nthe rules" << of << "\n" << llvm::join(*rules, "\n") << "\n";
}

} // namespace circumspect::policy
