// The tables of one translation unit, filled from Clang's declarations: each function, record,
// member, variable and type gets its number once, by a symbol that is the same in all units.
#pragma once

#include "checker/flow/Link.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/Mangle.h"

#include <memory>

namespace clang {
class Sema;
}

namespace circumspect::frontend {

/// What the unit's tables have so far, by symbol.
struct Symbols {
  explicit Symbols(std::string folder) : root(std::move(folder)) {}

  flow::Program program;
  std::string root; ///< absolute, without a trailing separator
  llvm::StringMap<flow::FileId> files;
  llvm::StringMap<flow::FunctionId> functions;
  llvm::StringMap<flow::RecordId> records;
  llvm::StringMap<flow::FieldId> fields;
  llvm::StringMap<flow::GlobalId> globals;
  flow::TypeIndex types;

  flow::FileId file(llvm::StringRef path);
};

/// The declarations of one translation unit.
class Declarations {
public:
  Declarations(Symbols& symbols, clang::ASTContext& context);

  flow::Program& program() { return symbols_.program; }
  clang::ASTContext& context() { return context_; }

  flow::NameId name(llvm::StringRef text) { return program().names.intern(text); }
  flow::Location location(clang::SourceRange range);
  flow::Location location(const clang::Stmt* stmt) { return location(stmt->getSourceRange()); }
  flow::TypeId type(clang::QualType type);
  flow::RecordId record(const clang::RecordDecl* decl);
  int64_t offsetOf(const clang::FieldDecl* decl) const;
  flow::FieldId field(const clang::FieldDecl* decl);
  flow::GlobalId global(const clang::VarDecl* decl);
  flow::FunctionId function(const clang::FunctionDecl* decl);
  /// Gives a function the parameters of its definition, where its declarations did not have them.
  void complete(flow::FunctionId id, const clang::FunctionDecl* definition);

  /// What makes bodies that only skipped code would have asked for.
  void useSema(clang::Sema& sema) { sema_ = &sema; }
  /// Of a library's class, the constructor that takes so many arguments of any types and keeps
  /// them, as those of std::pair and std::function do; null if there is none.
  static const clang::CXXConstructorDecl* keepingConstructor(const clang::CXXRecordDecl* record,
                                                             size_t given);
  /// The class's own default constructor, with its body where the compiler writes that; null if
  /// there is none.
  const clang::CXXConstructorDecl* defaultConstructor(const clang::CXXRecordDecl* record);

  /// Is the code at this place analysed?
  bool isInProject(clang::SourceLocation location);
  /// Is it a class of the project, and not one of the standard library, in whichever header that is
  /// declared? Where a program specialises such a template for its own types, that is its own
  /// class.
  bool isOwn(const clang::RecordDecl* record);
  std::vector<flow::Annotation> annotations(const clang::Decl* decl);
  /// Adds what the declaration, or one of the same thing before it, says that is not known yet.
  void annotate(std::vector<flow::Annotation>& known, const clang::Decl* decl);

private:
  flow::FileId file(clang::FileID id);
  std::string symbol(const clang::NamedDecl* decl, bool isExternal);
  std::string qualifiedName(const clang::NamedDecl* decl);
  std::string display(const clang::FunctionDecl* decl);
  std::string recordSymbol(const clang::RecordDecl* decl);
  void addFields(flow::RecordId id, const clang::RecordDecl* definition);
  void addParameters(flow::Function& function, const clang::FunctionDecl* decl);

  Symbols& symbols_;
  clang::ASTContext& context_;
  clang::Sema* sema_ = nullptr;
  clang::ASTNameGenerator mangler_;
  llvm::DenseMap<clang::FileID, flow::FileId> files_;
  llvm::DenseMap<const void*, flow::TypeId> types_;
  llvm::DenseMap<const clang::Decl*, uint32_t> ids_; ///< by canonical declaration, of its own table
};

} // namespace circumspect::frontend
