#include "checker/frontend/Frontend.h"

#include "checker/frontend/Cache.h"
#include "checker/frontend/FunctionLowering.h"

#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendActions.h"
#include "clang/Sema/SemaConsumer.h"
#include "clang/Tooling/JSONCompilationDatabase.h"
#include "clang/Tooling/Tooling.h"

#include "llvm/Support/CrashRecoveryContext.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/ThreadPool.h"

namespace circumspect::frontend {

using namespace clang;

namespace {

/// Finds what is lowered: function bodies of the project, instances of templates included, and its
/// globals.
class Definitions : public RecursiveASTVisitor<Definitions> {
public:
  explicit Definitions(Declarations& declarations) : declarations_(declarations) {}

  bool shouldVisitTemplateInstantiations() const { return true; }
  bool shouldVisitImplicitCode() const { return true; }

  // What other people's headers declare at file scope holds nothing of the project.
  bool TraverseDecl(Decl* decl) {
    bool isForeign = decl && !llvm::isa<TranslationUnitDecl>(decl) &&
                     decl->getLexicalDeclContext()->isFileContext() &&
                     !declarations_.isInProject(decl->getLocation());
    return isForeign || RecursiveASTVisitor::TraverseDecl(decl);
  }

  bool VisitFunctionDecl(FunctionDecl* decl) {
    bool isLowered = decl->isThisDeclarationADefinition() && decl->getBody() &&
                     !decl->isDependentContext() && !decl->isInvalidDecl() &&
                     declarations_.isInProject(decl->getLocation());
    const auto* method = llvm::dyn_cast<CXXMethodDecl>(decl);
    bool isMemberwise = method && method->isDefaulted() &&
                        (method->isCopyAssignmentOperator() || method->isMoveAssignmentOperator());
    if (const auto* constructor = llvm::dyn_cast<CXXConstructorDecl>(decl))
      isMemberwise = constructor->isDefaulted() && constructor->isCopyOrMoveConstructor();
    bool isInvoker = method && method->isLambdaStaticInvoker(); // lowered where it is wanted
    if (isLowered && !isMemberwise && !isInvoker)
      functions.push_back(decl);
    return true;
  }

  bool VisitVarDecl(VarDecl* decl) {
    bool isGlobal = decl->hasGlobalStorage() && !decl->isStaticLocal() &&
                    decl->isThisDeclarationADefinition() &&
                    !decl->getDeclContext()->isDependentContext() && !decl->isInvalidDecl();
    if (isGlobal && declarations_.isInProject(decl->getLocation())) {
      declarations_.global(decl);
      if (decl->hasInit() && !decl->getInit()->isValueDependent())
        globals.push_back(decl);
    }
    return true;
  }

  bool VisitRecordDecl(RecordDecl* decl) { // members that nothing uses may still be annotated
    if (decl->isCompleteDefinition() && !decl->isDependentContext() && !decl->isInvalidDecl() &&
        declarations_.isInProject(decl->getLocation()))
      declarations_.record(decl);
    return true;
  }

  std::vector<const FunctionDecl*> functions;
  std::vector<const VarDecl*> globals;

private:
  Declarations& declarations_;
};

class Consumer : public SemaConsumer {
public:
  Consumer(Symbols& symbols, std::string unit) : symbols_(symbols), unit_(std::move(unit)) {}

  void Initialize(ASTContext& context) override { declarations_.emplace(symbols_, context); }

  void InitializeSema(Sema& sema) override { declarations_->useSema(sema); }
  void ForgetSema() override {}

  bool shouldSkipFunctionBody(Decl* decl) override {
    return !declarations_->isInProject(decl->getLocation());
  }

