#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "profiles/figure.h"
#include "profiles/sensitivity.h"
#include "units/quantity.h"

namespace linecheck::profiles {

/// A part of a pasted line that was not taken over, and why.
struct SpecRemark {
  std::size_t begin = 0;  ///< In bytes of the line.
  std::size_t length = 0;
  std::string text;  ///< That part of the line.
  std::string what;
};

/// A sensitivity as pasted; without a reference it must be asked for.
struct SpecSensitivity {
  Written level;  ///< In "dB".
  std::optional<Sensitivity::Reference> reference;
};

struct SpecPower {
  Written power;
  Ohms load;  ///< Greater than 0.
};

/// A figure that is often weighted.
struct SpecNoise {
  Written level;
  std::optional<Weighting> weighting;
};

/// What a line of figures says. Units are those of the profile format.
struct SpecLine {
  std::optional<Written> impedance;
  std::optional<SpecSensitivity> sensitivity;
  std::vector<SpecPower> powers;
  std::optional<Written> outputImpedance;
  std::optional<Written> maximumLevel;
  std::optional<SpecNoise> noise;
  std::optional<SpecNoise> signalToNoise;
  std::optional<SpecNoise> dynamicRange;

  /// What is ambiguous, incomplete or malformed, and so must be put right before the line is used.
  std::vector<SpecRemark> faults;
  /// What no profile figure takes, such as a frequency range.
  std::vector<SpecRemark> unused;

  [[nodiscard]] bool needsReference() const { return sensitivity && !sensitivity->reference; }
  /// Whether nothing at all was found.
  [[nodiscard]] bool isEmpty() const;
};

/// Reads a line as people copy it from shops, manuals and forums: "300 Ω, 97 dB/mW", "Impedance: 32
/// Ohms; Sensitivity: 112 dB SPL/V @ 1 kHz", "580 mW into 32 ohm", "output impedance < 0.1 Ω",
/// "SNR 120 dB". English and German labels, decimal point or comma, ranges ("20–27 Ω"), tolerances
/// ("97 ± 3 dB", "± 10 %") and bounds ("< 0.1"). Nothing is guessed: a number that can be read in
/// two ways, a decibel figure without a name beside figures of an amplifier, or a power without its
/// load is a fault. Thread-safe: yes.
[[nodiscard]] SpecLine parseSpecLine(std::string_view line);

/// One of the two things that a level without a reference can mean.
struct SensitivityReading {
  Sensitivity::Reference reference;
  Written written;  ///< In "dB/mW" or "dB/V".
  /// The same in the other unit; nothing without an impedance.
  std::optional<DecibelsSpl> inOtherUnit;
};

/// Both readings, per mW first, so that one can choose. dB/V = dB/mW + 10·log10(1000 Ω / Z).
[[nodiscard]] std::array<SensitivityReading, 2> sensitivityReadings(const Written& level,
                                                                    std::optional<Ohms> impedance);

/// The written form of a sensitivity with this reference.
[[nodiscard]] Written withReference(Written level, Sensitivity::Reference reference);

}  // namespace linecheck::profiles
