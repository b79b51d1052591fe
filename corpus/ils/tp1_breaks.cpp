// RUN: not circumspect check %s -- -std=c++20 -I%S/include | FileCheck %s
// TP-1: a login with the card's number and the PIN, which LR-3 forbids and TP-1 permits, and a
// profile so that the supplier can greet its readers by name, which both forbid.

#include "econtent.h"
#include "patron.h"

#include <memory>

namespace ils {

class Connector {
public:
  virtual ~Connector() = default;
  virtual bool login(const Patron& patron) = 0;
};

class EbookConnector : public Connector {
public:
  explicit EbookConnector(const std::string& host) : service_(host) {}

  bool login(const Patron& patron) override {
    // CHECK: tp1_breaks.cpp:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}[conflict: LR-1, LR-3]
    return service_.authenticate(patron.barcode, patron.pin) && sendProfile(patron);
  }

private:
  static std::string quoted(const std::string& text) { return '"' + text + '"'; }

  bool sendProfile(const Patron& patron) {
    std::string body = "{\"name\": " + quoted(patron.name);
    body.append(", \"email\": ").append(quoted(patron.email)).push_back('}');
    // CHECK: tp1_breaks.cpp:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}[violation: {{.*}}TP-1-identity{{.*}}]
    return service_.post("/profiles", body);
  }

  EContentService service_;
};

bool openBook(const Patron& patron) {
  std::unique_ptr<Connector> connector = std::make_unique<EbookConnector>("ebooks.example.org");
  return connector->login(patron);
}

} // namespace ils
