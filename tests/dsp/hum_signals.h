#pragma once

#include <algorithm>
#include <cmath>
#include <complex>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <numbers>
#include <vector>

#include "dsp/generators.h"
#include "dsp/random.h"

/// Signals to try the hum estimator on. Frequencies and rates in Hz.
namespace linecheck::dsp::test {

/// Adds a sine of a level in dBFS.
inline void addLine(std::vector<double>& out, double frequency, double level, double sampleRate,
                    double phase = 0.3) {
  addSine(out, {Hertz::of(frequency), std::pow(10.0, level / 20.0), phase}, Hertz::of(sampleRate));
}

/// White noise of an RMS level in dBFS.
inline std::vector<double> noise(double level, double seconds, double sampleRate,
                                 std::uint64_t seed = 1) {
  return whiteNoise(DecibelsFs::of(level), static_cast<std::size_t>(seconds * sampleRate), seed);
}

/// What a struck string, an organ pipe or a bowed one does, as far as a spectrum tells.
struct Note {
  double frequency = 55.0;
  double start = 0.0;     ///< Seconds.
  double duration = 1.0;  ///< Seconds until it is damped.
  double peak = 0.1;
  double decay = 1.0;         ///< Seconds to 1/e; +∞ for an organ.
  double rollOff = 1.0;       ///< Partial k has 1/k^rollOff of the first one.
  double vibratoCents = 0.0;  ///< Greatest departure from the pitch.
  double vibratoHertz = 5.0;
  double inharmonicity = 0.0;  ///< Partial k lies at k·f·√(1 + B·k²).
};

/// Adds the note's partials up to `highest`. Level and pitch change in steps of half a millisecond.
inline void addNote(std::vector<double>& out, const Note& note, double sampleRate, double highest,
                    Random& random) {
  constexpr double kAttackSeconds = 0.005;
  constexpr double kReleaseSeconds = 0.03;
  constexpr double kPi = std::numbers::pi;
  const auto first = static_cast<std::size_t>(note.start * sampleRate);
  const auto last =
      std::min(out.size(), static_cast<std::size_t>((note.start + note.duration) * sampleRate));
  const auto step = static_cast<std::size_t>(std::max(1.0, 0.0005 * sampleRate));
  const double vibrato = std::log(2.0) / 1200.0 * note.vibratoCents;
  const double vibratoPhase = random.uniform(0.0, 2.0 * kPi);
  for (int k = 1; k * note.frequency < highest; ++k) {
    const double radians =
        2.0 * kPi / sampleRate * k * note.frequency * std::sqrt(1.0 + note.inharmonicity * k * k);
    std::complex<double> phasor = std::polar(1.0, random.uniform(0.0, 2.0 * kPi));
    for (std::size_t n = first; n < last; n += step) {
      const double since = static_cast<double>(n - first) / sampleRate;
      const double left = static_cast<double>(last - n) / sampleRate;
      const double bend = vibrato * std::sin(vibratoPhase + 2.0 * kPi * note.vibratoHertz * since);
      // High partials die sooner.
      const double level = note.peak / std::pow(k, note.rollOff) *
                           std::exp(-since * (1.0 + 0.1 * k) / note.decay) *
                           std::min({1.0, since / kAttackSeconds, left / kReleaseSeconds});
      const std::complex<double> turn = std::polar(1.0, radians * (1.0 + bend));
      for (std::size_t i = n; i < std::min(n + step, last); ++i) {
        out[i] += level * phasor.imag();
        phasor *= turn;
      }
    }
  }
}

/// Music on one root: notes and chords of its scale at a tempo, struck or held, with or without
/// vibrato, over faint noise and now and then a drum. What it is depends on the seed alone.
inline std::vector<double> musicLike(double root, double sampleRate, double seconds,
                                     std::uint64_t seed) {
  Random random(seed);
  const auto pick = [&random](std::initializer_list<double> values) {
    return values
        .begin()[static_cast<std::size_t>(random.uniform() * static_cast<double>(values.size()))];
  };
  const auto length = static_cast<std::size_t>(seconds * sampleRate);
  std::vector<double> out =
      whiteNoise(DecibelsFs::of(random.uniform(-110.0, -60.0)), length, seed + 1);
  const double beat = 60.0 / random.uniform(60.0, 180.0) * pick({0.5, 1.0, 2.0, 4.0});
  const bool isHeld = random.uniform() < 0.3;
  Note note;
  note.peak = std::pow(10.0, random.uniform(-40.0, -10.0) / 20.0);
  note.decay = isHeld ? std::numeric_limits<double>::infinity() : random.uniform(0.1, 4.0);
  note.rollOff = random.uniform(0.3, 2.0);
  note.inharmonicity = random.uniform() < 0.5 ? 0.0 : random.uniform(0.0, 3e-4);
  note.vibratoCents = random.uniform() < 0.5 ? 0.0 : random.uniform(2.0, 40.0);
  note.vibratoHertz = random.uniform(4.0, 7.0);
  const bool hasDrum = random.uniform() < 0.4;
  const bool hasChords = random.uniform() < 0.6;
  const double highest = std::min(random.uniform(1000.0, 3000.0), 0.45 * sampleRate);
  for (double start = isHeld ? 0.0 : random.uniform(0.0, beat); start < seconds; start += beat) {
    note.start = start;
    note.duration = isHeld ? seconds : beat;
    note.frequency = root;
    addNote(out, note, sampleRate, highest, random);
    if (hasChords) {
      for (const double semitones : {pick({3.0, 4.0, 12.0}), pick({7.0, 10.0})}) {
        note.frequency = root * std::exp2(semitones / 12.0);
        addNote(out, note, sampleRate, highest, random);
      }
    }
    if (hasDrum) {
      double burst = note.peak;
      for (auto n = static_cast<std::size_t>(start * sampleRate);
           n < length && burst > 1e-6 * note.peak; ++n) {
        out[n] += burst * random.gaussian();
        burst *= std::exp(-30.0 / sampleRate);
      }
    }
    if (isHeld) break;
  }
  return out;
}

}  // namespace linecheck::dsp::test
