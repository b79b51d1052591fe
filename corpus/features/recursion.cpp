// Recursion: direct, mutual, through data structures and through function objects.
#include "library.h"

#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace features {

static int kept(int number, int times) {
  return times == 0 ? number : kept(number, times - 1);
}
static int dropped(int number, int times) {
  return times == 0 ? 0 : dropped(number, times - 1);
}

void direct() {
  send(kept(scannedCard(), 3));    // FLOW
  send(kept(shelfNumber(), 3));    // NO-FLOW
  send(dropped(scannedCard(), 3)); // NO-FLOW
}

static std::string odd(const std::string& text, int n);
static std::string even(const std::string& text, int n) {
  return n == 0 ? text : odd(text + ".", n - 1);
}
static std::string odd(const std::string& text, int n) {
  return n == 0 ? "odd" : even(text + ",", n - 1);
}

void mutual() {
  send(even(enteredEmail(), 4)); // FLOW
  send(even("desk", 4));         // NO-FLOW
}

struct Branch {
  std::string name;
  std::string contact;
  std::vector<std::unique_ptr<Branch>> below;
};

static std::string contacts(const Branch& branch) {
  std::string all = branch.contact;
  for (const auto& each : branch.below)
    all += contacts(*each);
  return all;
}
static std::string names(const Branch& branch) {
  std::string all = branch.name;
  for (const auto& each : branch.below)
    all += names(*each);
  return all;
}

void overTree() {
  Branch root;
  root.name = "main";
  root.below.push_back(std::make_unique<Branch>());
  root.below[0]->contact = enteredEmail();
  send(contacts(root)); // FLOW
  send(names(root));    // NO-FLOW
}

static void publish(int number, int depth) {
  if (depth == 0)
    send(number); // FLOW
  else
    publish(number, depth - 1);
}
static void publishPlain(int number, int depth) {
  if (depth == 0)
    send(number); // NO-FLOW
  else
    publishPlain(number, depth - 1);
}

void sinkAtTheEnd() {
  publish(scannedCard(), 2);
  publishPlain(shelfNumber(), 2);
}

static void fill(std::string* into, int depth) {
  if (depth == 0)
    *into = enteredEmail();
  else
    fill(into, depth - 1);
}

void outParameter() {
  std::string text, other;
  fill(&text, 3);
  send(text);  // FLOW
  send(other); // NO-FLOW
}

void throughFunction() {
  std::function<int(int, int)> count = [&count](int number, int n) {
    return n == 0 ? number : count(number, n - 1);
  };
  send(count(scannedCard(), 2)); // FLOW
  send(count(shelfNumber(), 2)); // NO-FLOW
}

struct Tree {
  int number = 0;
  std::unique_ptr<Tree> left, right;
};

static std::unique_ptr<Tree> leaf(int number) {
  auto tree = std::make_unique<Tree>();
  tree->number = number;
  return tree;
}

static std::unique_ptr<Tree> copied(const std::unique_ptr<Tree>& tree) {
  if (!tree)
    return nullptr;
  auto copy = std::make_unique<Tree>();
  copy->number = tree->number;
  copy->left = copied(tree->left);
  copy->right = copied(tree->right);
  return copy;
}

void copiedTrees() {
  auto cards = leaf(1), shelves = leaf(1);
  cards->right = leaf(scannedCard());
  shelves->right = leaf(shelfNumber());
  send(copied(cards)->right->number);   // FLOW
  send(copied(shelves)->right->number); // NO-FLOW
}

struct Chain {
  int number;
  Chain* next;
};

static Chain* copied(const Chain* chain) {
  if (!chain)
    return nullptr;
  auto copy = new Chain;
  copy->number = chain->number;
  copy->next = copied(chain->next);
  return copy;
}

void copiedChains() {
  Chain card{scannedCard(), nullptr}, shelf{shelfNumber(), nullptr};
  Chain cards{1, &card}, shelves{1, &shelf};
  send(copied(&cards)->next->number);   // FLOW
  send(copied(&shelves)->next->number); // NO-FLOW
}

} // namespace features
