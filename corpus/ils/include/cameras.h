// The security cameras and the archive of what they record.
#pragma once

#include <string>
#include <vector>

namespace ils {

/// What one camera recorded in one hour.
struct Clip {
  std::string camera;
  [[clang::annotate("circumspect:data=video.footage")]] std::vector<unsigned char> frames;
};

/// The disk on which clips stay until they are too old.
class CameraArchive {
public:
  void keep([[clang::annotate(
                "circumspect:sink=library.employee,action=retain,"
                "purpose=enforcement,channel=file")]] const std::vector<unsigned char>& frames,
            [[clang::annotate("circumspect:quantity=retention-days")]] int days);
};

} // namespace ils
