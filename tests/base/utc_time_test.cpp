#include "base/utc_time.h"

#include <gtest/gtest.h>

namespace linecheck {
namespace {

using std::chrono::seconds;
using std::chrono::sys_seconds;

// POSIX time 951782400 is 29 February 2000, midnight.
const sys_seconds kLeapDay{seconds(951'782'400)};

TEST(UtcTime, WritesKnownDays) {
  EXPECT_EQ(utcText(sys_seconds{}), "1970-01-01T00:00:00Z");
  EXPECT_EQ(utcText(kLeapDay + seconds(3661)), "2000-02-29T01:01:01Z");
  EXPECT_EQ(dayText(kLeapDay), "2000-02-29");
  EXPECT_EQ(utcText(sys_seconds{seconds(-1)}), "1969-12-31T23:59:59Z");
}

TEST(UtcTime, ReadsWhatItWrites) {
  for (const sys_seconds time : {sys_seconds{}, kLeapDay + seconds(86'399)}) {
    EXPECT_EQ(timeFromUtc(utcText(time)), time);
  }
}

TEST(UtcTime, RefusesWhatIsNoTime) {
  for (const char* text :
       {"", "2000-02-29", "2000-02-30T00:00:00Z", "2001-02-29T00:00:00Z", "2000-02-29T24:00:00Z",
        "2000-02-29T00:60:00Z", "2000-02-29 00:00:00Z", "2000-02-29T00:00:00",
        "2000-2-29T00:00:00Z", "+000-02-29T00:00:00Z", "2000-02-29T00:00:00ZZ"}) {
    EXPECT_FALSE(timeFromUtc(text)) << text;
  }
}

}  // namespace
}  // namespace linecheck
