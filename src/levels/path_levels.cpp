#include "levels/path_levels.h"

#include <algorithm>

#include "chain/signals.h"
#include "levels/loudness.h"
#include "levels/noise.h"
#include "levels/own_noise.h"
#include "levels/port_limits.h"
#include "levels/stage_gain.h"

namespace linecheck::levels {
namespace {

using chain::Desk;
using profiles::Port;

const Estimate<Decibels> kNoGain = Estimate<Decibels>::exactly(Decibels::of(0.0));

/// Two impedances side by side.
Estimate<Ohms> parallel(const Estimate<Ohms>& a, const Estimate<Ohms>& b) {
  auto both = rising(a, b, [](Ohms x, Ohms y) {
    return x.value() > 0.0 && y.value() > 0.0 ? x * (y / (x + y)) : Ohms::of(0.0);
  });
  if (!both.high) both.high = a.high ? a.high : b.high;
  return both;
}

/// Goes along a route and gathers what it meets.
class Walk {
 public:
  Walk(const Settings& settings, const Route& route, const Programme& programme)
      : settings_(settings), desk_(settings.desk()), route_(route), programme_(programme) {}

  Path take() {
    for (index_ = 0; index_ < route_.size(); ++index_) {
      const RoutePoint& at = route_[index_];
      Point point;
      point.at = at;
      point.isDigital = isDigital(at);
      if (point.isDigital) {
        isAnalogue_ = false;
      } else if (at.isInput) {
        enter(point);
      } else if (isAnalogue_) {
        amplify(point);
      } else {
        convert(point);
      }
      path_.points.push_back(std::move(point));
    }
    finish();
    return std::move(path_);
  }

 private:
  [[nodiscard]] bool isDigital(const RoutePoint& at) const {
    const Port* port = desk_.port({at.device, at.port, {}});
    return port && chain::signalClass(*port) == chain::SignalClass::digital;
  }

  [[nodiscard]] const RoutePoint* following() const {
    return index_ + 1 < route_.size() ? &route_[index_ + 1] : nullptr;
  }

  /// From numbers, or from nothing, to a voltage. What came before that counts no more.
  void convert(Point& point) {
    const bool isConverting = isConverter(desk_, point.at.device);
    const ConverterOutput output =
        isConverting ? converterOutput(settings_, point.at) : sourceOutput(point.at);
    const ConverterNoise noise = converterNoise(desk_, point.at, output);
    path_.stages.clear();
    path_.interfaces.clear();
    snr_.reset();
    weightings_.clear();
    limited_ = kNoGain;
    isAnalogue_ = true;
    point.ceiling = output.ceiling;
    noise_ = noise.level;
    if (isConverting) {
      point.peak = output.ceiling + output.digital;
      meet(point, {}, noise.snr, noise.weighting);
      // Nothing above 0 dBFS comes out, so only what is turned down digitally is spare.
      complete(point, falling(output.digital, [](Decibels d) { return Decibels::of(0.0) - d; }));
      return;
    }
    point.peak = {{}, {}, output.ceiling.high, {{Gap::source, chain::Place(point.at.device)}}};
    meet(point, {}, point.peak - noise.level, noise.weighting);
    complete(point, point.ceiling - point.peak);
  }

  /// The output of a device that makes sound of its own, nobody knows how loud.
  [[nodiscard]] ConverterOutput sourceOutput(const RoutePoint& at) const {
    const auto ceiling = amplifierCeiling(desk_, at, following());
    return {ceiling, ceiling, kNoGain, kNoGain, kNoGain};
  }

  /// From an output to an input.
  void enter(Point& point) {
    if (index_ == 0 || path_.points.back().isDigital) return;
    const Point& before = path_.points.back();
    Interface interface;
    interface.cable = *point.at.cable;
    interface.input = index_;
    interface.gain = connectionGain(desk_, before.at, point.at);
    const auto impedance =
        parallel(sourceImpedance(desk_, before.at), loadImpedance(desk_, point.at));
    interface.thermalNoise =
        rising(impedance, [](Ohms r) { return dbuFromVolts(thermalNoise(r)); });
    point.peak = before.peak + interface.gain;
    noise_ = noise_ + interface.gain;
    interface.snr = point.peak - interface.thermalNoise;
    path_.interfaces.push_back(std::move(interface));
    point.ceiling = inputCeiling(settings_, point.at);
    complete(point, marginOf(point));
    if (following() && !isDigital(*following())) return;
    if (const auto own = deviceNoise(settings_, point.at, nullptr)) {
      meet(point, {}, point.peak - own->level, own->weighting);
    }
  }

