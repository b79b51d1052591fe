// The label on a book that waits on the hold shelf.
#pragma once

#include "circulation.h"

#include <string>

namespace ils {

class ShelfLabel {
public:
  ShelfLabel(const Patron& patron, const Hold& hold);
  std::string text() const;

private:
  std::string who_;
  std::string what_;
};

} // namespace ils
