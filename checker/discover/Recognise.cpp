#include "checker/discover/Recognise.h"

#include "checker/discover/Words.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

#include <map>

namespace circumspect::discover {

llvm::StringRef name(Rank rank) {
  static constexpr llvm::StringRef names[] = {"likely", "possible", "unlikely"};
  return names[static_cast<size_t>(rank)];
}

namespace {

/// Whose something is: the last word of a name that says so decides (`patron file` is a file).
struct Owner {
  std::string word, kind; ///< no kind: nobody's
  std::string behind;     ///< what stands behind the word and may be something else
  bool isKnown() const { return !word.empty(); }
};

class Recogniser {
public:
  Recogniser(const Lexicon& lexicon, const Named& named)
      : lexicon_(lexicon), named_(named), words_(wordsOf(named.name, lexicon)) {}

  std::optional<Guess> run() {
    std::optional<Guess> best;
    size_t length = 0;
    for (const Meaning& meaning : lexicon_.meanings) { // the longest phrases first
      if (length > meaning.phrase.size())
        break;
      auto guess = match(meaning);
      if (!guess)
        continue;
      length = meaning.phrase.size();
      if (!best || guess->rank < best->rank)
        best = std::move(guess);
    }
    return best;
  }

private:
  std::optional<Guess> match(const Meaning& meaning) {
    const Phrase& phrase = meaning.phrase;
    auto found = std::find_end(words_.begin(), words_.end(), phrase.begin(), phrase.end());
    if (found == words_.end())
      return std::nullopt;
    llvm::ArrayRef<std::string> all(words_);
    auto begin = static_cast<size_t>(found - words_.begin());
    llvm::ArrayRef<std::string> before = all.take_front(begin);
    llvm::ArrayRef<std::string> after = all.drop_front(begin + phrase.size());

    Owner owner = ownerIn(after);
    if (!owner.isKnown())
      owner = ownerIn(before);
    bool isInName = owner.isKnown();
    for (size_t i = 0; !owner.isKnown() && i < named_.around.size(); ++i)
      owner = ownerIn(wordsOf(named_.around[i], lexicon_));
    if (!owner.isKnown() && !named_.beside.empty())
      owner = {"", "person", ""};

    bool isOwn = !isInName && llvm::any_of(phrase, [&](const std::string& word) {
      return lexicon_.owners.contains(word);
    });
    if (isOwn && owner.kind.empty())
      owner = {}; // `user id` is a user's, in whatever it is

    guess_ = {};
    guess_.data = lexicon_.categories[meaning.category].data;
    reasons_ = {"'" + spelled(phrase) + "'"};
    if (!weigh(meaning, owner))
      return std::nullopt;
    weighPlace(meaning, owner, isInName);
    weighRest(before, after, meaning.strength);
    weighType(lexicon_.categories[meaning.category]);
    guess_.why = llvm::join(reasons_, ", ");
    return guess_;
  }

  Owner ownerIn(llvm::ArrayRef<std::string> words) const {
    std::string behind;
    for (const std::string& word : llvm::reverse(words)) {
      if (auto known = lexicon_.owners.find(word); known != lexicon_.owners.end())
        return {word, known->second, behind};
      if (lexicon_.others.contains(word))
        return {word, "", behind};
      if (!saysNothing(word))
        behind = word;
    }
    return {};
  }

  void atLeast(Rank rank, std::string reason) {
    guess_.rank = std::max(guess_.rank, rank);
    reasons_.push_back(std::move(reason));
  }

  // What the owner makes of it; false where the phrase is of another kind of owner.
  bool weigh(const Meaning& meaning, const Owner& owner) {
    bool isPerson = owner.kind == "person";
    guess_.isPersons = meaning.strength != Strength::Owned || meaning.owner == "person";
    guess_.isOnlyPersons = meaning.strength == Strength::Always;
    if (meaning.strength == Strength::Owned) {
      if (owner.kind == meaning.owner) {
        saysWhose(owner);
        return true;
      }
      if (!owner.kind.empty())
        return false;
      atLeast(Rank::Unlikely, owner.isKnown() ? "of '" + owner.word + "'" : "nothing says whose");
      return true;
    }
    if (owner.isKnown() && owner.kind.empty()) {
      guess_.isPersons = guess_.isOnlyPersons = false;
      atLeast(Rank::Unlikely, "of '" + owner.word + "'");
    } else if (isPerson)
      saysWhose(owner);
    else if (meaning.strength == Strength::Usually && !owner.isKnown() &&
             !named_.classified.empty())
      reasons_.push_back("beside " + named_.classified + ", which is classified");
    else if (meaning.strength == Strength::Usually)
      atLeast(Rank::Possible, owner.isKnown() ? "of '" + owner.word + "'" : "nothing says whose");
    return true;
  }