  /// From an input to an output of an analogue device.
  void amplify(Point& point) {
    const Point& before = path_.points.back();
    const auto gain = stageGain(settings_, before.at, point.at);
    point.peak = before.peak + gain;
    point.ceiling = amplifierCeiling(desk_, point.at, following());
    const auto own = deviceNoise(settings_, before.at, &point.at);
    noise_ = noise_ + gain;
    if (own) {
      noise_ = powerSum(noise_, own->isAtInput ? own->level + gain : own->level);
      meet(point, gain, (own->isAtInput ? before.peak : point.peak) - own->level, own->weighting);
    }
    complete(point, marginOf(point));
  }

  void meet(const Point& point, const Estimate<Decibels>& gain, const Estimate<Decibels>& snr,
            std::optional<profiles::Weighting> weighting) {
    Stage stage{point.at.device, gain, snr, {}};
    if (snr_) stage.noiseFigure = noiseFigure(snr - *snr_);
    snr_ = snr_ ? cascaded(*snr_, snr) : snr;
    weightings_.push_back(weighting);
    path_.stages.push_back(std::move(stage));
  }

  /// Nothing where nothing can clip.
  static std::optional<Estimate<Decibels>> marginOf(const Point& point) {
    if (point.ceiling.isUnknown() && point.ceiling.missing.empty()) return std::nullopt;
    return point.ceiling - point.peak;
  }

  void complete(Point& point, const std::optional<Estimate<Decibels>>& margin) {
    point.noise = noise_;
    const auto down = Estimate<Decibels>::exactly(programme_.working - DecibelsFs::of(0.0));
    point.working = point.peak + down;
    point.snr = *snr_;
    if (margin) {
      point.margin = *margin;
      point.headroom = *margin - down;
      limited_ = lesser(limited_, point.margin);
    }
    point.dynamicRange = point.snr + limited_;
  }

  void finish() {
    path_.isPlaying = isPlaying();
    if (snr_) {
      path_.snr = *snr_;
      path_.interfaceSnrForOneDecibel =
          path_.snr + Estimate<Decibels>::exactly(distanceFor(Decibels::of(1.0)));
    }
    for (Interface& interface : path_.interfaces) {
      interface.noiseFigure = noiseFigure(interface.snr - path_.snr);
      interface.noiseForOneDecibel =
          path_.points[interface.input].peak - path_.interfaceSnrForOneDecibel;
    }
    if (!weightings_.empty() && std::all_of(weightings_.begin(), weightings_.end(),
                                            [&](auto w) { return w == weightings_.front(); })) {
      path_.weighting = weightings_.front();
    }
    path_.firstLimit = firstLimit();
    const Point* last = path_.points.empty() ? nullptr : &path_.points.back();
    if (last && !last->isDigital && desk_.kind(last->at.device) == profiles::Kind::headphones) {
      path_.loudness = loudnessAt(desk_, last->at.device, last->working);
      path_.peakLoudness = loudnessAt(desk_, last->at.device, last->peak);
    }
  }

  [[nodiscard]] std::optional<bool> isPlaying() const {
    std::optional<bool> all = true;
    for (const RoutePoint& at : route_) {
      if (at.isInput) continue;
      const auto one = desk_.isPlaying(at.device, at.port);
      if (one == false) return false;
      if (!one) all.reset();
    }
    return all;
  }

  /// By the best values where there are any, else by what is possible.
  [[nodiscard]] std::optional<FirstLimit> firstLimit() const {
    std::optional<std::size_t> first;
    const auto of = [&](std::size_t i) {
      const Estimate<Decibels>& margin = path_.points[i].margin;
      return margin.nominal ? margin.nominal : margin.low;
    };
    for (std::size_t i = 0; i < path_.points.size(); ++i) {
      if (of(i) && (!first || *of(i) < *of(*first))) first = i;
    }
    if (!first) return std::nullopt;
    const Estimate<Decibels>& least = path_.points[*first].margin;
    const bool isCertain =
        least.high && std::all_of(path_.points.begin(), path_.points.end(), [&](const Point& p) {
          const bool canClip = !p.margin.isUnknown() || !p.margin.missing.empty();
          return &p == &path_.points[*first] || !canClip ||
                 (p.margin.low && *p.margin.low >= *least.high);
        });
    return FirstLimit{*first, least, isCertain};
  }

  const Settings& settings_;
  const Desk& desk_;
  const Route& route_;
  const Programme& programme_;
  std::size_t index_ = 0;
  bool isAnalogue_ = false;
  Estimate<DecibelsU> noise_;
  Estimate<Decibels> limited_ = kNoGain;  ///< The least margin so far, or 0 dB.
  std::optional<Estimate<Decibels>> snr_;
  std::vector<std::optional<profiles::Weighting>> weightings_;
  Path path_;
};

}  // namespace

Path pathLevels(const Settings& settings, const Route& route, const Programme& programme) {
  return Walk(settings, route, programme).take();
}

}  // namespace linecheck::levels
