#include <algorithm>
#include <array>
#include <cmath>
#include <complex>
#include <numbers>
#include <vector>

#include "dsp/random.h"
#include "support/diagnosis/programme.h"

namespace linecheck::testing {
namespace {

using std::numbers::pi;

constexpr double kHighestPartial = 16e3;
constexpr std::size_t kMostPartials = 16;
constexpr std::size_t kStep = 64;  // Frames for which levels and pitch stand still.
constexpr int kE1 = 28;            // MIDI note numbers.
constexpr int kA1 = 33;
constexpr int kMiddleC = 60;

struct Note {
  double second = 0.0;
  double length = 0.0;     // Seconds until it is let go.
  double frequency = 0.0;  // Hertz.
  double peak = 0.0;
  double attack = 0.0;   // Seconds.
  double release = 0.0;  // Seconds.
  double decay = 0.0;    // Seconds of the fundamental; 0 is a note that is held.
  double slope = 1.0;    // Partials fall as order^−slope.
  double vibrato = 0.0;  // Of the frequency.
  double vibratoRate = 5.0;
  double left = 1.0;
  double right = 1.0;
};

class Band {
 public:
  Band(std::uint64_t seed, int sampleRate, std::size_t frames)
      : random_(seed), rate_(sampleRate), length_(static_cast<double>(frames) / sampleRate) {
    for (auto& channel : samples_) channel.resize(frames);
  }

  StereoSamples play() {
    const double tuning = random_.uniform(438.0, 443.0);
    const double beat = 60.0 / random_.uniform(70.0, 150.0);
    // Half of the pieces stand in E or A, whose basses come nearest to the mains.
    const double chance = random_.uniform();
    const int key = chance < 0.25  ? kE1
                    : chance < 0.5 ? kA1
                                   : kE1 + static_cast<int>(random_.bits() % 12);
    const bool hasDrums = random_.uniform() < 0.7;
    const bool hasPads = random_.uniform() < 0.8;
    const bool hasPlucks = random_.uniform() < 0.8 || !hasPads;
    const std::array<int, 6> steps = {0, 5, 7, 9, 2, 4};  // Roots of a major scale's chords.
    const std::array<bool, 6> isMinor = {false, false, false, true, true, true};
    const auto frequencyOf = [&](int note) { return tuning * std::exp2((note - 69) / 12.0); };

    const double bar = 4.0 * beat;
    for (double start = -random_.uniform() * bar; start < length_; start += bar) {
      const auto chord = static_cast<std::size_t>(random_.bits() % steps.size());
      const int root = key + steps.at(chord);
      const std::array<int, 3> triad = {0, isMinor.at(chord) ? 3 : 4, 7};
      // Now and then the last beat of a bar is a rest.
      const double sounding = random_.uniform() < 0.25 ? 3.0 * beat : bar;
      const double end = start + sounding - 0.15;
      bass(start, end, beat, frequencyOf(root > kE1 + 14 ? root - 12 : root));
      if (hasPads) pad(start, end, root, triad, frequencyOf);
      if (hasPlucks) plucks(start, end, beat, root, triad, frequencyOf);
      if (hasDrums) drums(start, end, beat);
    }
    return std::move(samples_);
  }

 private:
  void bass(double start, double end, double beat, double frequency) {
    const double each = random_.uniform() < 0.5 ? end - start : beat;
    for (double second = start; second < end - 0.05; second += each) {
      Note note;
      note.second = second;
      note.length = std::min(0.9 * each, end - second);
      note.frequency = frequency;
      note.peak = 0.5;
      note.attack = 0.008;
      note.release = 0.05;
      note.decay = random_.uniform(0.8, 3.0);
      note.slope = 1.3;
      sound(note);
    }
  }

  template <class FrequencyOf>
  void pad(double start, double end, int root, const std::array<int, 3>& triad,
           const FrequencyOf& frequencyOf) {
    for (const int step : triad) {
      Note note;
      note.second = start;
      note.length = end - start - 0.05;
      note.frequency = frequencyOf(root + 24 + step) * std::exp2(random_.uniform(-5.0, 5.0) / 1200);
      note.peak = 0.12;
      note.attack = 0.15;
      note.release = 0.1;
      note.slope = random_.uniform(1.2, 2.0);
      note.vibrato = random_.uniform(0.001, 0.006);
      note.vibratoRate = random_.uniform(4.0, 6.5);
      note.left = random_.uniform(0.4, 1.0);
      note.right = 1.4 - note.left;
      sound(note);
    }
  }

