// Statistics: what the State Library asks for each year, and what is on the web site.
#pragma once

#include "../core/patron.h"

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace lectern {

/// How many of them there are.
std::size_t countLoans(const std::vector<Patron>& patrons);
std::size_t countCardholders(const std::vector<Patron>& patrons, int branch);

/// Loans by postal code and decade of birth; a cell may hold one person.
struct Cell {
  std::string zip;
  std::string decade;
  std::size_t loans = 0;
};
std::vector<Cell> tabulate(const std::vector<Patron>& patrons);

/// Adds up what is in cells until each has ten people or more.
std::vector<Cell> coarsen(std::vector<Cell> cells);

/// The page with the year's numbers.
class YearPage {
public:
  void add(const std::string& line);
};

/// The form that goes to the State Library.
class StateReport {
public:
  void fill(const std::string& field, std::size_t number);
};

void publish(YearPage& page, const std::vector<Patron>& patrons);
void publishByPlace(YearPage& page, const std::vector<Patron>& patrons);
void publishReaders(YearPage& page, const std::vector<Patron>& patrons);
void report(StateReport& form, const std::vector<Patron>& patrons);

} // namespace lectern
