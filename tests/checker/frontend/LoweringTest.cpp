// What the front end makes of each construct, as the printer writes it.
#include "checker/flow/Print.h"
#include "tests/checker/frontend/Project.h"

using namespace circumspect;
using testing::HasSubstr;
using testing::Not;

namespace {

class Lowering : public Project {
protected:
  /// The body of the function whose display begins with `f(`, without its first line.
  std::string body(llvm::StringRef code) {
    flow::Program program = lower(code);
    for (const flow::Omission& omission : program.omissions)
      ADD_FAILURE() << program.text(omission.detail).str();
    for (const flow::Function& function : program.functions)
      if (program.text(function.display).starts_with("f(") && function.hasBody()) {
        std::string text;
        llvm::raw_string_ostream out(text);
        flow::print(out, program, function);
        return text.substr(text.find('\n') + 1);
      }
    return "no f";
  }
};

} // namespace

TEST_F(Lowering, ReferencesArePointers) {
  EXPECT_EQ(body("void f(int& a) { int& b = a; b = 1; }"),
            " b0:\n  declare %b\n  %b = %a\n  %b.* = 1\n  return\n");
}

TEST_F(Lowering, FieldsAndElementsArePaths) {
  EXPECT_EQ(body("struct S { int n[3]; }; void f(S* s, int i) { s->n[2] = s->n[i]; }"),
            " b0:\n  %s.*.n[2] = %s.*.n[%i]\n  return\n");
}

TEST_F(Lowering, BasesShareTheirObjectsPath) {
  EXPECT_THAT(body("struct B { int n; }; struct D : B {}; int f(D& d) { return d.n; }"),
              HasSubstr("%result = %d.*.n"));
}

TEST_F(Lowering, ShortCircuitsAreBranches) {
  EXPECT_EQ(body("int g(); int f(bool a, bool b) { if (a && !b) return g(); return 0; }"),
            " b0:\n  branch %a b4 b2\n b1:\n  %3 = call g() with \n  %result = %3\n  return\n "
            "b2:\n  goto b3\n b3:\n"
            "  %result = 0\n  return\n b4:\n  branch %b b2 b1\n");
}

TEST_F(Lowering, MembersAreInitialisedInOrder) {
  std::string text =
      body("struct S { int a = 1; int b; S(int x) : b(x) {} }; void f() { S s(2); }");
  EXPECT_THAT(text, HasSubstr("call S::S(int) with %1, 2"));
}

TEST_F(Lowering, MemberwiseCopiesAreCopies) {
  EXPECT_EQ(body("struct S { int a; }; void f(S& t) { S s = t; s = t; }"),
            " b0:\n  declare %s\n  %s = %t.*\n  %s = %t.*\n  return\n");
}

TEST_F(Lowering, CapturesAreMembersOfTheClosure) {
  EXPECT_THAT(body("void f(int a) { int b = 0; auto g = [&b, a] { b = a; }; g(); }"),
              testing::AllOf(HasSubstr("= %a\n"), HasSubstr("address of %b"),
                             HasSubstr("operator()() const with")));
}

TEST_F(Lowering, VirtualCallsSaySo) {
  EXPECT_THAT(body("struct S { virtual void g(); }; void f(S& s) { s.g(); }"),
              HasSubstr("call virtual S::g() with %s"));
  EXPECT_THAT(body("struct S { virtual void g(); }; void f(S& s) { s.S::g(); }"),
              HasSubstr("call S::g() with %s"));
}

TEST_F(Lowering, FunctionPointersAreCalledThrough) {
  EXPECT_THAT(body("void g(int); void f() { void (*p)(int) = &g; p(3); }"),
              testing::AllOf(HasSubstr("%p = &g(int)"), HasSubstr("call through %p with 3")));
}

TEST_F(Lowering, ThrownObjectsReachTheHandler) {
  std::string text =
      body("int f(int x) { try { throw x; } catch (int& y) { return y; } return 0; }");
  EXPECT_THAT(text, HasSubstr("%exception = %x"));
  EXPECT_THAT(text, HasSubstr("address of %exception"));
}

TEST_F(Lowering, SwitchesFallThrough) {
  std::string text = body("int f(int x) { int n = 0; switch (x) { case 1: n = 1; case 2: n = 2; "
                          "break; default: n = 3; } return n; }");
  EXPECT_THAT(text, HasSubstr("switch %x b2 b3 b4"));
  EXPECT_THAT(text, HasSubstr("b2:\n  %n = 1\n  goto b3\n"));
}

