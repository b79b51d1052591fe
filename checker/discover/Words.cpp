#include "checker/discover/Words.h"

#include "llvm/ADT/StringExtras.h"

#include <optional>

namespace circumspect::discover {

// At signs, between a small and a capital letter, before the last of several capitals that a small
// letter follows (`URLName`), and where digits begin or end.
static std::vector<std::string> parts(llvm::StringRef name) {
  std::vector<std::string> result;
  std::string part;
  auto end = [&] {
    if (!part.empty())
      result.push_back(llvm::StringRef(part).lower());
    part.clear();
  };
  for (size_t i = 0; i < name.size(); ++i) {
    char c = name[i];
    if (!llvm::isAlnum(c)) {
      end();
      continue;
    }
    char before = i > 0 ? name[i - 1] : ' ';
    bool isLowNext = i + 1 < name.size() && llvm::isLower(name[i + 1]);
    if ((llvm::isUpper(c) && llvm::isLower(before)) ||
        (llvm::isUpper(c) && llvm::isUpper(before) && isLowNext) ||
        (llvm::isDigit(c) != llvm::isDigit(before)))
      end();
    part += c;
  }
  end();
  return result;
}

static std::optional<std::string> singular(llvm::StringRef word, const Lexicon& lexicon) {
  llvm::StringRef stem = word;
  if (stem.consume_back("ies"))
    if (std::string one = (stem + "y").str(); lexicon.known.contains(one))
      return one;
  for (llvm::StringRef ending : {"es", "s"}) {
    stem = word;
    if (stem.consume_back(ending) && lexicon.known.contains(stem))
      return stem.str();
  }
  return std::nullopt;
}

static bool isWord(llvm::StringRef word, const Lexicon& lexicon) {
  return lexicon.known.contains(word) || lexicon.abbreviations.contains(word);
}

// Into as few known words as cover all of it; the shortest has three letters, so that little is
// split by accident, or two as the last (`patronid`).
static std::vector<std::string> compound(llvm::StringRef text, const Lexicon& lexicon) {
  size_t size = text.size();
  std::vector<std::vector<std::string>> best(size + 1);
  std::vector<bool> isReached(size + 1);
  isReached[0] = true;
  for (size_t end = 2; end <= size; ++end)
    for (size_t begin = 0; begin + 2 <= end; ++begin) {
      llvm::StringRef word = text.slice(begin, end);
      bool isLong = word.size() >= 3 || (end == size && begin > 0);
      if (!isReached[begin] || !isLong || !(isWord(word, lexicon) || singular(word, lexicon)))
        continue;
      if (isReached[end] && best[end].size() <= best[begin].size() + 1)
        continue;
      best[end] = best[begin];
      best[end].push_back(word.str());
      isReached[end] = true;
    }
  return best[size];
}

static void add(llvm::StringRef word, const Lexicon& lexicon, Phrase& into) {
  auto short_ = lexicon.abbreviations.find(word);
  if (short_ != lexicon.abbreviations.end())
    into.insert(into.end(), short_->second.begin(), short_->second.end());
  else if (auto one = singular(word, lexicon); one && !lexicon.known.contains(word))
    add(*one, lexicon, into);
  else
    into.push_back(word.str());
}

Phrase wordsOf(llvm::StringRef name, const Lexicon& lexicon) {
  Phrase words;
  std::vector<std::string> all = parts(name);
  for (size_t i = 0; i < all.size(); ++i) {
    const std::string& part = all[i];
    if (i == 0 && all.size() > 1 && lexicon.prefixes.contains(part))
      continue;
    if (isWord(part, lexicon) || singular(part, lexicon)) {
      add(part, lexicon, words);
    } else if (std::vector<std::string> split = compound(part, lexicon); !split.empty()) {
      for (const std::string& word : split)
        add(word, lexicon, words);
    } else {
      words.push_back(part);
    }
  }
  return words;
}

std::string spelled(llvm::ArrayRef<std::string> words) {
  return llvm::join(words, " ");
}

} // namespace circumspect::discover
