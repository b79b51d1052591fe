#include "checker/models/Load.h"

#include "checker/models/Port.h"
#include "policy/load/Yaml.h"

#include "llvm/ADT/StringSet.h"
#include "llvm/ADT/StringSwitch.h"

namespace circumspect::models {

using policy::Text;
using policy::YamlReader;

namespace {

class ModelLoader {
public:
  ModelLoader(const std::string& file, policy::Diagnostics& diagnostics, Models& models)
      : yaml_(file, diagnostics), models_(models) {}

  void run() {
    std::optional<YAML::Node> root = yaml_.document();
    if (!root)
      return;
    yaml_.record(*root, "a file of models",
                 {{"models", [&](const YAML::Node& n) { yaml_.scalar(n, "`models`"); }, true},
                  {"says", [&](const YAML::Node& n) { yaml_.scalar(n, "`says`"); }},
                  {"language", [&](const YAML::Node& n) { language(n); }},
                  {"functions",
                   [&](const YAML::Node& n) {
                     yaml_.sequence(n, "`functions`",
                                    [&](const YAML::Node& item) { functions(item); });
                   }},
                  {"fields", [&](const YAML::Node& n) { fields(n); }},
                  {"objects", [&](const YAML::Node& n) { objects(n); }},
                  {"pointers",
                   [&](const YAML::Node& n) {
                     for (const Text& text : yaml_.scalars(n, "a class"))
                       models_.pointers.push_back({origin(text.position), text.value});
                   }},
                  {"containers",
                   [&](const YAML::Node& n) {
                     for (const Text& text : yaml_.scalars(n, "a class"))
                       models_.containers.push_back({origin(text.position), text.value});
                   }},
                  {"columns", [&](const YAML::Node& n) { columns(n); }},
                  {"tables", [&](const YAML::Node& n) { tables(n); }},
                  {"endpoints", [&](const YAML::Node& n) { endpoints(n); }}});
  }

private:
  using Keys = std::vector<YamlReader::Key>;

  Origin origin(const policy::Position& at) const { return {at.file, at.line, at.column}; }
  Origin origin(const YAML::Node& node) const { return origin(yaml_.at(node)); }

  // Before `functions`: what they describe has C linkage.
  void language(const YAML::Node& node) {
    isC_ = yaml_.scalar(node, "`language`").value == "C";
    if (!isC_)
      yaml_.error(node, "`language` is C, or is left out");
  }

  // One item is a model of each of its names.
  void functions(const YAML::Node& node) {
    FunctionModel model;
    std::vector<Text> of, names;
    auto flag = [&](const char* key, bool& value) {
      return YamlReader::Key{key, [this, key, &value](const YAML::Node& n) {
                               value = yaml_.boolean(n, "`" + llvm::Twine(key) + "`");
                             }};
    };
    auto either = [&](const YAML::Node& n) {
      if (!names.empty())
        yaml_.error(n, "a model has `name` or `names`, not both");
      names = yaml_.scalars(n, "a function's name");
    };
    yaml_.record(
        node, "a model",
        {{"name", either},
         {"names", either},
         {"of", [&](const YAML::Node& n) { of = yaml_.scalars(n, "a class or namespace"); }},
         {"parameters",
          [&](const YAML::Node& n) { model.parameters = count(n, "the number of parameters"); }},
         {"types",
          [&](const YAML::Node& n) {
            for (Text& text : yaml_.scalars(n, "a part of the parameters' types"))
              model.types.push_back(std::move(text.value));
          }},
         {"kinds",
          [&](const YAML::Node& n) {
            for (const Text& text : yaml_.scalars(n, "a parameter's kind"))
              model.kinds.push_back(kind(n, text));
          }},
         {"flows", [&](const YAML::Node& n) { each(n, model.flows, &ModelLoader::flow); }},
         {"sources", [&](const YAML::Node& n) { each(n, model.sources, &ModelLoader::source); }},
         {"sinks", [&](const YAML::Node& n) { each(n, model.sinks, &ModelLoader::sink); }},
         {"transforms",
          [&](const YAML::Node& n) { each(n, model.transforms, &ModelLoader::transform); }},
         {"guards", [&](const YAML::Node& n) { each(n, model.guards, &ModelLoader::guard); }},
         {"connects",
          [&](const YAML::Node& n) {
            model.connects = connects(n);
            model.pure = true; // what it does, the signals' bodies do
          }},
         flag("allocates", model.allocates),
         {"size",
          [&](const YAML::Node& n) {
            if (n.IsScalar())
              model.size.push_back(port(n));
            for (const YAML::Node& part : n)
              model.size.push_back(port(part));
          }},
         flag("pure", model.pure),
         {"see",
          [&](const YAML::Node& n) { model.documentation = yaml_.scalar(n, "`see`").value; }}});
    if (!node.IsMap())
      return;
    if (names.empty())
      return yaml_.error(node, "a model needs the key 'name' or 'names'");
    check(node, model);
    if (of.empty())
      of.push_back({});
    for (const Text& owner : of)
      for (const Text& name : names)
        add(model, owner, name);
  }

