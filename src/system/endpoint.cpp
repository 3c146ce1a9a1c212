#include "system/endpoint.h"

#include <cmath>

namespace linecheck::system {
namespace {

const char* nameOf(SoundServer::Kind kind) {
  switch (kind) {
    case SoundServer::Kind::pulseAudio:
      return "PulseAudio";
    case SoundServer::Kind::pipeWire:
      return "PipeWire";
    case SoundServer::Kind::windows:
      return "Windows";
    case SoundServer::Kind::coreAudio:
      return "Core Audio";
  }
  return "";
}

}  // namespace

Result<void> checkPosition(double position) {
  if (std::isfinite(position) && position >= 0.0 && position <= 1.0) return {};
  return fail(ErrorCode::usage,
              "A system volume is set from 0 to 100 %; above that the system would amplify, and "
              "peaks would clip.");
}

double balanceOf(double left, double right) {
  if (left == right) return 0.0;
  return right < left ? right / left - 1.0 : 1.0 - left / right;
}

std::string SoundServer::text() const {
  const std::string name = nameOf(kind);
  return version.empty() ? name : name + ' ' + version;
}

}  // namespace linecheck::system
