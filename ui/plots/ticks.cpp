#include "plots/ticks.h"

#include <algorithm>
#include <cmath>

#include "text/reading.h"

namespace linecheck::ui {
namespace {

// Takes care of the last bit: 3 × 0.1 is inside [0, 0.3].
constexpr double kSlack = 1e-9;

QString frequencyLabel(double hz, double step) {
  const bool kilo = hz >= 1000.0;
  const double shown = kilo ? hz / 1000.0 : hz;
  const double shownStep = kilo ? step / 1000.0 : step;
  const int decimals = static_cast<int>(std::max(0.0, std::ceil(-std::log10(shownStep) - kSlack)));
  const QString number = numberText(shown, decimals);
  return kilo ? Reading{number, QStringLiteral("k")}.text() : number;
}

std::vector<Tick> decadeTicks(double lowHz, double highHz) {
  std::vector<Tick> ticks;
  const auto firstDecade = static_cast<int>(std::floor(std::log10(lowHz)));
  const auto lastDecade = static_cast<int>(std::floor(std::log10(highHz)));
  for (int exponent = firstDecade; exponent <= lastDecade; ++exponent) {
    const double decade = std::pow(10.0, exponent);
    for (int digit = 1; digit <= 9; ++digit) {
      const double hz = digit * decade;
      if (hz < lowHz * (1 - kSlack) || hz > highHz * (1 + kSlack)) continue;
      const bool labelled = digit == 1 || digit == 2 || digit == 5;
      ticks.push_back({hz, labelled ? frequencyLabel(hz, hz >= 1000 ? 1000 : decade) : QString()});
    }
  }
  return ticks;
}

std::vector<Tick> evenTicks(double lowHz, double highHz) {
  constexpr double kAbout = 6;
  const double step = niceStep((highHz - lowHz) / kAbout);
  std::vector<Tick> ticks;
  for (double n = std::ceil(lowHz / step - kSlack); n * step <= highHz * (1 + kSlack); ++n) {
    ticks.push_back({n * step, frequencyLabel(n * step, step)});
  }
  return ticks;
}

}  // namespace

double niceStep(double least) {
  const double decade = std::pow(10.0, std::floor(std::log10(least) + kSlack));
  for (const double digit : {1.0, 2.0, 5.0}) {
    if (digit * decade >= least * (1 - kSlack)) return digit * decade;
  }
  return 10.0 * decade;
}

std::vector<Tick> frequencyTicks(double lowHz, double highHz) {
  std::vector<Tick> ticks = decadeTicks(lowHz, highHz);
  const auto labelled =
      std::count_if(ticks.begin(), ticks.end(), [](const Tick& t) { return !t.label.isEmpty(); });
  return labelled >= 3 ? ticks : evenTicks(lowHz, highHz);
}

std::vector<Tick> decibelTicks(const Range& range, double step, double offset) {
  const int decimals = static_cast<int>(std::max(0.0, std::ceil(-std::log10(step) - kSlack)));
  std::vector<Tick> ticks;
  for (double n = std::ceil((range.low + offset) / step - kSlack);
       n * step <= range.high + offset + kSlack; ++n) {
    ticks.push_back({n * step - offset, numberText(n * step, decimals)});
  }
  return ticks;
}

std::vector<Tick> voltTicks(const Range& range, double offset) {
  std::vector<Tick> ticks;
  for (double n = std::ceil((range.low + offset) / 10.0 - kSlack);
       n * 10.0 <= range.high + offset + kSlack; ++n) {
    const bool decade = std::fmod(n, 2.0) == 0.0;
    const Volts volts = Volts::of(std::pow(10.0, n / 2.0));
    ticks.push_back({n * 10.0 - offset, decade ? voltsReading(volts, 1).text() : QString()});
  }
  return ticks;
}

}  // namespace linecheck::ui
