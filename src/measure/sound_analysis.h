#pragma once

#include <vector>

#include "audio/file/sound_file.h"
#include "measure/analysis.h"

namespace linecheck::measure {

/// Channels `first`…`last` (0-based, of those that the sound has) of a recording, each as
/// `analyzeChannel`. The file's own depth decides what counts as its greatest sample.
/// Thread-safe: yes.
[[nodiscard]] std::vector<ChannelAnalysis> analyzeSound(const audio::Sound<double>& sound,
                                                        int first, int last,
                                                        AnalysisOptions options = {});

}  // namespace linecheck::measure
