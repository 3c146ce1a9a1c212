#include "realtime/spsc_ring.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <limits>
#include <numeric>
#include <thread>
#include <vector>

namespace linecheck::realtime {
namespace {

TEST(SpscRing, CapacityIsThePowerOfTwoThatHoldsTheMinimum) {
  EXPECT_EQ(SpscRing<int>(0).capacity(), 1U);
  EXPECT_EQ(SpscRing<int>(1).capacity(), 1U);
  EXPECT_EQ(SpscRing<int>(5).capacity(), 8U);
  EXPECT_EQ(SpscRing<int>(8).capacity(), 8U);
}

TEST(SpscRing, AnEmptyRingGivesNothing) {
  SpscRing<int> ring(4);
  std::array<int, 3> out{7, 7, 7};
  EXPECT_EQ(ring.readSpace(), 0U);
  EXPECT_EQ(ring.read(out), 0U);
  EXPECT_EQ(out, (std::array<int, 3>{7, 7, 7}));
}

TEST(SpscRing, AFullRingTakesNoMoreAndOverwritesNothing) {
  SpscRing<int> ring(4);
  const std::array<int, 6> in{1, 2, 3, 4, 5, 6};
  EXPECT_EQ(ring.write(in), 4U);
  EXPECT_EQ(ring.writeSpace(), 0U);
  EXPECT_EQ(ring.write(in), 0U);

  std::array<int, 6> out{};
  EXPECT_EQ(ring.read(out), 4U);
  EXPECT_EQ(out, (std::array<int, 6>{1, 2, 3, 4, 0, 0}));
  EXPECT_EQ(ring.writeSpace(), 4U);
}

TEST(SpscRing, RoomComesBackAsElementsAreRead) {
  SpscRing<int> ring(4);
  const std::array<int, 4> in{1, 2, 3, 4};
  std::array<int, 3> out{};
  ring.write(in);
  ring.read(out);
  EXPECT_EQ(ring.writeSpace(), 3U);
  EXPECT_EQ(ring.readSpace(), 1U);
  EXPECT_EQ(ring.write(in), 3U);
}

class SpscRingIndices : public testing::TestWithParam<std::size_t> {};

// Blocks of five through eight slots meet the end of the storage, full and empty at every slot;
// from a start near the greatest index the indices wrap meanwhile.
TEST_P(SpscRingIndices, OrderSurvivesWrapAround) {
  SpscRing<std::uint32_t> ring(8, GetParam());
  std::uint32_t next = 0;
  std::uint32_t expected = 0;
  for (int turn = 0; turn < 40; ++turn) {
    std::array<std::uint32_t, 5> in{};
    std::iota(in.begin(), in.end(), next);
    next += static_cast<std::uint32_t>(ring.write(in));
    EXPECT_EQ(ring.readSpace(), next - expected);
    EXPECT_EQ(ring.writeSpace(), 8U - (next - expected));

    std::array<std::uint32_t, 3> out{};
    const std::size_t count = ring.read(out);
    for (std::size_t i = 0; i < count; ++i) EXPECT_EQ(out[i], expected++);
  }
  EXPECT_GT(expected, 100U);
}

INSTANTIATE_TEST_SUITE_P(FirstIndex, SpscRingIndices,
                         testing::Values(std::size_t{0}, std::numeric_limits<std::size_t>::max(),
                                         std::numeric_limits<std::size_t>::max() - 3,
                                         std::numeric_limits<std::size_t>::max() - 60,
                                         std::numeric_limits<std::size_t>::max() / 2));

// Every element arrives once and in order while both sides run; ThreadSanitizer watches the
// slots, which are plain memory. The indices wrap in mid-run.
TEST(SpscRing, TwoThreadsLoseNothing) {
  constexpr std::uint64_t kCount = 400'000;
  SpscRing<std::uint64_t> ring(64, std::numeric_limits<std::size_t>::max() - kCount / 2);

  std::thread producer([&ring] {
    std::array<std::uint64_t, 37> block{};
    std::uint64_t next = 0;
    while (next < kCount) {
      const std::size_t wanted = 1 + next % block.size();
      std::iota(block.begin(), block.end(), next);
      const std::size_t count = ring.write(std::span<const std::uint64_t>(block).first(
          std::min<std::size_t>(wanted, kCount - next)));
      if (count == 0) std::this_thread::yield();
      next += count;
    }
  });

  std::uint64_t expected = 0;
  std::uint64_t wrong = 0;
  std::array<std::uint64_t, 53> block{};
  while (expected < kCount) {
    const std::size_t count =
        ring.read(std::span<std::uint64_t>(block).first(1 + expected % block.size()));
    if (count == 0) std::this_thread::yield();
    for (std::size_t i = 0; i < count; ++i) wrong += block[i] != expected++;
  }
  producer.join();
  EXPECT_EQ(wrong, 0U);
  EXPECT_EQ(expected, kCount);
  EXPECT_EQ(ring.readSpace(), 0U);
}

}  // namespace
}  // namespace linecheck::realtime
