#include "checker/models/Match.h"

#include "checker/models/Attributes.h"
#include "checker/models/Connect.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"

#include <set>

namespace circumspect::models {

using flow::FunctionId;
using flow::LocalId;

static std::string symbolOf(const Port& storage) {
  return "static " + std::get<std::string>(storage.constant.value);
}

static void declareStatics(flow::Program& program, const Models& models) {
  std::set<std::string> names;
  for (const FunctionModel& model : models.functions)
    for (const Flow& flow : model.flows) {
      for (const Port& port : flow.from)
        if (port.root == Port::Root::Static)
          names.insert(symbolOf(port));
      if (flow.to && flow.to->root == Port::Root::Static)
        names.insert(symbolOf(*flow.to));
    }
  for (const std::string& name : names) {
    flow::Global storage;
    storage.symbol = storage.display = program.names.intern(name);
    program.globals.push_back(std::move(storage));
  }
}

void prepare(flow::Program& program, const Models& models) {
  declareStatics(program, models);
  connectSignals(program, models);
}

std::optional<flow::GlobalId> Library::storage(const Port& port) const {
  auto found = statics_.find(symbolOf(port));
  return found == statics_.end() ? std::nullopt : std::optional(found->second);
}

Library::Library(const flow::Program& program, Models models)
    : models_(std::move(models)), iterators_(program, models_) {
  for (uint32_t i = 0; i < program.globals.size(); ++i)
    if (llvm::StringRef symbol = program.text(program.globals[i].symbol);
        symbol.starts_with("static "))
      statics_[symbol] = flow::GlobalId{i};
  matchFunctions(program);
  matchFields(program);
  matchObjects(program);
  matchPointers(program);
  readAttributes(program);
}

// Types of parameters without their template arguments: of `(variant<pair<A, B>> &)`, that is
// `(variant<> &)`.
static std::string withoutArguments(llvm::StringRef types) {
  std::string text;
  unsigned depth = 0;
  for (char c : types) {
    depth -= c == '>' && depth > 0;
    if (depth == 0)
      text += c;
    depth += c == '<';
  }
  return text;
}

// The parameters in how a function is written: from the parenthesis that the last one closes, for
// the class may be of a function's type (`function<void (int)>::function(…)`).
static llvm::StringRef parametersOf(llvm::StringRef display) {
  size_t at = display.rfind(')');
  if (at == llvm::StringRef::npos)
    return {};
  for (unsigned depth = 1; depth > 0 && at > 0;) {
    --at;
    depth += display[at] == ')';
    depth -= display[at] == '(';
  }
  return display.drop_front(at);
}

static bool isAllocator(const flow::Program& program, const flow::Local& parameter) {
  flow::TypeId type = parameter.type;
  if (parameter.isReference)
    type = program.type(type).element;
  if (!type || program.type(type).kind != flow::TypeKind::Record)
    return false;
  return program.text(program.record(program.type(type).record).qualifiedName)
      .contains_insensitive("alloc");
}

static bool isOfKind(const flow::Program& program, const Iterators& iterators,
                     const flow::Function& f, const flow::Local& parameter, ParameterKind kind) {
  flow::TypeId id = parameter.type;
  if (parameter.isReference)
    id = program.type(id).element;
  if (!id)
    return kind == ParameterKind::Any;
  const flow::Type& type = program.type(id);
  bool isRecord = type.kind == flow::TypeKind::Record;
  switch (kind) {
  case ParameterKind::Number:
    return type.kind == flow::TypeKind::Integer;
  case ParameterKind::Iterator:
    return (type.kind == flow::TypeKind::Pointer && !parameter.isReference) ||
           (isRecord && (iterators.contains(type.record) || isNamedIterator(program, type.record)));
  case ParameterKind::Same:
    return isRecord && f.record &&
           program.record(type.record).qualifiedName == program.record(f.record).qualifiedName;
  case ParameterKind::Any:
  case ParameterKind::Rest:
    break;
  }
  return true;
}

// Replaces a word, where no template arguments follow.
static void replaceWord(std::string& text, llvm::StringRef word, llvm::StringRef by) {
  auto isPart = [](char c) { return llvm::isAlnum(c) || c == '_'; };
  for (size_t at = 0; (at = text.find(word, at)) != std::string::npos;) {
    size_t end = at + word.size();
    bool isWord = (at == 0 || !isPart(text[at - 1])) &&
                  (end == text.size() || !(isPart(text[end]) || text[end] == '<'));
    if (isWord)
      text.replace(at, word.size(), by);
    at += isWord ? by.size() : word.size();
  }
}

// The same types, where an instance of a template is written as the standard's typedef of it: of
// `(const string &)`, that is `(const basic_string<> &)`.
static std::string withTemplates(const flow::Program& program, const flow::Function& f,
                                 std::string types) {
  for (uint32_t i = 0; i < f.parameterCount; ++i) {
    flow::TypeId type = f.locals[i].type;
    if (type && program.type(type).kind == flow::TypeKind::Pointer)
      type = program.type(type).element;
    if (!type || program.type(type).kind != flow::TypeKind::Record)
      continue;
    llvm::StringRef name = program.text(program.record(program.type(type).record).qualifiedName);
    llvm::StringRef known = name;
    if (!known.consume_front("std::basic_"))
      continue;
    for (llvm::StringRef character : {"", "w", "u8", "u16", "u32"})
      replaceWord(types, (character + known).str(), (name.drop_front(5) + "<>").str());
  }
  return types;
}

static bool areIn(llvm::StringRef text, llvm::ArrayRef<std::string> parts) {
  for (const std::string& part : parts) {
    size_t at = text.find(part);
    if (at == llvm::StringRef::npos)
      return false;
    text = text.drop_front(at + part.size());
  }
  return true;
}

bool fits(const flow::Program& program, const Iterators& iterators, const flow::Function& f,
          const FunctionModel& model) {
  bool isC = !(f.hasBody() && f.inProject) && !program.text(f.symbol).starts_with("_Z");
  if (model.isC && !isC)
    return false;
  uint32_t own = f.hasObject() ? 1 : 0;
  uint32_t count = f.parameterCount - own;
  if (f.isVariadic && count > 0)
    --count; // the hidden array of what `...` takes
  if (count > 0 && isAllocator(program, f.locals[own + count - 1]))
    --count;
  if (model.parameters && *model.parameters != count)
    return false;
  llvm::ArrayRef<ParameterKind> kinds = model.kinds;
  if (!kinds.empty() && kinds.back() == ParameterKind::Rest && kinds.size() <= count + 1)
    kinds = kinds.drop_back();
  else if (!kinds.empty() && kinds.size() != count)
    return false;
  for (uint32_t i = 0; i < kinds.size(); ++i)
    if (!isOfKind(program, iterators, f, f.locals[own + i], kinds[i]))
      return false;
  if (model.types.empty())
    return true;
  std::string types = withoutArguments(parametersOf(program.text(f.display)));
  return areIn(types, model.types) || areIn(withTemplates(program, f, types), model.types);
}

// The name under which models know a member of a container's iterator.
static std::string asIterator(const flow::Program& program, const flow::Function& f) {
  llvm::StringRef member =
      program.text(f.qualifiedName)
          .drop_front(program.text(program.record(f.record).qualifiedName).size());
  if (f.kind == flow::FunctionKind::Constructor)
    member = "::iterator";
  else if (member.starts_with("::operator ")) // of a conversion, a type follows
    member = "::conversion";
  return ("std::iterator" + member).str();
}

void Library::matchFunctions(const flow::Program& program) {
  llvm::StringMap<std::vector<FunctionId>> byName;
  for (uint32_t i = 0; i < program.functions.size(); ++i) {
    llvm::StringRef name = program.text(program.functions[i].qualifiedName);
    byName[name].push_back({i});
    size_t conversion = name.find("::operator "); // a type follows, which may be anything
    if (conversion != llvm::StringRef::npos)
      byName[(name.take_front(conversion) + "::conversion").str()].push_back({i});
    else if (auto [owner, member] = name.rsplit("::"); !member.empty())
      byName[(owner + "::*").str()].push_back({i});
    if (program.functions[i].record && iterators_.contains(program.functions[i].record))
      byName[asIterator(program, program.functions[i])].push_back({i});
  }
  for (const FunctionModel& model : models_.functions) {
    bool isUsed = false;
    for (FunctionId f : byName.lookup(model.name))
      if (fits(program, iterators_, program.function(f), model)) {
        std::vector<const FunctionModel*>& known = functions_[f];
        // The first of a file: what is said after it is for other overloads.
        if (known.empty() || known.back()->origin.file != model.origin.file) {
          if (!model.sinks.empty())
            dropSinks(known);
          known.push_back(&model);
        }
        isUsed = true;
      }
    if (!isUsed)
      unmatched_.push_back({model.name, model.origin});
  }
}

/// Where a later file says whom a function leads to, an earlier one's answer no longer holds.
void Library::dropSinks(std::vector<const FunctionModel*>& known) {
  for (const FunctionModel*& model : known)
    if (!model->sinks.empty()) {
      copies_.push_back(std::make_unique<FunctionModel>(*model));
      copies_.back()->sinks.clear();
      model = copies_.back().get();
    }
}

void Library::matchFields(const flow::Program& program) {
  llvm::StringMap<std::vector<flow::FieldId>> byName;
  for (uint32_t i = 0; i < program.fields.size(); ++i) {
    const flow::Field& field = program.fields[i];
    byName[(program.text(program.record(field.record).qualifiedName) +
            "::" + program.text(field.name))
               .str()]
        .push_back({i});
  }
  for (const FieldModel& model : models_.fields) {
    std::string name = model.record + "::" + model.field;
    for (flow::FieldId field : byName.lookup(name)) {
      std::vector<std::string>& data = fields_[field];
      data.insert(data.end(), model.data.begin(), model.data.end());
    }
    if (!byName.contains(name))
      unmatched_.push_back({name, model.origin});
  }
}

void Library::matchObjects(const flow::Program& program) {
  llvm::StringMap<const ObjectModel*> byName;
  llvm::StringSet<> used;
  for (const ObjectModel& model : models_.objects)
    byName[model.name] = &model;
  auto find = [&](flow::NameId name) {
    const ObjectModel* model = byName.lookup(program.text(name));
    if (model)
      used.insert(model->name);
    return model;
  };
  for (uint32_t i = 0; i < program.records.size(); ++i)
    if (const ObjectModel* model = find(program.records[i].qualifiedName))
      classes_[{i}] = model;
  for (uint32_t i = 0; i < program.globals.size(); ++i)
    if (const ObjectModel* model = find(program.globals[i].display))
      objects_[{i}] = model;
  for (const ObjectModel& model : models_.objects)
    if (!used.contains(model.name))
      unmatched_.push_back({model.name, model.origin});
}

void Library::matchPointers(const flow::Program& program) {
  llvm::StringMap<std::vector<flow::RecordId>> byName;
  for (uint32_t i = 0; i < program.records.size(); ++i)
    byName[program.text(program.records[i].qualifiedName)].push_back({i});
  for (const auto& [record, pointee] : iterators_)
    pointers_.insert(record);
  for (const PointerModel& model : models_.pointers) {
    std::vector<flow::RecordId> records = byName.lookup(model.name);
    pointers_.insert(records.begin(), records.end());
    if (records.empty())
      unmatched_.push_back({model.name, model.origin});
  }
}

static const Literal* slotOf(const ObjectModel* model, llvm::StringRef name) {
  if (!model)
    return nullptr;
  auto slot = model->slots.find(name.str());
  return slot == model->slots.end() ? nullptr : &slot->second;
}

const Literal* Library::slot(flow::RecordId record, llvm::StringRef name) const {
  return slotOf(classes_.lookup(record), name);
}

const Literal* Library::slot(flow::GlobalId global, llvm::StringRef name) const {
  return slotOf(objects_.lookup(global), name);
}

// Nothing where no attribute says anything of data; no categories where one says `nothing`.
std::optional<std::vector<std::string>>
Library::dataAttributes(const flow::Program& program,
                        llvm::ArrayRef<flow::Annotation> annotations) {
  std::optional<std::vector<std::string>> data;
  for (const flow::Annotation& annotation : annotations) {
    auto attribute = parseAttribute(program.text(annotation.text));
    if (!attribute)
      mistakes_.push_back({annotation.location, toString(attribute.takeError())});
    else if (attribute->isHarmless || !attribute->data.empty()) {
      if (!data)
        data.emplace();
      data->insert(data->end(), attribute->data.begin(), attribute->data.end());
    }
  }
  return data;
}

void Library::readAttributes(const flow::Program& program) {
  for (uint32_t i = 0; i < program.fields.size(); ++i)
    if (auto data = dataAttributes(program, program.fields[i].annotations)) {
      std::vector<std::string>& known = fields_[{i}];
      known.insert(known.end(), data->begin(), data->end());
    }
  for (const auto& [field, data] : fields_)
    if (!data.empty())
      records_.insert(program.field(field).record);
  for (uint32_t i = 0; i < program.globals.size(); ++i)
    if (auto data = dataAttributes(program, program.globals[i].annotations); data && !data->empty())
      globals_[{i}] = std::move(*data);
  for (uint32_t i = 0; i < program.functions.size(); ++i)
    readFunctionAttributes(program, {i});
}

void Library::readFunctionAttributes(const flow::Program& program, FunctionId id) {
  const flow::Function& f = program.function(id);
  auto model = std::make_unique<FunctionModel>();
  model->fromAttribute = true;
  model->name = program.text(f.qualifiedName).str();
  uint32_t own = f.hasObject() ? 1 : 0;
  std::map<std::string, Port> quantities;

  auto argument = [&](uint32_t local) {
    Port port;
    port.from = port.to = local - own;
    return port;
  };
  auto read = [&](const flow::Annotation& annotation, std::optional<uint32_t> parameter) {
    auto attribute = parseAttribute(program.text(annotation.text));
    if (!attribute) {
      mistakes_.push_back({annotation.location, toString(attribute.takeError())});
      return;
    }
    if (!attribute->data.empty() && !parameter) {
      Source source;
      source.port.root = Port::Root::ReturnValue;
      source.data = attribute->data;
      model->sources.push_back(std::move(source));
    }
    if (attribute->sink) {
      Sink sink = *attribute->sink;
      Port all;
      all.to = Port::last;
      sink.ports = {parameter ? argument(*parameter) : all};
      model->sinks.push_back(std::move(sink));
    }
    if (attribute->guard) {
      Guard guard = *attribute->guard;
      if (parameter)
        guard.subject = argument(*parameter);
      model->guards.push_back(std::move(guard));
    }
    if (attribute->becomes) {
      Transform transform;
      transform.to.root = Port::Root::ReturnValue;
      transform.term = *attribute->becomes;
      model->transforms.push_back(std::move(transform));
    }
    if (!attribute->quantity.empty() && parameter)
      quantities[attribute->quantity] = argument(*parameter);
  };

  // What is not analysed fills what it can write to with what the parameter is said to hold.
  auto isFilled = [&](const flow::Local& parameter) {
    const flow::Type& type = program.type(parameter.type);
    return !f.hasBody() && type.kind == flow::TypeKind::Pointer && type.element &&
           !program.type(type.element).isConst;
  };
  for (const flow::Annotation& annotation : f.annotations)
    read(annotation, std::nullopt);
  for (uint32_t i = 0; i < f.locals.size(); ++i) {
    if (i >= own && i < f.parameterCount)
      for (const flow::Annotation& annotation : f.locals[i].annotations)
        read(annotation, i);
    if (auto data = dataAttributes(program, f.locals[i].annotations)) {
      if (!data->empty() && i >= own && i < f.parameterCount && isFilled(f.locals[i])) {
        Source source;
        source.port = argument(i);
        source.data = *data;
        model->sources.push_back(std::move(source));
      }
      locals_[{id, LocalId{i}}] = std::move(*data);
    }
  }
  for (Sink& sink : model->sinks)
    sink.quantities = quantities;
  if (model->sources.empty() && model->sinks.empty() && model->guards.empty() &&
      model->transforms.empty())
    return;
  functions_[id].push_back(model.get());
  fromAttributes_.push_back(std::move(model));
}

llvm::ArrayRef<const FunctionModel*> Library::models(FunctionId function) const {
  auto found = functions_.find(function);
  return found == functions_.end() ? llvm::ArrayRef<const FunctionModel*>()
                                   : llvm::ArrayRef<const FunctionModel*>(found->second);
}

llvm::ArrayRef<std::string> Library::data(flow::FieldId field) const {
  auto found = fields_.find(field);
  return found == fields_.end() ? llvm::ArrayRef<std::string>()
                                : llvm::ArrayRef<std::string>(found->second);
}

llvm::ArrayRef<std::string> Library::data(flow::GlobalId global) const {
  auto found = globals_.find(global);
  return found == globals_.end() ? llvm::ArrayRef<std::string>()
                                 : llvm::ArrayRef<std::string>(found->second);
}

llvm::ArrayRef<std::string> Library::data(FunctionId function, LocalId local) const {
  auto found = locals_.find({function, local});
  return found == locals_.end() ? llvm::ArrayRef<std::string>()
                                : llvm::ArrayRef<std::string>(found->second);
}

} // namespace circumspect::models
