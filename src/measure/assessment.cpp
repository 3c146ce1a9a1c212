#include "measure/assessment.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "audio/dead_input.h"

namespace linecheck::measure {
namespace {

constexpr double kDeadAfterSeconds = 0.1;
constexpr double kEnoughSeconds = 3.0;
// The tone's fade-out begins this long before the end at the earliest.
constexpr double kFadeSeconds = 0.06;

struct Range {
  std::int64_t first = 0;
  std::int64_t frames = 0;
};

double secondsAt(const Capture& capture, std::int64_t frame) {
  return static_cast<double>(frame) / capture.sampleRate;
}

Validity invalid(InvalidReason reason, std::string text) {
  return {reason, std::move(text)};
}

std::optional<Validity> checkFinite(const Capture& capture) {
  const auto bad = std::find_if(capture.samples.begin(), capture.samples.end(),
                                [](float sample) { return !std::isfinite(sample); });
  if (bad == capture.samples.end()) return std::nullopt;
  return invalid(
      InvalidReason::notFinite,
      fmt::format("The device gave a sample that is not a number, at {:.3f} s.",
                  secondsAt(capture, (bad - capture.samples.begin()) / capture.channels)));
}

std::optional<Validity> checkLosses(const Capture& capture) {
  if (capture.lostFrames == 0) return std::nullopt;
  return invalid(InvalidReason::samplesLost,
                 fmt::format("This computer was too busy to take {} frames. Close other programs "
                             "or use a larger buffer.",
                             capture.lostFrames));
}

std::optional<Validity> checkLife(const Capture& capture, Range range,
                                  std::vector<ChannelCondition>& channels) {
  audio::DeadInputDetector detector(
      capture.channels,
      std::max<std::int64_t>(1, std::llround(kDeadAfterSeconds * capture.sampleRate)));
  const auto stride = static_cast<std::size_t>(capture.channels);
  detector.push(std::span(capture.samples)
                    .subspan(static_cast<std::size_t>(range.first) * stride,
                             static_cast<std::size_t>(range.frames) * stride));
  for (std::size_t i = 0; i < channels.size(); ++i) {
    const int channel = static_cast<int>(i);
    const auto life = detector.life(channel);
    channels[i].isDead = life == audio::InputLife::silent || life == audio::InputLife::unknown;
    if (const auto died = detector.diedAt(channel); died && !channels[i].isDead) {
      return invalid(
          InvalidReason::deadInput,
          fmt::format("Input {} fell silent at {:.2f} s: exact zeros, as from a link that broke.",
                      i + 1, secondsAt(capture, range.first + *died)));
    }
  }
  if (std::any_of(channels.begin(), channels.end(), [](const auto& c) { return !c.isDead; })) {
    return std::nullopt;
  }
  return invalid(InvalidReason::deadInput,
                 "The input gives exact zeros: it is muted or not connected.");
}

std::string describe(const Jump& jump, double seconds) {
  if (!jump.samples) return fmt::format("The tone was cut or replaced at {:.2f} s", seconds);
  const std::int64_t count = std::abs(*jump.samples);
  return fmt::format("{} sample{} {} {} at {:.2f} s", count, count == 1 ? "" : "s",
                     count == 1 ? "was" : "were", *jump.samples > 0 ? "lost" : "repeated", seconds);
}

std::optional<Validity> checkTone(const Capture& capture, Range range,
                                  std::vector<ChannelCondition>& channels) {
  const TestTone& tone = *capture.stimulus;
  const Hertz rate = Hertz::of(capture.sampleRate);
  bool isFound = false;
  for (std::size_t i = 0; i < channels.size(); ++i) {
    if (channels[i].isDead) continue;
    const auto samples = capture.channel(static_cast<int>(i), range.first, range.frames);
    const auto& continuity =
        channels[i].continuity.emplace(checkContinuity(samples, rate, tone.frequency));
    channels[i].hasTone =
        continuity.isToneFound && continuity.toneLevel - tone.level > kWeakestLoop;
    isFound = isFound || channels[i].hasTone;
    if (!channels[i].hasTone || continuity.jumps.empty()) continue;
    const Jump& first = continuity.jumps.front();
    const std::size_t others = continuity.jumps.size() - 1;
    return invalid(
        InvalidReason::jump,
        describe(first, secondsAt(capture, range.first + first.frame)) +
            (others > 0 ? fmt::format(", and in {} more place{}", others, others == 1 ? "" : "s")
                        : std::string()) +
            ". Use a larger buffer, or another USB port.");
  }
  if (isFound) return std::nullopt;
  return invalid(InvalidReason::noLoopback,
                 "The test tone did not come back: connect the output to the input.");
}

bool isProvenByTone(const std::vector<ChannelCondition>& channels) {
  bool isProven = false;
  for (const ChannelCondition& channel : channels) {
    if (!channel.hasTone) continue;
    if (!channel.continuity->canSeeOneSample) return false;
    isProven = true;
  }
  return isProven;
}

Range longestUnflagged(const Capture& capture, Range range) {
  Range longest;
  std::int64_t from = range.first;
  const auto upTo = [&](std::int64_t end) {
    end = std::min(end, range.first + range.frames);
    if (end - from > longest.frames) longest = {from, end - from};
  };
  for (const audio::FlaggedFrames& flagged : capture.flags.entries()) {
    upTo(flagged.first);
    from = std::max(from, flagged.first + flagged.count);
  }
  upTo(range.first + range.frames);
  return longest;
}

std::optional<Validity> checkFlags(const Capture& capture, Range& range) {
  const Range longest = longestUnflagged(capture, range);
  const auto enough =
      std::min<std::int64_t>(range.frames, std::llround(kEnoughSeconds * capture.sampleRate));
  if (longest.frames < enough) {
    return invalid(InvalidReason::flagged,
                   fmt::format("The driver reported lost samples so often that at most {:.1f} s "
                               "in a row are left. Use a larger buffer.",
                               secondsAt(capture, longest.frames)));
  }
  range = longest;
  return std::nullopt;
}

}  // namespace

std::string_view invalidReasonId(InvalidReason reason) {
  switch (reason) {
    case InvalidReason::notFinite:
      return "not_finite";
    case InvalidReason::samplesLost:
      return "samples_lost";
    case InvalidReason::deadInput:
      return "dead_input";
    case InvalidReason::noLoopback:
      return "no_loopback";
    case InvalidReason::jump:
      return "jump";
    case InvalidReason::flagged:
      return "flagged";
  }
  return "";
}

Assessment assess(const Capture& capture) {
  Assessment result;
  result.channels.resize(static_cast<std::size_t>(capture.channels));
  const std::int64_t all = capture.frames();
  Range range{std::min(capture.settleFrames, all), 0};
  range.frames = std::max<std::int64_t>(0, all - range.first - capture.tailFrames);
  // A jump in the fade's last part before the tail would be noticed too late by one block.
  const std::int64_t fade =
      capture.tailFrames > 0 ? std::llround(kFadeSeconds * capture.sampleRate) : 0;
  const Range watched{range.first, std::max<std::int64_t>(0, all - range.first - fade)};

  auto fault = checkFinite(capture);
  if (!fault) fault = checkLosses(capture);
  if (!fault) fault = checkLife(capture, watched, result.channels);
  if (!fault && capture.stimulus) fault = checkTone(capture, watched, result.channels);
  if (!fault && !isProvenByTone(result.channels)) fault = checkFlags(capture, range);
  if (fault) result.validity = *std::move(fault);
  result.firstFrame = range.first;
  result.frames = range.frames;
  return result;
}

}  // namespace linecheck::measure
