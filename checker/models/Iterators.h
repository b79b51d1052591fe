// Which classes are the iterators of a library's containers, whatever that library calls them: what
// begin, end and find of a container return, and what its members take as a position. Models speak
// of all of them as `std::iterator`.
#pragma once

#include "checker/flow/Program.h"
#include "checker/models/Model.h"

#include "llvm/ADT/DenseMap.h"

namespace circumspect::models {

class Iterators {
public:
  Iterators() = default;
  Iterators(const flow::Program& program, const Models& models);

  bool contains(flow::RecordId record) const { return pointees_.contains(record); }
  /// What an iterator leads to; invalid where nothing in the program tells.
  flow::TypeId pointee(flow::RecordId record) const { return pointees_.lookup(record); }

  auto begin() const { return pointees_.begin(); }
  auto end() const { return pointees_.end(); }

private:
  llvm::DenseMap<flow::RecordId, flow::TypeId> pointees_;
};

/// Is it named as an iterator is?
bool isNamedIterator(const flow::Program& program, flow::RecordId record);

} // namespace circumspect::models
