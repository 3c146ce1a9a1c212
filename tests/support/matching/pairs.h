#pragma once

#include <cmath>
#include <filesystem>
#include <optional>
#include <string_view>

#include "matching/match.h"
#include "profiles/library.h"

/// Outputs and headphones with just the figures that a test is about.
namespace linecheck::matching::testing {

inline Load perMilliwatt(double ohm, double level) {
  Load load;
  load.impedance = Bounded<Ohms>::exactly(Ohms::of(ohm));
  load.sensitivity = {profiles::Sensitivity::perMilliwatt(DecibelsSpl::of(level)), {}, {}};
  return load;
}

inline Load perVolt(double ohm, double level) {
  Load load = perMilliwatt(ohm, level);
  load.sensitivity = {profiles::Sensitivity::perVolt(DecibelsSpl::of(level)), {}, {}};
  return load;
}

/// A converter's output without load.
inline Output openOutput(double ohm, std::optional<double> volts = {}) {
  Output output;
  output.kind = profiles::Kind::audioInterface;
  output.impedance = Bounded<Ohms>::exactly(Ohms::of(ohm));
  if (volts) output.maximum = Bounded<Volts>::exactly(Volts::of(*volts));
  return output;
}

inline void rate(Output& output, double watts, double ohm) {
  output.ratings.push_back(
      {Ohms::of(ohm), Bounded<Volts>::exactly(Volts::of(std::sqrt(watts * ohm)))});
}

/// An amplifier that is fed, without any step yet.
inline Output amplifier(double ohm, double watts, double ratedOhm) {
  Output output = openOutput(ohm);
  output.kind = profiles::Kind::headphoneAmplifier;
  output.isFed = true;
  rate(output, watts, ratedOhm);
  return output;
}

inline void addStep(Output& output, const char* name, double gain) {
  output.steps.push_back({name, Bounded<Decibels>::exactly(Decibels::of(gain))});
}

inline void setNoise(Output& output, double microvolts) {
  output.noise = Bounded<Volts>::exactly(Volts::ofMicro(microvolts));
}

/// Headphones as the article has them.
inline Load m1() {
  Load load = perMilliwatt(16.0, 91.0);
  load.driver = profiles::Driver::planar;
  return load;
}

inline const profiles::Library& library() {
  static const profiles::Library kLibrary = profiles::Library::load(
      {std::filesystem::path(LINECHECK_SOURCE_DIR) / "device-profiles", {}});
  return kLibrary;
}
inline const profiles::Profile& shipped(std::string_view id) {
  return library().find(id)->profile;
}
/// The output with this port's id, or the first.
inline Output shippedOutput(std::string_view id, std::string_view port = {}) {
  const auto outputs = outputsOf(shipped(id));
  for (const Output& output : outputs) {
    if (output.port == port) return output;
  }
  return outputs.at(0);
}

}  // namespace linecheck::matching::testing
