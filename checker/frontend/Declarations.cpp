#include "checker/frontend/Declarations.h"

#include "clang/AST/Attr.h"
#include "clang/AST/RecordLayout.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "clang/Sema/Sema.h"

#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace circumspect::frontend {

using namespace clang;

flow::FileId Symbols::file(llvm::StringRef path) {
  llvm::SmallString<256> absolute(path);
  llvm::sys::fs::make_absolute(absolute);
  llvm::sys::path::remove_dots(absolute, /*remove_dot_dot=*/true);
  llvm::StringRef shown = absolute;
  bool inProject = shown.consume_front(root) && shown.consume_front("/");
  if (!inProject)
    shown = absolute;
  auto [entry, isNew] =
      files.try_emplace(shown, flow::FileId{static_cast<uint32_t>(program.files.size())});
  if (isNew)
    program.files.push_back({program.names.intern(shown), inProject});
  return entry->second;
}

Declarations::Declarations(Symbols& symbols, ASTContext& context)
    : symbols_(symbols), context_(context), mangler_(context) {
}

flow::FileId Declarations::file(FileID id) {
  auto [entry, isNew] = files_.try_emplace(id);
  if (isNew) {
    auto ref = context_.getSourceManager().getFileEntryRefForID(id);
    llvm::SmallString<256> path(ref ? ref->getName() : llvm::StringRef("<built-in>"));
    if (ref) {
      context_.getSourceManager().getFileManager().makeAbsolutePath(path);
      entry->second = symbols_.file(path);
    } else {
      entry->second = symbols_.file("/<built-in>");
    }
  }
  return files_[id];
}

bool Declarations::isInProject(SourceLocation location) {
  const SourceManager& sources = context_.getSourceManager();
  location = sources.getExpansionLoc(location);
  if (location.isInvalid() || sources.isInSystemHeader(location))
    return false;
  return program().files[file(sources.getFileID(location)).index].inProject;
}

bool Declarations::isOwn(const RecordDecl* record) {
  const auto* instance = llvm::dyn_cast<ClassTemplateSpecializationDecl>(record);
  bool isOfStandardLibrary = false;
  for (const DeclContext* in = record; in; in = in->getParent())
    isOfStandardLibrary |= in->isStdNamespace();
  return isInProject(record->getLocation()) &&
         (!isOfStandardLibrary || (instance && instance->isExplicitSpecialization()));
}

/// Columns count UTF-16 code units, as SARIF and the language server protocol do: of a character's
/// bytes in UTF-8 all but the first count for nothing, and one of four bytes for two.
static uint32_t columnOf(const SourceManager& sources, SourceLocation at) {
  auto [file, offset] = sources.getDecomposedLoc(at);
  uint32_t bytes = sources.getColumnNumber(file, offset);
  llvm::StringRef before =
      sources.getBufferData(file).slice(offset - std::min(offset, bytes - 1), offset);
  uint32_t column = 1;
  for (unsigned char c : before)
    column += (c & 0xc0) == 0x80 ? 0 : c >= 0xf0 ? 2 : 1;
  return column;
}

flow::Location Declarations::location(SourceRange range) {
  const SourceManager& sources = context_.getSourceManager();
  if (range.isInvalid())
    return {};
  SourceLocation begin = sources.getExpansionLoc(range.getBegin());
  SourceLocation end = sources.getExpansionRange(range.getEnd()).getEnd();
  flow::Location result;
  result.file = file(sources.getFileID(begin));
  result.line = sources.getExpansionLineNumber(begin);
  result.column = columnOf(sources, begin);
  if (sources.getFileID(end) == sources.getFileID(begin)) {
    end = end.getLocWithOffset(Lexer::MeasureTokenLength(end, sources, context_.getLangOpts()));
    result.endLine = sources.getExpansionLineNumber(end);
    result.endColumn = columnOf(sources, end);
  } else {
    result.endLine = result.line;
    result.endColumn = result.column;
  }
  return result;
}

std::vector<flow::Annotation> Declarations::annotations(const Decl* decl) {
  std::vector<flow::Annotation> result;
  for (const auto* attribute : decl->specific_attrs<AnnotateAttr>()) {
    llvm::StringRef text = attribute->getAnnotation();
    if (text.consume_front("circumspect:"))
      result.push_back({name(text), location(attribute->getRange())});
  }
  return result;
}

