// Linking: the programs of many translation units become one. What has the same symbol in two of
// them is the same thing: the first declaration counts, of a function the first one with a body,
// of a record the first one with members.
#pragma once

#include "checker/flow/Program.h"

#include "llvm/ADT/StringMap.h"

#include <map>
#include <tuple>

namespace circumspect::flow {

/// Gives equal types one number.
class TypeIndex {
public:
  TypeId intern(Program& program, const Type& type);

private:
  std::map<std::tuple<TypeKind, bool, bool, uint32_t, TypeId, RecordId, uint64_t>, TypeId> ids_;
};

/// Joins units in the order in which they are added; the same units in the same order give the
/// same program.
class Linker {
public:
  void add(Program unit);
  /// What was joined; the linker is empty afterwards.
  Program take() { return std::move(program_); }

private:
  class Numbers;
  void addTypes(const Program& unit, Numbers& numbers);
  void addRecords(Program& unit, Numbers& numbers);
  void addGlobals(Program& unit, Numbers& numbers);
  void addFunctions(Program& unit, Numbers& numbers);

  Program program_;
  TypeIndex types_;
  llvm::StringMap<FileId> files_;
  llvm::StringMap<RecordId> records_;
  llvm::StringMap<FieldId> fields_;
  llvm::StringMap<GlobalId> globals_;
  llvm::StringMap<FunctionId> functions_;
};

} // namespace circumspect::flow
