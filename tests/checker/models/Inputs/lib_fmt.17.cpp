// {fmt}.
#include "people.h"
#include <fmt/chrono.h>
#include <fmt/color.h>
#include <fmt/core.h>
#include <fmt/format.h>
#include <fmt/os.h>
#include <fmt/ostream.h>
#include <fmt/printf.h>
#include <fmt/ranges.h>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <vector>

void texts(const Person& p) {
  out(fmt::format("{} {}", p.name, p.branch)); // reaches patron.name
  out(fmt::format("{}", p.branch));
  out(fmt::format("{}", p.email.c_str())); // reaches patron.email
  out(fmt::format(fmt::runtime("{}"), p.pin)); // reaches patron.pin
  out(fmt::format("{name}", fmt::arg("name", p.name))); // reaches patron.name
  out(fmt::vformat("{}", fmt::make_format_args(p.name))); // reaches patron.name
  out(fmt::to_string(p.pin)); // reaches patron.pin
  out(fmt::sprintf("%s", p.name)); // reaches patron.name
  out(fmt::format("{}", fmt::styled(p.email, fg(fmt::color::red)))); // reaches patron.email
  out(fmt::format("{}", fmt::group_digits(p.pin))); // reaches patron.pin
  out(fmt::format("{}", fmt::streamed(p.name))); // reaches patron.name
  std::vector<std::string> names{p.name}, none{"x"};
  out(fmt::format("{}", fmt::join(names, ","))); // reaches patron.name
  out(fmt::format("{}", fmt::join(none, ",")));
  std::string text;
  fmt::format_to(std::back_inserter(text), "{}", p.email);
  out(text); // reaches patron.email
  fmt::vformat_to(std::back_inserter(text), "{}", fmt::make_format_args(p.name));
  out(text); // reaches patron.name patron.email
  char buffer[50], other[50];
  fmt::format_to_n(buffer, 50, "{}", p.name);
  out(buffer); // reaches patron.name
  fmt::format_to(other, "{}", p.branch);
  out(other);
  out(static_cast<int>(fmt::formatted_size("{}", p.name)));
}

void buffers(const Person& p) {
  fmt::memory_buffer memory;
  fmt::format_to(std::back_inserter(memory), "{}", p.name);
  out(fmt::to_string(memory)); // reaches patron.name
  out(memory.data()); // reaches patron.name
  memory.clear();
  out(fmt::to_string(memory));
  memory.append(p.email), memory.push_back('x');
  out(std::string(memory.begin(), memory.end())); // reaches patron.email
  memory.append(p.name.data(), p.name.data() + p.name.size());
  out(std::string(memory.data(), memory.size())); // reaches patron.name patron.email
}

void prints(const Person& p) {
  fmt::print("{}\n", p.name); // reaches patron.name
  fmt::print("{}\n", p.branch);
  fmt::print(stderr, "{}\n", p.email); // reaches patron.email
  FILE* file = std::fopen("x", "w");
  fmt::print(file, "{}\n", p.name); // reaches patron.name
  fmt::print(std::cerr, "{}\n", p.pin); // reaches patron.pin
  std::ofstream stream("x");
  fmt::print(stream, "{}\n", p.name); // reaches patron.name
  std::ostringstream memory;
  fmt::print(memory, "{}", p.name);
  out(memory.str()); // reaches patron.name
  fmt::print(fg(fmt::color::red), "{}", p.email); // reaches patron.email
  fmt::printf("%d", p.pin); // reaches patron.pin
  fmt::fprintf(stderr, "%d", p.pin); // reaches patron.pin
  fmt::output_file("x").print("{}", p.name); // reaches patron.name
  fmt::vprint("{}", fmt::make_format_args(p.name)); // reaches patron.name
}