void Declarations::annotate(std::vector<flow::Annotation>& known, const Decl* decl) {
  for (const Decl* each : decl->redecls())
    for (const flow::Annotation& annotation : annotations(each))
      if (llvm::none_of(known,
                        [&](const flow::Annotation& a) { return a.text == annotation.text; }))
        known.push_back(annotation);
}

flow::TypeId Declarations::type(QualType written) {
  if (written.isNull())
    written = context_.VoidTy;
  QualType canonical = written.getCanonicalType();
  auto known = types_.find(canonical.getAsOpaquePtr());
  if (known != types_.end())
    return known->second;
  flow::Type t;
  t.isConst = canonical.isConstQualified();
  const clang::Type* c = canonical.getTypePtr();
  if (c->isVoidType()) {
    t.kind = flow::TypeKind::Void;
  } else if (c->isPointerType() || c->isReferenceType() || c->isBlockPointerType()) {
    t.kind = flow::TypeKind::Pointer;
    t.element = type(c->getPointeeType());
  } else if (c->isIntegralOrEnumerationType()) {
    t.kind = flow::TypeKind::Integer;
    t.bits = c->isBooleanType()      ? 1
             : c->isIncompleteType() ? 32
                                     : static_cast<uint32_t>(context_.getTypeSize(c));
    t.isText = c->isSpecificBuiltinType(clang::BuiltinType::Char_S) ||
               c->isSpecificBuiltinType(clang::BuiltinType::Char_U);
  } else if (c->isRealFloatingType()) {
    t.kind = flow::TypeKind::Floating;
    t.bits = static_cast<uint32_t>(context_.getTypeSize(c));
  } else if (const auto* record = c->getAs<RecordType>()) {
    t.kind = flow::TypeKind::Record;
    t.record = this->record(record->getDecl());
  } else if (const auto* array = context_.getAsArrayType(canonical)) {
    t.kind = flow::TypeKind::Array;
    t.element = type(array->getElementType());
    if (const auto* constant = llvm::dyn_cast<ConstantArrayType>(array))
      t.count = constant->getZExtSize();
  } else if (c->isFunctionType()) {
    t.kind = flow::TypeKind::Function;
  }
  return types_[canonical.getAsOpaquePtr()] = symbols_.types.intern(program(), t);
}

// Namespaces and classes without template arguments and without inline namespaces.
/// A type without a name is called by the typedef or by the member that it is the type of.
static llvm::StringRef nameOf(const RecordDecl* decl) {
  if (!decl->getName().empty())
    return decl->getName();
  if (const TypedefNameDecl* alias = decl->getTypedefNameForAnonDecl())
    return alias->getName();
  if (const auto* outer = llvm::dyn_cast<RecordDecl>(decl->getDeclContext()))
    for (const FieldDecl* field : outer->fields())
      if (field->getType()->getBaseElementTypeUnsafe()->getAsTagDecl() == decl)
        return field->getName();
  return {};
}

/// A class's name for models. What the standard calls a typedef of a template's instance, a header
/// may declare as a class: std::string, std::ostream. It is known by the template's name.
static std::string nameForModels(const RecordDecl* record) {
  static const llvm::StringSet<> instances = {
      "string",   "string_view", "ios",       "streambuf",    "istream",
      "ostream",  "iostream",    "stringbuf", "filebuf",      "istringstream",
      "ifstream", "ofstream",    "fstream",   "stringstream", "ostringstream"};
  llvm::StringRef own = nameOf(record);
  llvm::StringRef plain = own;
  for (llvm::StringRef character : {"w", "u8", "u16", "u32"}) // std::wstring, std::u8string
    if (plain.consume_front(character))
      break;
  bool isInstance = record->getDeclContext()->isStdNamespace() && instances.contains(plain) &&
                    !llvm::isa<ClassTemplateSpecializationDecl>(record);
  return isInstance ? ("basic_" + plain).str() : own.str();
}

