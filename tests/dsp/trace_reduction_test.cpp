#include "dsp/trace_reduction.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "dsp/random.h"

namespace linecheck::dsp {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::FloatNear;

struct Trace {
  std::vector<float> maxima;
  std::vector<float> means;
};

Trace reduced(const TraceAxis& axis, std::span<const float> powers) {
  const TraceReduction reduction(axis);
  Trace trace{std::vector<float>(reduction.columns()), std::vector<float>(reduction.columns())};
  reduction.reduce(powers, trace.maxima, trace.means);
  return trace;
}

TEST(TraceReduction, TakesTheMaximumAndMeanOfTheBinsInAColumn) {
  // Columns 0…4, 4…8: bins 0–3 and 4–7.
  const TraceAxis axis{0_Hz, 8_Hz, false, 2, 1_Hz, 9};
  const auto trace = reduced(axis, std::vector<float>{1, 2, 3, 6, 0, 9, 0, 3, 100});
  EXPECT_THAT(trace.maxima, ElementsAre(6.0F, 9.0F));
  EXPECT_THAT(trace.means, ElementsAre(3.0F, 3.0F));
}

TEST(TraceReduction, InterpolatesNarrowColumnsInDecibels) {
  // Four columns a bin: their centres lie at 1/8, 3/8, … of the way.
  const TraceAxis axis{1_Hz, 2_Hz, false, 4, 1_Hz, 4};
  const auto trace = reduced(axis, std::vector<float>{1, 1, 100, 1});
  for (int i = 0; i < 4; ++i) {
    const float expected = std::pow(100.0F, 0.125F + 0.25F * static_cast<float>(i));
    EXPECT_THAT(trace.means[i], FloatNear(expected, 1e-3F * expected));
    EXPECT_EQ(trace.maxima[i], trace.means[i]);
  }
}

TEST(TraceReduction, LosesNoLine) {
  // A line on any bin inside the axis is the maximum of exactly one wide or single-bin column.
  Random random(31);
  for (int trial = 0; trial < 300; ++trial) {
    const std::size_t bins = 1 + (std::size_t{1} << (6 + random.bits() % 8));
    const double rate = 48000.0;
    const Hertz binWidth = Hertz::of(rate / 2.0 / static_cast<double>(bins - 1));
    const bool logarithmic = trial % 2 == 0;
    const TraceAxis axis{Hertz::of(10.0), Hertz::of(23000.0), logarithmic, 400, binWidth, bins};
    std::vector<float> powers(bins, 1e-12F);
    const double f = random.uniform(10.0 + binWidth.value(), 23000.0 - binWidth.value());
    const auto line = static_cast<std::size_t>(std::lround(f / binWidth.value()));
    powers[line] = 1.0F;
    const auto trace = reduced(axis, powers);
    EXPECT_EQ(*std::max_element(trace.maxima.begin(), trace.maxima.end()), 1.0F)
        << bins << " bins, line at " << line;
  }
}

TEST(TraceReduction, FlatStaysFlatOnAnyAxis) {
  Random random(37);
  for (int trial = 0; trial < 50; ++trial) {
    const std::size_t bins = 1 + (std::size_t{1} << (8 + random.bits() % 10));
    const Hertz binWidth = Hertz::of(24000.0 / static_cast<double>(bins - 1));
    const Hertz low = Hertz::of(random.uniform(1.0, 2000.0));
    const Hertz high = low + Hertz::of(random.uniform(10.0, 20000.0));
    const auto trace =
        reduced({low, high, trial % 2 == 0, 1600, binWidth, bins}, std::vector<float>(bins, 0.25F));
    EXPECT_THAT(trace.maxima, Each(0.25F));
    EXPECT_THAT(trace.means, Each(FloatNear(0.25F, 1e-6F)));
  }
}

TEST(TraceReduction, BeyondTheSpectrumThereIsNothing) {
  const TraceAxis axis{10_Hz, 1000_Hz, true, 100, 1_Hz, 101};
  const auto trace = reduced(axis, std::vector<float>(101, 1.0F));
  EXPECT_EQ(trace.maxima.front(), 1.0F);
  EXPECT_EQ(trace.maxima.back(), 0.0F);
  EXPECT_EQ(trace.means.back(), 0.0F);
}

TEST(TraceReduction, SilenceIsZeroNotNaN) {
  const TraceAxis axis{1_Hz, 100_Hz, true, 300, 1_Hz, 101};
  const auto trace = reduced(axis, std::vector<float>(101));
  EXPECT_THAT(trace.maxima, Each(0.0F));
  EXPECT_THAT(trace.means, Each(0.0F));
}

}  // namespace
}  // namespace linecheck::dsp
