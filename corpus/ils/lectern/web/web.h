// The web site: cookies, what is measured of its use, and the search over many catalogues.
#pragma once

#include "../core/patron.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lectern {

/// A session's number, and the pages that it has seen.
struct Session {
  std::string token;
  std::string language;
};

/// A browser's request.
class Request {
public:
  std::string path;
  std::string query;   ///< what was typed into the search box
  std::string address; ///< the network address that it came from
  std::map<std::string, std::string> cookies;
  Session session;

  bool isLoggedIn() const;
  const Patron* user() const { return user_; }

private:
  const Patron* user_ = nullptr;
};

/// What goes back.
class Response {
public:
  void setSessionCookie(const std::string& value);
  void setPreferenceCookie(const std::string& value);
  void redirect(const std::string& url);
};

/// One page view, as the service that measures them wants it. Custom dimensions are free text.
struct PageView {
  std::string page;
  std::string referrer;
  int milliseconds = 0;
  std::map<std::string, std::string> dimensions;
};

/// A company that counts page views.
class PageMeter {
public:
  void send(const std::string& page, int milliseconds);
  void sendEvent(const std::map<std::string, std::string>& event);
};

/// The search over many catalogues, at a company.
class DiscoveryService {
public:
  std::vector<std::string> search(const std::string& terms);
  std::vector<std::string> searchAs(const std::string& reader, const std::string& terms);
};

class Site {
public:
  Site(PageMeter& meter, DiscoveryService& discovery) : meter_(meter), discovery_(discovery) {}

  void logIn(const Request& request, Response& response);
  void remember(const Request& request, Response& response);
  void measure(const Request& request, const PageView& view);
  void measureByUser(const Request& request, const PageView& view);
  void measureByAddress(const Request& request, const PageView& view);
  std::vector<std::string> suggest(const Request& request);
  void passOn(const Request& request, Response& response);

private:
  PageMeter& meter_;
  DiscoveryService& discovery_;
};

} // namespace lectern
