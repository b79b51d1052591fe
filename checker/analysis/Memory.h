// The names of storage. An *object* is a variable, a heap object, or what a pointer pointed to when
// the function was entered; a *cell* is an object and a path of members and elements in it. Objects
// at entry are named by the access path that leads to them (Arzt et al. 2014), so that the same
// names serve every function and a summary is independent of its callers.
#pragma once

#include "checker/flow/Program.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include <cstdint>
#include <optional>
#include <vector>

namespace circumspect::analysis {

using ObjectId = uint32_t;
using PathId = uint32_t; ///< 0 is the empty path
using CellId = uint32_t;
constexpr uint32_t noId = ~0U;

enum class ElementKind : uint8_t { Field, Slot, At, Key, Any, From };

/// One member or element. `payload`: FieldId, a name, an index, a key's name, or 0. From: any
/// element that does not come before that index.
struct PathElement {
  ElementKind kind = ElementKind::Any;
  uint32_t payload = 0;
  friend bool operator==(const PathElement&, const PathElement&) = default;
  bool isElement() const { return kind >= ElementKind::At; }
  /// Is it one of several elements, it is not known which?
  bool isVague() const { return kind >= ElementKind::Any; }
};

enum class ObjectKind : uint8_t {
  Local,   ///< a: local
  Global,  ///< a: global
  Initial, ///< what the pointer in cell a pointed to when the function was entered
  Fresh,   ///< made by instruction a of this function; b: the callee's object, or noId
};

struct Object {
  ObjectKind kind = ObjectKind::Local;
  uint32_t a = 0, b = noId;
  uint32_t depth = 0; ///< Initial and Fresh: nesting
};

struct Cell {
  ObjectId object = 0;
  PathId path = 0;
};

class Memory {
public:
  static constexpr unsigned maxInitialDepth = 6, maxFreshDepth = 2, maxPathLength = 8;

  explicit Memory(const flow::Program& program);

  ObjectId local(flow::LocalId id) { return object(ObjectKind::Local, id.index, noId, 0); }
  ObjectId global(flow::GlobalId id) { return object(ObjectKind::Global, id.index, noId, 0); }
  /// What the pointer in `cell` pointed to on entry. A path that comes back to a class that it has
  /// passed (node->next, node->child->parent) folds back to that object, and one that grows too
  /// long ends in its last object.
  ObjectId initial(CellId cell);
  /// The parameter, local or global from which the object was reached on entry.
  ObjectId start(ObjectId object) const {
    while (objects_[object].kind == ObjectKind::Initial)
      object = cells_[objects_[object].a].object;
    return object;
  }
  /// Is `cell`, or what it was reached through on entry, `from` or a part of it?
  bool isReachedThrough(CellId from, CellId cell) const;
  /// Does the object stand for others that were folded onto it?
  bool isFolded(ObjectId object) const { return folded_.contains(object); }
  /// The class of an object, as the first member on a path in it tells.
  flow::RecordId recordIn(PathId path) const;
  ObjectId fresh(uint32_t site, ObjectId inner = noId);

  CellId cell(ObjectId object, PathId path = 0);
  /// The cell of a member or element; beyond the longest path, the cell itself.
  CellId child(CellId cell, PathElement element);
  CellId parent(CellId cell) {
    return this->cell(cells_[cell].object, paths_[cells_[cell].path].parent);
  }
  CellId append(CellId cell, PathId from, PathId path);
  /// The cell with an unknown element for each that is known by its index, also on the way to it.
  CellId withAnyElement(CellId cell);

  PathId extend(PathId path, PathElement element);
  /// `path` without its prefix `from`, put after `to`.
  PathId rebase(PathId path, PathId from, PathId to);
  bool isPrefix(PathId prefix, PathId path) const;
  PathId parentPath(PathId path) const { return paths_[path].parent; }
  PathElement last(PathId path) const { return paths_[path].element; }
  /// The member or element of `whole` that `path` is, or is in; empty where it is in none.
  PathId partOf(PathId whole, PathId path) const;
  /// The index of the element of `whole` that `path` is, or is in, where it is in one of known
  /// index.
  std::optional<uint32_t> indexIn(PathId whole, PathId path) const;
  /// The first element of a path that is not empty.
  PathElement first(PathId path) const {
    while (paths_[path].length > 1)
      path = paths_[path].parent;
    return paths_[path].element;
  }
  unsigned length(PathId path) const { return paths_[path].length; }
  /// Whether two paths may name overlapping storage: they agree but for unknown elements.
  bool mayOverlap(PathId a, PathId b) const;
  /// Whether an unknown element is on the path.
  bool isVague(PathId path) const { return paths_[path].vague; }

  const Object& object(ObjectId id) const { return objects_[id]; }
  const Cell& operator[](CellId id) const { return cells_[id]; }

private:
  struct Path {
    PathId parent = 0;
    PathElement element;
    uint32_t length = 0;
    bool vague = false;
  };
  ObjectId object(ObjectKind kind, uint32_t a, uint32_t b, uint32_t depth);
  PathId ownerOf(PathId path, flow::FieldId member) const;
  flow::RecordId pointeeOf(CellId cell) const;

  const flow::Program& program_;
  llvm::DenseSet<ObjectId> folded_;
  std::vector<Object> objects_;
  std::vector<Path> paths_;
  std::vector<Cell> cells_;
  llvm::DenseMap<std::pair<uint32_t, std::pair<uint32_t, uint32_t>>, ObjectId> objectIds_;
  llvm::DenseMap<std::pair<PathId, std::pair<uint32_t, uint32_t>>, PathId> pathIds_;
  llvm::DenseMap<std::pair<ObjectId, PathId>, CellId> cellIds_;
};

} // namespace circumspect::analysis