TEST_F(Lowering, ConstantConditionsAreDecided) {
  EXPECT_THAT(body("void g(); void f() { if (sizeof(int) == 1) g(); }"), Not(HasSubstr("branch")));
}

TEST_F(Lowering, UnsignedConstantsOfFullWidthAreKept) {
  EXPECT_THAT(body("unsigned long f() { return ~0ul; }"), HasSubstr("-1"));
}

TEST_F(Lowering, VariadicArgumentsAreKept) {
  EXPECT_THAT(body("#include <cstdarg>\nint f(int n, ...) { va_list l; va_start(l, n); int r = "
                   "va_arg(l, int); va_end(l); return r; }"),
              testing::AllOf(HasSubstr("%4.*[] = %...[]"), HasSubstr("%r = %6.*[]")));
}

TEST_F(Lowering, TemplatesAreLoweredAsInstantiated) {
  flow::Program program = lower(
      "template <class T> T twice(T x) { return x + x; } int f() { return twice(2) + twice(3l); }");
  unsigned instances = 0;
  for (const flow::Function& function : program.functions)
    instances += program.text(function.qualifiedName) == "twice" && function.hasBody();
  EXPECT_EQ(instances, 2u);
}

TEST_F(Lowering, ObjectsEndOnEveryWayOut) {
  std::string text =
      body("struct S { ~S() { } }; int f(bool b) { S s; if (b) return 1; return 2; }");
  size_t first = text.find("call S::~S() with"), second = text.find("call S::~S() with", first + 1);
  EXPECT_NE(first, std::string::npos);
  EXPECT_NE(second, std::string::npos);
  EXPECT_EQ(text.find("call S::~S() with", second + 1), std::string::npos);
}

TEST_F(Lowering, TemporariesEndWithTheirExpression) {
  std::string text =
      body("struct S { int n; ~S() { } }; void g(int); void f() { g(S{1}.n); g(2); }");
  EXPECT_LT(text.find("call g(int) with"), text.find("call S::~S() with"));
  EXPECT_LT(text.find("call S::~S() with"), text.find("call g(int) with 2"));
}

TEST_F(Lowering, DeleteCallsTheDestructorOfTheObjectsClass) {
  EXPECT_THAT(body("struct S { virtual ~S(); }; void f(S* s) { delete s; }"),
              HasSubstr("call virtual S::~S() with %s"));
}

TEST_F(Lowering, ThrowsGoToTheHandlerOfTheirType) {
  std::string text = body("int f() { try { throw 1; } catch (long n) { return 2; } catch (int n) "
                          "{ return 3; } return 4; }");
  EXPECT_THAT(text, HasSubstr("%exception = 1\n  goto b4\n"));
  EXPECT_THAT(text, HasSubstr("b4:\n  declare %n\n  %n = %exception\n  %result = 3\n"));
}

TEST_F(Lowering, CallsInTryBlocksHaveTwoWaysOut) {
  EXPECT_THAT(body("void g(); void f() { try { g(); } catch (...) { } }"),
              HasSubstr("call g() with \n  try "));
}

TEST_F(Lowering, StaticsAreInitialisedByOneCallOnly) {
  EXPECT_THAT(body("int g(); int f() { static int n = g(); return n; }"),
              testing::ContainsRegex("branch %[0-9]+ b1 b2\n b1:\n  %[0-9]+ = call g\\(\\)"));
}

TEST_F(Lowering, PointersToMembersNameThem) {
  std::string text = body("struct S { int a, b; }; int f(S& s, int S::*m) { int S::*n = &S::b; "
                          "return s.*m + s.*n + s.*(&S::a); }");
  EXPECT_THAT(text, HasSubstr("%n = &.b"));
  EXPECT_THAT(text, HasSubstr("%s.*.a"));
  EXPECT_THAT(text, testing::ContainsRegex("%s\\.\\*\\.%[0-9]+"));
}

TEST_F(Lowering, LambdasBecomeFunctionsWherePointersAreWanted) {
  flow::Program program =
      lower("int f() { int (*p)(int) = [](int n) { return n; }; return p(1); }");
  bool callsOperator = false;
  for (const flow::Function& function : program.functions)
    if (program.text(function.display).contains("__invoke"))
      for (const flow::Instruction& instruction : function.blocks.at(0).instructions)
        callsOperator |= instruction.opcode == flow::Opcode::Call;
  EXPECT_TRUE(callsOperator);
}

