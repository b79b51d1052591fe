#include "policy/load/Format.h"

#include "policy/load/Yaml.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"

namespace circumspect::policy {

namespace {

using Lines = std::vector<std::string>;

size_t indentOf(llvm::StringRef line) {
  return line.size() - line.ltrim(' ').size();
}
bool isBlank(llvm::StringRef line) {
  return line.trim().empty();
}
bool isComment(llvm::StringRef line) {
  return line.ltrim(' ').starts_with("#");
}

/// A key of an item with the comments above it and the lines below it that belong to it.
struct Entry {
  std::string key;
  Lines lines;
};

// The order of a reader: who it is, what it does, about what, when, and why.
unsigned rank(llvm::StringRef key) {
  static constexpr llvm::StringRef order[] = {
      "<<",       "id",      "effect",    "always", "never",     "possible",
      "quantity", "at-most", "action",    "data",   "recipient", "purpose",
      "channel",  "when",    "overrides", "duty",   "cites",     "says"};
  return llvm::find(order, key) - std::begin(order);
}

/// Formats one list of items, each a mapping in block style.
class ListFormatter {
public:
  ListFormatter(Lines lines, size_t indent) : lines_(std::move(lines)), indent_(indent) {}

  Lines run() {
    Lines above; // comments that stand before an item
    for (size_t i = 0; i < lines_.size();) {
      llvm::StringRef line = lines_[i];
      if (isBlank(line)) {
        ++i;
      } else if (isComment(line)) {
        above.push_back("  " + line.trim().str());
        ++i;
      } else {
        size_t end = i + 1;
        while (end < lines_.size() && !startsItem(end))
          ++end;
        // Comments and empty lines at the end belong to what follows.
        while (end > i + 1 && (isBlank(lines_[end - 1]) || (isComment(lines_[end - 1]) &&
                                                            indentOf(lines_[end - 1]) <= indent_)))
          --end;
        Lines item = this->item(llvm::ArrayRef(lines_).slice(i, end - i));
        if (!result_.empty() && (hadSeveralLines_ || item.size() > 1 || !above.empty()))
          result_.push_back("");
        hadSeveralLines_ = item.size() > 1;
        llvm::append_range(result_, above);
        llvm::append_range(result_, item);
        above.clear();
        i = end;
      }
    }
    if (!above.empty())
      result_.push_back("");
    llvm::append_range(result_, above);
    return std::move(result_);
  }

private:
  bool startsItem(size_t i) const {
    llvm::StringRef line = lines_[i];
    return indentOf(line) == indent_ && line.ltrim(' ').starts_with("-");
  }

  Lines item(llvm::ArrayRef<std::string> lines) const {
    llvm::StringRef first = llvm::StringRef(lines[0]).drop_front(indent_ + 1);
    size_t column = indent_ + 1 + indentOf(first); // of the keys
    bool isMapping = !first.ltrim(' ').empty() &&
                     !llvm::StringRef("{[&*\"'#").contains(first.ltrim(' ').front());
    if (!isMapping)
      return shifted(lines);
    Lines rest(lines.begin(), lines.end());
    rest[0] = std::string(column, ' ') + first.ltrim(' ').str();
    std::vector<Entry> entries = split(rest, column);
    llvm::stable_sort(entries,
                      [](const Entry& a, const Entry& b) { return rank(a.key) < rank(b.key); });
    Lines result;
    for (const Entry& entry : entries)
      for (const std::string& line : entry.lines) {
        // A text may go on further left than its key.
        size_t indent = indentOf(line) < column ? 6 : 4 + indentOf(line) - column;
        result.push_back(
            isBlank(line) ? "" : std::string(indent, ' ') + llvm::StringRef(line).ltrim(' ').str());
      }
    result[0][2] = '-';
    return result;
  }

  // Flow style and anchors stay as they are, at the place of items.
  Lines shifted(llvm::ArrayRef<std::string> lines) const {
    Lines result;
    for (const std::string& line : lines)
      result.push_back(
          isBlank(line) ? ""
                        : std::string(2 + indentOf(line) - std::min(indentOf(line), indent_), ' ') +
                              llvm::StringRef(line).ltrim(' ').str());
    return result;
  }

