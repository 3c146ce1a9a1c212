#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "simulation/mains.h"
#include "units/level.h"

namespace linecheck::simulation {

/// What makes a noise.
enum class NoiseKind {
  groundLoop,      ///< The mains voltage's own spectrum: odd orders.
  magneticPickup,  ///< Nearly a pure fundamental; near a tube screen its line tone too.
  supplyRipple,    ///< A full-wave rectifier: even orders.
  leakage,         ///< Mains through a small capacitance: odd orders that hardly fall.
  dimmer,          ///< The edges of a phase-cut wave: a buzz into the kilohertz.
  mainsHash,       ///< Noise in bursts at twice the mains frequency, and crackle.
  computerHash,    ///< Whine and noise that wander and step with a computer's load.
  usbFrames,       ///< 1 kHz and its multiples.
  mobilePhone,     ///< The bursts of a GSM phone, 216.7 per second.
  converterNoise,  ///< An interface's own noise: white, a little 1/f, idle tones.
  hiss,            ///< Broadband noise of gain stages.
};

/// All kinds, in the order of the enumeration.
inline constexpr std::array kNoiseKinds = {NoiseKind::groundLoop,   NoiseKind::magneticPickup,
                                           NoiseKind::supplyRipple, NoiseKind::leakage,
                                           NoiseKind::dimmer,       NoiseKind::mainsHash,
                                           NoiseKind::computerHash, NoiseKind::usbFrames,
                                           NoiseKind::mobilePhone,  NoiseKind::converterNoise,
                                           NoiseKind::hiss};

/// "ground_loop", for test names and reports.
[[nodiscard]] std::string_view noiseKindId(NoiseKind kind);

struct NoiseSourceConfig {
  NoiseKind kind = NoiseKind::groundLoop;
  /// RMS of all that lies below Nyquist, in the louder channel. Of a noise that comes and goes it
  /// is the RMS over a long time, its pauses included.
  DecibelsFs level;
  std::uint64_t seed = 1;  ///< Draws everything that its kind leaves open.
  Mains mains;
  int sampleRate = 48000;  ///< Hertz, 8000…768000.
};

/// One noise, in units of full scale: a function of its config and of the frame, the same in blocks
/// of any size and in any order. One object is used by one thread at a time.
class NoiseSource {
 public:
  NoiseSource() = default;
  virtual ~NoiseSource() = default;
  NoiseSource(const NoiseSource&) = delete;
  NoiseSource& operator=(const NoiseSource&) = delete;

  /// Adds the frames `first`, `first` + 1, … as the louder channel hears them. Any `first` ≥ 0.
  /// Realtime-safe: yes.
  virtual void addTo(std::span<double> mono, std::int64_t first) noexcept = 0;
};

/// What each channel hears of a noise, as factors: 1 in the louder one. Drawn from the seed.
[[nodiscard]] std::array<double, 2> channelGains(NoiseKind kind, std::uint64_t seed);

/// Whether each channel has a noise of its own, and not both the same.
[[nodiscard]] bool isOwnPerChannel(NoiseKind kind);

/// Builds a source with all it needs, so that it can be heard on the audio thread.
[[nodiscard]] std::unique_ptr<NoiseSource> makeNoiseSource(const NoiseSourceConfig& config);

}  // namespace linecheck::simulation
