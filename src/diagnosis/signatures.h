#pragma once

#include <optional>
#include <vector>

#include "diagnosis/channel_findings.h"
#include "diagnosis/evidence.h"

namespace linecheck::diagnosis {

/// The level of what each cause makes, as found in one channel. The limit of a mains cause is that
/// of a single line: the strongest that may hide at any of its orders up to 19.
[[nodiscard]] std::vector<Signature> signaturesOf(const ChannelFindings& found);

/// How far the strongest of lines and noise stands above the interface's own.
[[nodiscard]] std::optional<Observation> baselineExcess(const Evidence& evidence,
                                                        const Evidence& baseline);

}  // namespace linecheck::diagnosis
