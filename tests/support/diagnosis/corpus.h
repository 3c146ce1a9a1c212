#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "simulation/noise_source.h"
#include "support/diagnosis/programme.h"
#include "support/diagnosis/strange_noise.h"

namespace linecheck::testing {

// Captures of known content, to judge a diagnosis by. Everything in a capture is a function of its
// seed: the training set and the test set differ by their seeds alone.

/// What a capture holds besides the interface's own noise.
enum class CaseKind {
  clean,  ///< Nothing.
  groundLoop,
  magneticPickup,
  supplyRipple,
  leakage,
  dimmer,
  mainsHash,
  computerHash,
  usbFrames,
  mobilePhone,
  hiss,
  mixture,  ///< Two of the above causes at once.
  unknown,  ///< What none of them makes.
};

inline constexpr std::array kCaseKinds = {
    CaseKind::clean,     CaseKind::groundLoop,  CaseKind::magneticPickup, CaseKind::supplyRipple,
    CaseKind::leakage,   CaseKind::dimmer,      CaseKind::mainsHash,      CaseKind::computerHash,
    CaseKind::usbFrames, CaseKind::mobilePhone, CaseKind::hiss,           CaseKind::mixture,
    CaseKind::unknown};

/// "ground_loop", "clean" …
[[nodiscard]] std::string_view caseKindId(CaseKind kind);

/// The cause that a case of one single cause holds.
[[nodiscard]] std::optional<simulation::NoiseKind> causeOf(CaseKind kind);

/// A noise that was put into a capture.
struct Planted {
  std::variant<simulation::NoiseKind, StrangeKind> cause;
  std::uint64_t seed = 0;  ///< Of the source.
  /// RMS of its samples over this very capture, at all frequencies, in the louder channel.
  DecibelsFs level;
  /// Its RMS over this capture from 20 Hz to 20 kHz, above that of the interface's own noise
  /// (rounding to bits included) in the same band and channel: the one that hears it louder.
  Decibels overFloor;
  std::size_t louder = 0;  ///< That channel.

  /// None if it is strange.
  [[nodiscard]] std::optional<simulation::NoiseKind> known() const;
  [[nodiscard]] std::string_view id() const;
};

/// A capture and all that is true of it.
struct Case {
  CaseKind kind = CaseKind::clean;
  std::uint64_t seed = 0;
  int sampleRate = 48000;  ///< 44.1, 48, 88.2, 96 or 192 kHz.
  simulation::Mains mains;
  Seconds length;  ///< 3…12 s, a multiple of 0.25 s.
  StereoSamples channels;
  /// The interface's own noise, RMS up to Nyquist before rounding, in its louder channel:
  /// −120…−90 dBFS, with 16 bits −93…−90 dBFS, which dithers.
  DecibelsFs floor;
  std::vector<Planted> planted;              ///< The strongest over the floor first.
  std::optional<ProgrammeConfig> programme;  ///< What played meanwhile.
  /// The same interface at another time, with nothing planted and nothing playing.
  std::optional<StereoSamples> baseline;
  std::optional<int> bits;  ///< 16 or 24: samples were rounded, without dither.

  /// "ground_loop seed 12: 48 kHz, 50 Hz, floor −104.2, ground_loop +31.0 dB, music".
  [[nodiscard]] std::string description() const;
};

/// What a case shall be, where chance shall not decide. The rest stays as the seed has it.
struct CaseWishes {
  std::optional<Decibels> overFloor;  ///< Of the first noise planted.
  std::optional<bool> hasProgramme;
  std::optional<bool> hasBaseline;
  std::optional<int> sampleRate;
  std::optional<double> mainsHertz;
  std::optional<Seconds> length;  ///< Multiples of 0.25 s.
};

/// A case; the same each time. Causes stand 10…60 dB over the floor; the second of a mixture up to
/// 20 dB below the first, and not below 10 dB. A programme plays in a third, a baseline is there in
/// half, and a third each is rounded to 16 bits, to 24 bits or not at all.
[[nodiscard]] Case makeCase(std::uint64_t seed, CaseKind kind, const CaseWishes& wishes = {});

enum class CaseSet { training, test };

/// The seed of a set's `index`-th case; no seed is in both.
[[nodiscard]] std::uint64_t caseSeed(CaseSet set, std::uint64_t index);

/// RMS of samples between two frequencies, by one transform of all of them.
[[nodiscard]] double bandRms(const std::vector<double>& samples, int sampleRate, Hertz low,
                             Hertz high);

}  // namespace linecheck::testing
