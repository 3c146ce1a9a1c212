#include "measure/listeners.h"

#include <gtest/gtest.h>

#include <string>

#include "measure/reference_tone.h"
#include "measure/tone_measurement.h"
#include "support/scripted_backend.h"

namespace linecheck::measure {
namespace {

audio::StreamConfig stream(const std::string& output, const std::string& input = "Line (Zen Go)") {
  audio::StreamConfig config;
  config.output = audio::DeviceId{"WASAPI", output};
  config.input = audio::DeviceId{"WASAPI", input};
  return config;
}

TEST(EarDevice, IsKnownByItsNameInManyLanguages) {
  for (const char* name :
       {"Headphones (Realtek(R) Audio)", "HEADPHONES", "Speakers/Headphones (Realtek)",
        "Kopfhörer (2- USB Audio)", "KOPFHÖRER", "Kopfho\xCC\x88rer", "Externe Kopfhoerer",
        "Casque (Scarlett)", "Écouteurs", "Phones 9/10 (Fireface UCX)", "Cuffie", "Наушники",
        "НАУШНИКИ (Realtek)", "耳机 (Realtek)", "ヘッドホン", "Auriculares", "Słuchawki"}) {
    EXPECT_EQ(earDeviceNamed(name), EarDevice::headphoneJack) << name;
  }
  for (const char* name :
       {"AirPods Pro", "Anna’s AirPods Max", "Headset (Jabra)", "Galaxy Buds2 Pro (A1B2)",
        "Beats Studio", "Headphones (WH-1000XM4 Hands-Free AG Audio)", "bluez_output.00_11_22",
        "Kopfhörer (Bluetooth)", "Headphones (AirPods)", "Гарнитура", "HFP 1"}) {
    EXPECT_EQ(earDeviceNamed(name), EarDevice::worn) << name;
  }
}

TEST(EarDevice, IsNotSeenInOtherNames) {
  for (const char* name :
       {"", "Zen Go Synergy Core", "Focusrite USB ASIO", "Line Out 1/2", "HDA Intel PCH: ALC1220",
        "system", "Demo studio", "BeatStep Pro", "Saxophones", "Speakers (Realtek(R) Audio)",
        "Lautsprecher", "Microphones (USB)", "Topping L30 II", "Rebuds", "Телефон"}) {
    EXPECT_EQ(earDeviceNamed(name), std::nullopt) << name;
  }
}

TEST(ListenerCheck, LineOutputsAreFree) {
  EXPECT_TRUE(checkListeners(stream("Line (Zen Go)")));
  EXPECT_TRUE(checkListeners({}));
}

TEST(ListenerCheck, AHeadphoneJackNeedsTheUsersWordThatACableIsInIt) {
  const auto refused = checkListeners(stream("Kopfhörer (Realtek)"));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::usage);
  EXPECT_EQ(refused.error().where, "Kopfhörer (Realtek)");
  EXPECT_NE(refused.error().what.find("Take them off"), std::string::npos);
  EXPECT_TRUE(checkListeners(stream("Kopfhörer (Realtek)"), HeadphoneJack::hasCable));
}

TEST(ListenerCheck, WhatIsWornIsRefusedWhateverTheUserSays) {
  for (const auto jack : {HeadphoneJack::mayHaveHeadphones, HeadphoneJack::hasCable}) {
    const auto refused = checkListeners(stream("AirPods Pro"), jack);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::usage);
    EXPECT_FALSE(checkListeners(stream("Line (Zen Go)", "Headset (Jabra)"), jack));
  }
}

TEST(ListenerCheck, AnInputBesideAHeadphoneJackIsFree) {
  EXPECT_TRUE(checkListeners(stream("Line (Zen Go)", "Phones mic (Realtek)")));
}

TEST(ListenerCheck, NoToneIsPlayedToHeadphones) {
  linecheck::testing::ScriptedBackend backend;
  ToneRequest request;
  request.tone = {Hertz::of(997.0), DecibelsFs::of(-20.0)};
  for (const char* name : {"Kopfhörer (Realtek)", "Headset (Jabra)"}) {
    request.stream = stream(name, "Line (Zen Go)");
    const auto measured = measureTone(backend, request);
    ASSERT_FALSE(measured);
    EXPECT_EQ(measured.error().code, ErrorCode::usage);
    const auto steady = ReferenceTone::start(backend, request.stream, request.tone, {1});
    ASSERT_FALSE(steady);
    EXPECT_EQ(steady.error().code, ErrorCode::usage);
  }
  EXPECT_TRUE(backend.played().empty());
  request.stream = stream("Kopfhörer (Realtek)", "Line (Zen Go)");
  EXPECT_TRUE(ReferenceTone::start(backend, request.stream, request.tone, {1}, LoudTone::refused,
                                   HeadphoneJack::hasCable));
}

TEST(ListeningWarning, IsGivenWhereSomethingSounds) {
  EXPECT_FALSE(listeningWarning(Harness::seriesResistorLoad).empty());
  EXPECT_FALSE(listeningWarning(Harness::soundLevelMeter).empty());
  EXPECT_TRUE(listeningWarning(Harness::loop).empty());
}

}  // namespace
}  // namespace linecheck::measure