  void HandleTranslationUnit(ASTContext& context) override {
    Definitions definitions(*declarations_);
    definitions.TraverseDecl(context.getTranslationUnitDecl());
    for (const FunctionDecl* decl : definitions.functions)
      FunctionLowering(*declarations_).lower(decl);
    if (!definitions.globals.empty())
      FunctionLowering(*declarations_).lowerInitialisers(definitions.globals, unit_);
  }

private:
  Symbols& symbols_;
  std::string unit_;
  std::optional<Declarations> declarations_;
};

class Action : public ASTFrontendAction {
public:
  explicit Action(Symbols& symbols) : symbols_(symbols) {}

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance& compiler,
                                                 llvm::StringRef file) override {
    compiler.getFrontendOpts().SkipFunctionBodies = true;
    flow::FileId id = symbols_.file(file);
    return std::make_unique<Consumer>(
        symbols_, symbols_.program.text(symbols_.program.files[id.index].path).str());
  }

private:
  Symbols& symbols_;
};

/// Keeps the first error of a translation unit.
class FirstError : public DiagnosticConsumer {
public:
  void HandleDiagnostic(DiagnosticsEngine::Level level, const Diagnostic& info) override {
    DiagnosticConsumer::HandleDiagnostic(level, info);
    if (level < DiagnosticsEngine::Error || hasError)
      return;
    hasError = true;
    llvm::SmallString<128> text;
    info.FormatDiagnostic(text);
    message = text.str();
    if (info.hasSourceManager() && info.getLocation().isValid()) {
      const SourceManager& sources = info.getSourceManager();
      PresumedLoc at = sources.getPresumedLoc(sources.getExpansionLoc(info.getLocation()));
      if (at.isValid()) {
        file = at.getFilename();
        line = at.getLine();
        column = at.getColumn();
      }
    }
  }

  bool hasError = false;
  std::string message, file;
  unsigned line = 0, column = 0;
};

// A compilation database is hostile input: nothing in it may load code or write files.
std::vector<std::string> harmless(const std::vector<std::string>& arguments) {
  static constexpr llvm::StringRef dropped[] = {"-load",
                                                "-add-plugin",
                                                "-plugin",
                                                "-fplugin",
                                                "-fpass-plugin",
                                                "-o",
                                                "-MF",
                                                "-MT",
                                                "-MQ",
                                                "-MJ",
                                                "--serialize-diagnostics",
                                                "-dwo",
                                                "-dependency-file"};
  std::vector<std::string> kept;
  for (size_t i = 0; i < arguments.size(); ++i) {
    llvm::StringRef argument = arguments[i];
    size_t step = argument == "-Xclang" && i + 1 < arguments.size()
                      ? 1
                      : 0; // each word then has -Xclang before it
    llvm::StringRef bare = arguments[i + step];
    if (bare.starts_with("-fplugin") || bare.starts_with("-fpass-plugin")) {
      i += step;
      continue;
    }
    if (bare.starts_with("-load") || bare.starts_with("-plugin") || bare == "-add-plugin") {
      i += 2 * step + 1; // and its value
      continue;
    }
    if (llvm::is_contained(dropped, argument)) {
      ++i;
      continue;
    }
    if (argument.starts_with("-M") || argument == "-c" || argument == "-Werror" ||
        argument.starts_with("-Werror=") || argument.starts_with("@"))
      continue;
    kept.push_back(arguments[i]);
  }
  return kept;
}

void omit(Symbols& symbols, const CompileCommand& command, flow::Omission::Kind kind,
          llvm::StringRef why, flow::Location at) {
  if (!at.file)
    at.file = symbols.file(command.file);
  symbols.program.omissions.push_back({kind, symbols.program.names.intern(why), at});
}

/// Lowers one unit, read from `disk`, into the symbols' program. False where the front end crashed.
bool lowerUnit(Symbols& symbols, const CompileCommand& command,
               IntrusiveRefCntPtr<llvm::vfs::FileSystem> disk) {
  symbols.program.translationUnits.push_back(symbols.file(command.file));
  std::vector<std::string> arguments = harmless(command.arguments);
  // What GCC 12 only warns of, in C or in Boost's headers, is no reason not to read a file.
  arguments.insert(arguments.begin() + 1,
                   {"-fsyntax-only", "-w", "-fno-caret-diagnostics", "-Wno-error",
                    "-Wno-implicit-function-declaration", "-Wno-implicit-int",
                    "-Wno-int-conversion", "-Wno-incompatible-function-pointer-types",
                    "-Wno-enum-constexpr-conversion", "-resource-dir",
                    CIRCUMSPECT_CLANG_RESOURCES});
  IntrusiveRefCntPtr<FileManager> files(
      new FileManager(FileSystemOptions{command.directory}, std::move(disk)));
  FirstError errors;
  tooling::ToolInvocation invocation(arguments, std::make_unique<Action>(symbols), files.get());
  invocation.setDiagnosticConsumer(&errors);
  bool isDone = false;
  llvm::CrashRecoveryContext recovery;
  bool isAlive = recovery.RunSafelyOnThread([&] { isDone = invocation.run(); }, 64 << 20);
  if (!isAlive) {
    omit(symbols, command, flow::Omission::Kind::Crashed, "the front end crashed", {});
  } else if (!isDone || errors.hasError) {
    flow::Location at;
    if (!errors.file.empty()) {
      llvm::SmallString<128> path(errors.file);
      llvm::sys::fs::make_absolute(command.directory, path);
      at.file = symbols.file(path);
      at.line = errors.line;
      at.column = errors.column;
    }
    omit(symbols, command, flow::Omission::Kind::NotParsed,
         errors.message.empty() ? "it does not compile" : errors.message, at);
  }
  return isAlive;
}

flow::Program lowerUnit(const CompileCommand& command, const std::string& root, Cache& cache) {
  if (std::optional<flow::Program> known = cache.find(command))
    return std::move(*known);
  Symbols symbols(root);
  Dependencies noted;
  auto disk = cache.isOn() ? watchedFileSystem(noted) : llvm::vfs::getRealFileSystem();
  if (lowerUnit(symbols, command, disk))
    cache.keep(command, noted, symbols.program);
  return std::move(symbols.program);
}

} // namespace

