#include "levels/match_noise_run.h"

#include <QPointer>
#include <array>
#include <atomic>
#include <chrono>
#include <thread>

#include "base/clock.h"
#include "measure/match_player.h"

namespace linecheck::ui {
namespace {

using namespace std::chrono_literals;
using measure::MatchSide;

constexpr auto kPollInterval = 10ms;

}  // namespace

/// What the window asks of the thread that plays.
struct MatchNoiseRun::Wishes {
  std::atomic<MatchSide> side = MatchSide::a;
  std::array<std::atomic<double>, 2> gains = {0.0, 0.0};  // dB.
  std::atomic<bool> isMuted = false;

  // Blocks until `stop`, or until the device is lost.
  Result<void> play(const Session::Bench& bench, const measure::MatchNoise& wanted,
                    measure::LoudTone loud) const {
    audio::StreamConfig stream = bench.stream;
    stream.input.reset();
    stream.inputChannels = 0;
    // A switch on the device selects what is heard.
    std::vector<int> channels;
    for (int i = 0; i < std::min(stream.outputChannels, 2); ++i) channels.push_back(i);
    auto player =
        measure::MatchPlayer::start(*bench.backend, stream, wanted, {channels, channels}, loud);
    if (!player) return fail(player.error());
    measure::MatchPlayer& noise = **player;
    while (!bench.stop.stop_requested() && noise.state() == audio::StreamState::running) {
      for (const MatchSide one : {MatchSide::a, MatchSide::b}) {
        noise.setGain(one, Decibels::of(gains.at(static_cast<std::size_t>(one))));
      }
      if (isMuted) {
        noise.pause();
      } else {
        noise.play(side);
      }
      std::this_thread::sleep_for(kPollInterval);
    }
    if (auto fault = noise.fault()) return fail(*std::move(fault));
    return noise.fadeOutAndStop(SteadyClock());
  }
};

MatchNoiseRun::MatchNoiseRun(Session& session, QObject* parent)
    : QObject(parent), session_(session), wishes_(std::make_shared<Wishes>()) {
  wishes_->isMuted = session_.isMuted();
  connect(&session_, &Session::mutedChanged, this, [this](bool isMuted) {
    wishes_->isMuted = isMuted;
    Q_EMIT changed();
  });
}

MatchNoiseRun::~MatchNoiseRun() {
  if (!isPlaying_) return;
  session_.stopMeasuring();
  session_.endMeasuring();
}

void MatchNoiseRun::setNoise(const measure::MatchNoise& noise, measure::LoudTone loud) {
  noise_ = noise;
  loud_ = loud;
}

void MatchNoiseRun::play(MatchSide side) {
  wishes_->side = side;
  if (!isPlaying_) {
    if (auto begun = session_.beginMeasuring(Session::OnMute::waits); !begun) {
      Q_EMIT failed(begun.error());
      return;
    }
    isPlaying_ = true;
    session_.measure([guard = QPointer(this), wishes = wishes_, noise = noise_,
                      loud = loud_](const Session::Bench& bench) -> std::function<void()> {
      const Result<void> result = wishes->play(bench, noise, loud);
      return [guard, result] {
        if (guard) guard->onEnded(result);
      };
    });
  }
  Q_EMIT changed();
}

void MatchNoiseRun::setGain(MatchSide side, Decibels gain) {
  wishes_->gains.at(static_cast<std::size_t>(side)) = gain.value();
}

void MatchNoiseRun::stop() {
  if (isPlaying_) session_.stopMeasuring();
}

MatchSide MatchNoiseRun::side() const {
  return wishes_->side;
}

void MatchNoiseRun::onEnded(const Result<void>& result) {
  isPlaying_ = false;
  session_.endMeasuring();
  Q_EMIT changed();
  if (!result) Q_EMIT failed(result.error());
}

}  // namespace linecheck::ui
