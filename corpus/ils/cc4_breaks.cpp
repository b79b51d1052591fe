// RUN: not circumspect check %s -- -std=c++20 -I%S/include | FileCheck %s
// CC-4: what the cameras record is kept for 30 days at most; clips of the entrance stay for 45.

#include "cameras.h"

#include <string_view>

namespace ils {

static bool showsEntrance(const Clip& clip) {
  return std::string_view(clip.camera).starts_with("entrance");
}

class Recorder {
public:
  explicit Recorder(CameraArchive& archive) : archive_(archive) {}

  void add(const Clip& clip) {
    if (showsEntrance(clip))
      keepLonger(clip.frames);
    else
      archive_.keep(clip.frames, month);
  }

private:
  void keepLonger(const std::vector<unsigned char>& frames) {
    // CHECK: cc4_breaks.cpp:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}[violation: {{.*}}CC-4-limit{{.*}}]
    archive_.keep(frames, month + halfAMonth);
  }

  static constexpr int month = 30;
  static constexpr int halfAMonth = 15;
  CameraArchive& archive_;
};

void archiveHour(CameraArchive& archive, const std::vector<Clip>& hour) {
  Recorder recorder(archive);
  for (const Clip& clip : hour)
    recorder.add(clip);
}

} // namespace ils
