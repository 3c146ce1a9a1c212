#pragma once

#include <optional>
#include <vector>

#include "base/sentence.h"
#include "chain/desk.h"
#include "diagnosis/audibility.h"
#include "diagnosis/ear_path.h"

namespace linecheck::diagnosis {

/// How it stands, in one sentence. `total` is the hum of the capture; silent if none was found.
[[nodiscard]] Sentence audibilitySentence(const Audibility& audibility, DecibelsFs total);

/// What would have to be told, or changed, for an answer.
[[nodiscard]] std::vector<Sentence> audibilityNeeds(const chain::Desk& desk,
                                                    const std::optional<EarPath>& path,
                                                    bool isCalibrated,
                                                    const levels::MissingSet& missing);

}  // namespace linecheck::diagnosis
