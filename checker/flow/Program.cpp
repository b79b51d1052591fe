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

RecordId Program::recordBehind(TypeId id) const {
  while (id && type(id).kind == TypeKind::Pointer)
    id = type(id).element;
  return id && type(id).kind == TypeKind::Record ? type(id).record : RecordId{};
}

std::vector<RecordId> Program::withBases(RecordId id) const {
  std::vector<RecordId> all{id};
  for (size_t i = 0; i < all.size(); ++i) {
    const std::vector<RecordId>& bases = record(all[i]).bases;
    all.insert(all.end(), bases.begin(), bases.end());
  }
  return all;
}

} // namespace circumspect::flow
