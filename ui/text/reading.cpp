#include "text/reading.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/number_text.h"

namespace linecheck::ui {
namespace {

constexpr QChar kThinSpace(0x2009);

}  // namespace

QString Reading::text() const {
  return unit.isEmpty() ? number : number + kThinSpace + unit;
}

Reading unknownReading() {
  return {QStringLiteral("—"), {}};
}

QString numberText(double value, int decimals) {
  return QString::fromStdString(linecheck::numberText(value, decimals));
}

Reading decibelsReading(Decibels value, int decimals) {
  return {numberText(value.value(), decimals), QStringLiteral("dB")};
}

Reading frequencyReading(Hertz frequency, int decimals) {
  const double hz = frequency.value();
  if (hz < 1000.0) return {numberText(hz, decimals), QStringLiteral("Hz")};
  return {numberText(hz / 1000.0, std::min(decimals + 3, 4)), QStringLiteral("kHz")};
}

Reading voltsReading(Volts volts, int figures) {
  struct Prefix {
    double scale;
    const char* unit;
  };
  static constexpr std::array<Prefix, 4> kPrefixes{
      {{1.0, "V"}, {1e-3, "mV"}, {1e-6, "µV"}, {1e-9, "nV"}}};
  const double value = volts.value();
  if (value == 0.0) return {QStringLiteral("0"), QStringLiteral("V")};
  const auto* const prefix =
      std::find_if(kPrefixes.begin(), kPrefixes.end() - 1,
                   [value](const Prefix& p) { return std::abs(value) >= 0.9995 * p.scale; });
  const double scaled = value / prefix->scale;
  // Rounded first: 9.996 has two figures before the point at three figures, 9.99 has one.
  const double rounding = 1.0 + 0.5 * std::pow(10.0, -figures);
  const int before = std::abs(scaled) * rounding < 10.0    ? 1
                     : std::abs(scaled) * rounding < 100.0 ? 2
                                                           : 3;
  return {numberText(scaled, std::max(0, figures - before)), QString::fromUtf8(prefix->unit)};
}

Reading percentReading(double share) {
  return {numberText(100.0 * share, 0), QStringLiteral("%")};
}

QString probabilityText(double probability) {
  return QString::fromStdString(linecheck::probabilityText(probability));
}

}  // namespace linecheck::ui
