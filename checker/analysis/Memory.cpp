#include "checker/analysis/Memory.h"
#include "llvm/ADT/SmallVector.h"

namespace circumspect::analysis {

Memory::Memory(const flow::Program& program) : program_(program), paths_(1) {
}

ObjectId Memory::object(ObjectKind kind, uint32_t a, uint32_t b, uint32_t depth) {
  auto [entry, isNew] = objectIds_.try_emplace({static_cast<uint32_t>(kind), {a, b}},
                                               static_cast<ObjectId>(objects_.size()));
  if (isNew)
    objects_.push_back({kind, a, b, depth});
  return entry->second;
}

flow::RecordId Memory::recordIn(PathId path) const {
  flow::RecordId record;
  for (; path != 0; path = paths_[path].parent)
    if (paths_[path].element.kind == ElementKind::Field)
      record = program_.field(flow::FieldId{paths_[path].element.payload}).record;
  return record;
}

/// The class that the pointer in the cell points to, where that is a member, or an element of an
/// array that is one or that one points to.
flow::RecordId Memory::pointeeOf(CellId cell) const {
  unsigned elements = 0;
  for (Cell c = cells_[cell];; c = cells_[objects_[c.object].a]) {
    PathId path = c.path;
    for (; path != 0 && paths_[path].element.isElement(); path = paths_[path].parent)
      ++elements;
    if (path == 0 && elements > 0 && objects_[c.object].kind == ObjectKind::Initial)
      continue; // an element of what a pointer leads to
    if (path == 0 || paths_[path].element.kind != ElementKind::Field)
      return {};
    flow::TypeId type = program_.field(flow::FieldId{paths_[path].element.payload}).type;
    for (; elements > 0 && type; --elements)
      type = program_.type(type).element;
    bool isPointer = type && program_.type(type).kind == flow::TypeKind::Pointer;
    flow::TypeId pointee = isPointer ? program_.type(type).element : flow::TypeId();
    return pointee && program_.type(pointee).kind == flow::TypeKind::Record
               ? program_.type(pointee).record
               : flow::RecordId();
  }
}

ObjectId Memory::initial(CellId cell) {
  ObjectId owner = cells_[cell].object;
  flow::RecordId pointee = pointeeOf(cell);
  PathId path = cells_[cell].path;
  for (ObjectId o = owner; pointee && objects_[o].kind == ObjectKind::Initial;) {
    if (recordIn(path) == pointee) {
      folded_.insert(o);
      return o;
    }
    path = cells_[objects_[o].a].path;
    o = cells_[objects_[o].a].object;
  }
  bool isNested = objects_[owner].kind == ObjectKind::Initial;
  uint32_t depth = isNested ? objects_[owner].depth + 1 : 1;
  if (depth > maxInitialDepth) {
    folded_.insert(owner);
    return owner;
  }
  return object(ObjectKind::Initial, cell, noId, depth);
}

ObjectId Memory::fresh(uint32_t site, ObjectId inner) {
  if (inner == noId)
    return object(ObjectKind::Fresh, site, noId, 1);
  uint32_t depth = objects_[inner].depth + 1;
  return depth > maxFreshDepth ? object(ObjectKind::Fresh, site, noId, 1)
                               : object(ObjectKind::Fresh, site, inner, depth);
}

CellId Memory::cell(ObjectId object, PathId path) {
  auto [entry, isNew] = cellIds_.try_emplace({object, path}, static_cast<CellId>(cells_.size()));
  if (isNew)
    cells_.push_back({object, path});
  return entry->second;
}

CellId Memory::child(CellId cell, PathElement element) {
  Cell c = cells_[cell];
  return this->cell(c.object, extend(c.path, element));
}

CellId Memory::append(CellId cell, PathId from, PathId path) {
  Cell c = cells_[cell];
  return this->cell(c.object, rebase(path, from, c.path));
}

CellId Memory::withAnyElement(CellId cell) {
  const Cell c = cells_[cell];
  const Object o = objects_[c.object];
  ObjectId object = o.kind == ObjectKind::Initial ? initial(withAnyElement(o.a)) : c.object;
  llvm::SmallVector<PathElement, 8> elements;
  for (PathId path = c.path; path != 0; path = paths_[path].parent)
    elements.push_back(paths_[path].element);
  PathId path = 0;
  while (!elements.empty()) {
    PathElement e = elements.pop_back_val();
    bool isNumbered = e.kind == ElementKind::At || e.kind == ElementKind::From;
    path = extend(path, isNumbered ? PathElement{} : e);
  }
  return this->cell(object, path);
}

/// The path to the object that a member belongs to, where the path leads into a part of it: a
/// pointer to a part (`&item->link`) that was cast back to the whole. A class is never in itself.
PathId Memory::ownerOf(PathId path, flow::FieldId member) const {
  flow::RecordId record = program_.field(member).record;
  for (PathId at = path; at != 0; at = paths_[at].parent) {
    const PathElement& e = paths_[at].element;
    if (e.kind != ElementKind::Field) {
      if (!e.isElement())
        return path;
      continue;
    }
    const flow::Field& part = program_.field(flow::FieldId{e.payload});
    const flow::Type& type = program_.type(part.type);
    bool isInside = type.kind == flow::TypeKind::Record && program_.record(type.record).inProject;
    if (!isInside)
      return path;
    if (part.record == record)
      return paths_[at].parent;
  }
  return path;
}

PathId Memory::extend(PathId path, PathElement element) {
  if (element.kind == ElementKind::Field && path != 0)
    path = ownerOf(path, flow::FieldId{element.payload});
  if (paths_[path].length >= maxPathLength)
    return path;
  auto key =
      std::make_pair(path, std::make_pair(static_cast<uint32_t>(element.kind), element.payload));
  auto [entry, isNew] = pathIds_.try_emplace(key, static_cast<PathId>(paths_.size()));
  if (isNew)
    paths_.push_back(
        {path, element, paths_[path].length + 1, paths_[path].vague || element.isVague()});
  return entry->second;
}

PathId Memory::rebase(PathId path, PathId from, PathId to) {
  llvm::SmallVector<PathElement, 8> rest;
  for (; path != from && path != 0; path = paths_[path].parent)
    rest.push_back(paths_[path].element);
  while (!rest.empty())
    to = extend(to, rest.pop_back_val());
  return to;
}

bool Memory::isPrefix(PathId prefix, PathId path) const {
  while (paths_[path].length > paths_[prefix].length)
    path = paths_[path].parent;
  return path == prefix;
}

PathId Memory::partOf(PathId whole, PathId path) const {
  while (paths_[path].length > paths_[whole].length + 1)
    path = paths_[path].parent;
  return paths_[path].length > paths_[whole].length && paths_[path].parent == whole ? path : 0;
}

std::optional<uint32_t> Memory::indexIn(PathId whole, PathId path) const {
  PathElement part = last(partOf(whole, path));
  return part.kind == ElementKind::At ? std::optional(part.payload) : std::nullopt;
}

bool Memory::isReachedThrough(CellId from, CellId cell) const {
  const Cell& whole = cells_[from];
  for (;; cell = objects_[cells_[cell].object].a) {
    const Cell& c = cells_[cell];
    if (c.object == whole.object && isPrefix(whole.path, c.path))
      return true;
    if (objects_[c.object].kind != ObjectKind::Initial)
      return false;
  }
}

/// Whether two different members or elements may be the same one.
static bool mayBeSame(const PathElement& x, const PathElement& y) {
  if (!x.isElement() || !y.isElement())
    return false;
  if (x.kind == ElementKind::From && y.kind == ElementKind::At)
    return y.payload >= x.payload;
  if (y.kind == ElementKind::From && x.kind == ElementKind::At)
    return x.payload >= y.payload;
  return x.isVague() || y.isVague();
}

bool Memory::mayOverlap(PathId a, PathId b) const {
  while (paths_[a].length > paths_[b].length)
    a = paths_[a].parent;
  while (paths_[b].length > paths_[a].length)
    b = paths_[b].parent;
  for (; a != b; a = paths_[a].parent, b = paths_[b].parent) {
    const PathElement &x = paths_[a].element, &y = paths_[b].element;
    if (!(x == y) && !mayBeSame(x, y))
      return false;
  }
  return true;
}

} // namespace circumspect::analysis
