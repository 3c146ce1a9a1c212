#pragma once

#include <memory>
#include <string>
#include <vector>

#include "audio/backend.h"
#include "support/measure/truth.h"

namespace linecheck::measure::testing {

/// Where cases are run: a device behind which there is one studio after another.
class TruthBench {
 public:
  TruthBench() = default;
  virtual ~TruthBench() = default;
  TruthBench(const TruthBench&) = delete;
  TruthBench& operator=(const TruthBench&) = delete;

  /// The device with this studio behind it, until the next call.
  [[nodiscard]] virtual audio::Backend& with(const simulation::StudioConfig& studio) = 0;
  [[nodiscard]] virtual audio::DeviceId device() const = 0;
  /// Latency that it adds to that of the studio's path.
  [[nodiscard]] virtual double deviceFrames() const = 0;
};

/// As fast as it goes, without any audio system.
class StudioBench final : public TruthBench {
 public:
  audio::Backend& with(const simulation::StudioConfig& studio) override;
  audio::DeviceId device() const override;
  double deviceFrames() const override { return simulation::SimulatedStudio::kLatencyFrames; }

 private:
  std::unique_ptr<simulation::SimulatedStudio> studio_;
};

/// All steps of the case behind their gates, with the user's consent, and what they tell.
[[nodiscard]] Result<Outcome> runTruth(TruthBench& bench, std::string_view procedure,
                                       const TruthCase& given);

/// The unit of a word: wrong ones are counted.
inline constexpr std::string_view kWrong = "wrong";

/// One number or word of a case beside what was read.
struct Judged {
  std::string name;
  std::string unit;
  std::string truth;
  std::string reading;
  double error = 0.0;  ///< ∞ if the number was not told; of a word 0 or 1.
  double limit = 0.0;
};

/// In the order of the case: figures, then words.
[[nodiscard]] std::vector<Judged> judge(const TruthCase& given, const Outcome& outcome);

}  // namespace linecheck::measure::testing
