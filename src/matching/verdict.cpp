#include "matching/verdict.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace linecheck::matching {
namespace {

using Kind = Reason::Kind;

/// Points against a pair.
constexpr double kShort = 9.0;  // No less than headroom that is just there may have against it.
constexpr double kPerDecibelShort = 7.0;
constexpr double kMostWhereEnoughForListening = 25.0;
constexpr double kPerDecibelUnderAmple = 2.0;
constexpr double kMaybeShort = 3.0;
constexpr double kPerHalvedDamping = 4.0;
constexpr double kPerDecibelOfBend = 5.0;
constexpr double kMostForBend = 40.0;
constexpr double kPerDecibelOfHiss = 2.0;
constexpr double kMostForHiss = 60.0;
constexpr double kKnobLow = 12.0;
constexpr double kKnobNarrow = 6.0;
constexpr double kUnknownFigure = 10.0;
constexpr double kUnknownBend = 6.0;
constexpr double kUnknownLoudness = 20.0;
constexpr double kInferred = 2.0;
constexpr double kDangerous = 1000.0;

class Judge {
 public:
  Judge(const Facts& facts, Match& match) : facts_(facts), match_(match) {}

  void judge() {
    isDangerous();
    weighLoudness();
    weighImpedance();
    weighHiss();
    weighKnob();
    conclude();
  }

 private:
  void add(Kind kind, double figure, double limit, double weight) {
    match_.reasons.add(
        {kind, static_cast<float>(figure), static_cast<float>(limit), static_cast<float>(weight)});
  }
  void known(Kind kind, double figure, double limit, double weight) {
    add(kind, figure, limit, weight);
    known_ += weight;
  }
  void unknown(Kind kind, double weight, double figure = 0.0) {
    add(kind, figure, 0.0, weight);
    unknown_ += weight;
  }

  void isDangerous() {
    const double at = facts_.lowestGainAttenuation;
    if (!(at < facts_.output.knob.dangerous)) return;
    isDangerous_ = true;
    known(Kind::dangerous, levelAfterSmallTurn(facts_.output.output->knob, facts_.request, at),
          unsafeLevel(facts_.request), kDangerous);
  }

  /// The best value, or a bound where that is enough to tell on which side of the target it lies.
  [[nodiscard]] double headroom() const {
    const double reserve = facts_.request.reserve.value();
    const Triple& headroom = facts_.headroom;
    if (!std::isnan(headroom.nominal)) return headroom.nominal - reserve;
    if (headroom.high < reserve) return headroom.high - reserve;
    if (headroom.low >= reserve) return headroom.low - reserve;
    return kUnknown;
  }

  /// By how much the peaks of what is listened to are exceeded.
  [[nodiscard]] double abovePeaks() const {
    return facts_.maximum.nominal - facts_.request.listening.value() -
           facts_.request.programmePeaks.value();
  }

  void weighLoudness() {
    const double headroom = this->headroom();
    isLoudnessKnown_ = !std::isnan(headroom);
    if (!isLoudnessKnown_) return lackLoudness();
    if (headroom < 0.0) {
      weighShortfall(-headroom);
    } else {
      if (headroom < kAmpleHeadroom) {
        known(Kind::headroomSmall, headroom, kAmpleHeadroom,
              kPerDecibelUnderAmple * (kAmpleHeadroom - headroom));
      } else {
        known(Kind::headroom, headroom, 0.0, 0.0);
      }
      const double least = facts_.headroom.low - facts_.request.reserve.value();
      if (least < 0.0) known(Kind::headroomMaybeShort, -least, 0.0, kMaybeShort);
      if (facts_.output.isBuiltIn) known(Kind::builtInEnough, headroom, 0.0, 0.0);
    }
    if (match_.ratedAt) known(Kind::inferredRating, match_.ratedAt->value(), 0.0, kInferred);
    if (!facts_.output.isGainKnown) unknown(Kind::gainUnknown, kUnknownFigure);
  }

  void weighShortfall(double by) {
    double weight = kShort + kPerDecibelShort * by;
    const double above = abovePeaks();
    if (facts_.load.isUndemanding && !std::isnan(above)) {
      const double missed = std::max(0.0, kAmpleForListening - above);
      weight = std::min(weight, kMostWhereEnoughForListening + kPerDecibelShort * missed);
      if (facts_.output.isBuiltIn && missed == 0.0) {
        known(Kind::builtInEnoughForListening, above, 0.0, 0.0);
      }
    }
    if (match_.limitedBy == Limit::current) {
      // Inferred, always. Where it may reach the target all the same, that is no ground for "poor".
      const bool mayReach = !(facts_.headroom.high < facts_.request.reserve.value());
      isLoudnessKnown_ = !mayReach;
      add(Kind::currentShort, by, 1e3 * facts_.load.currentAtTarget, weight);
      (mayReach ? unknown_ : known_) += weight;
    } else if (match_.limitedBy == Limit::feed) {
      const double factor = std::pow(10.0, by / 20.0);
      known(Kind::feedShort, by, facts_.request.feed.value() * factor, weight);
    } else {
      known(Kind::headroomShort, by, 0.0, weight);
    }
  }

