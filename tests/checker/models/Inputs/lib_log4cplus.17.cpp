// log4cplus.
#include "people.h"
#include <log4cplus/initializer.h>
#include <log4cplus/log4cplus.h>
#include <log4cplus/loggingmacros.h>
#include <log4cplus/tracelogger.h>

void logs(const Person& p) {
  log4cplus::Initializer initializer;
  log4cplus::Logger logger = log4cplus::Logger::getInstance("main"), root = log4cplus::Logger::getRoot();
  LOG4CPLUS_INFO(logger, "user " << p.name << " of " << p.branch); // reaches patron.name
  LOG4CPLUS_WARN(logger, "branch " << p.branch);
  LOG4CPLUS_ERROR(root, p.email.c_str()); // reaches patron.email
  LOG4CPLUS_DEBUG_FMT(logger, "%s", p.name.c_str()); // reaches patron.name
  LOG4CPLUS_DEBUG_FMT(logger, "%d", p.branch);
  LOG4CPLUS_TRACE_STR(logger, p.email); // reaches patron.email
  LOG4CPLUS_FATAL(logger, p.pin); // reaches patron.pin
  logger.log(log4cplus::INFO_LOG_LEVEL, p.name); // reaches patron.name
  logger.forcedLog(log4cplus::INFO_LOG_LEVEL, p.email); // reaches patron.email
  logger.assertion(p.branch > 1, p.name); // reaches patron.name
  log4cplus::getMDC().put("user", p.name); // reaches patron.name
  log4cplus::getMDC().put("branch", std::to_string(p.branch));
  log4cplus::getNDC().push(p.email); // reaches patron.email
  log4cplus::NDCContextCreator context(p.name); // reaches patron.name
  log4cplus::TraceLogger trace(logger, p.name); // reaches patron.name
  if (logger.getLogLevel() == log4cplus::INFO_LOG_LEVEL)
    logger.setLogLevel(0), out(logger.getName()), logger.addAppender(log4cplus::SharedAppenderPtr());
}
