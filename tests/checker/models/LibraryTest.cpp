// The shipped models, held against real headers and against small programs. Inputs/ has a file for
// each part of a library: it uses every function that is modelled, and says on each line what must
// reach a sink there (`// reaches patron.email`); where nothing is said, nothing may. The
// language is in its name: c_string.c is C 17, cpp_string.cpp C++23, cpp_comparison.17.cpp C++17.
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

/// All models that are shipped.
models::Models shipped() {
  std::vector<std::string> files;
  for (const char* folder : {"c", "posix", "cpp", "libraries", "evergreen"})
    llvm::append_range(files, filesIn(source + "/rules/models/" + folder, {".yaml"}));
  policy::Diagnostics diagnostics;
  models::Models all = models::loadModels(files, diagnostics);
  std::string text;
  llvm::raw_string_ostream out(text);
  policy::print(out, diagnostics);
  EXPECT_EQ(text, "");
  return all;
}

/// The program, or nothing where the library's headers are not installed (`ci/setup --models`).
std::optional<flow::Program> lower(const std::string& file) {
  llvm::StringRef name = file;
  bool isC = name.ends_with(".c");
  std::string standard = isC ? "gnu17" : name.ends_with(".17.cpp") ? "c++17" : "c++23";
  std::vector<std::string> command = {isC ? "clang" : "clang++", "-std=" + standard,
                                      "-D_GNU_SOURCE", "-I" + inputs, file};
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

TEST_P(ShippedModels, PassWhatTheDocumentationSays) {
  std::optional<flow::Program> program = lower(GetParam());
  if (!program)
    GTEST_SKIP() << "headers are missing; ci/setup --models installs them";
  models::Models all = shipped();
  models::declareStatics(*program, all);
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
}

INSTANTIATE_TEST_SUITE_P(Inputs, ShippedModels, testing::ValuesIn(filesIn(inputs, {".c", ".cpp"})),
                         [](const auto& test) {
                           std::string name = shortName(test.param);
                           for (char& c : name)
                             if (!llvm::isAlnum(c))
                               c = '_';
                           return name;
                         });

// A model whose name is misspelt, or that fits no overload, would do nothing in silence.
TEST(ShippedModels, MatchDeclarations) {
  std::map<std::string, unsigned> unmatched;
  std::set<std::string> missing; // lib_curl.c is about curl.yaml
  unsigned programs = 0;
  for (const std::string& file : filesIn(inputs, {".c", ".cpp"})) {
    std::optional<flow::Program> program = lower(file);
    if (!program) {
      llvm::StringRef stem = llvm::sys::path::stem(file);
      stem.consume_front("lib_");
      missing.insert((stem + ".yaml").str());
      continue;
    }
    ++programs;
    models::Models all = shipped();
    models::declareStatics(*program, all);
    models::Library library(*program, std::move(all));
    for (const models::Library::Unmatched& model : library.unmatched())
      ++unmatched[shortName(model.origin.file) + ":" + std::to_string(model.origin.line) + ":" +
                  std::to_string(model.origin.column) + ": " + model.name];
  }
  std::vector<std::string> nowhere;
  for (const auto& [model, count] : unmatched)
    if (count == programs && !missing.contains(llvm::StringRef(model).split(':').first.str()))
      nowhere.push_back(model);
  EXPECT_THAT(nowhere, testing::IsEmpty());
}

} // namespace
