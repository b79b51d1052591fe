// Macros: code that a macro makes is code like any other, and is reported where the macro is used.
#include "library.h"

namespace features {

#define TWICE(x) ((x) + (x))
#define SEND(x) send(x)
#define IGNORE(x) static_cast<void>(x)
#define DECLARE(name, value) std::string name = value
#define LOG_IF(condition, text)                                                                    \
  do {                                                                                             \
    if (condition)                                                                                 \
      send(text);                                                                                  \
  } while (false)
#define FIELDS(X) X(email) X(language)

void used() {
  SEND(TWICE(scannedCard())); // FLOW
  SEND(TWICE(shelfNumber())); // NO-FLOW
  IGNORE(scannedCard());
  DECLARE(text, enteredEmail());
  DECLARE(title, "title");
  SEND(text);  // FLOW
  SEND(title); // NO-FLOW
}

void logged(bool isVerbose) {
  LOG_IF(isVerbose, enteredEmail());   // FLOW
  LOG_IF(isVerbose, catalogueTitle()); // NO-FLOW
  LOG_IF(false, enteredEmail());       // NO-FLOW
}

struct Form {
#define FIELD(name) std::string name;
  FIELDS(FIELD)
#undef FIELD
};

void generated() {
  Form form;
  form.email = enteredEmail();
#define PRINT(name) std::string name##Line = #name "=" + form.name;
  FIELDS(PRINT)
#undef PRINT
  send(emailLine);    // FLOW
  send(languageLine); // NO-FLOW
}

#ifdef NOT_DEFINED_ANYWHERE
void left_out() {
  send(enteredEmail());
}
#define REPORT(x) send(x)
#else
#define REPORT(x) IGNORE(x)
#endif

void conditional() {
  REPORT(enteredEmail()); // NO-FLOW
  const char* file = __FILE__;
  send(file);     // NO-FLOW
  send(__LINE__); // NO-FLOW
  send(__func__); // NO-FLOW
}

} // namespace features
