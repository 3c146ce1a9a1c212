#include "text/bounded_text.h"

#include <cmath>

#include "text/reading.h"

namespace linecheck::ui {
namespace {

// "100–108"; a minus sign beside a dash would be read as part of it.
QString span(double low, double high, const QString& lowText, const QString& highText) {
  const QString dash = low < 0.0 || high < 0.0 ? QStringLiteral("…") : QStringLiteral("–");
  return lowText + dash + highText;
}

}  // namespace

QString BoundedText::text(const QString& unit) const {
  QString all = number;
  if (!range.isEmpty()) all += u' ' + range;
  if (isKnown && !unit.isEmpty()) all += QChar(0x2009) + unit;
  return all;
}

BoundedText boundedText(std::optional<double> nominal, std::optional<double> lowest,
                        std::optional<double> highest, int decimals) {
  const double low = lowest.value_or(INFINITY);
  const double high = highest.value_or(INFINITY);
  const bool hasLow = std::isfinite(low);
  const bool hasHigh = std::isfinite(high);
  const QString lowText = hasLow ? numberText(low, decimals) : QString();
  const QString highText = hasHigh ? numberText(high, decimals) : QString();
  if (nominal) {
    const QString number = numberText(*nominal, decimals);
    const bool isSharp = !hasLow && !hasHigh;
    if (isSharp || (lowText == number && highText == number)) return {number, {}, true};
    if (hasLow && hasHigh) return {number, u'(' + span(low, high, lowText, highText) + u')', true};
    return {number,
            hasLow ? QStringLiteral("(≥ %1)").arg(lowText) : QStringLiteral("(≤ %1)").arg(highText),
            true};
  }
  if (hasLow && hasHigh) {
    return {lowText == highText ? lowText : span(low, high, lowText, highText), {}, true};
  }
  if (hasLow) return {QStringLiteral("≥ ") + lowText, {}, true};
  if (hasHigh) return {QStringLiteral("≤ ") + highText, {}, true};
  return {unknownReading().number, {}, false};
}

}  // namespace linecheck::ui
