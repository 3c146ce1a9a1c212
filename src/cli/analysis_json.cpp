#include "cli/analysis_json.h"

#include <cmath>
#include <string>

#include "diagnosis/verdict.h"

namespace linecheck::cli {
namespace {

using json::Array;
using json::Object;
using json::Value;

std::optional<double> finite(double value) {
  return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

// A level in dBFS and, where calibrated, in dBu.
void setLevel(Object& object, const std::string& stem, DecibelsFs level,
              const std::optional<Calibration>& calibration) {
  object.set(stem + "_dbfs", level);
  if (calibration) object.set(stem + "_dbu", finite(calibration->toDbu(level).value()));
}

Value toneJson(const std::optional<dsp::ToneAnalysis>& tone,
               const std::optional<Calibration>& calibration) {
  if (!tone) return {};
  Object object;
  object.set("frequency_hz", tone->frequency);
  setLevel(object, "level", tone->level, calibration);
  object.set("thd_db", finite(tone->thd.value()))
      .set("thdn_db", finite(tone->thdn.value()))
      .set("sinad_db", finite(tone->sinad.value()))
      .set("snr_db", finite(tone->snr.value()))
      .set("enob_bits", finite(tone->enobBits));
  Array harmonics;
  for (const dsp::ToneHarmonic& harmonic : tone->harmonics) {
    harmonics.emplace_back(Object()
                               .set("order", harmonic.order)
                               .set("frequency_hz", harmonic.frequency)
                               .set("level_dbfs", harmonic.level));
  }
  object.set("harmonics", std::move(harmonics));
  return object;
}

Object noiseJson(const dsp::NoiseFigures& noise, const std::optional<Calibration>& calibration) {
  Object object;
  object.set("band_hz", Array{noise.bandLow.value(), noise.bandHigh.value()});
  setLevel(object, "unweighted", noise.unweighted, calibration);
  setLevel(object, "a_weighted", noise.aWeighted, calibration);
  setLevel(object, "itu468", noise.itu468, calibration);
  setLevel(object, "ccir_rms", noise.ccirRms, calibration);
  return object;
}

Object humJson(const dsp::HumEstimate& hum, const std::optional<Calibration>& calibration) {
  Object object;
  object.set("present", hum.present);
  Array harmonics;
  if (hum.present) {
    object.set("mains_hz", hum.fundamental).set("mains_hz_se", hum.fundamentalStandardError);
    setLevel(object, "total", hum.total, calibration);
    for (const dsp::HumHarmonic& harmonic : hum.harmonics) {
      harmonics.emplace_back(Object()
                                 .set("order", harmonic.order)
                                 .set("frequency_hz", harmonic.frequency)
                                 .set("level_dbfs", harmonic.level)
                                 .set("level_se_db", finite(harmonic.levelStandardError.value()))
                                 .set("detected", harmonic.detected));
    }
  } else {
    // Nothing was found, so there is nothing to give a frequency or a level of.
    object.set("mains_hz", Value()).set("mains_hz_se", Value()).set("total_dbfs", Value());
  }
  object.set("detection_limit_dbfs", hum.detectionLimit)
      .set("false_alarm_rate", hum.falseAlarmRate)
      .set("harmonics", std::move(harmonics));
  return object;
}

Object verdictJson(const diagnosis::Verdict& verdict) {
  Array causes;
  for (const diagnosis::CauseProbability& cause : verdict.causes) {
    causes.emplace_back(Object()
                            .set("kind", diagnosis::causeId(cause.cause))
                            .set("probability", cause.probability));
  }
  Object object;
  object.set("kind", diagnosis::causeId(verdict.cause))
      .set("confidence", verdict.confidence)
      .set("text", verdict.headline.english() + ". " + verdict.detail.english())
      .set("causes", std::move(causes));
  return object;
}

Object channelJson(int number, const measure::ChannelAnalysis& channel,
                   const diagnosis::Diagnosis& diagnosis,
                   const std::optional<Calibration>& calibration) {
  Object object;
  object.set("channel", number).set("peak_dbfs", channel.peak);
  setLevel(object, "rms", channel.rms, calibration);
  // Silence is said by the peak; a channel that merely lacks DC is not silent.
  object
      .set("true_peak_dbtp",
           channel.truePeak ? finite(channel.truePeak->value()) : std::optional<double>())
      .set("dc_dbfs", finite(channel.dc.value()))
      .set("clipped_samples", channel.clippedSamples)
      .set("tone", toneJson(channel.tone, calibration))
      .set("noise", noiseJson(channel.noise, calibration))
      .set("hum", humJson(channel.hum, calibration))
      .set("verdict", verdictJson(diagnosis::verdictOf(diagnosis)));
  return object;
}

}  // namespace

json::Array channelsJson(std::span<const measure::ChannelAnalysis> channels,
                         std::span<const diagnosis::Diagnosis> diagnoses, int firstNumber,
                         const std::optional<Calibration>& calibration) {
  Array array;
  for (std::size_t i = 0; i < channels.size(); ++i) {
    const int number = firstNumber + static_cast<int>(i);
    array.emplace_back(channelJson(number, channels[i], diagnoses[i], calibration));
  }
  return array;
}

}  // namespace linecheck::cli