std::string Declarations::qualifiedName(const NamedDecl* decl) {
  std::string prefix;
  for (const DeclContext* at = decl->getDeclContext(); at; at = at->getParent()) {
    std::string part;
    if (const auto* space = llvm::dyn_cast<NamespaceDecl>(at)) {
      if (space->isInline())
        continue;
      part = space->isAnonymousNamespace() ? "(anonymous)" : space->getName().str();
    } else if (const auto* record = llvm::dyn_cast<RecordDecl>(at)) {
      part = nameForModels(record);
    } else {
      continue;
    }
    prefix = part + "::" + prefix;
  }
  std::string own;
  if (const auto* constructor = llvm::dyn_cast<CXXConstructorDecl>(decl))
    own = nameForModels(constructor->getParent());
  else if (const auto* destructor = llvm::dyn_cast<CXXDestructorDecl>(decl))
    own = "~" + nameForModels(destructor->getParent());
  else if (const auto* record = llvm::dyn_cast<RecordDecl>(decl))
    own = nameForModels(record);
  else
    own = decl->getDeclName().getAsString();
  llvm::StringRef builtin = own;
  if (prefix.empty() && builtin.consume_front("__builtin_")) {
    if (builtin.consume_front("__"))
      builtin.consume_back("_chk");
    own = builtin.str();
  }
  return prefix + own;
}

std::string Declarations::display(const FunctionDecl* decl) {
  PrintingPolicy policy(context_.getLangOpts());
  policy.SuppressInlineNamespace = true;
  std::string text;
  llvm::raw_string_ostream out(text);
  decl->printQualifiedName(out, policy);
  out << "(";
  bool isFirst = true;
  for (const ParmVarDecl* parameter : decl->parameters()) {
    out << (isFirst ? "" : ", ") << parameter->getType().getAsString(policy);
    isFirst = false;
  }
  out << (decl->isVariadic() ? (isFirst ? "..." : ", ...") : "") << ")";
  if (const auto* method = llvm::dyn_cast<CXXMethodDecl>(decl); method && method->isConst())
    out << " const";
  return text;
}

std::string Declarations::symbol(const NamedDecl* decl, bool isExternal) {
  std::string text;
  if (const auto* function = llvm::dyn_cast<FunctionDecl>(decl);
      function && !function->getDescribedFunctionTemplate())
    text = mangler_.getName(decl);
  else if (llvm::isa<VarDecl>(decl))
    text = mangler_.getName(decl);
  if (text.empty())
    text = qualifiedName(decl);
  if (const auto* method = llvm::dyn_cast<CXXMethodDecl>(decl);
      method && method->getDescribedFunctionTemplate()) // no name of the linker's has its class
    text = recordSymbol(method->getParent()) + "::" + text + "/" +
           std::to_string(method->getNumParams());
  if (!isExternal) {
    flow::Location at = location(decl->getLocation());
    text += "@" +
            (at.file ? program().text(program().files[at.file.index].path).str() : std::string()) +
            ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
  }
  return text;
}

std::string Declarations::recordSymbol(const RecordDecl* decl) {
  PrintingPolicy policy(context_.getLangOpts());
  policy.FullyQualifiedName = true;
  std::string text = context_.getTypeDeclType(decl).getCanonicalType().getAsString(policy);
  for (llvm::StringRef tag : {"struct ", "union ", "enum "}) // C writes it
    if (llvm::StringRef(text).starts_with(tag))
      text.erase(0, tag.size());
  bool isNamed = decl->getIdentifier() && !decl->isInAnonymousNamespace() &&
                 decl->isDefinedOutsideFunctionOrMethod();
  // Two files of C may mean different things by one name, and a header may be read as C and as C++.
  bool mayBeC = decl->getDeclContext()->getRedeclContext()->isTranslationUnit() &&
                !llvm::isa<ClassTemplateSpecializationDecl>(decl);
  if (!isNamed || mayBeC) {
    const RecordDecl* definition = decl->getDefinition() ? decl->getDefinition() : decl;
    flow::Location at = location(definition->getLocation());
    if (at.file && (!isNamed || program().files[at.file.index].inProject))
      text += "@" + program().text(program().files[at.file.index].path).str() + ":" +
              std::to_string(at.line) + ":" + std::to_string(at.column);
  }
  return text;
}

