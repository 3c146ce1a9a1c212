#include "base/sentence.h"

#include <gtest/gtest.h>

namespace linecheck {
namespace {

TEST(Sentence, FillsInItsArguments) {
  const Sentence sentence{"%2 before %1, 100 % sure", {"a", "b"}};
  EXPECT_EQ(sentence.english(), "b before a, 100 % sure");
}

}  // namespace
}  // namespace linecheck
