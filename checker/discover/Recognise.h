// From a name and what stands around it to the category that it probably has, with the reason. Only
// names are looked at, and the little that types say: this guesses, and a person decides.
#pragma once

#include "checker/discover/Lexicon.h"

#include <map>
#include <optional>

namespace circumspect::discover {

/// How sure a guess is.
enum class Rank : uint8_t { Likely, Possible, Unlikely };
llvm::StringRef name(Rank rank);

/// A name in its place.
struct Named {
  std::string name;
  std::vector<std::string> around; ///< the record, table, class or function, the nearest first
  Holds holds = Holds::Unknown;
  std::string beside = {};     ///< not empty: what else stands there, which makes it a person's
  std::string classified = {}; ///< not empty: what stands there too and is said to be patron data
};

/// What a name probably means.
struct Guess {
  std::string data;
  Rank rank = Rank::Likely;
  std::string why;
  bool isPersons = false;     ///< said of people, among other things: counts as beside others
  bool isOnlyPersons = false; ///< said of nobody but people, as a surname is
};

/// Nothing where no phrase fits.
std::optional<Guess> recognise(const Lexicon& lexicon, const Named& named);

/// What shows that the record or table with these members or columns is about a person: three
/// different things that are said of people, at least one of them of nobody else. A name, an e-mail
/// address and a telephone are a supplier's too. What is classified counts as one of nobody else.
/// Empty where nothing shows it.
std::string personsAmong(const Lexicon& lexicon, llvm::ArrayRef<Named> names,
                         const std::map<std::string, std::string>& classified = {});

/// Whether the category is of people, among others: `patron.email` is, `circulation.hold` is of a
/// hold.
bool isPersons(const Lexicon& lexicon, llvm::StringRef data);

/// The category of a code in a group, or nothing.
const Code* findCode(const Lexicon& lexicon, llvm::StringRef name, unsigned group);

} // namespace circumspect::discover
