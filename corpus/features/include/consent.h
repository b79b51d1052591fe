// Ways out that the policy opens under a condition: the consortium may keep an e-mail address for
// outreach where the user agreed, and a court order opens any record. The `guard_` files ask these
// questions in every way that code does.
#pragma once

#include "library.h"

namespace features {

/// Keeps an address for invitations. Only with the consent of the one whom it belongs to.
[[clang::annotate("circumspect:sink=agent.consortium,action=store,purpose=outreach,"
                  "channel=database")]] void
keep(const std::string& email);

/// Hands a record to the police. Only by court order.
[[clang::annotate("circumspect:sink=law-enforcement,action=disclose,purpose=enforcement,"
                  "channel=post")]] void
handOver(const std::string& record);

[[clang::annotate("circumspect:guard=court-order")]] bool hasCourtOrder();
[[clang::annotate("circumspect:guard=consent")]] bool hasAgreed(const Patron& patron);

bool isOpen(); ///< says nothing about anybody

} // namespace features
