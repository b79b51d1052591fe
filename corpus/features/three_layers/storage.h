// The lowest layer: an interface and where implementations come from.
#pragma once

#include "library.h"

#include <functional>
#include <memory>

namespace features {

class Storage {
public:
  virtual ~Storage() = default;
  virtual void put(const std::string& key, const std::string& value) = 0;
  virtual std::string get(const std::string& key) const = 0;
};

std::unique_ptr<Storage> memoryStorage();
std::unique_ptr<Storage> nullStorage();

using Listener = std::function<void(const std::string&)>;
void onChange(Listener listener);
void changed(const std::string& text);

} // namespace features
