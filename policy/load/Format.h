// One form for packs: keys of rules in one order, two spaces of indentation, an empty line between
// rules, no spaces at the ends of lines. Works on the text, so that comments stay with what they
// are about, and changes nothing of what the text says, which is checked before anything is
// written.
#pragma once

#include "policy/model/Diagnostic.h"

#include "llvm/ADT/StringRef.h"

#include <optional>
#include <string>

namespace circumspect::policy {

/// The text in its one form, which formatting does not change again. Nothing where the text is not
/// YAML, or is so unusual that the form would say something else, which `diagnostics` then says.
std::optional<std::string> formatPack(llvm::StringRef text, const std::string& file,
                                      Diagnostics& diagnostics);

} // namespace circumspect::policy
