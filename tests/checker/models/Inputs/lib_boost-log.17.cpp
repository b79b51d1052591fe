// Boost.Log.
#include "people.h"
#include <boost/log/attributes/constant.hpp>
#include <boost/log/attributes/scoped_attribute.hpp>
#include <boost/log/sources/logger.hpp>
#include <boost/log/sources/record_ostream.hpp>
#include <boost/log/sources/severity_logger.hpp>
#include <boost/log/trivial.hpp>
namespace logging = boost::log;

void logs(const Person& p) {
  BOOST_LOG_TRIVIAL(info) << "user " << p.name << " of " << p.branch; // reaches patron.name
  BOOST_LOG_TRIVIAL(error) << "branch " << p.branch << '\n';
  BOOST_LOG_TRIVIAL(debug) << p.email.c_str() << p.pin; // reaches patron.email patron.pin
  logging::sources::logger logger;
  BOOST_LOG(logger) << p.name; // reaches patron.name
  logging::sources::severity_logger<int> severe;
  BOOST_LOG_SEV(severe, 3) << p.email; // reaches patron.email
  BOOST_LOG_SEV(severe, 3) << std::hex << p.branch;
  if (logging::record record = logger.open_record()) {
    logging::record_ostream to(record);
    to << p.pin; // reaches patron.pin
    to.write(p.name.data(), 3); // reaches patron.name
    logger.push_record(std::move(record));
  }
}
