#include "cli/device_state.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "chain/vocabulary.h"

namespace linecheck::cli {
namespace {

using chain::Device;

constexpr std::string_view kUnknown = "unknown";

tl::unexpected<Error> misfit(std::string_view value, std::string takes) {
  return fail(ErrorCode::badInput, std::move(takes), std::string(value));
}

std::optional<double> numberIn(std::string_view text, std::string_view unit) {
  if (text.ends_with(unit)) text.remove_suffix(unit.size());
  double number = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool isWhole = error == std::errc() && end == text.data() + text.size();
  return isWhole ? std::optional(number) : std::nullopt;
}

Result<void> setTruth(std::optional<bool>& truth, std::string_view value) {
  if (value == kUnknown) {
    truth.reset();
  } else if (value == "yes" || value == "no") {
    truth = value == "yes";
  } else {
    return misfit(value, "This is yes, no or unknown.");
  }
  return {};
}

template <class T, std::size_t N>
Result<void> setWord(std::optional<T>& meaning, const std::array<json::Word<T>, N>& words,
                     std::string_view value) {
  meaning.reset();
  if (value == kUnknown) return {};
  std::string known;
  for (const auto& [word, means] : words) {
    if (word == value) meaning = means;
    known += fmt::format("{}, ", word);
  }
  if (!meaning) return misfit(value, "This is " + known + "or unknown.");
  return {};
}

Result<void> setName(Device& device, std::string_view value) {
  device.name = std::string(value);
  return {};
}

Result<void> setSerial(Device& device, std::string_view value) {
  device.serial = value == kUnknown ? std::string() : std::string(value);
  return {};
}

Result<void> setSampleRate(Device& device, std::string_view value) {
  device.format.sampleRate.reset();
  if (value == kUnknown) return {};
  const auto hertz = numberIn(value, "Hz");
  if (!hertz) return misfit(value, "The sample rate is given in Hz, such as 48000.");
  device.format.sampleRate = Hertz::of(*hertz);
  return {};
}

Result<void> setBits(Device& device, std::string_view value) {
  device.format.bits.reset();
  if (value == kUnknown) return {};
  const auto bits = numberIn(value, "");
  if (!bits || *bits != static_cast<int>(*bits)) {
    return misfit(value, "The bit depth is a whole number, such as 24.");
  }
  device.format.bits = static_cast<int>(*bits);
  return {};
}

chain::ComputerState& computerOf(Device& device) {
  if (!device.computer) device.computer.emplace();
  return *device.computer;
}

Result<void> setSystem(Device& device, std::string_view value) {
  return setWord(computerOf(device).system, chain::kOperatingSystems, value);
}

Result<void> setPath(Device& device, std::string_view value) {
  return setWord(computerOf(device).path, chain::kAudioPaths, value);
}

Result<void> setSystemVolume(Device& device, std::string_view value) {
  auto& volume = computerOf(device).systemVolume;
  volume.reset();
  if (value == kUnknown) return {};
  const auto percent = numberIn(value, "%");
  if (!percent || *percent < 0.0 || *percent > 100.0) {
    return misfit(value, "The system volume is 0% to 100%.");
  }
  volume = *percent / 100.0;
  return {};
}

Result<void> setOnBattery(Device& device, std::string_view value) {
  return setTruth(computerOf(device).isOnBattery, value);
}

Result<void> setEarthContact(Device& device, std::string_view value) {
  return setTruth(device.hasEarthContact, value);
}

Result<void> setOnTopOf(Device& device, std::string_view value) {
  device.placement.onTopOf.reset();
  if (value != "nothing") device.placement.onTopOf = chain::DeviceId(std::string(value));
  return {};
}

Result<void> setEnclosed(Device& device, std::string_view value) {
  if (value != "yes" && value != "no") return misfit(value, "This is yes or no.");
  device.placement.isEnclosed = value == "yes";
  return {};
}

struct State {
  std::string_view name;
  Result<void> (*set)(Device&, std::string_view);
};

constexpr std::array kStates = {
    State{"name", setName},
    State{"serial", setSerial},
    State{"sample-rate", setSampleRate},
    State{"bits", setBits},
    State{"system", setSystem},
    State{"path", setPath},
    State{"system-volume", setSystemVolume},
    State{"on-battery", setOnBattery},
    State{"earth-contact", setEarthContact},
    State{"on-top-of", setOnTopOf},
    State{"enclosed", setEnclosed},
};

const State* find(std::string_view name) {
  const auto found = std::find_if(kStates.begin(), kStates.end(),
                                  [&](const State& state) { return state.name == name; });
  return found == kStates.end() ? nullptr : &*found;
}

}  // namespace

bool isStateName(std::string_view name) {
  return find(name) != nullptr;
}

std::string stateNames() {
  std::string names;
  for (const State& state : kStates) {
    if (!names.empty()) names += ", ";
    names += state.name;
  }
  return names;
}

Result<void> setState(Device& device, std::string_view name, std::string_view value) {
  const State* state = find(name);
  if (state == nullptr) return fail(ErrorCode::usage, "No device has this.", std::string(name));
  return state->set(device, value);
}

}  // namespace linecheck::cli
