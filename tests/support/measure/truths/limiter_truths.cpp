// Windows's limiter, all that must not be taken for it, and what peaks between the samples meet.
#include <cmath>

#include "dsp/random.h"
#include "measure/procedures/catalogue.h"
#include "support/measure/truth.h"

namespace linecheck::measure::testing {
namespace {

constexpr double kKnee = -0.1313;  // 20·log10 of the ceiling of 0.985.
constexpr double kOver = 3.0103;
constexpr double kStep = 0.1;

TruthCase limiterOf(std::uint64_t seed, const char* limiter, const char* clipping) {
  dsp::Random random(seed);
  TruthCase made;
  made.run = runOf(limiterProcedure());
  made.run.values.set("seconds", 0.05);
  auto& studio = made.run.studio;
  studio.seed = seed;
  made.run.sampleRate = seed % 3 == 0 ? 44100 : 48000;
  studio.converterNoise = DecibelsFs::of(random.uniform(-115.0, -95.0));
  studio.path.input.gain[0].gain = Decibels::of(random.uniform(-6.0, -0.5));
  studio.path.input.gain[1].gain = Decibels::of(random.uniform(-6.0, -0.5));
  studio.path.cable.leftToRight.flat = Decibels::of(random.uniform(-90.0, -50.0));
  made.word("limiter", limiter);
  made.word("clipping", clipping);
  return made;
}

TruthCase limits(std::uint64_t seed) {
  TruthCase made = limiterOf(seed, "linked_limiter", "no");
  made.run.studio.path.computer.limits = true;
  for (const int channel : {0, 1}) {
    made.figure("knee", channel, kKnee, 0.02, "dBFS");
    made.figure("loss_at_full_scale", channel, 0.125, 0.01, "dB");
  }
  return made;
}

TruthCase clipsHard(std::uint64_t seed) {
  TruthCase made = limiterOf(seed, "clipping", "yes");
  // Closer to full scale there is less than 0.02 dB to see of it.
  const double clip = dsp::Random(500 + seed).uniform(-0.2, -0.03);
  made.run.studio.path.output.converterClip = DecibelsFs::of(clip);
  for (const int channel : {0, 1}) made.figure("clip_level", channel, clip, 0.02, "dBFS");
  return made;
}

TruthCase inputEnds(std::uint64_t seed) {
  TruthCase made = limiterOf(seed, "clipping", "yes");
  const double gain = dsp::Random(600 + seed).uniform(0.03, 0.2);
  for (auto& input : made.run.studio.path.input.gain) input.gain = Decibels::of(gain);
  return made;
}

TruthCase clipsSoftly(std::uint64_t seed) {
  TruthCase made = limiterOf(seed, "clipping", "yes");
  dsp::Random random(700 + seed);
  made.run.studio.path.output.amplifierClip = simulation::AmplifierClipping{
      DecibelsFs::of(random.uniform(-1.0, 1.0)), Decibels::of(random.uniform(1.2, 3.0))};
  return made;
}

TruthCase limitsAndClips(std::uint64_t seed) {
  TruthCase made = limiterOf(seed, "linked_limiter", "yes");
  const double clip = dsp::Random(800 + seed).uniform(-2.0, -0.2);
  made.run.studio.path.computer.limits = true;
  made.run.studio.path.output.converterClip = DecibelsFs::of(clip);
  for (const int channel : {0, 1}) made.figure("knee", channel, kKnee, 0.02, "dBFS");
  return made;
}

TruthCase isWhole(std::uint64_t seed) {
  TruthCase made = limiterOf(seed, "none", "no");
  made.run.studio.path.output.nonlinearity = {1e-3, -1e-3};
  return made;
}

TruthCase oversOf(std::uint64_t seed, const char* word) {
  TruthCase made;
  made.run = runOf(oversProcedure());
  made.run.values.set("seconds", 0.05);
  made.run.studio.seed = seed;
  made.run.studio.converterNoise = DecibelsFs::of(dsp::Random(seed).uniform(-115.0, -90.0));
  for (auto& input : made.run.studio.path.input.gain) input.gain = Decibels::of(-6.0);
  made.word("overs", word);
  return made;
}

// The last step that passes is at most a step below the truth.
void addOvers(TruthCase& made, double end, double loss, double lossLimit) {
  for (const int channel : {0, 1}) {
    made.figure("passes_up_to", channel, end - kStep / 2.0, kStep / 2.0 + 0.01, "dBTP");
    made.figure("loss", channel, loss, lossLimit, "dB");
  }
}

TruthCase oversPass(std::uint64_t seed) {
  TruthCase made = oversOf(seed, "passes");
  if (seed % 4 == 0) {
    made.run.studio.path.cable.latencyFrames = dsp::Random(50 + seed).uniform(0.0, 50.0);
  }
  for (const int channel : {0, 1}) {
    made.figure("passes_up_to", channel, kOver, 1e-3, "dBTP");
    made.figure("loss", channel, 0.0, 0.01, "dB");
  }
  return made;
}

// All samples lie at ±P: a converter that cuts them at c leaves a sine c/P times as high.
TruthCase oversClip(std::uint64_t seed) {
  TruthCase made = oversOf(seed, "clipped");
  const double clip = dsp::Random(60 + seed).uniform(-3.5, -0.3);
  made.run.studio.path.output.converterClip = DecibelsFs::of(clip);
  made.word("clip_place", "converter_out_or_amplifier");
  addOvers(made, clip + kOver, -clip, 0.01);
  return made;
}

// The limiter goes by the samples: it lets pass what has its samples below −0.13 dBFS.
TruthCase oversLimited(std::uint64_t seed) {
  TruthCase made = oversOf(seed, "limited");
  made.run.studio.path.computer.limits = true;
  made.word("clip_place", "computer");
  addOvers(made, kKnee + kOver, -kKnee, 0.02);
  return made;
}

}  // namespace

std::vector<Truth> limiterTruths() {
  constexpr std::uint64_t kSeeds = 25;
  constexpr std::uint64_t kQuick = 8;
  return {{"limiter", "limits", limits, kSeeds, kQuick},
          {"limiter", "clips hard", clipsHard, kSeeds, kQuick},
          {"limiter", "input at its end", inputEnds, kSeeds, kQuick},
          {"limiter", "clips softly", clipsSoftly, kSeeds, kQuick},
          {"limiter", "limits and clips", limitsAndClips, kSeeds, kQuick},
          {"limiter", "neither", isWhole, kSeeds, kQuick},
          {"overs", "pass", oversPass, 20, 10},
          {"overs", "clipped", oversClip, 20, 10},
          {"overs", "limited", oversLimited, 20, 10}};
}

}  // namespace linecheck::measure::testing
