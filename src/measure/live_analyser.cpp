#include "measure/live_analyser.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <utility>

#include "measure/continuity.h"

namespace linecheck::measure {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kBlockFrames = 2048;
constexpr auto kPollInterval = 4ms;
// A shorter stretch finds no faint hum; a longer one is slow to show what was just unplugged. With
// what settles before it and a block on top, the first verdict needs no more than 3 s of audio.
constexpr double kShortestSeconds = 2.45;
constexpr double kLongestSeconds = 5.0;
constexpr double kMostSeconds = 30.0;  // Where longer is asked for: memory has an end.
// Latency, ramps and converters that wake up.
constexpr double kSettleSeconds = 0.5;
constexpr double kDeadInputSeconds = 1.0;

std::int64_t framesIn(double seconds, int sampleRate) {
  return static_cast<std::int64_t>(seconds * sampleRate);
}

}  // namespace

LiveSettings::Values LiveSettings::values() const {
  const std::lock_guard lock(mutex_);
  return values_;
}

void LiveSettings::setSpectrum(const SpectrumSettings& spectrum) {
  const std::lock_guard lock(mutex_);
  values_.spectrum = spectrum;
  ++version_;
}

void LiveSettings::setAnalysis(const AnalysisOptions& analysis) {
  const std::lock_guard lock(mutex_);
  const auto stimulus = values_.analysis.stimulus;
  values_.analysis = analysis;
  values_.analysis.stimulus = stimulus;
  ++version_;
}

void LiveSettings::setStimulus(std::optional<Hertz> stimulus) {
  const std::lock_guard lock(mutex_);
  values_.analysis.stimulus = stimulus;
  ++version_;
}

std::uint64_t LiveSettings::listenAnew(Seconds longest) {
  longestSeconds_ = longest.value();
  return ++anew_;
}

LiveAnalyser::LiveAnalyser(const audio::StreamConfig& config, LiveProcessor& processor,
                           LiveSettings& settings, realtime::TripleBuffer<SpectrumFrame>& frames,
                           WaterfallQueue& rows, LiveEventQueue& events, std::uint64_t& sequence)
    : channels_(processor.queue().channels()),
      sampleRate_(config.sampleRate),
      processor_(processor),
      queue_(processor.queue()),
      settings_(settings),
      frames_(frames),
      rows_(rows),
      events_(events),
      sequence_(sequence),
      block_(kBlockFrames * static_cast<std::size_t>(channels_)),
      channelBlock_(kBlockFrames),
      deadInput_(channels_, framesIn(kDeadInputSeconds, sampleRate_)) {
  anew_ = settings_.anew();
  makeHistory();
  version_ = settings_.version() - 1;  // So that the first round applies them.
  averageResets_ = settings_.averageResets();
  peakHoldResets_ = settings_.peakHoldResets();
  settleFrames_ = framesIn(kSettleSeconds, sampleRate_);
  thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

void LiveAnalyser::run(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    processor_.beat();
    applySettings();
    // The callback may not wake anybody, so this thread looks by itself.
    if (!drain()) std::this_thread::sleep_for(kPollInterval);
  }
}

void LiveAnalyser::applySettings() {
  if (const std::uint64_t version = settings_.version(); version != version_) {
    version_ = version;
    const LiveSettings::Values old = std::exchange(values_, settings_.values());
    values_.spectrum.channel = std::clamp(values_.spectrum.channel, 0, channels_ - 1);
    if (!spectrum_ || !(values_.spectrum == spectrum_->settings())) {
      const bool isFirst = !spectrum_;
      spectrum_.emplace(values_.spectrum, sampleRate_);
      if (!isFirst) restartWaterfall();
    }
    if (old.analysis.stimulus != values_.analysis.stimulus) {
      restartHistory();
      // What still waits was captured before the change.
      settleFrames_ = queue_.waitingFrames() + framesIn(kSettleSeconds, sampleRate_);
    }
  }
  if (const auto resets = settings_.averageResets(); resets != averageResets_) {
    averageResets_ = resets;
    spectrum_->resetAverage();
  }
  if (const auto resets = settings_.peakHoldResets(); resets != peakHoldResets_) {
    peakHoldResets_ = resets;
    spectrum_->resetPeakHold();
  }
  if (const auto anew = settings_.anew(); anew != anew_) {
    anew_ = anew;
    listenAnew();
  }
}

void LiveAnalyser::makeHistory() {
  const double seconds = std::clamp(settings_.longest().value(), kLongestSeconds, kMostSeconds);
  const auto longest = static_cast<std::size_t>(framesIn(seconds, sampleRate_));
  history_.assign(static_cast<std::size_t>(channels_), SampleHistory(longest));
}

void LiveAnalyser::listenAnew() {
  makeHistory();
  restartHistory();
  // What still waits was captured before.
  settleFrames_ = queue_.waitingFrames() + framesIn(kSettleSeconds, sampleRate_);
  averageFrom_ = consumed_ + settleFrames_ + static_cast<std::int64_t>(values_.spectrum.fftLength);
}

bool LiveAnalyser::drain() {
  const std::int64_t frames = queue_.read(block_);
  for (CaptureQueue::Event event; queue_.nextEvent(event);) pending_.push_back(event);
  if (frames == 0) return false;

  std::span<const float> rest(
      block_.data(), static_cast<std::size_t>(frames) * static_cast<std::size_t>(channels_));
  const std::int64_t end = consumed_ + frames;
  while (!pending_.empty() && pending_.front().flagged.first < end) {
    const CaptureQueue::Event event = pending_.front();
    pending_.pop_front();
    const auto before = static_cast<std::size_t>(
        std::max<std::int64_t>(0, event.flagged.first - consumed_) * channels_);
    take(rest.first(before));
    rest = rest.subspan(before);
    interrupt(event);
  }
  take(rest);
  return true;
}

