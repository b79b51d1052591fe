// The rules of a pack, from YAML: their parts, and whom they override.
#pragma once

#include "policy/load/ScopeReader.h"

namespace circumspect::policy {

/// Appends the rules of a list to the pack, which has its imported ones already.
void readRules(YamlReader& yaml, ScopeReader& scopes, const YAML::Node& rules, Pack& pack);

/// Reads `permit` or `forbid`.
std::optional<Effect> readEffect(YamlReader& yaml, const Text& text);

} // namespace circumspect::policy
