#include "matching/evidence.h"

#include <algorithm>
#include <set>

#include "base/number_text.h"
#include "levels/control_gain.h"

namespace linecheck::matching {
namespace {

using profiles::Profile;
using Part = SourceFigure::Part;

const std::set<Part>& loudnessParts() {
  static const std::set<Part> kParts = {Part::sourceImpedance, Part::maximumLevel,
                                        Part::ratedPower,      Part::gainStep,
                                        Part::impedance,       Part::sensitivity};
  return kParts;
}

std::set<Part> partsOf(Figure figure, bool isPerVolt) {
  switch (figure) {
    case Figure::loss:
    case Figure::damping:
      return {Part::sourceImpedance, Part::impedance};
    case Figure::deviation:
      return {Part::sourceImpedance, Part::impedance, Part::impedanceCurve, Part::driver};
    case Figure::noise:
      return {Part::sourceImpedance, Part::outputNoise, Part::impedance, Part::sensitivity};
    case Figure::voltageAtTarget:
      if (isPerVolt) return {Part::sensitivity};
      return {Part::sensitivity, Part::impedance};
    case Figure::powerAtTarget:
      if (!isPerVolt) return {Part::sensitivity};
      return {Part::sensitivity, Part::impedance};
    case Figure::currentAtTarget:
      return {Part::sensitivity, Part::impedance};
    case Figure::maximum:
    case Figure::headroom:
    case Figure::gain:
    case Figure::attenuation:
      return loudnessParts();
    case Figure::travel: {
      auto parts = loudnessParts();
      parts.insert(Part::taper);
      return parts;
    }
  }
  return {};
}

class Collector {
 public:
  explicit Collector(std::set<Part> wanted) : wanted_(std::move(wanted)) {}

  template <class T>
  void add(Part part, const std::optional<profiles::Figure<T>>& figure) {
    if (figure) add(part, *figure, {});
  }
  template <class T>
  void add(Part part, const profiles::Figure<T>& figure, std::string detail) {
    take({part, isOfHeadphones_, profiles::toText(figure.written), std::move(detail),
          figure.provenance});
  }
  void add(Part part, const profiles::Claim& claim) {
    take({part, isOfHeadphones_, {}, {}, claim.provenance});
  }

  void addOutput(const Profile& profile, std::string_view portId) {
    isOfHeadphones_ = false;
    const profiles::Port* port = profile.port(portId);
    if (!port) return;
    add(Part::sourceImpedance, port->impedance);
    add(Part::maximumLevel, port->maximumLevel);
    for (const profiles::LoadPower& rating : port->powerInto) {
      if (!rating.condition.empty()) continue;
      add(Part::ratedPower, rating.power, numberText(rating.load.value(), 0));
    }
    add(Part::outputNoise, port->noise);
    for (const profiles::Control& control : profile.controls) {
      if (!levels::actsOn(control, portId)) continue;
      if (const auto* gain = std::get_if<profiles::GainSwitch>(&control.action)) {
        for (const auto& step : gain->steps) add(Part::gainStep, step.gain, step.name);
      } else if (std::holds_alternative<profiles::Volume>(control.action)) {
        add(Part::taper, control.claim);
      }
    }
  }

  void addHeadphones(const profiles::Headphones& headphones) {
    isOfHeadphones_ = true;
    // A curve tells more than the nominal impedance does.
    const bool isCurveEnough = wanted_.contains(Part::impedanceCurve) && headphones.impedanceCurve;
    if (!isCurveEnough) add(Part::impedance, headphones.impedance);
    if (isCurveEnough) {
      add(Part::impedanceCurve, headphones.impedanceCurve->claim);
    } else {
      add(Part::driver, headphones.driverClaim);
    }
    add(Part::sensitivity, headphones.sensitivity);
  }

  [[nodiscard]] Evidence take() && { return std::move(evidence_); }

 private:
  void take(SourceFigure figure) {
    if (!wanted_.contains(figure.part)) return;
    const auto confidence = figure.provenance.confidence;
    evidence_.least = evidence_.least ? std::max(*evidence_.least, confidence) : confidence;
    evidence_.sources.push_back(std::move(figure));
  }

  std::set<Part> wanted_;
  bool isOfHeadphones_ = false;
  Evidence evidence_;
};

}  // namespace

Evidence sourcesOf(Figure figure, const Profile* source, std::string_view port,
                   const Profile* headphones) {
  const bool hasHeadphones = headphones && headphones->headphones;
  const auto& sensitivity = hasHeadphones ? headphones->headphones->sensitivity : std::nullopt;
  const bool isPerVolt = sensitivity && sensitivity->value.nominal.reference() ==
                                            profiles::Sensitivity::Reference::volt;
  Collector collector(partsOf(figure, isPerVolt));
  if (source) collector.addOutput(*source, port);
  if (hasHeadphones) collector.addHeadphones(*headphones->headphones);
  return std::move(collector).take();
}

}  // namespace linecheck::matching
