#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

#include "dsp/hum.h"
#include "dsp/hum_signals.h"

// What is not hum, but has lines where hum has them.
namespace linecheck::dsp {
namespace {

using test::noise;
using test::Note;

constexpr double kRate = 8000.0;
constexpr double kHighest = 3000.0;

bool isHum(const std::vector<double>& samples) {
  return estimateHum(samples, Hertz::of(kRate)).present;
}

std::vector<double> played(const std::vector<Note>& notes, double seconds) {
  auto x = noise(-95.0, seconds, kRate);
  Random random(11);
  for (const Note& note : notes) test::addNote(x, note, kRate, kHighest, random);
  return x;
}

Note held(double frequency, double seconds) {
  Note note;
  note.frequency = frequency;
  note.duration = seconds;
  note.decay = std::numeric_limits<double>::infinity();
  return note;
}

class HumInMusic : public testing::TestWithParam<double> {};

TEST_P(HumInMusic, IsNotFound) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    EXPECT_FALSE(isHum(test::musicLike(GetParam(), kRate, 3.0, seed))) << "seed " << seed;
  }
}

INSTANTIATE_TEST_SUITE_P(Roots, HumInMusic, testing::Values(55.0, 110.0));

TEST(HumMusic, SteadyNotesBesideTheMainsAreNotHum) {
  // G1, G2, A♯1, A♯2, B1, A1, A2, and just outside the search.
  for (const double frequency :
       {49.0, 98.0, 58.27, 116.54, 61.74, 55.0, 110.0, 49.45, 50.6, 98.9}) {
    for (const double seconds : {1.0, 3.0, 10.0}) {
      EXPECT_FALSE(isHum(played({held(frequency, seconds)}, seconds)))
          << frequency << " Hz for " << seconds << " s";
    }
  }
}

TEST(HumMusic, ASteadyToneExactlyOnTheMainsCannotBeToldFromIt) {
  EXPECT_TRUE(isHum(played({held(100.0, 5.0)}, 5.0)));
}

TEST(HumMusic, NotesThatDieAwayAreNotHum) {
  for (const double frequency : {50.0, 99.5, 100.0, 150.0, 60.2}) {
    for (const double decay : {0.3, 1.0, 3.0}) {
      Note note = held(frequency, 10.0);
      note.decay = decay;
      EXPECT_FALSE(isHum(played({note}, 10.0))) << frequency << " Hz, " << decay << " s";
    }
  }
}

TEST(HumMusic, RepeatedNotesAreNotHum) {
  for (const double frequency : {50.0, 55.0, 99.5, 100.0}) {
    for (const double beat : {0.12, 0.25, 0.5, 1.0}) {
      std::vector<Note> notes;
      for (double start = 0.0; start < 6.0; start += beat) {
        Note note = held(frequency, beat);
        note.start = start;
        note.decay = 0.5;
        notes.push_back(note);
      }
      EXPECT_FALSE(isHum(played(notes, 6.0))) << frequency << " Hz every " << beat << " s";
    }
  }
}

// The same sample triggered 25/3 times a second: a comb of lines with one on 50, 100 and 150 Hz.
TEST(HumMusic, AnExactlyRepeatedSampleIsNotHum) {
  constexpr std::size_t kPeriod = 960;
  std::vector<double> x(48000, 0.0);
  for (std::size_t n = 0; n < x.size(); ++n) {
    const double t = static_cast<double>(n % kPeriod) / kRate;
    x[n] = 0.1 * std::exp(-30.0 * t) * std::sin(2.0 * std::numbers::pi * 55.0 * t);
  }
  EXPECT_FALSE(isHum(x));
}

TEST(HumMusic, VibratoThroughTheSearchIsNotHum) {
  for (const double frequency : {49.2, 98.0, 61.2}) {
    Note note = held(frequency, 6.0);
    note.vibratoCents = 60.0;
    EXPECT_FALSE(isHum(played({note}, 6.0))) << frequency;
  }
}

TEST(HumMusic, GlidesThroughTheMainsAreNotHum) {
  struct Glide {
    double from, to, seconds;
  };
  for (const Glide glide :
       {Glide{45.0, 55.0, 10.0}, Glide{49.0, 51.0, 10.0}, Glide{49.7, 50.3, 10.0},
        Glide{49.9, 50.1, 10.0}, Glide{40.0, 60.0, 2.0}, Glide{97.0, 103.0, 3.0},
        Glide{49.6, 50.4, 2.0}}) {
    auto x = noise(-95.0, glide.seconds, kRate);
    double phase = 0.0;
    for (std::size_t n = 0; n < x.size(); ++n) {
      const double t = static_cast<double>(n) / kRate;
      const double f = glide.from + (glide.to - glide.from) * t / glide.seconds;
      phase += 2.0 * std::numbers::pi * f / kRate;
      for (int partial = 1; partial <= 5; ++partial) {
        x[n] += 0.1 / partial * std::sin(partial * phase);
      }
    }
    EXPECT_FALSE(isHum(x)) << glide.from << " to " << glide.to << " Hz in " << glide.seconds
                           << " s";
  }
}

// A glottal pulse train whose pitch wanders, through two formants, with pauses.
TEST(HumMusic, SpeechIsNotHum) {
  for (const double pitch : {90.0, 100.0, 120.0, 150.0, 200.0}) {
    Random random(static_cast<std::uint64_t>(pitch));
    auto x = noise(-80.0, 8.0, kRate);
    double phase = 0.0;
    for (std::size_t n = 0; n < x.size(); ++n) {
      const double t = static_cast<double>(n) / kRate;
      const double melody = 0.15 * std::sin(2.0 * std::numbers::pi * 0.6 * t) +
                            0.05 * std::sin(2.0 * std::numbers::pi * 2.3 * t);
      phase += 2.0 * std::numbers::pi * pitch * (1.0 + melody) / kRate;
      const double syllable =
          std::max(0.0, std::sin(2.0 * std::numbers::pi * 2.0 * t) + 0.3 * random.gaussian() * 0.1);
      for (int partial = 1; partial <= 12; ++partial) {
        const double f = partial * pitch;
        const double formants = 1.0 / (1.0 + std::pow((f - 500.0) / 150.0, 2)) +
                                0.3 / (1.0 + std::pow((f - 1500.0) / 200.0, 2)) + 0.1;
        x[n] += 0.05 * syllable * formants * std::sin(partial * phase);
      }
    }
    EXPECT_FALSE(isHum(x)) << pitch;
  }
}

// A bass line at −20 dBFS does not hide hum, where it leaves its harmonics alone.
TEST(HumMusic, HumIsFoundUnderANote) {
  auto x = played({held(55.0, 10.0)}, 10.0);
  test::addLine(x, 50.02, -60.0, kRate);
  test::addLine(x, 150.06, -65.0, kRate);
  const HumEstimate hum = estimateHum(x, Hertz::of(kRate));
  ASSERT_TRUE(hum.present);
  EXPECT_NEAR(hum.fundamental.value(), 50.02, 1e-3);
  EXPECT_NEAR(hum.harmonics[2].level.value(), -65.0, 0.05);
}

}  // namespace
}  // namespace linecheck::dsp
