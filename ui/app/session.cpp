#include "app/session.h"

#include <QMetaObject>
#include <algorithm>
#include <filesystem>
#include <utility>

#include "audio/device_choice.h"
#include "audio/sample_rates.h"
#include "measure/capture_file.h"
#include "measure/sound_analysis.h"

namespace linecheck::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto kFrameInterval = 16ms;  // 60 Hz.

std::optional<std::string> wish(const std::optional<QString>& name) {
  return name ? std::optional(name->toStdString()) : std::nullopt;
}

std::shared_ptr<const std::vector<std::vector<double>>> channelsOf(
    const audio::Sound<double>& sound, int count) {
  auto channels = std::make_shared<std::vector<std::vector<double>>>();
  const auto stride = static_cast<std::size_t>(sound.info.channels);
  for (std::size_t channel = 0; channel < static_cast<std::size_t>(count); ++channel) {
    std::vector<double>& samples = channels->emplace_back(sound.samples.size() / stride);
    for (std::size_t i = 0; i < samples.size(); ++i) {
      samples[i] = sound.samples[i * stride + channel];
    }
  }
  return channels;
}

}  // namespace

Session::Session(Backends backends, QObject* parent)
    : QObject(parent),
      backends_(std::move(backends)),
      diagnosis_(
          [this](const auto& diagnosis, const auto& analysis) { tell(diagnosis, analysis); }) {
  poll_.setInterval(kFrameInterval);
  poll_.setTimerType(Qt::PreciseTimer);
  connect(&poll_, &QTimer::timeout, this, &Session::poll);
  poll_.start();
  if (const auto devices = backends_.studio->devices()) {
    devices_.setDevices(backends_.studio, *devices);
  }
}

// Runs `task` where backends live; what it returns runs back here.
void Session::onControlThread(std::function<std::function<void()>()> task) {
  monitor_.runOnControlThread([this, task = std::move(task)] {
    // The monitor ends its thread before this object goes, and Qt drops what is queued for it.
    QMetaObject::invokeMethod(this, task(), Qt::QueuedConnection);
  });
}

void Session::begin(const CommandLine& wishes) {
  wishes_ = wishes;
  for (const simulation::Fault fault : wishes.faults) backends_.studio->faults().set(fault, true);
  if (wishes.recording) {
    useStudio();
    openRecording(*wishes.recording);
  } else if (wishes.backend == CommandLine::Backend::simulated || !backends_.makeInterfaces) {
    useStudio();
    start();
  } else {
    lookForInterfaces();
  }
}

void Session::lookForInterfaces() {
  onControlThread([this, made = interfaces_, make = backends_.makeInterfaces,
                   wishes = wishes_]() -> std::function<void()> {
    auto backend = made ? made : make();
    Found found{backend, backend->devices()};
    return [this, found = std::move(found), wishes] { onFound(found, wishes); };
  });
}

void Session::onFound(const Found& found, const CommandLine& wishes) {
  interfaces_ = found.backend;
  const auto devices =
      found.devices ? audio::withOneDefault(*found.devices) : std::vector<audio::Device>{};
  devices_.setDevices(interfaces_, devices);
  if (const auto chosen = chooseWished(devices, wishes); chosen) {
    isStandIn_ = false;
    askSampleRates();
    Q_EMIT choicesChanged();
    return;
  } else if (wishes.backend == CommandLine::Backend::portaudio || wishes.input) {
    // What was asked for by name is not replaced by something else.
    useStudio();
    Q_EMIT failed(found.devices ? chosen.error() : found.devices.error());
    return;
  }
  const bool wasStudio = faults() != nullptr && isRunning_;
  isStandIn_ = true;
  if (wasStudio) return;
  useStudio();
  start();
}

Result<void> Session::chooseWished(const std::vector<audio::Device>& devices,
                                   const CommandLine& wishes) {
  const auto input = wish(wishes.input);
  const auto device = audio::findDevice(devices, audio::Direction::input, input);
  if (!device) return fail(device.error());
  if (isRunning_) stop();
  devices_.chooseInput(device->id);
  if (wishes.output) {
    const auto output =
        audio::findDevice(devices, audio::Direction::output, wishes.output->toStdString());
    if (!output) return fail(output.error());
    devices_.chooseOutput(output->id);
  }
  return {};
}

