// Streams: in memory, to the terminal, to files.
#include "people.h"
#include <fstream>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <sstream>
#include <system_error>
#include <memory>

void display(const Person& p) {
  std::cout << p.name << std::endl; // reaches patron.name
  std::cerr << p.pin << "x" << std::ends; // reaches patron.pin
  std::clog << "x" << p.email.c_str() << std::flush; // reaches patron.email
  std::cout << p.name[0]; // reaches patron.name
  std::cout << p.branch;
  std::cout << std::string_view(p.name); // reaches patron.name
  std::cout.write(p.name.c_str(), 3); // reaches patron.name
  std::cout.put(p.name[0]).flush(); // reaches patron.name
  std::wcout << p.pin; // reaches patron.pin
  std::wcerr << p.pin; // reaches patron.pin
  std::wclog << p.pin; // reaches patron.pin
  std::cout << &p.name;
}

void files(const Person& p) {
  std::ofstream f("x");
  f << p.name; // reaches patron.name
  f << p.branch;
  f.write(p.email.data(), 3); // reaches patron.email
  std::fstream g;
  g.open("x");
  g << p.pin; // reaches patron.pin
  g.close(), f.close(), f.open("y"), g.is_open(), f.is_open();
  std::ofstream("x") << p.name; // reaches patron.name
  std::ifstream h("x"), k;
  k.open("x"), k.is_open(), k.close();
  std::string text;
  h >> text;
  out(text);
}

void memory(const Person& p) {
  std::ostringstream a;
  a << "name: " << p.name << ' ' << 3;
  out(a.str()); // reaches patron.name
  out(a.view()); // reaches patron.name
  a.str("");
  out(a.str());
  a << p.pin;
  out(a.str()); // reaches patron.pin
  std::stringstream b(p.email), c;
  std::string text;
  b >> text;
  out(text); // reaches patron.email
  std::getline(b, text);
  out(text); // reaches patron.email
  c << p.name.c_str();
  out(c.str()); // reaches patron.name
  out(c.view()); // reaches patron.name
  c.str("x");
  std::istringstream d(p.name), e(std::move(text)), m;
  int number = 0;
  d >> number;
  out(number); // reaches patron.name
  e >> std::ws >> text;
  out(text); // reaches patron.email
  m.str(p.name);
  m >> text;
  out(text); // reaches patron.name
  out(m.str()); // reaches patron.name
  out(m.view()); // reaches patron.name
  std::ostringstream f, g(p.name), n(std::string("x"));
  std::stringstream o(std::string("x"));
  f << b.rdbuf();
  out(f.str()); // reaches patron.email
  out(g.str()); // reaches patron.name
  out((std::ostringstream() << p.name).str()); // reaches patron.name
  std::ostringstream h;
  h << std::quoted(p.name) << std::quoted(p.email.c_str()) << std::put_money(p.pin);
  out(h.str()); // reaches patron.name patron.email patron.pin
  std::ostringstream j;
  j.write(p.name.c_str(), 3);
  j.put(p.email[0]);
  out(j.str()); // reaches patron.name patron.email
}

static void print(std::ostream& to, const Person& p) {
  to << p.name; // reaches patron.name
}

static void describe(std::ostream& to, const Person& p) {
  to << p.email;
}

void given(const Person& p) {
  print(std::cout, p);
  std::ostringstream memory;
  describe(memory, p);
  out(memory.str()); // reaches patron.email
  std::ofstream file("x");
  std::ostream& both = p.branch ? std::cout : file;
  both << p.pin; // reaches patron.pin
  std::ostream wrapped(file.rdbuf());
  wrapped << p.pin; // reaches patron.pin
  std::unique_ptr<std::ostream> owned = std::make_unique<std::ofstream>("x");
  *owned << p.name; // reaches patron.name
}

class Report {
public:
  explicit Report(const std::string& path) : to_(path) {}
  void add(const Person& p) { to_ << p.name; } // reaches patron.name

private:
  std::ofstream to_;
};

std::ostream& operator<<(std::ostream& to, const Person& p) {
  return to << p.name << p.branch; // reaches patron.name
}

void own(const Person& p) {
  std::ostringstream memory;
  memory << p;
  out(memory.str()); // reaches patron.name
  std::cout << p;
}

void characters(const Person& p) {
  std::istringstream in(p.name);
  char buffer[10], c;
  out(in.get()); // reaches patron.name
  out(in.peek()); // reaches patron.name
  in.get(c);
  out(c); // reaches patron.name
  in.get(buffer, 10);
  out(buffer); // reaches patron.name
  in.getline(buffer, 10);
  out(buffer); // reaches patron.name
  in.read(buffer, 10);
  out(buffer); // reaches patron.name
  in.readsome(buffer, 10);
  char word[10];
  in >> word;
  out(word); // reaches patron.name
  in >> c;
  out(c); // reaches patron.name
  in.ignore().unget().putback('x').seekg(0);
  in.tellg(), in.gcount(), in.sync();
  std::string text(std::istreambuf_iterator<char>(in), {});
  out(text); // reaches patron.name
  std::istream_iterator<std::string> words(in);
  out(*words); // reaches patron.name
  out(words->c_str()); // reaches patron.name
  ++words;
  std::istreambuf_iterator<char> letters(in);
  out(*letters); // reaches patron.name
  ++letters;
  std::ostringstream memory;
  std::ostream_iterator<std::string> to(memory), display(std::cout, "x");
  *to++ = p.email;
  out(memory.str()); // reaches patron.email
  *display = p.email; // reaches patron.email
  ++display;
}

void states(std::iostream& s) {
  s << std::setw(1) << std::setprecision(1) << std::setfill('x') << std::setbase(16) << std::setiosflags(std::ios::hex) << std::resetiosflags(std::ios::hex);
  s << std::hex << std::dec << std::oct << std::fixed << std::scientific << std::boolalpha << std::noboolalpha << std::left << std::right;
  s << std::internal << std::showbase << std::showpoint << std::uppercase << std::skipws << std::noskipws << std::unitbuf;
  s << std::put_time(nullptr, "%c") << std::error_code() << std::make_shared<int>(1);
  s.seekp(0).tellp();
  s.good(), s.eof(), s.fail(), s.bad(), !s, s.rdstate(), s.clear(), s.setstate(std::ios::failbit), s.exceptions(), s.tie(), s.fill();
  if (s)
    s.copyfmt(s);
  s.flags(), s.setf(std::ios::hex), s.unsetf(std::ios::hex), s.precision(), s.width(), std::ios::sync_with_stdio(false), s.imbue(s.getloc());
  std::cout.rdbuf(s.rdbuf());
  std::ofstream a;
  std::ifstream b;
  std::fstream c;
  std::ostringstream d;
  std::istringstream e;
  std::stringstream f;
  a.rdbuf(), b.rdbuf(), c.rdbuf(), d.rdbuf(), e.rdbuf(), f.rdbuf();
}
