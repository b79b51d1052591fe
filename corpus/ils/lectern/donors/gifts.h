// Gifts: the register of donors, what is published of it, and what possible contributors are told.
#pragma once

#include "../core/patron.h"

#include <iosfwd>
#include <map>
#include <string>
#include <vector>

namespace lectern {

/// Counts of people by age and place, in cells of ten and more.
class Demographics {
public:
  static constexpr std::size_t smallest = 10;
  std::map<std::string, std::size_t> cells;
};

/// What those who think of giving are told of the library's users and donors.
class ContributorBrief {
public:
  void add(const std::string& line);
};

/// The library's own register of gifts.
class GiftRegister {
public:
  void insert(const std::string& name, const std::string& contact, const std::string& gift);
};

/// A company that trades in addresses.
class ListExchange {
public:
  void offer(const std::string& list);
};

/// The wall in the entrance with the names of those who gave.
class DonorWall {
public:
  void engrave(const std::string& name);
};

Demographics summarise(const std::vector<Donor>& donors);

class Gifts {
public:
  Gifts(GiftRegister& gifts, ContributorBrief& brief) : register_(gifts), brief_(brief) {}

  void record(const Donor& donor);
  void brief(const std::vector<Donor>& donors);
  void briefByName(const std::vector<Donor>& donors);
  void exchange(ListExchange& exchange, const std::vector<Donor>& donors);
  void engrave(DonorWall& wall, const std::vector<Donor>& donors);
  void engraveFriends(DonorWall& wall, const std::vector<Donor>& donors);

private:
  GiftRegister& register_;
  ContributorBrief& brief_;
};

} // namespace lectern
