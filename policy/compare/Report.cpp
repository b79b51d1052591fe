#include "policy/compare/Report.h"

#include "policy/verify/Check.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

namespace circumspect::policy {

static std::string numberOf(const std::optional<llvm::APInt>& requests) {
  if (!requests)
    return "an uncounted number of requests";
  return inWords(*requests) + (requests->isOne() ? " request" : " requests");
}

static std::string share(const Change& change, const Difference& difference) {
  std::string text = numberOf(change.requests);
  if (change.requests && difference.requests)
    text += " of " + inWords(*difference.requests);
  return text;
}

void writeText(llvm::raw_ostream& out, const Difference& difference, const Pack& old,
               const Pack& now) {
  const Vocabulary& v = *now.vocabulary;
  out << now.name << ": " << old.file << " -> " << now.file << "\n";
  if (difference.isEmpty())
    out << "  every request is decided as before, by the same rules\n";
  for (const Change& change : difference.changes) {
    out << "  " << title(change) << ": " << share(change, difference) << "\n";
    for (const Change::Part& part : change.parts) {
      out << "    " << describe(part.region, v) << "\n";
      out << "      " << numberOf(part.requests) << "; for example: " << describe(part.witness, v)
          << "\n";
      out << "      before: " << name(part.before.outcome) << "\n";
      for (const std::string& line : reasons(old, part.before))
        out << "        " << line << "\n";
      out << "      now: " << name(part.after.outcome) << "\n";
      for (const std::string& line : reasons(now, part.after))
        out << "        " << line << "\n";
    }
    if (change.isCut)
      out << "    there are more; raise --limit to see them\n";
    if (!change.undecided.empty())
      out << "    unknown, the solver did not decide: " << change.undecided << "\n";
  }
}

// Text that Markdown would read as its own is escaped.
static std::string escaped(llvm::StringRef text) {
  std::string result;
  for (char c : text) {
    if (llvm::StringRef("\\`*_{}[]<>#|~").contains(c))
      result += '\\';
    result += c;
  }
  return result;
}

static void writeRules(llvm::raw_ostream& out, const Pack& pack, const Decision& decision) {
  auto write = [&](llvm::ArrayRef<unsigned> rules) {
    for (unsigned rule : rules) {
      const Rule& r = pack.rules[rule];
      out << "    - " << name(r.effect) << ": **" << escaped(r.id) << "**";
      if (!r.says.empty())
        out << ", " << escaped(r.says);
      out << "\n";
    }
  };
  write(decision.forbids);
  if (decision.uncovered.empty())
    write(decision.permits);
}

void writeMarkdown(llvm::raw_ostream& out, const Difference& difference, const Pack& old,
                   const Pack& now) {
  const Vocabulary& v = *now.vocabulary;
  out << "# Changes to " << escaped(now.name) << "\n\n";
  out << "From `" << old.file << "` to `" << now.file << "`.\n";
  if (difference.isEmpty()) {
    out << "\nNothing changes: every request is decided as before, by the same rules.\n";
    return;
  }
  for (const Change& change : difference.changes) {
    out << "\n## What " << title(change) << "\n" << share(change, difference) << ".\n\n";
    for (const Change::Part& part : change.parts) {
      out << "- **" << escaped(describe(part.region, v)) << "** (" << numberOf(part.requests)
          << ")\n  - For example: " << escaped(describe(part.witness, v)) << "\n  - Before, "
          << name(part.before.outcome) << "\n";
      writeRules(out, old, part.before);
      out << "  - Now, " << name(part.after.outcome) << "\n";
      writeRules(out, now, part.after);
    }
    if (change.isCut)
      out << "- There is more than is shown here.\n";
    if (!change.undecided.empty())
      out << "- The solver did not decide everything: " << escaped(change.undecided) << "\n";
  }
  out << "\n## How many requests, by action and recipient\n| action | recipient |";
  for (const Change& change : difference.changes)
    out << " " << title(change) << " |";
  out << "\n|---|---|";
  for (size_t i = 0; i < difference.changes.size(); ++i)
    out << "---:|";
  out << "\n";
  for (const Row& row : difference.rows) {
    out << "| " << escaped(row.action) << " | " << escaped(row.recipient) << " |";
    for (const std::string& requests : row.requests)
      out << " " << requests << " |";
    out << "\n";
  }
}

static llvm::json::Object toJson(const Pack& pack, const Decision& decision) {
  auto ids = [&](llvm::ArrayRef<unsigned> rules) {
    llvm::json::Array all;
    for (unsigned rule : rules)
      all.push_back(pack.rules[rule].id);
    return all;
  };
  return llvm::json::Object{{"outcome", name(decision.outcome)},
                            {"byDefault", decision.isByDefault},
                            {"permits", ids(decision.permits)},
                            {"forbids", ids(decision.forbids)}};
}

// Counts are texts, since they may be larger than a number of JSON can be.
static llvm::json::Value toJson(const std::optional<llvm::APInt>& requests) {
  if (!requests)
    return nullptr;
  llvm::SmallString<64> digits;
  requests->toStringUnsigned(digits);
  return digits.str().str();
}

void writeJson(llvm::raw_ostream& out, const Difference& difference, const Pack& old,
               const Pack& now) {
  const Vocabulary& v = *now.vocabulary;
  llvm::json::Array changes, rows;
  for (const Change& change : difference.changes) {
    llvm::json::Array parts;
    for (const Change::Part& part : change.parts)
      parts.push_back(llvm::json::Object{{"region", describe(part.region, v)},
                                         {"terms", describe(part.region, v, Wording::Language)},
                                         {"requests", toJson(part.requests)},
                                         {"example", describe(part.witness, v)},
                                         {"before", toJson(old, part.before)},
                                         {"now", toJson(now, part.after)}});
    llvm::json::Object entry{{"change", title(change)},
                             {"requests", toJson(change.requests)},
                             {"isComplete", !change.isCut && change.undecided.empty()},
                             {"regions", std::move(parts)}};
    if (!change.undecided.empty())
      entry["undecided"] = change.undecided;
    changes.push_back(std::move(entry));
  }
  for (const Row& row : difference.rows) {
    llvm::json::Object counts;
    for (size_t i = 0; i < row.requests.size(); ++i) {
      std::string digits = row.requests[i];
      llvm::erase(digits, ',');
      counts[title(difference.changes[i])] = digits;
    }
    rows.push_back(llvm::json::Object{
        {"action", row.action}, {"recipient", row.recipient}, {"requests", std::move(counts)}});
  }
  llvm::json::Object root{{"old", old.file},
                          {"new", now.file},
                          {"requests", toJson(difference.requests)},
                          {"changes", std::move(changes)},
                          {"byActionAndRecipient", std::move(rows)}};
  out << llvm::formatv("{0:2}", llvm::json::Value(std::move(root))) << "\n";
}

} // namespace circumspect::policy
