// The middle layer.
#pragma once

#include "storage.h"

namespace features {

class Accounts {
public:
  explicit Accounts(Storage& storage) : storage_(storage) {}
  void enrol();
  std::string email() const;

private:
  Storage& storage_;
};

} // namespace features
