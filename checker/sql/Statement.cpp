#include "checker/sql/Statement.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/JSON.h"

#include <pg_query.h>

namespace circumspect::sql {

namespace {

using llvm::json::Array;
using llvm::json::Object;
using llvm::json::Value;

// Ends it with something that a remainder can be taken of?
bool isValue(llvm::StringRef text) {
  return !text.empty() && (llvm::isAlnum(text.back()) || text.ends_with(")"));
}

// PostgreSQL knows `$1` alone; QString has `%1`; MySQL quotes names in backticks.
std::string withPlainParameters(llvm::StringRef text) {
  std::string result;
  unsigned number = 0;
  char quote = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    char next = i + 1 < text.size() ? text[i + 1] : ' ';
    if (c == '`')
      c = '"';
    if (quote) {
      quote = c == quote ? 0 : quote;
    } else if (c == '\'' || c == '"') {
      quote = c;
    } else if (c == '?' || (c == '%' && llvm::isAlpha(next)) ||
               (c == '%' && llvm::isDigit(next) && !isValue(result)) ||
               (c == ':' && llvm::isAlpha(next) && !llvm::StringRef(result).ends_with(":"))) {
      result += "$" + std::to_string(++number);
      if (c != '?')
        ++i;
      while (c == ':' && i + 1 < text.size() && (llvm::isAlnum(text[i + 1]) || text[i + 1] == '_'))
        ++i;
      continue;
    }
    result += c;
  }
  return result;
}

/// The only entry of an object: a node is `{"ColumnRef": {…}}`.
const Object* node(const Value& value, llvm::StringRef kind) {
  const Object* object = value.getAsObject();
  return object ? object->getObject(kind) : nullptr;
}

llvm::StringRef text(const Object& object, llvm::StringRef key) {
  return object.getString(key).value_or("");
}

llvm::ArrayRef<Value> list(const Object& object, llvm::StringRef key) {
  const Array* array = object.getArray(key);
  return array ? llvm::ArrayRef<Value>(array->data(), array->size()) : llvm::ArrayRef<Value>();
}

/// What a FROM clause brings under one name: a table, or the result of a query.
struct Relation {
  std::string alias, table;
  std::vector<Output> columns; ///< where it is a query
};

class Reader {
public:
  Statement statement(const Value& value) {
    if (const Object* select = node(value, "SelectStmt"))
      return done(select->getObject("intoClause") ? Kind::Change : Kind::Select, outputs(*select));
    for (const char* kind : {"InsertStmt", "UpdateStmt", "DeleteStmt"})
      if (const Object* change = node(value, kind)) {
        std::vector<Relation> relations;
        if (const Object* table = change->getObject("relation"))
          relations.push_back(relation(*table));
        written(*change, kind, relations);
        return done(Kind::Change, targets(list(*change, "returningList"), relations));
      }
    bool isChange =
        node(value, "CopyStmt") || node(value, "MergeStmt") || node(value, "CreateTableAsStmt");
    return {isChange ? Kind::Change : Kind::Other, {}, {}};
  }

private:
  Statement done(Kind kind, std::vector<Output> columns) const {
    return {kind, std::move(columns), used_};
  }

  // The columns that INSERT names and UPDATE sets, and what a change compares.
  void written(const Object& change, llvm::StringRef kind, llvm::ArrayRef<Relation> relations) {
    if (const Value* where = change.get("whereClause"))
      collect(*where, relations, used_);
    llvm::StringRef targets = kind == "InsertStmt" ? "cols" : "targetList";
    for (const Value& each : list(change, targets))
      if (const Object* target = node(each, "ResTarget"); target && !relations.empty())
        used_.push_back({relations.front().table, text(*target, "name").lower()});
  }

  std::vector<Output> outputs(const Object& select) {
    if (const Object* with = select.getObject("withClause"))
      for (const Value& each : list(*with, "ctes"))
        if (const Object* table = node(each, "CommonTableExpr"))
          if (const Value* query = table->get("ctequery"))
            named_[text(*table, "ctename")] = statement(*query).columns;
    if (const Object* left = select.getObject("larg")) // UNION
      return united(outputs(*left), select.getObject("rarg"));
    std::vector<Relation> relations;
    for (const Value& from : list(select, "fromClause"))
      addRelations(from, relations);
    for (const Value& from : list(select, "fromClause"))
      collectJoined(from, relations);
    if (const Value* where = select.get("whereClause"))
      collect(*where, relations, used_);
    return targets(list(select, "targetList"), relations);
  }

  std::vector<Output> united(std::vector<Output> left, const Object* right) {
    if (right)
      for (auto [to, from] : llvm::zip(left, outputs(*right)))
        to.from.insert(to.from.end(), from.from.begin(), from.from.end());
    return left;
  }

  Relation relation(const Object& range) {
    std::string schema = text(range, "schemaname").lower();
    Relation result;
    result.table = text(range, "relname").lower();
    result.alias = result.table;
    if (const Object* alias = range.getObject("alias"))
      result.alias = text(*alias, "aliasname").lower();
    if (auto query = named_.find(result.table); schema.empty() && query != named_.end())
      return {result.alias, "", query->second};
    if (!schema.empty())
      result.table = schema + "." + result.table;
    return result;
  }

  void addRelations(const Value& from, std::vector<Relation>& into) {
    if (const Object* range = node(from, "RangeVar"))
      return into.push_back(relation(*range));
    if (const Object* join = node(from, "JoinExpr")) {
      for (const char* side : {"larg", "rarg"})
        if (const Value* part = join->get(side))
          addRelations(*part, into);
      return;
    }
    if (const Object* query = node(from, "RangeSubselect")) {
      const Object* alias = query->getObject("alias");
      if (const Value* select = query->get("subquery"))
        into.push_back(
            {alias ? text(*alias, "aliasname").lower() : "", "", statement(*select).columns});
    }
  }

