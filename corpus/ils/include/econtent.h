// Suppliers of e-books and databases, and the service that measures the use of the web site.
#pragma once

#include <map>
#include <string>
#include <utility>

namespace ils {

/// A supplier that lets registered users in.
class EContentService {
public:
  explicit EContentService(std::string host) : host_(std::move(host)) {}

  [[clang::annotate("circumspect:sink=third-party.e-content,action=disclose,"
                    "purpose=operation.authentication,channel=network.encrypted")]]
  bool authenticate(const std::string& card, const std::string& pin);

  [[clang::annotate("circumspect:sink=third-party.e-content,action=disclose,"
                    "purpose=operation.authentication,channel=network.encrypted")]]
  bool post(const std::string& path, const std::string& body);

  const std::string& host() const { return host_; }

private:
  std::string host_;
};

/// One visit to a page.
struct PageView {
  [[clang::annotate("circumspect:data=analytics.event")]] std::string page;
  [[clang::annotate("circumspect:data=analytics.event")]] int milliseconds = 0;
};

/// The service that counts visits.
class AnalyticsService {
public:
  void collect([[clang::annotate(
      "circumspect:sink=third-party.analytics,action=disclose,"
      "purpose=analytics,channel=network.encrypted")]] const std::map<std::string, std::string>&
                   event);
};

} // namespace ils
