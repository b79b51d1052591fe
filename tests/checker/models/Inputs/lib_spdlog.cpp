// spdlog.
#include "people.h"
#include <spdlog/spdlog.h>

void logs(const Person& p, spdlog::logger& logger) {
  spdlog::trace("{}", p.name);    // reaches patron.name
  spdlog::debug("{}", p.name);    // reaches patron.name
  spdlog::info("{}", p.branch);
  spdlog::warn(p.name);           // reaches patron.name
  spdlog::error("{}", p.email);   // reaches patron.email
  spdlog::critical("{}", p.pin);  // reaches patron.pin
  logger.trace("{}", p.name);     // reaches patron.name
  logger.debug("{}", p.name);     // reaches patron.name
  logger.info("{}", p.name);      // reaches patron.name
  logger.warn("{}", p.branch);
  logger.error("{}", p.email);    // reaches patron.email
  logger.critical("{}", p.pin);   // reaches patron.pin
  spdlog::log(spdlog::level::info, "{}", p.name); // reaches patron.name
  logger.log(spdlog::level::info, "{}", p.email); // reaches patron.email
  SPDLOG_INFO("{}", p.name);                      // reaches patron.name
  SPDLOG_LOGGER_WARN(&logger, "{}", p.branch);
}