// A flag alone proves no loss, but a silent input offers no other proof that there was none, so
// the figures come from an unflagged stretch only.
void LiveAnalyser::interrupt(const CaptureQueue::Event& event) {
  const bool hadHistory = history_.front().size() > 0;
  restartHistory();
  if (event.flagged.flags.any()) settleFrames_ = std::max(settleFrames_, event.flagged.count);
  if (event.lost > 0) {
    lost_ += event.lost;
    spectrum_->restart();
    restartWaterfall();
    lostLately_ += event.lost;
    lastLossAt_ = consumed_;
  }
  if (hadHistory || event.lost > 0) events_.push(LiveInterruption{event.lost});
}

void LiveAnalyser::restartHistory() {
  ++stretch_;
  sinceAnalysis_ = 0;
  for (SampleHistory& history : history_) history.clear();
}

// The next spectrum has nothing in common with those before.
void LiveAnalyser::restartWaterfall() {
  spectrumStart_ = consumed_ + lost_;
  rows_.push({Seconds::of(static_cast<double>(spectrumStart_) / sampleRate_), {}, {}});
}

// The row goes first: whoever sees the picture finds its row waiting.
void LiveAnalyser::publishFrame() {
  WaterfallRow row;
  row.time =
      Seconds::of(static_cast<double>(spectrumStart_ + spectrum_->newestEnd()) / sampleRate_);
  spectrum_->fill(row);
  rows_.push(std::move(row));
  SpectrumFrame& frame = frames_.back();
  frame.sequence = ++sequence_;
  frame.lostFrames = static_cast<std::uint64_t>(lostLately_);
  frames_.publish();
}

void LiveAnalyser::take(std::span<const float> interleaved) {
  if (interleaved.empty()) return;
  watchInput(interleaved);
  const auto stride = static_cast<std::size_t>(channels_);
  const std::size_t frames = interleaved.size() / stride;
  if (consumed_ - lastLossAt_ > framesIn(kLongestSeconds, sampleRate_)) lostLately_ = 0;
  consumed_ += static_cast<std::int64_t>(frames);
  const auto settling = static_cast<std::size_t>(
      std::min<std::int64_t>(settleFrames_, static_cast<std::int64_t>(frames)));
  settleFrames_ -= static_cast<std::int64_t>(settling);

  for (std::size_t channel = 0; channel < stride; ++channel) {
    const std::span<double> samples(channelBlock_.data(), frames);
    for (std::size_t i = 0; i < frames; ++i) {
      samples[i] = static_cast<double>(interleaved[i * stride + channel]);
    }
    history_[channel].push(samples.subspan(settling));
    if (static_cast<int>(channel) == values_.spectrum.channel) {
      spectrum_->push(samples, [this](const auto& fill) {
        SpectrumFrame& frame = frames_.back();
        fill(frame);
        publishFrame();
      });
    }
  }
  if (averageFrom_ && consumed_ >= *averageFrom_) {
    averageFrom_.reset();
    spectrum_->resetAverage();
  }
  sinceAnalysis_ += static_cast<std::int64_t>(frames - settling);
  requestAnalysis();
}

void LiveAnalyser::watchInput(std::span<const float> interleaved) {
  deadInput_.push(interleaved);
  const audio::InputLife life = deadInput_.life();
  if (life == inputLife_) return;
  inputLife_ = life;
  events_.push(InputLifeChange{life});
}

void LiveAnalyser::requestAnalysis() {
  if (isBroken_.exchange(false)) restartHistory();
  const bool isDue = sinceAnalysis_ >= sampleRate_;
  const bool isLongEnough =
      static_cast<std::int64_t>(history_.front().size()) >= framesIn(kShortestSeconds, sampleRate_);
  if (!isDue || !isLongEnough || isAnalysing_.exchange(true)) return;
  sinceAnalysis_ = 0;
  auto channels = std::make_shared<std::vector<std::vector<double>>>();
  for (const SampleHistory& history : history_) channels->push_back(history.snapshot());
  analyst_.post([this, channels = std::shared_ptr<const std::vector<std::vector<double>>>(channels),
                 options = values_.analysis, stretch = stretch_.load(), anew = anew_] {
    analyse(channels, options, stretch, anew);
    isAnalysing_ = false;
  });
}

void LiveAnalyser::analyse(const std::shared_ptr<const std::vector<std::vector<double>>>& channels,
                           const AnalysisOptions& options, std::uint64_t stretch,
                           std::uint64_t anew) {
  const Hertz rate = Hertz::of(sampleRate_);
  LiveAnalysis result;
  result.anew = anew;
  result.duration = static_cast<double>(channels->front().size()) / rate;
  result.samples = channels;
  result.rate = rate;
  result.options = options;
  for (const std::vector<double>& samples : *channels) {
    if (options.stimulus) {
      const Continuity continuity = checkContinuity(samples, rate, *options.stimulus);
      if (!continuity.jumps.empty()) {
        const std::int64_t count = continuity.jumps.front().samples.value_or(1);
        events_.push(LiveInterruption{std::max<std::int64_t>(1, std::abs(count))});
        isBroken_ = true;
        return;
      }
    }
    result.channels.push_back(analyzeChannel(samples, rate, options));
  }
  // The stretch may have been broken meanwhile; then this is an answer to an old question.
  if (stretch == stretch_) events_.push(std::move(result));
}

}  // namespace linecheck::measure
