#include "base/utf8.h"

#include <gtest/gtest.h>

namespace linecheck {
namespace {

TEST(Utf8, TakesCharactersOfEveryLength) {
  EXPECT_TRUE(isUtf8(""));
  EXPECT_TRUE(isUtf8("a\x7f"));
  EXPECT_TRUE(isUtf8("\u0080\u07ff"));
  EXPECT_TRUE(isUtf8("\u0800\ud7ff\ue000\uffff"));
  EXPECT_TRUE(isUtf8("\U00010000\U0010ffff"));
}

TEST(Utf8, RefusesWhatIsCutOffOrOutOfPlace) {
  EXPECT_FALSE(isUtf8("\x80"));
  EXPECT_FALSE(isUtf8("a\xc3"));
  EXPECT_FALSE(isUtf8("\xe2\x82"));
  EXPECT_FALSE(isUtf8("\xe2\x82 "));
  EXPECT_FALSE(isUtf8("\xf0\x9f\x8e"));
  EXPECT_FALSE(isUtf8("\xff"));
}

TEST(Utf8, RefusesOverlongFormsSurrogatesAndWhatLiesBeyond) {
  EXPECT_FALSE(isUtf8("\xc0\xaf"));
  EXPECT_FALSE(isUtf8("\xc1\xbf"));
  EXPECT_FALSE(isUtf8("\xe0\x9f\xbf"));
  EXPECT_FALSE(isUtf8("\xf0\x8f\xbf\xbf"));
  EXPECT_FALSE(isUtf8("\xed\xa0\x80"));
  EXPECT_FALSE(isUtf8("\xf4\x90\x80\x80"));
  EXPECT_FALSE(isUtf8("\xf5\x80\x80\x80"));
}

}  // namespace
}  // namespace linecheck
