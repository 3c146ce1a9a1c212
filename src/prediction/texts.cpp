#include "prediction/texts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "base/number_text.h"
#include "base/overloaded.h"
#include "rules/control_words.h"
#include "rules/words.h"

namespace linecheck::prediction {
namespace {

using chain::Desk;

/// In each `%1` is the size of the difference.
struct Pattern {
  std::string_view id;
  const char* higher;
  const char* lower;
};

constexpr const char* kGrows = "It differs by %1 from what the chain predicts.";
constexpr std::array kFindings{
    Pattern{"gain-off", "The loop comes back %1 higher than the chain predicts.",
            "The loop comes back %1 lower than the chain predicts."},
    Pattern{"loop-gain-off", "The loop comes back %1 higher than it should.",
            "The loop comes back %1 lower than it should."},
    Pattern{"noise-high", "The noise lies %1 higher than the chain predicts.",
            "The dynamic range is %1 less than the chain predicts."},
    Pattern{"distortion-high", "The distortion lies %1 higher than the chain predicts.", kGrows},
    Pattern{"clips-early", kGrows, "It clips %1 earlier than the chain predicts."},
    Pattern{"crosstalk-high", "The crosstalk lies %1 higher than the chain predicts.", kGrows},
    Pattern{"output-impedance-off", "The output impedance is %1 higher than its profile says.",
            "The output impedance is %1 lower than its profile says."},
    Pattern{"headphone-impedance-off",
            "The headphones' impedance is %1 higher than their profile says. Check which ones the "
            "chain has.",
            "The headphones' impedance is %1 lower than their profile says. Check which ones the "
            "chain has."},
};

Sentence controlText(const Desk& desk, const Cause& cause) {
  const std::string control = rules::controlWithDevice(desk, cause.where);
  const std::string would = cause.would ? positionText(*cause.would) : std::string();
  if (!cause.stands) {
    return {"%1 may stand at %2. Look there, and tell the chain where it stands.",
            {control, would}};
  }
  return {"%1 may stand at %2, and not at %3 as in the chain. Set it to %3, or correct the chain.",
          {control, would, positionText(*cause.stands)}};
}

Sentence sliderText(const Desk& desk, const Cause& cause) {
  const auto* device = desk.device(chain::DeviceId(cause.where.part));
  const bool isPast = device && device->computer && device->computer->path &&
                      *device->computer->path != chain::AudioPath::sharedMixer;
  if (!isPast) return controlText(desk, cause);
  return {
      "%1 may stand at %2 and act after all, though the chain says that the sound goes past "
      "it. Choose ASIO or exclusive mode, or correct the chain.",
      {rules::controlWithDevice(desk, cause.where),
       cause.would ? positionText(*cause.would) : std::string()}};
}

Sentence contactText(const Desk& desk, const Cause& cause) {
  const auto* cable = desk.cable(chain::CableId(cause.where.part));
  if (!cable) return {};
  return {
      "One contact of the balanced line from %1 to %2 may be lost in a plug or adapter: that "
      "takes 6.0 dB. Use a balanced cable (TRS or XLR at both ends) without adapter.",
      {desk.name(cable->from.socket.device), desk.name(cable->to.socket.device)}};
}

std::string placeName(const Desk& desk, const chain::Place& where) {
  const chain::DeviceId device(where.part);
  if (where.detail.empty()) return desk.name(device);
  return desk.name(device) + ": " + rules::portName(desk, {device, where.detail, {}});
}

}  // namespace

std::string positionText(const chain::Setting& setting) {
  return std::visit(
      Overloaded{[](const chain::Position& position) { return position.name; },
                 [](Decibels gain) { return numberText(gain.value(), 1, "dB"); },
                 [](DecibelsU level) { return numberText(level.value(), 1, "dBu"); },
                 [](chain::Travel travel) { return numberText(100.0 * travel.fraction, 0, "%"); }},
      setting);
}

Sentence missingText(const Desk& desk, const levels::Missing& missing) {
  using levels::Gap;
  const std::string place = placeName(desk, missing.where);
  switch (missing.gap) {
    case Gap::maximumLevel:
      return {"The profile does not tell the greatest level of %1.", {place}};
    case Gap::impedance:
      return {"The profile does not tell the impedance of %1.", {place}};
    case Gap::gain:
      return {"The profile does not tell the gain of %1.", {place}};
    case Gap::noise:
      return {"The profile does not tell the noise of %1.", {place}};
    case Gap::setting:
      return {"The chain does not tell how this stands: %1.",
              {rules::controlWithDevice(desk, missing.where)}};
    case Gap::taper:
      return {"The profile does not tell how the gain follows the knob: %1.",
              {rules::controlWithDevice(desk, missing.where)}};
    case Gap::sensitivity:
      return {"The profile does not tell the sensitivity of %1.", {place}};
    case Gap::balancedDrive:
      return {"The profile does not tell what one contact of %1 gives alone.", {place}};
    case Gap::source:
      return {"Nothing in the chain tells what %1 sends out.", {place}};
  }
  return {};
}

Sentence findingText(const Finding& finding) {
  if (finding.id == "limiter-found") {
    return {"A limiter turns loud passages down, and the chain has none."};
  }
  if (finding.id == "limiter-missing") {
    return {
        "Nothing turns loud passages down, though the chain goes through Windows' mixer, which "
        "has a limiter."};
  }
  const auto found = std::find_if(kFindings.begin(), kFindings.end(),
                                  [&](const Pattern& one) { return one.id == finding.id; });
  if (found == kFindings.end()) return {};
  const bool isOhms = finding.unit == measure::Unit::ohms;
  const std::string size = isOhms ? numberText(std::abs(finding.difference), 1, "Ω")
                                  : numberText(std::abs(finding.difference), 1, "dB");
  return {finding.difference > 0.0 ? found->higher : found->lower, {size}};
}

Sentence causeText(const Desk& desk, const Cause& cause) {
  if (cause.id == "control-elsewhere") return controlText(desk, cause);
  if (cause.id == "system-volume-elsewhere") return sliderText(desk, cause);
  if (cause.id == "one-contact-lost") return contactText(desk, cause);
  const std::string place = placeName(desk, cause.where);
  if (cause.id == "mono-sum") {
    return {
        "Left and right may be summed to mono: each then comes back at half. Switch mono off "
        "in the system's settings and in the mixer of %1.",
        {place}};
  }
  if (cause.id == "sixteen-bits") {
    return {"The samples may be cut to 16 bits. Set %1 to 24 bits, for playing and for recording.",
            {place}};
  }
  if (cause.id == "hum") {
    return {"Most of it is low: hum. Hunt it with the hum measurement; start at the cables of %1.",
            {place}};
  }
  if (cause.id == "overdriven") {
    return {
        "Something may be overdriven; %1 clips first. Measure the headroom, then turn down "
        "what comes before it.",
        {place}};
  }
  if (cause.id == "other-output") {
    return {"%1 has such an impedance. Check which socket the plug is in.", {place}};
  }
  if (cause.id == "system-mixer") {
    return {
        "The sound may go through Windows' mixer on %1. Use ASIO or exclusive mode, or set the "
        "system volume to 97 %, below its limiter.",
        {desk.name(chain::DeviceId(cause.where.part))}};
  }
  if (cause.id == "past-mixer") {
    return {
        "The sound of %1 may go past the mixer, or its system volume stand lower. Correct the "
        "chain.",
        {desk.name(chain::DeviceId(cause.where.part))}};
  }
  return {};
}

}  // namespace linecheck::prediction
