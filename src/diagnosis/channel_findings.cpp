#include "diagnosis/channel_findings.h"

#include <algorithm>
#include <cmath>

#include "dsp/spectrum.h"

namespace linecheck::diagnosis {
namespace {

// Noise below 30 Hz against what the noise above would have there. Mains lines are higher.
std::optional<double> rumbleOf(const SoundView& view) {
  constexpr double kLow = 5.0, kHigh = 30.0;
  const Spectrogram& fine = view.fine;
  const double reference = view.noise.isKnown() ? view.noise.densityAt(300.0) : 0.0;
  if (fine.frames < 2 || reference <= 0.0) return std::nullopt;
  std::vector<double> densities, scratch;
  for (std::size_t i = 0; i < fine.frames; ++i) {
    const auto frame = fine.frame(i);
    scratch.clear();
    for (std::size_t k = fine.binAt(kLow); k < fine.binAt(kHigh); ++k) {
      scratch.push_back(static_cast<double>(frame[k]));
    }
    densities.push_back(fine.densityOf(quantile(scratch, 0.5) / 0.693));
  }
  return 10.0 * std::log10(std::max(quantile(densities, 0.25) / reference, 1e-9));
}

}  // namespace

ChannelFindings::ChannelFindings(const SoundView& view)
    : hum(view.hum),
      pattern(humPattern(view.hum)),
      lines(findSteadyLines(view)),
      rhythm(mainsRhythm(view)),
      clicks(findClicks(view)),
      wandering(findWanderingLines(view, lines)),
      highTones(findHighTones(view, lines)),
      load(loadNoise(view)),
      phone(findPhoneBursts(view)) {
  if (!view.noise.isKnown()) return;
  leastFrameLine = leastLinePower(view, 4000.0);
  leastStrayLine = leastLinePower(view, 1000.0);
  leastScreenLine = leastLinePower(view, 15700.0);
  seesScreenLines = view.highest() > 15800.0;
  if (hum.present) {
    spikes = mainsSpikes(view, hum.fundamental.value());
  } else if (rhythm && rhythm->isThere) {
    spikes = mainsSpikes(view, 0.5 * rhythm->twice);
  }
  for (const QuietNoise::Band& band : view.noise.bands()) {
    if (band.density <= 0.0) continue;
    const double power = band.density * (band.high - band.low);
    noise.push_back({Hertz::of(band.low), Hertz::of(band.high), dsp::levelFromPower(power)});
  }
  const double level = view.noise.level(20.0, 20000.0);
  noisePower = std::isfinite(level) ? std::pow(10.0, level / 10.0) : 0.0;
  noiseError = view.noise.levelError();
  tilt = view.noise.tilt();
  rumble = rumbleOf(view);
  programme = view.quiet.programme;
}

double ChannelFindings::interference() const {
  double power = noisePower + dsp::powerFromLevel(hum.total);
  for (const SteadyLine& line : lines.lines) {
    const bool counts = line.owner != LineOwner::mains && line.owner != LineOwner::played;
    power += counts ? line.power : 0.0;
  }
  if (rhythm) power += rhythm->power;
  if (wandering) power += wandering->power;
  if (phone) power += phone->power;
  return power;
}

}  // namespace linecheck::diagnosis
