#pragma once

#include <algorithm>
#include <memory>
#include <mutex>

#include "wizard/system_watch.h"

namespace linecheck::ui {

/// A system with one output, which a test sets as if somebody else had.
class FakeSoundSystem {
 public:
  FakeSoundSystem() {
    system::Endpoint output;
    output.id = {system::Direction::output, "line"};
    output.name = "Line Out (Zen Go)";
    output.isDefault = true;
    output.volume = system::Volume{0.97, Decibels::of(-0.3)};
    output.isMuted = false;
    output.format = system::Format{48000, 2, system::SampleFormat{24, false}};
    output.sharing = system::Sharing::shared;
    output.hasEnhancements = false;
    state_->settings.server.kind = system::SoundServer::Kind::windows;
    state_->settings.endpoints.push_back(output);
  }

  [[nodiscard]] SystemWatch::Make make() {
    return [state = state_](const system::SoundOptions& options) {
      const std::lock_guard lock(state->mutex);
      state->onChange = options.onChange;
      return std::make_unique<Sound>(state);
    };
  }
  /// From outside: whoever watches is told.
  template <class Change>
  void change(Change&& change) {
    std::function<void(system::SoundChange)> tell;
    {
      const std::lock_guard lock(state_->mutex);
      change(state_->settings.endpoints.front());
      tell = state_->onChange;
    }
    if (tell) tell(system::SoundChange::settings);
  }
  /// Which system it is; Windows unless told otherwise.
  void use(system::SoundServer::Kind kind) {
    const std::lock_guard lock(state_->mutex);
    state_->settings.server.kind = kind;
  }
  [[nodiscard]] system::Endpoint output() const {
    const std::lock_guard lock(state_->mutex);
    return state_->settings.endpoints.front();
  }

 private:
  struct State {
    std::mutex mutex;
    system::SoundSettings settings;
    std::function<void(system::SoundChange)> onChange;
  };

  class Sound final : public system::SystemSound {
   public:
    explicit Sound(std::shared_ptr<State> state) : state_(std::move(state)) {}
    ~Sound() override {
      const std::lock_guard lock(state_->mutex);
      state_->onChange = {};
    }
    Result<system::SoundSettings> read() override {
      const std::lock_guard lock(state_->mutex);
      return state_->settings;
    }
    Result<void> setVolume(const system::EndpointId& /*endpoint*/, double position) override {
      const std::lock_guard lock(state_->mutex);
      state_->settings.endpoints.front().volume->position = position;
      return {};
    }
    Result<void> setMuted(const system::EndpointId& /*endpoint*/, bool isMuted) override {
      const std::lock_guard lock(state_->mutex);
      state_->settings.endpoints.front().isMuted = isMuted;
      return {};
    }
    Result<void> setFormat(const system::EndpointId& /*endpoint*/,
                           const system::Format& format) override {
      const std::lock_guard lock(state_->mutex);
      if (state_->settings.server.kind == system::SoundServer::Kind::windows) {
        return fail(ErrorCode::unsupported, "Set it in the sound settings.");
      }
      state_->settings.endpoints.front().format = format;
      return {};
    }

   private:
    std::shared_ptr<State> state_;
  };

  std::shared_ptr<State> state_ = std::make_shared<State>();
};

}  // namespace linecheck::ui
