#include "support/jack/freewheel_backend.h"

#include <atomic>
#include <thread>

namespace linecheck::testing {
namespace {

// JACK waits for its clients while it freewheels, so they may wait for others.
class WaitingProcessor final : public audio::BlockProcessor {
 public:
  explicit WaitingProcessor(audio::BlockProcessor& processor) : processor_(processor) {}

  bool process(const audio::Block& block) noexcept override {
    while (!isClosing_ && !processor_.hasRoom(block.frames)) std::this_thread::yield();
    return processor_.process(block);
  }
  void close() { isClosing_ = true; }

 private:
  audio::BlockProcessor& processor_;
  std::atomic<bool> isClosing_ = false;
};

class FreewheelStream final : public audio::Stream {
 public:
  FreewheelStream(std::unique_ptr<WaitingProcessor> processor,
                  std::unique_ptr<audio::Stream> stream, FaultBox& box)
      : processor_(std::move(processor)), stream_(std::move(stream)), box_(box) {}
  ~FreewheelStream() override { comeToRest(); }

  Result<void> start() override {
    auto started = stream_->start();
    if (started) isFreewheeling_ = box_.setFreewheel(true);
    return started;
  }
  Result<void> stop() override {
    comeToRest();
    return stream_->stop();
  }
  audio::StreamState state() override { return stream_->state(); }
  [[nodiscard]] std::optional<Error> fault() const override { return stream_->fault(); }
  [[nodiscard]] int sampleRate() const override { return stream_->sampleRate(); }

 private:
  void comeToRest() {
    processor_->close();
    if (isFreewheeling_) box_.setFreewheel(false);
    isFreewheeling_ = false;
  }

  std::unique_ptr<WaitingProcessor> processor_;
  std::unique_ptr<audio::Stream> stream_;  // Goes before the processor.
  FaultBox& box_;
  bool isFreewheeling_ = false;
};

}  // namespace

Result<std::unique_ptr<audio::Stream>> FreewheelBackend::open(const audio::StreamConfig& config,
                                                              audio::BlockProcessor& processor) {
  auto waiting = std::make_unique<WaitingProcessor>(processor);
  auto stream = backend_.open(config, *waiting);
  if (!stream) return fail(stream.error());
  return std::make_unique<FreewheelStream>(std::move(waiting), *std::move(stream), box_);
}

}  // namespace linecheck::testing
