// A desk's small part of a library system, shared by the tests of `circumspect check`.
#pragma once

struct Patron {
  [[clang::annotate("circumspect:data=patron.email")]] const char* email;
  [[clang::annotate("circumspect:guard=written-permission")]] bool hasWrittenPermission() const;
};

void send([[clang::annotate("circumspect:sink=third-party.analytics,action=disclose,"
                            "purpose=analytics,channel=network.encrypted")]] const char* text);