  ParameterKind kind(const YAML::Node& node, const Text& text) {
    auto known = llvm::StringSwitch<std::optional<ParameterKind>>(text.value)
                     .Case("any", ParameterKind::Any)
                     .Case("number", ParameterKind::Number)
                     .Case("iterator", ParameterKind::Iterator)
                     .Case("same", ParameterKind::Same)
                     .Case("rest", ParameterKind::Rest)
                     .Default(std::nullopt);
    if (!known)
      yaml_.error(node, "a parameter's kind is any, number, iterator, same or rest");
    return known.value_or(ParameterKind::Any);
  }

  void check(const YAML::Node& node, const FunctionModel& model) {
    bool saysSomething = model.pure || model.allocates || !model.flows.empty() ||
                         !model.sources.empty() || !model.sinks.empty() ||
                         !model.transforms.empty() || !model.guards.empty() || model.connects;
    if (!saysSomething)
      yaml_.error(node, "a model says at least one of flows, sources, sinks, transforms, guards, "
                        "connects, allocates and pure");
    if (model.pure && !model.flows.empty())
      yaml_.error(node, "a pure function has no flows");
  }

  void add(FunctionModel model, const Text& owner, const Text& name) {
    model.name = qualified(owner.value, name.value);
    model.origin = origin(name.position);
    model.isC = isC_;
    std::string key = model.name;
    if (model.parameters)
      key += "/" + std::to_string(*model.parameters);
    for (const std::string& type : model.types)
      key += "," + type;
    for (ParameterKind one : model.kinds)
      key += ";" + std::to_string(static_cast<int>(one));
    auto [first, isNew] = seen_.try_emplace(key, name.position);
    if (!isNew)
      return yaml_.error(name.position, "'" + model.name + "' is described twice; first at " +
                                            first->second.str());
    models_.functions.push_back(std::move(model));
  }

  // In `of: std::vector`, `constructor` is std::vector::vector, and `destructor` ~vector.
  static std::string qualified(llvm::StringRef owner, llvm::StringRef name) {
    if (owner.empty())
      return name.str();
    size_t colon = owner.rfind("::");
    llvm::StringRef own = colon == llvm::StringRef::npos ? owner : owner.drop_front(colon + 2);
    if (name == "constructor")
      return (owner + "::" + own).str();
    if (name == "destructor")
      return (owner + "::~" + own).str();
    return (owner + "::" + name).str();
  }

  /// One item, or a list of them.
  template <typename T>
  void each(const YAML::Node& node, std::vector<T>& into,
            T (ModelLoader::*read)(const YAML::Node&)) {
    if (!node.IsSequence())
      return into.push_back((this->*read)(node));
    for (const YAML::Node& item : node)
      into.push_back((this->*read)(item));
  }

  template <typename T>
  T parsed(const YAML::Node& node, const Text& text, llvm::Expected<T> (*parse)(llvm::StringRef)) {
    llvm::Expected<T> result = parse(text.value);
    if (result)
      return std::move(*result);
    llvm::handleAllErrors(result.takeError(), [&](const PortError& error) {
      policy::Position at = text.position;
      bool isQuoted = node.Tag() == "!";
      at.column += static_cast<unsigned>(error.offset) + (isQuoted ? 1 : 0);
      yaml_.error(at, error.message);
    });
    return {};
  }

  Port port(const YAML::Node& node) {
    return parsed(node, yaml_.scalar(node, "a port"), &parsePort);
  }

