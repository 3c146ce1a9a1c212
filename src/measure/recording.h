#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "measure/capture.h"
#include "measure/gate.h"
#include "measure/sequence.h"

namespace linecheck::measure {

/// A capture laid beside the sequence that was played.
struct Recording {
  Capture capture;
  std::shared_ptr<const Sequence> sequence;
  PathReport path;

  [[nodiscard]] Hertz sampleRate() const { return Hertz::of(capture.sampleRate); }
  [[nodiscard]] int channels() const { return capture.channels; }
  /// Frames from the sequence's clock to the capture's; without a gate 0.
  [[nodiscard]] double latency(int channel) const;
  /// Where in the capture a frame of the sequence came back, to the nearest frame, drift included.
  [[nodiscard]] std::int64_t frameOf(std::int64_t played, int channel) const;
  /// Whether a segment was captured to its end on all channels, latency included.
  [[nodiscard]] bool holds(const Segment& segment) const;
  /// What came back of a segment's steady part, without its settling and its tail. Aligned to the
  /// nearest frame. Empty if it is not wholly there.
  [[nodiscard]] std::vector<double> steady(const Segment& segment, int channel) const;
  /// What came back of a whole segment, and as many frames before and behind it. Frames that were
  /// not captured are zeros; empty if the segment itself is not wholly there.
  [[nodiscard]] std::vector<double> around(const Segment& segment, int channel,
                                           std::int64_t before = 0, std::int64_t behind = 0) const;
  /// The inputs that hear their own output, or all if no gate was run.
  [[nodiscard]] std::vector<int> usableChannels() const;
};

}  // namespace linecheck::measure
