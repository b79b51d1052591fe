// Where a claim holds, said completely: maximal regions that together are exactly the requests of
// the claim. A request that the solver finds is widened by unsatisfiable cores: what of the request
// is not needed to refute the claim's opposite is dropped, in a fixed order, until nothing more can
// be (a minimal core; Liffiton and Sakallah 2008). The region is then excluded, and the next one
// asked for.
//
// Of data, a region says what a claim needs: one category of each set. A request that holds more is
// in the region as well where the claim holds for it, since "patron.email, alone or with whatever
// else is permitted" is what a reader takes "patron.email" for, and each of those cases apart would
// make the list many times as long. So the regions cover a claim exactly when they are taken
// together with it.
#pragma once

#include "policy/encode/Claim.h"
#include "policy/encode/Region.h"

#include "llvm/ADT/STLFunctionalExtras.h"

namespace circumspect::policy {

/// The regions that together have every request of a claim, as far as `limit` allows.
struct Cover {
  struct Part {
    Region region;
    Request witness; ///< a request of it
    unsigned slice;  ///< where the witness was found
  };
  std::vector<Part> parts;
  bool isComplete = true; ///< false: `limit` was reached
  std::string undecided;  ///< why the solver gave up, where it did
};

/// Covers a claim. With `within`, only requests of that claim count, and the regions may reach
/// beyond them: they say what matters in addition, and all of the data that may be there.
Cover cover(Slices& slices, const Claim& claim, unsigned limit, const Claim& within = {});

/// A request that is fit, with as few conditions and quantities as it can have and still be, since
/// an example reads best where as little as possible holds in it.
Request plainest(Request request, llvm::function_ref<bool(const Request&)> isFit);

/// The region as a formula in a slice, or nothing where it has no request there.
std::optional<z3::expr> encode(const Region& region, Slices& slices, const Slice& slice);

} // namespace circumspect::policy