  /// A record that may also say under which conditions it holds.
  void conditional(const YAML::Node& node, const char* what, Keys keys,
                   std::vector<Condition>& conditions) {
    for (const char* key : {"when", "only", "unless"})
      keys.push_back(when(key, conditions));
    yaml_.record(node, what, keys);
  }

  Flow flow(const YAML::Node& node) {
    if (!node.IsMap())
      return parsed(node, yaml_.scalar(node, "a flow"), &parseFlow);
    Flow result;
    std::vector<Condition> conditions;
    conditional(
        node, "a flow",
        {{"flow",
          [&](const YAML::Node& n) { result = parsed(n, yaml_.scalar(n, "a flow"), &parseFlow); },
          true}},
        conditions);
    result.when = std::move(conditions);
    return result;
  }

  Source source(const YAML::Node& node) {
    Source result;
    result.origin = origin(node);
    conditional(node, "a source",
                {{"port", [&](const YAML::Node& n) { result.port = port(n); }, true},
                 {"data", [&](const YAML::Node& n) { result.data = terms(n); }, true},
                 {"subject", [&](const YAML::Node& n) { result.subject = port(n); }}},
                result.when);
    return result;
  }

  Sink sink(const YAML::Node& node) {
    Sink result;
    result.origin = origin(node);
    conditional(node, "a sink",
                {{"ports", [&](const YAML::Node& n) { each(n, result.ports, &ModelLoader::port); }},
                 {"endpoint", [&](const YAML::Node& n) { result.endpoint = port(n); }},
                 term("recipient", result.recipient),
                 term("purpose", result.purpose),
                 term("action", result.action),
                 term("channel", result.channel),
                 {"data", [&](const YAML::Node& n) { result.data = terms(n); }},
                 {"quantities",
                  [&](const YAML::Node& n) {
                    yaml_.mapping(n, "`quantities`", [&](const Text& key, const YAML::Node& value) {
                      result.quantities[key.value] = port(value);
                    });
                  }},
                 {"subject", [&](const YAML::Node& n) { result.subject = port(n); }}},
                result.when);
    if (node.IsMap() && result.ports.empty() && result.data.empty())
      yaml_.error(node, "a sink needs the key 'ports' or 'data'");
    return result;
  }

  Transform transform(const YAML::Node& node) {
    Transform result;
    result.origin = origin(node);
    yaml_.record(node, "a transform",
                 {{"to", [&](const YAML::Node& n) { result.to = port(n); }, true},
                  term("becomes", result.term, true)});
    if (result.term == "nothing")
      result.term.clear();
    return result;
  }

  Connects connects(const YAML::Node& node) {
    Connects result;
    auto whole = [&](const YAML::Node& n) {
      Port read = port(n);
      bool isOne = read.root == Port::Root::This ||
                   (read.root == Port::Root::Argument && read.from == read.to);
      if (!isOne || !read.path.empty())
        yaml_.error(n, "what is connected is a whole argument, or Argument[this]");
      return read;
    };
    yaml_.record(node, "a connection",
                 {{"sender", [&](const YAML::Node& n) { result.sender = whole(n); }},
                  {"signal", [&](const YAML::Node& n) { result.signal = whole(n); }},
                  {"receiver", [&](const YAML::Node& n) { result.receiver = whole(n); }},
                  {"slot", [&](const YAML::Node& n) { result.slot = whole(n); }, true}});
    return result;
  }

  Guard guard(const YAML::Node& node) {
    Guard result;
    result.origin = origin(node);
    conditional(
        node, "a guard",
        {term("condition", result.condition, true),
         {"subject", [&](const YAML::Node& n) { result.subject = port(n); }},
         {"answers", [&](const YAML::Node& n) { result.answers = literals(n); }},
         {"negated", [&](const YAML::Node& n) { result.negated = yaml_.boolean(n, "`negated`"); }},
         {"on-return",
          [&](const YAML::Node& n) { result.onReturn = yaml_.boolean(n, "`on-return`"); }}},
        result.when);
    return result;
  }

  YamlReader::Key when(llvm::StringRef key, std::vector<Condition>& into) {
    auto kind = key == "only"     ? Condition::Kind::Only
                : key == "unless" ? Condition::Kind::Unless
                                  : Condition::Kind::When;
    return {key, [this, key, kind, &into](const YAML::Node& n) {
              if (!n.IsMap())
                return yaml_.error(n, "`" + key + "` must be a mapping");
              for (const auto& pair : n)
                into.push_back({port(pair.first), literals(pair.second), kind});
            }};
  }

