#include "cli/analysis_options.h"

namespace linecheck::cli {

void AnalysisArguments::addTo(CLI::App& command) {
  command.add_option("--mains", mains, "Mains frequency to look for: auto, 50 or 60")
      ->check(CLI::IsMember({"auto", "50", "60"}));
  command
      .add_option("--mains-range", mainsRange,
                  "Half width of that search in Hz; default 0.5, wider for generators and islands")
      ->check(CLI::Range(0.01, 5.0));
  command
      .add_option("--calibration", calibrationDbu,
                  "Level in dBu of a sine that reads 0 dBFS; levels are then given in dBu too")
      ->check(CLI::Range(-60.0, 60.0));
  command.add_option("--band", band, "Band of noise and THD+N in Hz; default 20 20000")
      ->expected(2)
      ->check(CLI::Range(1.0, 384000.0));
}

measure::AnalysisOptions AnalysisArguments::options() const {
  measure::AnalysisOptions options;
  options.hum.try50Hz = mains != "60";
  options.hum.try60Hz = mains != "50";
  if (mainsRange) options.hum.halfWidth = Hertz::of(*mainsRange);
  if (band.size() == 2) {
    options.tone.bandLow = Hertz::of(std::min(band[0], band[1]));
    options.tone.bandHigh = Hertz::of(std::max(band[0], band[1]));
  }
  return options;
}

std::optional<Calibration> AnalysisArguments::calibration() const {
  if (!calibrationDbu) return std::nullopt;
  return Calibration::withFullScaleAt(DecibelsU::of(*calibrationDbu));
}

}  // namespace linecheck::cli
