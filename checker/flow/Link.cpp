#include "checker/flow/Link.h"

#include "checker/flow/Members.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"

namespace circumspect::flow {

TypeId TypeIndex::intern(Program& program, const Type& t) {
  auto [entry, isNew] =
      ids_.try_emplace({t.kind, t.isConst, t.isText, t.bits, t.element, t.record, t.count},
                       TypeId{static_cast<uint32_t>(program.types.size())});
  if (isNew)
    program.types.push_back(t);
  return entry->second;
}

/// The numbers of the whole program for those of one unit.
class Linker::Numbers {
public:
  std::vector<NameId> names;
  std::vector<FileId> files;
  std::vector<TypeId> types;
  std::vector<RecordId> records;
  std::vector<FieldId> fields;
  std::vector<GlobalId> globals;
  std::vector<FunctionId> functions;

  void operator()(auto&... parts) { (renumber(parts), ...); }

  template <typename T> void renumber(T& part) {
    if constexpr (!std::is_arithmetic_v<T> && !std::is_enum_v<T>)
      members(*this, part);
  }
  void renumber(NameId& id) { by(names, id); }
  void renumber(FileId& id) { by(files, id); }
  void renumber(TypeId& id) { by(types, id); }
  void renumber(RecordId& id) { by(records, id); }
  void renumber(FieldId& id) { by(fields, id); }
  void renumber(GlobalId& id) { by(globals, id); }
  void renumber(FunctionId& id) { by(functions, id); }
  void renumber(LocalId&) {} // numbered within their function
  void renumber(BlockId&) {}
  void renumber(Constant& constant) {
    renumber(constant.string);
    if (constant.kind == Constant::Kind::Member)
      constant.integer = fields[static_cast<size_t>(constant.integer)].index;
  }
  void renumber(Root& root) {
    if (root.kind == Root::Kind::Global)
      root.index = globals[root.index].index;
  }
  void renumber(Operand& operand) {
    std::visit([&](auto& value) { renumber(value); }, operand);
  }
  template <typename T> void renumber(std::optional<T>& value) {
    if (value)
      renumber(*value);
  }
  template <typename T> void renumber(std::vector<T>& all) { renumberAll(all); }
  template <typename T, unsigned N> void renumber(llvm::SmallVector<T, N>& all) {
    renumberAll(all);
  }

private:
  template <typename T> static void by(const std::vector<T>& table, T& id) {
    if (id)
      id = table[id.index];
  }
  void renumberAll(auto& all) {
    for (auto& each : all)
      renumber(each);
  }
};

namespace {

/// Numbers what one table of a unit has: what has a key that is known gets its number, the rest the
/// next ones. `keyOf` is asked for each.
template <typename T>
void number(std::vector<Id<T>>& numbers, llvm::StringMap<Id<T>>& known, size_t next,
            const auto& all, auto keyOf) {
  for (const auto& each : all)
    if (numbers.push_back(
            known.try_emplace(keyOf(each), Id<T>{static_cast<uint32_t>(next)}).first->second);
        numbers.back().index == next)
      ++next;
}

void addMissing(std::vector<Annotation>& known, const std::vector<Annotation>& more) {
  for (const Annotation& annotation : more)
    if (llvm::none_of(known, [&](const Annotation& a) { return a.text == annotation.text; }))
      known.push_back(annotation);
}

void addMissing(auto& known, const auto& more) {
  for (auto each : more)
    if (!llvm::is_contained(known, each))
      known.push_back(each);
}

/// What a declaration says of a function beside what is known of it.
void addDeclaration(Function& known, const Function& more) {
  known.isAddressTaken |= more.isAddressTaken;
  addMissing(known.annotations, more.annotations);
  for (size_t i = 0, both = std::min(known.parameterCount, more.parameterCount); i < both; ++i)
    addMissing(known.locals[i].annotations, more.locals[i].annotations);
}

} // namespace

void Linker::addTypes(const Program& unit, Numbers& numbers) {
  for (Type type : unit.types) { // an element stands before what is made of it
    numbers.renumber(type);
    numbers.types.push_back(types_.intern(program_, type));
  }
}

void Linker::addRecords(Program& unit, Numbers& numbers) {
  for (size_t i = 0; i < unit.fields.size(); ++i)
    if (Field& field = unit.fields[i]; numbers.fields[i].index == program_.fields.size()) {
      numbers.renumber(field);
      program_.fields.push_back(std::move(field));
    }
  for (size_t i = 0; i < unit.records.size(); ++i) {
    Record& record = unit.records[i];
    numbers.renumber(record);
    if (numbers.records[i].index == program_.records.size()) {
      program_.records.push_back(std::move(record));
      continue;
    }
    Record& known = program_.records[numbers.records[i].index];
    if (known.fields.empty()) { // so far it may have been declared only
      addMissing(known.bases, record.bases);
      known.keeping = known.keeping ? known.keeping : record.keeping;
    }
    known.isInstantiated |= record.isInstantiated;
    known.size = std::max(known.size, record.size);
    known.destructor = known.destructor ? known.destructor : record.destructor;
    addMissing(known.fields, record.fields);
    addMissing(known.callOperators, record.callOperators);
  }
}

void Linker::addGlobals(Program& unit, Numbers& numbers) {
  for (size_t i = 0; i < unit.globals.size(); ++i) {
    Global& global = unit.globals[i];
    numbers.renumber(global);
    if (numbers.globals[i].index == program_.globals.size()) {
      program_.globals.push_back(std::move(global));
      continue;
    }
    Global& known = program_.globals[numbers.globals[i].index];
    addMissing(known.annotations, global.annotations);
    known.isDefined |= global.isDefined;
  }
}

void Linker::addFunctions(Program& unit, Numbers& numbers) {
  for (size_t i = 0; i < unit.functions.size(); ++i) {
    Function& function = unit.functions[i];
    bool isNew = numbers.functions[i].index == program_.functions.size();
    if (isNew)
      program_.functions.emplace_back();
    Function& known = program_.functions[numbers.functions[i].index];
    // An inline function has been read with an earlier unit, if not with this one.
    if (!isNew && (known.hasBody() || !function.hasBody()))
      function.blocks.clear();
    numbers.renumber(function);
    if (isNew) {
      known = std::move(function);
      continue;
    }
    if (function.hasBody())
      std::swap(known, function);
    addDeclaration(known, function);
  }
}

void Linker::add(Program unit) {
  Numbers numbers;
  for (uint32_t i = 0; i < unit.names.size(); ++i)
    numbers.names.push_back(program_.names.intern(unit.names[{i}]));
  auto symbolOf = [&](const auto& each) { return unit.text(each.symbol); };
  number(numbers.files, files_, program_.files.size(), unit.files,
         [&](const File& file) { return unit.text(file.path); });
  number(numbers.records, records_, program_.records.size(), unit.records, symbolOf);
  number(numbers.globals, globals_, program_.globals.size(), unit.globals, symbolOf);
  number(numbers.functions, functions_, program_.functions.size(), unit.functions, symbolOf);
  number(numbers.fields, fields_, program_.fields.size(), unit.fields, [&](const Field& field) {
    return llvm::formatv("{0}::{1}#{2}", symbolOf(unit.record(field.record)), unit.text(field.name),
                         field.index)
        .str();
  });
  for (size_t i = 0; i < unit.files.size(); ++i)
    if (numbers.files[i].index == program_.files.size())
      program_.files.push_back({numbers.names[unit.files[i].path.index], unit.files[i].inProject});
  addTypes(unit, numbers);
  addRecords(unit, numbers);
  addGlobals(unit, numbers);
  addFunctions(unit, numbers);

  numbers.renumber(unit.initialisers);
  addMissing(program_.initialisers, unit.initialisers);
  numbers.renumber(unit.omissions);
  addMissing(program_.omissions, unit.omissions);
  numbers.renumber(unit.translationUnits);
  llvm::append_range(program_.translationUnits, unit.translationUnits);
}

} // namespace circumspect::flow