  YamlReader::Key term(const char* key, std::string& value, bool isRequired = false) {
    return {key,
            [this, key, &value](const YAML::Node& n) {
              value = yaml_.scalar(n, "`" + llvm::Twine(key) + "`").value;
            },
            isRequired};
  }

  // `nothing`, alone, says that it is no data about people.
  std::vector<std::string> terms(const YAML::Node& node) {
    std::vector<std::string> result;
    for (Text& text : yaml_.scalars(node, "a term"))
      result.push_back(std::move(text.value));
    if (result == std::vector<std::string>{"nothing"})
      result.clear();
    return result;
  }

  // A plain number is an integer, true and false are 1 and 0, anything else is a text.
  Literal literal(const YAML::Node& node) {
    std::string text = yaml_.scalar(node, "a constant").value;
    int64_t number = 0;
    bool isQuoted = node.Tag() == "!";
    if (!isQuoted && (text == "true" || text == "false"))
      return {int64_t{text == "true"}};
    if (!isQuoted && !llvm::StringRef(text).getAsInteger(0, number))
      return {number};
    return {text};
  }

  std::vector<Literal> literals(const YAML::Node& node) {
    std::vector<Literal> result;
    each(node, result, &ModelLoader::literal);
    return result;
  }

  unsigned count(const YAML::Node& node, const char* what) {
    Text text = yaml_.scalar(node, what);
    unsigned number = 0;
    if (llvm::StringRef(text.value).getAsInteger(10, number))
      yaml_.error(text.position, llvm::Twine(what) + " must be a whole number");
    return number;
  }

  void fields(const YAML::Node& node) {
    yaml_.mapping(node, "`fields`", [&](const Text& key, const YAML::Node& value) {
      size_t colon = key.value.rfind("::");
      if (colon == std::string::npos)
        return yaml_.error(key.position, "a member is named with its class: Patron::email");
      models_.fields.push_back({origin(key.position), key.value.substr(0, colon),
                                key.value.substr(colon + 2), terms(value)});
    });
  }

  void columns(const YAML::Node& node) {
    yaml_.mapping(node, "`columns`", [&](const Text& key, const YAML::Node& value) {
      auto [table, column] = llvm::StringRef(key.value).rsplit('.');
      if (column.empty())
        return yaml_.error(key.position, "a column is named with its table: actor.usr.email");
      models_.columns.push_back(
          {origin(key.position), table.lower(), column.lower(), terms(value)});
    });
  }

  void tables(const YAML::Node& node) {
    yaml_.mapping(node, "`tables`", [&](const Text& key, const YAML::Node& value) {
      TableModel table{origin(key.position), llvm::StringRef(key.value).lower(), {}};
      for (const Text& column : yaml_.scalars(value, "a column"))
        table.columns.push_back(llvm::StringRef(column.value).lower());
      models_.tables.push_back(std::move(table));
    });
  }

  void objects(const YAML::Node& node) {
    yaml_.mapping(node, "`objects`", [&](const Text& key, const YAML::Node& value) {
      ObjectModel model{origin(key.position), key.value, {}};
      yaml_.mapping(value, "an object's slots", [&](const Text& slot, const YAML::Node& n) {
        model.slots.emplace(slot.value, literal(n));
      });
      models_.objects.push_back(std::move(model));
    });
  }

  void endpoints(const YAML::Node& node) {
    yaml_.mapping(node, "`endpoints`", [&](const Text& key, const YAML::Node& value) {
      Endpoint endpoint;
      endpoint.origin = origin(key.position);
      endpoint.pattern = key.value;
      yaml_.record(value, "an endpoint",
                   {term("recipient", endpoint.recipient, true), term("purpose", endpoint.purpose),
                    term("channel", endpoint.channel)});
      models_.endpoints.push_back(std::move(endpoint));
    });
  }

  YamlReader yaml_;
  Models& models_;
  bool isC_ = false;
  llvm::StringMap<policy::Position> seen_;
};

} // namespace

Models loadModels(llvm::ArrayRef<std::string> files, policy::Diagnostics& diagnostics) {
  Models models;
  for (const std::string& file : files)
    ModelLoader(file, diagnostics, models).run();
  return models;
}

} // namespace circumspect::models
