#include "policy/model/Request.h"

#include "llvm/ADT/StringExtras.h"

namespace circumspect::policy {

std::string describe(const Request& request, const Vocabulary& v) {
  std::vector<std::string> data;
  for (unsigned leaf : request.data)
    data.push_back(v[Kind::Data][leaf].name);
  auto nameOf = [&](Kind kind) { return v[kind][request[kind]].name; };
  std::string text = nameOf(Kind::Action) + " " + llvm::join(data, " and ") + " " +
                     preposition(v, request[Kind::Action]) + " " + nameOf(Kind::Recipient) +
                     " for " + nameOf(Kind::Purpose) + " by " + nameOf(Kind::Channel);
  std::vector<std::string> facts;
  for (unsigned i = 0; i < request.conditions.size(); ++i)
    if (request.conditions[i])
      facts.push_back(v.conditions[i].name);
  text += facts.empty() ? ", when no condition holds" : ", when " + llvm::join(facts, " and ");
  for (unsigned i = 0; i < request.quantities.size(); ++i)
    if (request.quantities[i] != 0)
      text += ", with " + v.quantities[i].name + " = " + std::to_string(request.quantities[i]);
  return text;
}

} // namespace circumspect::policy
