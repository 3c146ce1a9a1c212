#pragma once

#include <QObject>
#include <QString>
#include <QTimer>
#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

#include "app/command_line.h"
#include "app/device_list.h"
#include "base/task_thread.h"
#include "diagnosis/live_diagnosis.h"
#include "measure/live_monitor.h"
#include "simulation/simulated_studio.h"

namespace linecheck::ui {

/// What the window listens to: the devices there are, the chosen ones, and the engine behind them.
/// No call waits for a driver; what comes of it is told by a signal.
class Session : public QObject {
  Q_OBJECT

 public:
  struct Backends {
    std::shared_ptr<simulation::SimulatedStudio> studio;
    /// Makes the backend of real interfaces; called on another thread. May be empty.
    std::function<std::shared_ptr<audio::Backend>()> makeInterfaces;
    audio::Pacing replay = {};  ///< Of recordings.
  };

  explicit Session(Backends backends, QObject* parent = nullptr);
  ~Session() override;

  /// Chooses what to listen to. The simulated studio, also as a stand-in for a missing interface,
  /// starts at once.
  void begin(const CommandLine& wishes);
  /// Looks for interfaces once more.
  void lookForInterfaces();
  /// Replays a recording: it becomes the chosen input and starts. At its end it is analysed as a
  /// whole.
  void openRecording(const QString& path);

  void start();
  void stop();
  /// Silences the output within a block, then stops.
  void stopEverything();
  [[nodiscard]] bool isRunning() const { return isRunning_; }
  /// A test tone on the output while it runs; `failed` tells if it may not be played.
  void setTone(bool isOn);
  /// The same with another tone, not above measure::kLoudestUnasked; errors as
  /// LiveMonitor::playTone. Muted, it plays once that is over.
  Result<void> playTone(const measure::TestTone& tone);

  /// Silences all that is played. What goes on until it is stopped is heard again afterwards; a
  /// measurement that hears what it plays ends.
  void setMuted(bool isMuted);
  [[nodiscard]] bool isMuted() const { return isMuted_; }

  /// What a measurement is made with, on the thread where backends live.
  struct Bench {
    std::shared_ptr<audio::Backend> backend;
    audio::StreamConfig stream;  ///< Input and output.
    std::stop_token stop;        ///< Of `stopMeasuring` and `stopEverything`.
  };
  /// What becomes of a measurement that is muted.
  enum class OnMute { ends, waits };
  /// Ends what is listened to until `endMeasuring`. `notFound` without an input or an output,
  /// `usage` for a recording, while another measurement goes on, and for one that would end at
  /// once because it is muted.
  Result<void> beginMeasuring(OnMute onMute = OnMute::ends);
  /// Runs `task` where backends live, and here what it returns. Between the two above and below.
  void measure(std::function<std::function<void()>(const Bench&)> task);
  /// Asks the task to stop; what plays fades out within a block and the ramp.
  void stopMeasuring();
  /// What was listened to before goes on, unless everything was stopped meanwhile.
  void endMeasuring();
  [[nodiscard]] bool isMeasuring() const { return isMeasuring_; }
  /// The stream that is chosen; without a device if there is none.
  [[nodiscard]] audio::StreamConfig stream() const;

  void chooseInput(const audio::DeviceId& id);
  void chooseOutput(const std::optional<audio::DeviceId>& id);
  void chooseSampleRate(int hz);
  void setSpectrum(const measure::SpectrumSettings& settings) { monitor_.setSpectrum(settings); }

  /// As LiveMonitor::listenAnew: what is captured from now on is analysed by itself.
  std::uint64_t listenAnew(Seconds longest) { return monitor_.listenAnew(longest); }

  /// The interface's own noise, which what is heard later is held against; none: not measured.
  void setBaseline(std::optional<diagnosis::Evidence> baseline) {
    diagnosis_.setBaseline(std::move(baseline));
  }

  [[nodiscard]] const DeviceChoices& choices() const { return devices_.choices(); }
  /// How many channels are listened to.
  [[nodiscard]] int channels() const { return devices_.stream().inputChannels; }
  /// The simulated studio's faults while it is the chosen device; else null.
  [[nodiscard]] simulation::FaultSwitches* faults() const;
  /// The simulated studio while it is the chosen device; else null.
  [[nodiscard]] simulation::SimulatedStudio* studio() const;
  /// The simulated studio is chosen because there is no interface.
  [[nodiscard]] bool isStandIn() const { return isStandIn_ && faults() != nullptr; }

 Q_SIGNALS:
  void choicesChanged();
  /// Started (also anew, with another stream) or stopped.
  void runningChanged(bool running);
  /// The stream that was asked for runs; nothing that is told after this is of one before.
  void streamBegan();
  void frameArrived(const linecheck::measure::SpectrumFrame& frame);
  /// The waterfall's, oldest first; each comes exactly once.
  void rowsArrived(const std::vector<linecheck::measure::WaterfallRow>& rows);
  void analysed(const linecheck::measure::LiveAnalysis& analysis);
  /// What the newest analysed stretch says, some time after `analysed`.
  void diagnosed(const linecheck::diagnosis::Diagnosis& diagnosis,
                 const linecheck::measure::LiveAnalysis& analysis);
  void interrupted(qint64 lostFrames);
  void inputLifeChanged(linecheck::audio::InputLife life);
  /// What was asked for could not be done.
  void failed(const linecheck::Error& error);
  void measuringChanged(bool measuring);
  void mutedChanged(bool muted);
  /// By Esc, say.
  void everythingStopped();

 private:
  // Results of a search for interfaces.
  struct Found {
    std::shared_ptr<audio::Backend> backend;
    Result<std::vector<audio::Device>> devices;
  };

  void onFound(const Found& found, const CommandLine& wishes);
  Result<void> chooseWished(const std::vector<audio::Device>& devices, const CommandLine& wishes);
  void useStudio();
  void askSampleRates();
  void choose(const std::function<void()>& change);
  [[nodiscard]] bool isReplay() const;
  void analyseRecording();
  void forgetDiagnosis();
  void tell(const measure::LiveAnalysis& analysis);
  void tell(const diagnosis::Diagnosis& diagnosis, const measure::LiveAnalysis& analysis);
  void poll();
  void take(const measure::LiveStateChange& change);
  void onControlThread(std::function<std::function<void()>()> task);

  Backends backends_;
  DeviceList devices_;
  QTimer poll_;
  std::shared_ptr<audio::Backend> interfaces_;  ///< Used on the control thread only.
  std::shared_ptr<audio::Backend> recordings_;
  std::filesystem::path recording_;
  CommandLine wishes_;
  bool isStandIn_ = false;
  bool isRunning_ = false;
  bool isStopAsked_ = false;
  bool isMeasuring_ = false;
  bool isMuted_ = false;
  OnMute onMute_ = OnMute::ends;             ///< Of the measurement that goes on.
  std::optional<measure::TestTone> tone_{};  ///< Plays, or will once it is not muted.
  bool goesOn_ = false;                      ///< After the measurement.
  std::stop_source stopMeasuring_;
  int pendingStarts_ = 0;
  std::uint64_t starts_ = 0;
  std::atomic<std::uint64_t> breaks_ = 0;  ///< Of what is listened to: starts and gaps.
  diagnosis::LiveDiagnosis diagnosis_;
  TaskThread analyst_;            ///< Analyses whole recordings.
  measure::LiveMonitor monitor_;  ///< Last, like the thread above: they call back into this object.
};

}  // namespace linecheck::ui
