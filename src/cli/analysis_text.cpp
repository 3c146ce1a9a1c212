#include "cli/analysis_text.h"

#include <fmt/format.h>

#include <string_view>

#include "base/number_text.h"
#include "diagnosis/verdict.h"

namespace linecheck::cli {
namespace {

constexpr std::string_view kUnknown = "—";

// Lines of label and value with the values in one column.
class Table {
 public:
  void row(std::string_view label, std::string_view value) {
    fmt::format_to(std::back_inserter(text_), "  {:<22}{}\n", label, value);
  }
  void line(std::string_view line) { fmt::format_to(std::back_inserter(text_), "  {}\n", line); }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

std::string levelText(DecibelsFs level, const std::optional<Calibration>& calibration) {
  std::string text = numberText(level.value(), 2, "dBFS");
  if (calibration && !level.isSilent()) {
    text += "  " + numberText(calibration->toDbu(level).value(), 2, "dBu");
  }
  return text;
}

void addTone(Table& table, const dsp::ToneAnalysis& tone,
             const std::optional<Calibration>& calibration) {
  table.row("Tone", numberText(tone.frequency.value(), 3, "Hz") + " at " +
                        levelText(tone.level, calibration));
  table.row("THD", numberText(tone.thd.value(), 2, "dB"));
  table.row("THD+N", numberText(tone.thdn.value(), 2, "dB"));
  table.row("SINAD", numberText(tone.sinad.value(), 2, "dB"));
  table.row("SNR", numberText(tone.snr.value(), 2, "dB"));
  table.row("ENOB", numberText(tone.enobBits, 1, "bit"));
}

void addNoise(Table& table, const dsp::NoiseFigures& noise,
              const std::optional<Calibration>& calibration) {
  table.row("Noise, " + numberText(noise.bandLow.value(), 0) + "–" +
                numberText(noise.bandHigh.value() / 1000.0, 1, "kHz"),
            levelText(noise.unweighted, calibration));
  table.row("  A-weighted", levelText(noise.aWeighted, calibration));
  table.row("  ITU-R 468", levelText(noise.itu468, calibration));
  table.row("  CCIR-RMS", levelText(noise.ccirRms, calibration));
}

void addHum(Table& table, const dsp::HumEstimate& hum,
            const std::optional<Calibration>& calibration) {
  if (!hum.present) {
    table.row("Hum", "none found");
    return;
  }
  table.row("Hum in all", levelText(hum.total, calibration));
  table.row("Mains", numberText(hum.fundamental.value(), 4) + " ± " +
                         numberText(hum.fundamentalStandardError.value(), 4, "Hz"));
  for (const dsp::HumHarmonic& harmonic : hum.harmonics) {
    if (!harmonic.detected) continue;
    table.row(
        fmt::format("  {}×  {}", harmonic.order, numberText(harmonic.frequency.value(), 1, "Hz")),
        levelText(harmonic.level, calibration) + " ± " +
            numberText(harmonic.levelStandardError.value(), 2, "dB"));
  }
}

std::string channelText(int number, const measure::ChannelAnalysis& channel,
                        const diagnosis::Diagnosis& diagnosis,
                        const std::optional<Calibration>& calibration) {
  Table table;
  const diagnosis::Verdict verdict = diagnosis::verdictOf(diagnosis);
  table.line(fmt::format("{} ({})", verdict.headline.english(),
                         numberText(100.0 * verdict.confidence, 0, "%")));
  table.line(verdict.detail.english());
  table.row("Peak", numberText(channel.peak.value(), 2, "dBFS"));
  table.row("True peak", channel.truePeak ? numberText(channel.truePeak->value(), 2, "dBTP")
                                          : std::string(kUnknown));
  table.row("RMS", levelText(channel.rms, calibration));
  table.row("DC", numberText(channel.dc.value(), 1, "dBFS"));
  table.row("Clipped samples", std::to_string(channel.clippedSamples));
  if (channel.tone) {
    addTone(table, *channel.tone, calibration);
  } else {
    table.row("Tone", "none");
  }
  addNoise(table, channel.noise, calibration);
  addHum(table, channel.hum, calibration);
  return fmt::format("Channel {}\n{}", number, table.text());
}

}  // namespace

std::string channelsText(std::span<const measure::ChannelAnalysis> channels,
                         std::span<const diagnosis::Diagnosis> diagnoses, int firstNumber,
                         const std::optional<Calibration>& calibration) {
  std::string text;
  for (std::size_t i = 0; i < channels.size(); ++i) {
    const int number = firstNumber + static_cast<int>(i);
    text += '\n' + channelText(number, channels[i], diagnoses[i], calibration);
  }
  text += "\n0 dBFS is the RMS of a full-scale sine (AES17); peak and DC are against full scale.\n";
  return text;
}

}  // namespace linecheck::cli
