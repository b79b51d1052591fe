// One function body to flow IR, by recursion over its syntax tree in the manner of Clang's own code
// generation: glvalues become places, prvalues operands, and objects are initialised in the place
// that they are for.
//
// Its members are spread over files by idea: Blocks.cpp builds blocks and locals, Statements.cpp
// has the statements, Exceptions.cpp what is thrown and caught, Lifetimes.cpp the ends of objects,
// Coroutines.cpp suspensions, Places.cpp the glvalues, Values.cpp the prvalues of scalar type,
// Intrinsics.cpp atomics, assembly and the like, Initializers.cpp objects, Calls.cpp the calls.
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
  /// Lowers the function that a lambda without captures becomes where a pointer is wanted.
  void lowerInvoker(const clang::CXXMethodDecl* invoker, const clang::CXXMethodDecl* callOperator);

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
  void omit(llvm::StringRef what, const clang::Stmt* at);
  void finish(flow::FunctionId id);

  // Statements.cpp
  void statement(const clang::Stmt* stmt);
  void declare(const clang::Decl* decl);
  void variable(const clang::VarDecl* decl);
  Place declareVariable(const clang::VarDecl* decl);
  void staticVariable(const clang::VarDecl* decl);
  void branch(const clang::Expr* condition, flow::BlockId yes, flow::BlockId no);
  void ifStatement(const clang::IfStmt* stmt);
  void loop(const clang::Stmt* init, const clang::VarDecl* variable, const clang::Expr* condition,
            const clang::Stmt* increment, llvm::function_ref<void()> body);
  void doLoop(const clang::DoStmt* stmt);
  void rangeFor(const clang::CXXForRangeStmt* stmt);
  void switchStatement(const clang::SwitchStmt* stmt);
  void returnStatement(const clang::ReturnStmt* stmt);
  void indirectGoto(const clang::IndirectGotoStmt* stmt);
  flow::BlockId labelled(const clang::LabelDecl* label);
  Operand unknownAnswer() { return temporary(context_.BoolTy); }

  // Exceptions.cpp
  struct Handlers {
    flow::BlockId dispatch; ///< for what is thrown by callees: any of them
    std::vector<std::pair<clang::QualType, flow::BlockId>> byType; ///< a null type: all
    size_t depth; ///< of the cleanups outside the try block
  };
  Place exception();
  void mayThrow(const clang::Stmt* at);
  void throwValue(const clang::CXXThrowExpr* expr);
  void unwind(const clang::Stmt* at);
  void tryStatement(const clang::CXXTryStmt* stmt);
  bool catches(clang::QualType handler, clang::QualType thrown) const;

  // Lifetimes.cpp
  struct Cleanup {
    Place object;
    const clang::FunctionDecl* function; ///< a destructor, or what a `cleanup` attribute names
  };
  class Scope;
  class FullExpression;
  void leave(size_t depth, const clang::Stmt* at);
  void endsWithScope(Place object, const clang::VarDecl* decl);
  void endsWithExpression(Place object, clang::QualType type);
  void endsWithReference(Place object, clang::QualType type);
  void destroy(Place object, const clang::CXXDestructorDecl* destructor, flow::Dispatch dispatch,
               const clang::Stmt* at);
  void deleteObject(const clang::CXXDeleteExpr* expr);
  void pushSubobjects(const clang::CXXDestructorDecl* decl);
  const clang::CXXDestructorDecl* destructorOf(clang::QualType type);
  bool isObservable(const clang::CXXRecordDecl* record);
  bool endsObjects(const clang::Stmt* expr);

  // Coroutines.cpp
  void coroutine(const clang::CoroutineBodyStmt* body);
  void coreturn(const clang::CoreturnStmt* stmt);
  const clang::Expr* resumed(const clang::CoroutineSuspendExpr* expr);

  // Places.cpp
  Place place(const clang::Expr* expr);
  Place placeOf(const clang::VarDecl* variable, const clang::Expr* use);
  Place callPlace(const clang::CallExpr* expr);
  Place memberPointerPlace(const clang::BinaryOperator* expr);
  Place materialised(const clang::Expr* prvalue);
  Place memberPlace(const clang::MemberExpr* expr);
  Place elementPlace(const clang::ArraySubscriptExpr* expr);
  Place conditionalPlace(const clang::AbstractConditionalOperator* expr);
  Place pointee(const clang::Expr* pointer);
  Place held(Operand operand, clang::QualType type, const clang::Stmt* at);
  Operand addressOf(Place place, clang::QualType pointee, const clang::Stmt* at);

  // Values.cpp
  Operand value(const clang::Expr* expr);
  Operand castValue(const clang::CastExpr* expr);
  Operand reinterpreted(const clang::CastExpr* expr);
  std::optional<Place> memberAtOffset(const clang::Expr* sum, clang::QualType wanted);
  Operand unaryValue(const clang::UnaryOperator* expr);
  Operand binaryValue(const clang::BinaryOperator* expr);
  Operand logicalValue(const clang::BinaryOperator* expr);
  Operand conditionalValue(const clang::AbstractConditionalOperator* expr);
  void eachArm(const clang::AbstractConditionalOperator* expr,
               llvm::function_ref<void(const clang::Expr*)> lowered);
  Operand newValue(const clang::CXXNewExpr* expr);
  Operand compute(flow::Operator op, llvm::ArrayRef<Operand> operands, clang::QualType type,
                  const clang::Stmt* at);
  const clang::Expr* withType(const clang::Expr* expr);
  Operand opaque(const clang::Expr* expr);
  Place assign(const clang::BinaryOperator* expr);
  Place increment(const clang::UnaryOperator* expr);
  Place nextArgument(const clang::VAArgExpr* expr);
  Operand thisValue(const clang::CXXThisExpr* expr);
  Operand functionValue(const clang::FunctionDecl* decl);
  Operand statementsValue(const clang::StmtExpr* expr);
  Operand sourceLocation(const clang::SourceLocExpr* expr);
  Operand text(const clang::StringLiteral* literal);
  std::optional<flow::Constant> folded(const clang::Expr* expr);

  // Intrinsics.cpp
  Operand atomicValue(const clang::AtomicExpr* expr);
  void assembly(const clang::GCCAsmStmt* stmt);
  std::optional<Operand> builtin(const clang::CallExpr* expr, const clang::FunctionDecl* callee);

  // Initializers.cpp
  void initialise(Place target, const clang::Expr* expr);
  void initialiseReference(Place target, const clang::Expr* expr);
  void initialiseVariable(Place target, clang::QualType type, const clang::Expr* expr);
  bool isMadeOfMembers(const clang::CXXRecordDecl* record) const;
  void initialiseBase(Place target, const clang::Expr* init);
  void copyMembers(Place target, Operand from, const clang::CXXRecordDecl* record,
                   const clang::Stmt* at);
  void setLength(const Place& target, const clang::CXXStdInitializerListExpr* expr);
  void initialiseList(Place target, const clang::InitListExpr* list);
  void initialiseRecord(Place target, const clang::RecordDecl* record,
                        const clang::FieldDecl* unionMember,
                        llvm::ArrayRef<const clang::Expr*> parts);
  void initialiseArray(Place target, llvm::ArrayRef<const clang::Expr*> parts, bool isComplete,
                       const clang::Expr* at);
  void initialiseByDefault(Place target, const clang::CXXDefaultInitExpr* expr);
  void inheritedConstruct(Place target, const clang::CXXInheritedCtorInitExpr* expr);
  void construct(Place target, const clang::CXXConstructExpr* expr);
  void construct(Place target, const clang::CXXConstructExpr* expr,
                 llvm::ArrayRef<const clang::Expr*> given);
  void closure(Place target, const clang::LambdaExpr* expr);
  void memberInitialisers(const clang::CXXConstructorDecl* decl);
  void copy(Place target, Operand from, const clang::Stmt* at);
  static bool isCopy(const clang::CXXMethodDecl* method);

  // Calls.cpp
  std::optional<Operand> call(const clang::CallExpr* expr, std::optional<Place> target = {});
  void arguments(flow::Instruction& call, const clang::FunctionDecl* callee,
                 llvm::ArrayRef<const clang::Expr*> given);
  Operand argument(const clang::Expr* expr, clang::QualType parameter);
  flow::FunctionId constructed(const clang::FunctionDecl* callee,
                               llvm::ArrayRef<const clang::Expr*> given);
  const clang::CXXMethodDecl* invokerOf(const clang::CXXMethodDecl* conversion);
  std::optional<Operand> finishCall(flow::Instruction call, clang::QualType result,
                                    std::optional<Place> target, const clang::Expr* expr,
                                    bool isNoReturn);

  Declarations& declarations_;
  clang::ASTContext& context_;
  flow::Function function_;
  const clang::FunctionDecl* decl_ = nullptr;
  flow::BlockId block_;
  bool isOpen_ = false;
  llvm::DenseMap<const clang::VarDecl*, Place> variables_;
  llvm::DenseMap<const clang::VarDecl*, const clang::FieldDecl*> captures_;
  llvm::DenseMap<const clang::OpaqueValueExpr*, Place> opaqueValues_;
  const clang::FieldDecl* capturedThis_ = nullptr;
  std::optional<Place> aggregate_; ///< whose members are being initialised
  std::optional<Place> self_;      ///< what `this` means in a member's default initialiser
  struct Target {
    flow::BlockId onBreak, onContinue;
    size_t breakDepth, continueDepth; ///< of the cleanups that stay
  };
  std::vector<Target> targets_;
  std::vector<Handlers> handlers_;  ///< of the enclosing try blocks
  std::vector<Cleanup> cleanups_;   ///< what ends when the scopes that are open do
  std::vector<size_t> expressions_; ///< where the temporaries of each open full-expression begin
  flow::BlockId finalSuspend_;      ///< of a coroutine
  llvm::DenseMap<const clang::SwitchCase*, flow::BlockId> cases_;
  llvm::DenseMap<const clang::LabelDecl*, flow::BlockId> labels_;
};

