// Columns of tables: where SQL in a text reads, writes or compares one, and where a table is
// declared.
#include "checker/discover/Assembled.h"
#include "checker/discover/Find.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"

#include <map>

namespace circumspect::discover {

namespace {

Holds holds(llvm::StringRef type) {
  llvm::StringRef word = type.take_until([](char c) { return c == ' ' || c == '('; });
  return llvm::StringSwitch<Holds>(word.lower())
      .Cases("text", "varchar", "char", "character", "mediumtext", "longtext", "tinytext", "citext",
             Holds::Text)
      .Cases("int", "integer", "bigint", "smallint", "serial", "bigserial", "mediumint", "numeric",
             "decimal", Holds::Number)
      .Cases("date", "timestamp", "datetime", "timestamptz", "time", "interval", Holds::Date)
      .Cases("bool", "boolean", "tinyint", "bit", Holds::Answer)
      .Default(Holds::Unknown);
}

class ColumnFinder {
public:
  explicit ColumnFinder(const Scan& scan) : scan_(scan) {}

  std::vector<Candidate> run(llvm::ArrayRef<Schema> schemas) {
    for (const flow::Function& f : scan_.program.functions) {
      assembled(f);
      for (const flow::Block& block : f.blocks)
        for (const flow::Instruction& i : block.instructions)
          for (const flow::Operand& operand : i.operands)
            if (const auto* constant = std::get_if<flow::Constant>(&operand))
              if (constant->kind == flow::Constant::Kind::String)
                statement(scan_.program.text(constant->string), i.location);
    }
    for (const Schema& schema : schemas)
      declared(schema.columns, [&](const sql::Declared& at) -> flow::Location {
        return {schema.file, at.line, at.column, 0, 0};
      });
    return std::move(found_);
  }

private:
  // Models name tables with or without their schema.
  bool isClassified(llvm::StringRef table, llvm::StringRef column) const {
    auto bare = [](llvm::StringRef t) { return t.drop_front(t.rfind('.') + 1); };
    return llvm::any_of(scan_.columns, [&](const models::ColumnModel& known) {
      bool isQualified = table.contains('.') && llvm::StringRef(known.table).contains('.');
      bool isTable = isQualified ? known.table == table : bare(known.table) == bare(table);
      return isTable && known.column == column;
    });
  }

  // Of each text, the longest that is a statement.
  void assembled(const flow::Function& f) {
    std::map<unsigned, const Assembled*> longest;
    std::vector<Assembled> texts = assembledTexts(scan_.program, scan_.lexicon, f);
    for (const Assembled& each : texts)
      if (isStatement(each.text)) {
        const sql::Statement& parsed = scan_.library.statement(each.text);
        if (!parsed.columns.empty() || !parsed.used.empty())
          longest[each.whole] = &each;
      }
    for (const auto& [whole, each] : longest)
      statement(each->text, each->location);
  }

  static std::string firstWord(llvm::StringRef text) {
    return text.ltrim(" \t\r\n(").take_while(llvm::isAlpha).lower();
  }
  static bool isStatement(llvm::StringRef text) {
    return llvm::is_contained({"select", "with", "insert", "update", "delete"}, firstWord(text));
  }

  void statement(llvm::StringRef text, const flow::Location& at) {
    if (firstWord(text) == "create")
      return declared(sql::declaredColumns(text), [&](const sql::Declared&) { return at; });
    if (!isStatement(text))
      return;
    const sql::Statement& parsed = scan_.library.statement(text);
    for (const sql::Output& output : parsed.columns)
      for (const sql::Column& from : output.from)
        add(from.table, {from.name, {from.table}, Holds::Unknown}, at);
    for (const sql::Column& used : parsed.used)
      add(used.table, {used.name, {used.table}, Holds::Unknown}, at);
  }

  void declared(llvm::ArrayRef<sql::Declared> columns,
                llvm::function_ref<flow::Location(const sql::Declared&)> place) {
    std::map<std::string, std::vector<const sql::Declared*>> tables;
    for (const sql::Declared& each : columns)
      tables[each.of.table].push_back(&each);
    for (const auto& [table, own] : tables) {
      std::vector<Named> names;
      for (const sql::Declared* each : own)
        names.push_back({each->of.name, {table}, holds(each->type)});
      std::string beside = personsAmong(scan_.lexicon, names);
      for (auto [each, named] : llvm::zip(own, names)) {
        named.beside = beside;
        add(table, named, place(*each));
      }
    }
  }

  void add(const std::string& table, const Named& named, const flow::Location& at) {
    if (named.name == "*" || isClassified(table, named.name))
      return;
    auto guess = recognise(scan_.lexicon, named);
    if (!guess)
      return;
    Candidate candidate;
    candidate.kind = Candidate::Kind::Column;
    candidate.name = table + "." + named.name;
    candidate.location = at;
    candidate.guess = std::move(*guess);
    found_.push_back(std::move(candidate));
  }

  const Scan& scan_;
  std::vector<Candidate> found_;
};

} // namespace

std::vector<Candidate> findColumns(const Scan& scan, llvm::ArrayRef<Schema> schemas) {
  return ColumnFinder(scan).run(schemas);
}

} // namespace circumspect::discover
