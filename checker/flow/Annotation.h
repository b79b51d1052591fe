// What an attribute in the scanned code says about a declaration:
//   [[clang::annotate("circumspect:data=patron.email")]]
//   [[clang::annotate("circumspect:sink=third-party.analytics,purpose=analytics")]]
//   [[clang::annotate("circumspect:guard=written-permission")]]
//   [[clang::annotate("circumspect:becomes=statistics.aggregate")]]
// The text is kept as written; models/ gives it its meaning, as it does for YAML models.
#pragma once

#include "checker/flow/Ids.h"
#include "checker/flow/Location.h"

namespace circumspect::flow {

struct Annotation {
  NameId text; ///< what follows "circumspect:"
  Location location;
};

} // namespace circumspect::flow