flow::RecordId Declarations::record(const RecordDecl* decl) {
  if (const RecordDecl* definition = decl->getDefinition())
    decl = definition;
  const Decl* key = decl->getCanonicalDecl();
  if (auto known = ids_.find(key); known != ids_.end())
    return {known->second};
  std::string text = recordSymbol(decl);
  flow::RecordId id{static_cast<uint32_t>(program().records.size())};
  auto [entry, isNew] = symbols_.records.try_emplace(text, id);
  ids_[key] = entry->second.index;
  if (!isNew) {
    if (program().record(entry->second).fields.empty())
      addFields(entry->second, decl);
    return entry->second;
  }
  flow::Record r;
  r.symbol = name(text);
  r.location = location(decl->getLocation());
  r.isUnion = decl->isUnion();
  r.inProject = isOwn(decl);
  PrintingPolicy policy(context_.getLangOpts());
  policy.SuppressInlineNamespace = true;
  const auto* cxx = llvm::dyn_cast<CXXRecordDecl>(decl);
  r.isClosure = cxx && cxx->isLambda();
  r.qualifiedName = name(qualifiedName(decl));
  r.display =
      r.isClosure ? name("a lambda") : name(context_.getTypeDeclType(decl).getAsString(policy));
  if (decl->getName().empty() && !nameOf(decl).empty())
    r.display = r.qualifiedName;
  program().records.push_back(r);
  if (const auto* instance = llvm::dyn_cast<ClassTemplateSpecializationDecl>(decl))
    for (const TemplateArgument& argument : instance->getTemplateArgs().asArray())
      for (const TemplateArgument& one : argument.getKind() == TemplateArgument::Pack
                                             ? argument.pack_elements()
                                             : llvm::ArrayRef(argument))
        if (one.getKind() == TemplateArgument::Type) {
          flow::TypeId t = type(one.getAsType());
          program().records[id.index].templateArguments.push_back(t);
        }
  addFields(id, decl);
  return id;
}

void Declarations::addFields(flow::RecordId id, const RecordDecl* decl) {
  if (!decl->isCompleteDefinition())
    return;
  if (!decl->isInvalidDecl() && !decl->isDependentContext())
    program().records[id.index].size =
        static_cast<uint64_t>(context_.getASTRecordLayout(decl).getSize().getQuantity());
  if (const auto* cxx = llvm::dyn_cast<CXXRecordDecl>(decl)) {
    std::vector<flow::RecordId> bases;
    for (const CXXBaseSpecifier& base : cxx->bases())
      if (const auto* baseRecord = base.getType()->getAsCXXRecordDecl())
        bases.push_back(record(baseRecord));
    program().records[id.index].bases = bases;
    if (!program().record(id).inProject)
      if (const CXXConstructorDecl* keeping = keepingConstructor(cxx, 1)) {
        flow::FunctionId constructor = function(keeping);
        program().records[id.index].keeping = constructor;
      }
  }
  if (isInProject(decl->getLocation()) || !context_.getLangOpts().CPlusPlus)
    for (const FieldDecl* f : decl->fields())
      field(f);
}

const CXXConstructorDecl* Declarations::keepingConstructor(const CXXRecordDecl* record,
                                                           size_t given) {
  for (const Decl* member : record->decls()) {
    const auto* pattern = llvm::dyn_cast<FunctionTemplateDecl>(member);
    const auto* constructor =
        pattern ? llvm::dyn_cast<CXXConstructorDecl>(pattern->getTemplatedDecl()) : nullptr;
    if (!constructor || given == 0)
      continue;
    bool isPack =
        constructor->getNumParams() > 0 && constructor->parameters().back()->isParameterPack();
    bool fits =
        isPack ? given + 1 >= constructor->getNumParams() : given == constructor->getNumParams();
    if (fits && llvm::all_of(constructor->parameters(), [](const ParmVarDecl* parameter) {
          QualType type = parameter->getType();
          if (const auto* pack = type->getAs<PackExpansionType>())
            type = pack->getPattern();
          const auto* reference = type->getAs<RValueReferenceType>();
          return reference && reference->getPointeeType()->isTemplateTypeParmType();
        }))
      return constructor;
  }
  return nullptr;
}

/// Where a member is, in a record that C knows.
int64_t Declarations::offsetOf(const FieldDecl* decl) const {
  const RecordDecl* record = decl->getParent();
  const auto* cxx = llvm::dyn_cast<CXXRecordDecl>(record);
  bool isPlain = record->isCompleteDefinition() && !record->isInvalidDecl() &&
                 !record->isDependentContext() && !decl->isBitField() &&
                 (!cxx || cxx->isStandardLayout());
  return isPlain ? context_.toCharUnitsFromBits(static_cast<int64_t>(context_.getFieldOffset(decl)))
                       .getQuantity()
                 : -1;
}

