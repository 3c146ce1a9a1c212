#include "prediction/computer_path.h"

#include <limits>

#include "chain/host.h"

namespace linecheck::prediction {
namespace {

using chain::Desk;
using chain::Device;
using chain::OperatingSystem;
using chain::Place;
using chain::Travel;
using levels::Estimate;
using levels::Gap;

Decibels power(Travel travel, double exponent) {
  return exponent * Decibels::fromAmplitudeRatio(travel.fraction);
}

const Device* computerOf(const Desk& desk, const levels::Route& route) {
  const auto& first = route.front();
  if (desk.kind(first.device) == profiles::Kind::computer) return desk.device(first.device);
  return chain::hostOfBuiltIn(desk, first.device);
}

std::optional<bool> hasLimiter(const Device& computer, std::optional<bool> usesMixer) {
  if (usesMixer == false) return false;
  if (!computer.computer || !computer.computer->system) return std::nullopt;
  if (*computer.computer->system != OperatingSystem::windows) return false;
  return usesMixer;
}

Estimate<Decibels> sliderGainOf(const Desk& desk, const Device& computer, const Place& slider) {
  const auto setting =
      slider.detail.empty() ? std::nullopt : desk.setting(computer.id, slider.detail);
  if (setting && std::holds_alternative<Decibels>(*setting)) {
    return Estimate<Decibels>::exactly(std::get<Decibels>(*setting));
  }
  const auto position = chain::systemVolume(desk, computer);
  if (!position) return Estimate<Decibels>::atMost(0_dB, {Gap::setting, slider});
  const auto system = computer.computer ? computer.computer->system : std::nullopt;
  return sliderGain(system, {*position}, slider);
}

}  // namespace

Estimate<Decibels> sliderGain(std::optional<OperatingSystem> system, Travel travel,
                              const Place& where) {
  if (travel.fraction >= 1.0) return Estimate<Decibels>::exactly(0_dB);
  if (travel.fraction <= 0.0) {
    return Estimate<Decibels>::exactly(Decibels::of(-std::numeric_limits<double>::infinity()));
  }
  if (system == OperatingSystem::windows) {
    return {power(travel, 1.7), power(travel, 1.8), power(travel, 1.6), {}};
  }
  if (system == OperatingSystem::linux) return Estimate<Decibels>::exactly(power(travel, 3.0));
  return {{}, power(travel, 3.0), power(travel, 1.0), {{Gap::taper, where}}};
}

ComputerPath computerPathOf(const Desk& desk, const levels::Route& route) {
  ComputerPath path;
  path.computer = computerOf(desk, route);
  if (!path.computer) {
    // Nobody has drawn what plays: 0 dB is the best guess, and nothing but its most.
    path.gain = {0_dB, {}, 0_dB, {{Gap::setting, Place(route.front().device)}}};
    return path;
  }
  const Device& computer = *path.computer;
  path.slider = chain::systemVolumePlace(desk, computer);
  path.usesMixer = chain::usesSystemMixer(computer);
  path.hasLimiter = hasLimiter(computer, path.usesMixer);
  if (path.usesMixer == false) {
    path.gain = Estimate<Decibels>::exactly(0_dB);
    return path;
  }
  path.gain = sliderGainOf(desk, computer, path.slider);
  if (!path.usesMixer && path.gain != Estimate<Decibels>::exactly(0_dB)) {
    path.gain.nominal.reset();
    path.gain.high = 0_dB;
    path.gain.missing.insert({Gap::setting, Place(computer.id)});
  }
  return path;
}

}  // namespace linecheck::prediction
