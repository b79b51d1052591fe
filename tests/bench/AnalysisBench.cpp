// How the cost of the analysis grows with the program. Each shape is generated in the flow IR, so
// that no front end is timed, at three sizes; a figure that grows faster than the functions do
// shows as a ratio above 1 for each tenfold step.
#include "tests/checker/analysis/Builder.h"

#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"
#include <chrono>
#include <fstream>
#include <functional>
#include <sys/wait.h>
#include <unistd.h>

using namespace circumspect;
using namespace circumspect::analysis;

namespace {

constexpr unsigned groupSize = 100; ///< functions that have to do with each other

/// A program whose functions `f0` … all take a patron; every second group of them handles only what
/// is no patron data.
struct Shape {
  const char* name;
  std::function<void(ProgramBuilder&, unsigned functions)> build;
};

std::vector<flow::FunctionId> declare(ProgramBuilder& p, unsigned count) {
  std::vector<flow::FunctionId> all;
  for (unsigned i = 0; i < count; ++i)
    all.push_back(p.function("f" + std::to_string(i), {{"patron", p.patronPointer}}, p.nothing));
  return all;
}

flow::FieldId fieldOf(const ProgramBuilder& p, unsigned function) {
  return function / groupSize % 2 == 1 ? p.email : p.theme;
}

/// Each function mails something and calls the next one of its group.
void chains(ProgramBuilder& p, unsigned count, unsigned length) {
  auto all = declare(p, count);
  for (unsigned i = 0; i < count; ++i) {
    FunctionBuilder f(p, all[i]);
    if (i % length == length - 1 || i + 1 == count)
      f.call(p.mail, {arrow(f.parameter(0), fieldOf(p, i))});
    else
      f.call(all[i + 1], {f.parameter(0)});
    f.ret();
  }
}

/// Each function calls the next one of its group on both ways of a branch.
void diamonds(ProgramBuilder& p, unsigned count) {
  auto all = declare(p, count);
  for (unsigned i = 0; i < count; ++i) {
    FunctionBuilder f(p, all[i]);
    flow::Place may = f.local("may", p.boolean);
    bool isLast = i % groupSize == groupSize - 1 || i + 1 == count;
    f.call(p.mayMail, {f.parameter(0)}, may).branch(may, 1, 2);
    for (unsigned way = 1; way <= 2; ++way) {
      f.block(way);
      if (isLast)
        f.call(p.mail, {arrow(f.parameter(0), fieldOf(p, i))});
      else
        f.call(all[i + 1], {f.parameter(0)});
      f.jump(3);
    }
    f.block(3).ret();
  }
}

/// Functions of as many blocks as a group has functions, one after the other, each left out or not.
void switches(ProgramBuilder& p, unsigned count) {
  constexpr unsigned ways = 10;
  auto all = declare(p, count);
  for (unsigned i = 0; i < count; ++i) {
    FunctionBuilder f(p, all[i]);
    flow::Place chosen = f.local("chosen", p.boolean), text = f.local("text", p.string);
    for (unsigned way = 0; way < ways; ++way) {
      f.block(2 * way).branch(chosen, 2 * way + 1, 2 * way + 2);
      f.block(2 * way + 1).copy(text, arrow(f.parameter(0), fieldOf(p, i))).jump(2 * way + 2);
    }
    f.block(2 * ways).call(p.mail, {text}).ret();
  }
}

/// Each function calls the next one of its group, and the last one the first.
void cycles(ProgramBuilder& p, unsigned count, unsigned length) {
  auto all = declare(p, count);
  flow::FunctionId again = p.function("again", {}, p.boolean);
  for (unsigned i = 0; i < count; ++i) {
    FunctionBuilder f(p, all[i]);
    flow::Place may = f.local("may", p.boolean);
    unsigned first = i / length * length, next = first + (i + 1 - first) % length;
    f.call(again, {}, may).branch(may, 1, 2);
    f.block(1).call(all[std::min(next, count - 1)], {f.parameter(0)}).jump(2);
    f.block(2).call(p.mail, {arrow(f.parameter(0), fieldOf(p, i))}).ret();
  }
}

/// Each function leaves what it has in one global, and mails what it finds there.
void globals(ProgramBuilder& p, unsigned count) {
  flow::GlobalId shared = p.global("shared", p.string);
  auto all = declare(p, count);
  for (unsigned i = 0; i < count; ++i) {
    FunctionBuilder f(p, all[i]);
    f.call(p.mail, {whole(shared)}).copy(whole(shared), arrow(f.parameter(0), fieldOf(p, i))).ret();
  }
}

/// Every second function is a callback, every other calls one that it is not told of.
void callbacks(ProgramBuilder& p, unsigned count) {
  auto all = declare(p, count);
  flow::Type function;
  function.kind = flow::TypeKind::Function;
  p.program.types.push_back(function);
  flow::TypeId pointer = p.pointerTo({static_cast<uint32_t>(p.program.types.size() - 1)});
  flow::GlobalId handler = p.global("handler", pointer);
  for (unsigned i = 0; i < count; ++i) {
    FunctionBuilder f(p, all[i]);
    p.program.functions[all[i].index].isAddressTaken = i % 2 == 0;
    if (i % 2 == 0)
      f.call(p.mail, {arrow(f.parameter(0), fieldOf(p, i))});
    else
      f.callIndirect(whole(handler), {f.parameter(0)});
    f.ret();
  }
}

double seconds() {
  using namespace std::chrono;
  return duration<double>(steady_clock::now().time_since_epoch()).count();
}

double peakMegabytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (llvm::StringRef(line).starts_with("VmHWM:"))
      return std::stod(line.substr(6)) / 1024;
  return 0;
}

