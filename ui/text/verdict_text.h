#pragma once

#include <optional>

#include "base/error.h"
#include "diagnosis/verdict.h"
#include "text/banner_state.h"

namespace linecheck::ui {

/// A verdict as the banner says it, in the user's language. `input` is the channel it was found
/// on, from 1, where that needs saying.
[[nodiscard]] BannerState bannerOf(const diagnosis::Verdict& verdict,
                                   std::optional<int> input = {});

// The banner while there is no verdict.
[[nodiscard]] BannerState searchingBanner();
[[nodiscard]] BannerState stoppedBanner();
[[nodiscard]] BannerState listeningBanner();
/// What was asked for could not be done.
[[nodiscard]] BannerState failedBanner(const Error& error);
/// The capture was broken; a verdict comes once it has been whole for a while. 0 lost frames: the
/// driver only warned.
[[nodiscard]] BannerState interruptedBanner(qint64 lostFrames);
/// Exact zeros, from the start or all of a sudden.
[[nodiscard]] BannerState deadInputBanner(bool wasAlive);

}  // namespace linecheck::ui
