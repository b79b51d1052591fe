#include "policy/ask/Matrix.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

#include <map>

namespace circumspect::policy {

namespace {

class Filling {
public:
  Filling(const std::shared_ptr<const Pack>& pack, unsigned action, unsigned timeout)
      : v_(*pack->vocabulary), action_(action), apart_(leavesApart()),
        slices_({pack}, timeout, apart_) {
    matrix_.action = v_[Kind::Action][action].name;
    matrix_.preposition = preposition(v_, v_[Kind::Action].leavesUnder(action));
  }

  Matrix run() {
    llvm::ArrayRef<unsigned> data = v_[Kind::Data].leaves();
    llvm::ArrayRef<unsigned> recipients = v_[Kind::Recipient].leaves();
    std::map<std::vector<std::string>, std::vector<unsigned>> columns; // recipients by their cells
    for (unsigned recipient : recipients) {
      std::vector<std::string> cells;
      for (unsigned leaf : data)
        cells.push_back(cell(leaf, recipient));
      columns[cells].push_back(recipient);
    }
    std::vector<std::pair<std::vector<unsigned>, std::vector<std::string>>> ordered;
    for (const auto& [cells, alike] : columns)
      ordered.push_back({alike, cells});
    llvm::sort(ordered);
    for (const auto& [alike, cells] : ordered)
      matrix_.recipients.push_back(
          describeLeaves(v_[Kind::Recipient], alike, "anyone", Wording::Prose));
    std::vector<std::pair<std::vector<std::string>, std::vector<unsigned>>> rows;
    for (size_t i = 0; i < data.size(); ++i) {
      std::vector<std::string> cells;
      for (const auto& [alike, column] : ordered)
        cells.push_back(column[i]);
      auto same = llvm::find_if(rows, [&](const auto& row) { return row.first == cells; });
      if (same == rows.end())
        same = rows.insert(rows.end(), {std::move(cells), {}});
      same->second.push_back(data[i]);
    }
    for (auto& [cells, alike] : rows)
      matrix_.rows.push_back(
          {describeData(v_[Kind::Data], alike, Wording::Prose), std::move(cells)});
    return std::move(matrix_);
  }

private:
  Scope leavesApart() const {
    Scope scope;
    scope.terms[static_cast<size_t>(Kind::Data)] = v_[Kind::Data].leaves().vec();
    scope.terms[static_cast<size_t>(Kind::Recipient)] = v_[Kind::Recipient].leaves().vec();
    scope.terms[static_cast<size_t>(Kind::Action)] = {action_};
    return scope;
  }

  std::string cell(unsigned data, unsigned recipient) {
    Question question;
    question.scope.terms[static_cast<size_t>(Kind::Data)] = {data};
    question.scope.terms[static_cast<size_t>(Kind::Recipient)] = {recipient};
    question.scope.terms[static_cast<size_t>(Kind::Action)] = {action_};
    QueryResult result = query(slices_, question, 64, Wording::Prose);
    if (!result.undecided.empty())
      matrix_.undecided = result.undecided;
    if (result.kind == QueryResult::Kind::Unknown)
      return "unknown";
    if (result.kind == QueryResult::Kind::OnlyWhen) {
      auto known = llvm::find(matrix_.conditions, result.when);
      if (known == matrix_.conditions.end())
        known = matrix_.conditions.insert(known, result.when);
      return "permitted only [" + std::to_string(known - matrix_.conditions.begin() + 1) + "]";
    }
    std::vector<std::string> names;
    for (const QueryResult::Example& example : result.examples)
      names.push_back(name(example.decision.outcome).str());
    return llvm::join(names, " or ");
  }

  const Vocabulary& v_;
  unsigned action_;
  Scope apart_;
  Slices slices_;
  Matrix matrix_;
};

} // namespace

Matrix matrix(const std::shared_ptr<const Pack>& pack, unsigned action, unsigned timeout) {
  return Filling(pack, action, timeout).run();
}

} // namespace circumspect::policy
