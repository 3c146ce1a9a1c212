#include "measure/recording.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace linecheck::measure {
namespace {

const PathChannel* pathOf(const PathReport& report, int channel) {
  const auto found =
      std::find_if(report.channels.begin(), report.channels.end(),
                   [channel](const PathChannel& known) { return known.input == channel; });
  return found == report.channels.end() || !found->output ? nullptr : &*found;
}

}  // namespace

double Recording::latency(int channel) const {
  if (const auto* own = pathOf(path, channel)) return own->latency;
  // One that hears nothing is as late as the others.
  for (const PathChannel& other : path.channels) {
    if (other.output) return other.latency;
  }
  return 0.0;
}

std::int64_t Recording::frameOf(std::int64_t played, int channel) const {
  const double drift = 1.0 + 1e-6 * path.driftPpm;
  return std::llround(latency(channel) + drift * static_cast<double>(played));
}

bool Recording::holds(const Segment& segment) const {
  for (int channel = 0; channel < channels(); ++channel) {
    const std::int64_t first = frameOf(segment.first, channel);
    if (first < 0 || first + segment.frames > capture.frames()) return false;
  }
  return true;
}

std::vector<double> Recording::steady(const Segment& segment, int channel) const {
  if (!holds(segment)) return {};
  return capture.channel(channel, frameOf(segment.first + segment.settleFrames, channel),
                         segment.frames - segment.settleFrames - segment.tailFrames);
}

std::vector<double> Recording::around(const Segment& segment, int channel, std::int64_t before,
                                      std::int64_t behind) const {
  if (!holds(segment)) return {};
  const std::int64_t first = frameOf(segment.first, channel) - before;
  const std::int64_t last = first + before + segment.frames + behind;
  const std::int64_t from = std::max<std::int64_t>(first, 0);
  const std::int64_t to = std::min(last, capture.frames());
  std::vector<double> result(static_cast<std::size_t>(last - first));
  const auto there = capture.channel(channel, from, to - from);
  std::copy(there.begin(), there.end(), result.begin() + (from - first));
  return result;
}

std::vector<int> Recording::usableChannels() const {
  std::vector<int> result;
  if (!path.wasRun) {
    result.resize(static_cast<std::size_t>(channels()));
    std::iota(result.begin(), result.end(), 0);
    return result;
  }
  for (const PathChannel& channel : path.channels) {
    if (channel.output) result.push_back(channel.input);
  }
  return result;
}

}  // namespace linecheck::measure
