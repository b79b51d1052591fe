// From one request to a maximal region around it in which a claim holds. Works on the blocks of the
// quotient; see Cover.h for the method, and for what a region says of data.
#pragma once

#include "policy/encode/Claim.h"
#include "policy/encode/Region.h"

#include <map>

namespace circumspect::policy {

/// Widens requests for one claim.
class Widening {
public:
  Widening(Slices& slices, const Claim& claim, const Claim& within)
      : slices_(slices), claim_(claim), within_(within), refuted_(slices.size()) {}

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

  std::vector<Part> partsOf(const Request& request);
  z3::expr literal(Slice& slice, const Part& part);
  bool holds(unsigned slice, const std::vector<Part>& parts, std::vector<bool>* core = nullptr);
  bool fails(unsigned slice, const Request& request);
  static bool isBound(const Part& part);
  bool isFixed(const Part& part) const;
  bool isSingle(const Request& request) const { return !within_ && request.data.size() == 1; }
  Request against(const Part& part, Request request) const;
  void minimise(unsigned slice, const Request& request, std::vector<Part>& parts);
  void extendData(unsigned slice, const Request& request, std::vector<Part>& parts);
  Region region(const std::vector<Part>& parts, const std::vector<bool>& actions,
                const std::vector<bool>& recipients);

  Slices& slices_;
  const Claim& claim_;
  const Claim& within_;
  /// By slice, a symbol that holds where the claim does not; null before it is asked for.
  std::vector<std::unique_ptr<z3::expr>> refuted_;
  std::map<std::pair<Slice*, std::vector<unsigned>>, z3::expr> alternatives_;
  std::string undecided_;
};

} // namespace circumspect::policy
