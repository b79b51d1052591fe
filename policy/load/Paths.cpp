#include "policy/load/Paths.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace circumspect::policy {

namespace path = llvm::sys::path;

std::string fromHere(llvm::StringRef file) {
  llvm::SmallString<128> here;
  if (path::is_relative(file) || llvm::sys::fs::current_path(here))
    return file.str();
  auto at = path::begin(file), end = path::end(file);
  auto in = path::begin(here), inEnd = path::end(here);
  unsigned common = 0;
  for (; at != end && in != inEnd && *at == *in; ++at, ++in)
    ++common;
  if (common < 2)
    return file.str();
  llvm::SmallString<128> relative;
  for (; in != inEnd; ++in)
    path::append(relative, "..");
  for (; at != end; ++at)
    path::append(relative, *at);
  // Where a link is on the way, `..` may lead elsewhere.
  return llvm::sys::fs::equivalent(relative, file) ? relative.str().str() : file.str();
}

std::string fileFrom(llvm::StringRef file, llvm::StringRef name) {
  llvm::SmallString<128> result(name);
  if (path::is_relative(name)) {
    result = path::parent_path(file);
    path::append(result, name);
  }
  path::remove_dots(result, /*remove_dot_dot=*/true);
  return fromHere(result);
}

} // namespace circumspect::policy
