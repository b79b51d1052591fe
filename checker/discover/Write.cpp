#include "checker/discover/Write.h"

#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"

#include <map>

namespace circumspect::discover {

static llvm::StringRef kindOf(const Candidate& candidate) {
  static constexpr llvm::StringRef names[] = {"field", "parameter", "key", "column"};
  return names[static_cast<size_t>(candidate.kind)];
}

static llvm::StringRef file(const flow::Program& program, const Candidate& c) {
  return c.location.file ? program.text(program.files[c.location.file.index].path)
                         : llvm::StringRef();
}

static std::string place(const flow::Program& program, const Candidate& c) {
  return llvm::formatv("{0}:{1}:{2}", file(program, c), c.location.line, c.location.column);
}

// Names come from foreign code: nothing in them may steer a terminal or end a comment.
static std::string plain(llvm::StringRef text) {
  std::string result;
  for (char c : text)
    result += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? '?' : c;
  return result;
}

static std::string quoted(llvm::StringRef text) {
  std::string result = "\"";
  for (char c : plain(text)) {
    if (c == '"' || c == '\\')
      result += '\\';
    result += c;
  }
  return result + "\"";
}

void writeText(llvm::raw_ostream& out, const flow::Program& program,
               llvm::ArrayRef<Candidate> candidates) {
  for (const Candidate& c : candidates)
    out << plain(place(program, c)) << ": " << name(c.guess.rank) << ": " << plain(c.name)
        << " looks like " << c.guess.data << ": " << plain(c.guess.why) << " [" << kindOf(c)
        << "]\n";
}

static std::string remark(const flow::Program& program, const Candidate& c) {
  return plain("# " + place(program, c) + ", " + name(c.guess.rank).str() + ": " + c.guess.why);
}

// What a function gives for a key, or is given as an argument.
static std::string source(const Candidate& c) {
  if (c.kind == Candidate::Kind::Parameter) {
    std::string port = quoted("Argument[" + std::to_string(c.argument) + "]");
    return "port: " + port + ", data: " + c.guess.data + ", subject: " + port;
  }
  std::string subject = c.subject.empty() ? "" : ", subject: " + quoted(c.subject);
  return "port: " + quoted(c.port) + ", data: " + c.guess.data + subject + ", only: { " +
         quoted(c.keyPort) + ": " + quoted(c.key) + " }";
}

void writeYaml(llvm::raw_ostream& out, const flow::Program& program,
               llvm::ArrayRef<Candidate> candidates) {
  out << "# What looks like patron data and is not classified. Of what is none, say `nothing`, "
         "and give the file to --models.\n"
         "models: discovered\n";
  for (auto [kind, key] : {std::pair(Candidate::Kind::Field, "fields"),
                           std::pair(Candidate::Kind::Column, "columns")}) {
    bool isFirst = true;
    for (const Candidate& c : candidates)
      if (c.kind == kind && c.isNamed) {
        out << (isFirst ? std::string(key) + ":\n" : "") << "  " << quoted(c.name) << ": "
            << c.guess.data << "  " << remark(program, c) << "\n";
        isFirst = false;
      }
  }
  for (const Candidate& c : candidates)
    if (!c.isNamed)
      out << "# " << plain(c.name) << ": only an attribute in the code can say "
          << "[[clang::annotate(\"circumspect:data=" << c.guess.data << "\")]]  "
          << remark(program, c) << "\n";
  std::map<std::pair<std::string, std::string>, std::vector<const Candidate*>> functions;
  for (const Candidate& c : candidates)
    if (c.kind == Candidate::Kind::Parameter || c.kind == Candidate::Kind::Key)
      functions[{c.function, c.types}].push_back(&c);
  if (!functions.empty())
    out << "functions:\n";
  for (const auto& [function, own] : functions) {
    out << "  - name: " << quoted(function.first) << "\n";
    if (!function.second.empty())
      out << "    types: [" << quoted(function.second) << "]\n";
    out << "    sources:\n";
    for (const Candidate* c : own)
      out << "      - { " << source(*c) << " }  " << remark(program, *c) << "\n";
  }
}

void writeJson(llvm::raw_ostream& out, const flow::Program& program,
               llvm::ArrayRef<Candidate> candidates) {
  llvm::json::Array all;
  for (const Candidate& c : candidates)
    all.push_back(llvm::json::Object{{"kind", kindOf(c)},
                                     {"name", llvm::json::fixUTF8(c.name)},
                                     {"data", c.guess.data},
                                     {"rank", name(c.guess.rank)},
                                     {"why", llvm::json::fixUTF8(c.guess.why)},
                                     {"file", llvm::json::fixUTF8(file(program, c))},
                                     {"line", c.location.line},
                                     {"column", c.location.column}});
  out << llvm::formatv("{0:2}\n", llvm::json::Value(llvm::json::Object{
                                      {"version", 1}, {"candidates", std::move(all)}}));
}

} // namespace circumspect::discover
