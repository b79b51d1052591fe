// One function body to flow IR, by recursion over its syntax tree in the manner of Clang's own code
// generation: glvalues become places, prvalues operands, and objects are initialised in the place
// that they are for.
//
// Its members are spread over files by idea: Blocks.cpp builds blocks and locals, Statements.cpp
// has the statements, Places.cpp the glvalues, Values.cpp the prvalues of scalar type,
// Initializers.cpp objects, Calls.cpp the calls.
#pragma once

#include "checker/frontend/Declarations.h"

#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

#include <optional>

namespace circumspect::frontend {

class FunctionLowering {
public:
  explicit FunctionLowering(Declarations& declarations)
      : declarations_(declarations), context_(declarations.context()) {}

  /// Lowers a function's body into the program.
  void lower(const clang::FunctionDecl* decl);
  /// Lowers the initialisers of globals as one function of the translation unit.
  void lowerInitialisers(llvm::ArrayRef<const clang::VarDecl*> globals, llvm::StringRef unit);

private:
  using Place = flow::Place;
  using Operand = flow::Operand;

  // Blocks.cpp
  flow::BlockId newBlock();
  void startBlock(flow::BlockId block);
  flow::Instruction& emit(flow::Opcode opcode, const clang::Stmt* at);
  void terminate(flow::TerminatorKind kind, llvm::ArrayRef<flow::BlockId> successors,
                 const clang::Stmt* at);
  void jump(flow::BlockId to) { terminate(flow::TerminatorKind::Goto, {to}, nullptr); }
  void branchOn(Operand condition, flow::BlockId yes, flow::BlockId no, const clang::Stmt* at);
  bool isOpen() const { return isOpen_; }
  flow::LocalId addLocal(flow::LocalKind kind, llvm::StringRef name, clang::QualType type,
                         flow::Location location);
  Place temporary(clang::QualType type);
  static Place local(flow::LocalId id) { return {flow::Root::local(id), {}}; }
  static Place extend(Place place, flow::Step step);
  static flow::Constant integer(int64_t value);
  Place exception();
  void mayThrow(const clang::Stmt* at);
  void omit(llvm::StringRef what, const clang::Stmt* at);
  void finish(flow::FunctionId id);

  // Statements.cpp
  void statement(const clang::Stmt* stmt);
  void declare(const clang::Decl* decl);
  void variable(const clang::VarDecl* decl);
  void branch(const clang::Expr* condition, flow::BlockId yes, flow::BlockId no);
  void ifStatement(const clang::IfStmt* stmt);
  void loop(const clang::Stmt* init, const clang::VarDecl* variable, const clang::Expr* condition,
            const clang::Stmt* increment, llvm::function_ref<void()> body);
  void doLoop(const clang::DoStmt* stmt);
  void rangeFor(const clang::CXXForRangeStmt* stmt);
  void switchStatement(const clang::SwitchStmt* stmt);
  void tryStatement(const clang::CXXTryStmt* stmt);
  void returnStatement(const clang::ReturnStmt* stmt);

  // Places.cpp
  Place place(const clang::Expr* expr);
  Place placeOf(const clang::VarDecl* variable, const clang::Expr* use);
  Place memberPlace(const clang::MemberExpr* expr);
  Place elementPlace(const clang::ArraySubscriptExpr* expr);
  Place conditionalPlace(const clang::AbstractConditionalOperator* expr);
  Place pointee(const clang::Expr* pointer);
  Place held(Operand operand, clang::QualType type, const clang::Stmt* at);
  Operand addressOf(Place place, clang::QualType pointee, const clang::Stmt* at);

  // Values.cpp
  Operand value(const clang::Expr* expr);
  Operand castValue(const clang::CastExpr* expr);
  Operand unaryValue(const clang::UnaryOperator* expr);
  Operand binaryValue(const clang::BinaryOperator* expr);
  Operand logicalValue(const clang::BinaryOperator* expr);
  Operand conditionalValue(const clang::AbstractConditionalOperator* expr);
  Operand newValue(const clang::CXXNewExpr* expr);
  Operand compute(flow::Operator op, llvm::ArrayRef<Operand> operands, clang::QualType type,
                  const clang::Stmt* at);
  Operand opaque(const clang::Expr* expr);
  void assign(const clang::BinaryOperator* expr);
  Place increment(const clang::UnaryOperator* expr);
  Place nextArgument(const clang::VAArgExpr* expr);
  void throwValue(const clang::CXXThrowExpr* expr);
  std::optional<flow::Constant> folded(const clang::Expr* expr);

  // Initializers.cpp
  void initialise(Place target, const clang::Expr* expr);
  void initialiseReference(Place target, const clang::Expr* expr);
  void initialiseVariable(Place target, clang::QualType type, const clang::Expr* expr);
  void initialiseList(Place target, const clang::InitListExpr* list);
  void construct(Place target, const clang::CXXConstructExpr* expr);
  void closure(Place target, const clang::LambdaExpr* expr);
  void memberInitialisers(const clang::CXXConstructorDecl* decl);
  void copy(Place target, Operand from, const clang::Stmt* at);
  static bool isCopy(const clang::CXXMethodDecl* method);

  // Calls.cpp
  std::optional<Operand> call(const clang::CallExpr* expr, std::optional<Place> target = {});
  std::optional<Operand> builtin(const clang::CallExpr* expr, const clang::FunctionDecl* callee);
  void arguments(flow::Instruction& call, const clang::FunctionDecl* callee,
                 llvm::ArrayRef<const clang::Expr*> given);
  Operand argument(const clang::Expr* expr, clang::QualType parameter);
  flow::FunctionId constructed(const clang::FunctionDecl* callee,
                               llvm::ArrayRef<const clang::Expr*> given);
  std::optional<Operand> finishCall(flow::Instruction call, clang::QualType result,
                                    std::optional<Place> target, const clang::Expr* expr,
                                    bool isNoReturn);

  Declarations& declarations_;
  clang::ASTContext& context_;
  flow::Function function_;
  const clang::FunctionDecl* decl_ = nullptr;
  flow::BlockId block_;
  bool isOpen_ = false;
  llvm::DenseMap<const clang::VarDecl*, flow::LocalId> locals_;
  llvm::DenseMap<const clang::VarDecl*, const clang::FieldDecl*> captures_;
  llvm::DenseMap<const clang::OpaqueValueExpr*, Place> opaqueValues_;
  const clang::FieldDecl* capturedThis_ = nullptr;
  struct Target {
    flow::BlockId onBreak, onContinue;
  };
  std::vector<Target> targets_;
  std::vector<flow::BlockId> handlers_; ///< of the enclosing try blocks
  llvm::DenseMap<const clang::SwitchCase*, flow::BlockId> cases_;
  llvm::DenseMap<const clang::LabelDecl*, flow::BlockId> labels_;
};

} // namespace circumspect::frontend
