// Statistics, and where they are published.
#pragma once

#include "circulation.h"

#include <cstddef>
#include <string>
#include <vector>

namespace ils {

/// How many of the loans are of the branch.
[[clang::annotate("circumspect:becomes=statistics.aggregate")]]
std::size_t countLoans(const std::vector<Loan>& loans, int branch);

/// The yearly report on the library's web site.
class PublicReport {
public:
  void addLine([[clang::annotate("circumspect:sink=public,action=disclose,purpose=statistics,"
                                 "channel=file")]] const std::string& line);
};

} // namespace ils
