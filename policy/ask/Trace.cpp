#include "policy/ask/Trace.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

namespace circumspect::policy {

template <typename Citing>
static void addCiting(const std::vector<Citing>& all, const std::string& clause,
                      std::vector<std::string>& ids) {
  for (const Citing& each : all)
    if (llvm::is_contained(each.cites, clause))
      ids.push_back(each.id);
}

// Is the clause named as a word? `LR-1` is not named by `LR-10`.
static bool names(llvm::StringRef text, llvm::StringRef clause) {
  auto isPart = [](char c) { return llvm::isAlnum(c); };
  for (size_t at = 0; (at = text.find(clause, at)) != llvm::StringRef::npos; ++at) {
    size_t end = at + clause.size();
    if ((at == 0 || !isPart(text[at - 1])) && (end == text.size() || !isPart(text[end])))
      return true;
  }
  return false;
}

static bool decides(const Clause& clause) {
  return clause.type == Clause::Type::Rule || clause.type == Clause::Type::Limit;
}

std::vector<TracedClause> trace(const Pack& pack,
                                const std::map<std::string, std::string>& programs) {
  std::vector<TracedClause> result;
  for (const Clause& clause : pack.clauses) {
    TracedClause traced{&clause, {}, {}, {}};
    std::vector<std::string> limits;
    addCiting(pack.rules, clause.id, traced.rules);
    addCiting(pack.limits, clause.id, limits);
    traced.isMissing = decides(clause) && traced.rules.empty() && limits.empty();
    addCiting(pack.properties, clause.id, traced.claims);
    llvm::append_range(traced.claims, limits);
    for (const auto& [name, text] : programs)
      if (names(text, clause.id))
        traced.programs.push_back(name);
    result.push_back(std::move(traced));
  }
  return result;
}

static const char* name(Clause::Type type) {
  static constexpr const char* types[] = {"rule", "limit", "duty", "info"};
  return types[static_cast<size_t>(type)];
}

llvm::json::Value toJson(llvm::ArrayRef<TracedClause> clauses, const Pack& pack,
                         TraceColumns columns) {
  llvm::json::Array all;
  for (const TracedClause& traced : clauses) {
    const Clause& clause = *traced.clause;
    llvm::json::Object entry{{"clause", clause.id},
                             {"kind", name(clause.type)},
                             {"says", clause.says},
                             {"file", clause.position.file},
                             {"line", clause.position.line},
                             {"column", clause.position.column},
                             {"principles", llvm::json::Array(clause.principles)},
                             {"rules", llvm::json::Array(traced.rules)},
                             {"claims", llvm::json::Array(traced.claims)},
                             {"isMissing", traced.isMissing}};
    if (columns == TraceColumns::WithPrograms)
      entry["programs"] = llvm::json::Array(traced.programs);
    all.push_back(std::move(entry));
  }
  return llvm::json::Object{
      {"version", 1}, {"pack", pack.name}, {"file", pack.file}, {"clauses", std::move(all)}};
}

void writeMarkdown(llvm::raw_ostream& out, llvm::ArrayRef<TracedClause> clauses,
                   TraceColumns columns) {
  bool hasPrograms = columns == TraceColumns::WithPrograms;
  bool hasPrinciples = llvm::any_of(
      clauses, [](const TracedClause& traced) { return !traced.clause->principles.empty(); });
  out << "| clause | kind |" << (hasPrinciples ? " principle |" : "") << " rules | claims |"
      << (hasPrograms ? " programs |" : "") << "\n|---|---|---|---|"
      << (hasPrinciples ? "---|" : "") << (hasPrograms ? "---|" : "") << "\n";
  for (const TracedClause& traced : clauses) {
    std::string rules = traced.isMissing          ? "none"
                        : !traced.rules.empty()   ? llvm::join(traced.rules, ", ")
                        : decides(*traced.clause) ? ""
                                                  : "decides nothing";
    out << "| " << traced.clause->id << " | " << name(traced.clause->type) << " | "
        << (hasPrinciples ? llvm::join(traced.clause->principles, ", ") + " | " : "") << rules
        << " | " << llvm::join(traced.claims, ", ") << " |"
        << (hasPrograms ? " " + llvm::join(traced.programs, ", ") + " |" : "") << "\n";
  }
}

} // namespace circumspect::policy
