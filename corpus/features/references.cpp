// References: another name for an object, a member or an element.
#include "library.h"

#include <utility>

namespace features {

struct Notice {
  std::string to;
  std::string subject;
  int codes[2] = {};
};

void toVariable() {
  std::string text;
  std::string& name = text;
  name = enteredEmail();
  send(text); // FLOW
  text = "";
  send(name); // NO-FLOW
}

void toMember() {
  Notice notice;
  std::string& to = notice.to;
  int& code = notice.codes[1];
  to = enteredEmail();
  code = scannedCard();
  send(notice.to);       // FLOW
  send(notice.subject);  // NO-FLOW
  send(notice.codes[1]); // FLOW
  send(notice.codes[0]); // NO-FLOW
}

static void fill(std::string& into) {
  into = enteredEmail();
}
static void clearText(std::string& text) {
  text = "none";
}

void outParameter() {
  std::string text, other;
  fill(text);
  send(text);  // FLOW
  send(other); // NO-FLOW
  clearText(text);
  send(text); // NO-FLOW
}

static std::string& toOf(Notice& notice) {
  return notice.to;
}
static const std::string& longer(const std::string& a, const std::string& b) {
  return a.size() > b.size() ? a : b;
}

void returnedReference() {
  Notice notice;
  toOf(notice) = enteredEmail();
  send(notice.to);                              // FLOW
  send(notice.subject);                         // NO-FLOW
  send(longer(notice.to, notice.subject));      // FLOW
  send(longer(notice.subject, notice.subject)); // NO-FLOW
}

struct View {
  const Notice& notice;
  std::string& note;
};

void memberReference() {
  Notice notice;
  std::string text;
  View view{notice, text};
  notice.to = enteredEmail();
  send(view.notice.to);      // FLOW
  send(view.notice.subject); // NO-FLOW
  view.note = enteredEmail();
  send(text); // FLOW
}

void rvalueReference() {
  std::string&& text = enteredEmail();
  send(text); // FLOW
  std::string other = "desk";
  std::string&& moved = std::move(other);
  send(moved); // NO-FLOW
}

void chosen(bool isFirst) {
  std::string a, b = "b";
  (isFirst ? a : b) = enteredEmail();
  send(a); // FLOW
  send(b); // FLOW
}

} // namespace features
