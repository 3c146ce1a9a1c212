#include "support/jack/fault_box.h"

#include <jack/jack.h>

#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>

#include "simulation/signal_path.h"
#include "support/jack/fault_line.h"

namespace linecheck::testing {

class FaultBox::Client {
 public:
  explicit Client(const Options& options) {
    jack_set_error_function([](const char*) {});
    jack_set_info_function([](const char*) {});
    jack_status_t status{};
    client_ = jack_client_open(options.name.c_str(),
                               static_cast<jack_options_t>(JackNoStartServer | JackUseExactName),
                               &status);
    if (client_ == nullptr) return;
    rate_ = static_cast<int>(jack_get_sample_rate(client_));
    const auto channels = static_cast<std::size_t>(options.channels);
    frame_.resize(channels);
    change(options.path, options.fault);
    inputs_.resize(channels);
    outputs_.resize(channels);
    for (std::size_t i = 0; i < channels; ++i) {
      const std::string number = std::to_string(i + 1);
      inputPorts_.push_back(jack_port_register(client_, ("in_" + number).c_str(),
                                               JACK_DEFAULT_AUDIO_TYPE, JackPortIsInput, 0));
      outputPorts_.push_back(jack_port_register(client_, ("out_" + number).c_str(),
                                                JACK_DEFAULT_AUDIO_TYPE, JackPortIsOutput, 0));
    }
    jack_set_process_callback(client_, &Client::process, this);
    jack_set_xrun_callback(client_, &Client::onXrun, this);
    isUp_ = jack_activate(client_) == 0;
  }

  ~Client() { close(); }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  void close() {
    if (client_ != nullptr) jack_client_close(client_);
    client_ = nullptr;
    isUp_ = false;
  }

  void change(const std::optional<simulation::PathConfig>& path, const Fault& fault) {
    const int channels = static_cast<int>(frame_.size());
    auto line = std::make_unique<FaultLine>(fault, channels, rate_);
    std::unique_ptr<simulation::SignalPath> stages;
    if (path) stages = std::make_unique<simulation::SignalPath>(*path, channels, rate_);
    const std::lock_guard lock(mutex_);
    delay_ = line->delayFrames();
    line_.swap(line);
    path_.swap(stages);
  }

  bool setFreewheel(bool on) {
    return client_ != nullptr && jack_set_freewheel(client_, on ? 1 : 0) == 0;
  }

  [[nodiscard]] bool isUp() const { return isUp_; }
  [[nodiscard]] int delayFrames() const { return delay_; }

  std::atomic<std::int64_t> frames = 0;
  std::atomic<std::int64_t> dropped = 0;
  std::atomic<int> xruns = 0;
  std::atomic<int> stallPeriods = 0;

 private:
  static int process(jack_nframes_t count, void* self) {
    static_cast<Client*>(self)->process(count);
    return 0;
  }
  static int onXrun(void* self) {
    ++static_cast<Client*>(self)->xruns;
    return 0;
  }

  void process(jack_nframes_t count) {
    if (const int periods = stallPeriods.exchange(0); periods > 0) {
      std::this_thread::sleep_for(std::chrono::duration<double>(
          static_cast<double>(periods) * static_cast<double>(count) / rate_));
    }
    for (std::size_t i = 0; i < frame_.size(); ++i) {
      inputs_[i] = static_cast<const float*>(jack_port_get_buffer(inputPorts_[i], count));
      outputs_[i] = static_cast<float*>(jack_port_get_buffer(outputPorts_[i], count));
    }
    // Held by another only for the moment of a change.
    const std::lock_guard lock(mutex_);
    for (jack_nframes_t n = 0; n < count; ++n) {
      for (std::size_t i = 0; i < frame_.size(); ++i) frame_[i] = inputs_[i][n];
      if (path_) path_->process(std::span(frame_));
      line_->process(frame_);
      for (std::size_t i = 0; i < frame_.size(); ++i) outputs_[i][n] = frame_[i];
    }
    frames += count;
    dropped = line_->droppedFrames();
  }

  jack_client_t* client_ = nullptr;
  bool isUp_ = false;
  int rate_ = 0;
  std::atomic<int> delay_ = 0;
  std::mutex mutex_;
  std::unique_ptr<simulation::SignalPath> path_;
  std::unique_ptr<FaultLine> line_;
  std::vector<jack_port_t*> inputPorts_;
  std::vector<jack_port_t*> outputPorts_;
  // Of the callback.
  std::vector<float> frame_;
  std::vector<const float*> inputs_;
  std::vector<float*> outputs_;
};

FaultBox::FaultBox(const Options& options) : client_(std::make_unique<Client>(options)) {}
FaultBox::~FaultBox() = default;
bool FaultBox::isUp() const {
  return client_->isUp();
}
int FaultBox::delayFrames() const {
  return client_->delayFrames();
}
std::int64_t FaultBox::frames() const {
  return client_->frames;
}
std::int64_t FaultBox::droppedFrames() const {
  return client_->dropped;
}
int FaultBox::xruns() const {
  return client_->xruns;
}
void FaultBox::change(const std::optional<simulation::PathConfig>& path, const Fault& fault) {
  client_->change(path, fault);
}
void FaultBox::die() {
  client_->close();
}
void FaultBox::stall(int periods) {
  client_->stallPeriods = periods;
}
bool FaultBox::setFreewheel(bool on) {
  return client_->setFreewheel(on);
}

}  // namespace linecheck::testing
