#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "measure/run_notes.h"
#include "measure/stimulus.h"
#include "units/level.h"
#include "units/quantity.h"

namespace linecheck::measure {

/// One stretch of a sequence, in frames as they are played.
struct Segment {
  std::string id;
  std::int64_t first = 0;
  std::int64_t frames = 0;
  /// Frames at its start and end at which a steady signal is not steady yet or no longer.
  std::int64_t settleFrames = 0;
  std::int64_t tailFrames = 0;
};

/// In which filters and gains come to rest behind a tone's ramp, unless a measurement says
/// otherwise.
inline constexpr Seconds kToneSettle = Seconds::ofMilli(50.0);

/// All that one measurement plays without a pause: segments one behind the other, each with its own
/// samples on each output. Played in one stream and captured as one recording, so that the whole
/// measurement is one file that can be judged and read again.
class Sequence {
 public:
  /// `channels` ≥ 1 outputs; `sampleRate` in Hz.
  Sequence(int channels, int sampleRate) : channels_(channels), sampleRate_(sampleRate) {}

  [[nodiscard]] int channels() const { return channels_; }
  [[nodiscard]] int sampleRate() const { return sampleRate_; }
  [[nodiscard]] std::int64_t frames() const {
    return static_cast<std::int64_t>(samples_.size()) / channels_;
  }
  [[nodiscard]] const std::vector<Segment>& segments() const { return segments_; }
  /// None if there is no such segment.
  [[nodiscard]] const Segment* segment(std::string_view id) const;

  /// Silence on all outputs.
  void addSilence(std::string id, Seconds duration);
  /// The same samples, in units of full scale, on all outputs or on one (0-based; the others are
  /// silent). Its ramps, if it needs any, are in the samples.
  void add(std::string id, std::span<const double> samples, std::optional<int> output = {});
  /// Different samples on each output; all of one length.
  void add(std::string id, std::span<const std::vector<double>> outputs);
  /// A sum of sines with a ramp at both ends, steady for `duration` between them and after
  /// `settle` more, in which filters and gains come to rest.
  struct Tone {
    Hertz frequency;
    DecibelsFs level;
  };
  void addTones(std::string id, std::span<const Tone> tones, Seconds duration,
                std::optional<int> output = {}, Seconds settle = kToneSettle);

  /// The same with one tone for each output, each its own.
  void addTonesApart(std::string id, std::span<const Tone> tones, Seconds duration);

  /// What it was composed from; none if nobody told.
  void note(RunNotes notes) { notes_ = std::move(notes); }
  [[nodiscard]] const std::optional<RunNotes>& notes() const { return notes_; }

  /// Interleaved.
  [[nodiscard]] std::span<const float> samples() const { return samples_; }
  /// What was played on one output in a segment, as the converter was given it.
  [[nodiscard]] std::vector<double> played(const Segment& segment, int output) const;
  /// The level of a sine with the greatest peak in it; silence if it plays nothing.
  [[nodiscard]] DecibelsFs loudest() const;

 private:
  Segment& append(std::string id, std::int64_t frames);
  [[nodiscard]] std::int64_t framesIn(Seconds duration) const;
  [[nodiscard]] std::vector<double> rampedTones(std::span<const Tone> tones, Seconds duration,
                                                Seconds settle) const;
  void markSteady(Seconds settle);

  int channels_;
  int sampleRate_;
  std::vector<Segment> segments_;
  std::vector<float> samples_;
  std::optional<RunNotes> notes_;
};

/// `usage` for a tone that the sequence's sample rate cannot carry.
[[nodiscard]] Result<void> checkBelowNyquist(Hertz frequency, const Sequence& sequence);

}  // namespace linecheck::measure