  template <class FrequencyOf>
  void plucks(double start, double end, double beat, int root, const std::array<int, 3>& triad,
              const FrequencyOf& frequencyOf) {
    for (double second = start; second < end - 0.05; second += 0.5 * beat) {
      if (random_.uniform() < 0.4) continue;
      const int step = triad.at(random_.bits() % triad.size());
      const int octaves = 12 * static_cast<int>(random_.bits() % 3);
      Note note;
      note.second = second;
      note.length = std::min(random_.uniform(0.3, 1.0), end - second);
      note.frequency = frequencyOf(std::min(root + 12 + step + octaves, kMiddleC + 24));
      note.peak = random_.uniform(0.1, 0.3);
      note.attack = 0.002;
      note.release = 0.04;
      note.decay = random_.uniform(0.2, 0.9);
      note.slope = 1.0;
      note.left = random_.uniform(0.3, 1.0);
      note.right = 1.3 - note.left;
      sound(note);
    }
  }

  void drums(double start, double end, double beat) {
    int eighth = 0;
    for (double second = start; second < end - 0.05; second += 0.5 * beat, ++eighth) {
      if (eighth % 4 == 0 || random_.uniform() < 0.1) kick(second, end);
      hat(second, end);
    }
  }

  // A sine that falls from 150 to 48 Hz.
  void kick(double second, double end) {
    double turns = 0.0;
    each(second, std::min(0.4, end - second), [&](double since, double& left, double& right) {
      turns += (48.0 + 102.0 * std::exp(-since / 0.03)) / rate_;
      const double edges =
          std::min({since / 0.002, 1.0, (end - second - since) / 0.01, (0.4 - since) / 0.05});
      const double sample = 0.7 * edges * std::exp(-since / 0.09) * std::sin(2.0 * pi * turns);
      left += sample;
      right += sample;
    });
  }

  // Noise above some kilohertz.
  void hat(double second, double end) {
    const double peak = random_.uniform(0.02, 0.08);
    const double high = std::exp(-2.0 * pi * 7000.0 / rate_);
    double low = 0.0;
    each(second, std::min(0.15, end - second), [&](double since, double& left, double& right) {
      const double white = random_.gaussian();
      low = white + high * (low - white);
      const double sample =
          peak * std::min(1.0, since / 0.001) * std::exp(-since / 0.025) * (white - low);
      left += 0.8 * sample;
      right += sample;
    });
  }

  void sound(const Note& note) {
    const auto partials = static_cast<std::size_t>(
        std::clamp(std::min(kHighestPartial, 0.45 * rate_) / note.frequency, 1.0,
                   static_cast<double>(kMostPartials)));
    std::vector<double> levels(partials);
    std::size_t count = 0;
    std::complex<double> at = 1.0;
    std::complex<double> turn;
    each(note.second, note.length, [&](double since, double& left, double& right) {
      if (count++ % kStep == 0) {
        for (std::size_t i = 0; i < partials; ++i) {
          const double order = static_cast<double>(i) + 1.0;
          levels[i] = std::pow(order, -note.slope);
          // The high partials of a string die first.
          if (note.decay > 0.0) levels[i] *= std::exp(-since * std::sqrt(order) / note.decay);
        }
        const double bend = 1.0 + note.vibrato * std::sin(2.0 * pi * note.vibratoRate * since);
        turn = std::polar(1.0, 2.0 * pi * note.frequency * bend / rate_);
      }
      const double edges =
          std::clamp(std::min(since / note.attack, (note.length - since) / note.release), 0.0, 1.0);
      const double c = at.real();
      const double s = at.imag();
      at = {c * turn.real() - s * turn.imag(), c * turn.imag() + s * turn.real()};
      double real = 0.0;
      double imaginary = 0.0;
      for (std::size_t i = partials; i-- > 0;) {
        const double sum = real + levels[i];
        real = sum * c - imaginary * s;
        imaginary = sum * s + imaginary * c;
      }
      const double sample = note.peak * edges * imaginary;
      left += note.left * sample;
      right += note.right * sample;
    });
  }

  // Each frame from `second` on for `length`, those before the beginning too but unheard.
  template <class Make>
  void each(double second, double length, const Make& make) {
    const auto first = static_cast<std::int64_t>(std::ceil(second * rate_));
    const auto last = static_cast<std::int64_t>(std::ceil((second + length) * rate_));
    const auto frames = static_cast<std::int64_t>(samples_[0].size());
    double unheard = 0.0;
    for (std::int64_t frame = first; frame < std::min(last, frames); ++frame) {
      const double since = static_cast<double>(frame) / rate_ - second;
      const auto i = static_cast<std::size_t>(std::max<std::int64_t>(frame, 0));
      make(since, frame < 0 ? unheard : samples_[0][i], frame < 0 ? unheard : samples_[1][i]);
    }
  }

  dsp::Random random_;
  double rate_;
  double length_;
  StereoSamples samples_;
};

}  // namespace

StereoSamples makeMusic(std::uint64_t seed, int sampleRate, std::size_t frames) {
  return Band(seed, sampleRate, frames).play();
}

}  // namespace linecheck::testing
