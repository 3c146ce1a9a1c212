#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "base/sentence.h"
#include "diagnosis/cause.h"
#include "diagnosis/cause_model.h"
#include "measure/analysis.h"

namespace linecheck::diagnosis {

/// What a capture says about the chain.
struct Verdict {
  Cause cause = Cause::unknown;
  double confidence = 0.0;               ///< Probability that `cause` is right, 0…1.
  Sentence headline;                     ///< How things stand.
  Sentence detail;                       ///< What was seen, and the cheapest next step.
  std::vector<CauseProbability> causes;  ///< All causes of hum, the likeliest first; empty: no hum.
};

/// The level of the strongest interference in a channel, hum or hash; silence if there is none.
[[nodiscard]] DecibelsFs interference(const measure::ChannelAnalysis& channel);

/// The verdict on one channel. Thread-safe: yes.
[[nodiscard]] Verdict diagnose(const measure::ChannelAnalysis& channel);

/// The index of the channel with the strongest interference; the first if there is none.
/// `channels` is not empty.
[[nodiscard]] std::size_t decidingChannel(std::span<const measure::ChannelAnalysis> channels);

/// The verdict on a capture: that of its deciding channel. `channels` is not empty.
[[nodiscard]] Verdict diagnose(std::span<const measure::ChannelAnalysis> channels);

}  // namespace linecheck::diagnosis
