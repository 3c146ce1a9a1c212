#include "diagnosis/live_diagnosis.h"

#include <gtest/gtest.h>

#include <condition_variable>
#include <mutex>
#include <vector>

#include "dsp/generators.h"

namespace linecheck::diagnosis {
namespace {

constexpr Hertz kRate = Hertz::of(48000.0);

// Noise of a level, which tells one stretch from another.
measure::LiveAnalysis stretch(double dbfs, double seconds = 2.5) {
  measure::LiveAnalysis analysis;
  analysis.rate = kRate;
  analysis.duration = Seconds::of(seconds);
  analysis.samples = std::make_shared<std::vector<std::vector<double>>>(
      1, dsp::whiteNoise(DecibelsFs::of(dbfs), static_cast<std::size_t>(seconds * 48000.0), 1));
  return analysis;
}

// Collects what it is told; the first telling waits until it is let go.
class Listener {
 public:
  void operator()(const Diagnosis& diagnosis) {
    std::unique_lock lock(mutex_);
    levels_.push_back(diagnosis.evidence.find(Trait::noiseLevel)->value);
    changed_.notify_all();
    changed_.wait(lock, [this] { return isOpen_; });
  }
  void open() {
    const std::lock_guard lock(mutex_);
    isOpen_ = true;
    changed_.notify_all();
  }
  std::vector<double> waitFor(std::size_t count) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return levels_.size() >= count; });
    return levels_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<double> levels_;
  bool isOpen_ = false;
};

TEST(LiveDiagnosis, TellsWhatItWasGiven) {
  Listener listener;
  listener.open();
  LiveDiagnosis live(
      [&](const Diagnosis& diagnosis, const measure::LiveAnalysis&) { listener(diagnosis); });
  live.take(stretch(-90.0));
  EXPECT_NEAR(listener.waitFor(1).front(), -91.0, 1.0);
}

TEST(LiveDiagnosis, TheNewestWinsIfItFallsBehind) {
  Listener listener;
  LiveDiagnosis live(
      [&](const Diagnosis& diagnosis, const measure::LiveAnalysis&) { listener(diagnosis); });
  live.take(stretch(-90.0));
  (void)listener.waitFor(1);
  live.take(stretch(-80.0));
  live.take(stretch(-70.0));
  live.take(stretch(-60.0));
  listener.open();
  const auto levels = listener.waitFor(2);
  EXPECT_NEAR(levels[1], -61.0, 1.0);
}

TEST(LiveDiagnosis, DoesNotTellWhatIsForgotten) {
  Listener listener;
  LiveDiagnosis live(
      [&](const Diagnosis& diagnosis, const measure::LiveAnalysis&) { listener(diagnosis); });
  live.take(stretch(-90.0));
  (void)listener.waitFor(1);
  live.take(stretch(-80.0));
  live.forget();
  live.take(stretch(-60.0));
  listener.open();
  EXPECT_NEAR(listener.waitFor(2)[1], -61.0, 1.0);
}

TEST(LiveDiagnosis, WithoutSamplesSaysNothing) {
  Listener listener;
  listener.open();
  LiveDiagnosis live(
      [&](const Diagnosis& diagnosis, const measure::LiveAnalysis&) { listener(diagnosis); });
  live.take({});
  live.take(stretch(-90.0));
  EXPECT_EQ(listener.waitFor(1).size(), 1U);
}

TEST(LiveDiagnosis, HoldsItAgainstTheBaseline) {
  std::mutex mutex;
  std::condition_variable told;
  std::optional<Diagnosis> last;
  LiveDiagnosis live([&](Diagnosis diagnosis, const measure::LiveAnalysis&) {
    const std::lock_guard lock(mutex);
    last = std::move(diagnosis);
    told.notify_all();
  });
  live.setBaseline(gatherEvidence(*stretch(-90.0).samples, kRate));
  live.take(stretch(-80.0));
  std::unique_lock lock(mutex);
  told.wait(lock, [&] { return last.has_value(); });
  const Observation* excess = last->evidence.find(Trait::baselineExcess);
  ASSERT_NE(excess, nullptr);
  EXPECT_NEAR(excess->value, 10.0, 0.5);
}

}  // namespace
}  // namespace linecheck::diagnosis
