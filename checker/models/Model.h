// What is known of code that is not analysed: how values pass through a function, what it returns
// that is patron data, where it sends what it is given, which question about a patron it answers.
// Written in YAML under rules/models/ or as attributes in the scanned code; both become these
// values.
//
// Terms. A *port* is an access path that starts at a call's argument, object or result, in the
// manner of CodeQL's models-as-data. A *flow* moves a value between ports. A *source* says that a
// port holds data of a category; a *sink* says that what a port holds reaches a recipient; a
// *transform* turns data into another category or into nothing; a *guard* says which answer
// establishes which condition.
#pragma once

#include "checker/flow/Place.h"
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace circumspect::models {

/// Where a model or an annotation is written, for messages. Lines and columns from 1.
struct Origin {
  std::string file;
  unsigned line = 0;
  unsigned column = 0;
};

/// A constant that a model compares an argument with.
struct Literal {
  std::variant<int64_t, std::string> value;
  friend auto operator<=>(const Literal&, const Literal&) = default;
};

/// One projection of a port.
struct PortStep {
  enum class Kind : uint8_t {
    Pointee,   ///< `Argument[*0]`: what the pointer points to
    Range,     ///< `.Range`: what an iterator points to, or comes to when it is moved
    Field,     ///< `.Field[name]`: a member; on a library class, a hidden slot of that name
    Element,   ///< `.Element`: any element
    ElementAt, ///< `.Element[3]`, `.Element["key"]`
    ElementOf, ///< `.Element[Argument[1]]`: the element whose index or key is the constant that
               ///< the argument, or the object, holds, or what a path leads to from it
    Front,     ///< `.Front`, `.Back`, `.End`: the first element of a sequence, its last one, and
    Back,      ///< the place behind that, where its length is known; else any element
    End,
    Behind,            ///< `.Behind`: all that may be added behind its last element
    Statement,         ///< `.Statement`: what the SQL in a text does: "select", "change" or "other"
    ElementOfTemplate, ///< `.Element[Template[0]]`: the element whose index is that integral
                       ///< template argument of the function (std::get)
  };
  Kind kind = Kind::Element;
  std::string name = {};           ///< Field
  Literal literal = {};            ///< ElementAt
  unsigned number = 0;             ///< ElementOf, ElementOfTemplate
  bool ofObject = false;           ///< ElementOf: it is not an argument, but the object
  std::vector<PortStep> path = {}; ///< ElementOf: from the argument or the object on
};

/// `Argument[0]`, `Argument[*0]`, `Argument[1..]`, `Argument[this]`, `ReturnValue`,
/// `ReturnValue.Element`. A parameter that is written as a reference is looked through:
/// `Argument[0]` is what it refers to. `Argument[this]` is the object, not its address. Arguments
/// count from 0 without the object. A constant, `"file"` or `3`, is a port to copy from, and so is
/// `Template[0]`, an integral template argument of the function. `Alternative` is the number of the
/// alternative of a variant that the function is about, by its template arguments. `Static[name]`
/// is storage that a library keeps for the whole program: all functions that name it share it.
/// `Exception` is what the calling function caught last.
struct Port {
  enum class Root : uint8_t {
    Argument,
    This,
    ReturnValue,
    Constant,
    Template,
    Alternative,
    Static,
    Exception
  };
  static constexpr unsigned last = ~0U;
  Root root = Root::Argument;
  unsigned from = 0,
           to = 0;  ///< Argument: a range, both ends included; `to == last`: all that follow
  Literal constant; ///< Constant; Static: the name, as text
  std::vector<PortStep> path;
};

/// A question about the value of a port: is it one of these constants?
struct Condition {
  enum class Kind : uint8_t {
    When,   ///< `when: {"Argument[1]": 10002}`: it is, or its value is not known: nothing is
            ///< dropped, and the finding's confidence says so
    Only,   ///< `only: …`: its value is known, and is
    Unless, ///< `unless: …`: its value is not known, or is not
  };
  Port port;
  std::vector<Literal> values;
  Kind kind = Kind::When;
};

/// What becomes of a sequence's length, and of the positions of its elements.
enum class SequenceEdit : uint8_t {
  Grow,   ///< `grow B`: it has one more element at its end
  Shrink, ///< `shrink B`: its last element is gone
  Empty,  ///< `empty B`: nothing is in it
  Resize, ///< `resize B to A`: it has A elements
  Open,   ///< `open B at A`: there is a place for one more, where the iterator or the number A is
  Close,  ///< `close B at A`: the element there is gone; `close B at A up to C`: those up to C
  Forget, ///< `forget B`: its length is not known
};

/// How a value passes.
struct Flow {
  enum class Kind : uint8_t {
    Taint,   ///< `A -> B`: B is also derived from A
    Value,   ///< `A => B`: B becomes a copy of A, replacing what was there
    Address, ///< `&A => B`: B becomes a pointer, iterator or reference to A; `perhaps &A => B`: a
             ///< pointer to A or null, as the function's template argument asks
    Into,    ///< `into A => B`: B becomes a pointer to somewhere in what A points to
    Pair,    ///< `pair A => B`: the pair A becomes the element of B under its first member; of all
             ///< elements, `pair A.Element => B`, each under its own
    Move,    ///< `move A by B => C`: C becomes the pointer A, moved by B elements; `back by B`
    Meet,   ///< `meet A with B -> C`: C tells whether the pointers A and B lead to the same element
    Miss,   ///< `miss A with B -> C`: C tells whether they do not
    Count,  ///< `count A -> B`: B becomes the length of the sequence A
    Vacant, ///< `vacant A -> B`: B tells whether the sequence A has no elements
    Edit,   ///< as `edit` says, of the sequence B
    ClearBetween, ///< `clear from A up to B`: the elements from one iterator to another hold
                  ///< nothing
    Throw, ///< `throw A`: the call leaves by an exception that is what A holds; `perhaps throw A`:
           ///< it may
    Holds, ///< `holds A -> B`: B tells whether A was given something to call or to point to
    Clear, ///< `clear B`: B no longer holds anything; `fill B with A`: but the number A
    Columns, ///< `columns A -> B`: B's elements, under their names and numbers, are the columns
             ///< that the SQL in the text A gives; `columns A from 1 -> B` where numbers begin at 1
    Construct, ///< `new A -> B`: an object is made at B from the arguments A, by its constructor
               ///< where that is analysed
    Call, ///< `call Argument[2](A, B) -> C`: the callable is called with A and B; its result flows
          ///< to C. `start A(B) as C`: it goes on beside what follows, and C names it
    Jump, ///< `jump`: the call goes back to where the last `land` was, as longjmp does
    Land, ///< `land`: a `jump` goes on here, with all that was written since
    Finish,  ///< `finish A`: what a call started as A has come to its end
    Join,    ///< `join A with B -> C`: C, which has both, is the text A and behind it the text B
    Compare, ///< `compare A with B -> C`: C becomes 0 where the texts are the same, as strcmp's
             ///< result; `compare A with B up to D`: where their first D characters are
    Equal,   ///< `equal A with B -> C`: C becomes true where the texts are the same
    Find,    ///< `find A in B -> C`: C becomes the position of the text or character A in the text
             ///< B, or -1
    Same,    ///< `same A with B -> C`: C becomes true where the numbers are the same, and a pointer
             ///< that is there already not null
    Require, ///< `require A with B`: the call returns only where the numbers are the same
  };
  Kind kind = Kind::Taint;
  /// Taint, Value, Address, Construct: one; Call: the arguments passed; Compare, Equal: the texts
  /// and, where that is limited, how many characters count.
  std::vector<Port> from;
  std::optional<Port> to;                 ///< Call: may be absent
  Port callable;                          ///< Call
  bool isStarted = false;                 ///< Call: `start`
  std::optional<Port> handle;             ///< Call: what names it, where it was started
  unsigned first = 0;                     ///< Columns: the number of the first
  SequenceEdit edit = SequenceEdit::Grow; ///< Edit
  bool isBack = false;                    ///< Move: `back by B`
  bool isSure = true;                     ///< Throw, Call, Address: not `perhaps`
  bool ignoresCase = false;               ///< Compare, Equal: `ignoring case`, after the texts
  /// Value, Clear: the product of these says how much is written, at most: `up to A bytes`, `up to
  /// A times B bytes`. What is known to be behind stays.
  std::vector<Port> limit;
  enum class Unit : uint8_t {
    Bytes,
    Elements,
    Characters, ///< no more than the text that is copied has, with the 0 behind it
  };
  Unit unit = Unit::Bytes;
  std::vector<Condition> when;
};

/// The port holds data of these categories (vocabulary terms). `subject` is the port that says
/// whose data it is; without it, the object or the first argument.
struct Source {
  Port port;
  std::vector<std::string> data;
  std::optional<Port> subject;
  std::vector<Condition> when;
  Origin origin;
};

/// What the ports hold reaches the recipient. What is left out is unknown, not any value that
/// suits.
struct Sink {
  std::vector<Port> ports;
  std::string recipient;        ///< a term; empty: decided by `endpoint`
  std::optional<Port> endpoint; ///< holds a URL, host or handle name; see Endpoint
  std::string purpose, action, channel;
  std::vector<std::string>
      data; ///< categories that are sent whatever the ports hold (a camera archive)
  std::map<std::string, Port> quantities; ///< `retention-days: Argument[0]`
  std::optional<Port> subject;
  std::vector<Condition> when;
  Origin origin;
};

/// What passes the function by way of its flows becomes `term`, or stops being patron data where
/// `term` is empty.
struct Transform {
  Port to; ///< usually ReturnValue
  std::string term;
  Origin origin;
};

/// The result answers whether `condition` holds for the person that `subject` is about. It does
/// where the result equals one of `answers` (default: true, that is, not zero) or, with `negated`,
/// where it does not. With `onReturn`, returning normally establishes it (a function that throws or
/// exits otherwise).
struct Guard {
  std::string condition;
  std::optional<Port> subject; ///< without it: the object, else the first argument, else nobody
  std::vector<Literal> answers;
  bool negated = false;
  bool onReturn = false;
  std::vector<Condition> when;
  Origin origin;
};

/// The function connects a signal: whenever `signal` is called, on whatever object, so is `slot`, a
/// function, a callable or a method of `receiver`. Both may be texts, as SIGNAL() and SLOT() make
/// them; `sender` and `receiver` then tell the class. Without a signal, the slot is called at once,
/// or later on. Each is a whole argument, or the object.
struct Connects {
  std::optional<Port> sender, signal, receiver;
  Port slot;
};

/// What a parameter is, however its type is spelled.
enum class ParameterKind : uint8_t {
  Any,
  Number,   ///< `number`: an integer
  Iterator, ///< `iterator`: a pointer, or an object that leads to elements
  Same,     ///< `same`: an object of the class that the function is a member of
  Rest,     ///< `rest`, the last one: any number of parameters
};

/// All that one model says of the functions of one name.
struct FunctionModel {
  Origin origin;
  std::string name; ///< the qualified name as in flow::Function::qualifiedName, or a C name;
                    ///< `Class::*` for all members, `Class::conversion` for `operator T`
  std::optional<unsigned> parameters; ///< only functions with so many parameters (without the
                                      ///< object, and without an allocator at the end)
  std::vector<ParameterKind>
      kinds; ///< only functions whose parameters are these, and no more than an allocator
  std::vector<std::string>
      types; ///< only where the parameters' types, as displayed but without template arguments,
             ///< contain these texts in order; empty text: any
  std::vector<Flow> flows;
  std::vector<Source> sources;
  std::vector<Sink> sinks;
  std::vector<Transform> transforms;
  std::vector<Guard> guards;
  std::optional<Connects> connects;
  bool allocates = false; ///< ReturnValue points to a new object
  std::vector<Port> size; ///< allocates: the product of these is its size in bytes
  bool pure =
      false; ///< no flows at all: the result tells nothing of the arguments (strlen, empty())
  bool isC = false; ///< of a function with C linkage that the program itself does not define
  bool fromAttribute =
      false; ///< written in the scanned code: claims of a function that may have a body
  std::string documentation; ///< where the library's documentation says so
};

/// A member of a class that holds data: `Patron::email` is patron.email.
struct FieldModel {
  Origin origin;
  std::string record, field;
  std::vector<std::string> data;
};

/// What the hidden slots of an object hold as long as nothing else was written there: of every
/// object of a class (`std::basic_ofstream`), or of one global or what it points to (`std::cout`,
/// `stdout`), which is the more particular.
struct ObjectModel {
  Origin origin;
  std::string name;
  std::map<std::string, Literal> slots;
};

/// What a column of a table holds: `actor.usr.email`, or `borrowers.cardnumber` in any schema.
struct ColumnModel {
  Origin origin;
  std::string table, column;
  std::vector<std::string> data;
};

/// The first columns of a table, in order: what `SELECT *` gives by number.
struct TableModel {
  Origin origin;
  std::string table;
  std::vector<std::string> columns;
};

/// Which recipient a URL, a host or a handle's name stands for. `pattern` is a glob over the host
/// name.
struct Endpoint {
  Origin origin;
  std::string pattern, recipient, purpose, channel;
};

/// A class whose objects are pointers to what its first template argument names: a smart pointer,
/// an iterator.
struct PointerModel {
  Origin origin;
  std::string name;
};

/// A class whose members give iterators; see Iterators.h.
struct ContainerModel {
  Origin origin;
  std::string name;
};

/// Every model that a scan uses.
struct Models {
  std::vector<FunctionModel> functions;
  std::vector<FieldModel> fields;
  std::vector<ObjectModel> objects;
  std::vector<PointerModel> pointers;
  std::vector<ContainerModel> containers;
  std::vector<Endpoint> endpoints;
  std::vector<ColumnModel> columns;
  std::vector<TableModel> tables;
};

} // namespace circumspect::models
