// The shipped models, held against real headers and against small programs. Inputs/ has a file for
// each part of a library: it uses every function that is modelled, and says on each line what must
// reach a sink there (`// reaches patron.email`); where nothing is said, nothing may. The
// language is in its name: c_string.c is C 17, cpp_string.cpp C++23, cpp_comparison.17.cpp C++17;
// lib_curl.c is about libraries/curl.yaml. `// flags: -I/usr/include/x` adds to its command, and
// `// misses patron.email` is a known gap: it should be found, and is not.
#include "checker/analysis/Analyse.h"
#include "checker/frontend/Frontend.h"
#include "checker/models/Load.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include <gmock/gmock.h>

#include <fstream>
#include <set>

using namespace circumspect;

namespace {

const std::string source = CIRCUMSPECT_SOURCE_DIR;
const std::string inputs = source + "/tests/checker/models/Inputs";

/// The files below a folder whose names end so, in order.
std::vector<std::string> filesIn(const std::string& folder, llvm::ArrayRef<llvm::StringRef> ends) {
  std::vector<std::string> files;
  std::error_code error;
  for (llvm::sys::fs::recursive_directory_iterator at(folder, error), end; at != end && !error;
       at.increment(error))
    if (llvm::is_contained(ends, llvm::sys::path::extension(at->path())))
      files.push_back(at->path());
  llvm::sort(files);
  return files;
}

models::Models load() {
  std::vector<std::string> files;
  for (const char* folder : {"c", "posix", "cpp", "libraries", "evergreen", "schemas"})
    llvm::append_range(files, filesIn(source + "/rules/models/" + folder, {".yaml"}));
  policy::Diagnostics diagnostics;
  models::Models all = models::loadModels(files, diagnostics);
  std::string text;
  llvm::raw_string_ostream out(text);
  policy::print(out, diagnostics);
  EXPECT_EQ(text, "");
  return all;
}

/// All models that are shipped.
const models::Models& shipped() {
  static const models::Models all = load();
  return all;
}

/// What a file says that it needs to be compiled: `// flags: -I/usr/include/postgresql`.
std::vector<std::string> flags(const std::string& file) {
  std::vector<std::string> result;
  std::ifstream in(file);
  std::string line;
  while (std::getline(in, line)) {
    llvm::StringRef rest = line;
    llvm::SmallVector<llvm::StringRef, 4> words;
    if (rest.consume_front("// flags: "))
      rest.split(words, ' ', -1, false);
    result.insert(result.end(), words.begin(), words.end());
  }
  return result;
}

/// The program, or nothing where the library's headers are not installed (`ci/setup --models`).
std::optional<flow::Program> lower(const std::string& file) {
  llvm::StringRef name = file;
  bool isC = name.ends_with(".c");
  std::string standard = isC ? "gnu17" : name.contains(".17.") ? "c++17" : "c++23";
  std::vector<std::string> command = {isC ? "clang" : "clang++", "-std=" + standard,
                                      "-D_GNU_SOURCE", "-I" + inputs};
  llvm::append_range(command, flags(file));
  command.push_back(file);
  flow::Program program = frontend::lower({{file, inputs, command}}, inputs);
  for (const flow::Omission& omission : program.omissions) {
    llvm::StringRef detail = program.text(omission.detail);
    if (detail.ends_with("file not found"))
      return std::nullopt;
    ADD_FAILURE() << program.text(program.files[omission.location.file.index].path).str() << ":"
                  << omission.location.line << ": " << detail.str();
  }
  return program;
}

std::string shortName(const std::string& file) {
  return llvm::sys::path::filename(file).str();
}

class ShippedModels : public testing::TestWithParam<std::string> {};

/// `line: category, category` for each line of the file that says so.
std::set<std::string> expected(const std::string& file) {
  std::set<std::string> lines;
  std::ifstream in(file);
  std::string line;
  for (unsigned number = 1; std::getline(in, line); ++number)
    if (size_t at = line.find("// reaches "); at != std::string::npos) {
      llvm::SmallVector<llvm::StringRef, 4> categories;
      llvm::StringRef(line).drop_front(at + 11).split(categories, ' ', -1, false);
      for (llvm::StringRef category : categories)
        lines.insert(std::to_string(number) + ": " + category.str());
    }
  return lines;
}

std::string at(const models::Origin& origin) {
  return shortName(origin.file) + ":" + std::to_string(origin.line) + ":" +
         std::to_string(origin.column);
}

/// What is written in the models of the library that the file is about, and fits nothing that it
/// declares: a function's name, in whatever class; a class, with whatever function.
std::set<std::string> unmatched(const models::Library& library, const std::string& file) {
  llvm::StringRef name = llvm::sys::path::filename(file);
  if (!name.consume_front("lib_"))
    return {};
  std::string about = (name.split('.').first + ".yaml").str();
  std::set<std::pair<std::string, std::string>> unused;
  for (const models::Library::Unmatched& model : library.unmatched())
    unused.emplace(at(model.origin), model.name);
  std::set<std::string> used, all;
  auto note = [&](const models::Origin& origin, llvm::StringRef symbol) {
    if (shortName(origin.file) != about)
      return;
    llvm::StringRef owner = symbol.rsplit("::").first;
    for (const std::string& word : {at(origin), owner == symbol ? "" : owner.str()}) {
      all.insert(word);
      if (!unused.contains({at(origin), symbol.str()}))
        used.insert(word);
    }
  };
  const models::Models& models = shipped();
  for (const models::FunctionModel& model : models.functions)
    note(model.origin, model.name);
  for (const models::FieldModel& model : models.fields)
    note(model.origin, model.record + "::" + model.field);
  for (const models::ObjectModel& model : models.objects)
    note(model.origin, model.name);
  for (const models::PointerModel& model : models.pointers)
    note(model.origin, model.name);
  std::set<std::string> result;
  std::ranges::set_difference(all, used, std::inserter(result, result.end()));
  return result;
}

TEST_P(ShippedModels, PassWhatTheDocumentationSays) {
  std::optional<flow::Program> program = lower(GetParam());
  if (!program)
    GTEST_SKIP() << "headers are missing; ci/setup --models installs them";
  models::Models all = shipped();
  models::prepare(*program, all);
  models::Library library(*program, std::move(all));
  std::set<std::string> found;
  for (const analysis::Flow& flow : analysis::analyse(*program, library).flows)
    for (const analysis::Datum& datum : flow.data)
      found.insert(std::to_string(flow.location.line) + ": " + datum.category);
  std::set<std::string> wanted = expected(GetParam());
  std::vector<std::string> missed, spurious;
  std::ranges::set_difference(wanted, found, std::back_inserter(missed));
  std::ranges::set_difference(found, wanted, std::back_inserter(spurious));
  EXPECT_THAT(missed, testing::IsEmpty()) << "is not found";
  EXPECT_THAT(spurious, testing::IsEmpty()) << "is found, and should not be";
  EXPECT_THAT(unmatched(library, GetParam()), testing::IsEmpty()) << "is not declared";
}

INSTANTIATE_TEST_SUITE_P(Inputs, ShippedModels, testing::ValuesIn(filesIn(inputs, {".c", ".cpp"})),
                         [](const auto& test) {
                           std::string name = shortName(test.param);
                           for (char& c : name)
                             if (!llvm::isAlnum(c))
                               c = '_';
                           return name;
                         });

// A model whose name is misspelt, or that fits no overload, would do nothing in silence. What is
// said of the standard library is spread over several files, so that some file must declare it.
TEST(ShippedModels, MatchDeclarations) {
  std::map<std::string, unsigned> unmatched;
  unsigned programs = 0;
  for (const std::string& file : filesIn(inputs, {".c", ".cpp"})) {
    if (llvm::StringRef(shortName(file)).starts_with("lib_"))
      continue;
    std::optional<flow::Program> program = lower(file);
    ASSERT_TRUE(program) << file;
    ++programs;
    models::Models all = shipped();
    models::prepare(*program, all);
    models::Library library(*program, std::move(all));
    for (const models::Library::Unmatched& model : library.unmatched())
      if (!llvm::StringRef(model.origin.file).contains("/libraries/"))
        ++unmatched[at(model.origin) + ": " + model.name];
  }
  std::vector<std::string> nowhere;
  for (const auto& [model, count] : unmatched)
    if (count == programs)
      nowhere.push_back(model);
  EXPECT_THAT(nowhere, testing::IsEmpty());
}

} // namespace
