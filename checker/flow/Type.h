// The little that the analysis needs to know of types: what is a pointer to what, which classes
// have which members and bases, and what a class's virtual functions are.
#pragma once

#include "checker/flow/Annotation.h"
#include "checker/flow/Ids.h"
#include "checker/flow/Location.h"
#include <cstdint>
#include <vector>

namespace circumspect::flow {

enum class TypeKind : uint8_t { Void, Integer, Floating, Pointer, Record, Array, Function, Other };

/// A type without its qualifiers, but for `isConst`, which on a pointer's element says that the
/// pointee cannot be written through it. C++ references are pointers.
struct Type {
  TypeKind kind = TypeKind::Other;
  bool isConst = false;
  uint32_t bits = 0;   ///< Integer, Floating: width; 1 for bool, 8 for the character types
  bool isText = false; ///< Integer: `char`, of which texts are made; not a byte
  TypeId element;      ///< Pointer: the pointee; Array: the element
  RecordId record;     ///< Record
  uint64_t count = 0;  ///< Array: number of elements, 0 if unknown

  friend bool operator==(const Type&, const Type&) = default;
};

/// A data member.
struct Field {
  RecordId record;
  NameId name;
  TypeId type;
  Location location;
  std::vector<Annotation> annotations;
  int64_t offset = -1; ///< in bytes from the start of its record; negative where that is not fixed
  uint32_t index = 0;  ///< its position among its record's members
};

/// A class, struct, union, or the type of a lambda expression.
struct Record {
  NameId symbol; ///< unique over the program: the canonical type, for a local type with its file
                 ///< and line
  NameId qualifiedName; ///< without template arguments, inline namespaces (__cxx11, __1) left out:
                        ///< std::basic_string
  NameId display;       ///< as a programmer writes it, with template arguments
  Location location;
  uint64_t size = 0; ///< in bytes; 0 where that is not fixed
  bool isUnion = false;
  bool isClosure = false;
  bool inProject = false;      ///< declared in code that is analysed, not in a system header
  bool isInstantiated = false; ///< an object of exactly this class is created somewhere
  std::vector<RecordId> bases; ///< direct bases
  std::vector<TypeId>
      templateArguments;       ///< the type arguments, in order: std::map<K, V> has K, V, …
  std::vector<FieldId> fields; ///< its own members; inherited ones belong to the bases
  std::vector<FunctionId> callOperators; ///< operator(), every instantiation that is used
  FunctionId destructor;
  FunctionId keeping; ///< of a library's class: the constructor that keeps one argument of any type
};

} // namespace circumspect::flow
