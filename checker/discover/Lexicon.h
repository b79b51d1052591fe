// The words by which code calls what it holds about people: what a name means, whose it is, and
// what makes it a name of something else. All of it is data under rules/discover/; here is its
// shape.
//
//   recogniser: words                # what the file describes
//   says: …
//   abbreviations: { usr: user, dob: date of birth }
//   prefixes: [m, str]               # before a name; say nothing
//   plain: [text, value]             # around what is meant; say nothing
//   about: [length, type]            # behind it: then the name is about it, and is not it
//   questions: [is, has]             # before it: then it is answered with yes or no
//   owners: { person: [patron, user], loan: [loan, checkout] }
//   others: [vendor, file]           # whose things are nobody's data
//   text-types: [QString]            # library classes that hold text; also `date-types`
//   keys: [key, field]               # parameters that take the name of something
//   categories:
//     - data: patron.email
//       holds: [text]                # or date, number; text where it is left out
//       always: [home email]         # says it by itself
//       usually: [email]             # says it, and is a person's more surely where an owner says
//       of: { person: [mail] }       # says it of such an owner only
//   codes:                           # names that only a protocol explains
//     - of: SIP2
//       in: [sip, sip2]              # words of the file, the class or the function around it
//       together: 3                  # or so many of them stand in one function
//       mean: { AA: patron.barcode }
//
// A phrase is matched word by word, in order; names are split into words first (Words.h).
#pragma once

#include "policy/model/Diagnostic.h"
#include "policy/model/Vocabulary.h"

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"

#include <string>
#include <vector>

namespace circumspect::discover {

/// Words in lower case, in order.
using Phrase = std::vector<std::string>;

/// What a declaration can hold, as far as its type says.
enum class Holds : uint8_t {
  Text,
  Number,
  Date,
  Answer,  ///< yes or no
  Unknown, ///< the place has no type, such as a key
};

/// How surely a phrase means a category.
enum class Strength : uint8_t { Always, Usually, Owned };

/// One phrase of a category.
struct Meaning {
  Phrase phrase;
  unsigned category = 0; ///< in Lexicon::categories
  Strength strength = Strength::Always;
  std::string owner; ///< Owned: the class of owners
};

struct Category {
  std::string data;         ///< a term of the vocabulary
  std::vector<Holds> holds; ///< what it is held as
};

/// Names that mean something in one protocol only.
struct Code {
  std::string name, data;
  unsigned group = 0; ///< in Lexicon::codeGroups
};
struct CodeGroup {
  std::string name;                ///< of the protocol
  std::vector<std::string> places; ///< words around it
  unsigned together = ~0U;
};

struct Lexicon {
  llvm::StringMap<Phrase> abbreviations;
  llvm::StringSet<> prefixes, plain, about, questions, others, textTypes, dateTypes, keys;
  llvm::StringMap<std::string> owners; ///< word → class
  std::vector<Category> categories;
  std::vector<Meaning> meanings; ///< longest phrase first
  std::vector<CodeGroup> codeGroups;
  std::vector<Code> codes;
  llvm::StringSet<> known; ///< every word of all of these: compounds are split into them
};

/// Reads the words from YAML files, in the given order. Mistakes go to `diagnostics`; a term that
/// the vocabulary does not have is one.
Lexicon loadLexicon(llvm::ArrayRef<std::string> files, const policy::Vocabulary& vocabulary,
                    policy::Diagnostics& diagnostics);

} // namespace circumspect::discover
