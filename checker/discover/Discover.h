// What the scanned code holds that looks like patron data and that no model or attribute
// classifies: members, parameters of functions that nothing scanned calls, constant keys, and
// columns of SQL in texts and of schemas. Each with what a model would have to say to accept it.
#pragma once

#include "checker/discover/Recognise.h"
#include "checker/models/Match.h"
#include "checker/sql/Tables.h"

namespace circumspect::discover {

/// Something that looks like patron data.
struct Candidate {
  enum class Kind : uint8_t { Field, Parameter, Key, Column };
  Kind kind = Kind::Field;
  std::string name; ///< `Patron::email`, `actor.usr.email`, `greet(const char *): email`,
                    ///< `osrfHashGet: "email"`
  flow::Location location;
  Guess guess;
  std::string
      classified; ///< Field: a member of the same record that is classified; empty where none is
  bool isNamed = true;  ///< Field: a model can name it; otherwise only an attribute can say it
  std::string function; ///< Parameter, Key: its qualified name
  std::string
      types; ///< Parameter, Key without a model: the parameters as displayed, in parentheses
  unsigned argument = 0; ///< Parameter: from 0, without the object
  std::string key;       ///< Key: the constant
  std::string keyPort;   ///< Key: the port that holds it
  std::string port;      ///< Key: where what is found is
  std::string subject;   ///< Key: the port of what it is the key in; may be empty
};

/// A file that declares tables, and their columns.
struct Schema {
  flow::FileId file;
  std::vector<sql::Declared> columns;
};

/// What is scanned, what is known of it, and the words to look for.
struct Scan {
  const flow::Program& program;
  const models::Library& library;
  llvm::ArrayRef<models::ColumnModel> columns;
  const Lexicon& lexicon;
};

/// Members that are likely patron data, of records that somebody classified in part: what was
/// most probably forgotten. Ordered as below.
std::vector<Candidate> forgotten(const Scan& scan);

/// Ordered by place, then by name; each thing once.
std::vector<Candidate> discover(const Scan& scan, llvm::ArrayRef<Schema> schemas);

} // namespace circumspect::discover