TEST_F(Lowering, CoroutinesMayBeLeftAtEachSuspension) {
  std::string text =
      body("#include <coroutine>\nstruct T { struct promise_type { int n; T get_return_object() { "
           "return {}; } std::suspend_never initial_suspend() { return {}; } std::suspend_never "
           "final_suspend() noexcept { return {}; } std::suspend_always yield_value(int v) { n = "
           "v; return {}; } void return_void() {} void unhandled_exception() {} }; };\nT f(int x) "
           "{ co_yield x; }");
  EXPECT_THAT(text, HasSubstr("= allocate"));
  EXPECT_THAT(text, HasSubstr("yield_value(int) with"));
  unsigned returns = 0;
  for (size_t at = text.find("  return\n"); at != std::string::npos;
       at = text.find("  return\n", at + 1))
    ++returns;
  EXPECT_EQ(returns, 4u); // the start, the yield and the end may suspend; then it is over
}

TEST_F(Lowering, ConditionalsAreAssignedWhereTheyAreChosen) {
  EXPECT_EQ(body("int f(bool b, int x, int y) { return b ? x : y; }"),
            " b0:\n  branch %b b1 b2\n b1:\n  %4 = %x\n  goto b3\n b2:\n  %4 = %y\n  goto b3\n "
            "b3:\n  %result = %4\n  return\n");
}

TEST_F(Lowering, DefaultInitialisersOfAggregatesSeeTheObject) {
  EXPECT_THAT(body("struct S { int a; int b = a; }; void f(int x) { S s{x}; }"),
              testing::AllOf(HasSubstr("%s.a = %x"), HasSubstr("address of %s\n  %s.b = %2.*.a")));
}

TEST_F(Lowering, AtomicsReadAndWriteWhatTheyPointTo) {
  std::string text = body("int f(int* p, int x) { __atomic_store_n(p, x, 5); return "
                          "__atomic_exchange_n(p, 2, 5); }");
  EXPECT_THAT(text, testing::AllOf(HasSubstr("%p.* = %x"), HasSubstr("%p.* = 2")));
}

TEST_F(Lowering, AssemblyMakesOutputsOfInputs) {
  EXPECT_THAT(body("int f(int x) { int y; asm(\"\" : \"=r\"(y) : \"r\"(x)); return y; }"),
              testing::ContainsRegex("= opaque %x\n  %y = %"));
}

TEST_F(Lowering, DowncastAsksForTheClass) {
  EXPECT_THAT(body("struct A { virtual ~A(); }; struct B : A {};\n"
                   "B* f(A* a) { return dynamic_cast<B*>(a); }"),
              testing::HasSubstr("= downcast %a\n"));
}

TEST_F(Lowering, AMemberIsFoundByItsOffset) {
  EXPECT_THAT(body("struct S { int a; struct { int b, c; } in; };\n"
                   "int f(S* s) { return *(int*)((char*)s + __builtin_offsetof(S, in.c)); }"),
              testing::HasSubstr("%s.*.in.c"));
}

TEST_F(Lowering, ParametersWithoutPrototypeAreThoseOfTheDefinition) {
  flow::Program program =
      lower("int g();\nint f(int x) { return g(x); }\nint g(n) int n; { return n; }\n",
            {"-x", "c", "-std=c89"}, "t.c");
  EXPECT_TRUE(program.omissions.empty());
  for (const flow::Function& function : program.functions)
    if (program.text(function.qualifiedName) == "g")
      EXPECT_EQ(function.parameterCount, 1u);
}

TEST_F(Lowering, OneStructInCAndInCxxIsOne) {
  write("s.h", "struct s { int a; };\n");
  std::string c = write("c.c", "#include \"s.h\"\nint c(struct s* s) { return s->a; }\n");
  std::string cxx = write("x.cpp", "#include \"s.h\"\nint x(s& v) { return v.a; }\n");
  std::string folder = folder_.str().str();
  flow::Program program =
      frontend::lower({{c, folder, {"clang", c}}, {cxx, folder, {"clang++", cxx}}}, folder);
  EXPECT_EQ(program.records.size(), 1u);
  EXPECT_EQ(program.fields.size(), 1u);
}