std::vector<CompileCommand> loadDatabase(const std::string& folder, std::string& error) {
  std::vector<CompileCommand> commands;
  auto database = tooling::CompilationDatabase::loadFromDirectory(folder, error);
  if (!database)
    return commands;
  for (const tooling::CompileCommand& each : database->getAllCompileCommands()) {
    llvm::SmallString<128> path(each.Filename);
    llvm::sys::fs::make_absolute(each.Directory, path);
    llvm::sys::path::remove_dots(path, true);
    commands.push_back({path.str().str(), each.Directory, each.CommandLine});
  }
  llvm::sort(commands,
             [](const CompileCommand& a, const CompileCommand& b) { return a.file < b.file; });
  return commands;
}

flow::Program lower(const std::vector<CompileCommand>& commands, const std::string& root,
                    const Options& options) {
  llvm::SmallString<256> absolute(root);
  llvm::sys::fs::make_absolute(absolute);
  llvm::sys::path::remove_dots(absolute, true);
  std::string folder = llvm::StringRef(absolute).rtrim('/').str();
  Cache cache(options.cache, folder);
  llvm::CrashRecoveryContext::Enable();
  llvm::DefaultThreadPool pool(llvm::hardware_concurrency(options.jobs));
  std::vector<flow::Program> units(commands.size());
  std::vector<std::shared_future<void>> done;
  for (size_t i = 0; i < commands.size(); ++i)
    done.push_back(pool.async([&, i] { units[i] = lowerUnit(commands[i], folder, cache); }));
  flow::Linker linker; // in the order of the commands, whichever is lowered first
  for (size_t i = 0; i < commands.size(); ++i) {
    done[i].wait();
    linker.add(std::move(units[i]));
  }
  return linker.take();
}

} // namespace circumspect::frontend
