#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace linecheck::matching {

enum class Verdict : std::uint8_t {
  good,
  fair,
  unknown,  ///< A figure that decides is missing, and nothing known is bad.
  poor,
  dangerous,  ///< For hearing; see Reason::Kind::dangerous.
};

/// Why a verdict is what it is: a kind and up to two figures, in the unit that the kind names.
/// docs/matching.md defines each and its weight. Words belong to whoever shows it.
struct Reason {
  enum class Kind : std::uint8_t {
    /// A tenth of the knob's travel beyond the listening position, at the lowest gain, the
    /// programme would be at `figure` dB SPL, which is above `limit`.
    dangerous,
    headroom,       ///< In favour: `figure` dB above the target peak.
    headroomSmall,  ///< Only `figure` dB above it; `limit` dB would be ample.
    headroomShort,  ///< `figure` dB below the target peak, which is limited by voltage or rating.
    currentShort,  ///< Likewise if the current of a rating into more is all; `limit` mA are needed.
    feedShort,     ///< Likewise, for the feed; `limit` V at the input would be needed.
    headroomMaybeShort,   ///< The best value is above the target, the lowest `figure` dB below it.
    maximumUnknown,       ///< Nobody knows how loud it gets: the output's limit is not told.
    sensitivityUnknown,   ///< Nobody knows how loud it gets: nor is the headphones' sensitivity.
    impedanceUnknown,     ///< Of the headphones.
    sourceImpedanceGood,  ///< In favour: the load is `figure` times the source, at least 8.
    sourceImpedanceHigh,  ///< The load is `figure` times the source, and should be `limit` = 8.
    sourceImpedanceUnknown,  ///< Of the output.
    responseBends,           ///< By `figure` dB from the lowest to the highest impedance.
    responseUnknown,         ///< It may bend by up to `figure` dB: there is no impedance curve.
    hissAudible,             ///< `figure` dB SPL(A), above `limit` where hiss begins to be heard.
    silent,                  ///< In favour: `figure` dB SPL(A), below `limit`.
    noiseUnknown,            ///< And the headphones are sensitive enough for it to matter.
    gainUnknown,             ///< Of an amplifier: how far its feed drives it is not known.
    knobLow,  ///< At the listening level the knob stands at `figure` of its travel, under `limit`.
    knobNarrow,      ///< From quiet to loud takes only `figure` of its travel, under `limit`.
    inferredRating,  ///< Its limit comes from a rating into `figure` Ω.
    builtInEnough,   ///< In favour: no amplifier is needed, `figure` dB are left at the target.
    builtInEnoughForListening,  ///< Not for the target, but `figure` dB are left over music's
                                ///< peaks.
  };
  Kind kind = Kind::headroom;
  float figure = 0.0F;
  float limit = 0.0F;
  float weight = 0.0F;  ///< Points against the pair; 0 for what speaks for it.

  bool operator==(const Reason&) const = default;
};

/// A few reasons, the weightiest first.
class ReasonList {
 public:
  static constexpr std::size_t kMost = 10;

  /// Among equals the later one comes later. Beyond the most that it holds, the lightest is left
  /// out.
  void add(const Reason& reason) {
    if (size_ == kMost && all_[kMost - 1].weight >= reason.weight) return;
    std::size_t at = size_ < kMost ? size_++ : kMost - 1;
    for (; at > 0 && all_[at - 1].weight < reason.weight; --at) all_[at] = all_[at - 1];
    all_[at] = reason;
  }
  [[nodiscard]] std::span<const Reason> all() const { return {all_.data(), size_}; }
  /// Null if it is not among them.
  [[nodiscard]] const Reason* find(Reason::Kind kind) const {
    const auto* const end = all_.data() + size_;
    const auto* const found =
        std::find_if(all_.data(), end, [&](const Reason& reason) { return reason.kind == kind; });
    return found == end ? nullptr : found;
  }

  bool operator==(const ReasonList& other) const {
    return std::equal(all_.begin(), all_.begin() + size_, other.all_.begin(),
                      other.all_.begin() + other.size_);
  }

 private:
  std::array<Reason, kMost> all_;
  std::uint32_t size_ = 0;
};

}  // namespace linecheck::matching
