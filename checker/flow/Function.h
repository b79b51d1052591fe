// A function of the flow IR: what it is called, how it overrides, and its body if it has one.
#pragma once

#include "checker/flow/Annotation.h"
#include "checker/flow/Instruction.h"
#include <vector>

namespace circumspect::flow {

enum class FunctionKind : uint8_t { Free, Method, Constructor, Destructor };

/// How a local came about.
enum class LocalKind : uint8_t { This, Parameter, Variable, Temporary, Result, Exception };

struct Local {
  LocalKind kind = LocalKind::Temporary;
  NameId name; ///< empty for a temporary
  TypeId type;
  bool isReference = false; ///< written as a reference, and so a pointer here
  Location location;
  std::vector<Annotation> annotations;
};

struct Function {
  NameId symbol; ///< unique over the program: the mangled name; with its file where it has internal
                 ///< linkage
  NameId qualifiedName; ///< for models: no parameters, no template arguments, no inline namespaces
                        ///< (std::vector::push_back). Constructors and destructors: Class::Class,
                        ///< Class::~Class; operators: Class::operator<<, conversion:
                        ///< Class::operator bool
  NameId display;       ///< as a programmer writes it, with parameter types: Patron::mayEmail(const
                        ///< Notice &) const
  FunctionKind kind = FunctionKind::Free;
  RecordId record; ///< Method, Constructor, Destructor: the class
  bool isVirtual = false;
  bool isConst = false; ///< a const method: *this is not written
  bool isVariadic = false;
  bool isNoReturn = false;
  uint32_t printedFrom = ~0U; ///< the first parameter that a format prints, as printf's does
  bool inProject = false;     ///< declared in code that is analysed, not in a system header
  bool isExternal = true;     ///< visible to other translation units
  bool isAddressTaken = false;
  bool returnsReference = false;     ///< written as returning a reference, and so a pointer here
  std::vector<FunctionId> overrides; ///< the methods that this one overrides directly
  std::vector<TypeId> templateArguments; ///< the type arguments of a function template's instance
  std::vector<int64_t> templateIntegers; ///< its integral arguments: std::get<0> has 0
  TypeId resultType;
  Location location; ///< the name in the definition, else in the first declaration
  std::vector<Annotation> annotations;

  /// Parameters first (a method's `this` is local 0), then `parameterCount` and up: variables,
  /// temporaries. Present also without a body, so that models can see the parameters.
  std::vector<Local> locals;
  uint32_t parameterCount = 0; ///< with `this`
  LocalId result;              ///< invalid if the function returns void
  LocalId exception;         ///< what was thrown last; invalid where nothing in the body can throw
  std::vector<Block> blocks; ///< blocks[0] is the entry; empty if there is no body

  bool hasBody() const { return !blocks.empty(); }
  /// Is it called on an object, whose address is then its first parameter?
  bool hasObject() const { return parameterCount > 0 && locals[0].kind == LocalKind::This; }
};

/// An object with static storage duration: a global, a static member, a static local.
struct Global {
  NameId symbol; ///< unique over the program
  NameId display;
  TypeId type;
  Location location;
  bool isConst = false;
  bool inProject = false;
  bool isThreadLocal = false;
  bool isExternal = true; ///< visible to other translation units
  bool isDefined = false; ///< and not only declared, in some translation unit
  std::vector<Annotation> annotations;
};

} // namespace circumspect::flow
