#include "checker/frontend/Dependencies.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/BLAKE3.h"
#include "llvm/Support/MemoryBuffer.h"

#include <set>

namespace circumspect::frontend {

namespace vfs = llvm::vfs;

std::string digestOf(llvm::StringRef bytes) {
  return llvm::toStringRef(llvm::BLAKE3::hash(llvm::arrayRefFromStringRef(bytes))).str();
}

namespace {

std::string kindOf(const llvm::ErrorOr<vfs::Status>& status) {
  return !status ? "-" : status->isDirectory() ? "d" : "f";
}

std::string listingOf(vfs::FileSystem& files, const llvm::Twine& folder) {
  std::error_code error;
  std::set<std::string> names;
  for (vfs::directory_iterator at = files.dir_begin(folder, error), end; !error && at != end;
       at.increment(error))
    names.insert(at->path().str());
  return digestOf(llvm::join(names, "\n"));
}

class WatchedFile : public vfs::File {
public:
  WatchedFile(std::unique_ptr<vfs::File> file, std::string path, Dependencies& noted)
      : file_(std::move(file)), path_(std::move(path)), noted_(noted) {}

  llvm::ErrorOr<vfs::Status> status() override { return file_->status(); }
  llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>>
  getBuffer(const llvm::Twine& name, int64_t size, bool wantsNull, bool isVolatile) override {
    auto buffer = file_->getBuffer(name, size, wantsNull, isVolatile);
    if (buffer)
      noted_[{Question::Content, path_}] = digestOf((*buffer)->getBuffer());
    return buffer;
  }
  std::error_code close() override { return file_->close(); }

private:
  std::unique_ptr<vfs::File> file_;
  std::string path_;
  Dependencies& noted_;
};

class WatchedFileSystem : public vfs::ProxyFileSystem {
public:
  explicit WatchedFileSystem(Dependencies& noted)
      : ProxyFileSystem(vfs::createPhysicalFileSystem().release()), noted_(noted) {}

  llvm::ErrorOr<vfs::Status> status(const llvm::Twine& path) override {
    auto result = ProxyFileSystem::status(path);
    noted_[{Question::Kind, path.str()}] = kindOf(result);
    return result;
  }
  bool exists(const llvm::Twine& path) override { return static_cast<bool>(status(path)); }
  llvm::ErrorOr<std::unique_ptr<vfs::File>> openFileForRead(const llvm::Twine& path) override {
    auto file = ProxyFileSystem::openFileForRead(path);
    if (!file) {
      status(path);
      return file;
    }
    noted_[{Question::Kind, path.str()}] = "f";
    return std::make_unique<WatchedFile>(std::move(*file), path.str(), noted_);
  }
  vfs::directory_iterator dir_begin(const llvm::Twine& folder, std::error_code& error) override {
    noted_[{Question::Listing, folder.str()}] = listingOf(getUnderlyingFS(), folder);
    return ProxyFileSystem::dir_begin(folder, error);
  }

private:
  Dependencies& noted_;
};

} // namespace

llvm::IntrusiveRefCntPtr<vfs::FileSystem> watchedFileSystem(Dependencies& noted) {
  return new WatchedFileSystem(noted);
}

std::string Answers::answer(Question question, const std::string& path) {
  vfs::FileSystem& files = *vfs::getRealFileSystem();
  if (question == Question::Kind)
    return kindOf(files.status(path));
  if (question == Question::Listing)
    return listingOf(files, path);
  auto content = llvm::MemoryBuffer::getFile(path);
  return content ? digestOf((*content)->getBuffer()) : "";
}

bool Answers::areStill(const Dependencies& dependencies) {
  std::lock_guard lock(mutex_);
  for (const auto& [question, before] : dependencies) {
    auto [known, isNew] = known_.try_emplace(question);
    if (isNew)
      known->second = answer(question.first, question.second);
    if (known->second != before)
      return false;
  }
  return true;
}

} // namespace circumspect::frontend
