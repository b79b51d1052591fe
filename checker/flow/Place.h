// A place names storage: a root variable and a path of projections from it, as in MIR's places
// (Rust) and the access paths of FlowDroid (Arzt et al. 2014). `p->loans[3].title` is the place
//   %p . deref . field(Patron::loans) . element(3) . field(Loan::title)
//
// Conventions that the front end keeps and the analysis relies on:
//  - A reference is a pointer; every use of one is a `deref` step.
//  - A base-class subobject shares its derived object's path: upcasts add no step.
//  - A member of a union keeps its own field step; the analysis folds the members together.
//  - An array decays to the address of its element 0.
//  - The members of standard-library classes are opaque: no field step ever enters one, but for the
//    length of a std::initializer_list.
#pragma once

#include "checker/flow/Ids.h"
#include "llvm/ADT/SmallVector.h"
#include <cstdint>
#include <string>
#include <variant>

namespace circumspect::flow {

/// A literal, an enumerator (its value), a null pointer or a pointer to a data member.
struct Constant {
  enum class Kind : uint8_t { Integer, Floating, String, Null, Member };
  Kind kind = Kind::Integer;
  int64_t integer = 0; ///< Integer; also 0 or 1 for a boolean. Member: a FieldId
  double floating = 0; ///< Floating
  NameId string;       ///< String: the literal's bytes

  friend bool operator==(const Constant&, const Constant&) = default;
};

/// Where a place starts.
struct Root {
  enum class Kind : uint8_t { Local, Global };
  Kind kind = Kind::Local;
  uint32_t index = 0; ///< a LocalId or a GlobalId

  static Root local(LocalId id) { return {Kind::Local, id.index}; }
  static Root global(GlobalId id) { return {Kind::Global, id.index}; }
  friend bool operator==(const Root&, const Root&) = default;
};

/// One projection.
struct Step {
  enum class Kind : uint8_t {
    Deref,     ///< what the pointer points to
    Field,     ///< the data member `field`
    Element,   ///< some element, which one is not known
    ElementAt, ///< the element at the constant `constant` (integer index or string key)
    ElementOf, ///< the element whose index is the value of the local `index`
    MemberOf,  ///< the data member to which the local `index` points
  };
  Kind kind = Kind::Deref;
  FieldId field;
  Constant constant;
  LocalId index;

  static Step deref() { return {}; }
  static Step member(FieldId f) { return {Kind::Field, f, {}, {}}; }
  static Step element() { return {Kind::Element, {}, {}, {}}; }
  static Step elementAt(Constant c) { return {Kind::ElementAt, {}, c, {}}; }
  static Step elementOf(LocalId i) { return {Kind::ElementOf, {}, {}, i}; }
  static Step memberOf(LocalId i) { return {Kind::MemberOf, {}, {}, i}; }
  friend bool operator==(const Step&, const Step&) = default;
};

struct Place {
  Root root;
  llvm::SmallVector<Step, 3> path;

  friend bool operator==(const Place&, const Place&) = default;
};

/// What an instruction reads: a place's value, a constant, or the address of a function.
using Operand = std::variant<Place, Constant, FunctionId>;

} // namespace circumspect::flow
