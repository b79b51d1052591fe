// RUN: circumspect check %s -- -std=c++20 -I%S/include | FileCheck --allow-empty %s
// CHECK-NOT: error:
// CHECK-NOT: warning:
// TP-1: a supplier of e-books learns that some registered user has logged in, and nothing about who
// it is.

#include "econtent.h"
#include "log.h"
#include "patron.h"

#include <memory>

namespace ils {

class Connector {
public:
  virtual ~Connector() = default;
  virtual bool login(const Patron& patron) = 0;
};

/// A random number that the library remembers, and that says nothing of the user.
[[clang::annotate("circumspect:data=registration.token")]] std::string newToken();

class EbookConnector : public Connector {
public:
  explicit EbookConnector(const std::string& host) : service_(host) {}

  bool login(const Patron& patron) override {
    if (!patron.isRegistered)
      return false;
    return service_.post("/sessions", newToken());
  }

private:
  EContentService service_;
};

static std::unique_ptr<Connector> connect(const std::string& host) {
  return std::make_unique<EbookConnector>(host);
}

bool openBook(const Patron& patron) {
  std::unique_ptr<Connector> connector = connect("ebooks.example.org");
  bool isIn = connector->login(patron);
  logLine("e-book login %s", isIn ? "accepted" : "refused");
  return isIn;
}

} // namespace ils
