#include "checker/frontend/FunctionLowering.h"

namespace circumspect::frontend {

using namespace clang;

flow::BlockId FunctionLowering::newBlock() {
  function_.blocks.emplace_back();
  return {static_cast<uint32_t>(function_.blocks.size() - 1)};
}

void FunctionLowering::startBlock(flow::BlockId block) {
  if (isOpen_)
    jump(block);
  block_ = block;
  isOpen_ = true;
}

flow::Instruction& FunctionLowering::emit(flow::Opcode opcode, const Stmt* at) {
  if (!isOpen_) // code that nothing reaches keeps a block of its own
    startBlock(newBlock());
  auto& instructions = function_.blocks[block_.index].instructions;
  instructions.emplace_back();
  instructions.back().opcode = opcode;
  if (at)
    instructions.back().location = declarations_.location(at);
  return instructions.back();
}

void FunctionLowering::terminate(flow::TerminatorKind kind,
                                 llvm::ArrayRef<flow::BlockId> successors, const Stmt* at) {
  if (!isOpen_)
    return;
  flow::Terminator& terminator = function_.blocks[block_.index].terminator;
  terminator.kind = kind;
  terminator.successors.assign(successors.begin(), successors.end());
  if (at)
    terminator.location = declarations_.location(at);
  isOpen_ = false;
}

void FunctionLowering::branchOn(Operand condition, flow::BlockId yes, flow::BlockId no,
                                const Stmt* at) {
  if (!isOpen_)
    return;
  if (const auto* constant = std::get_if<flow::Constant>(&condition)) {
    bool isTrue = constant->kind == flow::Constant::Kind::Integer ? constant->integer != 0
                  : constant->kind == flow::Constant::Kind::Floating
                      ? constant->floating != 0
                      : constant->kind == flow::Constant::Kind::String;
    return jump(isTrue ? yes : no);
  }
  function_.blocks[block_.index].terminator.condition = std::move(condition);
  terminate(flow::TerminatorKind::Branch, {yes, no}, at);
}

flow::LocalId FunctionLowering::addLocal(flow::LocalKind kind, llvm::StringRef name, QualType type,
                                         flow::Location location) {
  flow::Local added;
  added.kind = kind;
  if (!name.empty())
    added.name = declarations_.name(name);
  added.type = declarations_.type(type);
  added.isReference = !type.isNull() && type->isReferenceType();
  added.location = location;
  function_.locals.push_back(std::move(added));
  return {static_cast<uint32_t>(function_.locals.size() - 1)};
}

flow::Place FunctionLowering::temporary(QualType type) {
  return local(addLocal(flow::LocalKind::Temporary, "", type, {}));
}

flow::Place FunctionLowering::extend(Place place, flow::Step step) {
  place.path.push_back(step);
  return place;
}

flow::Constant FunctionLowering::integer(int64_t value) {
  flow::Constant constant;
  constant.integer = value;
  return constant;
}

void FunctionLowering::omit(llvm::StringRef what, const Stmt* at) {
  if (const auto* expr = llvm::dyn_cast<Expr>(at); expr && expr->containsErrors())
    return; // the unit is named as not parsed
  declarations_.program().omissions.push_back(
      {flow::Omission::Kind::NotLowered, declarations_.name(what), declarations_.location(at)});
}

void FunctionLowering::finish(flow::FunctionId id) {
  terminate(flow::TerminatorKind::Return, {}, nullptr);
  declarations_.program().functions[id.index] = std::move(function_);
}

void FunctionLowering::lower(const FunctionDecl* decl) {
  flow::FunctionId id = declarations_.function(decl);
  if (declarations_.program().function(id).hasBody())
    return; // an inline function, seen in an earlier translation unit
  decl_ = decl;
  declarations_.complete(id, decl);
  function_ = declarations_.program().function(id);
  function_.location = declarations_.location(decl->getLocation());
  const auto* method = llvm::dyn_cast<CXXMethodDecl>(decl);
  uint32_t next = method && method->isImplicitObjectMemberFunction() ? 1 : 0;
  for (const ParmVarDecl* parameter : decl->parameters()) {
    variables_[parameter] = local({next});
    function_.locals[next].name = declarations_.name(parameter->getName());
    function_.locals[next].location = declarations_.location(parameter->getLocation());
    ++next;
  }
  if (method && method->getParent()->isLambda()) {
    llvm::DenseMap<const ValueDecl*, FieldDecl*> captures;
    FieldDecl* self = nullptr;
    method->getParent()->getCaptureFields(captures, self);
    capturedThis_ = self;
    for (auto& [variable, field] : captures)
      if (const auto* captured = llvm::dyn_cast<VarDecl>(variable))
        captures_[captured] = field;
  }
  startBlock(newBlock());
  if (const auto* constructor = llvm::dyn_cast<CXXConstructorDecl>(decl))
    memberInitialisers(constructor);
  {
    Scope scope(*this, decl->getBody());
    if (const auto* destructor = llvm::dyn_cast<CXXDestructorDecl>(decl))
      pushSubobjects(destructor);
    statement(decl->getBody());
  }
  finish(id);
}

void FunctionLowering::lowerInvoker(const CXXMethodDecl* invoker,
                                    const CXXMethodDecl* callOperator) {
  flow::FunctionId id = declarations_.function(invoker),
                   callee = declarations_.function(callOperator);
  if (declarations_.program().function(id).hasBody())
    return;
  function_ = declarations_.program().function(id);
  startBlock(newBlock());
  QualType closure = context_.getRecordType(callOperator->getParent());
  Operand self = addressOf(temporary(closure), closure, nullptr);
  flow::Instruction& call = emit(flow::Opcode::Call, nullptr);
  call.location = function_.location;
  call.callee = callee;
  call.operands.push_back(std::move(self));
  for (uint32_t i = 0; i < function_.parameterCount; ++i)
    call.operands.push_back(local({i}));
  call.type = function_.resultType;
  if (function_.result)
    call.target = local(function_.result);
  finish(id);
}

void FunctionLowering::lowerInitialisers(llvm::ArrayRef<const VarDecl*> globals,
                                         llvm::StringRef unit) {
  flow::Program& program = declarations_.program();
  flow::FunctionId id{static_cast<uint32_t>(program.functions.size())};
  function_.symbol = declarations_.name(("<initialisers>@" + unit).str());
  function_.qualifiedName = function_.display =
      declarations_.name(("the initialisers of " + unit).str());
  function_.inProject = true;
  function_.isExternal = false;
  function_.resultType = declarations_.type(context_.VoidTy);
  program.functions.push_back(function_);
  program.initialisers.push_back(id);
  startBlock(newBlock());
  for (const VarDecl* global : globals)
    initialiseVariable({flow::Root::global(declarations_.global(global)), {}}, global->getType(),
                       global->getInit());
  finish(id);
}

} // namespace circumspect::frontend
