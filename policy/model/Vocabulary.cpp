#include "policy/model/Vocabulary.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

#include <algorithm>
#include <functional>

namespace circumspect::policy {

llvm::StringRef name(Kind kind) {
  switch (kind) {
  case Kind::Data:
    return "data";
  case Kind::Recipient:
    return "recipient";
  case Kind::Purpose:
    return "purpose";
  case Kind::Action:
    return "action";
  case Kind::Channel:
    return "channel";
  }
  return "";
}

unsigned Taxonomy::add(Term term) {
  unsigned number = terms_.size();
  byName_[term.name] = number;
  terms_.push_back(std::move(term));
  return number;
}

void Taxonomy::addParent(unsigned child, unsigned parent) {
  std::vector<unsigned>& parents = terms_[child].parents;
  if (std::find(parents.begin(), parents.end(), parent) != parents.end())
    return;
  parents.push_back(parent);
  terms_[parent].children.push_back(child);
}

std::optional<unsigned> Taxonomy::close() {
  enum class Mark { New, Open, Done };
  std::vector<Mark> marks(terms_.size(), Mark::New);
  leavesUnder_.assign(terms_.size(), {});
  leaves_.clear();
  std::optional<unsigned> cycle;
  std::function<void(unsigned)> visit = [&](unsigned term) {
    if (marks[term] == Mark::Open)
      cycle = term;
    if (marks[term] != Mark::New || cycle)
      return;
    marks[term] = Mark::Open;
    std::vector<unsigned>& under = leavesUnder_[term];
    for (unsigned child : terms_[term].children) {
      visit(child);
      under.insert(under.end(), leavesUnder_[child].begin(), leavesUnder_[child].end());
    }
    if (terms_[term].children.empty())
      under.push_back(term);
    std::sort(under.begin(), under.end());
    under.erase(std::unique(under.begin(), under.end()), under.end());
    marks[term] = Mark::Done;
  };
  for (unsigned term = 0; term < terms_.size(); ++term) {
    visit(term);
    if (isLeaf(term))
      leaves_.push_back(term);
  }
  return cycle;
}

std::optional<unsigned> Taxonomy::find(llvm::StringRef name) const {
  auto found = byName_.find(name);
  return found == byName_.end() ? std::nullopt : std::optional<unsigned>(found->second);
}

std::vector<llvm::StringRef> Taxonomy::names() const {
  std::vector<llvm::StringRef> names;
  for (const Term& term : terms_)
    names.push_back(term.name);
  return names;
}

bool Taxonomy::isUnder(unsigned leaf, unsigned term) const {
  llvm::ArrayRef<unsigned> under = leavesUnder_[term];
  return std::binary_search(under.begin(), under.end(), leaf);
}

template <typename T>
static std::optional<unsigned> findNamed(const std::vector<T>& all, llvm::StringRef name) {
  for (unsigned i = 0; i < all.size(); ++i)
    if (all[i].name == name)
      return i;
  return std::nullopt;
}

void Taxonomy::inheritPrepositions() {
  for (unsigned term = 0; term < terms_.size(); ++term)
    for (unsigned leaf : leavesUnder_[term])
      if (terms_[leaf].preposition.empty())
        terms_[leaf].preposition = terms_[term].preposition;
}

std::optional<unsigned> Vocabulary::findCondition(llvm::StringRef word) const {
  return findNamed(conditions, word);
}
std::optional<unsigned> Vocabulary::findQuantity(llvm::StringRef word) const {
  return findNamed(quantities, word);
}

std::string preposition(const Vocabulary& vocabulary, llvm::ArrayRef<unsigned> actions) {
  std::vector<llvm::StringRef> words;
  for (unsigned action : actions) {
    llvm::StringRef word = vocabulary[Kind::Action][action].preposition;
    if (word.empty())
      word = "to";
    if (!llvm::is_contained(words, word))
      words.push_back(word);
  }
  return llvm::join(words, " or ");
}

} // namespace circumspect::policy
