// The C++ side: values, buffers and callbacks go over and come back.
#include "registry.h"

#include <string>

void values() {
  registry one{}, other{};
  registry_set(&one, entered_name(), 3);
  registry_set(&other, catalogue_title(), 4);
  send_text(registry_name(&one));    // FLOW
  send_number(registry_shelf(&one)); // NO-FLOW
  send_text(registry_name(&other));  // NO-FLOW
  send_text(one.name);               // FLOW
}

static void keep(const char* name, void* data) {
  *static_cast<std::string*>(data) = name;
}

void callbacks() {
  registry one{}, other{};
  registry_set(&one, entered_name(), 3);
  registry_set(&other, "guest", 4);
  std::string kept, keptOther;
  registry_visit(&one, keep, &kept);
  registry_visit(&other, keep, &keptOther);
  send_text(kept.c_str());      // FLOW
  send_text(keptOther.c_str()); // NO-FLOW
  registry_visit(
      &one,
      [](const char* name, void*) {
        send_text(name); // FLOW
      },
      nullptr);
}

void buffers() {
  registry one{};
  registry_set(&one, entered_name(), 3);
  char buffer[64] = {}, other[64] = {};
  int length = registry_copy(&one, buffer, sizeof buffer);
  send_text(buffer);   // FLOW
  send_text(other);    // NO-FLOW
  send_number(length); // NO-FLOW
}
