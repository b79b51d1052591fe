// Typed indices into the tables of a flow::Program. An ID is meaningful only beside the program
// that made it; linking renumbers them.
#pragma once

#include "llvm/ADT/DenseMapInfo.h"
#include <compare>
#include <cstdint>

namespace circumspect::flow {

/// An index into one table. The tag keeps indices of different tables apart at compile time.
template <typename Tag> struct Id {
  static constexpr uint32_t none = ~0U - 1; // ~0U and ~0U - 2 are DenseMap's own keys
  uint32_t index = none;

  bool valid() const { return index != none; }
  explicit operator bool() const { return valid(); }
  friend auto operator<=>(const Id&, const Id&) = default;
};

using NameId = Id<struct NameTag>;     ///< an interned string
using FileId = Id<struct FileTag>;     ///< a source file
using TypeId = Id<struct TypeTag>;     ///< a type
using RecordId = Id<struct RecordTag>; ///< a class, struct, union or closure
using FieldId = Id<struct FieldTag>;   ///< a data member
using GlobalId = Id<struct GlobalTag>; ///< an object with static storage duration
using FunctionId =
    Id<struct FunctionTag>;          ///< a function, method, constructor, destructor, closure body
using LocalId = Id<struct LocalTag>; ///< a parameter, local variable or temporary of one function
using BlockId = Id<struct BlockTag>; ///< a basic block of one function

} // namespace circumspect::flow

namespace llvm {
template <typename Tag> struct DenseMapInfo<circumspect::flow::Id<Tag>> {
  using T = circumspect::flow::Id<Tag>;
  static T getEmptyKey() { return {~0U}; }
  static T getTombstoneKey() { return {~0U - 2}; }
  static unsigned getHashValue(T id) { return DenseMapInfo<uint32_t>::getHashValue(id.index); }
  static bool isEqual(T a, T b) { return a == b; }
};
} // namespace llvm