  static std::vector<Entry> split(const Lines& lines, size_t column) {
    std::vector<Entry> entries;
    Lines above;
    for (const std::string& line : lines) {
      bool isKey = indentOf(line) == column && !isComment(line) && !isBlank(line);
      if (isComment(line) && indentOf(line) <= column) {
        above.push_back(std::string(column, ' ') + llvm::StringRef(line).trim().str());
      } else if (isKey) {
        above.push_back(line);
        entries.push_back({llvm::StringRef(line).trim().split(':').first.str(), std::move(above)});
        above.clear();
      } else if (!entries.empty() && !isBlank(line)) {
        entries.back().lines.push_back(line);
      }
    }
    if (!above.empty() && !entries.empty())
      llvm::append_range(entries.back().lines, above);
    return entries;
  }

  Lines lines_, result_;
  size_t indent_;
  bool hadSeveralLines_ = false;
};

/// Do two documents say the same? No where that would take too long to tell, since aliases can make
/// a short text say very much, or without end.
class Sameness {
public:
  bool holds(const YAML::Node& a, const YAML::Node& b) {
    if (depth_ == deepest || ++compared_ > most || a.Type() != b.Type() || a.size() != b.size())
      return false;
    ++depth_;
    bool result = !a.IsScalar() || a.Scalar() == b.Scalar();
    for (size_t i = 0; a.IsSequence() && result && i < a.size(); ++i)
      result = holds(a[i], b[i]);
    if (a.IsMap())
      for (const auto& pair : a)
        result = result && pair.first.IsScalar() && b[pair.first.Scalar()] &&
                 holds(pair.second, b[pair.first.Scalar()]);
    --depth_;
    return result;
  }

private:
  static constexpr unsigned deepest = 100, most = 1000000;
  unsigned depth_ = 0, compared_ = 0;
};

// A section of the file: a key in the first column and what is below it.
Lines section(const Lines& lines) {
  llvm::StringRef key = llvm::StringRef(lines[0]).split(':').first;
  bool isList = key == "rules" || key == "properties" || key == "limits";
  auto first = llvm::find_if(llvm::drop_begin(lines), [](const std::string& line) {
    return !isBlank(line) && !isComment(line);
  });
  if (!isList || first == lines.end() || !llvm::StringRef(*first).ltrim(' ').starts_with("-"))
    return lines;
  // A text of several lines may hold anything, also what looks like an item or a comment.
  if (llvm::any_of(lines, [](llvm::StringRef line) {
        return line.ends_with("|") || line.ends_with(">") || line.ends_with("|-") ||
               line.ends_with(">-");
      }))
    return lines;
  Lines result = {lines[0]};
  llvm::append_range(
      result, ListFormatter(Lines(std::next(lines.begin()), lines.end()), indentOf(*first)).run());
  return result;
}

// The text in its form, whatever that says.
std::string form(llvm::StringRef text) {
  llvm::SmallVector<llvm::StringRef> split;
  text.split(split, '\n');
  std::vector<Lines> sections(1); // the first has what stands before any key
  for (llvm::StringRef line : split) {
    line = line.rtrim(" \t\r");
    bool startsSection = !line.empty() && line[0] != ' ' && line[0] != '#' && line[0] != '-';
    if (startsSection) {
      // Comments right above a key belong to it.
      Lines above;
      while (!sections.back().empty() && sections.back().back().starts_with("#")) {
        above.insert(above.begin(), sections.back().back());
        sections.back().pop_back();
      }
      if (!above.empty())
        sections.push_back(std::move(above));
      sections.emplace_back();
    }
    sections.back().push_back(line.str());
  }
  std::string result;
  for (const Lines& lines : sections) {
    for (const std::string& line : lines.empty() ? lines : section(lines)) {
      bool isSecondBlank =
          line.empty() && (result.empty() || llvm::StringRef(result).ends_with("\n\n"));
      if (!isSecondBlank)
        result += line + "\n";
    }
  }
  return llvm::StringRef(result).rtrim('\n').str() + "\n";
}

} // namespace

std::optional<std::string> formatPack(llvm::StringRef text, const std::string& file,
                                      Diagnostics& diagnostics) {
  YamlReader reader(file, diagnostics);
  std::optional<YAML::Node> before = reader.document(text);
  if (!before)
    return std::nullopt;
  std::string result = form(text);
  std::optional<YAML::Node> after = reader.document(result);
  if (!after || !Sameness().holds(*before, *after) || form(result) != result) {
    diagnostics.push_back({{file}, "cannot be formatted without changing what it says"});
    return std::nullopt;
  }
  return result;
}

} // namespace circumspect::policy
