#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "audio/backend.h"
#include "cli/command.h"
#include "measure/level_match.h"
#include "measure/match_noise.h"
#include "measure/match_player.h"

/// Matching levels with somebody at the terminal, while the noise plays.
namespace linecheck::cli {

struct LevelMatchTalk {
  const Session& session;  ///< `input` is not null.
  audio::Backend& backend;
  audio::StreamConfig stream;  ///< Output only.
  measure::MatchNoise noise;
  measure::MatchOutputs outputs;
  std::array<std::string, 2> names;  ///< Of A and of B: "the headphones".
};

/// "72.4", also with a comma, "dB", "dBA", "dB(C)" or "dB SPL" behind it; `usage` for anything
/// else.
[[nodiscard]] Result<DecibelsSpl> parseMeterLevel(std::string_view text);

/// What the meter read on A and on B. `cancelled` if the user gives up.
[[nodiscard]] Result<std::array<DecibelsSpl, 2>> talkOverMeter(const LevelMatchTalk& talk);

/// What the ear tells. `cancelled` likewise; `measurementInvalid` beyond the range of the search.
[[nodiscard]] Result<measure::LevelDifference> talkByEar(const LevelMatchTalk& talk);

}  // namespace linecheck::cli
