#include "audio/portaudio/callback_bridge.h"

#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <latch>
#include <numeric>
#include <thread>
#include <vector>

namespace linecheck::audio {
namespace {

class FunctionProcessor final : public BlockProcessor {
 public:
  explicit FunctionProcessor(std::function<bool(const Block&)> function)
      : function_(std::move(function)) {}
  bool process(const Block& block) noexcept override { return function_(block); }

 private:
  std::function<bool(const Block&)> function_;
};

int call(CallbackBridge& bridge, const void* input, void* output, unsigned long frames,
         PaStreamCallbackFlags flags = 0) {
  return CallbackBridge::callback(input, output, frames, nullptr, flags, &bridge);
}

TEST(CallbackBridge, FloatsPassBothWaysUntouched) {
  std::vector<float> seen;
  FunctionProcessor processor([&seen](const Block& block) {
    seen.assign(block.input, block.input + std::ptrdiff_t{block.frames} * 2);
    for (int i = 0; i < block.frames; ++i) block.output[i] = -block.input[std::ptrdiff_t{i} * 2];
    return true;
  });
  CallbackBridge bridge(processor, 2, 1, SampleWords::float32);
  const std::vector<float> input = {0.1F, 2.5F, -0.3F, 1e-40F};
  std::vector<float> output(2);
  EXPECT_EQ(call(bridge, input.data(), output.data(), 2), paContinue);
  EXPECT_EQ(seen, input);
  EXPECT_EQ(output, (std::vector<float>{-0.1F, 0.3F}));
  EXPECT_EQ(bridge.callbacks(), 1U);
  EXPECT_FALSE(bridge.ended());
}

TEST(CallbackBridge, OutputIsLimitedToFullScale) {
  FunctionProcessor processor([](const Block& block) {
    block.output[0] = 1.5F;
    block.output[1] = -3.0F;
    return true;
  });
  CallbackBridge bridge(processor, 0, 1, SampleWords::float32);
  std::vector<float> output(2);
  call(bridge, nullptr, output.data(), 2);
  EXPECT_EQ(output, (std::vector<float>{1.0F, -1.0F}));
}

TEST(CallbackBridge, IntegerWordsAreConvertedInBlocksOfAnyLength) {
  FunctionProcessor processor([](const Block& block) {
    for (int i = 0; i < block.frames * 2; ++i) block.output[i] = block.input[i];
    return true;
  });
  CallbackBridge bridge(processor, 2, 2, SampleWords::int32);
  std::vector<std::int32_t> input(10'000);
  std::iota(input.begin(), input.end(), -5000);
  for (std::int32_t& word : input) word *= 256;
  std::vector<std::int32_t> output(input.size());
  EXPECT_EQ(call(bridge, input.data(), output.data(), 5000), paContinue);
  EXPECT_EQ(output, input);
}

TEST(CallbackBridge, FlagsArePassedWithTheFirstPartOnly) {
  std::vector<BlockFlags> seen;
  FunctionProcessor processor([&seen](const Block& block) {
    seen.push_back(block.flags);
    return true;
  });
  CallbackBridge bridge(processor, 1, 0, SampleWords::int32);
  const std::vector<std::int32_t> input(2000);
  call(bridge, input.data(), nullptr, 2000, paInputOverflow | paOutputUnderflow);
  ASSERT_GE(seen.size(), 2U);
  EXPECT_TRUE(seen[0].inputOverflow);
  EXPECT_TRUE(seen[0].outputUnderflow);
  EXPECT_FALSE(seen[0].inputUnderflow);
  EXPECT_FALSE(seen[0].outputOverflow);
  EXPECT_FALSE(seen[1].any());

  seen.clear();
  call(bridge, input.data(), nullptr, 1, paInputUnderflow | paOutputOverflow);
  ASSERT_EQ(seen.size(), 1U);
  EXPECT_TRUE(seen[0].inputUnderflow);
  EXPECT_TRUE(seen[0].outputOverflow);
  EXPECT_FALSE(seen[0].inputOverflow);
  EXPECT_FALSE(seen[0].outputUnderflow);
}

TEST(CallbackBridge, MissingInputIsSilenceWithAFlag) {
  int frames = 0;
  bool flagged = false;
  bool silent = true;
  FunctionProcessor processor([&](const Block& block) {
    frames += block.frames;
    flagged |= block.flags.inputUnderflow;
    for (int i = 0; i < block.frames; ++i) silent &= block.input[i] == 0.0F;
    return true;
  });
  CallbackBridge bridge(processor, 1, 0, SampleWords::float32);
  call(bridge, nullptr, nullptr, 3000);
  EXPECT_EQ(frames, 3000);
  EXPECT_TRUE(flagged);
  EXPECT_TRUE(silent);
}

TEST(CallbackBridge, TheProcessorEndsTheStream) {
  int blocks = 0;
  FunctionProcessor processor([&blocks](const Block& block) {
    std::fill(block.output, block.output + block.frames, 0.5F);
    ++blocks;
    return false;
  });
  CallbackBridge bridge(processor, 1, 1, SampleWords::int32);
  const std::vector<std::int32_t> input(3000);
  std::vector<std::int32_t> output(3000, 7);
  EXPECT_EQ(call(bridge, input.data(), output.data(), 3000), paComplete);
  EXPECT_TRUE(bridge.ended());
  EXPECT_EQ(blocks, 1);
  EXPECT_EQ(output.front(), 1 << 30);
  EXPECT_EQ(output.back(), 0);
  bridge.rewind();
  EXPECT_FALSE(bridge.ended());
}

TEST(CallbackBridge, OnceClosedTheProcessorIsNotCalledAndTheOutputIsSilent) {
  int blocks = 0;
  FunctionProcessor processor([&blocks](const Block&) { return ++blocks > 0; });
  CallbackBridge bridge(processor, 1, 2, SampleWords::float32);
  const std::vector<float> input(10, 0.5F);
  std::vector<float> output(20, 0.5F);
  bridge.close();
  EXPECT_EQ(call(bridge, input.data(), output.data(), 10), paAbort);
  EXPECT_EQ(blocks, 0);
  EXPECT_EQ(output, std::vector<float>(20, 0.0F));
  EXPECT_EQ(bridge.callbacks(), 1U);
}

TEST(CallbackBridge, ClosingWaitsForTheProcessorToReturn) {
  std::latch entered(1);
  std::latch release(1);
  std::atomic<bool> left = false;
  FunctionProcessor processor([&](const Block&) {
    entered.count_down();
    release.wait();
    left = true;
    return true;
  });
  CallbackBridge bridge(processor, 1, 0, SampleWords::float32);
  std::thread audio([&bridge] {
    const float input = 0.5F;
    call(bridge, &input, nullptr, 1);
  });
  entered.wait();
  std::thread control([&] {
    bridge.close();
    EXPECT_TRUE(left);
  });
  release.count_down();
  control.join();
  audio.join();
}

}  // namespace
}  // namespace linecheck::audio
