// Implementations that only this file knows.
#include "storage.h"

#include <map>
#include <utility>
#include <vector>

namespace features {

namespace {

class MemoryStorage : public Storage {
public:
  void put(const std::string& key, const std::string& value) override { values_[key] = value; }
  std::string get(const std::string& key) const override { return values_.at(key); }

private:
  std::map<std::string, std::string> values_;
};

class NullStorage : public Storage {
public:
  void put(const std::string&, const std::string&) override {}
  std::string get(const std::string&) const override { return ""; }
};

std::vector<Listener> listeners;

} // namespace

std::unique_ptr<Storage> memoryStorage() {
  return std::make_unique<MemoryStorage>();
}
std::unique_ptr<Storage> nullStorage() {
  return std::make_unique<NullStorage>();
}

void onChange(Listener listener) {
  listeners.push_back(std::move(listener));
}
void changed(const std::string& text) {
  for (const Listener& listener : listeners)
    listener(text);
}

} // namespace features
