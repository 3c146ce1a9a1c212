#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "system/effects_linux.h"

namespace linecheck::system {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::uint32_t kDriver = 7;
constexpr std::uint32_t kEqualizer = 21;

ServedEndpoint output(const std::string& key, std::uint32_t owner, const std::string& master = {}) {
  ServedEndpoint served;
  served.endpoint.id = {Direction::output, key};
  served.ownerModule = owner;
  served.master = master;
  return served;
}

ServedEndpoint input(const std::string& key) {
  ServedEndpoint served;
  served.endpoint.id = {Direction::input, key};
  served.ownerModule = kDriver;
  return served;
}

const LoadedModule kCard{kDriver, "module-alsa-card"};
const LoadedModule kEqualizerModule{kEqualizer, "module-equalizer-sink"};

TEST(Effects, WithoutAnyEveryEndpointIsPlain) {
  const auto endpoints =
      withEffects({output("usb", kDriver), input("mic")}, {kCard, {8, "module-stream-restore"}});
  for (const Endpoint& endpoint : endpoints) {
    EXPECT_EQ(endpoint.hasEnhancements, false);
    EXPECT_THAT(endpoint.effects, IsEmpty());
  }
}

TEST(Effects, AnEqualizerBesideTheDeviceActsWhereAProgramPlaysIntoIt) {
  const auto endpoints = withEffects(
      {output("usb", kDriver), output("hdmi", kDriver), output("eq", kEqualizer, "usb")},
      {kCard, kEqualizerModule});
  EXPECT_EQ(endpoints[2].hasEnhancements, true);
  EXPECT_EQ(endpoints[0].hasEnhancements, std::nullopt);
  EXPECT_THAT(endpoints[0].effects, ElementsAre("module-equalizer-sink"));
  EXPECT_EQ(endpoints[1].hasEnhancements, false);
}

TEST(Effects, AnEqualizerThatIsTheDefaultActsOnTheDeviceBehindIt) {
  auto equalizer = output("eq", kEqualizer, "usb");
  equalizer.endpoint.isDefault = true;
  const auto endpoints =
      withEffects({equalizer, output("usb", kDriver)}, {kCard, kEqualizerModule});
  EXPECT_EQ(endpoints[1].hasEnhancements, true);
}

TEST(Effects, AnEffectIsFollowedThroughWhatStandsBetween) {
  auto equalizer = output("eq", kEqualizer, "remap");
  equalizer.endpoint.isDefault = true;
  const auto endpoints =
      withEffects({equalizer, output("remap", 30, "usb"), output("usb", kDriver)},
                  {kCard, kEqualizerModule, {30, "module-remap-sink"}});
  EXPECT_EQ(endpoints[1].hasEnhancements, true);
  EXPECT_EQ(endpoints[2].hasEnhancements, true);
}

TEST(Effects, EndpointsThatLeadToEachOtherAreMarkedOnce) {
  const auto endpoints =
      withEffects({output("a", kEqualizer, "b"), output("b", kEqualizer, "a")}, {kEqualizerModule});
  EXPECT_THAT(endpoints[0].effects, ElementsAre("module-equalizer-sink"));
  EXPECT_THAT(endpoints[1].effects, ElementsAre("module-equalizer-sink"));
}

TEST(Effects, AnEndpointIsKnownByTheProgramThatMakesIt) {
  const auto endpoints = withEffects(
      {output("easyeffects_sink", kDriver), output("usb", kDriver), input("mic")}, {kCard});
  EXPECT_EQ(endpoints[0].hasEnhancements, true);
  EXPECT_EQ(endpoints[1].hasEnhancements, std::nullopt);
  EXPECT_THAT(endpoints[1].effects, ElementsAre("easyeffects_sink"));
  EXPECT_EQ(endpoints[2].hasEnhancements, false);
}

TEST(Effects, AModuleThatMakesNoEndpointMayActOnAny) {
  const auto endpoints = withEffects({output("usb", kDriver), input("mic")},
                                     {kCard, {40, "libpipewire-module-filter-chain"}});
  for (const Endpoint& endpoint : endpoints) {
    EXPECT_EQ(endpoint.hasEnhancements, std::nullopt);
    EXPECT_THAT(endpoint.effects, ElementsAre("libpipewire-module-filter-chain"));
  }
}

}  // namespace
}  // namespace linecheck::system
