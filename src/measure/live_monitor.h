#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "audio/backend.h"
#include "base/clock.h"
#include "base/result.h"
#include "base/task_thread.h"
#include "measure/live_analyser.h"
#include "measure/live_event_queue.h"
#include "measure/live_processor.h"
#include "measure/live_spectrum.h"
#include "measure/spectrum_frame.h"
#include "realtime/triple_buffer.h"

namespace linecheck::measure {

/// The engine of the window: listens to a device, may play a test tone, and tells what it finds.
///
/// Three threads work behind it: the audio callback; the analysis; and one that opens, starts,
/// stops and closes streams, so that no call here ever waits for a driver. All calls come from one
/// thread, the window's. Realtime-safe: no.
class LiveMonitor {
 public:
  LiveMonitor();
  /// Fades out and closes what is open.
  ~LiveMonitor();
  LiveMonitor(const LiveMonitor&) = delete;
  LiveMonitor& operator=(const LiveMonitor&) = delete;

  /// Stops what runs and opens another stream, which has an input. A `LiveStateChange` tells how
  /// it went. The backend is used on the control thread only.
  void start(std::shared_ptr<audio::Backend> backend, const audio::StreamConfig& config);
  /// Fades a tone out and stops.
  void stop();
  /// Silences the output from the next block on, without a ramp, and stops.
  void stopEverything();

  /// Plays a tone on all outputs while a stream runs. `usage` if nothing runs, or as `checkTone`.
  Result<void> playTone(const TestTone& tone, LoudTone loud = LoudTone::refused);
  void stopTone();

  void setSpectrum(const SpectrumSettings& settings) { settings_.setSpectrum(settings); }
  /// The stimulus in it is ignored; it is the tone that plays.
  void setAnalysis(const AnalysisOptions& options) { settings_.setAnalysis(options); }
  void resetAverage() { settings_.resetAverage(); }
  void resetPeakHold() { settings_.resetPeakHold(); }
  /// As LiveSettings::listenAnew.
  std::uint64_t listenAnew(Seconds longest) { return settings_.listenAnew(longest); }

  /// The newest spectrum if there was a new one since the last call, else null. It stays as it is
  /// until the next call.
  [[nodiscard]] const SpectrumFrame* newestFrame();
  /// The waterfall's rows since the last call, oldest first. A time that goes back is another
  /// stream's.
  [[nodiscard]] std::vector<WaterfallRow> takeRows() { return rows_.take(); }
  /// What happened since the last call, in order.
  [[nodiscard]] std::vector<LiveEvent> takeEvents() { return events_.take(); }
  /// Waits until something happens; false if nothing does within `limit`.
  [[nodiscard]] bool waitForEvents(Clock::Duration limit) { return events_.waitFor(limit); }

  /// Runs a task where streams are opened, for a backend is used by one thread only: to list its
  /// devices, say.
  void runOnControlThread(std::function<void()> task) { control_.post(std::move(task)); }

 private:
  struct Run;

  void open(const std::shared_ptr<audio::Backend>& backend, const audio::StreamConfig& config);
  void close(std::optional<Error> fault = {});
  void watch();

  LiveSettings settings_;
  realtime::TripleBuffer<SpectrumFrame> frames_;
  WaterfallQueue rows_;
  LiveEventQueue events_;
  std::uint64_t sequence_ = 0;  ///< Of the frames; the analysis thread's.
  std::mutex runMutex_;         ///< Guards the pointer; the control thread owns what it points to.
  std::shared_ptr<Run> run_;
  TaskThread control_;  ///< Last: it uses all of the above.
};

}  // namespace linecheck::measure
