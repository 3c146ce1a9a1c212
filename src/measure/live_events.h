#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

#include "audio/dead_input.h"
#include "base/error.h"
#include "measure/analysis.h"
#include "units/quantity.h"

namespace linecheck::measure {

enum class LiveState { stopped, starting, running };

/// The monitor started or stopped; `fault` says why it could not start, or stopped by itself.
struct LiveStateChange {
  LiveState state = LiveState::stopped;
  std::optional<Error> fault;
};

/// All channels, read off the newest unbroken stretch of the capture.
struct LiveAnalysis {
  std::vector<ChannelAnalysis> channels;
  Seconds duration;        ///< Of that stretch.
  std::uint64_t anew = 0;  ///< It began after the call of `listenAnew` that returned this.
  /// The stretch itself, for whoever looks deeper: one vector for each channel, in units of full
  /// scale. None if it was not kept.
  std::shared_ptr<const std::vector<std::vector<double>>> samples;
  Hertz rate;               ///< Of the samples.
  AnalysisOptions options;  ///< What was known of it.
};

/// The capture was broken here: what came before does not belong to what comes after, and the
/// analysis begins anew.
struct LiveInterruption {
  std::int64_t lostFrames = 0;  ///< Or repeated or replaced; 0: the driver only warned.
};

/// The input fell silent to the last bit, or came to life.
struct InputLifeChange {
  audio::InputLife life = audio::InputLife::unknown;
};

/// What a listener must not miss.
using LiveEvent = std::variant<LiveStateChange, LiveAnalysis, LiveInterruption, InputLifeChange>;

}  // namespace linecheck::measure
