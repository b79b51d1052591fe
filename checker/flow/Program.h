// The flow IR of one translation unit or, after linking, of a whole program. The tables own
// everything; IDs index them. Two programs made from the same input are equal table by table.
#pragma once

#include "checker/flow/Function.h"
#include "checker/flow/Type.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include <cassert>
#include <string>
#include <vector>

namespace circumspect::flow {

/// A source file, by the path under which reports name it.
struct File {
  NameId path;
  bool inProject = false;
};

/// Something that the front end could not do. Reported, and makes a scan incomplete.
struct Omission {
  enum class Kind : uint8_t {
    NotParsed,  ///< a translation unit with errors; `detail` is the first one
    NotLowered, ///< a construct without a lowering; `detail` names it. Its operands' taint is kept
    Crashed,    ///< the front end failed on this translation unit
  };
  Kind kind = Kind::NotLowered;
  NameId detail;
  Location location;

  friend bool operator==(const Omission&, const Omission&) = default;
};

/// Interned strings, in order of first use.
class Names {
public:
  Names() = default;
  Names(Names&&) = default;
  Names& operator=(Names&&) = default;
  NameId intern(llvm::StringRef text);
  llvm::StringRef operator[](NameId id) const;
  size_t size() const { return texts_.size(); }

private:
  std::vector<llvm::StringRef> texts_; // into the keys of ids_
  llvm::StringMap<NameId> ids_;
};

struct Program {
  Names names;
  std::vector<File> files;
  std::vector<Type> types;
  std::vector<Record> records;
  std::vector<Field> fields;
  std::vector<Global> globals;
  std::vector<Function> functions;
  /// Runs before main: the initialisers of the globals, one function without parameters per
  /// translation unit that has any, in `functions` too.
  std::vector<FunctionId> initialisers;
  std::vector<Omission> omissions;
  std::vector<FileId> translationUnits; ///< the main files that were read, parsed or not

  const Type& type(TypeId id) const { return types[id.index]; }
  const Record& record(RecordId id) const { return records[id.index]; }
  /// The record and all its bases, direct and indirect, the nearest first.
  std::vector<RecordId> withBases(RecordId id) const;
  /// The class of a value, or of what a pointer to pointers leads to; none for other types.
  RecordId recordBehind(TypeId type) const;
  const Field& field(FieldId id) const { return fields[id.index]; }
  const Global& global(GlobalId id) const { return globals[id.index]; }
  const Function& function(FunctionId id) const {
    assert(id.index < functions.size() && "an unknown callee has no function");
    return functions[id.index];
  }
  llvm::StringRef text(NameId id) const { return names[id]; }
};

} // namespace circumspect::flow
