#include "dsp/hum_taper_choice.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace linecheck::dsp::hum {
namespace {

using std::numbers::pi;

// Of the floor's power under a line; a twentieth makes its error 2.5 % greater.
constexpr double kNoticeable = 0.05;
constexpr double kEdgeSeconds = 0.4;
constexpr double kNullBins = 6.4;
constexpr double kCellHertz = 3.0;

// What there is besides the mains lines, as power in cells of some bins: their distance decides
// what leaks, so they need not be finer.
struct Cell {
  double low = 0.0;
  double high = 0.0;
  double power = 0.0;  // Sum over bins.
};

std::vector<Cell> otherPower(const LineSpectrum& spectrum, const MainsLines& lines) {
  const double bin = spectrum.binWidth();
  std::vector<double> powers(spectrum.powers().begin(), spectrum.powers().end());
  const auto clear = [&](double frequency) {
    const auto first = static_cast<std::size_t>(std::max(0.0, frequency - spectrum.lobe()) / bin);
    const auto end = static_cast<std::size_t>((frequency + spectrum.lobe()) / bin) + 2;
    for (std::size_t k = first; k < std::min(end, powers.size()); ++k) powers[k] = 0.0;
  };
  clear(0.0);  // The mean is fitted too.
  for (const int order : lines.mainsOrders()) clear(order * lines.fundamental);

  const auto perCell = static_cast<std::size_t>(std::max(1.0, std::round(kCellHertz / bin)));
  std::vector<Cell> cells;
  for (std::size_t first = 0; first < powers.size(); first += perCell) {
    const std::size_t end = std::min(first + perCell, powers.size());
    Cell cell{static_cast<double>(first) * bin, static_cast<double>(end - 1) * bin, 0.0};
    for (std::size_t k = first; k < end; ++k) cell.power += powers[k];
    cells.push_back(cell);
  }
  return cells;
}

// Power that a flat weight lets through from beyond a line's lobe, up to `reach` away, in units of
// the floor's: the side lobes of sin(Nx)/sin(x), taken at their mean.
double leakage(const std::vector<Cell>& cells, const LineSpectrum& spectrum, double frequency,
               double reach, std::size_t length, double sampleRate) {
  double sum = 0.0;
  for (const Cell& cell : cells) {
    const double away = std::max({cell.low - frequency, frequency - cell.high, spectrum.lobe()});
    if (away > reach) continue;
    const double sine = pi * away / sampleRate;  // Nearly, and near is what matters.
    sum += cell.power * 0.5 / (sine * sine);
  }
  return sum * spectrum.binWidth() / sampleRate / static_cast<double>(length);
}

}  // namespace

Taper chooseTaper(const LineSpectrum& spectrum, const MainsLines& lines, std::size_t length,
                  double sampleRate) {
  const std::vector<Cell> cells = otherPower(spectrum, lines);
  const auto isQuiet = [&](double reach) {
    return std::all_of(
        lines.harmonics.begin(), lines.harmonics.end(), [&](const HarmonicLine& line) {
          return !line.isMains || leakage(cells, spectrum, line.order * lines.fundamental, reach,
                                          length, sampleRate) < kNoticeable * line.floor.power;
        });
  };
  const auto edge = static_cast<std::size_t>(kEdgeSeconds * sampleRate);
  if (isQuiet(sampleRate)) return {length, 0, 1.0};
  if (2 * edge < length && isQuiet(kNullBins / kEdgeSeconds)) return {length, edge, kNullBins};
  const double duration = static_cast<double>(length) / sampleRate;
  return {length, length, spectrum.lobe() * duration};
}

}  // namespace linecheck::dsp::hum
