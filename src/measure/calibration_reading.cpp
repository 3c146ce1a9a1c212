#include "measure/calibration_reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

#include "base/number_text.h"

namespace linecheck::measure {
namespace {

constexpr DecibelsFs kLowestTone = DecibelsFs::of(-60.0);
constexpr DecibelsFs kLowestCapture = DecibelsFs::of(-80.0);
constexpr DecibelsFs kClipping = DecibelsFs::of(-0.1);
constexpr DecibelsU kLowestFullScale = DecibelsU::of(-80.0);
constexpr DecibelsU kHighestFullScale = DecibelsU::of(40.0);
constexpr double kCoarsest = 0.5;
constexpr Decibels kVolumeChange = Decibels::of(0.3);

Decibels oneLegLoss() {
  return Decibels::fromAmplitudeRatio(2.0);
}

std::string_view trimmed(std::string_view text) {
  const auto isSpace = [](char c) { return c == ' ' || c == '\t'; };
  while (!text.empty() && isSpace(text.front())) text.remove_prefix(1);
  while (!text.empty() && isSpace(text.back())) text.remove_suffix(1);
  return text;
}

Result<void> checkFullScale(DecibelsU fullScale) {
  if (fullScale >= kLowestFullScale && fullScale <= kHighestFullScale) return {};
  return fail(ErrorCode::usage,
              fmt::format("That would make 0 dBFS {}, which no audio device has. Check the level "
                          "of the tone, the unit of the reading and which jack you measured.",
                          numberText(fullScale.value(), 1, "dBu")));
}

}  // namespace

Result<MeterDisplay> parseMeterDisplay(std::string_view text) {
  const auto unreadable = [&text] {
    return fail(ErrorCode::usage, "Type the reading with its unit, like 1.23V or 500mV.",
                std::string(text));
  };
  std::string number(trimmed(text));
  if (number.empty() || (number.back() != 'V' && number.back() != 'v')) return unreadable();
  number.pop_back();
  double unit = 1.0;
  if (!number.empty() && number.back() == 'm') {
    unit = 1e-3;
    number.pop_back();
  }
  number = trimmed(number);
  std::replace(number.begin(), number.end(), ',', '.');
  const bool isPlain = std::all_of(number.begin(), number.end(),
                                   [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
  double value = 0.0;
  const char* const end = number.data() + number.size();
  const auto [read, error] = std::from_chars(number.data(), end, value);
  if (!isPlain || error != std::errc() || read != end) return unreadable();
  const std::size_t point = number.find('.');
  const double decimals =
      point == std::string::npos ? 0.0 : static_cast<double>(number.size() - point - 1);
  return MeterDisplay{Volts::of(value * unit), Volts::of(std::pow(10.0, -decimals) * unit)};
}

Result<FullScaleReading> fullScaleFromMeter(const KnownByMeter& known, MeterBand band) {
  const Volts reading = known.reading;
  if (!(reading >= kLowestReading && reading <= kHighestReading)) {
    return fail(ErrorCode::usage,
                fmt::format("A reading of {:g} V is no line level (1 mV to 30 V). Check that the "
                            "meter stands on AC volts, and which jack you measured.",
                            reading.value()));
  }
  if (!(known.level >= kLowestTone && known.level <= DecibelsFs::of(0.0))) {
    return fail(ErrorCode::usage, fmt::format("A tone at {} tells nothing certain: it must lie "
                                              "between −60 and 0 dBFS.",
                                              numberText(known.level.value(), 1, "dBFS")));
  }
  const double error =
      known.accuracy.percent / 100.0 + known.accuracy.digits * (known.lastDigit / reading);
  if (!(error >= 0.0 && error < kCoarsest)) {
    return fail(ErrorCode::usage,
                "This reading is too coarse. Choose a lower range of the meter, or a louder tone.");
  }
  FullScaleReading result;
  result.fullScale = dbuFromVolts(reading) - (known.level - DecibelsFs::of(0.0));
  result.uncertainty = -Decibels::fromAmplitudeRatio(1.0 - error);
  if (known.frequency > kHighestForAnyMeter && band == MeterBand::unknown) {
    result.cautions.push_back(ReadingCaution::meterMayReadLow);
  }
  if (known.probes == Probes::hotToGround) {
    result.fullScale += oneLegLoss();
    result.cautions.push_back(ReadingCaution::coldLegAssumed);
  }
  if (auto checked = checkFullScale(result.fullScale); !checked) return fail(checked.error());
  return result;
}

Result<FullScaleReading> fullScaleFromLoop(const LoopReading& loop) {
  if (!(loop.captured <= kClipping)) {
    return fail(ErrorCode::usage,
                "The input clips. Turn the input's gain down, or play a softer tone.");
  }
  if (!(loop.captured >= kLowestCapture)) {
    return fail(ErrorCode::usage,
                "Almost nothing came back. Check the cable from the output to the input.");
  }
  FullScaleReading result;
  const Decibels loss = loop.loss.value_or(Decibels());
  result.fullScale = loop.outputFullScale + (loop.played - loop.captured) - loss;
  result.uncertainty = loop.outputUncertainty;
  if (!loop.loss) {
    if (result.uncertainty) *result.uncertainty += kUnknownLoopLoss;
    result.cautions.push_back(ReadingCaution::loadUnknown);
  }
  if (loop.isOneLeg) {
    result.fullScale -= oneLegLoss();
    result.cautions.push_back(ReadingCaution::inputFedByOneLeg);
  }
  if (auto checked = checkFullScale(result.fullScale); !checked) return fail(checked.error());
  return result;
}

Decibels loopDrift(const LoopGainRecord& record, DecibelsFs played, DecibelsFs captured) {
  return (captured - played) - record.gain;
}

bool isVolumeChange(Decibels drift) {
  return std::abs(drift.value()) > kVolumeChange.value();
}

}  // namespace linecheck::measure
