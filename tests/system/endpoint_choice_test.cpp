#include "system/endpoint_choice.h"

#include <gtest/gtest.h>

#include <limits>

namespace linecheck::system {
namespace {

Endpoint endpoint(Direction direction, const std::string& key, const std::string& name,
                  bool isDefault = false) {
  Endpoint endpoint;
  endpoint.id = {direction, key};
  endpoint.name = name;
  endpoint.isDefault = isDefault;
  return endpoint;
}

const std::vector<Endpoint>& desk() {
  static const std::vector<Endpoint> kDesk = {
      endpoint(Direction::output, "hdmi", "HDMI"),
      endpoint(Direction::output, "zen", "Zen Go", true),
      endpoint(Direction::input, "zen", "Zen Go"),
      endpoint(Direction::input, "webcam", "HDMI camera", true),
  };
  return kDesk;
}

std::string keyOf(std::string_view text) {
  const auto found = findEndpoint(desk(), text);
  return found ? found->id.key : found.error().message();
}

TEST(EndpointChoice, ADirectionMeansItsDefault) {
  EXPECT_EQ(keyOf("output"), "zen");
  EXPECT_EQ(keyOf("input"), "webcam");
}

TEST(EndpointChoice, KeyAndExactNameGoBeforeAPartOfAName) {
  EXPECT_EQ(keyOf("webcam"), "webcam");
  EXPECT_EQ(keyOf("HDMI"), "hdmi");
  EXPECT_EQ(keyOf("CAMERA"), "webcam");
}

TEST(EndpointChoice, ADeviceWithBothDirectionsIsItsOutput) {
  for (const char* typed : {"zen", "Zen Go", "go"}) {
    const auto found = findEndpoint(desk(), typed);
    ASSERT_TRUE(found) << typed;
    EXPECT_EQ(found->id, (EndpointId{Direction::output, "zen"})) << typed;
  }
}

TEST(EndpointChoice, SeveralThatFitAreListed) {
  const auto found = findEndpoint(desk(), "hdm");
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, ErrorCode::usage);
  EXPECT_NE(found.error().what.find("\"HDMI\", \"HDMI camera\""), std::string::npos);
}

TEST(EndpointChoice, WhatIsNotThereIsAnsweredWithWhatIs) {
  const auto found = findEndpoint(desk(), "Scarlett");
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, ErrorCode::notFound);
  EXPECT_NE(found.error().what.find("\"Zen Go\""), std::string::npos);
  EXPECT_EQ(findEndpoint({}, "output").error().code, ErrorCode::notFound);
  EXPECT_EQ(findEndpoint({}, "Scarlett").error().code, ErrorCode::notFound);
}

TEST(Position, OnlyWhatASliderHasIsSet) {
  for (const double position : {0.0, 0.97, 1.0}) EXPECT_TRUE(checkPosition(position)) << position;
  for (const double position : {-0.01, 1.01, std::numeric_limits<double>::quiet_NaN(),
                                std::numeric_limits<double>::infinity()}) {
    ASSERT_FALSE(checkPosition(position)) << position;
    EXPECT_EQ(checkPosition(position).error().code, ErrorCode::usage);
  }
}

TEST(Balance, IsHowMuchOfTheLouderSideTheOtherLacks) {
  EXPECT_EQ(balanceOf(0.7, 0.7), 0.0);
  EXPECT_EQ(balanceOf(0.0, 0.0), 0.0);
  EXPECT_EQ(balanceOf(0.4, 0.0), -1.0);
  EXPECT_EQ(balanceOf(0.0, 0.4), 1.0);
  EXPECT_DOUBLE_EQ(balanceOf(0.8, 0.6), -0.25);
  EXPECT_DOUBLE_EQ(balanceOf(0.2, 0.8), 0.75);
}

std::string calledSo(const std::vector<Endpoint>& endpoints, std::string_view device) {
  const Endpoint* found = outputCalled(endpoints, device);
  return found ? found->id.key : "none";
}

TEST(OutputCalled, HasTheWordsInItsName) {
  const std::vector<Endpoint> endpoints = {
      endpoint(Direction::input, "in", "Line In (Zen Go)"),
      endpoint(Direction::output, "out", "Line Out (Zen Go)"),
      endpoint(Direction::output, "m2", "MOTU M2 Analog Stereo"),
      endpoint(Direction::output, "hm20", "HM20"),
      endpoint(Direction::output, "ssl", "SSL 2+ Analog"),
  };
  EXPECT_EQ(calledSo(endpoints, "zen go"), "out");
  EXPECT_EQ(calledSo(endpoints, "M2"), "m2") << "M20 is another word.";
  EXPECT_EQ(calledSo(endpoints, "SSL 2+"), "ssl");
  EXPECT_EQ(calledSo(endpoints, "SSL 2"), "ssl");
  EXPECT_EQ(calledSo(endpoints, "Zen"), "out");
  EXPECT_EQ(calledSo(endpoints, "en Go"), "none");
  EXPECT_EQ(calledSo(endpoints, "Zen Goo"), "none");
  EXPECT_EQ(calledSo(endpoints, ""), "none");
}

TEST(OutputCalled, LooksOnForAWholeWord) {
  EXPECT_EQ(calledSo({endpoint(Direction::output, "it", "HM20 beside M2")}, "M2"), "it");
  EXPECT_EQ(calledSo({endpoint(Direction::output, "it", "KlangÜ")}, "Klang"), "none");
}

TEST(OutputCalled, OfSeveralIsTheDefaultElseTheFirst) {
  std::vector<Endpoint> endpoints = {
      endpoint(Direction::output, "line", "Line Out (Zen Go)"),
      endpoint(Direction::output, "phones", "Phones (Zen Go)"),
      endpoint(Direction::output, "hdmi", "HDMI", true),
  };
  EXPECT_EQ(calledSo(endpoints, "Zen Go"), "line");
  endpoints[1].isDefault = true;
  EXPECT_EQ(calledSo(endpoints, "Zen Go"), "phones");
}

TEST(UsualOutput, IsTheDefaultElseTheFirstAndNeverAnInput) {
  EXPECT_EQ(usualOutput(desk())->id.key, "zen");
  const std::vector<Endpoint> endpoints = {
      endpoint(Direction::input, "webcam", "Camera", true),
      endpoint(Direction::output, "hdmi", "HDMI"),
  };
  EXPECT_EQ(usualOutput(endpoints)->id.key, "hdmi");
  EXPECT_EQ(usualOutput({endpoints.front()}), nullptr);
}

}  // namespace
}  // namespace linecheck::system
