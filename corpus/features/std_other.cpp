// The rest of the library: paths, regular expressions, durations, character conversions, random
// numbers, locales.
#include "library.h"

#include <bitset>
#include <charconv>
#include <chrono>
#include <complex>
#include <filesystem>
#include <memory_resource>
#include <random>
#include <regex>
#include <system_error>

namespace features {

void paths() {
  std::filesystem::path folder = "/patrons";
  send(folder.string()); // NO-FLOW
  std::filesystem::path file = folder / enteredEmail();
  send(file.string());            // FLOW
  send(file.filename().string()); // FLOW
  send(file.c_str());             // FLOW
  folder /= "lists";
  send(folder.string()); // NO-FLOW
  folder += enteredName();
  send(folder.generic_string()); // FLOW
}

void expressions() {
  std::string email = enteredEmail(), title = "a title";
  std::smatch match;
  if (std::regex_search(email, match, std::regex("(.*)@(.*)"))) {
    send(match[1].str()); // FLOW
    send(match.str(2));   // FLOW
    send(match.size());   // NO-FLOW
  }
  send(std::regex_replace(email, std::regex("@.*"), ""));  // FLOW
  send(std::regex_replace(title, std::regex("a"), "b"));   // NO-FLOW
  send(std::regex_replace(title, std::regex("a"), email)); // FLOW
  send(std::regex_match(email, std::regex(".*")) ? 1 : 0); // NO-FLOW
  const std::regex words("\\w+");
  std::sregex_iterator word(email.begin(), email.end(), words);
  send(word->str()); // FLOW
  std::sregex_token_iterator part(title.begin(), title.end(), words, -1);
  send(part->str()); // NO-FLOW
}

void durations() {
  using namespace std::chrono;
  seconds waited{scannedCard()};
  send(waited.count()); // FLOW
  auto longer = waited + minutes(1);
  send(longer.count());                         // FLOW
  send(duration_cast<minutes>(waited).count()); // FLOW
  send(hours(shelfNumber()).count());           // NO-FLOW
  send((minutes(2) + 3s).count());              // NO-FLOW
}

void conversions() {
  char buffer[16] = {}, plain[16] = {};
  std::to_chars(buffer, buffer + 16, scannedCard());
  std::to_chars(plain, plain + 16, shelfNumber());
  send(std::string_view(buffer)); // FLOW
  send(std::string_view(plain));  // NO-FLOW
  int number = 0;
  std::from_chars(buffer, buffer + 16, number);
  send(number); // FLOW
}

void numbers() {
  std::complex<double> point(scannedCard(), 0), plain(1, 2);
  send(point.real());           // FLOW
  send(std::abs(plain));        // NO-FLOW
  send((point + plain).imag()); // FLOW
  std::bitset<32> bits(static_cast<unsigned long>(scannedCard()));
  send(bits.to_ulong());  // FLOW
  send(bits.to_string()); // FLOW
  std::mt19937 engine(3);
  std::uniform_int_distribution<int> pick(1, 6);
  send(pick(engine)); // NO-FLOW
}

void resources() {
  std::pmr::monotonic_buffer_resource memory;
  std::pmr::vector<std::pmr::string> texts(&memory), others(&memory);
  texts.emplace_back(enteredEmail());
  others.emplace_back("x");
  send(texts[0].c_str());  // FLOW
  send(others[0].c_str()); // NO-FLOW
}

void errors() {
  std::error_code code = std::make_error_code(std::errc::invalid_argument);
  send(code.message()); // NO-FLOW
  std::system_error error(code, "no account for " + enteredEmail());
  send(error.what()); // FLOW
}

} // namespace features
