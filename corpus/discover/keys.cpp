// RUN: not circumspect discover %s -- -std=c++20 | FileCheck --implicit-check-not=looks %s
// A key is looked for where a constant reaches it: in a literal, in a variable that holds one of several, in what a condition
// chooses. What is added to is no constant any more, and a key that a setter takes gives nothing.
#include <map>
#include <string>

struct Row {
  std::string text(const char* column) const;
  int set(const char* column, const std::string& value);
};

void use(const std::string& text);

void show(std::map<std::string, std::string>& patron, Row& row, bool isFull, const char* given) {
  // CHECK: keys.cpp:[[#@LINE+1]]:7: likely: std::map::at: "email" looks like patron.email: 'email', of 'patron' [key]
  use(patron.at("email"));
  std::string key = "phone";
  if (isFull)
    key = "dob";
  // CHECK: keys.cpp:[[#@LINE+2]]:7: likely: std::map::operator[]: "dob" looks like patron.birthdate: 'birth date', of 'patron' [key]
  // CHECK: keys.cpp:[[#@LINE+1]]:7: likely: std::map::operator[]: "phone" looks like patron.phone: 'phone', of 'patron' [key]
  use(patron[key]);
  const char* chosen = isFull ? "surname" : "colour";
  // CHECK: keys.cpp:[[#@LINE+1]]:7: likely: std::map::operator[]: "surname" looks like patron.name: 'surname', of 'patron' [key]
  use(patron[chosen]);
  std::string made = "pin";
  made += given;
  use(patron[made]);
  std::string other = given;
  use(patron[other]);

  // Nothing is known of this function; its parameter is called a column.
  // CHECK: keys.cpp:[[#@LINE+1]]:7: possible: Row::text: "cardnumber" looks like patron.barcode: 'cardnumber', nothing says whose [key]
  use(row.text("cardnumber"));
  row.set("username", given);
}
