// The instructions of the flow IR and the ways in which a block ends.
#pragma once

#include "checker/flow/Ids.h"
#include "checker/flow/Location.h"
#include "checker/flow/Place.h"
#include "llvm/ADT/SmallVector.h"
#include <cstdint>
#include <optional>
#include <vector>

namespace circumspect::flow {

enum class Opcode : uint8_t {
  Copy,      ///< target ← operands[0]; a whole record or array is copied with all that is in it
  AddressOf, ///< target ← the address of operands[0], which is a Place
  Compute,   ///< target ← `op` of the operands
  Allocate,  ///< target ← the address of a new object of `type` (new, make_unique …); not yet
             ///< constructed. operands[0]: null, where it may be that
  Declare,   ///< target (a local) begins its life, with no value yet
  Classify,  ///< target (a variable) holds what its annotations say, whatever it begins with
  Call,      ///< target ← callee(operands); target is absent where the result is not used
};

/// Operators of `Compute`.
enum class Operator : uint8_t {
  Add,
  Subtract,
  Multiply,
  Divide,
  Remainder,
  ShiftLeft,
  ShiftRight,
  BitAnd,
  BitOr,
  BitXor,
  BitNot,
  Negate,
  Not, ///< logical: !a
  And,
  Or, ///< a && b, a || b: where the second operand was not evaluated, it is what the first decides
  Equal,
  NotEqual,
  Less,
  LessEqual,
  Greater,
  GreaterEqual,
  Select,   ///< operands[0] ? operands[1] : operands[2], where both are known
  Convert,  ///< a numeric conversion; the value may change, what it tells does not
  Offset,   ///< pointer operands[0] moved by operands[1] elements (negative too)
  Downcast, ///< pointer operands[0] where the object is of the class that the target points to,
            ///< else null
  Opaque,   ///< a value that depends on all operands in a way that is not modelled
};

/// How the callee of a `Call` is found.
enum class Dispatch : uint8_t {
  Direct,   ///< `callee`
  Virtual,  ///< the overrider of `callee` for the dynamic class of *operands[0]
  Indirect, ///< the function, closure or callable object that `calleeOperand` holds; with
            ///< `callee` valid, a member pointer call whose object is operands[0]
};

struct Instruction {
  Opcode opcode = Opcode::Copy;
  Operator op = Operator::Opaque;
  Dispatch dispatch = Dispatch::Direct;
  std::optional<Place> target;
  llvm::SmallVector<Operand, 2>
      operands;      ///< for a call of a method: operands[0] is the address of the object
  FunctionId callee; ///< Call: Direct and Virtual
  std::optional<Operand> calleeOperand; ///< Call: Indirect
  /// Call of a library template that constructs a project's object from some of its arguments
  /// (make_unique, emplace_back): the constructor that overload resolution selects.
  FunctionId constructs;
  TypeId type;       ///< Allocate: the new object's type; Call: the result's type; Copy: the class
                     ///< whose assignment it is
  Location location; ///< the expression
  llvm::SmallVector<Location, 2> operandLocations; ///< Call: of each operand; may be empty
};

enum class TerminatorKind : uint8_t {
  Goto,   ///< to successors[0]
  Branch, ///< condition true: successors[0], false: successors[1]
  Switch, ///< to the successor whose case equals the condition; the last successor is the default
  Try,    ///< to successors[0], or to successors[1] where the call before it throws
  Return, ///< the value is in the local `result`
  Throw,  ///< leaves the function with an exception; what is thrown is in the local `exception`
  Unreachable, ///< after a call that does not return
};

struct Terminator {
  TerminatorKind kind = TerminatorKind::Unreachable;
  std::optional<Operand> condition; ///< Branch, Switch
  llvm::SmallVector<BlockId, 2> successors;
  std::vector<std::vector<Constant>>
      cases; ///< Switch: the values of each successor but the default
  Location location;
};

struct Block {
  std::vector<Instruction> instructions;
  Terminator terminator;
};

} // namespace circumspect::flow
