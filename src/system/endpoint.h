#pragma once

#include <compare>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "units/decibels.h"

/// The operating system's own sound settings: what stands between a program and the converter.
namespace linecheck::system {

enum class Direction { output, input };

/// An endpoint as the system keeps it apart from others; stays the same when it is plugged in
/// again. A device with both directions may have one key for both.
struct EndpointId {
  Direction direction = Direction::output;
  /// Linux: name of sink or source. Windows: id of the IMMDevice. macOS: UID of the device.
  std::string key;

  auto operator<=>(const EndpointId&) const = default;
};

/// Where a volume stands; of several channels the loudest.
struct Volume {
  /// As the system's own slider shows it: 0 is silence, 1 is 100 %. PulseAudio and PipeWire go
  /// past 1, where they amplify.
  double position = 1.0;
  /// What the system itself says that this does to the level; empty where it says nothing. −∞ at 0
  /// in PulseAudio and PipeWire, the lowest step of the device in Windows and macOS; these two
  /// count from the device's own 0 dB, which need not be at 100 %.
  std::optional<Decibels> gain;

  bool operator==(const Volume&) const = default;
};

/// A `usage` error unless it is a position to set: 0…1.
[[nodiscard]] Result<void> checkPosition(double position);

/// Of two channels' positions on their sliders: −1 where only the left one sounds, 0 where both
/// are alike (also both silent), +1 where only the right one does; linear in the quieter one.
[[nodiscard]] double balanceOf(double left, double right);

/// Of one sample.
struct SampleFormat {
  int bits = 0;  ///< Those that carry sound: 24 in a word of 32.
  bool isFloat = false;

  bool operator==(const SampleFormat&) const = default;
};

/// In what shape the system exchanges samples with the device; what a program plays otherwise is
/// converted on the way.
struct Format {
  int sampleRate = 0;  ///< Hz.
  int channels = 0;
  std::optional<SampleFormat> sample;  ///< Empty where it is not plain PCM, or not told.

  bool operator==(const Format&) const = default;
};

/// Who has the device.
enum class Sharing {
  shared,     ///< All programs, through the system's mixer.
  exclusive,  ///< One program alone; the system's settings may not act on it.
};

/// An output or input as the system lists it. Each optional is empty where the system has no such
/// thing or does not tell.
struct Endpoint {
  EndpointId id;
  std::string name;  ///< As the system shows it to the user.
  bool isDefault = false;
  std::optional<Volume> volume;
  std::optional<bool> isMuted;
  /// −1 left only, 0 both alike, +1 right only; in the system's own scale of its slider.
  std::optional<double> balance;
  std::optional<Format> format;
  std::optional<Sharing> sharing;
  /// Whether sound to or from it is changed by effects ("enhancements").
  std::optional<bool> hasEnhancements;
  std::vector<std::string> effects;  ///< The ones that may act on it, as far as they are named.

  bool operator==(const Endpoint&) const = default;
};

/// What manages sound on this machine.
struct SoundServer {
  enum class Kind { pulseAudio, pipeWire, windows, coreAudio };

  Kind kind = Kind::pulseAudio;
  std::string version;  ///< Empty where it is not told.

  /// "PulseAudio 16.1"
  [[nodiscard]] std::string text() const;
  bool operator==(const SoundServer&) const = default;
};

/// All of it at one moment.
struct SoundSettings {
  SoundServer server;
  std::vector<Endpoint> endpoints;  ///< Outputs first, each direction in the system's order.
};

}  // namespace linecheck::system