  void saysWhose(const Owner& owner) {
    reasons_.push_back(owner.isKnown() ? "of '" + owner.word + "'" : "beside " + named_.beside);
  }

  // The name of a `user_bucket` is no user's, and `user email` in settings may be the program's
  // own.
  void weighPlace(const Meaning& meaning, const Owner& owner, bool isInName) {
    if (owner.kind.empty() || !owner.isKnown() || meaning.strength == Strength::Always)
      return;
    if (!isInName) {
      if (!owner.behind.empty() && meaning.strength == Strength::Owned)
        lower("'" + owner.behind + "' stands behind that");
    } else if (!named_.around.empty()) {
      Owner place = ownerIn(wordsOf(named_.around.front(), lexicon_));
      if (place.isKnown() && place.kind.empty())
        lower("in something of '" + place.word + "'");
    }
  }

  bool saysNothing(llvm::StringRef word) const {
    return lexicon_.plain.contains(word) || lexicon_.owners.contains(word) ||
           llvm::all_of(word, llvm::isDigit);
  }

  // `email_sent` is about an e-mail, `is_email` a question; other words may change the meaning.
  void weighRest(llvm::ArrayRef<std::string> before, llvm::ArrayRef<std::string> after,
                 Strength strength) {
    for (const std::string& word : after)
      if (lexicon_.about.contains(word))
        return isNotIt("'" + word + "' makes it something about it");
    for (const std::string& word : before)
      if (lexicon_.questions.contains(word))
        return isNotIt("'" + word + "' makes it a question about it");
    for (const std::string& word : after)
      if (!saysNothing(word))
        return lower("'" + word + "' stands behind it");
    if (strength == Strength::Owned) // a short word, which others make something else
      for (const std::string& word : before)
        if (!saysNothing(word))
          return lower("'" + word + "' stands before it");
  }

  void isNotIt(std::string reason) {
    guess_.isPersons = guess_.isOnlyPersons = false;
    atLeast(Rank::Unlikely, std::move(reason));
  }

  void weighType(const Category& category) {
    if (named_.holds == Holds::Answer)
      return atLeast(Rank::Unlikely, "it holds yes or no");
    bool isNumber = named_.holds == Holds::Number;
    if (isNumber && llvm::is_contained(category.holds, Holds::Text) && category.holds.size() == 1)
      lower("it holds a number");
    if (named_.holds == Holds::Date && !llvm::is_contained(category.holds, Holds::Date))
      lower("it holds a date");
  }

  void lower(std::string reason) {
    Rank next = guess_.rank == Rank::Likely ? Rank::Possible : Rank::Unlikely;
    atLeast(next, std::move(reason));
  }

  const Lexicon& lexicon_;
  const Named& named_;
  Phrase words_;
  Guess guess_;
  std::vector<std::string> reasons_;
};

} // namespace

std::optional<Guess> recognise(const Lexicon& lexicon, const Named& named) {
  return Recogniser(lexicon, named).run();
}

std::string personsAmong(const Lexicon& lexicon, llvm::ArrayRef<Named> names,
                         const std::map<std::string, std::string>& classified) {
  std::map<std::string, std::string> byCategory = classified;
  std::string first = classified.empty() ? "" : classified.begin()->second;
  for (const Named& named : names)
    if (auto guess = recognise(lexicon, named); guess && guess->isPersons) {
      byCategory.emplace(guess->data, "'" + named.name + "'");
      if (guess->isOnlyPersons && first.empty())
        first = "'" + named.name + "'";
    }
  if (byCategory.size() < 3 || first.empty())
    return "";
  for (const auto& [category, name] : byCategory)
    if (name != first)
      return first + " and " + name;
  return "";
}

bool isPersons(const Lexicon& lexicon, llvm::StringRef data) {
  return llvm::any_of(lexicon.meanings, [&](const Meaning& meaning) {
    return lexicon.categories[meaning.category].data == data &&
           (meaning.strength != Strength::Owned || meaning.owner == "person");
  });
}

const Code* findCode(const Lexicon& lexicon, llvm::StringRef name, unsigned group) {
  for (const Code& code : lexicon.codes)
    if (code.group == group && code.name == name)
      return &code;
  return nullptr;
}

} // namespace circumspect::discover
