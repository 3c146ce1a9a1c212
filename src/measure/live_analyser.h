#pragma once

#include <atomic>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

#include "audio/backend.h"
#include "audio/dead_input.h"
#include "base/task_thread.h"
#include "measure/live_event_queue.h"
#include "measure/live_processor.h"
#include "measure/live_spectrum.h"
#include "measure/sample_history.h"
#include "measure/waterfall_queue.h"
#include "realtime/triple_buffer.h"

namespace linecheck::measure {

/// What the window may change while the analysis runs. Thread-safe: yes.
class LiveSettings {
 public:
  struct Values {
    SpectrumSettings spectrum;
    AnalysisOptions analysis;
  };

  [[nodiscard]] Values values() const;
  void setSpectrum(const SpectrumSettings& spectrum);
  void setAnalysis(const AnalysisOptions& analysis);
  /// The tone that plays from now on; none is silence.
  void setStimulus(std::optional<Hertz> stimulus);
  void resetAverage() { averageResets_++; }
  void resetPeakHold() { peakHoldResets_++; }
  /// What is captured from now on is analysed by itself; the stretch grows to `longest`, and the
  /// spectrum's average begins anew once nothing of before is in it. Returns
  /// what its analyses carry as `anew`.
  std::uint64_t listenAnew(Seconds longest);

  /// Counts changes of everything but the resets.
  [[nodiscard]] std::uint64_t version() const { return version_; }
  [[nodiscard]] std::uint64_t averageResets() const { return averageResets_; }
  [[nodiscard]] std::uint64_t peakHoldResets() const { return peakHoldResets_; }
  [[nodiscard]] std::uint64_t anew() const { return anew_; }
  [[nodiscard]] Seconds longest() const { return Seconds::of(longestSeconds_); }

 private:
  mutable std::mutex mutex_;
  Values values_;
  std::atomic<std::uint64_t> version_ = 0;
  std::atomic<std::uint64_t> averageResets_ = 0;
  std::atomic<std::uint64_t> peakHoldResets_ = 0;
  std::atomic<double> longestSeconds_ = 0.0;  ///< Written before `anew_`.
  std::atomic<std::uint64_t> anew_ = 0;
};

/// Drains one stream's captured frames on a thread of its own: publishes spectra as they come, and
/// once a second of captured time has the newest unbroken stretch analysed on another thread, so
/// that the picture does not stutter.
class LiveAnalyser {
 public:
  /// All outlive the analyser.
  LiveAnalyser(const audio::StreamConfig& config, LiveProcessor& processor, LiveSettings& settings,
               realtime::TripleBuffer<SpectrumFrame>& frames, WaterfallQueue& rows,
               LiveEventQueue& events, std::uint64_t& sequence);
  ~LiveAnalyser() = default;
  LiveAnalyser(const LiveAnalyser&) = delete;
  LiveAnalyser& operator=(const LiveAnalyser&) = delete;

 private:
  void run(const std::stop_token& stop);
  bool drain();
  void applySettings();
  void interrupt(const CaptureQueue::Event& event);
  void restartHistory();
  void restartWaterfall();
  void publishFrame();
  void take(std::span<const float> interleaved);
  void watchInput(std::span<const float> interleaved);
  void requestAnalysis();
  void makeHistory();
  void listenAnew();
  void analyse(const std::shared_ptr<const std::vector<std::vector<double>>>& channels,
               const AnalysisOptions& options, std::uint64_t stretch, std::uint64_t anew);

  int channels_;
  int sampleRate_;
  LiveProcessor& processor_;
  CaptureQueue& queue_;
  LiveSettings& settings_;
  realtime::TripleBuffer<SpectrumFrame>& frames_;
  WaterfallQueue& rows_;
  LiveEventQueue& events_;
  std::uint64_t& sequence_;

  std::uint64_t version_ = 0;
  std::uint64_t averageResets_ = 0;
  std::uint64_t peakHoldResets_ = 0;
  std::uint64_t anew_ = 0;
  LiveSettings::Values values_;
  std::optional<LiveSpectrum> spectrum_;
  std::vector<float> block_;
  std::vector<double> channelBlock_;
  std::vector<SampleHistory> history_;
  std::deque<CaptureQueue::Event> pending_;
  audio::DeadInputDetector deadInput_;
  audio::InputLife inputLife_ = audio::InputLife::unknown;
  std::int64_t consumed_ = 0;                ///< Frames.
  std::int64_t settleFrames_ = 0;            ///< Still to pass before the history begins.
  std::int64_t sinceAnalysis_ = 0;           ///< Frames.
  std::optional<std::int64_t> averageFrom_;  ///< Frame; until then the picture is of before.
  std::int64_t lastLossAt_ = 0;              ///< Frame.
  std::int64_t lostLately_ = 0;              ///< Frames.
  std::int64_t lost_ = 0;                    ///< Frames, in all.
  std::int64_t spectrumStart_ = 0;           ///< Frame where it began or was restarted.
  std::atomic<std::uint64_t> stretch_ = 0;   ///< Counts the unbroken stretches.
  std::atomic<bool> isAnalysing_ = false;
  std::atomic<bool> isBroken_ = false;  ///< The analysis found a jump in the stretch.
  TaskThread analyst_;
  std::jthread thread_;  ///< Last: it uses all of the above.
};

}  // namespace linecheck::measure
