#include "prediction/texts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/prediction/loop_desk.h"

namespace linecheck::prediction {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using ::testing::HasSubstr;
using ::testing::Not;

/// With plain spaces before the units.
std::string plain(const Sentence& sentence) {
  constexpr std::string_view kThin = "\u2009";
  std::string text = sentence.english();
  for (auto at = text.find(kThin); at != std::string::npos; at = text.find(kThin)) {
    text.replace(at, kThin.size(), " ");
  }
  return text;
}

LoopDesk namedDesk() {
  LoopDesk desk(interface());
  desk.control(trimControl(), dBu(20.0));
  desk.chain.devices[0].name = "Tower";
  desk.chain.devices[1].name = "Box";
  desk.box().controls[0].name = "Line Out Trim";
  desk.box().ports[1].name = "Line Out";
  return desk;
}

Finding finding(const std::string& id, double difference, measure::Unit unit = measure::Unit::db) {
  return {id, "figure", unit, {}, difference, 0.1, {}};
}

TEST(Texts, SayByHowMuchAndWhichWay) {
  EXPECT_EQ(plain(findingText(finding("gain-off", -6.0))),
            "The loop comes back 6.0 dB lower than the chain predicts.");
  EXPECT_EQ(plain(findingText(finding("gain-off", 1.3))),
            "The loop comes back 1.3 dB higher than the chain predicts.");
  EXPECT_THAT(plain(findingText(finding("output-impedance-off", 12.0, measure::Unit::ohms))),
              HasSubstr("12.0 Ω higher"));
}

TEST(Texts, NameControlAndBothPositions) {
  const LoopDesk desk = namedDesk();
  const Cause cause{"control-elsewhere", chain::Place(chain::DeviceId("box"), "trim"), dBu(20.0),
                    dBu(14.0)};
  EXPECT_EQ(plain(causeText(desk.desk(), cause)),
            "Box: Line Out Trim may stand at 14.0 dBu, and not at 20.0 dBu as in the chain. Set "
            "it to 20.0 dBu, or correct the chain.");
}

TEST(Texts, NameTheSystemVolumeInPerCent) {
  LoopDesk desk = namedDesk();
  const Cause cause{"system-volume-elsewhere", chain::Place(chain::DeviceId("pc")),
                    chain::Travel{1.0}, chain::Travel{0.79}};
  desk.play(chain::OperatingSystem::windows, chain::AudioPath::sharedMixer, 1.0);
  EXPECT_THAT(plain(causeText(desk.desk(), cause)), HasSubstr("Tower: volume may stand at 79 %"));
  desk.play(chain::OperatingSystem::windows, chain::AudioPath::asio, 1.0);
  EXPECT_THAT(plain(causeText(desk.desk(), cause)), HasSubstr("goes past it"));
}

TEST(Texts, NameBothEndsOfABalancedLine) {
  const LoopDesk desk = namedDesk();
  const Cause cause{"one-contact-lost", chain::Place(chain::CableId("loop"))};
  EXPECT_THAT(plain(causeText(desk.desk(), cause)), HasSubstr("from Box to Box"));
}

TEST(Texts, ThereIsOneForEveryFindingAndEveryCause) {
  const LoopDesk desk = namedDesk();
  for (const char* id :
       {"gain-off", "noise-high", "distortion-high", "clips-early", "crosstalk-high",
        "output-impedance-off", "headphone-impedance-off", "limiter-found", "limiter-missing"}) {
    for (const double difference : {-3.0, 3.0}) {
      const std::string text = plain(findingText(finding(id, difference)));
      EXPECT_FALSE(text.empty()) << id;
      EXPECT_THAT(text, Not(HasSubstr("%1")));
    }
  }
  for (const char* id :
       {"control-elsewhere", "system-volume-elsewhere", "one-contact-lost", "mono-sum",
        "sixteen-bits", "hum", "overdriven", "other-output", "system-mixer", "past-mixer"}) {
    const bool isCable = std::string_view(id) == "one-contact-lost";
    const chain::Place where = isCable ? chain::Place(chain::CableId("loop"))
                                       : chain::Place(chain::DeviceId("box"), "out");
    const std::string text = plain(causeText(desk.desk(), {id, where}));
    EXPECT_FALSE(text.empty()) << id;
    EXPECT_THAT(text, Not(HasSubstr("%1")));
    EXPECT_THAT(text, Not(HasSubstr("!")));
  }
}

TEST(Texts, OfUnknownIdsAreEmpty) {
  EXPECT_TRUE(plain(findingText(finding("no-such", 1.0))).empty());
  EXPECT_TRUE(plain(causeText(namedDesk().desk(), {"no-such", {}})).empty());
}

}  // namespace
}  // namespace linecheck::prediction
