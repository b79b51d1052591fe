// Which columns a statement gives, and what it does.
#include "checker/sql/Statement.h"

#include <gmock/gmock.h>

using namespace circumspect::sql;
using testing::ElementsAre;

namespace {

/// `name = table.column table.column` for each column of the result.
std::vector<std::string> columns(const char* text) {
  std::vector<std::string> result;
  for (const Output& output : parse(text).columns) {
    result.push_back(output.name + " =");
    for (const Column& column : output.from)
      result.back() += " " + column.table + "." + column.name;
  }
  return result;
}

TEST(Statement, NamesTheColumnsThatItGives) {
  EXPECT_THAT(columns("SELECT email, branch AS home FROM actor.usr WHERE id = $1"),
              ElementsAre("email = actor.usr.email", "home = actor.usr.branch"));
  EXPECT_THAT(columns("SELECT * FROM borrowers"), ElementsAre("* = borrowers.*"));
}

TEST(Statement, FollowsAliasesAndJoins) {
  EXPECT_THAT(columns("SELECT u.Email, c.id FROM Actor.Usr u JOIN card c ON c.usr = u.id"),
              ElementsAre("email = actor.usr.email", "id = card.id"));
  EXPECT_THAT(columns("SELECT email FROM usr, card"), ElementsAre("email = usr.email card.email"));
}

TEST(Statement, DerivesExpressionsFromWhatTheyRead) {
  EXPECT_THAT(columns("SELECT lower(name) || email AS text FROM usr"),
              ElementsAre("text = usr.name usr.email"));
  EXPECT_THAT(columns("SELECT count(email), max(name), 1 FROM usr"),
              ElementsAre("count =", "max = usr.name", " ="));
  EXPECT_THAT(columns("SELECT (SELECT email FROM usr LIMIT 1) AS e, EXISTS(SELECT name FROM usr)"),
              ElementsAre("e = usr.email", " ="));
}

TEST(Statement, LooksIntoQueriesInQueries) {
  EXPECT_THAT(columns("SELECT x.e FROM (SELECT email AS e FROM usr) x"),
              ElementsAre("e = usr.email"));
  EXPECT_THAT(columns("SELECT * FROM (SELECT email AS e FROM usr) x"),
              ElementsAre("e = usr.email"));
  EXPECT_THAT(columns("SELECT email FROM (SELECT * FROM usr) x"), ElementsAre("email = usr.email"));
  EXPECT_THAT(columns("WITH q AS (SELECT email AS e FROM usr) SELECT e AS f FROM q"),
              ElementsAre("f = usr.email"));
  EXPECT_THAT(columns("SELECT email FROM usr UNION SELECT name FROM donor"),
              ElementsAre("email = usr.email donor.name"));
}

TEST(Statement, GivesWhatAChangeReturns) {
  EXPECT_THAT(columns("UPDATE usr SET active = true RETURNING email"),
              ElementsAre("email = usr.email"));
}

TEST(Statement, TakesParametersAsOtherDatabasesWriteThem) {
  EXPECT_THAT(columns("SELECT email FROM usr WHERE a = ? AND b = :name AND c = %d"),
              ElementsAre("email = usr.email"));
  EXPECT_THAT(columns("SELECT `email` FROM `usr` WHERE a = '?' AND b::int = 1"),
              ElementsAre("email = usr.email"));
}

TEST(Statement, SaysWhetherItChangesWhatIsStored) {
  EXPECT_EQ(parse("select 1").kind, Kind::Select);
  EXPECT_EQ(parse("INSERT INTO a VALUES (1)").kind, Kind::Change);
  EXPECT_EQ(parse("WITH q AS (SELECT 1) DELETE FROM a").kind, Kind::Change);
  EXPECT_EQ(parse("SELECT email INTO copy FROM usr").kind, Kind::Change);
  EXPECT_EQ(parse("BEGIN").kind, Kind::Other);
  EXPECT_EQ(parse("REPLACE INTO a VALUES (1)").kind, Kind::Change); // MySQL's, by its first word
  EXPECT_EQ(parse("  SELECT ~~ FROM").kind, Kind::Select);
  EXPECT_EQ(parse("").kind, Kind::Other);
}

/// `table.column` for each column that is written or compared.
std::vector<std::string> used(const char* text) {
  std::vector<std::string> result;
  for (const Column& column : parse(text).used)
    result.push_back(column.table + "." + column.name);
  return result;
}

TEST(Statement, NamesTheColumnsThatItWrites) {
  EXPECT_THAT(used("INSERT INTO actor.usr (email, dob) VALUES (?, ?)"),
              ElementsAre("actor.usr.email", "actor.usr.dob"));
  EXPECT_THAT(used("UPDATE usr SET email = $1 WHERE barcode = $2"),
              ElementsAre("usr.barcode", "usr.email"));
}

TEST(Statement, NamesTheColumnsThatItCompares) {
  EXPECT_THAT(used("SELECT 1 FROM usr u JOIN card c ON c.usr = u.id WHERE lower(u.email) = ?"),
              ElementsAre("card.usr", "usr.id", "usr.email"));
  EXPECT_THAT(used("DELETE FROM usr WHERE email = ?"), ElementsAre("usr.email"));
}

} // namespace
