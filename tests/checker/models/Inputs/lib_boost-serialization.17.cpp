// Boost.Serialization.
#include "people.h"
#include <boost/archive/binary_iarchive.hpp>
#include <boost/archive/binary_oarchive.hpp>
#include <boost/archive/text_iarchive.hpp>
#include <boost/archive/text_oarchive.hpp>
#include <boost/archive/xml_iarchive.hpp>
#include <boost/archive/xml_oarchive.hpp>
#include <boost/serialization/nvp.hpp>
#include <boost/serialization/string.hpp>
#include <fstream>
#include <sstream>

class Notice {
public:
  explicit Notice(const Person& p) : email_(p.email), branch_(p.branch) {}

private:
  friend class boost::serialization::access;
  template <class Archive> void serialize(Archive& archive, unsigned) { archive & email_ & branch_; }
  std::string email_;
  int branch_;
};

void writes(const Person& p) {
  std::ofstream file("x");
  boost::archive::text_oarchive text(file);
  text << p.name; // reaches patron.name
  text << p.branch;
  text & p.branch & p.pin; // reaches patron.pin
  const Notice notice(p);
  text << notice; // reaches patron.email
  boost::archive::xml_oarchive xml(file);
  xml << boost::serialization::make_nvp("name", p.name); // reaches patron.name
  boost::archive::binary_oarchive binary(file);
  binary << p.branch;
}

void reads(const Person& p) {
  std::stringstream memory;
  boost::archive::text_oarchive to(memory);
  to << p.name;
  out(memory.str()); // reaches patron.name
  std::string name, other;
  boost::archive::text_iarchive from(memory);
  from >> name;
  from & other;
  out(name); // reaches patron.name
  std::ifstream file("x");
  boost::archive::xml_iarchive xml(file);
  boost::archive::binary_iarchive binary(file);
  binary >> name;
  out(name);
}