flow::FieldId Declarations::field(const FieldDecl* decl) {
  const Decl* key = decl->getCanonicalDecl();
  if (auto known = ids_.find(key); known != ids_.end())
    return {known->second};
  flow::RecordId owner = record(decl->getParent());
  if (auto known = ids_.find(key); known != ids_.end()) // declaring the record declared its members
    return {known->second};
  std::string own = decl->getName().str();
  std::string text = program().text(program().record(owner).symbol).str() + "::" + own + "#" +
                     std::to_string(decl->getFieldIndex());
  flow::FieldId id{static_cast<uint32_t>(program().fields.size())};
  auto [entry, isNew] = symbols_.fields.try_emplace(text, id);
  ids_[key] = entry->second.index;
  if (!isNew)
    return entry->second;
  program().fields.push_back(
      {owner, name(own), {}, location(decl->getLocation()), annotations(decl)});
  program().records[owner.index].fields.push_back(id);
  flow::TypeId t = type(decl->getType());
  program().fields[id.index].type = t;
  program().fields[id.index].offset = offsetOf(decl);
  program().fields[id.index].index = decl->getFieldIndex();
  return id;
}

flow::GlobalId Declarations::global(const VarDecl* decl) {
  const Decl* key = decl->getCanonicalDecl();
  if (auto known = ids_.find(key); known != ids_.end())
    return {known->second};
  bool isExternal = decl->isExternallyVisible() && !decl->isStaticLocal();
  std::string text = symbol(decl->getCanonicalDecl(), isExternal);
  flow::GlobalId id{static_cast<uint32_t>(program().globals.size())};
  auto [entry, isNew] = symbols_.globals.try_emplace(text, id);
  ids_[key] = entry->second.index;
  bool isDefined = decl->hasDefinition() != VarDecl::DeclarationOnly;
  if (!isNew) {
    flow::Global& known = program().globals[entry->second.index];
    annotate(known.annotations, decl);
    known.isDefined |= isDefined;
    return entry->second;
  }
  flow::Global g;
  g.symbol = name(text);
  g.display = name(qualifiedName(decl));
  g.location = location(decl->getLocation());
  g.isConst = decl->getType().isConstQualified();
  g.inProject = isInProject(decl->getLocation());
  g.isThreadLocal = decl->getTLSKind() != VarDecl::TLS_None;
  g.isExternal = isExternal;
  g.isDefined = isDefined;
  annotate(g.annotations, decl);
  program().globals.push_back(g);
  flow::TypeId t = type(decl->getType());
  program().globals[id.index].type = t;
  return id;
}

flow::FunctionId Declarations::function(const FunctionDecl* decl) {
  const Decl* key = decl->getCanonicalDecl();
  if (auto known = ids_.find(key); known != ids_.end())
    return {known->second};
  std::string text = symbol(decl, decl->isExternallyVisible());
  flow::FunctionId id{static_cast<uint32_t>(program().functions.size())};
  auto [entry, isNew] = symbols_.functions.try_emplace(text, id);
  ids_[key] = entry->second.index;
  if (!isNew) {
    annotate(program().functions[entry->second.index].annotations, decl);
    return entry->second;
  }
  program().functions.emplace_back();

  flow::Function f;
  f.symbol = name(text);
  f.qualifiedName = name(qualifiedName(decl));
  f.display = name(display(decl));
  f.isVariadic = decl->isVariadic();
  f.isNoReturn = decl->isNoReturn();
  for (const auto* format : decl->specific_attrs<clang::FormatAttr>())
    if (format->getType()->getName() == "printf" && format->getFirstArg() > 0)
      f.printedFrom = static_cast<uint32_t>(format->getFirstArg() - 1);
  f.inProject = isInProject(decl->getLocation());
  f.isExternal = decl->isExternallyVisible();
  f.returnsReference = decl->getReturnType()->isReferenceType();
  f.resultType = type(decl->getReturnType());
  f.location = location(decl->getLocation());
  annotate(f.annotations, decl);
  if (const auto* arguments = decl->getTemplateSpecializationArgs())
    for (const TemplateArgument& argument : arguments->asArray())
      for (const TemplateArgument& one : argument.getKind() == TemplateArgument::Pack
                                             ? argument.pack_elements()
                                             : llvm::ArrayRef(argument)) {
        if (one.getKind() == TemplateArgument::Type)
          f.templateArguments.push_back(type(one.getAsType()));
        if (one.getKind() == TemplateArgument::Integral)
          f.templateIntegers.push_back(one.getAsIntegral().extOrTrunc(64).getSExtValue());
      }
  const auto* method = llvm::dyn_cast<CXXMethodDecl>(decl);
  if (method) {
    f.kind = llvm::isa<CXXConstructorDecl>(decl)        ? flow::FunctionKind::Constructor
             : llvm::isa<CXXDestructorDecl>(decl)       ? flow::FunctionKind::Destructor
             : method->isImplicitObjectMemberFunction() ? flow::FunctionKind::Method
                                                        : flow::FunctionKind::Free;
    f.record = record(method->getParent());
    f.isVirtual = method->isVirtual();
    f.isConst = method->isConst();
    for (const CXXMethodDecl* overridden : method->overridden_methods())
      f.overrides.push_back(function(overridden));
    if (method->isImplicitObjectMemberFunction()) {
      flow::Local self;
      self.kind = flow::LocalKind::This;
      self.name = name("this");
      self.type = type(method->getFunctionObjectParameterType().isNull()
                           ? context_.getPointerType(context_.getRecordType(method->getParent()))
                           : context_.getPointerType(method->getFunctionObjectParameterType()));
      self.location = f.location;
      f.locals.push_back(self);
    }
  }
  addParameters(f, decl);
  program().functions[id.index] = std::move(f);
  if (method && method->getOverloadedOperator() == OO_Call && !method->isStatic())
    program().records[program().function(id).record.index].callOperators.push_back(id);
  if (const auto* destructor = llvm::dyn_cast<CXXDestructorDecl>(decl))
    program().records[record(destructor->getParent()).index].destructor = id;
  return id;
}

