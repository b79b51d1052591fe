// A persistent map from 32-bit keys: a big-endian Patricia tree (Okasaki and Gill, "Fast Mergeable
// Integer Maps", 1998). Copies share structure, and merging two maps skips every subtree that they
// share, so that joining the states of two branches costs what the branches changed.
#pragma once

#include <bit>
#include <cstdint>
#include <memory>
#include <utility>

namespace circumspect::analysis {

/// `V` is a value with cheap copies (a shared pointer, say) and `==`.
template <typename V> class PatriciaMap {
  struct Node;
  using Tree = std::shared_ptr<Node>; // changed only where nothing else shares it
  struct Node {
    uint32_t prefix; // leaf: the key
    uint32_t bit;    // the branching bit; 0 in a leaf
    V value;         // leaf
    Tree zero, one;  // branch: keys without and with `bit`
  };

public:
  bool empty() const { return !root_; }

  /// The value at `key`, or nullptr.
  const V* find(uint32_t key) const {
    const Node* node = root_.get();
    while (node && node->bit)
      node = (key & node->bit) ? node->one.get() : node->zero.get();
    return node && node->prefix == key ? &node->value : nullptr;
  }

  void set(uint32_t key, V value) { root_ = insert(root_, key, std::move(value)); }
  /// The value at `key`, to be changed in place; put there first if there is none. What other maps
  /// share is copied, so that they keep theirs.
  V& edit(uint32_t key) {
    if (!find(key))
      set(key, V());
    for (Tree* at = &root_;;) {
      if (at->use_count() > 1)
        *at = std::make_shared<Node>(**at);
      Node& node = **at;
      if (!node.bit)
        return node.value;
      at = (key & node.bit) ? &node.one : &node.zero;
    }
  }
  void erase(uint32_t key) { root_ = remove(root_, key); }

  /// Calls f(key, value) in ascending order of keys.
  template <typename F> void forEach(F&& f) const { visit(root_.get(), f); }

  /// The union of both maps. `both(key, a, b)` decides where both hold a key and differ;
  /// `left(key, a)` and `right(key, b)` where only one does. Shared subtrees are taken as they are.
  template <typename Both, typename Left, typename Right>
  static PatriciaMap merge(const PatriciaMap& a, const PatriciaMap& b, Both&& both, Left&& left,
                           Right&& right) {
    PatriciaMap result;
    result.root_ = mergeTrees(a.root_, b.root_, both, left, right);
    return result;
  }

  /// The map with every value replaced by f(key, value); equal values keep their nodes.
  template <typename F> PatriciaMap transform(F&& f) const {
    PatriciaMap result;
    result.root_ = mapTree(root_, f);
    return result;
  }

  bool sharesWith(const PatriciaMap& other) const { return root_ == other.root_; }

private:
  static Tree leaf(uint32_t key, V value) {
    return std::make_shared<Node>(Node{key, 0, std::move(value), nullptr, nullptr});
  }
  static Tree branch(uint32_t prefix, uint32_t bit, Tree zero, Tree one) {
    if (!zero || !one)
      return zero ? zero : one;
    return std::make_shared<Node>(Node{prefix, bit, V(), std::move(zero), std::move(one)});
  }
  static uint32_t maskAbove(uint32_t key, uint32_t bit) { return key & ~(bit | (bit - 1)); }
  static bool matches(uint32_t key, const Node& node) {
    return maskAbove(key, node.bit) == node.prefix;
  }
  static Tree link(uint32_t keyA, Tree a, uint32_t keyB, Tree b) {
    uint32_t bit = std::bit_floor(keyA ^ keyB);
    uint32_t prefix = maskAbove(keyA, bit);
    return (keyA & bit) ? branch(prefix, bit, std::move(b), std::move(a))
                        : branch(prefix, bit, std::move(a), std::move(b));
  }

  static Tree insert(const Tree& tree, uint32_t key, V value) {
    if (!tree)
      return leaf(key, std::move(value));
    if (!tree->bit)
      return tree->prefix == key ? leaf(key, std::move(value))
                                 : link(key, leaf(key, std::move(value)), tree->prefix, tree);
    if (!matches(key, *tree))
      return link(key, leaf(key, std::move(value)), tree->prefix, tree);
    if (key & tree->bit)
      return branch(tree->prefix, tree->bit, tree->zero, insert(tree->one, key, std::move(value)));
    return branch(tree->prefix, tree->bit, insert(tree->zero, key, std::move(value)), tree->one);
  }

  static Tree remove(const Tree& tree, uint32_t key) {
    if (!tree)
      return tree;
    if (!tree->bit)
      return tree->prefix == key ? nullptr : tree;
    if (!matches(key, *tree))
      return tree;
    const Tree& side = (key & tree->bit) ? tree->one : tree->zero;
    Tree rest = remove(side, key);
    if (rest == side)
      return tree;
    return (key & tree->bit) ? branch(tree->prefix, tree->bit, tree->zero, rest)
                             : branch(tree->prefix, tree->bit, rest, tree->one);
  }

  template <typename F> static void visit(const Node* node, F& f) {
    if (!node)
      return;
    if (!node->bit)
      return f(node->prefix, node->value);
    visit(node->zero.get(), f);
    visit(node->one.get(), f);
  }

  template <typename F> static Tree mapTree(const Tree& tree, F& f) {
    if (!tree)
      return tree;
    if (!tree->bit) {
      V value = f(tree->prefix, tree->value);
      return value == tree->value ? tree : leaf(tree->prefix, std::move(value));
    }
    Tree zero = mapTree(tree->zero, f), one = mapTree(tree->one, f);
    return zero == tree->zero && one == tree->one ? tree
                                                  : branch(tree->prefix, tree->bit, zero, one);
  }

  template <typename Both, typename Left, typename Right>
  static Tree mergeTrees(const Tree& a, const Tree& b, Both& both, Left& left, Right& right) {
    if (a == b)
      return a;
    if (!a)
      return mapTree(b, right);
    if (!b)
      return mapTree(a, left);
    if (!a->bit && !b->bit && a->prefix == b->prefix) {
      V value = both(a->prefix, a->value, b->value);
      return value == a->value ? a : leaf(a->prefix, std::move(value));
    }
    if (a->bit && a->bit == b->bit && a->prefix == b->prefix) {
      Tree zero = mergeTrees(a->zero, b->zero, both, left, right);
      Tree one = mergeTrees(a->one, b->one, both, left, right);
      return zero == a->zero && one == a->one ? a : branch(a->prefix, a->bit, zero, one);
    }
    if (a->bit > b->bit && matches(b->prefix, *a))
      return (b->prefix & a->bit)
                 ? branch(a->prefix, a->bit, mapTree(a->zero, left),
                          mergeTrees(a->one, b, both, left, right))
                 : branch(a->prefix, a->bit, mergeTrees(a->zero, b, both, left, right),
                          mapTree(a->one, left));
    if (b->bit > a->bit && matches(a->prefix, *b))
      return (a->prefix & b->bit)
                 ? branch(b->prefix, b->bit, mapTree(b->zero, right),
                          mergeTrees(a, b->one, both, left, right))
                 : branch(b->prefix, b->bit, mergeTrees(a, b->zero, both, left, right),
                          mapTree(b->one, right));
    return link(a->prefix, mapTree(a, left), b->prefix, mapTree(b, right));
  }

  Tree root_;
};

} // namespace circumspect::analysis
