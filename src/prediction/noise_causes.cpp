#include <algorithm>

#include "prediction/causes.h"
#include "prediction/computer_path.h"

namespace linecheck::prediction {
namespace {

using chain::Place;

// Samples of 16 bits: rounded once, −98.88 dBFS over 20 Hz to 20 kHz; with dither, on the way out
// and on the way in, −91.1 dBFS.
constexpr double kQuietestSixteen = -99.3;
constexpr double kLoudestSixteen = -90.8;
// White noise is 1.92 dB louder without the A curve, hum of 50 Hz 30 dB.
constexpr double kWhite = 1.92;
constexpr double kWhiteTolerance = 1.0;
constexpr double kHum = 6.0;

Place whereBitsAreSet(const Loop& loop, const Lane& lane) {
  const ComputerPath computer = computerPathOf(*loop.desk, lane.route);
  if (computer.computer && computer.usesMixer != false) return Place(computer.computer->id);
  return Place(lane.route.back().device);
}

}  // namespace

std::vector<Cause> noiseCauses(const Loop& loop, const Lane& lane, const measure::Reading& reading,
                               Decibels difference, Decibels uncertainty) {
  std::vector<Cause> causes;
  const auto* flat = reading.figure("noise", lane.channel);
  const auto* curveA = reading.figure("noise_a", lane.channel);
  if (flat && flat->value && curveA && curveA->value) {
    const double colour = *flat->value - *curveA->value;
    const bool isSixteen = *flat->value > kQuietestSixteen && *flat->value < kLoudestSixteen;
    if (isSixteen && std::abs(colour - kWhite) < kWhiteTolerance) {
      causes.push_back({"sixteen-bits", whereBitsAreSet(loop, lane)});
    }
    if (colour > kHum) causes.push_back({"hum", Place(lane.route.back().device)});
  }
  const auto& input = lane.route.back().device;
  for (Cause& cause : gainCauses(loop, lane, difference, uncertainty)) {
    const auto* profile = loop.desk->profile(input);
    const auto* control = profile && cause.where.part == input.text()
                              ? profile->control(cause.where.detail)
                              : nullptr;
    if (control && (std::holds_alternative<profiles::GainKnob>(control->action) ||
                    std::holds_alternative<profiles::InputSensitivity>(control->action))) {
      causes.push_back(std::move(cause));
    }
  }
  return causes;
}

}  // namespace linecheck::prediction
