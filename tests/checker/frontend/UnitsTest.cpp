// Translation units as the front end keeps and joins them: the archive, the linker and the cache.
#include "checker/flow/Archive.h"
#include "checker/frontend/Cache.h"
#include "tests/checker/frontend/Project.h"

using namespace circumspect;

namespace {

class Units : public Project {
protected:
  /// Two units that share a header, with most of what the IR has in them.
  std::vector<frontend::CompileCommand> twoUnits() {
    write("shared.h", R"(#include <map>
      struct Base { virtual ~Base(); virtual int id() const; };
      struct Card : Base { [[clang::annotate("circumspect:data=patron.barcode")]] int number;
                           int id() const override { return number; } int rows[3][2]; };
      inline int twice(int n) { switch (n) { case 1: return 2; default: return 2 * n; } }
      extern int total;)");
    write("one.cpp", R"(#include "shared.h"
      int total = twice(3); static int mine(double d) { return d < 2.5 ? 1 : -1; }
      int one(Card& c, int (*f)(double)) { c.rows[1][0] = mine(0.5); try { throw 1; } catch (int i) { total += i; }
        return f(2) + c.id() + [&](int n) { return n + c.number; }(4); }
      int viaMember(Card& c, int Card::*m) { return c.*m; } int useMember(Card& c) { return viaMember(c, &Card::number); })");
    write("two.cpp", R"(#include "shared.h"
      Base::~Base() {} int Base::id() const { return 0; } static int mine(const char* s) { return s[0] == 'x'; }
      int two(std::map<int, Card>& m) { return twice(m[7].id()) + mine("xyz") + total; })");
    return {command("one.cpp"), command("two.cpp")};
  }
};

} // namespace

TEST_F(Units, AnArchiveIsTheProgram) {
  std::string bytes = flow::archive(frontend::lower(twoUnits(), folder_.str().str()));
  std::optional<flow::Program> again = flow::unarchive(bytes);
  ASSERT_TRUE(again);
  EXPECT_EQ(flow::archive(*again), bytes);
}

TEST_F(Units, AnArchiveThatIsCutOffIsNone) {
  std::string bytes = flow::archive(frontend::lower(twoUnits(), folder_.str().str()));
  for (size_t size = 0; size < bytes.size(); size += 7)
    EXPECT_FALSE(flow::unarchive(llvm::StringRef(bytes).take_front(size))) << size;
  EXPECT_FALSE(flow::unarchive(bytes + "x"));
}

TEST_F(Units, TheNumberOfJobsChangesNothing) {
  std::vector<frontend::CompileCommand> all;
  for (int i = 0; i < 6; ++i)
    llvm::append_range(all, twoUnits());
  auto with = [&](unsigned jobs) {
    return flow::archive(frontend::lower(all, folder_.str().str(), {jobs, ""}));
  };
  EXPECT_EQ(with(1), with(4));
}

TEST_F(Units, WhatTwoUnitsShareIsOne) {
  flow::Program program = frontend::lower(twoUnits(), folder_.str().str());
  auto count = [&](llvm::StringRef display) {
    return llvm::count_if(program.functions, [&](const flow::Function& f) {
      return program.text(f.display) == display;
    });
  };
  EXPECT_EQ(count("twice(int)"), 1); // in both units, with a body
  EXPECT_EQ(count("mine(double)"), 1);
  EXPECT_EQ(count("mine(const char *)"), 1);
  EXPECT_EQ(
      llvm::count_if(program.globals,
                     [&](const flow::Global& g) { return program.text(g.display) == "total"; }),
      1);
  for (const flow::Function& f : program.functions)
    if (program.text(f.display) == "Base::id() const")
      EXPECT_TRUE(f.hasBody()); // declared in the first unit, defined in the second
}

TEST_F(Units, ACachedUnitIsUsedWhileNothingChanged) {
  std::vector<frontend::CompileCommand> units = twoUnits();
  std::string cache = path("cache"), root = folder_.str().str();
  std::string first = flow::archive(frontend::lower(units, root, {1, cache}));
  auto isKept = [&](const frontend::CompileCommand& unit) {
    return frontend::Cache(cache, root).find(unit).has_value();
  };
  EXPECT_TRUE(isKept(units[0]));
  EXPECT_TRUE(isKept(units[1]));
  EXPECT_EQ(flow::archive(frontend::lower(units, root, {1, cache})), first);
  EXPECT_FALSE(isKept(command("one.cpp", {"-std=c++20", "-DX"})));
  EXPECT_FALSE(frontend::Cache(cache, "/elsewhere").find(units[0]));

  write("two.cpp", "int two;");
  EXPECT_TRUE(isKept(units[0]));
  EXPECT_FALSE(isKept(units[1]));
  write("shared.h", "int shared;");
  EXPECT_FALSE(isKept(units[0]));
}

TEST_F(Units, ANewHeaderThatHidesAnotherIsNoticed) {
  write("later/size.h", "inline int size() { return 1; }");
  write("u.cpp", "#include <size.h>\nint f() { return size(); }");
  frontend::CompileCommand unit = command("u.cpp", {"-I" + path("sooner"), "-I" + path("later")});
  std::string cache = path("cache"), root = folder_.str().str();
  llvm::sys::fs::create_directories(path("sooner"));
  frontend::lower({unit}, root, {1, cache});
  EXPECT_TRUE(frontend::Cache(cache, root).find(unit));
  write("sooner/size.h", "inline int size() { return 2; }");
  EXPECT_FALSE(frontend::Cache(cache, root).find(unit));
}

TEST_F(Units, ADamagedEntryIsNotUsed) {
  write("u.cpp", "int f() { return 1; }");
  std::string cache = path("cache"), root = folder_.str().str();
  frontend::lower({command("u.cpp")}, root, {1, cache});
  std::error_code error;
  int damaged = 0;
  for (llvm::sys::fs::directory_iterator at(cache, error), end; at != end; at.increment(error))
    if (llvm::sys::path::filename(at->path()).size() > 30) { // not the timestamp of the pruning
      auto file = llvm::MemoryBuffer::getFile(at->path());
      std::string bytes = (*file)->getBuffer().str();
      bytes[bytes.size() / 2] ^= 1;
      llvm::raw_fd_ostream(at->path(), error) << bytes;
      ++damaged;
    }
  EXPECT_EQ(damaged, 1);
  EXPECT_FALSE(frontend::Cache(cache, root).find(command("u.cpp")));
}
