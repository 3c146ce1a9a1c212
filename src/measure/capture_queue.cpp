#include "measure/capture_queue.h"

namespace linecheck::measure {
namespace {

constexpr std::size_t kMaxEvents = 1024;

}  // namespace

CaptureQueue::CaptureQueue(int channels, std::int64_t frames)
    : samples_(static_cast<std::size_t>(frames) * static_cast<std::size_t>(channels)),
      events_(kMaxEvents),
      channels_(channels) {}

bool CaptureQueue::hasRoom(int frames) noexcept {
  return samples_.writeSpace() >=
             static_cast<std::size_t>(frames) * static_cast<std::size_t>(channels_) &&
         events_.writeSpace() > 0;
}

void CaptureQueue::push(const audio::Block& block) noexcept {
  if (!hasRoom(block.frames)) {
    lostSinceEvent_ += block.frames;
    lost_.fetch_add(block.frames, std::memory_order_relaxed);
    return;
  }
  // Before the samples, so that whoever has read those finds the event.
  if (block.flags.any() || lostSinceEvent_ > 0) {
    const Event event{{pushed_, block.frames, block.flags}, lostSinceEvent_};
    events_.write({&event, 1});
    lostSinceEvent_ = 0;
  }
  samples_.write(
      {block.input, static_cast<std::size_t>(block.frames) * static_cast<std::size_t>(channels_)});
  pushed_ += block.frames;
}

std::int64_t CaptureQueue::read(std::span<float> samples) noexcept {
  const auto channels = static_cast<std::size_t>(channels_);
  // Blocks are pushed whole, so what is there is a whole number of frames.
  const std::size_t whole = samples.size() / channels * channels;
  return static_cast<std::int64_t>(samples_.read(samples.first(whole)) / channels);
}

std::int64_t CaptureQueue::waitingFrames() noexcept {
  return static_cast<std::int64_t>(samples_.readSpace()) / channels_;
}

bool CaptureQueue::nextEvent(Event& event) noexcept {
  return events_.read({&event, 1}) == 1;
}

}  // namespace linecheck::measure
