// Exceptions, durations, paths and regular expressions.
#include "people.h"
#include <chrono>
#include <exception>
#include <filesystem>
#include <regex>
#include <stdexcept>
#include <system_error>

static void check(const Person& p) {
  if (p.branch)
    throw std::runtime_error("no " + p.name);
}

void exceptions(const Person& p) {
  try {
    check(p);
  } catch (const std::runtime_error& error) {
    out(error.what()); // reaches patron.name
    std::current_exception();
  }
}

void texts(const Person& p) {
  try {
    throw std::logic_error(p.email.c_str());
  } catch (const std::exception& error) {
    out(error.what()); // reaches patron.email
  }
  std::invalid_argument a(p.name), a2(p.name.c_str());
  std::out_of_range b(p.name), b2(p.name.c_str());
  std::domain_error c(p.name), c2(p.name.c_str());
  std::length_error d(p.name), d2(p.name.c_str());
  std::range_error e(p.name), e2(p.name.c_str());
  std::overflow_error f(p.name), f2(p.name.c_str());
  std::underflow_error g(p.name), g2(p.name.c_str());
  std::runtime_error h(p.name.c_str());
  std::logic_error i(p.name);
  std::system_error j(std::error_code(), p.name);
  out(a.what()); // reaches patron.name
  out(g2.what()); // reaches patron.name
  out(j.what()); // reaches patron.name
}

void durations(const Person& p) {
  std::chrono::seconds s(p.pin);
  out(static_cast<int>(s.count())); // reaches patron.pin
  std::chrono::milliseconds m = s;
  out(static_cast<int>(m.count())); // reaches patron.pin
  std::chrono::system_clock::time_point t(s);
  out(static_cast<int>(t.time_since_epoch().count())); // reaches patron.pin
  auto now = std::chrono::system_clock::now();
  out(static_cast<int>(std::chrono::system_clock::to_time_t(std::chrono::system_clock::from_time_t(p.pin)))); // reaches patron.pin
  out(static_cast<int>((std::chrono::steady_clock::now() - std::chrono::steady_clock::now()).count()) + (now == t) + (s == m) + (s < m));
  out(static_cast<int>((s + m).count() + (s - m).count() + (s * 2).count() + (s / 2).count())); // reaches patron.pin
  out(static_cast<int>(std::chrono::duration_cast<std::chrono::minutes>(m).count())); // reaches patron.pin
  std::chrono::floor<std::chrono::hours>(s), std::chrono::ceil<std::chrono::hours>(s), std::chrono::round<std::chrono::hours>(s);
  std::chrono::time_point_cast<std::chrono::seconds>(now);
}

void paths(const Person& p) {
  namespace fs = std::filesystem;
  fs::path a(p.name), b = "x", c = b / p.email, d, e;
  out(a.string()); // reaches patron.name
  out(c.string()); // reaches patron.email
  out(b.string());
  b /= p.name;
  out(b.c_str()); // reaches patron.name
  d += p.name;
  out(d.native()); // reaches patron.name
  d.append(p.email), d.concat(p.email);
  out(d.filename().string()); // reaches patron.name patron.email
  d = p.pin ? "x" : "y";
  out(d.generic_string());
  d.assign(p.email);
  out(d.stem().extension().parent_path().root_path().relative_path().lexically_normal().lexically_relative("x").string()); // reaches patron.email
  d.u8string();
  out(fs::absolute(d).string()); // reaches patron.email
  out(fs::canonical(d).string()); // reaches patron.email
  out(fs::weakly_canonical(d).string()); // reaches patron.email
  out(fs::relative(d, "x").string()); // reaches patron.email
  fs::exists(d), fs::is_regular_file(d), fs::is_directory(d), fs::file_size(d), fs::create_directories(d), fs::create_directory(d);
  fs::remove(d), fs::remove_all(d), fs::rename(d, d), fs::current_path(), fs::temp_directory_path();
}

void expressions(const Person& p) {
  std::regex expression("x");
  std::smatch match;
  std::cmatch parts;
  out(std::regex_match(p.name, expression) + std::regex_search(p.name, expression));
  if (std::regex_match(p.name, match, expression))
    out(match[1].str()); // reaches patron.name
  if (std::regex_search(p.name.c_str(), parts, expression))
    out(parts.str(1)); // reaches patron.name
  std::string text = match[0];
  out(text); // reaches patron.name
  out(std::regex_replace(p.email, expression, "y")); // reaches patron.email
  match.size(), match.empty(), match.ready(), match.position(), match.length();
}

void kept(const Person& p) {
  std::exception_ptr first, second;
  try {
    check(p);
  } catch (...) {
    first = std::current_exception();
  }
  second = first;
  try {
    std::rethrow_exception(second);
  } catch (const std::exception& error) {
    out(error.what()); // reaches patron.name
  }
  std::exception_ptr made = std::make_exception_ptr(std::runtime_error(p.email));
  std::exception_ptr copy(made);
  try {
    std::rethrow_exception(copy);
  } catch (const std::exception& error) {
    out(error.what()); // reaches patron.email
  }
}

void nested(const Person& p) {
  try {
    try {
      check(p);
    } catch (...) {
      std::throw_with_nested(std::logic_error("outer"));
    }
  } catch (const std::exception& outer) {
    out(outer.what());
    try {
      std::rethrow_if_nested(outer);
    } catch (const std::exception& inner) {
      out(inner.what()); // reaches patron.name
    }
  }
  std::runtime_error a("a"), b(p.name);
  std::logic_error c("c"), d(p.email);
  a = b, c = d;
  out(a.what()); // reaches patron.name
  out(c.what()); // reaches patron.email
}