const CXXConstructorDecl* Declarations::defaultConstructor(const CXXRecordDecl* record) {
  if (!sema_ || !record->hasDefinition() || !record->hasDefaultConstructor())
    return nullptr;
  CXXConstructorDecl* constructor =
      sema_->LookupDefaultConstructor(const_cast<CXXRecordDecl*>(record));
  bool isMade = constructor && constructor->isDefaulted() && !constructor->isTrivial() &&
                !constructor->isDeleted() && !constructor->doesThisDeclarationHaveABody();
  if (isMade)
    sema_->DefineImplicitDefaultConstructor(constructor->getLocation(), constructor);
  return constructor && !constructor->isDeleted() ? constructor : nullptr;
}

// C: what was declared without a prototype shows its parameters where it is defined.
void Declarations::complete(flow::FunctionId id, const FunctionDecl* definition) {
  flow::Function& f = program().functions[id.index];
  uint32_t own = f.parameterCount > 0 && f.locals[0].kind == flow::LocalKind::This ? 1 : 0;
  if (f.parameterCount == own + definition->getNumParams() + definition->isVariadic())
    return;
  flow::Function completed = f;
  completed.locals.resize(own);
  addParameters(completed, definition);
  program().functions[id.index] = std::move(completed);
}

void Declarations::addParameters(flow::Function& f, const FunctionDecl* decl) {
  for (const ParmVarDecl* parameter : decl->parameters()) {
    flow::Local local;
    local.kind = flow::LocalKind::Parameter;
    local.name = name(parameter->getName());
    local.type = type(parameter->getType());
    local.isReference = parameter->getType()->isReferenceType();
    local.location = location(parameter->getLocation());
    for (const FunctionDecl* each : decl->redecls())
      if (parameter->getFunctionScopeIndex() < each->getNumParams())
        for (flow::Annotation& annotation :
             annotations(each->getParamDecl(parameter->getFunctionScopeIndex())))
          if (llvm::none_of(local.annotations,
                            [&](const flow::Annotation& a) { return a.text == annotation.text; }))
            local.annotations.push_back(annotation);
    f.locals.push_back(std::move(local));
  }
  if (decl->isVariadic()) {
    flow::Local rest;
    rest.kind = flow::LocalKind::Parameter;
    rest.name = name("...");
    flow::Type list;
    list.kind = flow::TypeKind::Array;
    list.element = type(context_.VoidPtrTy);
    rest.type = symbols_.types.intern(program(), list);
    f.locals.push_back(rest);
  }
  f.parameterCount = f.locals.size();
  if (!decl->getReturnType()->isVoidType() && f.kind != flow::FunctionKind::Constructor) {
    flow::Local result;
    result.kind = flow::LocalKind::Result;
    result.type = f.resultType;
    result.isReference = f.returnsReference;
    f.result = {static_cast<uint32_t>(f.locals.size())};
    f.locals.push_back(result);
  }
}

} // namespace circumspect::frontend
