#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "measure/analysis.h"
#include "units/calibration.h"

namespace linecheck::cli {

/// The options that say how to analyse, shared by `analyze` and `measure`.
struct AnalysisArguments {
  std::string mains = "auto";
  std::optional<double> mainsRange;
  std::optional<double> calibrationDbu;
  std::vector<double> band;

  void addTo(CLI::App& command);
  [[nodiscard]] measure::AnalysisOptions options() const;
  [[nodiscard]] std::optional<Calibration> calibration() const;
};

}  // namespace linecheck::cli
