/* Whose data is whose, and where it must not go: the sources and the sink of the inputs. */
#ifndef PEOPLE_H
#define PEOPLE_H

#ifdef __cplusplus
#include <string>
#include <string_view>
#define DATA(term) [[clang::annotate("circumspect:data=" term)]]
#define SINK [[clang::annotate("circumspect:sink=public")]]

struct Person {
  DATA("patron.name") std::string name;
  DATA("patron.email") std::string email;
  DATA("patron.pin") int pin;
  int branch;
};

SINK void out(const std::string& text);
SINK void out(std::string_view text);
SINK void out(const char* text);
SINK void out(int number);
SINK void out(const Person& person);
#else
#define DATA(term) __attribute__((annotate("circumspect:data=" term)))

struct Person {
  DATA("patron.name") char name[64];
  DATA("patron.email") char* email;
  DATA("patron.pin") int pin;
  int branch;
};

__attribute__((annotate("circumspect:sink=public"))) void out(const char* text);
__attribute__((annotate("circumspect:sink=public"))) void out_number(long number);
#endif

#endif
