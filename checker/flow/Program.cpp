#include "checker/flow/Program.h"

namespace circumspect::flow {

NameId Names::intern(llvm::StringRef text) {
  auto [entry, isNew] = ids_.try_emplace(text, NameId{static_cast<uint32_t>(texts_.size())});
  if (isNew)
    texts_.push_back(entry->getKey());
  return entry->second;
}

llvm::StringRef Names::operator[](NameId id) const {
  return id ? texts_[id.index] : llvm::StringRef();
}

} // namespace circumspect::flow