struct Measured {
  double seconds = 0, megabytes = 0;
  size_t flows = 0, cuts = 0;
};

/// In a process of its own, so that its memory is its own.
Measured measure(const Shape& shape, unsigned functions) {
  int ends[2];
  if (pipe(ends) != 0)
    return {};
  pid_t child = fork();
  if (child == 0) {
    ProgramBuilder program;
    shape.build(program, functions);
    double start = seconds();
    Result result = program.run();
    Measured m{seconds() - start, peakMegabytes(), result.flows.size(), result.ledger.cuts.size()};
    bool isWritten = write(ends[1], &m, sizeof(m)) == sizeof(m);
    _exit(isWritten ? 0 : 1);
  }
  Measured m;
  close(ends[1]);
  bool isRead = read(ends[0], &m, sizeof(m)) == sizeof(m);
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  return isRead ? m : Measured{-1, -1, 0, 0};
}

} // namespace

int main(int argc, char** argv) {
  const Shape shapes[] = {
      {"chains of 100", [](auto& p, unsigned n) { chains(p, n, groupSize); }},
      {"one chain", [](auto& p, unsigned n) { chains(p, n, n); }},
      {"diamonds", diamonds},
      {"branches in a row", switches},
      {"cycles of 10", [](auto& p, unsigned n) { cycles(p, n, 10); }},
      {"cycles of 100", [](auto& p, unsigned n) { cycles(p, n, groupSize); }},
      {"one cycle", [](auto& p, unsigned n) { cycles(p, n, n); }},
      {"a shared global", globals},
      {"callbacks", callbacks},
  };
  unsigned largest = argc > 1 ? static_cast<unsigned>(std::stoul(argv[1])) : 100'000;
  llvm::outs() << "shape                functions  seconds      MB   flows  cuts  growth\n";
  for (const Shape& shape : shapes) {
    double before = 0;
    for (unsigned functions = 1000; functions <= largest; functions *= 10) {
      Measured m = measure(shape, functions);
      llvm::outs() << llvm::format("%-20s %9u %8.2f %7.0f %7zu %5zu", shape.name, functions,
                                   m.seconds, m.megabytes, m.flows, m.cuts);
      if (before > 0 && m.seconds >= 0)
        llvm::outs() << llvm::format("  %6.2f", m.seconds / before / 10);
      llvm::outs() << (m.seconds < 0 ? "  failed\n" : "\n");
      llvm::outs().flush();
      before = m.seconds;
    }
  }
}
