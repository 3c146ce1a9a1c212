#pragma once

#include <array>
#include <span>
#include <string>

namespace linecheck::audio {

/// The rates worth asking a device for, in Hz, rising.
inline constexpr std::array kSampleRates = {44'100,  48'000,  88'200,  96'000,  176'400,
                                            192'000, 352'800, 384'000, 705'600, 768'000};

/// "44100, 48000 or 96000 Hz", for a message; "no rate" if there is none.
[[nodiscard]] std::string sampleRateList(std::span<const int> rates);

}  // namespace linecheck::audio
