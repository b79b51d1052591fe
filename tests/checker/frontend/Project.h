// A small project in a folder of its own, for tests that lower it.
#pragma once

#include "checker/frontend/Frontend.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include <gmock/gmock.h>

namespace circumspect {

class Project : public testing::Test {
protected:
  void SetUp() override { llvm::sys::fs::createUniqueDirectory("circumspect-lowering", folder_); }
  void TearDown() override { llvm::sys::fs::remove_directories(folder_); }

  std::string path(llvm::StringRef name) const {
    llvm::SmallString<128> file = folder_;
    llvm::sys::path::append(file, name);
    return file.str().str();
  }

  /// Writes a file and returns its path.
  std::string write(llvm::StringRef name, llvm::StringRef text) {
    std::error_code error;
    llvm::sys::fs::create_directories(llvm::sys::path::parent_path(path(name)));
    llvm::raw_fd_ostream(path(name), error) << text;
    return path(name);
  }

  /// How a file of the project is compiled.
  frontend::CompileCommand command(llvm::StringRef name,
                                   std::vector<std::string> flags = {"-std=c++20"}) const {
    flags.insert(flags.begin(), "clang++");
    flags.push_back(path(name));
    return {path(name), folder_.str().str(), flags};
  }

  flow::Program lower(llvm::StringRef code, std::vector<std::string> flags = {"-std=c++20"},
                      llvm::StringRef name = "t.cpp") {
    write(name, code);
    return frontend::lower({command(name, flags)}, folder_.str().str());
  }

  llvm::SmallString<128> folder_;
};

} // namespace circumspect
