#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "audio/backend.h"
#include "audio/flagged_frames.h"
#include "measure/run_notes.h"
#include "measure/stimulus.h"

namespace linecheck::measure {

/// What the driver flagged, in the order of the frames. Neighbours with the same flags are one
/// entry. Of bounded length: beyond kMaxEntries the last entry grows over all that follows, for a
/// capture with so many has no long clean stretch there anyway.
class FlagLog {
 public:
  static constexpr std::size_t kMaxEntries = 32;

  /// `flagged.first` is not before the end of any entry so far.
  void add(const audio::FlaggedFrames& flagged);
  [[nodiscard]] const std::vector<audio::FlaggedFrames>& entries() const { return entries_; }
  bool operator==(const FlagLog&) const = default;

 private:
  std::vector<audio::FlaggedFrames> entries_;
};

/// Raw samples from a device with all that is known of how they came about.
struct Capture {
  std::vector<float> samples;  ///< Interleaved.
  int channels = 0;
  int sampleRate = 0;   ///< Hz.
  std::string backend;  ///< "portaudio", "simulated", "file".
  std::optional<audio::DeviceId> input;
  std::optional<audio::DeviceId> output;
  std::optional<TestTone> stimulus;  ///< What was played; none is silence.
  std::optional<RunNotes> run;       ///< Of a procedure: what the sequence was composed from.
  /// Frames before which the signal may still settle: latency, ramps, converters waking up.
  std::int64_t settleFrames = 0;
  /// Frames at the end in which the stimulus fades out.
  std::int64_t tailFrames = 0;
  FlagLog flags;
  std::int64_t lostFrames = 0;  ///< Arrived, but nobody had room for them.
  std::chrono::sys_seconds startedAt{};

  [[nodiscard]] std::int64_t frames() const {
    return channels > 0 ? static_cast<std::int64_t>(samples.size()) / channels : 0;
  }
  /// Frames [first, first + count) of a channel, 0-based, in double.
  [[nodiscard]] std::vector<double> channel(int index, std::int64_t first,
                                            std::int64_t count) const;
};

}  // namespace linecheck::measure
