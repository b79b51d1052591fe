// Statics and globals: what one function leaves there, another finds.
#include "library.h"

namespace features {

std::string lastEmail;
std::string motto = "read more";
static int lastCard = 0;
static int lastShelf = 0;
thread_local std::string threadEmail;
const std::string greeting = "Dear reader";

void remember() {
  lastEmail = enteredEmail();
  lastCard = scannedCard();
  lastShelf = shelfNumber();
  threadEmail = enteredEmail();
}

void report() {
  send(lastEmail);   // FLOW
  send(motto);       // NO-FLOW
  send(lastCard);    // FLOW
  send(lastShelf);   // NO-FLOW
  send(threadEmail); // FLOW
  send(greeting);    // NO-FLOW
}

static std::string scratch;

void inOrder() {
  scratch = enteredEmail();
  send(scratch); // FLOW
  scratch = "";
  send(scratch); // NO-FLOW
}

struct Registry {
  static int newest;
  static inline std::string address;
  int own = 0;
};
int Registry::newest = scannedCard();

void staticMembers() {
  Registry registry;
  send(Registry::newest); // FLOW
  send(registry.own);     // NO-FLOW
  Registry::address = enteredEmail();
  send(registry.address); // FLOW
}

static int& counter() {
  static int count = 0;
  return count;
}

static int nextShelf() {
  static int shelf = 0;
  return ++shelf;
}

void staticLocals() {
  counter() = scannedCard();
  send(counter());   // FLOW
  send(nextShelf()); // NO-FLOW
}

static const std::string& cachedEmail() {
  static const std::string email = enteredEmail();
  return email;
}

void initialisedOnce() {
  send(cachedEmail()); // FLOW
}

struct Desk {
  std::string note;
  std::string name = "main";
};
Desk desk;

void ofClassType() {
  desk.note = enteredEmail();
  send(desk.note); // FLOW
  send(desk.name); // NO-FLOW
}

// A pointer that is never turned to another object.
static struct Context {
  std::string user, device;
} mainContext;
static Context* const current = &mainContext;
static Context* still = &mainContext;

static void login(const std::string& user) {
  current->user = user;
  still->device = "terminal";
}

void throughAPointer() {
  login(enteredName());
  send(mainContext.user);   // FLOW
  send(still->user);        // FLOW
  send(mainContext.device); // NO-FLOW
}

} // namespace features
