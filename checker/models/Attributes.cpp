#include "checker/models/Attributes.h"

#include "llvm/ADT/SmallVector.h"

namespace circumspect::models {

template <typename... T> static llvm::Error mistake(const char* format, T... arguments) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), format, arguments...);
}

llvm::Expected<Attribute> parseAttribute(llvm::StringRef text) {
  llvm::SmallVector<llvm::StringRef, 4> parts;
  text.split(parts, ',');
  auto [key, value] = parts[0].split('=');
  key = key.trim();
  value = value.trim();
  Attribute attribute;
  if (value.empty())
    return mistake("an attribute needs a value: %s=…", key.str().c_str());
  if (key == "data" && value == "nothing" && parts.size() == 1) {
    attribute.isHarmless = true;
    return attribute;
  }
  if (key == "data") {
    attribute.data.push_back(value.str());
    for (llvm::StringRef more : llvm::ArrayRef(parts).drop_front())
      attribute.data.push_back(more.trim().str());
    return attribute;
  }
  if (key == "sink") {
    attribute.sink.emplace().recipient = value.str();
    for (llvm::StringRef more : llvm::ArrayRef(parts).drop_front()) {
      auto [name, term] = more.split('=');
      name = name.trim();
      std::string* part = name == "action"    ? &attribute.sink->action
                          : name == "purpose" ? &attribute.sink->purpose
                          : name == "channel" ? &attribute.sink->channel
                                              : nullptr;
      if (!part)
        return mistake("unknown part '%s' of a sink; it can say action, purpose and channel",
                       name.str().c_str());
      *part = term.trim().str();
    }
    return attribute;
  }
  if (parts.size() > 1)
    return mistake("'%s' takes one value", key.str().c_str());
  if (key == "guard")
    attribute.guard.emplace().condition = value.str();
  else if (key == "becomes")
    attribute.becomes = value == "nothing" ? "" : value.str();
  else if (key == "quantity")
    attribute.quantity = value.str();
  else
    return mistake("unknown attribute '%s'; there are data, sink, guard, becomes and quantity",
                   key.str().c_str());
  return attribute;
}

} // namespace circumspect::models
