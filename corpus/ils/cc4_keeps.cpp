// RUN: circumspect check %s -- -std=c++20 -I%S/include | FileCheck --allow-empty %s
// CHECK-NOT: error:
// CHECK-NOT: warning:
// CC-4: what the cameras record is kept for four weeks.

#include "cameras.h"
#include "log.h"

#include <utility>

namespace ils {

class Recorder {
public:
  explicit Recorder(CameraArchive& archive) : archive_(archive) {}

  void add(Clip clip) {
    if (!clip.frames.empty())
      clips_.push_back(std::move(clip));
  }

  void flush() {
    for (const Clip& clip : clips_) {
      archive_.keep(clip.frames, fourWeeks);
      logLine("camera %s archived", clip.camera.c_str());
    }
    clips_.clear();
  }

private:
  static constexpr int fourWeeks = 4 * 7;
  CameraArchive& archive_;
  std::vector<Clip> clips_;
};

void archiveHour(CameraArchive& archive, const std::vector<Clip>& hour) {
  Recorder recorder(archive);
  for (const Clip& clip : hour)
    recorder.add(clip);
  recorder.flush();
}

} // namespace ils
