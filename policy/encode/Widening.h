// From one request to a maximal region around it in which a claim holds. Works on the blocks of the
// quotient; see Cover.h for the method, and for what a region says of data.
#pragma once

#include "policy/encode/Box.h"
#include "policy/encode/Claim.h"
#include "policy/encode/Region.h"

#include <map>

namespace circumspect::policy {

/// Widens requests for one claim.
class Widening {
public:
  Widening(Slices& slices, const Claim& claim, const Claim& within)
      : slices_(slices), claim_(claim), within_(within), asked_(slices.size()) {}

  /// The region around a reduced request of a slice in which the claim holds.
  Region widen(unsigned slice, const Request& request);
  /// Does the claim hold for one reduced request of a slice?
  bool holdsFor(unsigned slice, const Request& request);
  /// The request without the categories that the claim does not need.
  Request withLeastData(unsigned slice, Request request);

  /// Why the solver gave up, where it did; the region is then narrower than it could be.
  const std::string& undecided() const { return undecided_; }

private:
  /// One thing that a region asks of a request.
  struct Part {
    enum class Type { Condition, AtMost, AtLeast, Not, Data, OneCategory };
    Type type;
    unsigned index = 0;                      ///< of the condition, quantity or block
    int64_t value = 0;                       ///< of the condition or the bound
    Kind kind = Kind::Data;                  ///< whose block it is not
    std::vector<unsigned> alternatives = {}; ///< blocks that serve as well; for Data
  };

  /// Where the claim fails in a slice, though it should hold.
  struct Asked {
    z3::expr fails;
    std::optional<z3::expr> symbol; ///< for it, once the solver has been asked
    std::optional<Meeting> meeting; ///< the same as a diagram, where that is small enough
  };

  std::vector<Part> partsOf(const Request& request);
  z3::expr literal(const Slice& slice, const Part& part);
  Asked& asked(unsigned slice);
  std::optional<Box> box(const SliceDiagram& diagram, const std::vector<Part>& parts) const;
  bool holds(unsigned slice, const std::vector<Part>& parts, std::vector<bool>* core = nullptr);
  bool refutes(unsigned slice, const std::vector<Part>& parts, std::vector<bool>& core);
  bool fails(unsigned slice, const Request& request);
  static bool isBound(const Part& part);
  bool isFixed(const Part& part) const;
  bool isAsked(Kind kind, unsigned block) const;
  bool isSingle(const Request& request) const { return !within_ && request.data.size() == 1; }
  Request against(const Part& part, Request request) const;
  void minimise(unsigned slice, const Request& request, std::vector<Part>& parts);
  void extendData(unsigned slice, const Request& request, std::vector<Part>& parts);
  Region region(const std::vector<Part>& parts, const std::vector<bool>& actions,
                const std::vector<bool>& recipients);

  Slices& slices_;
  const Claim& claim_;
  const Claim& within_;
  std::vector<std::optional<Asked>> asked_; ///< by slice
  std::map<std::pair<const Section*, std::vector<unsigned>>, z3::expr> alternatives_;
  std::string undecided_;
};

} // namespace circumspect::policy
