#include "measure/procedures/comb_reading.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <numbers>
#include <span>

#include "dsp/fft.h"

namespace linecheck::measure {
namespace {

using Complex = std::complex<double>;
using std::numbers::pi;

constexpr double kMostDriftPpm = 200.0;

// Bins beside a tone that tell of the noise: past the window's main lobe, before the next tone's.
constexpr std::array kNoiseBins = {-5, -4, -3, 3, 4, 5};

std::vector<Complex> hannSpectrum(std::span<const double> samples) {
  dsp::RealFft fft(samples.size());
  const auto input = fft.input();
  const double step = 2.0 * pi / static_cast<double>(samples.size());
  for (std::size_t i = 0; i < samples.size(); ++i) {
    input[i] = (0.5 - 0.5 * std::cos(step * static_cast<double>(i))) * samples[i];
  }
  const auto spectrum = fft.transform();
  return {spectrum.begin(), spectrum.end()};
}

// Σ exp(i·2π·d·n/N) over n = 0…N − 1.
Complex sumOfTurns(double d, double length) {
  const double half = pi * d;
  const double denominator = std::sin(half / length);
  const double size = std::abs(d) < 1e-9 ? length : std::sin(half) / denominator;
  return std::polar(size, half * (1.0 - 1.0 / length));
}

// The Hann window's transform `d` bins beside a tone.
Complex hannKernel(double d, double length) {
  return 0.5 * sumOfTurns(d, length) -
         0.25 * (sumOfTurns(d - 1.0, length) + sumOfTurns(d + 1.0, length));
}

struct Line {
  Complex amplitude;      // Peak, with the phase at the first sample.
  double variance = 0.0;  // Of the real and of the imaginary part.
};

// The tone at `position`, in bins and their fractions.
Line lineAt(const std::vector<Complex>& spectrum, double position, double length) {
  const auto bin = std::llround(position);
  const auto at = [&](std::int64_t k) { return spectrum[static_cast<std::size_t>(k)]; };
  Line line;
  line.amplitude = 2.0 * at(bin) / hannKernel(position - static_cast<double>(bin), length);
  double power = 0.0;
  int count = 0;
  for (const int offset : kNoiseBins) {
    const std::int64_t beside = bin + offset;
    if (beside < 1 || beside >= static_cast<std::int64_t>(spectrum.size()) - 1) continue;
    const Complex own =
        0.5 * line.amplitude * hannKernel(position - static_cast<double>(beside), length);
    power += std::norm(at(beside) - own);
    ++count;
  }
  if (count > 0) line.variance = 0.5 * 16.0 * power / count / (length * length);
  return line;
}

// What an estimate of the drift is still off by, in ppm: how much each tone's phase goes ahead from
// the first half to the second, low tones first, so that no turn is missed.
double driftLeft(std::span<const double> samples, const ToneComb& comb, double driftPpm) {
  const std::size_t half = samples.size() / 2;
  const auto first = hannSpectrum(samples.first(half));
  const auto second = hannSpectrum(samples.subspan(samples.size() - half));
  const auto length = static_cast<double>(half);
  const auto hop = static_cast<double>(samples.size() - half);
  const double stretch = 1.0 + 1e-6 * driftPpm;
  double weighted = 0.0;
  double weights = 0.0;
  for (const std::int64_t bin : comb.bins) {
    const double cycles = static_cast<double>(bin) / static_cast<double>(comb.frames) / stretch;
    const double position = cycles * length;
    if (position < 6.0) continue;
    const Line a = lineAt(first, position, length);
    const Line b = lineAt(second, position, length);
    const double size = std::min(std::abs(a.amplitude), std::abs(b.amplitude));
    const double variance = a.variance + b.variance;
    if (size * size < 100.0 * variance) continue;
    // Turns by which a drift of 1 ppm holds the phase back over a hop.
    const double slope = -2.0 * pi * cycles * hop * 1e-6;
    const double known = weights > 0.0 ? weighted / weights : 0.0;
    const Complex ahead = b.amplitude * std::conj(a.amplitude) *
                          std::polar(1.0, -2.0 * pi * std::remainder(cycles * hop, 1.0));
    const double phase = slope * known + std::arg(ahead * std::polar(1.0, -slope * known));
    const double weight = size * size / std::max(variance, 1e-30 * size * size);
    weighted += weight * slope * phase;
    weights += weight * slope * slope;
  }
  return weights > 0.0 ? std::clamp(weighted / weights, -kMostDriftPpm, kMostDriftPpm) : 0.0;
}

}  // namespace

bool CombReading::isHeard() const {
  const auto heard = std::count_if(tones.begin(), tones.end(),
                                   [](const CombTone& tone) { return tone.isHeard(); });
  return 2 * heard > static_cast<std::ptrdiff_t>(tones.size());
}

std::optional<CombReading> readComb(const Recording& recording, const ToneComb& comb,
                                    const CombPlace& place) {
  const Segment* segment = recording.sequence->segment(place.segment);
  if (segment == nullptr || !recording.holds(*segment)) return std::nullopt;
  if (place.input >= recording.channels() || place.output >= recording.sequence->channels()) {
    return std::nullopt;
  }
  const double latency = place.latency.value_or(recording.latency(place.input));
  const auto frames = segment->frames;
  const auto sentFrom = static_cast<double>(segment->first);
  const double startPpm = place.driftPpm.value_or(recording.path.driftPpm);
  const auto from =
      std::clamp<std::int64_t>(std::llround(latency + sentFrom * (1.0 + 1e-6 * startPpm)), 0,
                               recording.capture.frames() - frames);
  const auto received = recording.capture.channel(place.input, from, frames);

  CombReading reading;
  reading.driftPpm = startPpm;
  if (!place.driftPpm) {
    // Twice: the second time without what the first estimate's lines were off by.
    reading.driftPpm += driftLeft(received, comb, reading.driftPpm);
    reading.driftPpm += driftLeft(received, comb, reading.driftPpm);
  }
  const double stretch = 1.0 + 1e-6 * reading.driftPpm;
  const auto length = static_cast<double>(frames);
  const auto back = hannSpectrum(received);
  const auto sent = hannSpectrum(recording.sequence->played(*segment, place.output));
  // Frames of the sequence that went by from the segment's start to the first that is looked at.
  const double late = (static_cast<double>(from) - latency) / stretch - sentFrom;
  for (std::size_t i = 0; i < comb.bins.size(); ++i) {
    const auto bin = static_cast<double>(comb.bins[i]);
    const Line line = lineAt(back, bin / stretch, length);
    const Complex played = lineAt(sent, bin, length).amplitude;
    CombTone tone;
    tone.frequency = comb.frequency(i);
    tone.ratio = line.amplitude / (played * std::polar(1.0, 2.0 * pi * bin * late / length));
    tone.error = std::sqrt(line.variance) / std::abs(played);
    reading.tones.push_back(tone);
  }
  return reading;
}

Complex valueAt(const std::vector<double>& frequencies, const std::vector<Complex>& values,
                double frequency) {
  const auto above = std::lower_bound(frequencies.begin(), frequencies.end(), frequency);
  if (above == frequencies.begin()) return values.front();
  if (above == frequencies.end()) return values.back();
  const auto i = static_cast<std::size_t>(above - frequencies.begin());
  const double part =
      std::log(frequency / frequencies[i - 1]) / std::log(frequencies[i] / frequencies[i - 1]);
  return values[i - 1] + part * (values[i] - values[i - 1]);
}

}  // namespace linecheck::measure
