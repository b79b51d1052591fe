// Programs with more of something than is usually kept apart: callers of one helper, overriders of
// one method, loops in one function. What comes last is found like what comes first.
#include "library.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

using namespace features;

#define TEN(X) X(0) X(1) X(2) X(3) X(4) X(5) X(6) X(7) X(8) X(9)

namespace {

std::string applied(const std::function<std::string(const std::string&)>& f,
                    const std::string& text) {
  return f(text);
}

void manyCallbacks() {
#define APPLY(N) send(applied([](const std::string& s) { return s + #N; }, "x"));
  TEN(APPLY)                                                                   // NO-FLOW
  send(applied([](const std::string& s) { return s + "z"; }, enteredEmail())); // FLOW
  auto fixed = [](const std::string&) { return std::string("z"); };
  send(applied(fixed, enteredEmail()));                             // NO-FLOW
  send(applied([](const std::string& s) { return s + "y"; }, "x")); // NO-FLOW
}

struct Writer {
  virtual ~Writer() = default;
  virtual std::string written(const std::string& text) const = 0;
};
#define WRITER(N)                                                                                  \
  struct Writer##N : Writer {                                                                      \
    std::string written(const std::string&) const override {                                       \
      return #N;                                                                                   \
    }                                                                                              \
  };
#define WRITERS(N) WRITER(N##0) WRITER(N##1) WRITER(N##2) WRITER(N##3) WRITER(N##4)
TEN(WRITERS)
struct Plain : Writer {
  std::string written(const std::string& text) const override { return text; }
};

void send(const Writer& writer, const std::string& text) {
  features::send(writer.written(text)); // FLOW
}

void manyOverriders(std::vector<std::unique_ptr<Writer>>& writers) {
#define ADD(N) writers.push_back(std::make_unique<Writer##N##0>());
  TEN(ADD)
  writers.push_back(std::make_unique<Plain>());
  for (const auto& writer : writers)
    send(*writer, enteredName());
}

void manyLoops() {
#define LOOP(N)                                                                                    \
  std::vector<std::string> parts##N{#N, "b"};                                                      \
  std::string text##N;                                                                             \
  for (const std::string& part : parts##N)                                                         \
    text##N += part;                                                                               \
  features::send(text##N);
#define TWO_LOOPS(N) LOOP(N##0) LOOP(N##1)
  TEN(TWO_LOOPS) // NO-FLOW
  std::vector<std::string> parts{enteredEmail(), "b"};
  std::string text, other;
  for (const std::string& part : parts)
    text += part;
  for (size_t i = 0; i < parts.size(); ++i)
    other += "x";
  features::send(text);  // FLOW
  features::send(other); // NO-FLOW
}

} // namespace

int main() {
  manyCallbacks();
  std::vector<std::unique_ptr<Writer>> writers;
  manyOverriders(writers);
  manyLoops();
}
