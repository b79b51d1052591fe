// Words are read as they are written; what cannot be understood is named with its position.
#include "policy/load/Load.h"
#include "checker/discover/Lexicon.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"

#include <gmock/gmock.h>

using namespace circumspect;
using namespace circumspect::discover;

namespace {

std::string mistakes(llvm::StringRef text) {
  llvm::SmallString<128> path;
  int file = 0;
  EXPECT_FALSE(llvm::sys::fs::createTemporaryFile("words", "yaml", file, path));
  {
    llvm::raw_fd_ostream out(file, /*shouldClose=*/true);
    out << "recogniser: test\n" << text;
  }
  policy::Diagnostics diagnostics;
  auto vocabulary =
      policy::loadVocabulary(CIRCUMSPECT_SOURCE_DIR "/rules/vocabulary/library.yaml", diagnostics);
  loadLexicon({path.str().str()}, *vocabulary, diagnostics);
  for (policy::Diagnostic& diagnostic : diagnostics)
    diagnostic.position.file = "test.yaml";
  std::string result;
  llvm::raw_string_ostream out(result);
  policy::print(out, diagnostics);
  llvm::sys::fs::remove(path);
  return result;
}

TEST(LoadLexicon, AcceptsWhatItKnows) {
  EXPECT_EQ(mistakes("owners: { person: [patron] }\n"
                     "categories:\n"
                     "  - { data: patron.email, holds: [text, date], usually: [e mail], of: { "
                     "person: mail } }\n"
                     "codes:\n"
                     "  - { of: SIP2, in: [sip], together: 3, mean: { AE: patron.name } }\n"),
            "");
}

TEST(LoadLexicon, NamesUnknownTermsWithTheNearest) {
  EXPECT_EQ(mistakes("categories:\n  - { data: patron.emial, usually: [email] }\n"),
            "test.yaml:3:13: error: unknown data term 'patron.emial'; did you mean "
            "'patron.email'?\n");
  EXPECT_EQ(mistakes("codes:\n  - { of: SIP2, mean: { AE: patron.nam } }\n"),
            "test.yaml:3:29: error: unknown data term 'patron.nam'; did you mean "
            "'patron.name'?\n");
}

TEST(LoadLexicon, NamesUnknownKeysKindsAndOwners) {
  EXPECT_EQ(mistakes("prefix: [m]\n"),
            "test.yaml:2:1: error: unknown key 'prefix'; did you mean 'prefixes'?\n");
  EXPECT_EQ(mistakes("categories:\n  - { data: patron.email, holds: texts }\n"),
            "test.yaml:3:34: error: unknown kind of value 'texts'; did you mean 'text'?\n");
  EXPECT_EQ(mistakes("owners: { person: [patron] }\n"
                     "categories:\n  - { data: patron.email, of: { persn: [mail] } }\n"),
            "test.yaml:4:33: error: unknown class of owners 'persn'; did you mean 'person'?\n");
}

TEST(LoadLexicon, WantsANumberOfCodes) {
  EXPECT_EQ(mistakes("codes:\n  - { of: SIP2, together: some, mean: { AE: patron.name } }\n"),
            "test.yaml:3:27: error: `together` must be a whole number\n");
}

} // namespace