void Session::useStudio() {
  devices_.chooseInput(
      {simulation::SimulatedStudio::kHostApi, simulation::SimulatedStudio::kDeviceName});
  askSampleRates();
  Q_EMIT choicesChanged();
}

void Session::openRecording(const QString& path) {
  onControlThread([this, path, pacing = backends_.replay]() -> std::function<void()> {
    const std::filesystem::path file(path.toStdU16String());
    auto loaded = measure::loadReplay({file}, pacing);
    if (!loaded) return [this, error = loaded.error()] { Q_EMIT failed(error); };
    const std::shared_ptr<audio::Backend> backend = std::move(*loaded);
    auto devices = backend->devices();
    if (!devices) return [this, error = devices.error()] { Q_EMIT failed(error); };
    return [this, backend, file, devices = *devices] {
      if (recordings_) devices_.setDevices(recordings_, {});
      recordings_ = backend;
      recording_ = file;
      devices_.setDevices(recordings_, devices);
      devices_.chooseInput(devices.front().id);
      devices_.chooseOutput(std::nullopt);
      Q_EMIT choicesChanged();
      start();
    };
  });
}

void Session::askSampleRates() {
  const auto* input = devices_.input();
  if (input == nullptr) return;
  const audio::StreamConfig config = devices_.stream();
  onControlThread([this, backend = input->backend, config]() -> std::function<void()> {
    std::vector<int> rates;
    for (const int rate : audio::kSampleRates) {
      audio::StreamConfig asked = config;
      asked.sampleRate = rate;
      if (backend->probe(asked)) rates.push_back(rate);
    }
    return [this, config, rates] {
      // Another device may have been chosen meanwhile.
      const audio::StreamConfig now = devices_.stream();
      if (now.input != config.input || now.output != config.output || rates.empty()) return;
      devices_.setSampleRates(rates);
      Q_EMIT choicesChanged();
    };
  });
}

simulation::FaultSwitches* Session::faults() const {
  const auto* input = devices_.input();
  return input != nullptr && input->backend == backends_.studio ? &backends_.studio->faults()
                                                                : nullptr;
}

void Session::start() {
  if (isMeasuring_) {
    goesOn_ = true;
    return;
  }
  const auto* input = devices_.input();
  if (input == nullptr) {
    Q_EMIT failed({ErrorCode::notFound, tr("Choose an input device first.").toStdString(), {}});
    return;
  }
  ++pendingStarts_;
  ++starts_;
  forgetDiagnosis();
  isStopAsked_ = false;
  monitor_.start(input->backend, devices_.stream());
  isRunning_ = true;
  Q_EMIT runningChanged(true);  // Also if it ran before: what is shown is another stream's.
}

void Session::stop() {
  isStopAsked_ = true;
  tone_.reset();
  monitor_.stop();
}

void Session::stopEverything() {
  isStopAsked_ = true;
  goesOn_ = false;
  tone_.reset();
  stopMeasuring_.request_stop();
  monitor_.stopEverything();
  Q_EMIT everythingStopped();
}

void Session::setTone(bool isOn) {
  if (!isOn) {
    tone_.reset();
    monitor_.stopTone();
  } else if (const auto played = playTone({}); !played) {
    Q_EMIT failed(played.error());
  }
}

Result<void> Session::playTone(const measure::TestTone& tone) {
  if (!isMuted_) {
    if (auto played = monitor_.playTone(tone); !played) return played;
  }
  tone_ = tone;
  return {};
}

void Session::setMuted(bool isMuted) {
  if (isMuted == std::exchange(isMuted_, isMuted)) return;
  if (isMuted) {
    monitor_.stopTone();
    if (isMeasuring_ && onMute_ == OnMute::ends) stopMeasuring();
  } else if (tone_) {
    if (const auto played = playTone(*tone_); !played) tone_.reset();
  }
  Q_EMIT mutedChanged(isMuted);
}

