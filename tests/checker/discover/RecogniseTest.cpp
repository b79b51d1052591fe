// What a name probably means, by the words that ship.
#include "checker/discover/Recognise.h"
#include "checker/discover/Words.h"
#include "policy/load/Load.h"

#include <gmock/gmock.h>

using namespace circumspect;
using namespace circumspect::discover;
using testing::ElementsAre;

namespace {

const Lexicon& shipped() {
  static const Lexicon lexicon = [] {
    policy::Diagnostics diagnostics;
    std::string rules = CIRCUMSPECT_SOURCE_DIR "/rules/";
    auto vocabulary = policy::loadVocabulary(rules + "vocabulary/library.yaml", diagnostics);
    Lexicon result = loadLexicon({rules + "discover/patron.yaml", rules + "discover/words.yaml"},
                                 *vocabulary, diagnostics);
    EXPECT_TRUE(diagnostics.empty());
    return result;
  }();
  return lexicon;
}

/// `likely patron.email`, or nothing.
std::string guess(std::string name, std::string around = "", Holds holds = Holds::Text) {
  auto found = recognise(shipped(), {std::move(name), {std::move(around)}, holds, ""});
  return found ? discover::name(found->rank).str() + " " + found->data : "";
}

TEST(WordsOf, SplitsAsProgrammersWrite) {
  EXPECT_THAT(wordsOf("homePhone", shipped()), ElementsAre("home", "phone"));
  EXPECT_THAT(wordsOf("m_strPatronEMail", shipped()), ElementsAre("str", "patron", "e", "mail"));
  EXPECT_THAT(wordsOf("BORROWER_NUMBER", shipped()), ElementsAre("borrower", "number"));
  EXPECT_THAT(wordsOf("street2", shipped()), ElementsAre("street", "2"));
}

TEST(WordsOf, KnowsShortFormsAndCompounds) {
  EXPECT_THAT(wordsOf("usr_addr", shipped()), ElementsAre("user", "address"));
  EXPECT_THAT(wordsOf("dob", shipped()), ElementsAre("birth", "date"));
  EXPECT_THAT(wordsOf("borrowernumber", shipped()), ElementsAre("borrower", "number"));
  EXPECT_THAT(wordsOf("patronid", shipped()), ElementsAre("patron", "id"));
  EXPECT_THAT(wordsOf("emails", shipped()), ElementsAre("email"));
  EXPECT_THAT(wordsOf("borrowernotes", shipped()), ElementsAre("borrower", "note"));
}

TEST(Recognise, AsksWhoseItIs) {
  EXPECT_EQ(guess("email", "Patron"), "likely patron.email");
  EXPECT_EQ(guess("email", "Message"), "possible patron.email");
  EXPECT_EQ(guess("email", "Vendor"), "unlikely patron.email");
  EXPECT_EQ(guess("patron_email", "Message"), "likely patron.email");
  EXPECT_EQ(guess("name", "Patron"), "likely patron.name");
  EXPECT_EQ(guess("name", "Printer"), "unlikely patron.name");
  EXPECT_EQ(guess("name", "Donor"), "likely donor.identity");
  EXPECT_EQ(guess("surname", "Row"), "likely patron.name");
  EXPECT_EQ(guess("user_id", "ServicesRequest"), "possible patron.username"); // a user's anyway
}

TEST(Recognise, TakesTheLongestPhrase) {
  EXPECT_EQ(guess("emailAddress", "Patron"), "likely patron.email");
  EXPECT_EQ(guess("address", "Patron"), "likely patron.address");
  EXPECT_EQ(guess("cardNumber", "Patron"), "likely patron.barcode");
  EXPECT_EQ(guess("cardNumber", "CreditCardInfo"), "likely payment.card");
}

TEST(Recognise, LowersWhatOtherWordsChange) {
  EXPECT_EQ(guess("email_sent", "Patron"), "unlikely patron.email");
  EXPECT_EQ(guess("has_email", "Patron"), "unlikely patron.email");
  EXPECT_EQ(guess("email", "Patron", Holds::Answer), "unlikely patron.email");
  EXPECT_EQ(guess("address", "Patron", Holds::Number), "possible patron.address");
  EXPECT_EQ(guess("name", "user_bucket"), "possible patron.name");
  EXPECT_EQ(guess("userEmail", "DatabaseConfig"), "possible patron.email");
  EXPECT_EQ(guess("ftpAddress", "Destination"), "unlikely patron.address");
}

TEST(Recognise, LeavesOutWhatMeansSomethingElse) {
  EXPECT_EQ(guess("fname", "tcpip_state"), "unlikely patron.name"); // the name of a file
  EXPECT_EQ(guess("fname", "patron"), "likely patron.name");
  EXPECT_EQ(guess("colour", "Patron"), "");
}

TEST(Recognise, SaysWhy) {
  auto found = recognise(shipped(), {"usr_email_type", {}, Holds::Text, ""});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->why, "'email', of 'type', 'type' makes it something about it");
}

TEST(PersonsAmong, NeedsSomethingThatOnlyPeopleHave) {
  auto among = [](std::vector<std::string> names) {
    std::vector<Named> all;
    for (std::string& name : names)
      all.push_back({std::move(name), {"Entry"}, Holds::Text, ""});
    return personsAmong(shipped(), all);
  };
  EXPECT_EQ(among({"name", "phone", "email"}), ""); // a supplier has them too
  EXPECT_EQ(among({"surname", "phone"}), "");
  EXPECT_EQ(among({"surname", "phone", "email"}), "'surname' and 'email'");
  EXPECT_EQ(among({"surname", "has_phone", "email_sent"}), "");
}

TEST(FindCode, KnowsTheCodesOfAProtocol) {
  ASSERT_FALSE(shipped().codeGroups.empty());
  EXPECT_EQ(shipped().codeGroups[0].name, "SIP2");
  const Code* code = findCode(shipped(), "AE", 0);
  ASSERT_TRUE(code);
  EXPECT_EQ(code->data, "patron.name");
  EXPECT_FALSE(findCode(shipped(), "ZZ", 0));
}

} // namespace
