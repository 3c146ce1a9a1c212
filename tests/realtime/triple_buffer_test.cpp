#include "realtime/triple_buffer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <thread>
#include <vector>

namespace linecheck::realtime {
namespace {

TEST(TripleBuffer, StartsWithTheInitialValueAndNothingNew) {
  TripleBuffer<int> buffer(5);
  EXPECT_FALSE(buffer.takeNewest());
  EXPECT_EQ(buffer.front(), 5);
}

TEST(TripleBuffer, NothingIsSeenBeforeItIsPublishedAndTaken) {
  TripleBuffer<int> buffer(5);
  buffer.back() = 6;
  EXPECT_FALSE(buffer.takeNewest());
  buffer.publish();
  EXPECT_EQ(buffer.front(), 5);
  EXPECT_TRUE(buffer.takeNewest());
  EXPECT_EQ(buffer.front(), 6);
  EXPECT_FALSE(buffer.takeNewest());
  EXPECT_EQ(buffer.front(), 6);
}

TEST(TripleBuffer, TheReaderGetsTheNewestAndSkipsTheRest) {
  TripleBuffer<int> buffer;
  for (int value = 1; value <= 10; ++value) {
    buffer.back() = value;
    buffer.publish();
  }
  EXPECT_TRUE(buffer.takeNewest());
  EXPECT_EQ(buffer.front(), 10);
  EXPECT_FALSE(buffer.takeNewest());
}

TEST(TripleBuffer, SlotsKeepTheirMemory) {
  TripleBuffer<std::vector<float>> buffer(std::vector<float>(1000));
  std::vector<const float*> known;
  for (int turn = 0; turn < 9; ++turn) {
    known.push_back(buffer.back().data());
    EXPECT_EQ(buffer.back().size(), 1000U);
    buffer.publish();
    buffer.takeNewest();
  }
  std::sort(known.begin(), known.end());
  known.erase(std::unique(known.begin(), known.end()), known.end());
  EXPECT_LE(known.size(), 3U);
}

// All words of a value agree, values never go back, and the last one arrives.
TEST(TripleBuffer, NoReadIsTorn) {
  using Words = std::array<std::uint64_t, 61>;
  constexpr std::uint64_t kLast = 100'000;
  TripleBuffer<Words> buffer(Words{});

  std::thread writer([&buffer] {
    for (std::uint64_t value = 1; value <= kLast; ++value) {
      buffer.back().fill(value);
      buffer.publish();
    }
  });

  std::uint64_t newest = 0;
  std::uint64_t torn = 0;
  std::uint64_t backwards = 0;
  while (newest < kLast) {
    if (!buffer.takeNewest()) {
      std::this_thread::yield();
      continue;
    }
    const Words& words = buffer.front();
    for (const std::uint64_t word : words) torn += word != words.front();
    backwards += words.front() <= newest;
    newest = words.front();
  }
  writer.join();
  EXPECT_EQ(torn, 0U);
  EXPECT_EQ(backwards, 0U);
  EXPECT_EQ(newest, kLast);
  EXPECT_FALSE(buffer.takeNewest());
}

}  // namespace
}  // namespace linecheck::realtime
