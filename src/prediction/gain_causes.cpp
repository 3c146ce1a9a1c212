#include <algorithm>
#include <cmath>
#include <string_view>

#include "chain/cable_shield.h"
#include "chain/signals.h"
#include "levels/control_gain.h"
#include "prediction/causes.h"
#include "prediction/computer_path.h"
#include "prediction/control_positions.h"

namespace linecheck::prediction {
namespace {

using chain::Desk;
using chain::Place;
using levels::RoutePoint;

const Decibels kHalf = Decibels::fromAmplitudeRatio(0.5);
/// No figure is known better than that.
constexpr Decibels kFinest = 0.02_dB;
constexpr double kSigmas = 3.0;
constexpr std::size_t kMost = 5;

// How much seldomer than a control that stands elsewhere.
constexpr double kSeldomContact = 4.0;
constexpr double kSeldomMono = 16.0;  // The path's check would have told.
constexpr double kSeldomMixer = 8.0;

struct Scored {
  Cause cause;
  double score = 0.0;  ///< −2·ln of its likelihood, but for a constant.
};

class Search {
 public:
  Search(const Loop& loop, const Lane& lane, Decibels difference, Decibels uncertainty)
      : desk_(*loop.desk),
        lane_(lane),
        difference_(difference),
        uncertainty_(std::max(uncertainty, kFinest)) {}

  std::vector<Cause> take() {
    addSlider();
    addControls();
    addContacts();
    consider({"mono-sum", Place(lane_.route.back().device)}, kHalf, 0_dB, kSeldomMono);
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Scored& a, const Scored& b) { return a.score < b.score; });
    std::vector<Cause> causes;
    for (Scored& one : found_) {
      if (causes.size() < kMost) causes.push_back(std::move(one.cause));
    }
    return causes;
  }

 private:
  /// `choices`: of how many such changes it is one.
  void consider(Cause cause, Decibels change, Decibels own, double choices) {
    if (const auto scored = score(std::move(cause), change, own, choices))
      found_.push_back(*scored);
  }

  [[nodiscard]] std::optional<Scored> score(Cause cause, Decibels change, Decibels own,
                                            double choices) const {
    cause.left = difference_ - change;
    const double sigma = std::hypot(uncertainty_.value(), own.value());
    const double left = cause.left.value() / sigma;
    if (std::abs(left) > kSigmas) return std::nullopt;
    return Scored{std::move(cause), left * left + 2.0 * std::log(sigma * choices)};
  }

  void considerPositions(const Cause& cause, const std::vector<ControlPosition>& positions,
                         double seldom) {
    std::optional<Scored> best;
    for (const ControlPosition& position : positions) {
      Cause one = cause;
      one.would = position.setting;
      const auto scored = score(std::move(one), position.change, position.uncertainty,
                                seldom * static_cast<double>(positions.size()));
      if (scored && (!best || scored->score < best->score)) best = scored;
    }
    if (best) found_.push_back(std::move(*best));
  }

  void addSlider() {
    const ComputerPath computer = computerPathOf(desk_, lane_.route);
    if (!computer.computer) return;
    Cause cause{"system-volume-elsewhere", computer.slider};
    if (!computer.slider.detail.empty()) {
      cause.stands = desk_.setting(computer.computer->id, computer.slider.detail);
    }
    considerPositions(cause, sliderPositions(desk_, computer),
                      computer.usesMixer == false ? kSeldomMixer : 1.0);
  }

  void addControls() {
    std::vector<Place> seen;
    for (const RoutePoint& at : lane_.route) {
      const auto* profile = desk_.profile(at.device);
      const auto* port = desk_.port({at.device, at.port, {}});
      if (!profile || !port || !chain::isAnalogue(*port)) continue;
      for (const profiles::Control& control : profile->controls) {
        const Place place(at.device, control.id);
        if (!levels::actsOn(control, at.port) ||
            std::find(seen.begin(), seen.end(), place) != seen.end()) {
          continue;
        }
        const auto positions = positionsOf(desk_, at, control);
        if (positions.empty()) continue;
        seen.push_back(place);
        Cause cause{"control-elsewhere", place};
        cause.stands = desk_.setting(at.device, control.id);
        considerPositions(cause, positions, 1.0);
      }
    }
  }

  /// Balanced outputs whose line may be unbalanced after all.
  void addContacts() {
    for (const RoutePoint& at : lane_.route) {
      const chain::Cable* cable = at.cable ? desk_.cable(*at.cable) : nullptr;
      if (!cable) continue;
      const auto* output = desk_.port(cable->from.socket);
      if (!output || !chain::isAnalogue(*output) || output->balanced != true) continue;
      if (chain::balanceOf(desk_, *cable) == true) {
        consider({"one-contact-lost", Place(cable->id)}, kHalf, 0_dB, kSeldomContact);
      }
    }
  }

  const Desk& desk_;
  const Lane& lane_;
  Decibels difference_;
  Decibels uncertainty_;
  std::vector<Scored> found_;
};

}  // namespace

std::vector<Cause> gainCauses(const Loop& loop, const Lane& lane, Decibels difference,
                              Decibels uncertainty) {
  return Search(loop, lane, difference, uncertainty).take();
}

}  // namespace linecheck::prediction
