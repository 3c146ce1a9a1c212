#include "levels/measurement_run.h"

#include <QMetaObject>
#include <QPointer>
#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>
#include <optional>

#include "measure/listeners.h"
#include "simulation/studio_patch.h"

namespace linecheck::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto kPollInterval = 50ms;

const measure::Segment* playedAt(const measure::Sequence& sequence, std::int64_t frame) {
  const auto& segments = sequence.segments();
  const auto found = std::find_if(segments.begin(), segments.end(), [frame](const auto& segment) {
    return frame < segment.first + segment.frames;
  });
  return found == segments.end() ? nullptr : &*found;
}

// What is heard before the path's check has come back whole tells nothing of the path.
bool holdsGate(const measure::Capture& capture, const measure::Sequence& sequence) {
  std::int64_t end = 0;
  for (const measure::Segment& segment : sequence.segments()) {
    const bool isGate = segment.id.starts_with("gate.") && !segment.id.starts_with("gate.end");
    if (isGate) end = segment.first + segment.frames;
  }
  const double latest = measure::kLongestLatency.value() * sequence.sampleRate();
  return end == 0 || static_cast<double>(capture.frames()) >= static_cast<double>(end) + latest;
}

}  // namespace

/// What the thread that captures hands over. It must not wait, so it fills what was emptied.
struct MeasurementRun::Feed {
  std::atomic<double> done = 0.0;
  std::atomic<bool> wantsPart = true;
  std::mutex mutex;
  std::optional<measure::Capture> part;

  void offer(const measure::Capture& capture) {
    if (!wantsPart.exchange(false)) return;
    const std::lock_guard lock(mutex);
    part = capture;
  }
  std::optional<measure::Capture> take() {
    const std::lock_guard lock(mutex);
    return std::exchange(part, std::nullopt);
  }
};

MeasurementRun::MeasurementRun(Session& session, QObject* parent)
    : QObject(parent), session_(session) {
  poll_.setInterval(kPollInterval);
  connect(&poll_, &QTimer::timeout, this, &MeasurementRun::poll);
}

MeasurementRun::~MeasurementRun() {
  if (!isIdle()) session_.stopMeasuring();
}

void MeasurementRun::set(State state) {
  state_ = state;
  if (state == State::playing) {
    poll_.start();
  } else {
    poll_.stop();
  }
  Q_EMIT stateChanged();
}

// From the reader's thread; dropped if another run has begun meanwhile.
template <class Deed>
void MeasurementRun::onGuiThread(Deed deed) {
  QMetaObject::invokeMethod(this, std::move(deed), Qt::QueuedConnection);
}

void MeasurementRun::begin(const measure::Procedure& procedure, const measure::Values& values,
                           measure::LoudTone loud, measure::HeadphoneJack jack,
                           const measure::GateOptions& gate) {
  if (!isIdle()) return;
  ++number_;
  procedure_ = &procedure;
  values_ = values;
  recordings_.clear();
  steps_.clear();
  isStopped_ = false;
  if (auto checked = measure::checkValues(procedure.parameters(), values); !checked) {
    Q_EMIT failed(checked.error());
    return;
  }
  if (auto safe = measure::checkListeners(session_.stream(), jack); !safe) {
    Q_EMIT failed(safe.error());
    return;
  }
  if (auto begun = session_.beginMeasuring(); !begun) {
    Q_EMIT failed(begun.error());
    return;
  }
  steps_ = procedure.steps(values);
  request_ = {};
  request_.stream = session_.stream();
  request_.loud = loud;
  request_.jack = jack;
  request_.gate = gate;
  set(State::preparing);
  reader_.post([this, number = number_, procedure = procedure_, values, request = request_,
                steps = steps_.size()] {
    Result<std::vector<SequencePtr>> composed;
    for (std::size_t step = 0; composed && step < steps; ++step) {
      auto sequence = measure::sequenceOf(*procedure, step, values, request.stream, request.gate);
      if (sequence) {
        composed->push_back(std::make_shared<const measure::Sequence>(*std::move(sequence)));
      } else {
        composed = fail(sequence.error());
      }
    }
    onGuiThread([this, number, composed = std::move(composed)]() mutable {
      if (number == number_) onComposed(std::move(composed));
    });
  });
}

void MeasurementRun::onComposed(Result<std::vector<SequencePtr>> composed) {
  if (!composed) {
    return end([this, error = composed.error()] { Q_EMIT failed(error); });
  }
  sequences_ = *std::move(composed);
  if (isStopped_) return readAll();
  loudest_ = DecibelsFs::silence();
  for (const SequencePtr& sequence : sequences_) {
    loudest_ = std::max(loudest_, sequence->loudest());
  }
  if (measure::isLoud(loudest_) && request_.loud != measure::LoudTone::confirmed) {
    set(State::asksConsent);
  } else {
    prepareStep();
  }
}

