// The services' log, by spdlog. It is for finding faults; whoever is on call reads it.
#pragma once

#include <spdlog/spdlog.h>

namespace lectern {

/// The logger of a service, which adds its name to each line.
inline spdlog::logger& log() {
  return *spdlog::default_logger_raw();
}

} // namespace lectern
