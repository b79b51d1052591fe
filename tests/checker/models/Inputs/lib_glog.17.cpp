// glog.
#include "people.h"
#include <glog/logging.h>
#include <glog/raw_logging.h>

static void describe(std::ostream& to, const Person& p) {
  to << p.email; // reaches patron.email
}

void logs(const Person& p, const char* program) {
  google::InitGoogleLogging(program), google::InstallFailureSignalHandler();
  LOG(INFO) << p.name; // reaches patron.name
  LOG(WARNING) << "branch " << p.branch;
  LOG(ERROR) << "pin " << p.pin << " of " << p.name.c_str(); // reaches patron.pin patron.name
  LOG_IF(INFO, p.branch > 1) << p.email; // reaches patron.email
  LOG_EVERY_N(INFO, 10) << p.email; // reaches patron.email
  VLOG(2) << p.name; // reaches patron.name
  DLOG(INFO) << p.name; // reaches patron.name
  PLOG(ERROR) << "cannot open " << p.email; // reaches patron.email
  SYSLOG(INFO) << p.name; // reaches patron.name
  RAW_LOG(INFO, "%s", p.name.c_str()); // reaches patron.name
  CHECK(p.branch > 0) << p.name; // reaches patron.name
  CHECK_EQ(p.pin, 3); // reaches patron.pin
  CHECK_EQ(p.branch, 3);
  CHECK_NE(p.branch, 1);
  CHECK_LE(p.branch, 9);
  CHECK_LT(p.branch, 9);
  CHECK_GE(p.branch, 1);
  CHECK_GT(p.branch, 1);
  describe(LOG(INFO), p);
  LOG(FATAL) << "user " << p.name; // reaches patron.name
  google::SetLogDestination(google::GLOG_INFO, "x"), google::FlushLogFiles(google::GLOG_INFO);
  google::NullStream().stream() << p.branch;
  google::ShutdownGoogleLogging();
}
