#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "diagnosis/cause.h"
#include "dsp/hum.h"
#include "measure/analysis.h"
#include "units/decibels.h"
#include "units/level.h"
#include "units/quantity.h"

namespace linecheck::diagnosis {

/// One thing that can be seen, or looked for and not seen, in a capture. docs/diagnosis.md defines
/// each and says which causes it moves.
enum class Trait {
  humOverFloor,       ///< dB: joint level of the mains lines over the noise beside them.
  evenToOdd,          ///< dB: orders 2, 4 … 10 against 1, 3 … 9.
  oddToFundamental,   ///< dB: orders 3, 5, 7, 9 against 1.
  highToFundamental,  ///< dB: orders 11 and up against 1.
  tripleToOdd,        ///< dB: orders 3, 9, 15 against 5, 7, 11, 13.
  harmonicDecay,      ///< dB per octave of the odd orders.
  gatedNoise,         ///< dB: how far noise above 1 kHz follows twice the mains frequency.
  mainsSpikes,        ///< dB: the mains' orders from 2.5 to 10 kHz over the noise between them.
  clicks,             ///< Per second: impulses without a rhythm of the mains.
  frameLines,         ///< dB: lines at multiples of 1 kHz over their floor.
  microframeLines,    ///< dB: those at multiples of 8 kHz.
  wanderingLines,     ///< dB: lines that drift or step, unrelated to the mains.
  loadNoise,       ///< dB: how unsteady the noise of the highs is from half second to half second.
  restlessTones,   ///< dB: what stands out of the noise, but neither stays nor wanders slowly.
  phoneBursts,     ///< dB: comb of 216.7 Hz in the envelope.
  screenLines,     ///< dB: 15 625 or 15 734 Hz over the floor.
  strayLines,      ///< dB: steady lines that belong to nothing known.
  noiseLevel,      ///< dBFS: broadband noise, 20 Hz–20 kHz, lines taken out.
  noiseTilt,       ///< dB per decade.
  rumble,          ///< dB: noise from 5 to 30 Hz over what the noise above would have there.
  programme,       ///< dB: how far what plays rises above its pauses; 0: nothing plays.
  baselineExcess,  ///< dB: lines and noise over the interface's own loopback; none without one.
  channelBalance,  ///< dB: the interference on the left against the right.
};

/// All of them, in the order above.
[[nodiscard]] std::span<const Trait> traits();
/// Stable id for JSON and the table in the documentation: "even_to_odd".
[[nodiscard]] std::string_view traitId(Trait trait);
/// "dB", "dBFS", "1/s", "dB/octave".
[[nodiscard]] std::string_view traitUnit(Trait trait);

/// A trait as it was found.
struct Observation {
  enum class Kind { measured, atMost, atLeast };

  Trait trait = Trait::humOverFloor;
  Kind kind = Kind::measured;
  double value = 0.0;                   ///< In the trait's unit.
  std::optional<double> standardError;  ///< In the trait's unit.

  bool operator==(const Observation&) const = default;
};

/// How strong what a cause makes is in a capture: what a step is judged by.
struct Signature {
  Cause cause = Cause::unknown;
  DecibelsFs level;        ///< Silent if it cannot be told from the noise.
  Decibels standardError;  ///< One standard error of the level; of `limit` where it is silent.
  DecibelsFs limit;        ///< The least level that would have been seen.

  bool operator==(const Signature&) const = default;
};

/// Noise without lines and programme in one band, about a third of an octave.
struct NoiseBand {
  Hertz low;
  Hertz high;
  DecibelsFs level;  ///< Of all of the band.
};

/// All that a capture says about where its noise comes from. What a step changes in it, the volume
/// turned down or the computer loaded, is for `compare` to say.
struct Evidence {
  Seconds duration;
  std::size_t channel = 0;  ///< The deciding one: the loudest interference.
  dsp::HumEstimate hum;     ///< Of that channel.
  std::vector<Observation>
      observations;  ///< Each trait at most once; one that cannot be told is not there.
  std::vector<Signature> signatures;  ///< Of every cause but noHum and unknown.
  std::vector<NoiseBand> noise;       ///< Of that channel, from 20 Hz up; none in digital silence.

  [[nodiscard]] const Observation* find(Trait trait) const;
  [[nodiscard]] const Signature* signature(Cause cause) const;
};

/// What is known beside the samples.
struct Listening {
  measure::AnalysisOptions analysis;  ///< Which mains; what is played.
  /// The interface's own noise: its loopback or shorted input, analysed alike. Empty: not measured.
  const Evidence* baseline = nullptr;
};

/// One channel or two of one unbroken capture, in units of full scale, all as long, at `rate` ≥
/// 8 kHz; 1 s or more, better 3. Thread-safe: yes.
[[nodiscard]] Evidence gatherEvidence(std::span<const std::vector<double>> channels, Hertz rate,
                                      const Listening& listening = {});

}  // namespace linecheck::diagnosis