void MeasurementRun::agree() {
  if (state_ != State::asksConsent) return;
  request_.loud = measure::LoudTone::confirmed;
  prepareStep();
}

void MeasurementRun::prepareStep() {
  if (steps_.size() > 1) {
    set(State::awaitsCables);
  } else {
    play();
  }
}

void MeasurementRun::goOn() {
  if (state_ == State::awaitsCables) play();
}

void MeasurementRun::play() {
  if (auto* studio = session_.studio()) {
    studio->setPatch(simulation::studioPatch(steps_[step()].harness, values_));
  }
  feed_ = std::make_shared<Feed>();
  set(State::playing);
  session_.measure([guard = QPointer(this), feed = feed_, number = number_,
                    sequence = sequences_[step()], asked = steps_[step()],
                    request = request_](const Session::Bench& bench) -> std::function<void()> {
    measure::CaptureControl control;
    control.stop = bench.stop;
    control.onProgress = [&feed](double done) { feed->done = done; };
    control.onPart = [&feed](const measure::Capture& part) { feed->offer(part); };
    auto recording = std::make_shared<Result<measure::Recording>>(
        measure::recordStep(*bench.backend, request, sequence, asked, control));
    return [guard, number, recording] {
      if (guard && guard->number_ == number) guard->onRecorded(std::move(*recording));
    };
  });
}

void MeasurementRun::poll() {
  const measure::Sequence& sequence = *sequences_[step()];
  const double done = feed_->done;
  const auto frame = static_cast<std::int64_t>(done * static_cast<double>(sequence.frames()));
  const auto* segment = playedAt(sequence, frame);
  Q_EMIT progressed(done, segment ? segment->id : std::string(),
                    Seconds::of(static_cast<double>(sequence.frames() - frame) /
                                static_cast<double>(sequence.sampleRate())));
  if (auto part = feed_->take()) readPart(*std::move(part));
}

void MeasurementRun::readPart(measure::Capture part) {
  if (!holdsGate(part, *sequences_[step()])) {
    feed_->wantsPart = true;
    return;
  }
  auto task = [this, number = number_, feed = feed_, part = std::move(part),
               recordings = recordings_, sequence = sequences_[step()], asked = steps_[step()],
               gate = request_.gate, procedure = procedure_, values = values_]() mutable {
    auto recording = measure::recordingOf(std::move(part), std::move(sequence), asked, gate);
    feed->wantsPart = true;
    if (!recording) return;
    recordings.push_back(*std::move(recording));
    const auto result = std::make_shared<const measure::ProcedureResult>(
        measure::resultOf(*procedure, values, std::move(recordings)));
    onGuiThread([this, number, result] {
      if (number == number_ && state_ == State::playing) Q_EMIT partRead(result);
    });
  };
  reader_.post(std::move(task));
}

void MeasurementRun::onRecorded(Result<measure::Recording> recording) {
  const bool isRecorded = recording.has_value();
  if (isRecorded) {
    recordings_.push_back(*std::move(recording));
  } else if (recordings_.empty() || recording.error().code != ErrorCode::cancelled) {
    return end([this, error = recording.error()] { Q_EMIT failed(error); });
  }
  const bool isDone = isStopped_ || !isRecorded || recordings_.size() == steps_.size() ||
                      !recordings_.back().path.isUsable();
  if (isDone) return readAll();
  prepareStep();
}

void MeasurementRun::readAll() {
  if (recordings_.empty()) {
    return end([this] {
      Q_EMIT failed({ErrorCode::cancelled, tr("Stopped: nothing was played.").toStdString(), {}});
    });
  }
  set(State::reading);
  reader_.post([this, number = number_, procedure = procedure_, values = values_,
                recordings = std::move(recordings_), steps = steps_.size()]() mutable {
    const bool isWhole = recordings.size() == steps;
    auto result = measure::resultOf(*procedure, values, std::move(recordings));
    if (!isWhole) result.reading.isComplete = false;
    const auto shared = std::make_shared<const measure::ProcedureResult>(std::move(result));
    onGuiThread([this, number, shared] {
      if (number == number_) end([this, shared] { Q_EMIT finished(shared); });
    });
  });
  recordings_.clear();
}

void MeasurementRun::end(const std::function<void()>& tell) {
  if (auto* studio = session_.studio()) studio->setPatch({});
  sequences_.clear();
  recordings_.clear();
  set(State::idle);
  session_.endMeasuring();
  tell();
}

void MeasurementRun::stop() {
  if (isIdle() || state_ == State::reading) return;
  isStopped_ = true;
  session_.stopMeasuring();
  if (state_ == State::asksConsent || state_ == State::awaitsCables) readAll();
}

}  // namespace linecheck::ui
