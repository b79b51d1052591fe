#include "policy/model/Outcome.h"

namespace circumspect::policy {

llvm::StringRef name(Outcome outcome) {
  switch (outcome) {
  case Outcome::Permitted:
    return "permitted";
  case Outcome::Forbidden:
    return "forbidden";
  case Outcome::Undecided:
    return "undecided";
  case Outcome::Conflict:
    return "in conflict";
  }
  return "";
}

} // namespace circumspect::policy
