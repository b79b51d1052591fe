#include "policy/model/Diagnostic.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"

#include <algorithm>

namespace circumspect::policy {

void print(llvm::raw_ostream& out, Diagnostics diagnostics) {
  std::sort(diagnostics.begin(), diagnostics.end());
  diagnostics.erase(std::unique(diagnostics.begin(), diagnostics.end()), diagnostics.end());
  for (const Diagnostic& d : diagnostics)
    out << d.position.str() << ": error: " << d.message << "\n";
}

llvm::StringRef nearest(llvm::StringRef name, llvm::ArrayRef<llvm::StringRef> candidates) {
  // Of a name of one or two letters, something must be left that is right.
  size_t most = std::max<size_t>(2, name.size() / 3);
  unsigned best = name.size() <= most ? std::max<size_t>(name.size(), 1) : most + 1;
  llvm::StringRef found;
  for (llvm::StringRef candidate : candidates) {
    // A last part alone (`email` for `patron.email`) is as good as a small slip of the pen.
    unsigned distance =
        candidate.rsplit('.').second == name ? 1 : name.edit_distance(candidate, true, best);
    if (distance < best) {
      best = distance;
      found = candidate;
    }
  }
  return found;
}

std::string suggestion(llvm::StringRef name, llvm::ArrayRef<llvm::StringRef> candidates) {
  llvm::StringRef near = nearest(name, candidates);
  return near.empty() ? std::string() : ("; did you mean '" + near.str() + "'?");
}

} // namespace circumspect::policy
