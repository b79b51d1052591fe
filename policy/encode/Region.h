// A region: a set of requests that can be said in a few words, such as "disclose any circulation
// to law-enforcement, when not court-order". Findings are shown as regions, since one model of the
// solver says too little.
#pragma once

#include "policy/model/Request.h"

#include <optional>

namespace circumspect::policy {

/// A product of sets: each part of a request lies in the part of the region.
struct Region {
  std::array<std::vector<unsigned>, kinds.size()> among; ///< by Kind, the leaves that it may use
  std::vector<std::vector<unsigned>> with;     ///< sets of leaves; it has a category of each
  std::vector<std::optional<bool>> conditions; ///< by condition
  std::vector<std::optional<int64_t>> atLeast, atMost; ///< by quantity

  const std::vector<unsigned>& operator[](Kind kind) const {
    return among[static_cast<size_t>(kind)];
  }
  std::vector<unsigned>& operator[](Kind kind) { return among[static_cast<size_t>(kind)]; }
  bool operator==(const Region&) const = default;
};

/// All requests of a vocabulary.
Region everything(const Vocabulary& vocabulary);

/// How terms, conditions and quantities are said: as the vocabulary reads them, `the user's name`
/// and `no law demands it`, or as the language has them, `patron.name` and `not required-by-law`.
enum class Wording { Prose, Language };

/// The region in words, for people; in the language's, it can be asked about by `policy query`.
std::string describe(const Region& region, const Vocabulary& vocabulary,
                     Wording wording = Wording::Prose);
/// Its conditions and quantities: `court-order and not consent`; empty where it has none.
std::string describeFacts(const Region& region, const Vocabulary& vocabulary, Wording wording);
/// Leaves in the fewest words: `self or any agent`, `anyone but self`.
std::string describeLeaves(const Taxonomy& taxonomy, llvm::ArrayRef<unsigned> leaves,
                           llvm::StringRef everything, Wording wording);

/// The same of data, of which a term that is not a leaf reads like an adjective: `patron.name or
/// any circulation data`, `any data but video.footage`.
std::string describeData(const Taxonomy& data, llvm::ArrayRef<unsigned> leaves, Wording wording);

/// Is the request in the region?
bool contains(const Region& region, const Request& request);

} // namespace circumspect::policy
