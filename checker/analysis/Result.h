// What the analysis finds: which data reaches which sink, under which condition, on which path.
// This is all that verdicts and reports know of the analysis; no policy term is interpreted here.
#pragma once

#include "checker/flow/Location.h"
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace circumspect::analysis {

/// Whom a datum or a condition is about: equal numbers, same person. 0: nobody, or not known whom.
using SubjectId = uint32_t;

/// A formula: an index into Conditions::nodes. 0 is false, 1 is true.
using ConditionId = uint32_t;

/// What a formula speaks of: the answer to a guard, or a branch that no model explains.
struct Atom {
  std::string
      condition; ///< a term of the vocabulary; empty: not a policy condition, a free boolean
  SubjectId subject = 0;   ///< whom the guard was asked about
  std::string text;        ///< for messages: the question as the code puts it
  flow::Location location; ///< where it is asked
};

/// Formulas as a reduced ordered binary decision diagram (Bryant 1986): `node` is
/// "if its atom then `high` else `low`".
struct Conditions {
  struct Node {
    uint32_t atom = 0;
    ConditionId low = 0, high = 0;
  };
  std::vector<Atom> atoms;
  std::vector<Node> nodes; ///< nodes[0] and nodes[1] stand for false and true and have no atom
};

/// One step on the way from source to sink, in a sentence.
struct PathStep {
  flow::Location location;
  std::string note;
};

/// How sure a flow is, from the least exact step on its way.
enum class Confidence : uint8_t {
  High,   ///< every step was analysed or modelled
  Medium, ///< it passes a callee without body or model, or an unknown index or callee
  Low,    ///< it passes several of these, or a bound that cut the analysis short
};

/// One category of data that reaches a sink.
struct Datum {
  std::string category; ///< a vocabulary term
  SubjectId subject = 0;
  ConditionId condition =
      1;              ///< under which it is what reaches the sink; includes the way to the sink
  std::string origin; ///< the source in the code's words: Patron::email
  flow::Location source;
  std::vector<PathStep> path; ///< from the source to the sink, both included
  Confidence confidence = Confidence::High;
  std::string reason; ///< why it is not High
};

/// A number that a sink was given, such as retention-days. No value: it is not a constant.
struct Quantity {
  std::optional<int64_t> value;
  std::string text; ///< the argument as the code puts it, or its type where that tells the unit
};

/// Data that meets in one call of a sink. An empty part is unknown.
struct Flow {
  flow::Location location; ///< the sink's call
  std::string sink;        ///< the callee as displayed
  std::string function;    ///< the function that contains the call, as displayed
  std::string recipient, purpose, action, channel;
  std::optional<std::string> endpoint; ///< the URL, host or handle that decides the recipient
  ConditionId condition = 1;           ///< under which the call is reached
  std::vector<Datum> data;             ///< at least one
  std::map<std::string, Quantity> quantities;
};

/// What a scan did and did not see.
struct Ledger {
  struct Callee {
    std::string name;
    unsigned calls = 0;
    bool carriesData = false; ///< classified data passed through at least one of the calls
  };
  struct Cut {
    std::string bound;    ///< which bound: "access path length", "contexts of a function", …
    std::string function; ///< where
    flow::Location location;
  };
  unsigned functionsAnalysed = 0;
  unsigned summaries = 0;         ///< with those specialised to a context
  std::vector<Callee> unmodelled; ///< callees with neither body nor model, by name
  std::vector<Cut> cuts;
};

struct Result {
  std::vector<Flow> flows; ///< ordered by sink location, then by contents
  Conditions conditions;
  Ledger ledger;
};

} // namespace circumspect::analysis
