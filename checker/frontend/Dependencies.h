// What the lowering of a translation unit depends on: the questions that the front end asked the
// file system, with their answers. While the answers are the same, so is the lowering. Files that
// were not there are among them, so that a new header that hides another one is noticed.
#pragma once

#include "llvm/ADT/StringMap.h"
#include "llvm/Support/VirtualFileSystem.h"

#include <map>
#include <mutex>
#include <string>

namespace circumspect::frontend {

/// What is asked about a path.
enum class Question : char {
  Kind = 'k',    ///< is it a file, a folder, or nothing?
  Content = 'c', ///< what is in the file?
  Listing = 'l', ///< which names are in the folder?
};

/// Questions and their answers, which are kinds or digests; ordered by question and path.
using Dependencies = std::map<std::pair<Question, std::string>, std::string>;

/// The real file system, which notes what it is asked in `noted`.
llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> watchedFileSystem(Dependencies& noted);

/// The BLAKE3 digest of some bytes, 32 of them.
std::string digestOf(llvm::StringRef bytes);

/// Answers as the file system would now; asks for each thing once. Threads may share it.
class Answers {
public:
  bool areStill(const Dependencies& dependencies);

private:
  std::string answer(Question question, const std::string& path);

  std::mutex mutex_;
  Dependencies known_;
};

} // namespace circumspect::frontend
