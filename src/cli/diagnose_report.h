#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "chain/desk.h"
#include "diagnosis/audibility.h"
#include "diagnosis/baseline.h"
#include "diagnosis/comparison.h"
#include "diagnosis/diagnosis.h"
#include "diagnosis/hunt.h"
#include "json/value.h"
#include "units/calibration.h"

namespace linecheck::cli {

/// One recording and what it says by itself.
struct DiagnosedCapture {
  std::string file;
  Seconds duration;
  diagnosis::Diagnosis diagnosis;
};

/// What a chain adds to a diagnosis.
struct DeskDiagnosis {
  std::shared_ptr<const chain::Desk> desk;
  diagnosis::ListeningPoint at;
  diagnosis::Audibility audibility;
  std::vector<diagnosis::Suspect> links;
  std::vector<diagnosis::ProposedStep> steps;
};

/// What was there before and after something was done.
struct BeforeAndAfter {
  std::string before;
  std::string after;
  diagnosis::Comparison comparison;
};

/// All that `diagnose` prints.
struct DiagnosisReport {
  Hertz rate;
  std::size_t channels = 1;
  std::vector<DiagnosedCapture> captures;  ///< At least one.
  std::size_t longest = 0;                 ///< The one whose levels and evidence are shown.
  std::vector<diagnosis::CauseProbability> causes;  ///< Of all captures together.
  std::optional<std::vector<diagnosis::HarmonicExcess>> overBaseline;
  std::optional<Calibration> calibration;
  std::optional<DeskDiagnosis> desk;
  std::optional<BeforeAndAfter> comparison;

  [[nodiscard]] const diagnosis::Evidence& evidence() const {
    return captures[longest].diagnosis.evidence;
  }
};

/// linecheck.diagnosis/1.
[[nodiscard]] json::Object diagnosisJson(const DiagnosisReport& report);
/// The same for people.
[[nodiscard]] std::string diagnosisText(const DiagnosisReport& report);

}  // namespace linecheck::cli
