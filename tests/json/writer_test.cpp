#include "json/writer.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <limits>
#include <random>

namespace linecheck::json {
namespace {

// Only what is printed for a result may become JSON: a level loses its meaning without its unit.
static_assert(!std::is_constructible_v<Value, DecibelsFs>);
static_assert(!std::is_constructible_v<Value, const int*>, "a pointer is not a boolean");

TEST(Writer, KeepsKeysInTheOrderOfWriting) {
  const Object document{{"schema", "linecheck.analysis/1"}, {"file", "hum.wav"}, {"channels", 2}};
  EXPECT_EQ(toText(document, 0),
            R"({"schema":"linecheck.analysis/1","file":"hum.wav","channels":2})");
}

TEST(Writer, PutsPlainListsOnOneLineWhereAsked) {
  const Object document{{"range", Array{87, nullptr}},
                        {"points", Array{Array{20, 33.5}, Array{100, 41}}},
                        {"steps", Array{Object{{"name", "L"}}}}};
  EXPECT_EQ(toText(document, Layout{.plainListsInline = true}), R"({
  "range": [87, null],
  "points": [
    [20, 33.5],
    [100, 41]
  ],
  "steps": [
    {
      "name": "L"
    }
  ]
})");
}

TEST(Writer, IndentsNestedDocuments) {
  Object channel{{"channel", 1}};
  channel.set("harmonics", Array{Object{{"order", 1}}, Object{{"order", 2}}});
  const Object document{
      {"channels", Array{std::move(channel)}}, {"empty", Array{}}, {"none", Object{}}};
  EXPECT_EQ(toText(document), R"({
  "channels": [
    {
      "channel": 1,
      "harmonics": [
        {
          "order": 1
        },
        {
          "order": 2
        }
      ]
    }
  ],
  "empty": [],
  "none": {}
})");
}

TEST(Writer, NumbersAreShortAndExact) {
  EXPECT_EQ(toText(0.1), "0.1");
  EXPECT_EQ(toText(50.02), "50.02");
  EXPECT_EQ(toText(-141.48), "-141.48");
  EXPECT_EQ(toText(48000.0), "48000");
  EXPECT_EQ(toText(-0.0), "0");
  EXPECT_EQ(toText(1e-9), "1e-09");
  EXPECT_EQ(toText(std::numeric_limits<std::int64_t>::min()), "-9223372036854775808");
  EXPECT_EQ(toText(std::numeric_limits<std::uint64_t>::max()), "18446744073709551616")
      << "the nearest double, not -1";

  std::mt19937_64 random(7);
  for (int i = 0; i < 10000; ++i) {
    const double value =
        std::ldexp(static_cast<double>(random()), static_cast<int>(random() % 200) - 160);
    const std::string text = toText(value);
    EXPECT_EQ(std::strtod(text.c_str(), nullptr), value) << text;
    EXPECT_LE(text.size(), 24U);
  }
}

TEST(Writer, SilenceAndTheUnknownAreNull) {
  Object channel;
  channel.set("peak_dbfs", DecibelsFs::silence())
      .set("rms_dbfs", DecibelsFs::silence())
      .set("mains_hz", std::optional<Hertz>())
      .set("tone", std::optional<Object>());
  EXPECT_EQ(toText(channel, 0),
            R"({"peak_dbfs":null,"silent":true,"rms_dbfs":null,"mains_hz":null,"tone":null})");

  Object sounding;
  sounding.set("level_dbfs", std::optional(DecibelsFs::of(-6.5)))
      .set("thd_db", Decibels::of(-100.0))
      .set("frequency_hz", Hertz::of(997.0))
      .set("clipped_samples", std::size_t{0});
  EXPECT_EQ(toText(sounding, 0),
            R"({"level_dbfs":-6.5,"thd_db":-100,"frequency_hz":997,"clipped_samples":0})");
}

TEST(Writer, SettingAKeyAgainReplacesIt) {
  Object object{{"a", 1}, {"b", 2}};
  object.set("a", true);
  EXPECT_EQ(toText(object, 0), R"({"a":true,"b":2})");
}

TEST(Writer, EscapesTextAndReplacesBytesThatAreNotUtf8) {
  EXPECT_EQ(toText("a\"b\\c\n\x01 µΩ"), "\"a\\\"b\\\\c\\n\\u0001 µΩ\"");
  EXPECT_EQ(toText(std::string("caf\xe9.wav")), "\"caf\xef\xbf\xbd.wav\"");
}

#ifdef LINECHECK_CHECKS_ABORT
TEST(WriterDeathTest, NotANumberIsABug) {
  EXPECT_DEATH((void)Value(std::numeric_limits<double>::quiet_NaN()), "");
  EXPECT_DEATH((void)Value(std::numeric_limits<double>::infinity()), "");
}
#endif

}  // namespace
}  // namespace linecheck::json
