#include "cli/scene_player.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/check.h"

namespace linecheck::cli {
namespace {

using diagnosis::Cause;
using diagnosis::StepAction;
using simulation::NoiseKind;

constexpr int kSeconds = 3;
constexpr int kLongerSeconds = 12;
// From the beginning of one capture to that of the next.
constexpr std::int64_t kSecondsBetween = 30;
constexpr std::int64_t kLongestWait = 16;
// Against its level over a long time.
constexpr Decibels kIsThere = Decibels::of(-3.0);

constexpr std::array kCauses = {
    std::pair(NoiseKind::groundLoop, Cause::groundLoop),
    std::pair(NoiseKind::magneticPickup, Cause::magneticPickup),
    std::pair(NoiseKind::supplyRipple, Cause::supplyRipple),
    std::pair(NoiseKind::leakage, Cause::earthLeakage),
    std::pair(NoiseKind::dimmer, Cause::dimmer),
    std::pair(NoiseKind::mainsHash, Cause::mainsHash),
    std::pair(NoiseKind::computerHash, Cause::computerHash),
    std::pair(NoiseKind::usbFrames, Cause::usbFrames),
    std::pair(NoiseKind::mobilePhone, Cause::mobilePhone),
    std::pair(NoiseKind::converterNoise, Cause::interfaceNoise),
    std::pair(NoiseKind::hiss, Cause::gainHiss),
};

}  // namespace

ScenePlayer::ScenePlayer(const simulation::Scene& scene, Baseline baseline)
    : scene_(scene), sound_(scene.sound(kRate)) {
  if (baseline == Baseline::known) baseline_ = diagnose(scene_.baseline(), kSeconds).evidence;
}

Result<diagnosis::Diagnosis> ScenePlayer::hear(const chain::Situation& situation,
                                               const diagnosis::Step* step) {
  const bool isLonger = step && step->action == StepAction::captureLonger;
  if (step && step->action == StepAction::measureBaseline) {
    baseline_ = diagnose(scene_.baseline(), kSeconds).evidence;
  }
  return diagnose(scene_.heard(situation, takes_), isLonger ? kLongerSeconds : kSeconds);
}

std::int64_t ScenePlayer::waitForFault(std::int64_t first, int seconds) {
  const NoiseKind kind = scene_.fault().cause;
  if (kind != NoiseKind::mobilePhone && kind != NoiseKind::computerHash) return first;
  const auto frames = static_cast<std::size_t>(seconds) * kRate;
  for (std::int64_t second = 0; second < kLongestWait; ++second) {
    const std::int64_t begin = first + second * kRate;
    if (sound_.activity(kind, begin, frames) >= kIsThere) return begin;
  }
  return first;
}

diagnosis::Diagnosis ScenePlayer::diagnose(const simulation::NoiseGains& gains, int seconds) {
  const auto first =
      waitForFault(static_cast<std::int64_t>(takes_++) * kSecondsBetween * kRate, seconds);
  const auto channels = sound_.capture(gains, first, static_cast<std::size_t>(seconds) * kRate);
  diagnosis::Listening listening;
  listening.baseline = baseline_ ? &*baseline_ : nullptr;
  return diagnosis::diagnoseSound(channels, Hertz::of(kRate), listening);
}

diagnosis::Cause causeOf(simulation::NoiseKind kind) {
  for (const auto& [noise, cause] : kCauses) {
    if (noise == kind) return cause;
  }
  LC_VERIFY(false);
  return Cause::unknown;
}

std::optional<simulation::NoiseKind> noiseOf(diagnosis::Cause cause) {
  for (const auto& [noise, known] : kCauses) {
    if (known == cause) return noise;
  }
  return std::nullopt;
}

}  // namespace linecheck::cli