/// While it lives, objects begin that end with it.
class FunctionLowering::Scope {
public:
  Scope(FunctionLowering& lowering, const clang::Stmt* at)
      : lowering_(lowering), at_(at), depth_(lowering.cleanups_.size()) {}
  ~Scope() {
    lowering_.leave(depth_, at_);
    lowering_.cleanups_.resize(depth_);
  }
  Scope(const Scope&) = delete;
  Scope& operator=(const Scope&) = delete;

private:
  FunctionLowering& lowering_;
  const clang::Stmt* at_;
  size_t depth_;
};

/// The scope of temporaries; those that a reference keeps alive go to the scope around it.
class FunctionLowering::FullExpression {
public:
  FullExpression(FunctionLowering& lowering, const clang::Stmt* at) : lowering_(lowering), at_(at) {
    lowering.expressions_.push_back(lowering.cleanups_.size());
  }
  ~FullExpression() {
    size_t depth = lowering_.expressions_.back();
    lowering_.expressions_.pop_back();
    lowering_.leave(depth, at_);
    lowering_.cleanups_.resize(depth);
  }
  FullExpression(const FullExpression&) = delete;
  FullExpression& operator=(const FullExpression&) = delete;
  /// Whether a temporary of it ends with it.
  bool endsObjects() const { return lowering_.cleanups_.size() > lowering_.expressions_.back(); }

private:
  FunctionLowering& lowering_;
  const clang::Stmt* at_;
};

} // namespace circumspect::frontend
