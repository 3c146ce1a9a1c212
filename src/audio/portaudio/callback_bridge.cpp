#include "audio/portaudio/callback_bridge.h"

#include <algorithm>
#include <cstring>
#include <span>
#include <thread>

#include "audio/portaudio/sample_format.h"
#include "base/log.h"

namespace linecheck::audio {
namespace {

/// Bits of the gate.
constexpr std::uint32_t kInside = 1;
constexpr std::uint32_t kClosed = 2;

/// Longest block that the processor gets where the input has to pass through our own memory.
constexpr int kPartFrames = 1024;
constexpr std::chrono::seconds kCloseLimit{1};

BlockFlags blockFlags(PaStreamCallbackFlags flags) {
  BlockFlags said;
  said.inputUnderflow = (flags & paInputUnderflow) != 0;
  said.inputOverflow = (flags & paInputOverflow) != 0;
  said.outputUnderflow = (flags & paOutputUnderflow) != 0;
  said.outputOverflow = (flags & paOutputOverflow) != 0;
  return said;
}

std::size_t samples(int frames, int channels) {
  return static_cast<std::size_t>(frames) * static_cast<std::size_t>(channels);
}

}  // namespace

CallbackBridge::CallbackBridge(BlockProcessor& processor, int inputChannels, int outputChannels,
                               SampleWords words)
    : processor_(&processor),
      inputChannels_(inputChannels),
      outputChannels_(outputChannels),
      words_(words),
      inputPart_(samples(kPartFrames, inputChannels)) {}

int CallbackBridge::callback(const void* input, void* output, unsigned long frames,
                             const PaStreamCallbackTimeInfo* /*time*/, PaStreamCallbackFlags flags,
                             void* bridge) noexcept {
  return static_cast<CallbackBridge*>(bridge)->process(input, output, static_cast<int>(frames),
                                                       flags);
}

int CallbackBridge::process(const void* input, void* output, int frames,
                            PaStreamCallbackFlags flags) noexcept {
  callbacks_.fetch_add(1, std::memory_order_relaxed);
  int done = 0;
  int verdict = paAbort;
  // Acquire: what the control thread did before the stream was opened is seen.
  if ((gate_.fetch_or(kInside, std::memory_order_acquire) & kClosed) == 0) {
    BlockFlags said = blockFlags(flags);
    // PortAudio hands out no input while it primes the output or waits for the other direction.
    const bool noInput = inputChannels_ > 0 && input == nullptr;
    said.inputUnderflow |= noInput;
    const bool inParts = noInput || (inputChannels_ > 0 && words_ == SampleWords::int32);
    if (noInput) std::fill(inputPart_.begin(), inputPart_.end(), 0.0F);

    bool more = true;
    while (more && done < frames) {
      const int part = inParts ? std::min(kPartFrames, frames - done) : frames;
      more = processPart(input, output, done, part, said);
      said = {};
      done += part;
    }
    if (!more) ended_.store(true, std::memory_order_release);
    verdict = more ? paContinue : paComplete;
  }
  // Release: close() sees all that the processor did.
  gate_.fetch_and(~kInside, std::memory_order_release);

  if (outputChannels_ > 0) {
    // All zero bits are silence in both formats, and both have four bytes.
    std::memset(static_cast<float*>(output) + samples(done, outputChannels_), 0,
                samples(frames - done, outputChannels_) * sizeof(float));
  }
  return verdict;
}

bool CallbackBridge::processPart(const void* input, void* output, int first, int frames,
                                 const BlockFlags& flags) noexcept {
  Block block;
  block.frames = frames;
  block.flags = flags;
  if (inputChannels_ > 0) {
    block.input = inputPart_.data();
    if (input != nullptr && words_ == SampleWords::int32) {
      const std::int32_t* words =
          static_cast<const std::int32_t*>(input) + samples(first, inputChannels_);
      std::transform(words, words + samples(frames, inputChannels_), inputPart_.begin(), toFloat);
    } else if (input != nullptr) {
      block.input = static_cast<const float*>(input) + samples(first, inputChannels_);
    }
  }
  if (outputChannels_ == 0) return processor_->process(block);

  block.output = static_cast<float*>(output) + samples(first, outputChannels_);
  const bool more = processor_->process(block);
  const std::span<float> written(block.output, samples(frames, outputChannels_));
  if (words_ == SampleWords::float32) {
    limitToFullScale(written);
  } else {
    for (float& sample : written) {
      const std::int32_t word = toInt32(sample);
      std::memcpy(&sample, &word, sizeof(word));
    }
  }
  return more;
}

void CallbackBridge::close() {
  const auto giveUp = std::chrono::steady_clock::now() + kCloseLimit;
  // Release and acquire pair with process(): either it sees the gate closed, or we see it inside.
  gate_.fetch_or(kClosed, std::memory_order_acq_rel);
  while ((gate_.load(std::memory_order_acquire) & kInside) != 0) {
    if (std::chrono::steady_clock::now() > giveUp) {
      log::error("An audio callback did not come back; its thread must have been ended.");
      return;
    }
    std::this_thread::sleep_for(std::chrono::microseconds(200));
  }
}

}  // namespace linecheck::audio
