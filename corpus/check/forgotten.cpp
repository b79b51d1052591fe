// A record of which somebody classified a part, and another part is likely to be patron data as well: what was forgotten there is
// followed nowhere, and is a finding of its own.
// RUN: sh -c 'circumspect check --models %S/Inputs/forgotten.yaml %s -- -std=c++20; echo status $?' | FileCheck --implicit-check-not=error: --implicit-check-not=warning: %s
// RUN: not circumspect check --models %S/Inputs/forgotten.yaml --format=sarif %s -- -std=c++20 > %t.sarif
// RUN: FileCheck --check-prefix=SARIF --input-file=%t.sarif %s
#include <string>
#include <vector>

#define DATA(terms) clang::annotate("circumspect:data=" terms)

struct Patron {
  [[DATA("patron.barcode")]] std::string barcode;
  // CHECK: forgotten.cpp:[[#@LINE+4]]:15: error: Patron::email looks like patron.email ('email', of 'patron') and is not classified, while 'barcode' of the same record is [unclassified-field]
  // CHECK-NEXT: :[[#@LINE+3]]:15: note: say what it holds by {{\[\[}}clang::annotate("circumspect:data=patron.email")]] in front of it, or by `"Patron::email": patron.email` under `fields:` in a file of models; `nothing` instead of a term says that it is no data about people
  // SARIF: "id": "unclassified-field",
  // SARIF-NEXT: "shortDescription": {
  std::string email;
  [[DATA("nothing")]] std::string phone; // of the desk
  std::string fax;                       // no data about people, as the models say
  bool hasEmail = false;                 // only likely ones are reported
  int shelf = 0;
};

// What is inherited counts as well.
struct Minor : Patron {
  // CHECK: :[[#@LINE+1]]:15: error: Minor::guardian looks like patron.guardian ('guardian', beside 'barcode', which is classified)
  std::string guardian;
};

// A model classifies the user name.
struct Login {
  std::string account;
  // CHECK: :[[#@LINE+1]]:15: error: Login::password looks like patron.pin ('password', beside 'account', which is classified)
  std::string password;
};

// A programme has a name as well, whoever asked for it: a word that says so little does not count beside one that is classified.
struct Programme {
  [[DATA("patron.email")]] std::string askedBy;
  std::string name;
};

// Beside enough others it is: this is somebody.
struct Entry {
  [[DATA("patron.email")]] std::string reply;
  [[DATA("patron.barcode")]] std::string key;
  // CHECK: :[[#@LINE+1]]:15: error: Entry::name looks like patron.name ('name', beside 'key' and 'reply')
  std::string name;
};

// Of what nobody classified a part, `discover` speaks, and `check` does not.
struct Member {
  std::string email;
};

// A vendor's address is nobody's.
struct VendorOrder {
  [[DATA("circulation.hold")]] std::string title;
  std::string vendorEmail;
};

template <typename T> struct Box {
  [[DATA("patron.name")]] std::string patronName;
  // CHECK: :[[#@LINE+1]]:15: error: Box::patronEmail looks like patron.email
  std::string patronEmail; // once, however often it is instantiated
  T more;
};
Box<int> first;
Box<long> second;

// CHECK: 5 findings
// CHECK: status 1
