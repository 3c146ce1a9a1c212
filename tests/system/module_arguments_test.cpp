#include "system/module_arguments_linux.h"

#include <gtest/gtest.h>

namespace linecheck::system {
namespace {

std::string with24At48(std::string_view arguments) {
  return withArguments(arguments, {{"format", "s24le"}, {"rate", "48000"}})
      .value_or("cannot be read");
}

TEST(ModuleArguments, WhatIsThereIsReplacedWhereItStands) {
  EXPECT_EQ(with24At48("sink_name=desk format=s16le rate=44100 channels=2"),
            "sink_name=desk format=s24le rate=48000 channels=2");
}

TEST(ModuleArguments, WhatIsNotThereComesLast) {
  EXPECT_EQ(with24At48("sink_name=desk"), "sink_name=desk format=s24le rate=48000");
  EXPECT_EQ(with24At48(""), "format=s24le rate=48000");
}

TEST(ModuleArguments, KeysThatOnlySoundAlikeStay) {
  EXPECT_EQ(with24At48("alternate_rate=44100 formats=pcm"),
            "alternate_rate=44100 formats=pcm format=s24le rate=48000");
}

TEST(ModuleArguments, QuotedValuesStayToTheLetter) {
  EXPECT_EQ(with24At48(R"(sink_properties="device.description='rate=1 format=u8'"  rate='44100')"),
            R"(sink_properties="device.description='rate=1 format=u8'"  rate=48000 format=s24le)");
  EXPECT_EQ(with24At48(R"(a="with \" rate=1" b=two\ rate=2 rate=3)"),
            R"(a="with \" rate=1" b=two\ rate=2 rate=48000 format=s24le)");
}

TEST(ModuleArguments, WhatCannotBeReadIsLeftAlone) {
  for (const char* arguments :
       {"sink_name", "=desk", "sink name=desk", "sink_properties=\"open", "rate=1 rate=2"}) {
    EXPECT_EQ(with24At48(arguments), "cannot be read") << arguments;
  }
}

}  // namespace
}  // namespace linecheck::system