  void lackLoudness() {
    const Load& load = *facts_.load.load;
    if (!load.sensitivity) {
      unknown(Kind::sensitivityUnknown, kUnknownLoudness);
    } else if (std::isnan(facts_.load.atOneVolt.nominal)) {
      unknown(Kind::impedanceUnknown, kUnknownLoudness);
    } else {
      unknown(Kind::maximumUnknown, kUnknownLoudness);
    }
  }

  void weighImpedance() {
    const double ratio = facts_.damping;
    if (std::isnan(ratio)) {
      if (std::isnan(facts_.output.impedance.nominal)) {
        unknown(Kind::sourceImpedanceUnknown, kUnknownFigure);
      } else if (!match_.reasons.find(Kind::impedanceUnknown)) {
        unknown(Kind::impedanceUnknown, kUnknownFigure);
      }
    } else if (ratio >= kGoodDamping) {
      known(Kind::sourceImpedanceGood, ratio, kGoodDamping, 0.0);
    } else {
      known(Kind::sourceImpedanceHigh, ratio, kGoodDamping,
            kPerHalvedDamping * std::log2(kGoodDamping / ratio));
      if (std::isnan(facts_.deviation.nominal)) {
        unknown(Kind::responseUnknown, kUnknownBend, facts_.deviation.high);
      }
    }
    const double bend = facts_.deviation.nominal;
    if (bend >= kAudibleBend) {
      known(Kind::responseBends, bend, kAudibleBend,
            std::min(kMostForBend, kPerDecibelOfBend * (bend - kAudibleBend)));
    }
  }

  void weighHiss() {
    const double noise = facts_.noise;
    if (noise > kAudibleHiss) {
      known(Kind::hissAudible, noise, kAudibleHiss,
            std::min(kMostForHiss, kPerDecibelOfHiss * (noise - kAudibleHiss)));
    } else if (noise <= kAudibleHiss) {
      known(Kind::silent, noise, kAudibleHiss, 0.0);
    } else if (facts_.load.atOneVolt.nominal + kNoisyOutput > kAudibleHiss) {
      unknown(Kind::noiseUnknown, kUnknownFigure);
    }
  }

  void weighKnob() {
    const double at = facts_.chosenGainAttenuation;
    const KnobLimits& knob = facts_.output.knob;
    if (at < knob.low) {
      known(Kind::knobLow,
            match_.travel.nominal() ? match_.travel.rawNominal() : match_.travel.rawHigh(),
            kLowTravel, kKnobLow);
    } else if (at < knob.narrow) {
      const profiles::Taper taper = *facts_.output.output->knob->taper;
      known(Kind::knobNarrow, windowTravel(taper, facts_.request, at), kNarrowTravel, kKnobNarrow);
    }
  }

  void conclude() {
    match_.weight = known_ + unknown_;
    if (isDangerous_) {
      match_.verdict = Verdict::dangerous;
    } else if (known_ >= kPoor) {
      match_.verdict = Verdict::poor;
    } else if (!isLoudnessKnown_) {
      match_.verdict = Verdict::unknown;
    } else {
      match_.verdict = match_.weight >= kFair ? Verdict::fair : Verdict::good;
    }
  }

  const Facts& facts_;
  Match& match_;
  double known_ = 0.0;
  double unknown_ = 0.0;
  bool isDangerous_ = false;
  bool isLoudnessKnown_ = false;
};

int rankOf(Verdict verdict) {
  return static_cast<int>(verdict);
}

}  // namespace

void judge(const Facts& facts, Match& match) {
  Judge(facts, match).judge();
}

bool better(const Match& a, const Match& b) {
  if (a.verdict != b.verdict) return rankOf(a.verdict) < rankOf(b.verdict);
  if (a.weight != b.weight) return a.weight < b.weight;
  const auto headroom = [](const Match& match) {
    const auto known = match.headroom.nominal();
    return known ? known->value() : -std::numeric_limits<double>::infinity();
  };
  return headroom(a) > headroom(b);
}

}  // namespace linecheck::matching
