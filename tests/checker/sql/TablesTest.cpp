// Which columns a schema declares, in the dialects of PostgreSQL, MySQL and SQLite.
#include "checker/sql/Tables.h"

#include <gmock/gmock.h>

using namespace circumspect::sql;
using testing::ElementsAre;

namespace {

/// `line:column table.column type` for each.
std::vector<std::string> declared(const char* text) {
  std::vector<std::string> result;
  for (const Declared& each : declaredColumns(text))
    result.push_back(std::to_string(each.line) + ":" + std::to_string(each.column) + " " +
                     each.of.table + "." + each.of.name + " " + each.type);
  return result;
}

TEST(DeclaredColumns, ReadsPostgresAndPassesOverConstraints) {
  EXPECT_THAT(
      declared("CREATE TABLE actor.usr (\n"
               "  id SERIAL PRIMARY KEY, -- a comment, with (\n"
               "  Email TEXT CHECK (email IN ('a', 'b')) DEFAULT '(',\n"
               "  CONSTRAINT one UNIQUE (id, email),\n"
               "  dob DATE\n"
               ");"),
      ElementsAre("2:3 actor.usr.id serial", "3:3 actor.usr.email text", "5:3 actor.usr.dob date"));
}

TEST(DeclaredColumns, ReadsMySql) {
  EXPECT_THAT(declared("CREATE TABLE IF NOT EXISTS `borrowers` (\n"
                       "  `cardnumber` varchar(32) COMMENT 'the patron\\'s card, unique',\n"
                       "  `key` int(11),\n"
                       "  KEY `card` (`cardnumber`)\n"
                       ") ENGINE=InnoDB;"),
              ElementsAre("2:3 borrowers.cardnumber varchar", "3:3 borrowers.key int"));
}

TEST(DeclaredColumns, ReadsWhatIsAddedLater) {
  EXPECT_THAT(declared("ALTER TABLE ONLY usr ADD COLUMN IF NOT EXISTS email TEXT, DROP COLUMN x, "
                       "ADD phone TEXT;"),
              ElementsAre("1:47 usr.email text", "1:78 usr.phone text"));
}

TEST(DeclaredColumns, PassesOverEverythingElse) {
  EXPECT_THAT(
      declared(
          "\\set quote 'it\n"
          "CREATE FUNCTION f() AS $a$ CREATE TABLE no (email TEXT); $a$;\n"
          "/* CREATE TABLE no (email TEXT); */ INSERT INTO t VALUES ('CREATE TABLE no (x int)');\n"
          "CREATE INDEX i ON t (email);\n"
          "CREATE TEMP TABLE yes (email TEXT)"),
      ElementsAre("5:24 yes.email text"));
  EXPECT_THAT(declared("CREATE TABLE t (a"), ElementsAre());
  EXPECT_THAT(declared("CREATE TABLE"), ElementsAre());
  EXPECT_THAT(declared("'"), ElementsAre());
}

} // namespace