bool Session::isReplay() const {
  const auto* input = devices_.input();
  return input != nullptr && input->backend == recordings_;
}

void Session::analyseRecording() {
  analyst_.post([this, path = recording_, start = starts_] {
    const auto sound = audio::readSoundFile<double>(path);
    if (!sound) return;  // It was replayed a moment ago, and has its verdicts from there.
    measure::LiveAnalysis analysis;
    analysis.channels =
        measure::analyzeSound(*sound, 0, std::min(sound->info.channels, kMostChannels) - 1);
    analysis.duration =
        Seconds::of(static_cast<double>(sound->info.frames) / sound->info.sampleRate);
    analysis.rate = Hertz::of(sound->info.sampleRate);
    analysis.samples = channelsOf(*sound, static_cast<int>(analysis.channels.size()));
    const auto told = [this, analysis = std::move(analysis), start] {
      if (start == starts_) tell(analysis);
    };
    QMetaObject::invokeMethod(this, told, Qt::QueuedConnection);
  });
}

void Session::tell(const measure::LiveAnalysis& analysis) {
  diagnosis_.take(analysis);
  Q_EMIT analysed(analysis);
}

// On the diagnosing thread.
void Session::tell(const diagnosis::Diagnosis& diagnosis, const measure::LiveAnalysis& analysis) {
  const auto told = [this, diagnosis, analysis, breaks = breaks_.load()] {
    if (breaks == breaks_) Q_EMIT diagnosed(diagnosis, analysis);
  };
  QMetaObject::invokeMethod(this, told, Qt::QueuedConnection);
}

void Session::forgetDiagnosis() {
  diagnosis_.forget();
  ++breaks_;
}

// A new choice takes effect at once, also while it runs.
void Session::choose(const std::function<void()>& change) {
  change();
  askSampleRates();
  Q_EMIT choicesChanged();
  if (isRunning_) start();
}

void Session::chooseInput(const audio::DeviceId& id) {
  choose([&] { devices_.chooseInput(id); });
}

void Session::chooseOutput(const std::optional<audio::DeviceId>& id) {
  choose([&] { devices_.chooseOutput(id); });
}

void Session::chooseSampleRate(int hz) {
  choose([&] { devices_.chooseSampleRate(hz); });
}

void Session::poll() {
  for (const measure::LiveEvent& event : monitor_.takeEvents()) {
    std::visit(
        [this](const auto& what) {
          using T = std::decay_t<decltype(what)>;
          if constexpr (std::is_same_v<T, measure::LiveStateChange>) {
            take(what);
          } else if constexpr (std::is_same_v<T, measure::LiveAnalysis>) {
            tell(what);
          } else if constexpr (std::is_same_v<T, measure::LiveInterruption>) {
            forgetDiagnosis();
            Q_EMIT interrupted(what.lostFrames);
          } else {
            if (what.life != audio::InputLife::live) forgetDiagnosis();
            Q_EMIT inputLifeChanged(what.life);
          }
        },
        event);
  }
  if (const auto rows = monitor_.takeRows(); !rows.empty()) Q_EMIT rowsArrived(rows);
  if (const measure::SpectrumFrame* frame = monitor_.newestFrame()) Q_EMIT frameArrived(*frame);
}

void Session::take(const measure::LiveStateChange& change) {
  switch (change.state) {
    case measure::LiveState::starting:
      break;
    case measure::LiveState::running:
      pendingStarts_ = 0;
      Q_EMIT streamBegan();
      break;
    case measure::LiveState::stopped:
      // The old stream of a restart ends before the new one runs.
      if (!change.fault && pendingStarts_ > 0) break;
      pendingStarts_ = 0;
      isRunning_ = false;
      tone_.reset();
      Q_EMIT runningChanged(false);
      if (change.fault) {
        Q_EMIT failed(*change.fault);
      } else if (!isStopAsked_ && isReplay()) {
        analyseRecording();
      }
      break;
  }
}

}  // namespace linecheck::ui
