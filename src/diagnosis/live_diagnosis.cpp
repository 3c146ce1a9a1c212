#include "diagnosis/live_diagnosis.h"

#include <utility>

namespace linecheck::diagnosis {

LiveDiagnosis::LiveDiagnosis(Listener listener) : listener_(std::move(listener)) {}

void LiveDiagnosis::take(measure::LiveAnalysis analysis) {
  if (!analysis.samples || analysis.samples->empty()) return;
  {
    const std::lock_guard lock(mutex_);
    newest_ = std::move(analysis);
  }
  thread_.post([this] { work(); });
}

void LiveDiagnosis::forget() {
  const std::lock_guard lock(mutex_);
  newest_.reset();
  ++forgotten_;
}

void LiveDiagnosis::setBaseline(std::optional<Evidence> baseline) {
  const std::lock_guard lock(mutex_);
  baseline_ = std::move(baseline);
}

void LiveDiagnosis::work() {
  std::optional<measure::LiveAnalysis> analysis;
  std::optional<Evidence> baseline;
  std::uint64_t forgotten = 0;
  {
    const std::lock_guard lock(mutex_);
    analysis = std::exchange(newest_, std::nullopt);
    baseline = baseline_;
    forgotten = forgotten_;
  }
  if (!analysis) return;  // A newer one was taken by the task before.
  const Listening listening{analysis->options, baseline ? &*baseline : nullptr};
  Diagnosis diagnosis = diagnoseSound(*analysis->samples, analysis->rate, listening);
  {
    const std::lock_guard lock(mutex_);
    if (forgotten != forgotten_) return;
  }
  listener_(std::move(diagnosis), *std::move(analysis));
}

}  // namespace linecheck::diagnosis
