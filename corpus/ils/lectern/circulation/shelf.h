#pragma once

#include "../core/patron.h"

#include <map>

namespace lectern {

class SlipPrinter {
public:
  void print(const std::string& text);
};

class LobbyScreen {
public:
  void show(const std::string& line);
};

class HoldShelf {
public:
  HoldShelf(SlipPrinter& printer, LobbyScreen& lobby) : printer_(printer), lobby_(lobby) {}

  void put(const Patron& patron, const Hold& hold);
  void putForSchool(const Patron& pupil, const Hold& hold);
  void call(const Patron& patron);

private:
  static std::string slip(const Hold& hold, int number);

  SlipPrinter& printer_;
  LobbyScreen& lobby_;
  std::map<std::int64_t, int> numbers_;
  int next_ = 1;
};

} // namespace lectern
