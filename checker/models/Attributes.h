// What the text of a `circumspect:` attribute says, in the same values as a YAML model.
#pragma once

#include "checker/models/Model.h"

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

namespace circumspect::models {

/// One attribute: exactly one of its parts is given.
struct Attribute {
  std::vector<std::string> data;      ///< data=TERM[,TERM…]
  bool isHarmless = false;            ///< data=nothing
  std::optional<Sink> sink;           ///< sink=RECIPIENT[,action=…][,purpose=…][,channel=…]
  std::optional<Guard> guard;         ///< guard=CONDITION
  std::optional<std::string> becomes; ///< becomes=TERM, or becomes=nothing
  std::string quantity;               ///< quantity=NAME, on a parameter: the sink's number
};

/// Reads what follows `circumspect:`.
llvm::Expected<Attribute> parseAttribute(llvm::StringRef text);

} // namespace circumspect::models
