// The exit codes of every sub-command. A finding wins over being incomplete, and incomplete is
// never success.
#pragma once

namespace circumspect::tool {

enum class Exit {
  Clean = 0,      ///< nothing to report
  Findings = 1,   ///< something to report
  BadInput = 2,   ///< bad usage, or input that cannot be read
  Incomplete = 3, ///< something did not parse, was not decided or was cut off
  Internal = 4    ///< a defect of circumspect
};

} // namespace circumspect::tool
