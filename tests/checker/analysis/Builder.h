// Small programs in the flow IR, written by hand: what the front end would make of a few lines of
// C++, so that the analysis is tested without Clang.
#pragma once

#include "checker/analysis/Analyse.h"

#include <string>

namespace circumspect::analysis {

/// A function under construction. Instructions go to the current block.
class FunctionBuilder;

/// A program with a record `Patron { String name; String email; String theme; }`, of which name and
/// email hold data, and functions that models describe: `mail(String)` a sink, `mayMail(Patron*)` a
/// guard.
class ProgramBuilder {
public:
  ProgramBuilder();

  flow::TypeId pointerTo(flow::TypeId type);
  flow::TypeId recordType(const std::string& name, bool inProject);
  flow::FieldId field(flow::TypeId record, const std::string& name, flow::TypeId type);
  flow::GlobalId global(const std::string& name, flow::TypeId type);
  /// A function with parameters by name and type; without a body until blocks are added.
  flow::FunctionId function(const std::string& name,
                            std::vector<std::pair<std::string, flow::TypeId>> parameters,
                            flow::TypeId result);
  flow::Location here() { return {file, ++line, 1, line, 2}; }
  Result run() const;

  flow::Program program;
  models::Models models;
  flow::FileId file{0};
  uint32_t line = 0;
  flow::TypeId nothing, boolean, string, patron, patronPointer;
  flow::FieldId name, email, theme;
  flow::FunctionId mail, mayMail;
};

class FunctionBuilder {
public:
  FunctionBuilder(ProgramBuilder& owner, flow::FunctionId id);

  flow::Place local(const std::string& variable, flow::TypeId type);
  flow::Place parameter(unsigned index) const;
  flow::Place result() const;
  FunctionBuilder& copy(flow::Place to, flow::Operand from);
  FunctionBuilder& compute(flow::Place to, flow::Operator op,
                           llvm::SmallVector<flow::Operand, 2> operands);
  FunctionBuilder& call(flow::FunctionId callee, llvm::SmallVector<flow::Operand, 2> operands,
                        std::optional<flow::Place> target = {});
  FunctionBuilder& callIndirect(flow::Place callee, llvm::SmallVector<flow::Operand, 2> operands);
  FunctionBuilder& addressOf(flow::Place to, flow::Place of);
  /// Ends the current block and makes the named one current; blocks are numbered from 0.
  FunctionBuilder& branch(flow::Operand condition, uint32_t yes, uint32_t no);
  FunctionBuilder& jump(uint32_t to);
  FunctionBuilder& ret();
  FunctionBuilder& block(uint32_t index);

private:
  flow::Function& self();
  flow::Instruction& add(flow::Opcode opcode);
  void end(flow::TerminatorKind kind, llvm::SmallVector<flow::BlockId, 2> successors);

  ProgramBuilder& owner_;
  flow::FunctionId id_;
  uint32_t block_ = 0;
};

/// `pointer->field`, `record.field`.
flow::Place arrow(flow::Place pointer, flow::FieldId field);
flow::Place dot(flow::Place record, flow::FieldId field);
flow::Place whole(flow::GlobalId global);
flow::Constant number(int64_t value);

} // namespace circumspect::analysis
