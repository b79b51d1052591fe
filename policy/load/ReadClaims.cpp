#include "policy/load/ReadClaims.h"

#include "llvm/ADT/STLExtras.h"

namespace circumspect::policy {

static std::vector<llvm::StringRef> outcomeNames() {
  std::vector<llvm::StringRef> names;
  for (Outcome outcome : outcomes)
    names.push_back(name(outcome));
  return names;
}

static std::optional<Outcome> readOutcome(YamlReader& yaml, const Text& text) {
  for (Outcome outcome : outcomes)
    if (text.value == name(outcome))
      return outcome;
  yaml.unknown(text.position, "outcome", text.value, outcomeNames());
  return std::nullopt;
}

template <typename Claim>
static void checkIdIsNew(YamlReader& yaml, const std::vector<Claim>& before, const Claim& claim,
                         llvm::StringRef what) {
  const auto* other =
      llvm::find_if(before, [&](const Claim& c) { return c.id == claim.id; }).base();
  if (other != before.data() + before.size() && !claim.id.empty())
    yaml.error(claim.position,
               what + " '" + claim.id + "' is given twice; first at " + other->position.str());
}

void readProperties(YamlReader& yaml, ScopeReader& scopes, const YAML::Node& list, Pack& pack) {
  yaml.sequence(list, "`properties`", [&](const YAML::Node& node) {
    Property property;
    property.position = yaml.at(node);
    unsigned claims = 0;
    std::vector<YamlReader::Key> keys = scopes.keys(property);
    keys.push_back(scopes.id(property.id));
    using Quantifier = Property::Quantifier;
    for (Quantifier quantifier : {Quantifier::Always, Quantifier::Never, Quantifier::Possible})
      keys.push_back({name(quantifier), [&, quantifier](const YAML::Node& n) {
                        ++claims;
                        property.quantifier = quantifier;
                        property.outcome =
                            readOutcome(yaml, yaml.scalar(n, "`" + name(quantifier) + "`"))
                                .value_or(Outcome::Permitted);
                      }});
    keys.push_back(scopes.cites(property.cites));
    keys.push_back(scopes.text("says", property.says));
    yaml.record(node, "a property", keys);
    if (node.IsMap() && claims != 1)
      yaml.error(node, "a property claims one of `always`, `never` and `possible`");
    checkIdIsNew(yaml, pack.properties, property, "property");
    pack.properties.push_back(std::move(property));
  });
}

// `30`, or with the unit: `30 days`.
static int64_t readAmount(YamlReader& yaml, const Text& text, const Quantity& quantity) {
  auto [number, unit] = llvm::StringRef(text.value).split(' ');
  int64_t amount = 0;
  if (number.getAsInteger(10, amount) || amount < 0 || (!unit.empty() && unit != quantity.unit))
    yaml.error(text.position,
               "a whole number of " + quantity.unit + " is expected, not '" + text.value + "'");
  return amount;
}

void readLimits(YamlReader& yaml, ScopeReader& scopes, const YAML::Node& list, Pack& pack) {
  yaml.sequence(list, "`limits`", [&](const YAML::Node& node) {
    Limit limit;
    limit.position = yaml.at(node);
    std::vector<YamlReader::Key> keys = scopes.keys(limit);
    keys.push_back(scopes.id(limit.id));
    keys.push_back({"quantity",
                    [&](const YAML::Node& n) {
                      Text text = yaml.scalar(n, "`quantity`");
                      std::vector<llvm::StringRef> names;
                      for (const Quantity& quantity : pack.vocabulary->quantities)
                        names.push_back(quantity.name);
                      if (auto quantity = pack.vocabulary->findQuantity(text.value))
                        limit.quantity = *quantity;
                      else if (pack.vocabulary->isWhole)
                        yaml.unknown(text.position, "quantity", text.value, names);
                    },
                    true});
    std::optional<Text> atMost;
    keys.push_back(
        {"at-most", [&](const YAML::Node& n) { atMost = yaml.scalar(n, "`at-most`"); }, true});
    keys.push_back(scopes.cites(limit.cites));
    keys.push_back(scopes.text("says", limit.says));
    yaml.record(node, "a limit", keys);
    if (atMost && limit.quantity < pack.vocabulary->quantities.size())
      limit.atMost = readAmount(yaml, *atMost, pack.vocabulary->quantities[limit.quantity]);
    checkIdIsNew(yaml, pack.limits, limit, "limit");
    pack.limits.push_back(std::move(limit));
  });
}

} // namespace circumspect::policy
