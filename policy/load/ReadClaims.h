// What a pack's authors claim of their own rules, from YAML: properties and limits. Both are scopes
// like those of rules, and are proved by verify/.
#pragma once

#include "policy/load/ScopeReader.h"

namespace circumspect::policy {

/// Reads `properties`, a list of mappings with one of `always`, `never` and `possible`.
void readProperties(YamlReader& yaml, ScopeReader& scopes, const YAML::Node& list, Pack& pack);

/// Reads `limits`, a list of mappings with a `quantity` and the most that it may be.
void readLimits(YamlReader& yaml, ScopeReader& scopes, const YAML::Node& list, Pack& pack);

} // namespace circumspect::policy
