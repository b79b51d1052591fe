// The other half of ui2_breaks.cpp: here the name gets onto the label.
#include "shelf_label.h"

#include <sstream>

namespace ils {

static std::string surnameFirst(const std::string& name) {
  std::size_t space = name.rfind(' ');
  if (space == std::string::npos)
    return name;
  return name.substr(space + 1) + ", " + name.substr(0, space);
}

ShelfLabel::ShelfLabel(const Patron& patron, const Hold& hold)
    : who_(surnameFirst(patron.name)), what_(hold.title) {
}

std::string ShelfLabel::text() const {
  std::ostringstream out;
  out << who_ << ": " << what_;
  return out.str();
}

} // namespace ils
