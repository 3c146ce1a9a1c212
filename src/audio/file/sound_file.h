#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"

namespace linecheck::audio {

/// What can be read. The samples' number bounds the memory: 4 GiB as double.
inline constexpr int kMaxFileChannels = 64;
inline constexpr int kMinFileSampleRate = 1'000;    ///< Hz.
inline constexpr int kMaxFileSampleRate = 768'000;  ///< Hz.
inline constexpr std::int64_t kMaxFileSamples = std::int64_t{1} << 29;

/// What a sound file says of itself.
struct SoundFileInfo {
  int channels = 0;    ///< 1…kMaxFileChannels.
  int sampleRate = 0;  ///< Hz.
  std::int64_t frames = 0;
  int bitsPerSample = 0;  ///< As stored: 8, 16, 24, 32 or 64. Decides what counts as full scale.
  bool isFloatingPoint = false;
  std::string comment;  ///< The file's own comment text; empty without one.
};

/// A sound file in memory. Full scale of a stored integer is ±1; floating-point samples stand as
/// stored and may be greater.
template <class Sample>
struct Sound {
  SoundFileInfo info;
  std::vector<Sample> samples;  ///< Interleaved, info.frames × info.channels, all finite.

  /// One channel's samples, info.frames of them; index 0…info.channels − 1.
  [[nodiscard]] std::vector<Sample> channel(int index) const {
    std::vector<Sample> one(static_cast<std::size_t>(info.frames));
    auto at = static_cast<std::size_t>(index);
    for (Sample& sample : one) {
      sample = samples[at];
      at += static_cast<std::size_t>(info.channels);
    }
    return one;
  }
};

/// Reads a whole WAV (also RF64, W64), AIFF, CAF or FLAC file. `Sample` is float or double; double
/// holds every stored integer exactly, float those up to 24 bit.
///
/// Errors name the file: `notFound`; `badInput` for what is no sound file, holds no samples, ends
/// before the length that its header declares, or has a sample that is NaN or infinite (with its
/// frame and channel); `unsupported` for other formats, rates, channel counts and lengths; `io`.
/// Thread-safe: yes.
template <class Sample>
[[nodiscard]] Result<Sound<Sample>> readSoundFile(const std::filesystem::path& path);

enum class StoredSample { float32, pcm24 };

struct SoundFileOptions {
  /// Unset: float32 in .wav, pcm24 in .flac (which has no float). At pcm24 samples are rounded,
  /// and those beyond full scale are clipped.
  std::optional<StoredSample> stored;
  /// Text kept in the file; at most kMaxFileComment bytes of UTF-8.
  std::string comment;
  /// Refuses samples that `stored` would round or clip.
  bool exactly = false;
};

/// libsndfile reads back no more than this from a WAV file.
inline constexpr std::size_t kMaxFileComment = 2000;

/// Whether a sound file can be written there: `usage` for an extension that is not written, `io`
/// for a folder that is not there or may not be written to. Leaves nothing behind.
[[nodiscard]] Result<void> checkSoundFileTarget(const std::filesystem::path& path);

/// Writes interleaved samples to a .wav or .flac file, which appears whole or not at all.
///
/// Errors: `usage` for another extension or a span that is no whole number of frames, `badInput`
/// for a sample that is not finite, `unsupported` for what the format cannot hold (not exactly, if
/// that is asked for), `io`.
/// Thread-safe: yes, for different paths.
template <class Sample>
[[nodiscard]] Result<void> writeSoundFile(const std::filesystem::path& path,
                                          std::span<const Sample> samples, int channels,
                                          int sampleRate, const SoundFileOptions& options = {});

}  // namespace linecheck::audio