TEST_F(Lowering, CKnowsItsOwnSyntax) {
  flow::Program program =
      lower("struct s { int a, b; };\nint f(int x) { struct s v = {.b = x}; return v.b; }\n",
            {"-x", "c"}, "t.c");
  ASSERT_TRUE(program.omissions.empty());
  std::string text;
  llvm::raw_string_ostream out(text);
  flow::print(out, program, program.functions.front());
  EXPECT_THAT(text, HasSubstr("%v.b = %x"));
}

TEST_F(Lowering, AnnotationsAreKept) {
  flow::Program program =
      lower("struct P { [[clang::annotate(\"circumspect:data=patron.email\")]] int email; };");
  ASSERT_EQ(program.fields.size(), 1u);
  ASSERT_EQ(program.fields[0].annotations.size(), 1u);
  EXPECT_EQ(program.text(program.fields[0].annotations[0].text), "data=patron.email");
}

TEST_F(Lowering, QualifiedNamesLeaveOutInlineNamespacesAndArguments) {
  flow::Program program = lower("#include <string>\nvoid f(std::string s) { s.append(\"x\"); }");
  bool isFound = false;
  for (const flow::Function& function : program.functions)
    isFound |= program.text(function.qualifiedName) == "std::basic_string::append";
  EXPECT_TRUE(isFound);
}

TEST_F(Lowering, WhatDoesNotParseIsNamed) {
  flow::Program program = lower("int f() {\n  return undeclared;\n}\n");
  ASSERT_EQ(program.omissions.size(), 1u);
  EXPECT_EQ(program.omissions[0].kind, flow::Omission::Kind::NotParsed);
  EXPECT_EQ(program.omissions[0].location.line, 2u);
  EXPECT_THAT(program.text(program.omissions[0].detail).str(), HasSubstr("undeclared"));
}

TEST_F(Lowering, HostileFlagsAreDropped) {
  flow::Program program = lower("int f() { return 0; }", {"-fplugin=/nonexistent.so", "-Xclang",
                                                          "-load", "-Xclang", "/nonexistent.so"});
  for (const flow::Omission& omission : program.omissions)
    EXPECT_THAT(program.text(omission.detail).str(), Not(HasSubstr("nonexistent")));
}

TEST_F(Lowering, OneFunctionInTwoUnitsIsOne) {
  std::string header = write("h.h", "inline int shared(int x) { return x; }\n");
  std::string a = write(
      "a.cpp",
      "#include \"h.h\"\nstatic int own() { return 1; }\nint a() { return shared(own()); }\n");
  std::string b = write(
      "b.cpp",
      "#include \"h.h\"\nstatic int own() { return 2; }\nint b() { return shared(own()); }\n");
  std::string folder = folder_.str().str();
  flow::Program program =
      frontend::lower({{a, folder, {"clang++", a}}, {b, folder, {"clang++", b}}}, folder);
  unsigned shared = 0, own = 0;
  for (const flow::Function& function : program.functions) {
    shared += program.text(function.qualifiedName) == "shared";
    own += program.text(function.qualifiedName) == "own";
  }
  EXPECT_EQ(shared, 1u);
  EXPECT_EQ(own, 2u);
}

TEST_F(Lowering, ColumnsCountUtf16CodeUnits) {
  // One code unit each for the umlaut and the quotation mark, two for the book.
  flow::Program program = lower("/* \u00e4 \u201d \U0001F4D6 */ int f() { return 1; }\n");
  for (const flow::Function& function : program.functions)
    if (program.text(function.qualifiedName) == "f") {
      EXPECT_EQ(function.location.column, 18u);
      EXPECT_EQ(function.location.endColumn, 19u);
    }
}

TEST_F(Lowering, ConstantsOfAFunctionAreWhatTheyAreBeforeAnyCall) {
  EXPECT_EQ(body("int f() { static const int n = 3; return n; }"),
            " b0:\n  @n = 3\n  %result = 3\n  return\n");
  EXPECT_THAT(body("int g(); int f() { static const int n = g(); return n; }"),
              HasSubstr("branch"));
}

TEST_F(Lowering, TextsAreInUtf8) {
  EXPECT_THAT(body("void g(const char16_t*); void f() { g(u\"caf\\u00e9 \\U0001F4D6\"); }"),
              HasSubstr("caf\\303\\251 \\360\\237\\223\\226"));
  EXPECT_THAT(body("void g(const wchar_t*); void f() { g(L\"name\"); }"), HasSubstr("\"name\""));
}
