#include "diagnosis/verdict.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "base/number_text.h"
#include "diagnosis/digital_lines.h"
#include "diagnosis/hum_pattern.h"

namespace linecheck::diagnosis {
namespace {

std::string levelText(DecibelsFs level) {
  return numberText(level.value(), 1, "dBFS");
}

std::string mainsText(const dsp::HumEstimate& hum) {
  return numberText(hum.fundamental.value() < 55.0 ? 50.0 : 60.0, 0, "Hz");
}

std::string multipleOfMains(const dsp::HumEstimate& hum, int order) {
  return numberText((hum.fundamental.value() < 55.0 ? 50.0 : 60.0) * order, 0, "Hz");
}

Verdict noHum(const measure::ChannelAnalysis& channel) {
  Verdict verdict;
  verdict.cause = Cause::noHum;
  verdict.headline = {"No hum", {}};
  if (const auto limit = channel.hum.detectionLimit) {
    verdict.confidence = 0.99;  // The limit is where 99 % of lines are found.
    verdict.detail = {"Nothing at the mains frequency or its harmonics down to %1.",
                      {levelText(*limit)}};
  } else {
    verdict.confidence = 0.5;
    verdict.detail = {"The capture is silent or too short to find faint hum. Capture longer.", {}};
  }
  return verdict;
}

Verdict mainsHum(const dsp::HumEstimate& hum, const HumPattern& pattern) {
  Verdict verdict;
  verdict.causes = causeProbabilities(pattern);
  verdict.cause = verdict.causes.front().cause;
  verdict.confidence = verdict.causes.front().probability * (1.0 - hum.falseAlarmRate);
  const std::string mains = mainsText(hum);
  const std::string level = levelText(hum.total);
  switch (verdict.cause) {
    case Cause::groundLoop:
      verdict.headline = {"Ground loop", {}};
      verdict.detail = {
          "%1 and odd harmonics, %2 in all. Plug the whole chain into one power strip and "
          "measure again.",
          {mains, level}};
      break;
    case Cause::magneticPickup:
      verdict.headline = {"Magnetic pickup", {}};
      verdict.detail = {
          "%1 almost alone, %2. Move power supplies away from the signal cables and measure again.",
          {mains, level}};
      break;
    case Cause::supplyRipple:
      verdict.headline = {"Supply ripple", {}};
      verdict.detail = {
          "%1 and its multiples, %2 in all: a rectifier's ripple. Unplug one supply after another "
          "and see which one takes it away.",
          {multipleOfMains(hum, 2), level}};
      break;
    case Cause::mainsHash:
      verdict.headline = {"Mains buzz", {}};
      verdict.detail = {
          "%1 with many harmonics, %2 in all. Switch off dimmers and chargers on the same circuit "
          "and measure again.",
          {mains, level}};
      break;
    default:
      verdict.headline = {"Mains hum of unclear origin", {}};
      verdict.detail = {
          "%1 with harmonics, %2 in all, in a pattern that fits no single cause. Capture longer, "
          "or unplug one device after another.",
          {mains, level}};
      break;
  }
  return verdict;
}

Verdict digitalHash(const DigitalLines& lines) {
  Verdict verdict;
  verdict.cause = Cause::digitalHash;
  verdict.confidence = lines.probability;
  verdict.headline = {"Digital hash from the computer", {}};
  verdict.detail = {
      "Tones that are no multiples of the mains, strongest %1 at %2. Try a USB port at the back "
      "of the computer and measure again.",
      {levelText(lines.strongest.level), numberText(lines.strongest.frequency.value(), 0, "Hz")}};
  return verdict;
}

}  // namespace

DecibelsFs interference(const measure::ChannelAnalysis& channel) {
  DecibelsFs level = channel.hum.present ? channel.hum.total : DecibelsFs::silence();
  if (const auto lines = digitalLines(channel)) level = std::max(level, lines->total);
  return level;
}

Verdict diagnose(const measure::ChannelAnalysis& channel) {
  const auto pattern = humPattern(channel.hum);
  const auto lines = digitalLines(channel);
  if (lines && (!pattern || lines->total > channel.hum.total)) return digitalHash(*lines);
  return pattern ? mainsHum(channel.hum, *pattern) : noHum(channel);
}

std::size_t decidingChannel(std::span<const measure::ChannelAnalysis> channels) {
  if (!LC_VERIFY(!channels.empty())) return 0;
  const auto strongest = std::max_element(
      channels.begin(), channels.end(),
      [](const auto& a, const auto& b) { return interference(a) < interference(b); });
  return static_cast<std::size_t>(strongest - channels.begin());
}

Verdict diagnose(std::span<const measure::ChannelAnalysis> channels) {
  if (!LC_VERIFY(!channels.empty())) return {};
  return diagnose(channels[decidingChannel(channels)]);
}

}  // namespace linecheck::diagnosis