  // What the conditions of joins compare.
  void collectJoined(const Value& from, llvm::ArrayRef<Relation> relations) {
    const Object* join = node(from, "JoinExpr");
    if (!join)
      return;
    if (const Value* condition = join->get("quals"))
      collect(*condition, relations, used_);
    for (const char* side : {"larg", "rarg"})
      if (const Value* part = join->get(side))
        collectJoined(*part, relations);
  }

  std::vector<Output> targets(llvm::ArrayRef<Value> wanted, llvm::ArrayRef<Relation> relations) {
    std::vector<Output> result;
    for (const Value& each : wanted)
      if (const Object* target = node(each, "ResTarget"))
        if (const Value* value = target->get("val"))
          addTarget(text(*target, "name").lower(), *value, relations, result);
    return result;
  }

  void addTarget(std::string name, const Value& value, llvm::ArrayRef<Relation> relations,
                 std::vector<Output>& into) {
    Output output;
    collect(value, relations, output.from);
    if (const Object* column = node(value, "ColumnRef")) {
      for (const Relation& all : starred(*column, relations)) // of a query, what it gives
        into.insert(into.end(), all.columns.begin(), all.columns.end());
      if (name.empty())
        if (auto path = this->path(*column); !path.empty())
          name = path.back();
    } else if (const Object* call = node(value, "FuncCall"); call && name.empty()) {
      if (auto words = strings(list(*call, "funcname")); !words.empty())
        name = words.back();
    }
    output.name = std::move(name);
    if (output.name != "*" || !output.from.empty())
      into.push_back(std::move(output));
  }

  static std::vector<std::string> strings(llvm::ArrayRef<Value> values) {
    std::vector<std::string> result;
    for (const Value& value : values)
      if (const Object* string = node(value, "String"))
        result.push_back(text(*string, "sval").lower());
    return result;
  }

  static bool isStar(const Object& column) {
    auto fields = list(column, "fields");
    return !fields.empty() && node(fields.back(), "A_Star");
  }

  static std::vector<std::string> path(const Object& column) {
    auto result = strings(list(column, "fields"));
    if (isStar(column))
      result.push_back("*");
    return result;
  }

  /// The queries of which `*` or `x.*` gives all columns.
  static std::vector<Relation> starred(const Object& column, llvm::ArrayRef<Relation> relations) {
    std::vector<Relation> result;
    std::vector<std::string> words = path(column);
    if (isStar(column))
      for (const Relation& relation : relations)
        if (relation.table.empty() &&
            (words.size() == 1 || words[words.size() - 2] == relation.alias))
          result.push_back(relation);
    return result;
  }

  /// Every column of a table that an expression may read.
  void collect(const Value& value, llvm::ArrayRef<Relation> relations, std::vector<Column>& into) {
    if (const Array* array = value.getAsArray())
      for (const Value& each : *array)
        collect(each, relations, into);
    const Object* object = value.getAsObject();
    if (!object)
      return;
    if (const Object* call = object->getObject("FuncCall"))
      if (strings(list(*call, "funcname")) == std::vector<std::string>{"count"})
        return;
    if (const Object* query = object->getObject("SubLink")) {
      if (const Value* select = query->get("subselect");
          select && text(*query, "subLinkType") == "EXPR_SUBLINK")
        for (const Output& output : statement(*select).columns)
          into.insert(into.end(), output.from.begin(), output.from.end());
      return;
    }
    if (const Object* column = object->getObject("ColumnRef"))
      return resolve(path(*column), relations, into);
    for (const auto& [key, part] : *object)
      collect(part, relations, into);
  }

  static void resolve(llvm::ArrayRef<std::string> path, llvm::ArrayRef<Relation> relations,
                      std::vector<Column>& into) {
    if (path.empty())
      return;
    std::string qualifier = path.size() > 1 ? path[path.size() - 2] : "";
    for (const Relation& relation : relations) {
      if (!qualifier.empty() && qualifier != relation.alias)
        continue;
      if (!relation.table.empty())
        into.push_back({relation.table, path.back()});
      for (const Output& output : relation.columns)
        for (const Column& from : output.from)
          if (output.name == path.back() || output.name == "*")
            into.push_back({from.table, output.name == "*" ? path.back() : from.name});
    }
  }

  llvm::StringMap<std::vector<Output>> named_; ///< WITH
  std::vector<Column> used_;                   ///< so far, of the queries within as well
};

Kind kindOfFirstWord(llvm::StringRef text) {
  std::string word = text.ltrim(" \t\r\n(").take_while(llvm::isAlpha).lower();
  if (word == "select")
    return Kind::Select;
  bool isChange =
      llvm::is_contained({"insert", "update", "delete", "replace", "merge", "copy"}, word);
  return isChange ? Kind::Change : Kind::Other;
}

} // namespace

Statement parse(llvm::StringRef text) {
  PgQueryParseResult parsed = pg_query_parse(withPlainParameters(text).c_str());
  Statement result{kindOfFirstWord(text), {}, {}};
  if (!parsed.error) {
    llvm::Expected<Value> tree = llvm::json::parse(parsed.parse_tree);
    if (!tree)
      llvm::consumeError(tree.takeError());
    else if (auto statements = list(*tree->getAsObject(), "stmts"); !statements.empty())
      if (const Value* first = statements.front().getAsObject()->get("stmt"))
        result = Reader().statement(*first);
  }
  pg_query_free_parse_result(parsed);
  return result;
}

llvm::StringRef name(Kind kind) {
  return kind == Kind::Select ? "select" : kind == Kind::Change ? "change" : "other";
}

} // namespace circumspect::sql
